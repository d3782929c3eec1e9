import { judged, type Action, type BounceEvidence, type Returned } from './bounce.js';
import type { Reason } from './reason.js';
import { addressesIn, fieldGroupsOf, header, headersNamed, type Header, type ParsedMail } from '../mail.js';

const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status'];
/** A mail of ours has one recipient; what a list made of it is cut. */
export const MOST_RECIPIENTS = 25;
const ACTIONS: Action[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/**
 * Every recipient of the mail's delivery-status parts (RFC 3464); where there is no such part, of fields in its text.
 */
export function deliveryStatus(mail: ParsedMail, report: string, original: Header[]): Returned[] {
  const parts = mail.parts.filter(({ type }) => STATUS_TYPES.includes(type));
  const texts = parts.length > 0 ? parts.map(({ text }) => text) : fieldsInText(report) ? [report] : reportInside(mail);
  const groups = texts.flatMap((text) => recipientGroups(fieldGroupsOf(text.replace(/^[ \t]+(?=[A-Z][\w-]+:)/gm, ''))));
  const alone = groups.length === 1;
  const all = groups.flatMap((group) => evidenceOf(group, original, alone ? report : '') ?? []);
  const lower = report.toLowerCase();
  const recipients = all.flatMap(({ recipient }) => recipient?.toLowerCase() ?? []);
  return distinct(all).map((each) => {
    const section = sectionAbout(report, lower, each.recipient, recipients);
    return judged({ ...each, diagnosis: each.diagnosis || section, around: each.around || section });
  });
}

/** A report about a report: the inner delivery status counts. */
function reportInside(mail: ParsedMail): string[] {
  if (!/daemon|postmaster|mail delivery/i.test(header(mail.headers, 'from'))) return [];
  return mail.parts.filter(({ type, text }) => type === 'message/rfc822' && fieldsInText(text)).map(({ text }) => text);
}

const fieldsInText = (text: string): boolean => /^[ \t]*(?:final|original)-recipient:/im.test(text);
const withoutFields = (text: string): string => text.replace(/^[ \t]*(?:[A-Z][a-z]+-)+[A-Z]*[a-z]+:.*$/gm, '');

/** Where several recipients are in one block, each Final-Recipient begins another. */
function recipientGroups(groups: Header[][]): Header[][] {
  return groups.flatMap((group) => {
    const parts: Header[][] = [[]];
    for (const field of group) {
      const begins = /^(?:final|original)-recipient$/i.test(field.name);
      if (begins && header(parts.at(-1)!, field.name)) parts.push([]);
      parts.at(-1)!.push(field);
    }
    return parts;
  });
}

function evidenceOf(group: Header[], original: Header[], around: string): BounceEvidence | null {
  const recipient = ['final-recipient', 'original-recipient', 'x-actual-recipient']
    .map((name) => addressOf(header(group, name)))
    .find(Boolean);
  const stated = header(group, 'status');
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(stated)?.[0] ?? null;
  const named = header(group, 'action')
    .toLowerCase()
    .split(/[^a-z]/)[0]!;
  if (!recipient && !(named && status)) return null;
  const action =
    ACTIONS.find((each) => each === named || each === `${named}ed`) ??
    (status?.startsWith('4') ? 'delayed' : status?.startsWith('2') ? 'delivered' : 'failed');
  const diagnosis = headersNamed(group, 'diagnostic-code')
    .map((value) =>
      value.replace(/^(?:smtp|x-[\w-]+|lmtp|dns|unix|esmtp) *; */i, (kind) => (/^x-/i.test(kind) ? kind : '')),
    )
    .join(' ');
  return {
    recipient: recipient ?? addressesIn(header(original, 'to'))[0] ?? null,
    action,
    status,
    // some write the server's answer where its code belongs
    diagnosis: diagnosis || (status === null ? stated : ''),
    verbatim: headersNamed(group, 'diagnostic-code').some((value) => /^smtp *;/i.test(value)),
    context: withoutFields(around),
    around,
    category: CATEGORIES[header(group, 'x-powermta-bouncecategory').toLowerCase()] ?? null,
  };
}

/** PowerMTA sorts what it reports. */
const CATEGORIES: Record<string, Reason> = {
  'bad-mailbox': 'userunknown',
  'bad-domain': 'hostunknown',
  'inactive-mailbox': 'suspend',
  'quota-issues': 'mailboxfull',
  'no-answer-from-host': 'networkerror',
  'routing-errors': 'networkerror',
  'message-expired': 'expired',
  'spam-related': 'spamdetected',
  'spam-block': 'spamdetected',
  'virus-related': 'virusdetected',
  'content-related': 'contenterror',
  'relaying-issues': 'norelaying',
};

function addressOf(value: string): string | null {
  return addressesIn(value.replace(/^[\w-]+ *;/, ''))[0] ?? null;
}

/** One entry for each recipient: a report that names one twice means the same, and the worse result counts. */
function distinct(all: BounceEvidence[]): BounceEvidence[] {
  const byRecipient = new Map<string, BounceEvidence>();
  for (const each of all) {
    const key = (each.recipient ?? '').toLowerCase();
    const before = byRecipient.get(key);
    if (!before || (before.action !== 'failed' && each.action === 'failed') || (!before.diagnosis && each.diagnosis))
      byRecipient.set(key, each);
  }
  return [...byRecipient.values()].slice(0, MOST_RECIPIENTS);
}

/** A delivery status without a diagnosis: what the text above it says of this recipient. */
function sectionAbout(report: string, lower: string, recipient: string | null, recipients: string[]): string {
  if (!recipient) return '';
  const at = lower.indexOf(recipient.toLowerCase());
  if (at < 0) return '';
  const begins = at + recipient.length;
  const near = lower.slice(begins, begins + LONGEST_SECTION);
  const others = recipients.filter((each) => each !== recipient.toLowerCase()).map((each) => near.indexOf(each));
  const ends = Math.min(LONGEST_SECTION, ...others.filter((other) => other >= 0));
  return withoutFields(report.slice(begins, begins + ends))
    .split(/\n[ \t]*\n/)[0]!
    .trim();
}

const LONGEST_SECTION = 600;
