import { Resolver } from 'node:dns/promises';
import { domainToASCII } from 'node:url';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { dmarc } from 'mailauth/lib/dmarc/index.js';
import type { DKIMResult } from 'mailauth';
import type { Authentication } from './authentication.js';
import { domainOfAddress, LONGEST_EVIDENCE } from './authentication.js';

export interface SignedMail {
  raw: Uint8Array;
  /** the address in From, as the mail was read */
  author: string;
  /** of DNS servers; null: the machine's own */
  servers: string[] | null;
  /** for all that is looked up, in milliseconds */
  patience: number;
}

export type SignatureCheck = Authentication & {
  /** DNS did not answer in time */
  silent: boolean;
};

// mailauth writes there of signatures that claim another length than the text has
// eslint-disable-next-line no-console
console.log = () => undefined;

/** Each costs a look-up, at a server that the sender of the mail chooses. */
const MOST_SIGNATURES = 8;
/** What must stand once, or the reader may take another one than that which was signed. */
const ONCE = ['from', 'subject', 'content-type'];

/** mailauth's types leave out which header fields were signed. */
type Signature = DKIMResult & { signingHeaders?: { keys: string } };

/** Checks the DKIM signatures of a mail against the domain in its From. Runs in a thread of its own. */
export default async function checkSignatures({ raw, author, servers, patience }: SignedMail): Promise<SignatureCheck> {
  const resolver = new Resolver({ timeout: Math.ceil(patience / 2), tries: 2 });
  if (servers) resolver.setServers(servers);
  let silent = false;
  const deadline = Date.now() + patience;
  const timer = setTimeout(() => resolver.cancel(), patience);
  const lookUp = async (name: string): Promise<string[][]> => {
    try {
      if (Date.now() >= deadline) throw Object.assign(new Error('too late'), { code: 'ETIMEOUT' });
      return await resolver.resolveTxt(name);
    } catch (error) {
      silent ||= !['ENOTFOUND', 'ENODATA'].includes((error as { code: string }).code);
      throw error;
    }
  };
  try {
    const { result, evidence } = await judge(Buffer.from(raw), author, lookUp);
    return { result, evidence: evidence.slice(0, LONGEST_EVIDENCE), silent };
  } finally {
    clearTimeout(timer);
  }
}

async function judge(
  raw: Buffer,
  author: string,
  resolver: (name: string) => Promise<string[][]>,
): Promise<Authentication> {
  const signed = count(raw, 'dkim-signature');
  if (signed === 0) return { result: 'none', evidence: 'dkim=none' };
  if (signed > MOST_SIGNATURES) return { result: 'none', evidence: `dkim=policy (${signed} signatures)` };
  const twice = ONCE.find((name) => count(raw, name) > 1);
  if (twice) return { result: 'none', evidence: `dkim=policy (${twice} stands twice)` };
  const { headerFrom, results } = await dkimVerify(raw, { resolver });
  const [from, ...others] = headerFrom ?? [];
  if (!from || others.length > 0 || from.toLowerCase() !== author)
    return { result: 'none', evidence: 'dkim=policy (From is not one address)' };
  const domain = ascii(domainOfAddress(author));
  const own = results.filter(({ status }) => status.aligned);
  const good = own.filter(isGood);
  const exact = good.find(({ signingDomain }) => ascii(signingDomain) === domain);
  if (exact) return { result: 'pass', evidence: written(exact) };
  if (good[0]) return byRelated(good[0], author, resolver);
  const unsure = own.find(({ status }) => status.result === 'temperror');
  if (unsure) return { result: 'unknown', evidence: written(unsure) };
  const broken = own.find(
    ({ status }) => status.result === 'fail' || /body hash did not verify/.test(String(status.comment)),
  );
  if (broken) return { result: 'fail', evidence: written(broken) };
  const [any] = results;
  return { result: 'none', evidence: any ? written(any) : 'dkim=none' };
}

/** By a related domain: allowed unless the domain's policy wants its own name to the letter. */
async function byRelated(
  signature: Signature,
  author: string,
  resolver: (name: string) => Promise<string[][]>,
): Promise<Authentication> {
  const policy = await dmarc({
    headerFrom: author,
    spfDomains: [],
    dkimDomains: [{ id: '', domain: signature.signingDomain, aligned: true }],
    resolver,
  } as Parameters<typeof dmarc>[0]);
  const result = policy ? policy.status.result : 'none';
  if (result === 'temperror') return { result: 'unknown', evidence: `${written(signature)}; dmarc=temperror` };
  // mailauth goes on to the related domains where a policy is strict
  const strict = policy && policy.alignment?.dkim?.strict;
  return { result: strict ? 'none' : 'pass', evidence: `${written(signature)}; dmarc=${strict ? 'fail' : result}` };
}

/** All of the body is signed, and From with it. */
function isGood({ status, signingHeaders }: Signature): boolean {
  const keys = String(signingHeaders?.keys ?? '')
    .toLowerCase()
    .split(/[\s:]+/);
  return status.result === 'pass' && !status.underSized && keys.includes('from');
}

function written({ status, signingDomain }: Signature): string {
  const why = status.comment ? ` (${String(status.comment)})` : status.underSized ? ' (not all of it is signed)' : '';
  return `dkim=${status.result}${why}${signingDomain ? ` header.d=${signingDomain}` : ''}`;
}

const ascii = (domain: string): string => domainToASCII(domain.trim()) || domain.trim().toLowerCase();

/** How many header fields of that name there are. */
function count(raw: Buffer, name: string): number {
  const end = raw.indexOf('\n\r\n');
  const other = raw.indexOf('\n\n');
  const head = Math.min(...[end, other, raw.length].filter((at) => at >= 0));
  const fields = raw.toString('latin1', 0, head).match(new RegExp(`^${name}[ \\t]*:`, 'gim'));
  return fields?.length ?? 0;
}
