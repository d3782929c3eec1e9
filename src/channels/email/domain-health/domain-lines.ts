import type { Authentication } from '../../inbound/authentication/authentication.js';
import { blockListLine } from './block-lists.js';
import { dkimLines, unsignedLines, type DkimFacts } from './dkim.js';
import { dmarcLines } from './dmarc.js';
import { LINE_IDS, met, notApplicable, notMet, unknown, type HealthLine, type LineId } from './line.js';
import type { Lookups } from './lookups.js';
import { contentLines, type SampleMail } from './mail-content.js';
import { mxLines } from './mx.js';
import { ptrLine, tlsLine, type ServerFacts } from './server.js';
import { spfLines } from './spf.js';

export interface DomainFacts {
  /** in From; as DNS writes it, lower case */
  domain: string;
  returnDomain: string;
  server: ServerFacts;
  /** null: no key is entered at the sender */
  dkim: DkimFacts | null;
  /** null: the key cannot sign */
  sample: SampleMail | null;
  /** judges the signature of the sample by what stands in DNS */
  verify: () => Promise<Authentication>;
  asksBlockLists: boolean;
  /** of the last seven days */
  week: { sent: number; complained: number };
}

/** A sender whose mails are captured has nothing to check. */
export const capturedLines = (): HealthLine[] => LINE_IDS.map((id) => notApplicable(id, 'captured'));

/** All lines of one sender, in their order. What DNS does not tell is unknown. */
export async function domainLines(facts: DomainFacts, lookups: Lookups): Promise<HealthLine[]> {
  const { domain, returnDomain, server, dkim, sample } = facts;
  const [spf, signed, mx, ptr, listed] = await Promise.all([
    spfLines(returnDomain, server, lookups),
    dkim ? dkimLines(dkim, lookups, facts.verify) : unsignedLines(domain, lookups),
    mxLines(domain, returnDomain, lookups),
    ptrLine(server, lookups),
    facts.asksBlockLists ? blockListLine(domain, server, lookups) : notApplicable('block_lists', 'switched_off'),
  ]);
  const spfFails = fails(spf, 'spf_record');
  const dkimFails = signed.some(({ status }) => status === 'not_met');
  const dmarc = await dmarcLines(
    {
      domain,
      spf: spfFails ? null : returnDomain,
      dkim: dkimFails ? null : dkim ? dkim.domain : undefined,
    },
    lookups,
  );
  const lines = [
    authenticationLine(spf, spfFails, dkimFails, dkim),
    ...spf,
    ...signed,
    ...dmarc,
    ...mx,
    tlsLine(server),
    ptr,
    ...(sample ? contentLines(sample) : []),
    listed,
    complaintsLine(facts.week),
  ];
  return lines.toSorted((one, two) => LINE_IDS.indexOf(one.id) - LINE_IDS.indexOf(two.id));
}

const fails = (lines: HealthLine[], id: LineId): boolean =>
  lines.some((line) => line.id === id && line.status === 'not_met');

/** Providers refuse mail for which neither speaks. */
function authenticationLine(spf: HealthLine[], spfFails: boolean, dkimFails: boolean, dkim: unknown): HealthLine {
  if (spfFails && dkimFails) return notMet('authentication', 'no_authentication', { severity: 'blocks' });
  const [record] = spf;
  if (record?.status === 'met') return met('authentication', 'SPF');
  return dkim && !dkimFails && spfFails ? met('authentication', 'DKIM') : unknown('authentication');
}

const FEWEST_MAILS = 100;
/** Google and Yahoo want less than 0.3 %. */
const MOST_COMPLAINTS = 0.003;

function complaintsLine({ sent, complained }: DomainFacts['week']): HealthLine {
  const found = `${complained} / ${sent}`;
  if (sent < FEWEST_MAILS) return notApplicable('complaints', 'few_mails', found);
  return complained / sent < MOST_COMPLAINTS
    ? met('complaints', found)
    : notMet('complaints', 'complaints_high', { found });
}
