import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, touched, transaction } from '../../platform/index.js';
import { FREE_ORPHANS, RETURN_LAPSED, WAKE } from '../claims/claims.sql.js';

@Injectable()
export class Upkeep {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Returns how many tasks came back to the queue. */
  @Every('return-lapsed-claims', 5_000)
  async returnLapsed(): Promise<number> {
    return transaction(this.source, 'worker', async (manager) => {
      const returned = await touched(manager, RETURN_LAPSED);
      await manager.query(FREE_ORPHANS);
      return returned;
    });
  }

  @Every('wake-snoozed-tasks', 2_000)
  async wake(): Promise<number> {
    return transaction(this.source, 'worker', (manager) => touched(manager, WAKE));
  }
}
