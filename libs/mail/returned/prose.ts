import { phrases } from '../phrases/phrases.js';
import { BODY, MACHINE, POLITE, SUBJECT } from '../phrases/prose-phrases.js';
import { judged, type Action, type Returned } from './bounce.js';
import { MOST_RECIPIENTS } from './report.js';
import { addressesIn, header, headersNamed, linesOf, type Header, type ParsedMail } from '../mail.js';

/** A report for people only: no delivery status, but a machine's own words. Empty where it is no report. */
export function reportInProse(mail: ParsedMail, report: string, original: Header[]): Returned[] {
  const named = headersNamed(mail.headers, 'x-failed-recipients').flatMap(addressesIn).slice(0, MOST_RECIPIENTS);
  if (named.length === 0 && !isReport(mail, report)) return [];
  const action: Action = delayed(mail, report) ? 'delayed' : 'failed';
  const own = ourselves(mail, original);
  const sections = sectionsOf(report, own);
  const known = named.filter((address) => !sections.some((section) => same(section.recipient, address)));
  const whole = sections.length === 0 || (sections.length === 1 && diagnosisOf(sections[0]!.words).length < 4);
  if (whole) {
    const recipients =
      sections.length > 0
        ? [sections[0]!.recipient]
        : named.length > 0
          ? named
          : [loneRecipient(report, original, own)];
    return recipients.map((recipient) =>
      judged({
        recipient,
        action,
        status: null,
        // what is said of several at once is not known of any one of them
        diagnosis: recipients.length > 1 ? '' : diagnosisOf(report),
        context: header(mail.headers, 'subject'),
        around: recipients.length > 1 ? '' : report,
      }),
    );
  }
  return [
    ...sections.map(({ recipient, words }) =>
      judged({
        recipient,
        action,
        status: null,
        diagnosis: diagnosisOf(words),
        context: sections.length > 1 ? '' : report,
        around: sections.length > 1 ? words : report,
      }),
    ),
    ...(sections.length === 1 && known.length === 1 && !named.some((address) => same(sections[0]!.recipient, address))
      ? []
      : known.map((recipient) => judged({ recipient, action, status: null, diagnosis: '', context: '', around: '' }))),
  ];
}

export function isReport(mail: ParsedMail, report: string): boolean {
  const from = `${header(mail.headers, 'from')} ${header(mail.headers, 'sender')}`;
  const empty = headersNamed(mail.headers, 'return-path').some((path) => /^<\s*>$|MAILER-DAEMON/i.test(path));
  const typed =
    /multipart\/report/i.test(header(mail.headers, 'content-type')) &&
    !/feedback-report|disposition/i.test(header(mail.headers, 'content-type'));
  const machine = MACHINE.test(from) || empty || typed || /^<?>?$/.test(header(mail.headers, 'from'));
  const about = SUBJECT.test(header(mail.headers, 'subject'));
  // a script that answers for a mailbox, names no code and is no mail system's daemon, sends an automatic reply
  const script =
    /^auto-replied/i.test(header(mail.headers, 'auto-submitted')) && !/daemon|delivery/i.test(from) && !typed;
  if (script && !/(?:^|\D)[45][0-5]\d[ :-]|\b[45]\.\d\.\d{1,3}\b/m.test(report)) return false;
  if (/^(?:re|aw|fwd?|wg|tr|rv) ?:/i.test(header(mail.headers, 'subject')) && !machine) return false;
  const words = BODY.test(report) || /\b[45]\.\d\.\d{1,3}\b/.test(report) || /(?:^|\D)5[0-5]\d[ -]/m.test(report);
  return machine && words && (about || /mailer-daemon|postmaster|delivery/i.test(from) || typed || strong(report));
}

const strong = (report: string): boolean =>
  /user unknown|invalid user|no such user|permanent fatal errors|undeliverable|could not be delivered|delivery failed|error message below/i.test(
    report,
  );

function delayed(mail: ParsedMail, report: string): boolean {
  return (
    /\bdelayed\b|warning: (?:message|could not send)/i.test(header(mail.headers, 'subject')) ||
    /no action is required on your part|will (?:keep trying|continue to (?:try|attempt))|this is a warning message only|do(?:es)? not need to resend|has not (?:yet )?been delivered/i.test(
      report,
    )
  );
}

function ourselves(mail: ParsedMail, original: Header[]): Set<string> {
  const names = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'return-path', 'from', 'x-envelope-to'];
  const all = [
    ...names.flatMap((name) => headersNamed(mail.headers, name)),
    ...['from', 'return-path', 'sender', 'reply-to', 'list-post', 'list-unsubscribe'].map((name) =>
      header(original, name),
    ),
  ];
  return new Set(all.flatMap(addressesIn).map((address) => address.toLowerCase()));
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

interface Section {
  recipient: string;
  words: string;
}

/** An address that begins a line, behind marks, a number or a label, opens what is said about it. */
const OPENS = phrases(
  String.raw`
  (?:(?:original |final |failed )?recipient(?: address)?|user|address|rcpt to|e-?mail|sent to|\
    mailbox|for|failed address|intended recipient|delivered to) ?[:=] ?
`,
  {
    before: String.raw`^(?=([ >*•·\-"'()]*(?:\d{1,3}[.)][ >*•·\-"'()]*)?))\1`,
    after: String.raw`?["'<([]*(?:mailto:|smtp:|rfc822;)? ?$`,
    flags: 'iu',
  },
);
/** So does one that ends an announcement. */
const ANNOUNCES =
  /\b(?:deliver\w*|sent|mail|message|failed|reach\w*|recipient|address)[^@]{0,60}\b(?:to|for|recipient|address(?:es)?|:) ?:? ?["'<([]*(?:mailto:)?$/iu;
/** What may hold an address, and what may stand before it. */
const WORD = /[^\s<>"'()[\],;:]+/gu;
const LONGEST_LEAD = 150;

function sectionsOf(report: string, own: Set<string>): Section[] {
  const sections: Section[] = [];
  const known = new Set<string>();
  let before = '';
  for (const line of linesOf(report)) {
    const opened = openedBy(line, own);
    const again = opened !== null && known.has(opened.toLowerCase());
    if (opened && !again && sections.length < MOST_RECIPIENTS) {
      sections.push({ recipient: opened, words: `${line}\n` });
      known.add(opened.toLowerCase());
    } else if (sections.length > 0) sections.at(-1)!.words += `${line}\n`;
    else before += `${line}\n`;
  }
  if (sections.length === 1) sections[0]!.words = `${sections[0]!.words}${codesOnly(before)}`;
  return sections;
}

/** What stands before the only recipient counts where it is a server's answer. */
const codesOnly = (before: string): string =>
  linesOf(before)
    .filter((line) => /(?:^|\D)[45]\d\d[ -]|\b[45]\.\d\.\d/.test(line))
    .join('\n');

/** Whom to ask about a report is not whom the mail was for. */
const HELP = /\b(?:for (?:\w+ )?(?:help|assistance|information)|contact|questions?|write to|ask|hilfe|wenden)\b/i;
const ADMINISTRATOR = /^(?:postmaster|mailer-daemon|hostmaster|abuse|noc)@/i;

function openedBy(line: string, own: Set<string>): string | null {
  if (/^\s*(?:from|to|sender|reply-to|mail from|return-path|cc|message-id|envelope-from)\s*:/i.test(line)) return null;
  if (/^\s*\d{3}[ -]/.test(line)) return null;
  if (!line.includes('@')) return null;
  const [plain] = addressesIn(addressOpening(line.replace(/\s+/g, ' ')));
  return plain && !own.has(plain.toLowerCase()) && !ADMINISTRATOR.test(plain) ? plain : null;
}

/** The word with the first address of a line that opens or announces, or ''. */
function addressOpening(line: string): string {
  let end = 0;
  for (const { 0: word, index } of line.matchAll(WORD)) {
    if (!word.includes('@')) continue;
    const lead = line.slice(Math.max(end, index - LONGEST_LEAD), index);
    if ((end === 0 && OPENS.test(lead)) || (ANNOUNCES.test(lead) && !HELP.test(lead))) return word;
    end = index + word.length;
  }
  return '';
}

function loneRecipient(report: string, original: Header[], own: Set<string>): string | null {
  const candidates = [
    ...addressesIn(report),
    ...['x-envelope-to', 'envelope-to', 'delivered-to', 'to'].flatMap((name) => addressesIn(header(original, name))),
  ];
  return (
    candidates.find((address) => !own.has(address.toLowerCase()) && !ADMINISTRATOR.test(address)) ??
    addressesIn(header(original, 'to'))[0] ??
    null
  );
}

/** The part of a text in which something is said: courtesies and blank lines left out. */
function diagnosisOf(words: string): string {
  return linesOf(words)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !POLITE.test(line) && !/^[-=_*#~]{3,}$/.test(line))
    .join('\n')
    .replace(/^\S+@\S+\s*/u, '')
    .slice(0, 3000);
}
