import { authorOf, header, type ParsedMail } from './mail.js';

/** As the outbox makes them: the message's UUID of version 7, and 48 random bits where it is new. */
const OWN_MESSAGE_ID =
  /^<([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(?:\.[0-9a-f]{12})?@[^@<>\s]+>$/;

/** The message whose Message-ID this may be; null for what cannot be ours. */
export const messageOf = (messageId: string): string | null => OWN_MESSAGE_ID.exec(messageId)?.[1] ?? null;

/** Why a mail is one of ours that came back as it went: a copy, a list's echo, a loop. `own`: our lower-case addresses. */
export function ownCopyIn({ headers }: ParsedMail, own: ReadonlySet<string>): string | null {
  if (messageOf(header(headers, 'message-id')) !== null) return 'it has a Message-ID of ours';
  const author = authorOf(headers);
  return author !== null && own.has(author) ? `it is from ${author}, an address of ours` : null;
}
