import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Reason } from '../../../../libs/mail/index.js';
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

const TOLERANCE_SECONDS = 10 * 60;
const MOST_EVENTS = 5_000;

/** Signed Event Webhook: ECDSA over the timestamp and the body, byte by byte. */
export const receiveFromSendGrid: Receive = (request, { secret }) => {
  const timestamp = onlyText(request.headers['x-twilio-email-event-webhook-timestamp']);
  const signature = onlyText(request.headers['x-twilio-email-event-webhook-signature']);
  if (!timestamp || !signature)
    throw new EventRefused('The request is not signed: switch on "Signed Event Webhook" at SendGrid.');
  const age = Math.abs(request.receivedAt.getTime() / 1000 - Number(timestamp));
  if (!/^\d{1,12}$/.test(timestamp) || age > TOLERANCE_SECONDS)
    throw new EventRefused('The signature is older than ten minutes, or from the future.');
  const key = sendGridKey(secret ?? '');
  const signed = Buffer.concat([Buffer.from(timestamp), request.body]);
  if (!key || !verify('sha256', signed, key, Buffer.from(signature, 'base64')))
    throw new EventRefused('The signature does not fit the verification key of this connection.');
  return { events: eventsIn(request) };
};

/** The verification key as SendGrid shows it, or as PEM; null where it is no key on the curve P-256. */
export function sendGridKey(text: string): KeyObject | null {
  try {
    const key = text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

function eventsIn({ body, receivedAt }: ProviderRequest): ToldEvent[] {
  const events = parsed(body);
  if (!Array.isArray(events)) throw new EventUnreadable('The body must be a list of events.');
  if (events.length > MOST_EVENTS) throw new EventUnreadable(`At most ${MOST_EVENTS} events come in one request.`);
  return events.map((event: unknown) => eventOf(event, receivedAt));
}

function eventOf(event: unknown, receivedAt: Date): ToldEvent {
  const reason = textIn(event, 'reason');
  const kind =
    textIn(event, 'event') === 'dropped' ? droppedAs(reason) : (known(KINDS, textIn(event, 'event')) ?? 'other');
  const classification = textIn(event, 'bounce_classification');
  return toldEvent({
    eventId: textIn(event, 'sg_event_id') || fingerprint(event),
    kind,
    occurredAt: momentIn(textIn(event, 'timestamp'), receivedAt),
    names: [textIn(event, 'smtp-id')],
    recipient: textIn(event, 'email'),
    providerClass: classOfParts(textIn(event, 'event'), textIn(event, 'type'), classification),
    category:
      textIn(event, 'event') === 'dropped'
        ? (known(DROPPED, reason) ?? null)
        : (known(CATEGORIES, classification) ?? null),
    status: /^\d\.\d{1,3}\.\d{1,3}$/.exec(textIn(event, 'status'))?.[0] ?? null,
    words: reason || textIn(event, 'response'),
    userAgent: textIn(event, 'useragent'),
    machine: within(event, 'sg_machine_open') === true,
  });
}

const KINDS: Record<string, ProviderEventKind> = {
  deferred: 'deferred',
  delivered: 'delivered',
  bounce: 'bounced',
  spamreport: 'complained',
  unsubscribe: 'unsubscribed',
  group_unsubscribe: 'unsubscribed',
  open: 'opened',
  click: 'clicked',
};

/** SendGrid did not even try: of those who do not want our mail that is their wish, known to SendGrid only. */
const droppedAs = (reason: string): ProviderEventKind =>
  /^(?:unsubscribed|spam reporting) address/i.test(reason) ? 'unsubscribed' : 'bounced';

const DROPPED: Record<string, Reason> = { 'Bounced Address': 'suspend', Invalid: 'userunknown' };

/** `Mailbox Unavailable`, `Technical` and `Unclassified` are too broad. */
const CATEGORIES: Record<string, Reason> = {
  'Invalid Address': 'userunknown',
  Content: 'contenterror',
  Reputation: 'badreputation',
  'Frequency or Volume Too High': 'toomanyconn',
};
