import { judgeEmail, type EmailCheck } from './email.js';
import type { MailRoute } from './mail-route.js';
import { judgePhone, type PhoneCheck } from './phone.js';

export type ContactPointCheck = { input: string } & (
  | ({ kind: 'email' } & EmailCheck)
  | ({ kind: 'phone' } & PhoneCheck)
  | { kind: 'unknown'; state: 'invalid'; reason: 'neither_address_nor_number'; normalised: null }
);

/** Judges an address or a number, whichever it looks like. */
export async function judgePoint(
  input: string,
  country: string | null,
  routes?: (domain: string) => Promise<MailRoute>,
): Promise<ContactPointCheck> {
  const kind = kindOf(input);
  if (kind === 'email') return { input, kind, ...(await judgeEmail(input, routes)) };
  if (kind === 'phone') return { input, kind, ...judgePhone(input, country) };
  return { input, kind, state: 'invalid', reason: 'neither_address_nor_number', normalised: null };
}

/** A number has digits, what people write between them, and perhaps an extension. */
function kindOf(text: string): 'email' | 'phone' | 'unknown' {
  if (text.includes('@')) return 'email';
  const bare = text.trim().replace(/^tel:/i, '');
  const digits = bare.replaceAll(/\P{Nd}/gu, '').length;
  return digits >= 2 &&
    /^[\p{Nd}\s+\uFF0B()./\-\u2010-\u2015\uFF0D;,#x*=]*((ext|durchwahl|dw|app)\.?[\s\p{Nd}=:.]*)?$/iu.test(bare)
    ? 'phone'
    : 'unknown';
}
