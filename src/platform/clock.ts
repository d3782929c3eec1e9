import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Time as the database gives it: one clock for every process, also in a simulation and where a machine's own is wrong.
 * SQL asks app_now() itself; this is for code that computes a date.
 */
@Injectable()
export class Clock {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async now(manager: EntityManager = this.source.manager): Promise<Date> {
    const [row] = await manager.query<{ now: Date }[]>('SELECT app_now() AS now');
    return row!.now;
  }

  /** True while a simulation's fast clock runs. */
  async simulated(): Promise<boolean> {
    const [row] = await this.source.query<{ simulated: boolean }[]>('SELECT is_simulated() AS simulated');
    return row!.simulated;
  }
}
