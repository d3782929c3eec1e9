import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Config, Conflict, NotFound, row } from '../../platform/index.js';
import type { User } from '../users/user.entity.js';
import { END_LINK, HOLDER_LOCKED, HOLDER_OF_LINK, LINK_OF, MARK_USED, PUT_LINK } from './password-links.sql.js';

class LinkNotValid extends NotFound {}
class UserDisabled extends Conflict {}

export const LINK_LANGUAGES = ['en', 'de'] as const;
export type LinkLanguage = (typeof LINK_LANGUAGES)[number];
export const LINK_PURPOSES = ['invitation', 'reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];
export const LINK_MAIL_STATES = ['queued', 'sent', 'failed', 'by_hand'] as const;
export type LinkMailState = (typeof LINK_MAIL_STATES)[number];

export interface LinkHolder {
  id: string;
  name: string;
  email: string;
  purpose: LinkPurpose;
}

export interface IssuedLink {
  purpose: LinkPurpose;
  expiresAt: Date;
  /** to hand over; null where it is mailed, and only its recipient learns it */
  link: string | null;
}

export interface LinkFacts {
  purpose: LinkPurpose;
  mailState: LinkMailState;
  mailResponse: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

const PAGES: Record<LinkPurpose, string> = { invitation: 'welcome', reset: 'reset' };

/** Links by which a person chooses a password, one for each person: the newest. Only its hash is kept. */
@Injectable()
export class PasswordLinks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
  ) {}

  /** False: links are handed over by an administrator. */
  get byMail(): boolean {
    return this.config.mailsUsers;
  }

  /** An invitation where the user has no password yet, else a reset. @throws UserDisabled */
  async issue(manager: EntityManager, user: User, language: LinkLanguage): Promise<IssuedLink> {
    if (user.state === 'disabled') throw new UserDisabled('This user is disabled. Enable the user first.');
    const purpose = user.state === 'invited' ? 'invitation' : 'reset';
    const token = this.byMail ? null : newToken();
    const put = await row<{ expiresAt: Date }>(manager, PUT_LINK, [
      user.id,
      purpose,
      language,
      token && digest(token),
      token ? 'by_hand' : 'queued',
    ]);
    return { purpose, expiresAt: put!.expiresAt, link: token && this.addressOf(purpose, token) };
  }

  /** The console's page; the token is in the fragment, which no server is sent. */
  addressOf(purpose: LinkPurpose, token: string): string {
    return `${this.config.publicUrl}/${PAGES[purpose]}#${token}`;
  }

  of(userId: string): Promise<LinkFacts | undefined> {
    return row<LinkFacts>(this.source, LINK_OF, [userId]);
  }

  /** @throws LinkNotValid */
  async holder(token: string): Promise<LinkHolder> {
    return valid(await row<LinkHolder>(this.source, HOLDER_OF_LINK, [digest(token)]));
  }

  /** Uses the link up, in the transaction of what it is used for. @throws LinkNotValid */
  async use(manager: EntityManager, token: string): Promise<LinkHolder> {
    const holder = valid(await row<LinkHolder>(manager, HOLDER_LOCKED, [digest(token)]));
    await manager.query(MARK_USED, [holder.id]);
    return holder;
  }

  /** Of a person who is disabled or has chosen another password: the link works no more. */
  async end(manager: EntityManager, userId: string): Promise<void> {
    await manager.query(END_LINK, [userId]);
  }
}

export const newToken = (): string => randomBytes(32).toString('base64url');
export const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** One answer for unknown, used, replaced and expired links: a stranger learns nothing by trying. */
function valid(holder: LinkHolder | undefined): LinkHolder {
  if (!holder) throw new LinkNotValid('This link does not work any more. Ask for a new one.');
  return holder;
}
