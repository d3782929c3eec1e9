import { phrases } from './phrases/phrases.js';
import { header, headersNamed, type ParsedMail } from './mail.js';

/** What mail programs write when they unsubscribe for their user. */
const BY_A_PROGRAM = phrases(
  String.raw`
  apple mail (?:sent|hat|a envoyé|ha|heeft)
  this (?:message|e-?mail) was automatically (?:generated|sent) by
  (?:this is an )?automat\w+ unsubscribe request
  sent (?:this e-?mail )?to unsubscribe
  diese nachricht wurde automatisch (?:von|erstellt)
  ce message a été (?:généré|envoyé) automatiquement
`,
  { before: String.raw`^\s*`, flags: 'iu' },
);
/** The subject that our own List-Unsubscribe asks for: with the token of its message, or to an address that holds it. */
const TOKEN_IN_SUBJECT = /^\s*(?:re: ?)?unsubscribe[ :]+([a-z2-7]{40})\s*$/i;
const ALONE = /^\s*(?:re: ?)?unsubscribe\s*$/i;
const SIGNED_ADDRESS = /\+[a-z2-7]{40}@/i;

/**
 * Why a mail is an unsubscription that a mail program sent for its user; null where it is none. What else stands in it
 * does not matter: nobody writes such a subject by hand.
 */
export function optOutIn({ headers }: ParsedMail, text: string): string | null {
  const subject = header(headers, 'subject').slice(0, 1_000);
  if (/^(?:true|yes|1)$/i.test(header(headers, 'x-apple-unsubscribe'))) return 'X-Apple-Unsubscribe';
  if (TOKEN_IN_SUBJECT.test(subject)) return 'the subject of our List-Unsubscribe';
  if (!ALONE.test(subject)) return null;
  const to = ['to', 'delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => headersNamed(headers, name));
  if (to.some((address) => SIGNED_ADDRESS.test(address.slice(0, 2_000)))) return 'the address of our List-Unsubscribe';
  return text.trim() === '' || BY_A_PROGRAM.test(text.slice(0, 500)) ? 'a mail program unsubscribes' : null;
}

/** The token in such a subject, or null. */
export const tokenInSubject = (subject: string): string | null =>
  TOKEN_IN_SUBJECT.exec(subject.slice(0, 1_000))?.[1]?.toLowerCase() ?? null;
