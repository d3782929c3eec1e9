import type { MailRoute } from '../../../accounts/index.js';
import { met, notMet, unknown, type HealthLine } from './line.js';
import type { Lookups } from './lookups.js';

/** Replies come back to the domain in From, and bounces to that of the return path. */
export async function mxLines(domain: string, returnDomain: string, lookups: Lookups): Promise<HealthLine[]> {
  const [from, back, stated] = await Promise.all([
    lookups.mailRoute(domain),
    lookups.mailRoute(returnDomain),
    lookups.txt(`_mta-sts.${domain}`),
  ]);
  // receivers refuse mail from a domain that says that it takes none (RFC 7505, 4.2)
  const line = (id: 'mx_from' | 'mx_return', name: string, route: MailRoute): HealthLine =>
    route === 'unknown'
      ? unknown(id)
      : route === 'mx'
        ? met(id, name)
        : route === 'null_mx'
          ? notMet(id, 'mx_null', { found: `${name} MX 0 .`, severity: id === 'mx_from' ? 'blocks' : 'warns' })
          : notMet(id, 'mx_missing', { found: name });
  return [line('mx_from', domain, from), line('mx_return', returnDomain, back), mtaStsLine(domain, stated)];
}

function mtaStsLine(domain: string, stated: string[] | null): HealthLine {
  if (!stated) return unknown('mta_sts');
  const record = stated.find((each) => /^v=STSv1\b/.test(each));
  if (record) return met('mta_sts', record);
  const value = 'v=STSv1; id=1';
  return notMet('mta_sts', 'mta_sts_missing', { record: { type: 'TXT', name: `_mta-sts.${domain}`, value } });
}
