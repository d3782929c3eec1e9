/** What is checked, in the order in which it is shown. */
export const LINE_IDS = [
  'authentication',
  'spf_record',
  'spf_lookups',
  'spf_all',
  'spf_server',
  'dkim_key',
  'dkim_match',
  'dkim_signature',
  'dmarc_record',
  'dmarc_alignment',
  'dmarc_reports',
  'mx_from',
  'mx_return',
  'mta_sts',
  'tls',
  'ptr',
  'one_click',
  'unsubscribe_mail',
  'way_out',
  'postal_address',
  'block_lists',
  'complaints',
] as const;
export type LineId = (typeof LINE_IDS)[number];

/** unknown: DNS or the server did not tell; it never keeps a launch. */
export const LINE_STATUSES = ['met', 'not_met', 'unknown', 'not_applicable'] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];
export const SEVERITIES = ['blocks', 'warns'] as const;
export type LineSeverity = (typeof SEVERITIES)[number];

/** Why a line has its status. The console has a sentence for each, which says how to mend it. */
export const LINE_REASONS = [
  'no_answer',
  'captured',
  'no_authentication',
  'spf_missing',
  'spf_two_records',
  'spf_invalid',
  'spf_too_many_lookups',
  'spf_allows_all',
  'spf_not_server',
  'dkim_no_key',
  'dkim_by_server',
  'dkim_missing',
  'dkim_revoked',
  'dkim_unreadable',
  'dkim_short',
  'dkim_other_key',
  'dkim_not_verified',
  'dmarc_missing',
  'dmarc_two_records',
  'dmarc_invalid',
  'dmarc_unaligned',
  'dmarc_reject_unaligned',
  'dmarc_no_reports',
  'mx_missing',
  'mx_null',
  'mta_sts_missing',
  'tls_missing',
  'tls_certificate',
  'same_machine',
  'not_own_server',
  'ptr_missing',
  'one_click_missing',
  'one_click_not_https',
  'unsubscribe_mail_missing',
  'way_out_missing',
  'postal_address_missing',
  'listed',
  'list_refuses',
  'switched_off',
  'few_mails',
  'complaints_high',
] as const;
export type LineReason = (typeof LINE_REASONS)[number];

export interface DnsRecord {
  type: 'TXT' | 'PTR';
  name: string;
  value: string;
}

export interface HealthLine {
  id: LineId;
  status: LineStatus;
  severity: LineSeverity;
  reason: LineReason | null;
  /** the record, or the server's words, as they were found */
  found: string | null;
  /** to copy into DNS; null: nothing in DNS mends it, or its text depends on the provider */
  record: DnsRecord | null;
}

type Finding = Partial<Pick<HealthLine, 'found' | 'record' | 'severity'>>;

export const met = (id: LineId, found: string | null = null): HealthLine => lineOf(id, 'met', null, { found });
export const notMet = (id: LineId, reason: LineReason, finding: Finding = {}): HealthLine =>
  lineOf(id, 'not_met', reason, finding);
export const unknown = (id: LineId, reason: LineReason = 'no_answer', found: string | null = null): HealthLine =>
  lineOf(id, 'unknown', reason, { found });
export const notApplicable = (id: LineId, reason: LineReason | null = null, found: string | null = null): HealthLine =>
  lineOf(id, 'not_applicable', reason, { found });

function lineOf(id: LineId, status: LineStatus, reason: LineReason | null, finding: Finding): HealthLine {
  const { found = null, record = null, severity = 'warns' } = finding;
  return { id, status, severity, reason, found: found && shown(found), record };
}

const LONGEST = 500;

/** Strangers write records: what a screen or the database cannot hold is replaced. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD').slice(0, LONGEST);

export const WORST = ['blocks', 'warns', 'unknown', 'met', 'not_applicable'] as const;
export type Worst = (typeof WORST)[number];

/** Of all lines, what matters most before a launch. */
export function worstOf(lines: readonly HealthLine[]): Worst {
  const standings = new Set(lines.map(({ status, severity }) => (status === 'not_met' ? severity : status)));
  return WORST.find((each) => standings.has(each)) ?? 'not_applicable';
}
