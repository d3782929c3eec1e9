import { isIP } from 'node:net';
import { spf } from 'mailauth/lib/spf/index.js';
import { met, notApplicable, notMet, unknown, type HealthLine } from './line.js';
import type { Lookups } from './lookups.js';
import { isPublicAddress, type ServerFacts } from './server.js';

/** No mail comes from it: all of a record is read, and what passes for it passes for everyone. */
const NOWHERE = '0.0.0.0';
/** RFC 7208, 4.6.4 */
const MOST_LOOKUPS = 10;
/** So many are followed, so that the line can tell how many there are. */
const MOST_FOLLOWED = 40;

const isSpf = (record: string): boolean => /^v=spf1(?: |$)/i.test(record);

/** SPF of the domain that stands in the return path. */
export async function spfLines(domain: string, server: ServerFacts, lookups: Lookups): Promise<HealthLine[]> {
  const records = (await lookups.txt(domain))?.filter(isSpf);
  if (!records) return [unknown('spf_record'), unknown('spf_lookups'), unknown('spf_all'), unknown('spf_server')];
  const [record] = records;
  const txt = (value: string) => ({ type: 'TXT' as const, name: domain, value });
  if (!record)
    return without(notMet('spf_record', 'spf_missing', { record: txt(`v=spf1 ${mechanismOf(server)} ~all`) }));
  const found = records.join('\n').replaceAll('\n', ' | ');
  if (records.length > 1)
    return without(notMet('spf_record', 'spf_two_records', { found, record: txt(merged(records)) }));
  const { status, lookups: made } = await evaluate(domain, NOWHERE, lookups);
  if (status.result === 'temperror')
    return [met('spf_record', record), unknown('spf_lookups'), unknown('spf_all'), unknown('spf_server')];
  const count = made?.count ?? 0;
  const tooMany = count > MOST_LOOKUPS;
  if (status.result === 'permerror' && !tooMany)
    return without(notMet('spf_record', 'spf_invalid', { found: `${record} (${String(status.comment)})` }));
  const open = status.result === 'pass' || status.result === 'neutral';
  return [
    met('spf_record', record),
    tooMany
      ? notMet('spf_lookups', 'spf_too_many_lookups', { found: `${count} / ${MOST_LOOKUPS}` })
      : met('spf_lookups', `${count} / ${MOST_LOOKUPS}`),
    tooMany
      ? unknown('spf_all', 'spf_too_many_lookups')
      : open
        ? notMet('spf_all', 'spf_allows_all', { found: record, record: txt(merged([record])) })
        : met('spf_all', record),
    await serverLine(domain, server, lookups),
  ];
}

/** Of a provider only the server that takes mail is known, not those that send it on: its "no" proves nothing. */
async function serverLine(domain: string, { address, own }: ServerFacts, lookups: Lookups): Promise<HealthLine> {
  if (!address || !isPublicAddress(address)) return unknown('spf_server', 'not_own_server');
  const { status } = await evaluate(domain, address, lookups);
  if (status.result === 'pass') return met('spf_server', address);
  if (status.result === 'temperror') return unknown('spf_server');
  const found = `${address}: ${status.result}`;
  return own ? notMet('spf_server', 'spf_not_server', { found }) : unknown('spf_server', 'not_own_server', found);
}

const evaluate = (domain: string, ip: string, lookups: Lookups): ReturnType<typeof spf> =>
  spf({
    ip,
    sender: `postmaster@${domain}`,
    helo: domain,
    mta: 'overture',
    maxResolveCount: MOST_FOLLOWED,
    resolver: lookups.resolve as NonNullable<Parameters<typeof spf>[0]['resolver']>,
  });

const without = (line: HealthLine): HealthLine[] => [
  line,
  notApplicable('spf_lookups'),
  notApplicable('spf_all'),
  notApplicable('spf_server'),
];

const MOST_TERMS = 100;

/** One record of all that these allow, with an end that others can judge by. */
function merged(records: string[]): string {
  const terms = records.flatMap((record) => record.split(' ').slice(1, MOST_TERMS));
  const kept = terms.filter((term) => term !== '' && !/^[+?~-]?all$/i.test(term));
  return `v=spf1 ${[...new Set(kept), '~all'].join(' ')}`;
}

/** What the large providers have their customers write, by the end of the host's name. */
const PROVIDERS: Record<string, string> = {
  'google.com': '_spf.google.com',
  'gmail.com': '_spf.google.com',
  'office365.com': 'spf.protection.outlook.com',
  'outlook.com': 'spf.protection.outlook.com',
  'amazonaws.com': 'amazonses.com',
  'sendgrid.net': 'sendgrid.net',
  'mailgun.org': 'mailgun.org',
  'postmarkapp.com': 'spf.mtasv.net',
};

function mechanismOf({ host }: ServerFacts): string {
  const provider = Object.entries(PROVIDERS).find(([end]) => host === end || host.endsWith(`.${end}`));
  if (provider) return `include:${provider[1]}`;
  const version = isIP(host);
  return version ? `ip${version}:${host}` : `a:${host}`;
}
