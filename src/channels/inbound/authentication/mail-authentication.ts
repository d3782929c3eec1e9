import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { fieldsOf } from '../../../../libs/mail/index.js';
import { Config, Settings, ThreadEnded, ThreadPool } from '../../../platform/index.js';
import { CHANNEL_SETTINGS } from '../../channel.settings.js';
import { headersOf } from '../raw.js';
import type { Authentication } from './authentication.js';
import type { SignatureCheck, SignedMail } from './signatures.thread.js';
import { trustedResults } from './trusted-results.js';

/** Milliseconds for all of it, and for what DNS is asked. */
const LIMITS = { waiting: 100, milliseconds: 5_000, megabytes: 256 };
const DNS_PATIENCE = 4_000;
const MOST_HEADERS = 256 * 1024;
/** After so many mails in a row for which DNS did not answer, it is left alone for a while. */
const MOST_SILENCES = 3;
const LEFT_ALONE = 60_000;

/** What is known of the way that a mail came. */
export interface MailOrigin {
  /** the address in From, lower case */
  author: string | null;
  /** the authserv-id of the mailbox's own server; null: its word is not taken */
  trustedAuthservId: string | null;
  /** false: its end was cut off, so that no signature can fit */
  whole: boolean;
}

/**
 * Finds out whether the domain in From stands behind a mail: by the word of the server that received it, or else by its
 * DKIM signatures. SPF is left out: it judges the address of the computer that connected, which a mailbox does not
 * tell.
 */
@Injectable()
export class MailAuthentication implements OnApplicationShutdown {
  private readonly pool = new ThreadPool<SignedMail, SignatureCheck>(
    'channels/inbound/authentication/signatures.thread.js',
    LIMITS,
  );
  private silences = 0;
  private leftAloneUntil = 0;

  constructor(
    private readonly config: Pick<Config, 'dns'>,
    private readonly settings: Pick<Settings, 'get'>,
  ) {}

  /** Never says fail where DNS fails. @throws TooBusy where too many mails wait for it */
  async of(raw: Buffer, { author, trustedAuthservId, whole }: MailOrigin): Promise<Authentication> {
    if (!author) return { result: 'none', evidence: 'no address in From' };
    const fields = fieldsOf(headersOf(raw).toString('utf8', 0, MOST_HEADERS));
    const trusted = trustedAuthservId && trustedResults(fields, trustedAuthservId, author);
    if (trusted) return trusted;
    if (!fields.some(({ name }) => name.toLowerCase() === 'dkim-signature'))
      return { result: 'none', evidence: 'dkim=none' };
    if (!whole) return { result: 'unknown', evidence: 'dkim=temperror (too large to be kept whole)' };
    const { dns } = this.config;
    if (dns === 'none' || (await this.settings.get(CHANNEL_SETTINGS.checkSignatures)) === 0)
      return { result: 'unknown', evidence: 'dkim=temperror (DNS is not asked)' };
    if (performance.now() < this.leftAloneUntil)
      return { result: 'unknown', evidence: 'dkim=temperror (DNS does not answer)' };
    return this.bySignatures(raw, author, dns === 'system' ? null : dns);
  }

  private async bySignatures(raw: Buffer, author: string, servers: string[] | null): Promise<Authentication> {
    try {
      const mail = { raw: new Uint8Array(raw), author, servers, patience: DNS_PATIENCE };
      const { silent, ...found } = await this.pool.run(mail);
      this.silences = silent ? this.silences + 1 : 0;
      if (this.silences >= MOST_SILENCES) {
        this.silences = 0;
        this.leftAloneUntil = performance.now() + LEFT_ALONE;
      }
      return found;
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      return { result: 'unknown', evidence: `dkim=temperror (${error.message})` };
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }
}
