import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { assertMigrated, JobQueue, Unavailable } from '../../platform/index.js';

const PATIENCE_MS = 3_000;

class NotReady extends Unavailable {}

/** Whether the services that Overture needs answer. */
@Injectable()
export class ServiceReadiness {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobQueue: JobQueue,
  ) {}

  /** @throws NotReady: the database is not there or not migrated, or the queue is silent */
  async check(): Promise<void> {
    await answers('The database', assertMigrated(this.source));
    await answers('The queue', this.jobQueue.queue('drive').getJobCounts('waiting'));
  }
}

async function answers(who: string, question: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotReady(`${who} is silent.`)), PATIENCE_MS);
  });
  try {
    await Promise.race([question, silence]);
  } catch (error) {
    throw error instanceof NotReady
      ? error
      : new NotReady(`${who} does not answer as it should: ${(error as Error).message}`);
  } finally {
    clearTimeout(timer);
  }
}
