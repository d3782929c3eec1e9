import {
  addressesIn,
  header,
  headersNamed,
  readMail,
  UNREAD_MAIL,
  type MailReading,
} from '../../../libs/mail/index.js';
import { parseMail } from './parse.js';

/** Headers in which mail systems leave the address to which a mail was delivered. */
const RECIPIENT_HEADERS = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to', 'to', 'cc'];
const MOST_RECIPIENTS = 1_000;

export interface RawMail {
  raw: Uint8Array;
  /** our addresses, in lower case */
  own: string[];
}

/** What a mail says, without its headers and parts. */
export interface ReadMail {
  reading: MailReading;
  messageId: string;
  subject: string;
  /** every address that it may have been delivered to */
  recipients: string[];
  text: string;
  /** why it could not be read: its structure is beyond all bounds */
  problem: string | null;
}

/** Runs in a thread of its own, which may be ended: see MailReader. Never throws. */
export default async function readRaw({ raw, own }: RawMail): Promise<ReadMail> {
  try {
    const mail = await parseMail(raw);
    return {
      reading: readMail(mail, new Set(own)),
      messageId: header(mail.headers, 'message-id'),
      subject: header(mail.headers, 'subject'),
      recipients: RECIPIENT_HEADERS.flatMap((name) => headersNamed(mail.headers, name))
        .flatMap(addressesIn)
        .slice(0, MOST_RECIPIENTS),
      text: mail.text || mail.html,
      problem: null,
    };
  } catch (error) {
    return { ...NOTHING_READ, problem: (error as Error).message };
  }
}

/** What is known of a mail that could not be read. */
export const NOTHING_READ: ReadMail = {
  reading: UNREAD_MAIL,
  messageId: '',
  subject: '',
  recipients: [],
  text: '',
  problem: null,
};
