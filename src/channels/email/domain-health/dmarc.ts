import { dmarc } from 'mailauth/lib/dmarc/index.js';
import { tagsOf } from './dkim.js';
import { met, notApplicable, notMet, unknown, type HealthLine } from './line.js';
import type { Lookups } from './lookups.js';

export interface AlignmentFacts {
  /** in From */
  domain: string;
  /** of the return path; null: SPF cannot pass for it */
  spf: string | null;
  /** that signs; null: nothing signs, or the signature cannot be right; undefined: it is not known */
  dkim: string | null | undefined;
}

const POLICIES = ['none', 'quarantine', 'reject'];

/** The policy of the domain in From, and whether one of SPF and DKIM speaks for that domain. */
export async function dmarcLines({ domain, spf, dkim }: AlignmentFacts, lookups: Lookups): Promise<HealthLine[]> {
  const judged = await dmarc({
    headerFrom: domain,
    spfDomains: spf ? [spf] : [],
    dkimDomains: dkim ? [{ domain: dkim }] : [],
    resolver: lookups.resolve,
  } as Parameters<typeof dmarc>[0]);
  if (!judged || judged.status.result === 'temperror') return silent();
  const name = `_dmarc.${domain}`;
  const record = (value: string) => ({ type: 'TXT' as const, name, value });
  const fresh = record(`v=DMARC1; p=none; rua=mailto:dmarc@${domain}`);
  if (!judged.rr) {
    const stated = (await lookups.txt(name))?.filter((each) => /^v=DMARC1\b/i.test(each));
    if (!stated) return silent();
    const line =
      stated.length > 1
        ? notMet('dmarc_record', 'dmarc_two_records', { found: stated.join(' | '), record: record(stated[0]!) })
        : notMet('dmarc_record', 'dmarc_missing', { record: fresh });
    return [line, notApplicable('dmarc_alignment'), notApplicable('dmarc_reports')];
  }
  const tags = tagsOf(judged.rr);
  const policy = String(judged.policy ?? '')
    .trim()
    .toLowerCase();
  const isValid = POLICIES.includes(policy) && POLICIES.includes(tags.p?.toLowerCase() ?? '');
  return [
    isValid
      ? met('dmarc_record', judged.rr)
      : notMet('dmarc_record', 'dmarc_invalid', { found: judged.rr, record: fresh }),
    alignmentLine(isAligned(judged, domain), dkim === undefined, policy === 'reject', judged.rr),
    /^mailto:/i.test(tags.rua ?? '')
      ? met('dmarc_reports', tags.rua)
      : notMet('dmarc_reports', 'dmarc_no_reports', {
          found: judged.rr,
          record: record(`${judged.rr.replace(/[;\s]{0,99}$/, '')}; rua=mailto:dmarc@${domain}`),
        }),
  ];
}

type Judged = Exclude<Awaited<ReturnType<typeof dmarc>>, false>;

/** mailauth goes on to the related domains where a policy is strict. */
function isAligned({ alignment }: Judged, domain: string): boolean {
  return [alignment.spf, alignment.dkim].some(
    ({ result, strict }) => Boolean(result) && (!strict || String(result).toLowerCase() === domain),
  );
}

function alignmentLine(aligned: boolean, mayBeSigned: boolean, rejects: boolean, found: string): HealthLine {
  if (aligned) return met('dmarc_alignment', found);
  if (mayBeSigned) return unknown('dmarc_alignment', 'dkim_by_server', found);
  return rejects
    ? notMet('dmarc_alignment', 'dmarc_reject_unaligned', { found, severity: 'blocks' })
    : notMet('dmarc_alignment', 'dmarc_unaligned', { found });
}

const silent = (): HealthLine[] => [unknown('dmarc_record'), unknown('dmarc_alignment'), unknown('dmarc_reports')];
