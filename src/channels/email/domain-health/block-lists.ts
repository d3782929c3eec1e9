import { met, notMet, unknown, type HealthLine } from './line.js';
import type { Lookups } from './lookups.js';
import { isPublicAddress, reverseName, type ServerFacts } from './server.js';

const DOMAIN_ZONES = ['dbl.spamhaus.org', 'multi.surbl.org'];
const ADDRESS_ZONES = ['zen.spamhaus.org', 'bl.spamcop.net'];

/** The domain, and the address of an own server: that of a provider is its own affair. */
export async function blockListLine(
  domain: string,
  { address, own }: ServerFacts,
  lookups: Lookups,
): Promise<HealthLine> {
  const names = DOMAIN_ZONES.map((zone) => `${domain}.${zone}`);
  if (own && address && isPublicAddress(address))
    names.push(...ADDRESS_ZONES.map((zone) => reverseName(address, zone)));
  const answers = await Promise.all(
    names.map(async (name) => ({
      name,
      codes: (await lookups.resolve(name, 'A').catch(noneOrSilence)) as string[] | null,
    })),
  );
  const listed = answers.filter(({ codes }) => codes?.some(isListing));
  if (listed.length > 0) {
    const found = listed.map(({ name, codes }) => `${name} = ${codes!.join(', ')}`).join(' | ');
    return notMet('block_lists', 'listed', { found });
  }
  const refusing = answers.filter(({ codes }) => codes && codes.length > 0);
  if (refusing.length > 0)
    return unknown(
      'block_lists',
      'list_refuses',
      refusing.map(({ name, codes }) => `${name} = ${codes![0]}`).join(' | '),
    );
  if (answers.some(({ codes }) => codes === null)) return unknown('block_lists');
  return met('block_lists', names.join(', '));
}

const noneOrSilence = ({ code }: { code?: string }): string[] | null =>
  code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null;

/**
 * RFC 5782: a listing is 127.0.0.2 or above. 127.255.255.x (Spamhaus) and 127.0.0.1 (SURBL) mean that the question came
 * through an open resolver or too often; 127.0.1.255 that an address was asked for.
 */
const isListing = (code: string): boolean =>
  code.startsWith('127.0.') && code !== '127.0.0.1' && code !== '127.0.1.255';
