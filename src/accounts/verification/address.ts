import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** An e-mail address taken apart (RFC 5321, with RFC 6531 for letters that are not ASCII). */
export interface Address {
  local: string;
  /** ASCII (A-labels), lower case; an address literal keeps its brackets */
  domain: string;
  literal: boolean;
  /** the local part has letters that need SMTPUTF8 */
  international: boolean;
}

export type AddressProblem =
  | 'empty'
  | 'no_at_sign'
  | 'local_part_empty'
  | 'local_part_too_long'
  | 'local_part_syntax'
  | 'quotes'
  | 'domain_empty'
  | 'domain_too_long'
  | 'domain_syntax'
  | 'domain_without_dot'
  | 'idn'
  | 'too_long';

const ATEXT = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\-\u0080-\u{10FFFF}]+`;
const DOT_STRING = new RegExp(`^${ATEXT}(\\.${ATEXT})*$`, 'u');
const QUOTED = /^"(?:[ !#-[\]-~\u0080-\u{10FFFF}]|\\[ -~])*"$/u;
// letters of other scripts, but no blanks, control characters or halves of a pair
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}]/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;
const LONGEST = 254;

/** The address in `text`, also as "Maria <maria@example.com>" or mailto:; else what is wrong with it. */
export function readAddress(text: string): Address | { problem: AddressProblem } {
  const bare = bareAddress(text);
  if (bare === '') return { problem: 'empty' };
  const at = bare.lastIndexOf('@');
  if (at < 0) return { problem: 'no_at_sign' };
  const local = bare.slice(0, at);
  const problem = problemOfLocal(local);
  if (problem) return { problem };
  const domain = readDomain(bare.slice(at + 1));
  if (typeof domain !== 'string') return domain;
  if (Buffer.byteLength(local) + 1 + domain.length > LONGEST) return { problem: 'too_long' };
  // oxlint-disable-next-line no-control-regex
  return { local, domain, literal: domain.startsWith('['), international: /[^\x00-\x7f]/.test(local) };
}

/** Without the display name and brackets of "Maria <maria@example.com>", and without mailto:. */
export function bareAddress(text: string): string {
  return (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().replace(/^mailto:/i, '');
}

function problemOfLocal(local: string): AddressProblem | null {
  if (local === '') return 'local_part_empty';
  if (Buffer.byteLength(local) > LONGEST_LOCAL) return 'local_part_too_long';
  if (local.startsWith('"')) return QUOTED.test(local) && !UNSEEN.test(local.replaceAll(' ', '')) ? null : 'quotes';
  return DOT_STRING.test(local) && !UNSEEN.test(local) ? null : 'local_part_syntax';
}

function readDomain(text: string): string | { problem: AddressProblem } {
  if (text === '') return { problem: 'domain_empty' };
  if (text.startsWith('[')) return readLiteral(text);
  // before the conversion, which takes 1.2 for a number and %41 for a letter
  if (!/^[A-Za-z0-9.\-\u0080-\u{10FFFF}]+$/u.test(text) || UNSEEN.test(text)) return { problem: 'domain_syntax' };
  const labels = text.normalize('NFC').split(/[.\u3002\uFF0E\uFF61]/u);
  const converts = labels.some((label) => /^xn--|[^A-Za-z0-9-]/iu.test(label));
  if (labels.includes('')) return { problem: 'domain_syntax' };
  const domain = converts ? domainToASCII(labels.join('.')) : text.toLowerCase();
  if (domain === '') return { problem: 'idn' };
  if (domain.length > LONGEST_DOMAIN) return { problem: 'domain_too_long' };
  const parts = domain.split('.');
  if (!parts.every((label) => LABEL.test(label))) return { problem: 'domain_syntax' };
  if (parts.length < 2) return { problem: 'domain_without_dot' };
  return TOP_LABEL.test(parts.at(-1)!) ? domain : { problem: 'domain_syntax' };
}

function readLiteral(text: string): string | { problem: AddressProblem } {
  const inside = /^\[(.*)\]$/s.exec(text)?.[1] ?? '';
  const six = /^IPv6:(.+)$/i.exec(inside)?.[1];
  const right = six === undefined ? isIP(inside) === 4 : isIP(six) === 6 && !six.includes('%');
  return right ? text.toLowerCase() : { problem: 'domain_syntax' };
}
