import { readMail } from '../../../libs/mail/index.js';
import { automaticIn } from '../../../libs/mail/automatic.js';
import { boundedText } from '../../../libs/mail/bounded.js';
import { judged } from '../../../libs/mail/returned/bounce.js';
import { mailOf } from '../../../libs/mail/builders.js';
import { complaintIn, reportAboutUs } from '../../../libs/mail/returned/complaint.js';
import { hasLeft, successorIn } from '../../../libs/mail/departure.js';
import { textOfHtml } from '../../../libs/mail/html.js';
import { judgeReply } from '../../../libs/mail/judge.js';
import { meetingAnswerIn } from '../../../libs/mail/meeting.js';
import { optOutIn } from '../../../libs/mail/opt-out.js';
import { receiptIn } from '../../../libs/mail/receipt.js';
import { addressesIn, fieldGroupsOf, messageIdsIn } from '../../../libs/mail/mail.js';
import { cutReport } from '../../../libs/mail/returned/original.js';
import { isReport, reportInProse } from '../../../libs/mail/returned/prose.js';
import { replyText } from '../../../libs/mail/reply-text.js';
import { deliveryStatus } from '../../../libs/mail/returned/report.js';
import { returnDate } from '../../../libs/mail/return-date.js';
import { wishIn } from '../../../libs/mail/wish.js';
import { costOf, hostileText, NUMBERED, REPEATED } from '../../../test/security/hostile-texts.js';
import { parseMail } from './parse.js';

const MEGABYTE = 1024 * 1024;
const SECOND = 1_000;
/** What costs less is far from the limit, and says nothing about how it grows. */
const NOISE = 400;

const DAEMON = { From: 'MAILER-DAEMON@x.example', Subject: 'Undelivered', Date: 'Mon, 14 Dec 2026 10:00:00 +0100' };
const TODAY = Date.UTC(2026, 11, 14);

/** Each in time that grows with the text, also where nothing bounds it before. */
const READERS: Record<string, (text: string) => unknown> = {
  addressesIn,
  messageIdsIn,
  fieldGroupsOf,
  textOfHtml,
  replyText,
  cutReport: (text) => cutReport(mailOf(DAEMON, text, [{ type: 'message/rfc822', text }]), text),
  isReport: (text) => isReport(mailOf({ From: text, Subject: text, 'Auto-Submitted': text }), text),
  reportInProse: (text) =>
    reportInProse(mailOf({ ...DAEMON, 'X-Failed-Recipients': text }), `user unknown\n${text}`, []),
  deliveryStatus: (text) =>
    deliveryStatus(
      mailOf(DAEMON, '', [{ type: 'message/delivery-status', text: `Final-Recipient: rfc822; a@b.example\n${text}` }]),
      text,
      [],
    ),
  complaintIn: (text) => complaintIn(mailOf(DAEMON, `"notificationType":"Complaint"${text}`), []),
  automaticIn: (text) => automaticIn(mailOf({ ...DAEMON, Subject: text, Precedence: text, Date: text }), text),
  returnDate: (text) => returnDate(text, TODAY, false),
  wishIn: (text) => [wishIn(text, ''), wishIn('', text)],
  receiptIn: (text) => receiptIn(mailOf({ Subject: text }, text), text),
  meetingAnswerIn: (text) =>
    meetingAnswerIn(mailOf({}, '', [{ type: 'text/calendar', text: `BEGIN:VCALENDAR\nMETHOD:REPLY\n${text}` }])),
  optOutIn: (text) => optOutIn(mailOf({ Subject: 'unsubscribe', To: text }, text), text),
  hasLeft: (text) => [hasLeft(text, true), hasLeft(text, false)],
  successorIn: (text) => successorIn(text, 'a@b.example'),
  reportAboutUs: (text) => reportAboutUs(mailOf({ Subject: text }, '', [{ type: 'message/feedback-report', text }])),
  judgeReply: (text) => judgeReply({ recipient: 'a@b.example', response: `550 ${text}`, command: 'RCPT TO' }),
  judged: (text) =>
    judged({
      recipient: 'a@b.example',
      action: 'failed',
      status: null,
      diagnosis: text,
      context: text,
      around: text,
    }),
};

const source = (headers: string, body: string) => Buffer.from(`From: a@b.example\n${headers}\n\n${body}`);
/** Where a text may stand in a mail. */
const MAILS: Record<string, (text: string) => Buffer> = {
  'alone, without headers': (text) => Buffer.from(text),
  'as HTML': (text) => source('Content-Type: text/html', text),
  'in headers': (text) => {
    const line = text.replaceAll(/[\r\n]+/g, ' ').slice(0, text.length / 3);
    return source(`Subject: ${line}\nTo: ${line}\nContent-Type: ${line}`, 'x');
  },
  'as parts': (text) =>
    source(
      'Content-Type: multipart/report; boundary=b',
      `--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: message/delivery-status\n\n${text}\n--b--\n`,
    ),
};

const isBeyondBounds = (error: Error): void => expect(error.message).toMatch(/^Maximum (?:header size|MIME nesting)/);

async function expectLinear(read: (text: string) => unknown, piece: string, size: number): Promise<void> {
  const cost = await costOf(() => read(hostileText(piece, size)), NOISE);
  if (cost <= NOISE) return;
  const half = await costOf(() => read(hostileText(piece, size / 2)), NOISE / 3);
  expect([piece, cost < SECOND, cost / Math.max(half, NOISE / 3) < 3.3]).toEqual([piece, true, true]);
}

describe('hostile text is read in a second, and twice as much in twice the time', () => {
  const read = (mail: (text: string) => Buffer) => async (text: string) =>
    parseMail(mail(text)).then(readMail, isBeyondBounds);

  // more than the bounds of a text let through
  test.each(Object.entries(MAILS))('a mail with it %s', async (_, mail) => {
    for (const piece of [...REPEATED, ...NUMBERED]) await expectLinear(read(mail), piece, MEGABYTE / 4);
  });

  test.each(Object.entries(MAILS))('a megabyte of it %s', async (_, mail) => {
    for (const piece of ['*', '> ', 'a@', '<!--', '\n\n\n']) await expectLinear(read(mail), piece, MEGABYTE);
  });

  test.each(Object.entries(READERS))('%s', async (_, reader) => {
    for (const piece of [...REPEATED, ...NUMBERED]) await expectLinear(reader, piece, MEGABYTE / 16);
  });
});

test('a paragraph beyond the longest line keeps all of its words', () => {
  const words = Array.from({ length: 3_000 }, (_, i) => `word${i}`).join(' ');
  expect(boundedText(words).split(/\s/)).toEqual(words.split(' '));
  const { replyText: own } = readMail(mailOf({ From: 'a@b.example', Subject: 'Re: x' }, words));
  expect(own!.split(/\s/)).toEqual(words.split(' '));
});
