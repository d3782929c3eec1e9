import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow, auditWeaknesses, Config, row } from '../../platform/index.js';
import { ServiceReadiness } from './readiness.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
    private readonly readiness: ServiceReadiness,
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

  /**
   * The process answers: one that does not within seconds may be killed, and nothing is lost. Asks no other service.
   */
  @Get('live')
  @Allow('public')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * Requests may come: the database is there and migrated, and the queue answers. 503 with the reason otherwise. Says too
   * whether the application could change the audit trail; the log of the boot says how.
   */
  @Get('ready')
  @Allow('public')
  async ready(): Promise<{ status: 'ok'; auditTrail: 'protected' | 'open' }> {
    await this.readiness.check();
    const weaknesses = await auditWeaknesses(this.source);
    return { status: 'ok', auditTrail: weaknesses.length === 0 ? 'protected' : 'open' };
  }
}
