import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { assertMigrated } from './database/migrate.js';
import { row } from './database/sql.js';
import { Unavailable } from './errors.js';
import { Allow } from './http/policy.js';
import { Config } from './config.js';
import { Bell } from './queue/bell.js';

const PATIENCE = 3_000;

class NotReady extends Unavailable {}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
    private readonly bell: Bell,
  ) {}

  /** Answers 200 when the database does. */
  @Get()
  @Allow('public')
  async health(): Promise<{ status: 'ok'; queueBackend: string; now: Date; simulated: boolean }> {
    const state = await row<{ now: Date; simulated: boolean }>(
      this.source,
      'SELECT app_now() AS now, is_simulated() AS simulated',
    );
    return { status: 'ok', queueBackend: this.config.queueBackend, ...state! };
  }

  /** The process answers at all: one that does not within seconds may be killed, and nothing is lost. Asks nobody else. */
  @Get('live')
  @Allow('public')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Requests may come: the database is there and migrated, and the queue answers. 503 with the reason otherwise. */
  @Get('ready')
  @Allow('public')
  async ready(): Promise<{ status: 'ok' }> {
    await answers('The database', assertMigrated(this.source));
    await answers('The queue', this.bell.queue('drive').getJobCounts('waiting'));
    return { status: 'ok' };
  }
}

async function answers(who: string, question: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotReady(`${who} is silent.`)), PATIENCE);
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
