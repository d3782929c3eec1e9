import { automaticIn } from './automatic.js';
import type { Returned } from './bounce.js';
import { complaintIn, type Complaint } from './complaint.js';
import { textOfHtml } from './html.js';
import { boundedMail, boundedText } from './bounded.js';
import { authorOf, header, type ParsedMail } from './mail.js';
import { answeredIds, cutReport } from './original.js';
import { reportInProse } from './prose.js';
import { replyText } from './reply-text.js';
import { deliveryStatus } from './report.js';
import { wishIn } from './wish.js';

export const MAIL_KINDS = ['bounce', 'complaint', 'auto_reply', 'reply', 'other'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

const LONGEST_REPORT = 100_000;

/** What a mail that came in is. */
export interface MailReading {
  kind: MailKind;
  /** one entry a recipient: of a bounce, and of a report that something was delivered (which is kind other) */
  returned: Returned[];
  complaint: Complaint | null;
  /** an auto reply that says that the person is away; other auto replies only acknowledge */
  away: boolean;
  /** the day on which somebody who is away is back, 2027-01-04 */
  returnDate: string | null;
  /** a person's own words, of a reply */
  replyText: string | null;
  /** a short reply that asks for nothing but to be left alone */
  wish: 'stop' | null;
  /** Message-IDs that it answers or is about, the surest first */
  answers: string[];
  /** the address in From, or null */
  from: string | null;
}

/** Classifies a mail, of any size. Never throws; what it cannot classify is kind other. */
export function readMail(given: ParsedMail): MailReading {
  const mail = boundedMail(given);
  const body = mail.text.trim() === '' && mail.html ? boundedText(textOfHtml(mail.html)) : mail.text;
  const { report, original } = cutReport(mail, body.slice(0, LONGEST_REPORT));
  const read: MailReading = {
    kind: 'other',
    returned: [],
    complaint: null,
    away: false,
    returnDate: null,
    replyText: null,
    wish: null,
    answers: answeredIds(mail, original, ''),
    from: authorOf(mail.headers),
  };
  const complaint = complaintIn(mail, original);
  if (complaint) return { ...read, kind: 'complaint', complaint };
  const stated = deliveryStatus(mail, report, original);
  const returned = stated.length > 0 ? stated : automaticReply(mail, body) ? [] : reportInProse(mail, report, original);
  if (returned.length > 0) {
    const failed = returned.some(({ action }) => action === 'failed' || action === 'delayed');
    return { ...read, kind: failed ? 'bounce' : 'other', returned, answers: answeredIds(mail, original, report) };
  }
  const automatic = automaticIn(mail, body);
  if (automatic) return { ...read, kind: 'auto_reply', ...automatic };
  if (!fromAPerson(mail)) return read;
  const own = replyText(body);
  return { ...read, kind: 'reply', replyText: own, wish: wishIn(own, header(mail.headers, 'subject')) };
}

/** An out-of-office from a postmaster is none the less no bounce. */
function automaticReply(mail: ParsedMail, body: string): boolean {
  const automatic = automaticIn(mail, body);
  return automatic !== null && automatic.away && header(mail.headers, 'x-failed-recipients') === '';
}

/** Lists, newsletters and machines have marks that people's mails lack. */
function fromAPerson(mail: ParsedMail): boolean {
  const { headers } = mail;
  if (/^auto-/i.test(header(headers, 'auto-submitted'))) return false;
  if (/^(?:bulk|junk|list)$/i.test(header(headers, 'precedence')) && !header(headers, 'in-reply-to')) return false;
  if (header(headers, 'list-unsubscribe') || (header(headers, 'list-id') && !header(headers, 'in-reply-to')))
    return false;
  if (/mailer-daemon/i.test(header(headers, 'from'))) return false;
  const from = authorOf(headers) ?? '';
  return !/^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|noreply[^@]*|bounces?|notifications?)@/i.test(from);
}
