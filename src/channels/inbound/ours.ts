import { addressesIn, headersNamed, type Header, type MailReading } from '../../../libs/mail/index.js';
import { dispatchOf } from '../../campaigns/index.js';
import { readVerp } from '../email/verp.js';

/** Headers in which mail systems leave the address to which a mail was delivered. */
const RECIPIENT_HEADERS = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to', 'to', 'cc'];

export interface Named {
  dispatchId: string;
  /** by the address that it came to, or by a Message-ID that it names */
  by: 'address' | 'thread';
  /** the Message-ID of ours that it quotes, where it does */
  messageId: string | null;
}

/** The dispatch that a mail answers or is about, as the mail itself names it; null where it names none. */
export function dispatchIn(headers: Header[], { answers }: Pick<MailReading, 'answers'>): Named | null {
  const recipients = RECIPIENT_HEADERS.flatMap((name) => headersNamed(headers, name)).flatMap(addressesIn);
  const byAddress = recipients.map(readVerp).find((id) => id !== null);
  const messageId = answers.find((id) => dispatchOf(id) !== null) ?? null;
  if (byAddress) return { dispatchId: byAddress, by: 'address', messageId };
  return messageId === null ? null : { dispatchId: dispatchOf(messageId)!, by: 'thread', messageId };
}
