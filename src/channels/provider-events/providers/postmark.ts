import { createHash, timingSafeEqual } from 'node:crypto';
import type { Reason } from '../../../../libs/mail/index.js';
import { POSTMARK_TAG } from '../message-tag.js';
import {
  classOfParts,
  fingerprint,
  known,
  momentIn,
  textIn,
  toldEvent,
  within,
  type ProviderEventKind,
  type ToldEvent,
} from '../told-event.js';
import { EventRefused, EventUnreadable, onlyText, parsed, type ProviderRequest, type Receive } from './provider.js';

/** Postmark signs nothing: it sends the secret along, in a header of ours or as the password of basic authentication. */
export const receiveFromPostmark: Receive = (request, { secret }) => {
  const header = onlyText(request.headers['x-overture-secret']);
  const basic = /^Basic ([\w+/=-]{1,1000})$/i.exec(onlyText(request.headers.authorization))?.[1] ?? '';
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
  if (!header && !password)
    throw new EventRefused('The secret is missing: give it at Postmark as the header X-Overture-Secret.');
  if (!secret || !alike(header || password, secret))
    throw new EventRefused('The secret is not that of this connection.');
  return { events: [eventIn(request)] };
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const alike = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

function eventIn({ body, receivedAt }: ProviderRequest): ToldEvent {
  const event = parsed(body);
  const record = textIn(event, 'RecordType');
  if (!record) throw new EventUnreadable('The body must be an event with a RecordType.');
  const type = textIn(event, 'Type');
  const id = textIn(event, 'ID');
  const at = ['BouncedAt', 'DeliveredAt', 'ReceivedAt', 'ChangedAt'].map((name) => textIn(event, name)).find(Boolean);
  return toldEvent({
    eventId: id ? `${record}:${id}` : fingerprint(event),
    kind: kindOfRecord(event, record, type),
    occurredAt: momentIn(at ?? '', receivedAt),
    // MessageID is Postmark's own
    names: [textIn(event, 'Metadata', POSTMARK_TAG)],
    recipient: textIn(event, 'Email') || textIn(event, 'Recipient'),
    providerClass: classOfParts(record, type || textIn(event, 'SuppressionReason')),
    category: known(CATEGORIES, type) ?? null,
    temporary: type === 'SoftBounce',
    // Description is Postmark's own, with examples of what it may be
    words: textIn(event, 'Details'),
    userAgent: textIn(event, 'UserAgent'),
  });
}

function kindOfRecord(event: unknown, record: string, type: string): ProviderEventKind {
  if (record === 'Bounce') return known(BOUNCES, type) ?? 'bounced';
  // the list of those who get no mail changes by bounces and complaints too, which come as events of their own
  const wished = textIn(event, 'SuppressionReason') === 'ManualSuppression' && textIn(event, 'Origin') === 'Recipient';
  if (record === 'SubscriptionChange')
    return wished && within(event, 'SuppressSending') === true ? 'unsubscribed' : 'other';
  return known(KINDS, record) ?? 'other';
}

const KINDS: Record<string, ProviderEventKind> = {
  Delivery: 'delivered',
  SpamComplaint: 'complained',
  Open: 'opened',
  Click: 'clicked',
};

const BOUNCES: Record<string, ProviderEventKind> = {
  Transient: 'deferred',
  Unsubscribe: 'unsubscribed',
  SpamComplaint: 'complained',
  Subscribe: 'other',
  AutoResponder: 'other',
  AddressChange: 'other',
  ChallengeVerification: 'other',
  OpenRelayTest: 'other',
};

const CATEGORIES: Record<string, Reason> = {
  HardBounce: 'userunknown',
  BadEmailAddress: 'userunknown',
  DnsError: 'networkerror',
  SpamNotification: 'spamdetected',
  VirusNotification: 'virusdetected',
  ManuallyDeactivated: 'suspend',
  Blocked: 'blocked',
  DMARCPolicy: 'authfailure',
};
