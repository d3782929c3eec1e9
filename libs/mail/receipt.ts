import { phrases } from './phrases/phrases.js';
import { addressesIn, fieldGroupsOf, header, headersNamed, messageIdsIn, type ParsedMail } from './mail.js';

/** A message disposition notification (RFC 8098): a program says what became of our mail in a mailbox. */
export interface Receipt {
  recipient: string | null;
  /** displayed, deleted, dispatched, processed, denied, failed …; rejected: a filter of the mailbox refused the mail */
  disposition: string;
  /** Message-IDs of ours that it is about */
  originals: string[];
}

const TYPES = ['message/disposition-notification', 'message/global-disposition-notification'];

/** Outlook's subjects and words, of receipts that a gateway left without their part. */
const SUBJECT = phrases(
  String.raw`
  (?:read|not read|gelesen|ungelesen gelöscht|lu|non lu|leído|no leído|letto|non letto|gelezen|niet gelezen|lido|läst|læst|lest|luettu|przeczytane|přečteno|prečítané|elolvasva|citit|okundu|прочитано|διαβάστηκε|開封済み|已读|읽음)
  (?:read receipt|return receipt|lesebestätigung|accusé de (?:lecture|réception)|confirmación de lectura|conferma di lettura|leesbevestiging|confirmação de leitura|disposition notification)
`,
  { before: String.raw`^\s*`, after: String.raw`\s*(?::|$|-)`, flags: 'iu' },
);
const WORDS = phrases(
  String.raw`
  was (?:read|deleted without being read|displayed) on
  (?:has been|was) displayed on the recipient
  wurde (?:am )?[^.\n]{0,60}(?:gelesen|ungelesen gelöscht|angezeigt)
  a été (?:lu|affiché|supprimé)
  (?:se leyó|fue leído|ha sido leído|è stato letto|is gelezen|foi lida?)
`,
  { flags: 'iu' },
);

/** Null where it is none. */
export function receiptIn(mail: ParsedMail, text: string): Receipt | null {
  const part = mail.parts.find(({ type }) => TYPES.includes(type));
  const typed = /report-type="?disposition-notification/i.test(header(mail.headers, 'content-type'));
  const subject = header(mail.headers, 'subject').slice(0, 1_000);
  if (!part && !typed && !(SUBJECT.test(subject) && WORDS.test(text.slice(0, 4_000)))) return null;
  const fields = part ? fieldGroupsOf(part.text).flat() : [];
  const disposition = /;\s*([a-z]+)/i.exec(header(fields, 'disposition'))?.[1]?.toLowerCase() ?? 'displayed';
  return {
    recipient:
      ['final-recipient', 'original-recipient'].flatMap((name) => addressesIn(header(fields, name)))[0] ?? null,
    disposition: disposition === 'deleted' && isRejection(mail, text) ? 'rejected' : disposition,
    originals: headersNamed(fields, 'original-message-id').flatMap(messageIdsIn),
  };
}

/** RFC 5429 gives a rejection the fields of a mail that was deleted unread: only the words tell them apart. */
const isRejection = (mail: ParsedMail, text: string): boolean =>
  /\(rejected\)/i.test(header(mail.headers, 'auto-submitted')) ||
  /\b(?:rejected|refused)\b/i.test(text.slice(0, 4_000));

/** It lay in the mailbox; a program that failed or refuses to tell shows nothing. */
export const showsDelivery = ({ disposition }: Receipt): boolean => !/^(?:denied|failed|error)$/.test(disposition);
