import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PasswordMails, type PasswordMail } from '../../identity/index.js';
import { Config, Every, Shutdown } from '../../platform/index.js';
import { html } from '../pages/html/html.js';
import { PASSWORD_MAIL_WORDS } from './password-mail.words.js';
import { Transport, type Handover, type Message } from './transport.js';

const AT_ONCE = 5;

/** What comes of a handover. A mail that may have left is sent again: its link is another one, and the newest works. */
const STATES = { sent: 'sent', bounced: 'failed', later: 'queued', unknown: 'queued' } as const satisfies Record<
  Handover['result'],
  string
>;

/** Mails the links by which users choose a password. */
@Injectable()
export class PasswordMailer {
  constructor(
    private readonly mails: PasswordMails,
    private readonly transport: Transport,
    private readonly config: Config,
    private readonly shutdown: Shutdown,
  ) {}

  @Every('mail-password-links', 1_000)
  async send(): Promise<void> {
    await this.mails.answerRequests();
    // without a server, mail is captured in a table: no link may lie there
    if (!this.config.mailsUsers) return;
    let some = true;
    while (some && !this.shutdown.begun)
      some = (await Promise.all(Array.from({ length: AT_ONCE }, () => this.sendNext()))).some(Boolean);
  }

  private async sendNext(): Promise<boolean> {
    const mail = await this.mails.next();
    if (!mail) return false;
    const { result, response } = await this.transport.send(messageOf(mail, this.config.mailFrom));
    await this.mails.report(mail, STATES[result], response);
    return true;
  }
}

function messageOf({ name, email, purpose, language, link }: PasswordMail, from: string): Message {
  const words = PASSWORD_MAIL_WORDS[language];
  const { subject, before, button, after } = words[purpose];
  const greeting = words.greeting(name);
  const page = html`<!doctype html>
    <html lang="${language}">
      <body>
        <p>${greeting}</p>
        <p>${before}</p>
        <p><a href="${link}">${button}</a></p>
        <p>${after}</p>
      </body>
    </html>`;
  return {
    messageId: `<password.${randomUUID()}@${from.split('@').at(-1)}>`,
    from: { name: 'Overture', address: from },
    to: { name, address: email },
    replyTo: null,
    returnPath: null,
    references: [],
    subject,
    text: [greeting, before, link, after].join('\n\n'),
    html: page.markup,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
