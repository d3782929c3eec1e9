import type { Socket } from 'node:net';
import { callbackify } from 'node:util';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import { AddressRefused, ConcurrencyLimit, isLoopback } from '../../platform/index.js';
import { judgeReply } from '../../../libs/mail/index.js';
import { Transport, type Handover, type Message } from './transport.js';

const CONNECTIONS = 5;
const POOL = {
  pool: true as const,
  maxMessages: 200,
  // a pool that puts a message back after a cut line would hand it over twice
  maxRequeues: 0,
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
  disableFileAccess: true,
  disableUrlAccess: true,
};

/**
 * One mailbox as SMTP understands it. nodemailer parses everything else in an address, and would write to two people
 * where a comma, a semicolon, a group or brackets hide a second one.
 */
const ONE_ADDRESS =
  /^(?:"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+"|[^\s\p{Cc}"(),:;<>@[\\\]]+)@(?:[^\s\p{Cc}"(),:;<>@[\\\]]+|\[[\da-f.]+\])$/iu;

export interface SmtpServer {
  host: string;
  port: number;
  /** `none`: as the server offers it; never with a password, which goes over TLS only */
  tls: 'tls' | 'starttls' | 'none';
  user?: string | undefined;
  password?: string | undefined;
  dkim?: { domainName: string; keySelector: string; privateKey: string; headerFieldNames: string } | null;
  connections?: number;
  /** opens each connection; left out: to wherever the host leads */
  connect?: (host: string, port: number) => Promise<Socket>;
}

const PORTS = { smtp: 587, smtps: 465 };

/** Of the operator's smtp://user:password@host:587 or smtps://…; `maxConnections` is the one option of its query. */
export function smtpServerOf(address: string): SmtpServer {
  const { protocol, hostname, port, username, password, searchParams } = new URL(address);
  const scheme = protocol.slice(0, -1) as keyof typeof PORTS;
  const connections = Number(searchParams.get('maxConnections'));
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || PORTS[scheme],
    tls: scheme === 'smtps' ? 'tls' : username ? 'starttls' : 'none',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    ...(connections > 0 ? { connections } : {}),
  };
}

export class SmtpTransport extends Transport {
  private readonly smtp: Transporter;
  private readonly turns: ConcurrencyLimit;
  readonly server: Pick<SmtpServer, 'host' | 'port' | 'tls' | 'connect'>;
  private readonly dkim: NonNullable<SmtpServer['dkim']> | null;

  /** Objects only: what nodemailer reads from an address may name a program to run. */
  constructor({ host, port, tls, user, password = '', dkim = null, connections = CONNECTIONS, connect }: SmtpServer) {
    super();
    this.server = { host, port, tls, ...(connect ? { connect } : {}) };
    this.dkim = dkim;
    this.turns = new ConcurrencyLimit(connections);
    this.smtp = createTransport({
      ...POOL,
      host,
      port,
      secure: tls === 'tls',
      requireTLS: tls === 'starttls' || (tls === 'none' && Boolean(user) && !isLoopback(host)),
      maxConnections: connections,
      ...(user ? { auth: { user, pass: password } } : {}),
      ...(dkim ? { dkim } : {}),
      ...(connect ? { getSocket: through(connect) } : {}),
    });
  }

  async send(message: Message): Promise<Handover> {
    const { to } = message;
    if (!ONE_ADDRESS.test(to.address))
      return { result: 'bounced', response: `"${to.address}" is not one e-mail address: nothing was handed over.` };
    try {
      const { response } = (await this.smtp.sendMail(asMail(message))) as { response: string };
      return { result: 'sent', response };
    } catch (error) {
      return classify(error as SmtpError, to.address);
    }
  }

  /** The mail as its server would get it, signed, and not sent. @throws where the DKIM key cannot sign */
  async compose(message: Message): Promise<Buffer> {
    const options = { streamTransport: true as const, buffer: true as const, newline: 'windows' };
    const stream = createTransport({ ...options, ...(this.dkim ? { dkim: this.dkim } : {}) });
    return (await stream.sendMail(asMail(message))).message as Buffer;
  }

  /** One for each connection: nothing that was asked before waits in the pool behind other mails. */
  override inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(work);
  }

  async close(): Promise<void> {
    this.smtp.close();
  }
}

function asMail(message: Message): SendMailOptions {
  const { messageId, from, to, replyTo, returnPath, references, subject, text, html, headers } = message;
  return {
    messageId,
    from,
    to,
    envelope: { from: returnPath ?? from.address, to: [to.address] },
    ...(replyTo ? { replyTo } : {}),
    ...(references.length > 0 ? { inReplyTo: references.at(-1)!, references } : {}),
    subject,
    text,
    ...(html ? { html } : {}),
    headers,
  };
}

type GetSocket = NonNullable<SMTPPool.Options['getSocket']>;

const through = (connect: NonNullable<SmtpServer['connect']>): GetSocket =>
  callbackify(async ({ host, port }: SMTPPool.Options) => ({ connection: await connect(host!, port as number) }));

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
 * What an SMTP error means: a reply about a message is judged as a mail that comes back is (`judgeReply`), refused or no
 * greeting tries again, and all else is unknown. nodemailer names the command CONN also when a line is cut after the dot:
 * without a reply only the error's words count, and whatever they do not prove is unknown. A refusal of us is no bounce
 * of the recipient.
 */
export function classify(error: SmtpError, recipient: string): Handover {
  if (error instanceof AddressRefused)
    return { result: 'later', response: error.message, errorClass: 'not_handed_over' };
  const response = (error.response ?? error.message).slice(0, 1000);
  const { responseCode, command = '' } = error;
  if (responseCode) {
    if (error.code === 'EAUTH' || ABOUT_US.has(command) || command.startsWith('AUTH'))
      return { result: 'later', response, errorClass: 'not_handed_over' };
    return judged(response, responseCode, command, recipient);
  }
  if (error.code === 'EDNS' || NEVER_HANDED_OVER.test(`${error.code} ${error.message}`))
    return { result: 'later', response, errorClass: 'not_handed_over' };
  return { result: 'unknown', response };
}

/** Only what is certain of the recipient bounces. */
function judged(response: string, code: number, command: string, recipient: string): Handover {
  const whole = response.includes(String(code)) ? response : `${code} ${response}`;
  const { class: bounceClass, reason, about } = judgeReply({ recipient, response: whole, command });
  if (bounceClass === 'hard') return { result: 'bounced', response };
  if (reason === 'mailboxfull') return { result: 'later', response, errorClass: 'returned' };
  if (code < 500) return { result: 'later', response, errorClass: 'deferred' };
  if (about === 'recipient') return { result: 'later', response, errorClass: 'returned' };
  return { result: 'later', response, errorClass: about === 'route' ? 'returned' : 'refused' };
}
