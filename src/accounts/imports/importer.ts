import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Config, Shutdown } from '../../platform/index.js';
import { Hashes } from '../privacy/hashes.js';
import { Import } from './import.entity.js';
import { lostConnection, OwnConnection } from './own-connection.js';
import { ImportTakenOver, ImportTooLong, Run } from './run.js';
import { Undo } from './undo.js';

/** Does the work of an import: checks it, runs it, or undoes it. */
@Injectable()
export class Importer {
  private readonly log = new Logger('Imports');
  private readonly stopped = (): boolean => this.shutdown.begun;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
    private readonly hashes: Hashes,
    private readonly shutdown: Shutdown,
  ) {}

  /**
   * Runs until the import is done or the process shuts down; the next worker continues behind the last batch. Does
   * nothing where there is nothing to do, or where another worker is at it: that one holds a session lock, which dies
   * with its connection.
   */
  async work(importId: string): Promise<void> {
    const own = await OwnConnection.open(this.config, importId);
    if (!own) return;
    try {
      const file = await this.source.manager.findOneBy(Import, { id: importId });
      if (file?.state === 'undoing') await new Undo(own, importId).run(this.stopped);
      else if (file?.state === 'queued' || file?.state === 'running')
        await new Run(own, file, this.hashes).go(this.stopped);
    } catch (error) {
      // the sweep enqueues it again
      if (lostConnection(error)) throw error;
      if (error instanceof ImportTakenOver) return;
      if (error instanceof ImportTooLong) return void (await this.source.query(FAIL, [importId, error.message]));
      this.log.error(`${importId}: ${(error as Error).stack ?? String(error)}`);
      await this.source.query(FAIL, [importId, `It broke off: ${(error as Error).message.slice(0, 500)}`]);
    } finally {
      await own.close();
    }
  }
}

const FAIL = `
UPDATE import SET state = 'failed', failure = $2, ended_at = app_now()
  WHERE id = $1 AND state IN ('queued', 'running', 'undoing')`;
