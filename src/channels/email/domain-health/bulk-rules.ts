import type { HealthLine, LineId, LineStatus } from './line.js';

export const PROVIDERS_WITH_RULES = ['google', 'yahoo', 'microsoft'] as const;
type ProviderWithRules = (typeof PROVIDERS_WITH_RULES)[number];

export const BULK_RULE_IDS = [
  'spf',
  'dkim',
  'dmarc',
  'alignment',
  'ptr',
  'tls',
  'one_click',
  'way_out',
  'reachable',
  'complaints',
] as const;

interface BulkRule {
  id: (typeof BULK_RULE_IDS)[number];
  providers: ProviderWithRules[];
  lines: LineId[];
}

const ALL: ProviderWithRules[] = [...PROVIDERS_WITH_RULES];

/** What Google, Yahoo (since 2024) and Microsoft (since 2025) want of those who send 5,000 mails a day or more. */
const BULK_RULES: BulkRule[] = [
  { id: 'spf', providers: ALL, lines: ['spf_record', 'spf_lookups', 'spf_all'] },
  { id: 'dkim', providers: ALL, lines: ['dkim_key', 'dkim_match', 'dkim_signature'] },
  { id: 'dmarc', providers: ALL, lines: ['dmarc_record'] },
  { id: 'alignment', providers: ALL, lines: ['dmarc_alignment'] },
  { id: 'ptr', providers: ['google', 'yahoo'], lines: ['ptr'] },
  { id: 'tls', providers: ['google'], lines: ['tls'] },
  { id: 'one_click', providers: ['google', 'yahoo'], lines: ['one_click'] },
  { id: 'way_out', providers: ALL, lines: ['way_out'] },
  { id: 'reachable', providers: ['yahoo', 'microsoft'], lines: ['mx_from'] },
  { id: 'complaints', providers: ['google', 'yahoo'], lines: ['complaints'] },
];

/** A rule is as its worst line. */
export function bulkRules(lines: readonly HealthLine[]): (BulkRule & { status: LineStatus })[] {
  return BULK_RULES.map((rule) => {
    const found = new Set(lines.filter(({ id }) => rule.lines.includes(id)).map(({ status }) => status));
    const status = (['not_met', 'unknown', 'met'] as const).find((each) => found.has(each)) ?? 'not_applicable';
    return { ...rule, status };
  });
}
