import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Every, transaction } from '../../platform/index.js';
import { APPLY_OPT_OUTS, MATCH_WAITING } from './matching.sql.js';

/** Finds the organizations and people of imported records that came before them. */
@Injectable()
export class PastRecords {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Every('match-past-records', 300_000)
  async matchWaiting(): Promise<void> {
    await transaction(this.source, 'worker', async (manager) => {
      for (const statement of MATCH_WAITING) await manager.query(statement);
    });
    await transaction(this.source, 'worker', applyOptOuts);
  }
}

export async function applyOptOuts(manager: EntityManager): Promise<void> {
  for (const statement of APPLY_OPT_OUTS) await manager.query(statement);
}
