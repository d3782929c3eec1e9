import { readMail } from '../read.js';
import { mailOf } from '../builders.js';
import type { Reason } from './reason.js';
import { aboutOf } from './reasons.js';

const DAEMON = {
  From: 'Mail Delivery System <MAILER-DAEMON@mx.example>',
  To: 'us@ours.example',
  Subject: 'Undelivered Mail Returned to Sender',
};
const report = (fields: string, text = '') =>
  mailOf({ ...DAEMON, 'Content-Type': 'multipart/report; report-type=delivery-status' }, text, [
    { type: 'message/delivery-status', text: `Reporting-MTA: dns; mx.example\n\n${fields}` },
  ]);
const recipient = (action: string, status: string, diagnosis: string, address = 'maria@buyer.example') =>
  `Final-Recipient: rfc822; ${address}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnosis}\n`;

test.each<[string, string, string, Reason]>([
  ['550 5.1.1 <maria@buyer.example>: User unknown', '5.1.1', 'hard', 'userunknown'],
  ['550 5.1.2 Host unknown', '5.1.2', 'hard', 'hostunknown'],
  ['552 5.2.2 Mailbox full', '5.2.2', 'soft', 'mailboxfull'],
  ['451 4.1.1 User unknown, try again later', '4.1.1', 'soft', 'userunknown'],
  ['550 5.7.1 Message rejected as spam by content filtering', '5.7.1', 'policy', 'spamdetected'],
  ['550 5.7.26 Unauthenticated email is not accepted due to DMARC policy', '5.7.26', 'policy', 'authfailure'],
  [
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    '5.7.1',
    'policy',
    'blocked',
  ],
  ['552 5.3.4 Message size exceeds fixed limit', '5.3.4', 'soft', 'mesgtoobig'],
  ['550 5.7.25 The IP address has no PTR record', '5.7.25', 'policy', 'requireptr'],
])('%s', (diagnosis, status, bounceClass, reason) => {
  const about = aboutOf(reason);
  const read = readMail(report(recipient('failed', status, diagnosis)));
  expect(read.kind).toBe('bounce');
  expect(read.returned).toEqual([
    { recipient: 'maria@buyer.example', status, class: bounceClass, reason, about, action: 'failed', words: diagnosis },
  ]);
});

test('the recipient’s own address is no diagnosis', () => {
  const [returned] = readMail(
    report(recipient('failed', '5.2.2', '552 5.2.2 <spam@blocked.example> mailbox full', 'spam@blocked.example')),
  ).returned;
  expect(returned).toMatchObject({ reason: 'mailboxfull', class: 'soft' });
});

test('what is delayed is soft, whatever it says; what is delivered, relayed or expanded is no bounce', () => {
  expect(readMail(report(recipient('delayed', '4.4.1', 'connection timed out'))).returned[0]).toMatchObject({
    class: 'soft',
    action: 'delayed',
  });
  for (const action of ['delivered', 'relayed', 'expanded'])
    expect(readMail(report(recipient(action, '2.0.0', '250 ok')))).toMatchObject({
      kind: 'other',
      returned: [{ action }],
    });
});

test('each recipient has an entry, and one that is named twice has one', () => {
  const fields = [
    recipient('failed', '5.1.1', '550 5.1.1 User unknown', 'a@x.example'),
    recipient('failed', '5.2.2', '552 5.2.2 Mailbox full', 'b@x.example'),
    recipient('failed', '5.1.1', '550 5.1.1 User unknown', 'A@x.example'),
  ].join('\n');
  expect(readMail(report(fields)).returned.map((each) => [each.recipient, each.class])).toEqual([
    ['a@x.example', 'hard'],
    ['b@x.example', 'soft'],
  ]);
});

test('one report may have delivered to one and failed for another', () => {
  const read = readMail(
    report(
      [
        recipient('delivered', '2.0.0', '250 ok', 'a@x.example'),
        recipient('failed', '5.1.1', '550 5.1.1 User unknown', 'b@x.example'),
      ].join('\n'),
    ),
  );
  expect([read.kind, ...read.returned.map(({ action }) => action)]).toEqual(['bounce', 'delivered', 'failed']);
});

test.each<[string, string, string, string | null, string]>([
  [
    'qmail',
    "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<maria@buyer.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <us@ours.example>\nReceived: x\nTo: maria@buyer.example\n",
    'hard',
    '5.1.1',
    'userunknown',
  ],
  [
    'exim',
    'A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  maria@buyer.example\n    SMTP error from remote mail server after RCPT TO:<maria@buyer.example>:\n    host mx.buyer.example [192.0.2.1]: 550 No such user\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <us@ours.example>\nReceived: x\n',
    'hard',
    '5.0.0',
    'userunknown',
  ],
  [
    'a full mailbox',
    'Your message could not be delivered.\n\n<maria@buyer.example>: 552 5.2.2 mailbox is full\n',
    'soft',
    '5.2.2',
    'mailboxfull',
  ],
  [
    'Exchange',
    'Your message\n\n  To:      maria@buyer.example\n  Subject: Stock\n\ndid not reach the following recipient(s):\n\nmaria@buyer.example on Mon, 14 Dec 2026\n    The recipient name is not recognized\n',
    'hard',
    null,
    'userunknown',
  ],
])('a report for people only: %s', (_, text, bounceClass, status, reason) => {
  const read = readMail(mailOf(DAEMON, text));
  expect(read.kind).toBe('bounce');
  expect(read.returned).toMatchObject([{ recipient: 'maria@buyer.example', class: bounceClass, status, reason }]);
});

test('X-Failed-Recipients names whom the text does not', () => {
  const read = readMail(
    mailOf(
      { ...DAEMON, 'X-Failed-Recipients': 'a@x.example, b@x.example' },
      'Message not delivered. 550 5.1.1 no such user',
    ),
  );
  expect(read.returned.map(({ recipient: address }) => address)).toEqual(['a@x.example', 'b@x.example']);
});

test('the mail that it is about is named by its Message-ID', () => {
  const bounced = report(recipient('failed', '5.1.1', '550 5.1.1 User unknown'));
  bounced.parts.push({
    type: 'message/rfc822',
    text: 'From: us@ours.example\nMessage-ID:\n <0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b@overture>\n\nDear Maria',
  });
  expect(readMail(bounced).answers).toEqual(['<0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b@overture>']);
});

test.each([
  [
    'a person who asks about one',
    mailOf(
      { From: 'maria@buyer.example', Subject: 'Re: Undelivered Mail Returned to Sender' },
      'What does "550 5.1.1 user unknown" mean?',
    ),
  ],
  [
    'a person who attaches one',
    mailOf({ From: 'maria@buyer.example', Subject: 'original as attachment' }, 'See below', [
      {
        type: 'message/rfc822',
        text: 'From: MAILER-DAEMON@x\nSubject: failure notice\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\n',
      },
    ]),
  ],
])('%s has not bounced', (_, mail) => expect(readMail(mail).kind).toBe('reply'));

test('a feedback report is a complaint about whom it names', () => {
  const complaint = mailOf({ From: 'fbl@isp.example', Subject: 'FW: Stock' }, 'This is an email abuse report.', [
    {
      type: 'message/feedback-report',
      text: 'Feedback-Type: abuse\nUser-Agent: SomeGenerator/1.0\nVersion: 1\nOriginal-Rcpt-To: <maria@buyer.example>\nArrival-Date: Mon, 14 Dec 2026 10:00:00 +0100\n',
    },
    {
      type: 'message/rfc822',
      text: 'From: us@ours.example\nTo: maria@buyer.example\nMessage-ID: <0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b@overture>\n\nx',
    },
  ]);
  expect(readMail(complaint)).toMatchObject({
    kind: 'complaint',
    complaint: {
      feedbackType: 'abuse',
      recipient: 'maria@buyer.example',
      userAgent: 'SomeGenerator/1.0',
      arrivedAt: 'Mon, 14 Dec 2026 10:00:00 +0100',
    },
    answers: ['<0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b@overture>'],
  });
});

test.each(['not-spam', 'auth-failure'])('a report of type %s is no complaint', (type) => {
  expect(
    readMail(
      mailOf({ From: 'fbl@isp.example', Subject: 'x' }, 'x', [
        { type: 'message/feedback-report', text: `Feedback-Type: ${type}\n` },
      ]),
    ).kind,
  ).not.toBe('complaint');
});

describe('a filter that refuses says so as a receipt (RFC 5429)', () => {
  const receipt = (text: string, submitted = '') =>
    readMail(
      mailOf(
        {
          From: 'Mail Delivery Subsystem <filter@buyer.example>',
          Subject: 'Automatically rejected mail',
          'Content-Type': 'multipart/report; report-type=disposition-notification',
          ...(submitted ? { 'Auto-Submitted': submitted } : {}),
        },
        text,
        [
          {
            type: 'message/disposition-notification',
            text: 'Final-Recipient: rfc822; maria@buyer.example\nOriginal-Message-ID: <a@ours.example>\nDisposition: automatic-action/MDN-sent-automatically; deleted\n',
          },
        ],
      ),
    );

  test.each<[string, string, Reason]>([
    ['Your message was automatically rejected:\nQuota exceeded', 'soft', 'mailboxfull'],
    ['The message was refused by the recipient’s mail filtering program. I buy nothing.', 'policy', 'filtered'],
  ])('%s', (text, bounceClass, reason) => {
    const read = receipt(text);
    expect(read).toMatchObject({ kind: 'bounce', receipt: null, answers: ['<a@ours.example>'] });
    expect(read.returned).toMatchObject([{ recipient: 'maria@buyer.example', class: bounceClass, reason }]);
  });

  test('a mail deleted unread is a receipt', () => {
    const read = receipt('Your message was deleted without being read on Monday.');
    expect(read).toMatchObject({ kind: 'receipt', returned: [], receipt: { disposition: 'deleted' } });
  });

  test('the mark in Auto-Submitted is enough', () => {
    expect(receipt('Non.', 'auto-replied (rejected)')).toMatchObject({ kind: 'bounce', certainty: 'likely' });
  });
});

test('a Status that holds the answer instead of a code is read', () => {
  const status =
    'Final-Recipient: rfc822;maria@buyer.example\nAction: failure\nStatus: 553 Exceeded maximum message size\n';
  expect(readMail(report(status)).returned).toMatchObject([{ class: 'soft', reason: 'mesgtoobig' }]);
});

test.each([
  [
    'E500_SMTP_Mail_Service@mx.example',
    'Returned Mail',
    '<maria@buyer.example>: Requested action not taken: mailbox unavailable. [SMTP Error Code 550]',
    'policy',
  ],
  ['postmaster@mx.example', 'Undeliverable Mail', 'Invalid final delivery userid: maria@buyer.example', 'soft'],
  [
    'Postmaster@mx.example',
    'Mail Delivery Warning',
    'Delivery of email to this address\n"maria@buyer.example"\nhas been postponed due to a full mailbox.',
    'soft',
  ],
])('a report in words alone, from %s', (From, Subject, text, bounceClass) => {
  const read = readMail(mailOf({ From, Subject, To: 'us@ours.example' }, text));
  expect(read.kind).toBe('bounce');
  expect(read.returned).toMatchObject([{ recipient: 'maria@buyer.example', class: bounceClass }]);
});
