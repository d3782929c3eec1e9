import { tokenInSubject } from '../../../libs/mail/index.js';
import { dispatchOf } from '../../campaigns/index.js';
import type { ReturnAddress, ReturnAddresses } from '../email/verp.js';
import type { ReadMail } from './read-mail.thread.js';

export interface Named {
  dispatchId: string;
  /** by the address that it came to, or by a Message-ID that it names */
  by: 'address' | 'thread';
  /** the Message-ID of ours that it quotes, where it does */
  messageId: string | null;
  /** what the address proves that it came to; null where it is known by a Message-ID */
  signature: ReturnAddress['signature'] | null;
}

/**
 * The dispatch that a mail answers or is about, as the mail itself names it; null where it names none. An address that
 * we signed comes first, and one that somebody else signed names none; one without a signature, as we made them once,
 * comes last.
 */
export function dispatchIn(
  { recipients, reading, subject }: Pick<ReadMail, 'recipients' | 'reading' | 'subject'>,
  addresses: ReturnAddresses,
): Named | null {
  const messageId = reading.answers.find((id) => dispatchOf(id) !== null) ?? null;
  const token = reading.kind === 'opt_out' ? tokenInSubject(subject) : null;
  const found = [
    ...(token ? [addresses.readToken(token)] : []),
    ...recipients.map((each) => addresses.read(each)).filter((each) => each !== null),
  ];
  const by = (...signatures: ReturnAddress['signature'][]): Named | null => {
    const address = found.find(({ signature }) => signatures.includes(signature));
    return address ? { ...address, by: 'address', messageId } : null;
  };
  const signed = by('valid', 'unchecked');
  if (signed) return signed;
  if (messageId !== null) return { dispatchId: dispatchOf(messageId)!, by: 'thread', messageId, signature: null };
  return by('none');
}
