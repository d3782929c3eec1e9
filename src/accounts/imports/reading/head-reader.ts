import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Invalid, ThreadEnded, ThreadPool } from '../../../platform/index.js';
import type { HeadOfFile, HeadRead } from './head.thread.js';

class ImportHeaderInvalid extends Invalid {}
class ImportUnreadable extends Invalid {}

type Reading = Extract<HeadRead, { reading: unknown }>['reading'];

/** Reads the beginnings of files in a thread, so that the api answers others meanwhile, whatever a file holds. */
@Injectable()
export class HeadReader implements OnModuleDestroy {
  private readonly pool = new ThreadPool<HeadOfFile, HeadRead>('accounts/imports/reading/head.thread.js', {
    threads: 1,
    waiting: 50,
    // on a busy machine the first thread takes seconds to start; what a file can cost is bounded by its first piece
    milliseconds: 30_000,
    megabytes: 256,
  });

  /** @throws ImportHeaderInvalid, ImportUnreadable, TooBusy */
  async read(head: HeadOfFile): Promise<Reading> {
    const found = await this.pool.run(head).catch((error: unknown) => {
      if (!(error instanceof ThreadEnded)) throw error;
      throw new ImportUnreadable('The first rows of this file take too long to read. Is it a CSV, as text?');
    });
    if ('problem' in found) throw new ImportHeaderInvalid(found.problem);
    return found.reading;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }
}
