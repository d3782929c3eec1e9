import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThreadEnded, ThreadPool } from '../../platform/index.js';
import type { ReadMail } from './read-mail.thread.js';

const SECONDS = 5;
const MEGABYTES = 256;

/** Reading it takes more time or memory than any mail needs. */
export class MailTooCostly extends Error {}

/** Reads mails of strangers, which may be made to stop their reader, in threads that can be ended. */
@Injectable()
export class MailReader implements OnApplicationShutdown {
  private readonly pool = new ThreadPool<Uint8Array, ReadMail>('channels/inbound/read-mail.thread.js', {
    waiting: 100,
    milliseconds: SECONDS * 1_000,
    megabytes: MEGABYTES,
  });

  /** @throws MailTooCostly, or TooBusy where too many mails wait to be read */
  async read(raw: Buffer): Promise<ReadMail> {
    try {
      // a copy: the memory around a part of a larger buffer would be sent along
      return await this.pool.run(new Uint8Array(raw));
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      throw new MailTooCostly(
        `This mail took too long to read, or too much memory: its reader was ended (${SECONDS} s, ${MEGABYTES} MB).`,
      );
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
