import type { DataSource } from 'typeorm';
import { Transport, type Handover, type Message } from './transport.js';

const INSERT = `
INSERT INTO captured_mail (message_id, sender, recipient, subject, text, html, envelope_from, headers)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Keeps the mail in a table instead of sending it: the embedded default, and every demonstration. */
export class CaptureTransport extends Transport {
  constructor(private readonly source: DataSource) {
    super();
  }

  async send(message: Message): Promise<Handover> {
    try {
      await this.source.query(INSERT, [
        message.messageId,
        message.from.address,
        message.to.address,
        message.subject,
        message.text,
        message.html,
        message.returnPath ?? message.from.address,
        JSON.stringify({
          ...message.headers,
          ...(message.replyTo ? { 'Reply-To': message.replyTo } : {}),
          ...(message.references.length > 0
            ? { 'In-Reply-To': message.references.at(-1), References: message.references.join(' ') }
            : {}),
        }),
      ]);
      return { result: 'sent', response: 'captured' };
    } catch (error) {
      // a refused INSERT left nothing; a cut connection may have committed
      const refused = /^(22|23|42|53)/.test((error as { code?: string }).code ?? '');
      const response = (error as Error).message;
      return refused ? { result: 'later', response, errorClass: 'not_handed_over' } : { result: 'unknown', response };
    }
  }

  async close(): Promise<void> {}
}
