import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, row, rows, Shutdown } from '../../platform/index.js';
import { NEWEST_ENTRY, SEAL, WRITERS } from './seals.sql.js';

/** Entries of a seal, at most: verifying names the one that does not fit within as many. */
const MOST = 10_000;
const LOOK_AGAIN_MS = 100;
const LONGEST_WAIT_MS = 120_000;

/** Seals what was written into the audit trail since the last seal, each entry once and none left out. */
@Injectable()
export class AuditSealer {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly shutdown: Shutdown,
  ) {}

  /** How many entries were sealed. @throws where a transaction that writes entries does not end */
  @Every('seal-audit', 60_000)
  async seal(): Promise<number> {
    const newest = (await row<{ id: string | null }>(this.source, NEWEST_ENTRY))!.id;
    if (newest === null) return 0;
    await this.untilVisible();
    let sealed = 0;
    for (let count = MOST; count === MOST && !this.shutdown.begun; sealed += count)
      count = (await row<{ rowCount: number }>(this.source, SEAL, [newest, MOST]))?.rowCount ?? 0;
    return sealed;
  }

  /** Those that write now may hold lower ids than the newest that is seen. Who begins later gets higher ones. */
  private async untilVisible(): Promise<void> {
    const end = performance.now() + LONGEST_WAIT_MS;
    let left = await this.writers();
    while (left.length > 0) {
      if (performance.now() > end || this.shutdown.begun)
        throw new Error(`Nothing was sealed: ${left.length} transactions that write audit entries do not end.`);
      await sleep(LOOK_AGAIN_MS);
      const now = new Set(await this.writers());
      left = left.filter((writer) => now.has(writer));
    }
  }

  private async writers(): Promise<string[]> {
    return (await rows<{ writer: string }>(this.source, WRITERS)).map(({ writer }) => writer);
  }
}
