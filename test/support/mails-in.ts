import { randomUUID } from 'node:crypto';
import type { Json } from './http.js';

let n = 0;
/** A raw mail as it comes in. */
export const mail = (headers: Record<string, string>, body: string): Buffer =>
  Buffer.from(
    `${Object.entries({
      Date: new Date().toUTCString(),
      'Message-ID': `<${++n}.${randomUUID()}@buyer.example>`,
      To: 'us@ours.example',
      ...headers,
    })
      .map(([name, value]) => `${name}: ${value}`)
      .join('\r\n')}\r\n\r\n${body}`,
  );

/** What a mail server says about a message of ours. */
export function report(
  about: Json,
  action: string,
  status: string,
  diagnosis: string,
  headers: Record<string, string> = {},
): Buffer {
  return mail(
    {
      From: 'Mail Delivery System <MAILER-DAEMON@mx.example>',
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      ...headers,
    },
    [
      '--b\r\nContent-Type: text/plain\r\n\r\nYour mail came back.',
      `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${about.recipient}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${diagnosis}`,
      `--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: us@ours.example\r\nTo: ${about.recipient}\r\nMessage-ID: ${about.message_id}\r\nSubject: About intro\r\n\r\nDear Person`,
      '--b--\r\n',
    ].join('\r\n'),
  );
}

/** What a mail provider passes on when somebody calls it spam. */
export const complaint = (about: Json, id: string = about.message_id): Buffer =>
  mail(
    {
      From: 'fbl@isp.example',
      Subject: 'FW: About intro',
      'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b',
    },
    `--b\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\nOriginal-Rcpt-To: ${about.recipient}\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${id}\r\nTo: ${about.recipient}\r\nFrom: us@ours.example\r\n\r\nx\r\n--b--\r\n`,
  );

/** What a person answers to it. */
export const reply = (about: Json, text: string, headers: Record<string, string> = {}): Buffer =>
  mail(
    {
      From: `Person <${about.recipient}>`,
      Subject: 'Re: About intro',
      'In-Reply-To': about.message_id,
      ...headers,
    },
    text,
  );
