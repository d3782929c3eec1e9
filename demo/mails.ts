import type { Json } from './api.js';

/** What comes back about a mail, as mail systems write it. The mail itself is a row of /captured-mails. */

const date = (now: Date): string => now.toUTCString().replace('GMT', '+0000');

/** A person's answer, quoting what they got. */
export function reply(mail: Json, now: Date, words: string): string {
  return letter(
    {
      From: mail.recipient,
      To: mail.sender,
      Subject: `Re: ${encoded(mail.subject)}`,
      Date: date(now),
      'Message-ID': `<re.${mail.id}@${domainOf(mail.recipient)}>`,
      'In-Reply-To': mail.messageId,
      References: mail.messageId,
    },
    `${words}\n\nOn ${date(now)}, ${mail.sender} wrote:\n> ${mail.text.split('\n').join('\n> ')}`,
  );
}

/** What a mail program answers by itself while its owner is away. */
export function away(mail: Json, now: Date, days: number): string {
  const back = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return letter(
    {
      From: mail.recipient,
      To: mail.sender,
      Subject: `Automatic reply: ${encoded(mail.subject)}`,
      Date: date(now),
      'Message-ID': `<away.${mail.id}@${domainOf(mail.recipient)}>`,
      'In-Reply-To': mail.messageId,
      'Auto-Submitted': 'auto-replied',
    },
    `I am out of the office and will be back on ${back}.`,
  );
}

/** RFC 3464: nobody has this address. */
export function bounce(mail: Json, now: Date): string {
  const boundary = `b${mail.id}`;
  const parts = [
    ['text/plain', `Your message to ${mail.recipient} could not be delivered: no such user.`],
    [
      'message/delivery-status',
      `Reporting-MTA: dns; mx.${domainOf(mail.recipient)}\n\nFinal-Recipient: rfc822; ${mail.recipient}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user`,
    ],
    ['message/rfc822', `From: ${mail.sender}\nTo: ${mail.recipient}\nMessage-ID: ${mail.messageId}\n\n(cut)`],
  ];
  return letter(
    {
      From: `Mail Delivery Subsystem <mailer-daemon@${domainOf(mail.recipient)}>`,
      To: mail.sender,
      Subject: 'Undelivered Mail Returned to Sender',
      Date: date(now),
      'Message-ID': `<bounce.${mail.id}@${domainOf(mail.recipient)}>`,
      'Auto-Submitted': 'auto-replied',
      'MIME-Version': '1.0',
      'Content-Type': `multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    },
    `${parts.map(([type, text]) => `--${boundary}\nContent-Type: ${type}\n\n${text}\n`).join('\n')}\n--${boundary}--`,
  );
}

function letter(headers: Record<string, string>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const type = headers['Content-Type'] ? [] : ['Content-Type: text/plain; charset=utf-8'];
  return `${[...lines, ...type].join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
}

const domainOf = (address: string): string => address.split('@').at(-1)!;
/** RFC 2047, in pieces that a header may have */
const encoded = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
    : (text.match(/.{1,12}/gsu) ?? [])
        .map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`)
        .join('\r\n ');
