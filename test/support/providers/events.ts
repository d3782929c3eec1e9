import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Json } from '../http.js';
import type { Posted } from './local-sns.js';

export const SECRET = 'a secret that is long enough';

/** What SES says of a message of ours, as its documentation shows it. */
export function sesEvent(about: Json, eventType: string, part: Json = {}): Json {
  const name = eventType.charAt(0).toLowerCase() + eventType.slice(1);
  return {
    eventType,
    mail: {
      timestamp: new Date().toISOString(),
      source: 'Nancy <nancy@vmi.example>',
      messageId: `EXAMPLE${randomUUID()}-000000`,
      destination: [about.recipient],
      headersTruncated: false,
      headers: [
        { name: 'To', value: about.recipient },
        { name: 'Message-ID', value: about.message_id },
      ],
      commonHeaders: { to: [about.recipient], messageId: about.message_id, subject: 'About intro' },
    },
    [name]: { timestamp: new Date().toISOString(), ...part },
  };
}

export const sesBounce = (about: Json, [type, subtype]: string[], words: string, status = '5.1.1'): Json =>
  sesEvent(about, 'Bounce', {
    feedbackId: randomUUID(),
    bounceType: type,
    bounceSubType: subtype,
    bouncedRecipients: [
      { emailAddress: about.recipient, action: 'failed', status, diagnosticCode: words && `smtp; ${words}` },
    ],
    reportingMTA: 'dsn; a1-2.smtp-out.amazonses.com',
  });

/** A key pair as SendGrid keeps one for each account: the public one as it shows it. */
export function sendGridKeys(): { publicKey: string; sign: (events: Json, at?: number, body?: string) => Posted } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (events, at = Date.now(), body = JSON.stringify(events)) => {
      const timestamp = String(Math.floor(at / 1000));
      return {
        body,
        headers: {
          'content-type': 'application/json',
          'x-twilio-email-event-webhook-timestamp': timestamp,
          'x-twilio-email-event-webhook-signature': createSign('sha256')
            .update(timestamp + body)
            .sign(privateKey, 'base64'),
        },
      };
    },
  };
}

export const sendGridEvent = (about: Json, event: string, more: Json = {}): Json => ({
  email: about.recipient,
  timestamp: Math.floor(Date.now() / 1000),
  'smtp-id': about.message_id,
  event,
  sg_event_id: randomUUID(),
  sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0',
  ...more,
});

export const postmarkEvent = (about: Json, RecordType: string, more: Json = {}): Json => ({
  RecordType,
  MessageStream: 'outbound',
  ServerID: 23,
  MessageID: randomUUID(),
  Metadata: { 'overture-message': about.message_id.slice(1).split('@')[0] },
  ...more,
});

export const fromPostmark = (event: Json, secret = SECRET): Posted => ({
  body: JSON.stringify(event),
  headers: { 'content-type': 'application/json', 'x-overture-secret': secret },
});

export const mailgunEvent = (about: Json, event: string, more: Json = {}): Json => ({
  event,
  id: randomUUID(),
  timestamp: Date.now() / 1000,
  recipient: about.recipient,
  message: { headers: { to: about.recipient, 'message-id': about.message_id.slice(1, -1), subject: 'About intro' } },
  ...more,
});

export function fromMailgun(event: Json, { secret = SECRET, at = Date.now(), token = '' } = {}): Posted {
  const timestamp = String(Math.floor(at / 1000));
  const once = token || `${randomUUID()}${randomUUID()}`.replaceAll('-', '').slice(0, 50);
  const signature = createHmac('sha256', secret)
    .update(timestamp + once)
    .digest('hex');
  return {
    body: JSON.stringify({ signature: { timestamp, token: once, signature }, 'event-data': event }),
    headers: { 'content-type': 'application/json' },
  };
}
