import { domainToASCII } from 'node:url';
import { isEmailAddress } from '../../platform/index.js';

/**
 * An address as it is sent to, without the display name and brackets of "Maria <maria@example.com>"; null where it is
 * none.
 */
export function toEmail(text: string): string | null {
  const address = (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().replace(/^mailto:/i, '');
  return address.length <= 254 && isEmailAddress(address) ? address : null;
}

/** What two spellings of one address share. Providers' own rules (dots, plus signs) are theirs and not applied. */
export function emailKey(email: string): string {
  const key = email.trim().toLowerCase();
  const at = key.lastIndexOf('@') + 1;
  // a domain in another script has an ASCII twin, and domains are compared by that
  // oxlint-disable-next-line no-control-regex
  return /[^\x00-\x7f]/.test(key.slice(at)) ? key.slice(0, at) + (domainToASCII(key.slice(at)) || key.slice(at)) : key;
}
