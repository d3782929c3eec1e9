import { createTransport, type Transporter } from 'nodemailer';
import { Transport, type Handover, type Message } from './transport.js';

const CONNECTIONS = 5;

export class SmtpTransport extends Transport {
  private readonly smtp: Transporter;

  constructor(url: string) {
    super();
    this.smtp = createTransport(url, {
      pool: true,
      maxConnections: CONNECTIONS,
      maxMessages: 200,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
  }

  async send(message: Message): Promise<Handover> {
    try {
      const { response } = (await this.smtp.sendMail({
        messageId: message.messageId,
        from: message.from,
        to: message.to,
        ...(message.replyTo ? { replyTo: message.replyTo } : {}),
        subject: message.subject,
        text: message.text,
        headers: message.headers,
      })) as { response: string };
      return { result: 'sent', response };
    } catch (error) {
      return classify(error as SmtpError);
    }
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

/** Before these commands nothing of a message can have been handed over. */
const BEFORE_A_MESSAGE = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'API']);

/**
 * The one place where an SMTP error gets its meaning: a 4xx reply defers, a 5xx reply bounces, refused or no greeting tries
 * again, and all else is unknown. A refusal of ourselves (sign-in, greeting) is nobody's bounce.
 */
export function classify(error: SmtpError): Handover {
  const response = (error.response ?? error.message).slice(0, 1000);
  const ours =
    error.code === 'EAUTH' || BEFORE_A_MESSAGE.has(error.command ?? '') || (error.command ?? '').startsWith('AUTH');
  if (error.responseCode && ours) return { result: 'later', response, errorClass: 'not_handed_over' };
  if (error.responseCode && error.responseCode >= 500) return { result: 'bounced', response };
  if (error.responseCode && error.responseCode >= 400) return { result: 'later', response, errorClass: 'deferred' };
  if (
    ours ||
    error.code === 'EDNS' ||
    /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH/.test(`${error.code} ${error.message}`)
  )
    return { result: 'later', response, errorClass: 'not_handed_over' };
  return { result: 'unknown', response };
}
