import { addressesIn, headersNamed, type Header, type Reading } from '../../../libs/mail/index.js';
import { dispatchOf } from '../../campaigns/index.js';
import { readVerp } from '../verp.js';

/** Headers in which mail systems leave the address to which a mail was delivered. */
const RECIPIENT_HEADERS = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to', 'to', 'cc'];

/** The dispatch that a mail answers or is about: by the address it came to, else by a Message-ID that it names. Null: it says none. */
export function dispatchIn(headers: Header[], { answers }: Pick<Reading, 'answers'>): string | null {
  const recipients = RECIPIENT_HEADERS.flatMap((name) => headersNamed(headers, name)).flatMap(addressesIn);
  return firstOf(recipients, readVerp) ?? firstOf(answers, dispatchOf);
}

function firstOf(texts: string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = read(text);
    if (found) return found;
  }
  return null;
}
