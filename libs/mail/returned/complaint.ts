import { addressesIn, fieldGroupsOf, header, headersNamed, type Header, type ParsedMail } from '../mail.js';

/** A feedback report (ARF, RFC 5965): somebody pressed "this is spam". */
export interface Complaint {
  /** abuse, fraud, virus, opt-out, not-spam … */
  feedbackType: string;
  recipient: string | null;
  /** who reports: the mail system's own name for itself */
  userAgent: string | null;
  arrivedAt: string | null;
}

/** Null where it is none. A report that a mail is NOT spam, or of a failed DMARC check, is no complaint. */
export function complaintIn(mail: ParsedMail, original: Header[]): Complaint | null {
  if (/"notificationType"\s*:\s*"Complaint"/.test(mail.text)) return fromNotification(mail.text);
  const part = mail.parts.find(({ type }) => type === 'message/feedback-report');
  const fields = part ? (fieldGroupsOf(part.text)[0] ?? []) : [];
  const feedbackType = header(fields, 'feedback-type').toLowerCase() || (part || isJmrp(mail, original) ? 'abuse' : '');
  if (!feedbackType || isAboutUs(feedbackType) || feedbackType === 'not-spam') return null;
  const named = [
    ...['original-rcpt-to', 'removal-recipient'].flatMap((name) => headersNamed(fields, name)),
    header(mail.headers, 'x-hmxmroriginalrecipient'),
    header(original, 'x-hmxmroriginalrecipient'),
    header(original, 'to'),
  ];
  return {
    feedbackType,
    recipient: named.flatMap(addressesIn)[0] ?? null,
    userAgent: header(fields, 'user-agent') || null,
    arrivedAt: header(fields, 'arrival-date') || header(fields, 'received-date') || null,
  };
}

/** Microsoft's junk mail reports come as the plain original: a header of their own names its recipient. */
const isJmrp = (mail: ParsedMail, original: Header[]): boolean =>
  (header(mail.headers, 'x-hmxmroriginalrecipient') !== '' && mail.parts.length > 0) ||
  (header(original, 'x-hmxmroriginalrecipient') !== '' &&
    /@(?:hotmail|outlook|microsoft)\.com\b|^complaint about message/i.test(
      `${header(mail.headers, 'subject').slice(0, 1_000)} ${header(mail.headers, 'from').slice(0, 1_000)}`,
    ));

/** A failed check of our own domain, which no recipient has anything to do with. */
const isAboutUs = (feedbackType: string): boolean => /^(?:auth-failure|dmarc|dkim|spf)/.test(feedbackType);

/**
 * Why a mail is a report about our sending and nobody's complaint: DMARC and other failures, a mail that was called no
 * spam, the daily reports of DMARC and TLS. Null where it is none.
 */
export function reportAboutUs({ headers, parts }: ParsedMail): string | null {
  const part = parts.find(({ type }) => type === 'message/feedback-report');
  const feedbackType = part ? header(fieldGroupsOf(part.text)[0] ?? [], 'feedback-type').toLowerCase() : '';
  if (isAboutUs(feedbackType) || feedbackType === 'not-spam') return `feedback report: ${feedbackType}`;
  if (/report-type="?tlsrpt/i.test(header(headers, 'content-type'))) return 'a report on TLS';
  return /^\s*(?:\[[^\]]{1,50}\]\s*)?report domain:/i.test(header(headers, 'subject').slice(0, 200))
    ? 'a report on DMARC'
    : null;
}

/** Amazon SES reports complaints as JSON in a mail. */
function fromNotification(text: string): Complaint {
  const value = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`).exec(text)?.[1] ?? null;
  const recipients = text.slice(Math.max(0, text.indexOf('"complainedRecipients"')));
  return {
    feedbackType: value('complaintFeedbackType') ?? 'abuse',
    recipient: addressesIn(/"emailAddress"\s*:\s*"([^"]*)"/.exec(recipients)?.[1] ?? '')[0] ?? null,
    userAgent: value('userAgent'),
    arrivedAt: value('arrivalDate'),
  };
}
