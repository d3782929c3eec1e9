import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conflict, ConcurrencyLimit, row, transaction } from '../../platform/index.js';
import { LinkLimits } from './link-limits.js';
import { digest, newToken, PasswordLinks, type LinkLanguage, type LinkPurpose } from './password-links.js';
import { ANSWER_REQUESTS, ASK_RESET, GIVE_UP, MINT, REPORT_MAIL } from './password-links.sql.js';

class NoMailToUsers extends Conflict {}

export interface PasswordMail {
  userId: string;
  name: string;
  email: string;
  purpose: LinkPurpose;
  language: LinkLanguage;
  link: string;
  tokenHash: Buffer;
}

/** The links that are mailed: asked for, made when their mail leaves, and reported. Channels send them. */
@Injectable()
export class PasswordMails {
  // as for signing in: a crowd must not take all connections of the database
  private readonly turns = new ConcurrencyLimit(4, 200);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly links: PasswordLinks,
    private readonly limits: LinkLimits,
  ) {}

  /**
   * A link for the person with this address, if there is one. Who asks does not learn it: one row is written in either
   * case, and looked at later. @throws NoMailToUsers, TooManyRequests, TooBusy
   */
  ask(email: string, language: LinkLanguage, from: string): Promise<void> {
    if (!this.links.byMail)
      throw new NoMailToUsers('Overture sends no mail to users here. Ask an administrator for a link.');
    return this.turns.take(async () => {
      await this.limits.countRequest(email, from);
      await this.source.query(ASK_RESET, [email, language]);
    });
  }

  async answerRequests(): Promise<void> {
    await transaction(this.source, 'worker', async (manager) => {
      await manager.query(ANSWER_REQUESTS);
      await manager.query(GIVE_UP);
    });
  }

  /** The next mail to send, with a link that no earlier one held. */
  async next(): Promise<PasswordMail | undefined> {
    const token = newToken();
    const tokenHash = digest(token);
    const minted = await transaction(this.source, 'worker', (manager) =>
      row<Omit<PasswordMail, 'link' | 'tokenHash'>>(manager, MINT, [tokenHash]),
    );
    return minted && { ...minted, tokenHash, link: this.links.addressOf(minted.purpose, token) };
  }

  /** `queued`: it is tried again. */
  async report(
    { userId, tokenHash }: PasswordMail,
    state: 'sent' | 'failed' | 'queued',
    response: string,
  ): Promise<void> {
    await transaction(this.source, 'worker', (manager) =>
      manager.query(REPORT_MAIL, [userId, tokenHash, state, response]),
    );
  }
}
