import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { row } from './database/sql.js';
import { Allow } from './http/policy.js';
import { Config } from './config.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
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
}
