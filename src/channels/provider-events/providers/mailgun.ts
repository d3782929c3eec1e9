import { createHmac, timingSafeEqual } from 'node:crypto';
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
import { EventRefused, EventUnreadable, parsed, type Receive } from './provider.js';

/** Mailgun tries again for eight hours, with the signature that it made at first. */
const TOLERANCE_SECONDS = 12 * 3_600;

/** HMAC over timestamp and token. It does not cover the event, so that a token counts once. */
export const receiveFromMailgun: Receive = ({ body, receivedAt }, { secret }) => {
  const sent = parsed(body);
  const [timestamp, token, signature] = ['timestamp', 'token', 'signature'].map((name) =>
    textIn(sent, 'signature', name),
  ) as [string, string, string];
  if (!timestamp || !token || !signature) throw new EventRefused('The request is not signed as Mailgun signs it.');
  const expected = createHmac('sha256', secret ?? '')
    .update(timestamp + token)
    .digest();
  const given = Buffer.from(signature, 'hex');
  if (!secret || given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new EventRefused('The signature does not fit the signing key of this connection.');
  const age = Math.abs(receivedAt.getTime() / 1000 - Number(timestamp));
  if (!/^\d{1,12}$/.test(timestamp) || age > TOLERANCE_SECONDS)
    throw new EventRefused('The signature is older than twelve hours, or from the future.');
  const event = within(sent, 'event-data');
  if (!textIn(event, 'event')) throw new EventUnreadable('The body must hold an event in "event-data".');
  return { events: [eventOf(event, receivedAt)], token };
};

function eventOf(event: unknown, receivedAt: Date): ToldEvent {
  const [name, severity, reason] = ['event', 'severity', 'reason'].map((field) => textIn(event, field)) as [
    string,
    string,
    string,
  ];
  const status = within(event, 'delivery-status');
  const failed = name === 'failed' || name === 'rejected';
  return toldEvent({
    eventId: textIn(event, 'id') || fingerprint(event),
    kind: kindOf(name, severity, reason),
    occurredAt: momentIn(textIn(event, 'timestamp'), receivedAt),
    names: [textIn(event, 'message', 'headers', 'message-id')],
    recipient: textIn(event, 'recipient'),
    providerClass: failed ? classOfParts(name, severity, reason) : null,
    category: name === 'rejected' ? 'rejected' : (known(CATEGORIES, reason) ?? null),
    status: /^\d\.\d{1,3}\.\d{1,3}$/.exec(textIn(status, 'enhanced-code'))?.[0] ?? null,
    words: answerOf(status) || textIn(event, 'reject', 'reason') || (failed ? reason : ''),
    userAgent: textIn(event, 'client-info', 'user-agent'),
    machine: textIn(event, 'client-info', 'bot') !== '' || textIn(event, 'client-info', 'client-type') === 'robot',
  });
}

function kindOf(name: string, severity: string, reason: string): ProviderEventKind {
  // Mailgun did not even try: the person's wish is known to it only
  if (name === 'failed' && /^suppress-(?:complaint|unsubscribe)$/.test(reason)) return 'unsubscribed';
  if (name === 'failed') return severity === 'temporary' ? 'deferred' : 'bounced';
  return known(KINDS, name) ?? 'other';
}

/** The server's reply with its code, which Mailgun keeps apart from the words. */
function answerOf(status: unknown): string {
  const words = textIn(status, 'message') || textIn(status, 'description');
  const code = textIn(status, 'code');
  return words && /^[245]\d\d$/.test(code) && !words.startsWith(code) ? `${code} ${words}` : words;
}

const KINDS: Record<string, ProviderEventKind> = {
  delivered: 'delivered',
  rejected: 'bounced',
  complained: 'complained',
  opened: 'opened',
  clicked: 'clicked',
  unsubscribed: 'unsubscribed',
};

const CATEGORIES: Record<string, Reason> = { 'suppress-bounce': 'suspend' };
