import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Authentication } from '../../inbound/authentication/authentication.js';
import { met, notApplicable, notMet, unknown, type HealthLine } from './line.js';
import type { Lookups } from './lookups.js';

export interface DkimFacts {
  domain: string;
  selector: string;
  /** PEM */
  privateKey: string;
}

const FEWEST_BITS = 1_024;

/** Without a key the server may sign, which only its recipients see; unless DNS has no key of the domain at all. */
export async function unsignedLines(domain: string, lookups: Lookups): Promise<HealthLine[]> {
  const below = await lookups.exists(`_domainkey.${domain}`);
  const key = below === false ? notMet('dkim_key', 'dkim_no_key') : unknown('dkim_key', 'dkim_by_server');
  return [key, notApplicable('dkim_match', 'dkim_by_server'), notApplicable('dkim_signature', 'dkim_by_server')];
}

/** `verify`: judges a mail that we signed by what stands in DNS. */
export async function dkimLines(
  dkim: DkimFacts,
  lookups: Lookups,
  verify: () => Promise<Authentication>,
): Promise<HealthLine[]> {
  const name = `${dkim.selector}._domainkey.${dkim.domain}`;
  const own = publicHalf(dkim.privateKey);
  const record = own && { type: 'TXT' as const, name, value: recordOf(own) };
  const records = await lookups.txt(name);
  const found = records?.find((each) => tagsOf(each).p !== undefined);
  if (found === undefined)
    return records
      ? [notMet('dkim_key', 'dkim_missing', { record }), ...unjudged()]
      : [unknown('dkim_key'), unknown('dkim_match'), unknown('dkim_signature')];
  const text = tagsOf(found).p?.replace(/\s/g, '') ?? '';
  if (text === '') return [notMet('dkim_key', 'dkim_revoked', { found, record, severity: 'blocks' }), ...unjudged()];
  const key = keyOf(text, tagsOf(found).k);
  if (!key) return [notMet('dkim_key', 'dkim_unreadable', { found, record }), ...unjudged()];
  const bits = key.asymmetricKeyDetails?.modulusLength;
  const same = own !== null && derOf(own).equals(derOf(key));
  return [
    bits !== undefined && bits < FEWEST_BITS
      ? notMet('dkim_key', 'dkim_short', { found: `${bits} bit: ${found}` })
      : met('dkim_key', bits === undefined ? found : `${bits} bit: ${found}`),
    same ? met('dkim_match', name) : notMet('dkim_match', 'dkim_other_key', { found, record }),
    signatureLine(await verify()),
  ];
}

function signatureLine({ result, evidence }: Authentication): HealthLine {
  // aligned or not is told by a line of its own
  if (result === 'pass' || /^dkim=pass\b/.test(evidence)) return met('dkim_signature', evidence);
  if (result === 'unknown') return unknown('dkim_signature', 'no_answer', evidence);
  return notMet('dkim_signature', 'dkim_not_verified', { found: evidence });
}

const unjudged = (): HealthLine[] => [notApplicable('dkim_match'), notApplicable('dkim_signature')];

/** Of `v=DKIM1; k=rsa; p=…`, and of DMARC's records. */
export function tagsOf(record: string): Record<string, string> {
  const pairs = record.split(';').map((tag) => {
    const at = tag.indexOf('=');
    return at < 0 ? [tag.trim().toLowerCase(), ''] : [tag.slice(0, at).trim().toLowerCase(), tag.slice(at + 1).trim()];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

function publicHalf(privateKey: string): KeyObject | null {
  try {
    return createPublicKey(privateKey);
  } catch {
    return null;
  }
}

/** RFC 8463: an Ed25519 key stands there bare. */
const ED25519_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

function keyOf(text: string, kind = 'rsa'): KeyObject | null {
  const bytes = Buffer.from(text, 'base64');
  const ways =
    kind === 'ed25519'
      ? [{ key: Buffer.concat([ED25519_HEAD, bytes]), type: 'spki' as const }]
      : [
          { key: bytes, type: 'spki' as const },
          { key: bytes, type: 'pkcs1' as const },
        ];
  for (const way of ways)
    try {
      return createPublicKey({ ...way, format: 'der' });
    } catch {
      // the next way
    }
  return null;
}

const derOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

function recordOf(key: KeyObject): string {
  const kind = key.asymmetricKeyType === 'ed25519' ? 'ed25519' : 'rsa';
  const bytes = kind === 'ed25519' ? derOf(key).subarray(ED25519_HEAD.length) : derOf(key);
  return `v=DKIM1; k=${kind}; p=${bytes.toString('base64')}`;
}
