import { createTransport, type Transporter } from 'nodemailer';
import { Transport, type Handover, type Message } from './transport.js';
import { ConcurrencyLimit } from './concurrency-limit.js';

const CONNECTIONS = 5;
// options of the connection, which nodemailer reads from the address only: beside an address they are taken for
// defaults of a mail
const OPTIONS = {
  pool: 'true',
  maxConnections: String(CONNECTIONS),
  maxMessages: '200',
  // a pool that puts a message back after a cut line would hand it over twice
  maxRequeues: '0',
  connectionTimeout: '15000',
  greetingTimeout: '15000',
  socketTimeout: '60000',
};

/**
 * One mailbox as SMTP understands it. nodemailer parses everything else in an address, and would write to two people
 * where a comma, a semicolon, a group or brackets hide a second one.
 */
const ONE_ADDRESS =
  /^(?:"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+"|[^\s\p{Cc}"(),:;<>@[\\\]]+)@(?:[^\s\p{Cc}"(),:;<>@[\\\]]+|\[[\da-f.]+\])$/iu;

export interface SmtpServer {
  /** smtp://user:password@host:587 or smtps://…; its query may set options of the connection */
  address: string;
  requireTls?: boolean;
  dkim?: { domainName: string; keySelector: string; privateKey: string; headerFieldNames: string } | null;
}

export class SmtpTransport extends Transport {
  private readonly smtp: Transporter;
  private readonly turns: ConcurrencyLimit;

  constructor({ address, requireTls = false, dkim = null }: SmtpServer) {
    super();
    const url = new URL(address);
    for (const [name, value] of Object.entries({ ...OPTIONS, ...(requireTls ? { requireTLS: 'true' } : {}) }))
      if (!url.searchParams.has(name)) url.searchParams.set(name, value);
    this.turns = new ConcurrencyLimit(Math.max(1, Number(url.searchParams.get('maxConnections')) || CONNECTIONS));
    this.smtp = createTransport(url.href, {
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(dkim ? { dkim } : {}),
    });
  }

  async send(message: Message): Promise<Handover> {
    const { from, to, references, returnPath } = message;
    if (!ONE_ADDRESS.test(to.address))
      return { result: 'bounced', response: `"${to.address}" is not one e-mail address: nothing was handed over.` };
    try {
      const { response } = (await this.smtp.sendMail({
        messageId: message.messageId,
        from,
        to,
        envelope: { from: returnPath ?? from.address, to: [to.address] },
        ...(message.replyTo ? { replyTo: message.replyTo } : {}),
        ...(references.length > 0 ? { inReplyTo: references.at(-1)!, references } : {}),
        subject: message.subject,
        text: message.text,
        ...(message.html ? { html: message.html } : {}),
        headers: message.headers,
      })) as { response: string };
      return { result: 'sent', response };
    } catch (error) {
      return classify(error as SmtpError);
    }
  }

  /** One for each connection: nothing that was asked before waits in the pool behind other mails. */
  override inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(work);
  }

  async close(): Promise<void> {
    this.smtp.close();
  }
}

export interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  command?: string;
  response?: string;
}

/**
 * Errors that prove that no message was handed over: the connection was never there, or went before nodemailer had
 * written a byte of the message (only then does it speak of retries, of which we allow none). A line that was cut later
 * proves nothing.
 */
const NEVER_HANDED_OVER =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|Greeting never received|Connection timeout|getaddrinfo|Reached maximum number of retries/;
/** A reply to these is about us, not about a message. */
const ABOUT_US = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'API']);

/**
 * The one place where an SMTP error gets its meaning: a 4xx reply defers, a 5xx reply bounces, refused or no greeting
 * tries again, and all else is unknown. nodemailer names the command CONN also when a line is cut after the dot:
 * without a reply only the error's words count, and whatever they do not prove is unknown. A refusal of us is no bounce
 * of the recipient.
 */
export function classify(error: SmtpError): Handover {
  const response = (error.response ?? error.message).slice(0, 1000);
  const { responseCode, command = '' } = error;
  if (responseCode) {
    if (error.code === 'EAUTH' || ABOUT_US.has(command) || command.startsWith('AUTH'))
      return { result: 'later', response, errorClass: 'not_handed_over' };
    return responseCode >= 500
      ? { result: 'bounced', response }
      : { result: 'later', response, errorClass: 'deferred' };
  }
  if (error.code === 'EDNS' || NEVER_HANDED_OVER.test(`${error.code} ${error.message}`))
    return { result: 'later', response, errorClass: 'not_handed_over' };
  return { result: 'unknown', response };
}
