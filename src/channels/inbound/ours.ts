import { dispatchOf } from '../../campaigns/index.js';
import { readVerp } from '../email/verp.js';
import type { ReadMail } from './read-mail.thread.js';

export interface Named {
  dispatchId: string;
  /** by the address that it came to, or by a Message-ID that it names */
  by: 'address' | 'thread';
  /** the Message-ID of ours that it quotes, where it does */
  messageId: string | null;
}

/** The dispatch that a mail answers or is about, as the mail itself names it; null where it names none. */
export function dispatchIn({ recipients, reading }: Pick<ReadMail, 'recipients' | 'reading'>): Named | null {
  const byAddress = recipients.map(readVerp).find((id) => id !== null);
  const messageId = reading.answers.find((id) => dispatchOf(id) !== null) ?? null;
  if (byAddress) return { dispatchId: byAddress, by: 'address', messageId };
  return messageId === null ? null : { dispatchId: dispatchOf(messageId)!, by: 'thread', messageId };
}
