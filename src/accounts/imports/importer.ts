import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Config, databaseOptions, row, touched, transaction } from '../../platform/index.js';
import { registerFields } from '../attributes.js';
import { Batch, type Tally } from './batch.js';
import type { Draft } from './draft.js';
import { Drafting, refuse } from './drafting.js';
import { pieces } from './file.js';
import { Import } from './import.entity.js';
import type { FileRecord } from './records.js';
import { SHADOW } from './rows.sql.js';
import { attributeOf } from './targets.js';
import { Undo } from './undo.js';

/** Does the work of an import: checks it, runs it, or undoes it. */
@Injectable()
export class Importer implements BeforeApplicationShutdown {
  private readonly log = new Logger('Imports');
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly house: DataSource,
    private readonly config: Config,
  ) {}

  beforeApplicationShutdown(): void {
    this.stopped = true;
  }

  /**
   * Goes on until the import's work is done or the house shuts down; whoever comes later goes on behind the last batch. Does nothing
   * where there is nothing to do, or where another worker is at it: that one holds a session lock, which dies with its connection.
   */
  async work(importId: string): Promise<void> {
    const own = await new DataSource(this.oneConnection()).initialize();
    try {
      const lock = await row<{ mine: boolean }>(
        own,
        "SELECT pg_try_advisory_lock(hashtext('import'), hashtext($1)) AS mine",
        [importId],
      );
      if (!lock?.mine) return;
      const file = await this.house.manager.findOneBy(Import, { id: importId });
      if (file?.state === 'undoing') await new Undo(own, importId).run(() => this.stopped);
      else if (file?.state === 'queued' || file?.state === 'running') await this.run(own, file);
    } catch (error) {
      if (lostConnection(error)) throw error;
      this.log.error(`${importId}: ${(error as Error).stack ?? String(error)}`);
      await this.house.query(FAIL, [importId, `It broke off: ${(error as Error).message.slice(0, 500)}`]);
    } finally {
      await own.destroy().catch(() => undefined);
    }
  }

  /** Of its own, not of the pool: the lock and a dry run's shadows live as long as it, and nobody else may ever get it. */
  private oneConnection() {
    const options = databaseOptions({ databaseUrl: this.config.databaseUrl, databasePool: 1 });
    return { ...options, extra: { ...options.extra, idleTimeoutMillis: 0, application_name: 'overture import' } };
  }

  private async run(own: DataSource, file: Import): Promise<void> {
    if (file.dryRun) {
      await own.query(SHADOW);
      await own.query('DELETE FROM import_refusal WHERE import_id = $1', [file.id]);
      // its shadows died with whoever began it
      await own.query(RESTART, [file.id]);
      file.rowsRead = 0;
    }
    const types = await this.begin(own, file);
    const drafting = new Drafting(file.kind, file.reading!.header, file.plan!, types);
    const run = new Run(own, file);
    for await (const { records, bytesRead } of pieces(own, file, file.rowsRead)) {
      if (this.stopped) return;
      await run.put(
        records.map((record) => draftOf(drafting, record)),
        bytesRead,
      );
    }
    if (!this.stopped) await own.query(FINISH, [file.id, file.dryRun ? 'checked' : 'done']);
  }

  private begin(own: DataSource, file: Import) {
    const fields = Object.entries(file.plan!.attributeTypes ?? {}).map(([target, type]) => ({
      ...attributeOf(target)!,
      type,
    }));
    return transaction(own, `import:${file.id}`, async (manager) => {
      await manager.query(BEGIN, [file.id]);
      return registerFields(manager, fields);
    });
  }
}

class Run {
  constructor(
    private readonly own: DataSource,
    private readonly file: Import,
  ) {}

  /** Writes the rows in one transaction, together with how far the import has come. A row that breaks it is refused alone. */
  async put(drafts: Draft[], bytesRead: number): Promise<void> {
    try {
      await transaction(this.own, `import:${this.file.id}`, (manager) => this.batch(manager, drafts, bytesRead));
      this.file.rowsRead += drafts.length;
    } catch (error) {
      if (lostConnection(error) || error instanceof NotMine) throw error;
      const [first] = drafts;
      if (drafts.length === 1 && first && !first.refused)
        return this.put(
          [
            refuse(
              first,
              null,
              'cannot_be_stored',
              `The row cannot be stored: ${(error as Error).message.slice(0, 200)}`,
            ),
          ],
          bytesRead,
        );
      if (drafts.length < 2) throw error;
      const half = drafts.length >> 1;
      await this.put(drafts.slice(0, half), bytesRead);
      await this.put(drafts.slice(half), bytesRead);
    }
  }

  private async batch(manager: EntityManager, drafts: Draft[], bytesRead: number): Promise<void> {
    const { id: importId, kind, plan, dryRun, rowsRead } = this.file;
    // import_change is its history; a million audit rows would tell nothing more
    await manager.query("SELECT set_config('overture.audit', 'off', true)");
    // two imports that bring the same organization must not both make it: one batch at a time, over all of them
    if (!dryRun) await manager.query("SELECT pg_advisory_xact_lock(hashtext('import batch'))");
    const job = { importId, kind, plan: plan!, dryRun };
    const tally = await new Batch(manager, job, rowsRead).run(drafts);
    await this.progress(manager, drafts.length, bytesRead, tally);
  }

  private async progress(manager: EntityManager, rowsDone: number, bytesRead: number, tally: Tally): Promise<void> {
    const { id, rowsRead } = this.file;
    const { created, updated, unchanged, refused, warnings } = tally;
    const counts = [created, updated, unchanged, refused, warnings];
    if (!(await touched(manager, PROGRESS, [id, rowsRead, rowsDone, bytesRead, ...counts])))
      throw new NotMine('Another worker went on with this import.');
  }
}

class NotMine extends Error {}

/** Whatever a row does to the code that reads it, the others go in. */
function draftOf(drafting: Drafting, record: FileRecord): Draft {
  try {
    return drafting.draft(record);
  } catch (error) {
    const draft: Draft = {
      line: record.line,
      cells: record.cells,
      issues: [],
      refused: false,
      organization: null,
      contact: null,
    };
    return refuse(draft, null, 'unreadable', `The row cannot be read: ${(error as Error).message.slice(0, 200)}`);
  }
}

function lostConnection(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(08|57P0|53)/.test(code) || /^E[A-Z]+$/.test(code) || /connection|terminated|timeout/i.test(message);
}

const BEGIN = `
UPDATE import SET state = 'running', started_at = coalesce(started_at, app_now()), ended_at = NULL, failure = NULL WHERE id = $1`;
const RESTART = `
UPDATE import SET rows_read = 0, bytes_read = 0, created = 0, updated = 0, unchanged = 0, refused = 0, warnings = 0 WHERE id = $1`;
// the guard: a worker whose batch was overtaken writes nothing
const PROGRESS = `
UPDATE import SET rows_read = rows_read + $3, bytes_read = greatest(bytes_read, $4), created = created + $5, updated = updated + $6,
       unchanged = unchanged + $7, refused = refused + $8, warnings = warnings + $9
 WHERE id = $1 AND rows_read = $2 AND state = 'running'`;
const FINISH = `UPDATE import SET state = $2, bytes_read = bytes, ended_at = app_now() WHERE id = $1 AND state = 'running'`;
const FAIL = `UPDATE import SET state = 'failed', failure = $2, ended_at = app_now() WHERE id = $1 AND state IN ('queued', 'running', 'undoing')`;
