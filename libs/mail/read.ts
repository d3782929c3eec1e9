import { automaticIn, type Automatic } from './automatic.js';
import { judged, type Returned } from './returned/bounce.js';
import { complaintIn, reportAboutUs, type Complaint } from './returned/complaint.js';
import type { Successor } from './departure.js';
import { textOfHtml } from './html.js';
import { boundedMail, boundedText } from './bounded.js';
import { certaintyOf, type Certainty } from './judge.js';
import { meetingAnswerIn, meetingInWords, type MeetingAnswer } from './meeting.js';
import { optOutIn } from './opt-out.js';
import { ownCopyIn } from './own.js';
import { receiptIn, type Receipt } from './receipt.js';
import { authorOf, header, type Header, type ParsedMail } from './mail.js';
import { answeredIds, cutReport } from './returned/original.js';
import { reportInProse } from './returned/prose.js';
import { replyText } from './reply-text.js';
import { deliveryStatus } from './returned/report.js';
import { wishIn, type Wish } from './wish.js';

export const MAIL_KINDS = [
  'bounce',
  'complaint',
  'auto_reply',
  'reply',
  'receipt',
  'calendar',
  'opt_out',
  'own',
  'other',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

const LONGEST_REPORT = 100_000;

/** person: the contact; us: our sending; message: what we wrote; route: the way; nobody: nothing follows from it. */
export const MAIL_SUBJECTS = ['person', 'us', 'message', 'route', 'nobody', 'unclear'] as const;
export type MailSubject = (typeof MAIL_SUBJECTS)[number];

/** What a mail that came in is. */
export interface MailReading {
  kind: MailKind;
  about: MailSubject;
  certainty: Certainty;
  /** what shows it, in words */
  evidence: string;
  /** one entry a recipient: of a bounce, and of a report that something was delivered (which is kind other) */
  returned: Returned[];
  complaint: Complaint | null;
  /** an auto reply that says that the person is away */
  away: boolean;
  /** an auto reply, or a person, says that they have left their employer for good */
  left: boolean;
  /** whom it names instead */
  successor: Successor | null;
  receipt: Receipt | null;
  meeting: MeetingAnswer | null;
  /** the day on which somebody who is away is back, 2027-01-04 */
  returnDate: string | null;
  /** a person's own words, of a reply */
  replyText: string | null;
  /** whether a reply asks to be left alone */
  wish: Wish | null;
  /** Message-IDs that it answers or is about, the surest first */
  answers: string[];
  /** the address in From, or null */
  from: string | null;
}

/** What is known of a mail that nothing was made of. */
export const UNREAD_MAIL: MailReading = {
  kind: 'other',
  about: 'unclear',
  certainty: 'unclear',
  evidence: '',
  returned: [],
  complaint: null,
  away: false,
  left: false,
  successor: null,
  receipt: null,
  meeting: null,
  returnDate: null,
  replyText: null,
  wish: null,
  answers: [],
  from: null,
};

/**
 * Judges a mail, of any size: by its structure first, then by its marks, then by its words. `own`: our addresses, in lower
 * case. Never throws; what it cannot classify is kind other.
 */
export function readMail(given: ParsedMail, own: ReadonlySet<string> = new Set()): MailReading {
  const mail = boundedMail(given);
  const body = mail.text.trim() === '' && mail.html ? boundedText(textOfHtml(mail.html)) : mail.text;
  const { report, original } = cutReport(mail, body.slice(0, LONGEST_REPORT));
  const read: MailReading = {
    ...UNREAD_MAIL,
    answers: answeredIds(mail, original, ''),
    from: authorOf(mail.headers),
  };
  const structured = byStructure(mail, body, original, own);
  if (structured) return { ...read, ...structured, answers: [...(structured.answers ?? []), ...read.answers] };
  const stated = deliveryStatus(mail, report, original);
  const returned = stated.length > 0 ? stated : automaticReply(mail, body) ? [] : reportInProse(mail, report, original);
  if (returned.length > 0) {
    const failed = returned.some(({ action }) => action === 'failed' || action === 'delayed');
    const answers = answeredIds(mail, original, report);
    return { ...read, ...judgedReturn(returned), kind: failed ? 'bounce' : 'other', returned, answers };
  }
  const automatic = automaticIn(mail, body);
  if (automatic) return { ...read, ...judgedAutomatic(automatic), kind: 'auto_reply', replyText: replyText(body) };
  if (!fromAPerson(mail)) return { ...read, evidence: 'a machine or a list sent it' };
  const words = replyText(body);
  const wish = wishIn(words, header(mail.headers, 'subject'));
  const certainty = wish === 'perhaps' ? 'likely' : 'certain';
  return { ...read, kind: 'reply', about: 'person', certainty, evidence: REPLY_SHOWN, replyText: words, wish };
}

const REPLY_SHOWN = 'a person wrote it, and nothing marks a machine';

/** What a part or a header says by itself, whatever stands in the text. */
function byStructure(
  mail: ParsedMail,
  body: string,
  original: Header[],
  own: ReadonlySet<string>,
): Partial<MailReading> | null {
  const ofUs = reportAboutUs(mail);
  if (ofUs) return { about: 'us', certainty: 'certain', evidence: ofUs };
  const complaint = complaintIn(mail, original);
  if (complaint)
    return { kind: 'complaint', complaint, ...SURELY, evidence: `feedback report: ${complaint.feedbackType}` };
  const copy = ownCopyIn(mail, own);
  if (copy) return { kind: 'own', about: 'nobody', certainty: 'certain', evidence: copy };
  const receipt = receiptIn(mail, body);
  if (receipt?.disposition === 'rejected') return rejectedByFilter(receipt, body);
  if (receipt)
    return { kind: 'receipt', receipt, ...SURELY, evidence: receipt.disposition, answers: receipt.originals };
  const meeting = meetingAnswerIn(mail);
  if (meeting)
    return {
      kind: 'calendar',
      meeting,
      ...SURELY,
      evidence: `a calendar: ${meeting.answer}`,
      replyText: meetingInWords(meeting),
    };
  const optOut = optOutIn(mail, body);
  return optOut ? { kind: 'opt_out', ...SURELY, evidence: optOut, wish: 'stop', replyText: body.trim() } : null;
}

function rejectedByFilter({ recipient, originals }: Receipt, body: string): Partial<MailReading> {
  const evidence = { recipient, action: 'failed', status: null, diagnosis: body, context: '', around: '' } as const;
  const said = judged(evidence);
  const returned = [said.reason === 'undefined' ? judged({ ...evidence, category: 'filtered' }) : said];
  return { ...judgedReturn(returned), kind: 'bounce', returned, answers: originals };
}

const SURELY = { about: 'person', certainty: 'certain' } as const;

function judgedReturn(returned: Returned[]): Pick<MailReading, 'about' | 'certainty' | 'evidence'> {
  const { about, words, ...first } = returned.find(({ action }) => action === 'failed') ?? returned[0]!;
  return {
    about: about === 'recipient' ? 'person' : about,
    certainty: certaintyOf({ about, words, ...first }),
    evidence: `${first.reason}: ${words}`.slice(0, 500),
  };
}

function judgedAutomatic({ says, successor, returnDate }: Automatic): Partial<MailReading> {
  return {
    about: says === 'unclear' ? 'unclear' : 'person',
    certainty: says === 'unclear' ? 'unclear' : 'likely',
    evidence: SHOWN[says],
    away: says === 'away',
    left: says === 'left',
    successor,
    returnDate,
  };
}

const SHOWN: Record<Automatic['says'], string> = {
  away: 'it says that the person is away',
  left: 'it says that the person has left',
  received: 'it confirms that the mail arrived',
  unclear: 'an automatic reply that says neither an absence nor that the mail arrived',
};

/** An out-of-office from a postmaster is none the less no bounce. */
function automaticReply(mail: ParsedMail, body: string): boolean {
  const automatic = automaticIn(mail, body);
  return (
    automatic !== null &&
    (automatic.says === 'away' || automatic.says === 'left') &&
    header(mail.headers, 'x-failed-recipients') === ''
  );
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
