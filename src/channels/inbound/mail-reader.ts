import type { OnApplicationShutdown } from '@nestjs/common';
import { ThreadEnded, ThreadPool } from '../../platform/index.js';
import type { RawMail, ReadMail } from './read-mail.thread.js';

const LIMITS = { waiting: 100, milliseconds: 5_000, megabytes: 256 };

/** Reading it takes more time or memory than any mail needs. */
export class MailTooCostly extends Error {}

/** Reads mails of strangers, which may be made to stop their reader, in threads that can be ended. */
export class MailReader implements OnApplicationShutdown {
  private readonly pool: ThreadPool<RawMail, ReadMail>;

  constructor(limits: Partial<typeof LIMITS> = {}) {
    this.pool = new ThreadPool('channels/inbound/read-mail.thread.js', { ...LIMITS, ...limits });
  }

  /** `own`: our addresses, in lower case. @throws MailTooCostly, or TooBusy where too many mails wait to be read */
  async read(raw: Buffer, own: string[] = []): Promise<ReadMail> {
    try {
      // a copy: the memory around a part of a larger buffer would be sent along
      return await this.pool.run({ raw: new Uint8Array(raw), own });
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      throw new MailTooCostly(`This mail took too long to read, or too much memory. ${error.message}`);
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
