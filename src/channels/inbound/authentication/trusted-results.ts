import { isIP } from 'node:net';
import type { Header } from '../../../../libs/mail/index.js';
import { domainOfAddress, LONGEST_EVIDENCE, type Authentication } from './authentication.js';
import { resultsField, type MethodResult, type ResultsField } from './results-field.js';

/**
 * What the mailbox's own server found out; null where it says nothing certain. Only the topmost field with its
 * authserv-id counts, and only above every Received of a server that is not of its domain: a sender can write whatever
 * stands below. `fields`: raw and unfolded, from the top; `author`: the address in From.
 */
export function trustedResults(fields: Header[], trusted: string, author: string): Authentication | null {
  if (fields.filter(({ name }) => name.toLowerCase() === 'from').length !== 1) return null;
  const found = topmost(fields, trusted.toLowerCase());
  if (!found) return null;
  const domain = domainOfAddress(author);
  const dmarc = found.results.filter(({ method }) => method === 'dmarc');
  if (dmarc.length > 1) return null;
  const [policy] = dmarc;
  if (policy && isWithin(domain, policy.properties.get('header.from'))) {
    if (policy.result === 'pass' || policy.result === 'fail') return said(policy.result, policy, trusted);
  }
  // of another policy than that of the address in From
  if (policy && policy.result !== 'none') return null;
  const signature = found.results.find(
    (each) => each.method === 'dkim' && each.result === 'pass' && signs(each, domain),
  );
  return signature ? said('pass', signature, trusted) : null;
}

function topmost(fields: Header[], trusted: string): ResultsField | null {
  for (const { name, value } of fields) {
    const lower = name.toLowerCase();
    if (lower === 'received' && !isOwn(value, trusted)) return null;
    if (lower !== 'authentication-results') continue;
    const field = resultsField(value);
    if (field?.authservId === trusted) return field;
  }
  return null;
}

/** Written by a server of that domain, or handed on within one that names itself by its address alone. */
function isOwn(received: string, trusted: string): boolean {
  const text = received.slice(0, 1_000);
  const by = /(?:^|\s)by\s+\[?([\w.:-]+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  if (isIP(by) !== 0) return !/^\s*from\s/i.test(text);
  const above = trusted.slice(trusted.indexOf('.') + 1);
  const home = /[^.]\.[^.]/.test(above) && !SHARED.test(above) ? above : trusted;
  return by === home || by.endsWith(`.${home}`);
}

/** Below these every company has its own domain. */
const SHARED = /^(?:ac|co|com|edu|go|gov|ne|net|or|org)\.[a-z]{2}$/;

function signs({ properties }: MethodResult, domain: string): boolean {
  const signer = properties.get('header.d') ?? properties.get('header.i');
  return signer !== undefined && isWithin(domain, domainOfAddress(signer));
}

/** The domain itself, or one below it. */
const isWithin = (domain: string, above: string | undefined): boolean =>
  above !== undefined &&
  /[^.]\.[^.]/.test(above) &&
  (domain === above.toLowerCase() || domain.endsWith(`.${above.toLowerCase()}`));

function said(result: 'pass' | 'fail', { method, properties, ...found }: MethodResult, by: string): Authentication {
  const facts = [...properties].map(([name, value]) => ` ${name}=${value}`).join('');
  return { result, evidence: `${method}=${found.result}${facts} (${by})`.slice(0, LONGEST_EVIDENCE) };
}
