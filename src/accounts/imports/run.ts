import type { EntityManager } from 'typeorm';
import { pauseAudit, touched } from '../../platform/index.js';
import { registerFields, type AttributeType } from '../organizations/attributes.js';
import type { Hashes } from '../privacy/hashes.js';
import { Batch, type Tally } from './batch.js';
import type { RowDraft } from './draft.js';
import { RowDrafter, refuse } from './drafting.js';
import { HistoryBatch } from './history/history-batch.js';
import { HistoryDrafter } from './history/history-drafting.js';
import { applyOptOuts } from '../history/past-records.js';
import { attributeTypesOf } from './plan.js';
import { pieces } from './reading/file.js';
import type { Import } from './import.entity.js';
import { lostConnection, type OwnConnection } from './own-connection.js';
import type { FileRecord } from './reading/records.js';
import { Surveyor, type Survey } from './reading/survey.js';
import { FORGET_FINDINGS, SHADOW } from './rows.sql.js';
import { attributeOf } from './targets.js';

/** Another worker went on with the import meanwhile. */
export class ImportTakenOver extends Error {}
/** It would keep other imports waiting for ever. */
export class ImportTooLong extends Error {}

const HOURS = 6;

/** One run, or dry run, through a file: from behind the last batch that was committed to its end. */
export class Run {
  constructor(
    private readonly own: OwnConnection,
    private readonly file: Import,
    private readonly hashes: Hashes,
    private readonly milliseconds = HOURS * 3_600_000,
  ) {}

  /** @throws ImportTooLong behind a batch that is in */
  async go(stopped: () => boolean): Promise<void> {
    const end = performance.now() + this.milliseconds;
    const survey = this.file.survey ?? (await this.surveyed(stopped));
    if (!survey) return;
    const types = await this.own.transaction((manager) => this.begin(manager, survey));
    const { kind, reading, plan } = this.file;
    const Drafter = kind === 'history' ? HistoryDrafter : RowDrafter;
    const drafting = new Drafter(kind, reading!.header, plan!, types, survey, this.hashes);
    for await (const { records, bytesRead } of pieces(this.own.source, this.file, this.file.rowsRead)) {
      if (stopped()) return;
      if (performance.now() > end)
        throw new ImportTooLong(
          `It took longer than ${HOURS} hours and was stopped after ${this.file.rowsRead} rows. ` +
            'What went in stays. Run it again to go on behind it, or cut the file into several.',
        );
      const drafts = records.map((record) => draftOf(drafting, record));
      await this.put(drafts, bytesRead);
    }
    await this.own.transaction((manager) => this.finish(manager));
    if (kind === 'history' && !this.file.dryRun) await this.own.transaction(applyOptOuts);
  }

  /** Null where the process stops meanwhile. */
  private async surveyed(stopped: () => boolean): Promise<Survey | null> {
    const { id, reading } = this.file;
    const surveyor = new Surveyor(reading!.header, reading!.delimiter);
    for await (const { records } of pieces(this.own.source, this.file, 0)) {
      if (stopped()) return null;
      for (const { cells, problem } of records) if (!problem) surveyor.add(cells);
    }
    const survey = surveyor.result();
    await this.own.transaction((manager) => touched(manager, KEEP_SURVEY, [id, JSON.stringify(survey)]));
    return survey;
  }

  private async begin(manager: EntityManager, survey: Survey): Promise<Map<string, AttributeType>> {
    const { id, dryRun, plan } = this.file;
    if (dryRun) {
      await manager.query(SHADOW);
      // the shadow tables of the earlier run are gone, so it starts anew
      for (const sql of FORGET_FINDINGS) await manager.query(sql, [id]);
      await manager.query(RESTART, [id]);
      this.file.rowsRead = 0;
    }
    await manager.query(BEGIN, [id]);
    const types = Object.entries(attributeTypesOf(plan!, survey));
    return registerFields(
      manager,
      types.map(([target, type]) => ({ ...attributeOf(target)!, type })),
    );
  }

  /**
   * Writes the rows in one transaction, together with how far the import has come. A row that breaks it is refused
   * alone; one whose address was entered by hand at the same moment is looked at again.
   */
  private async put(drafts: RowDraft[], bytesRead: number, again = false): Promise<void> {
    try {
      await this.own.transaction((manager) => this.batch(manager, drafts, bytesRead));
      this.file.rowsRead += drafts.length;
    } catch (error) {
      const [first] = drafts;
      if (lostConnection(error) || error instanceof ImportTakenOver || !first) throw error;
      if (drafts.length > 1) {
        const half = drafts.length >> 1;
        await this.put(drafts.slice(0, half), bytesRead);
        await this.put(drafts.slice(half), bytesRead);
      } else if (isTaken(error) && !again) await this.put(drafts, bytesRead, true);
      else {
        if (first.refused) throw error;
        const message = `The row cannot be stored: ${(error as Error).message.slice(0, 200)}`;
        await this.put([refuse(first, null, 'cannot_be_stored', message)], bytesRead);
      }
    }
  }

  private async batch(manager: EntityManager, drafts: RowDraft[], bytesRead: number): Promise<void> {
    const { id: importId, kind, plan, dryRun, rowsRead } = this.file;
    // import_change is its history; a million audit rows would add nothing
    await pauseAudit(manager, `import:${importId}`);
    // two imports that bring the same organization must not both make it: one batch at a time, over all of them
    if (!dryRun) await manager.query("SELECT pg_advisory_xact_lock(hashtext('import batch'))");
    const Rows = kind === 'history' ? HistoryBatch : Batch;
    const tally = await new Rows(manager, { importId, kind, plan: plan!, dryRun }, rowsRead).run(drafts);
    await this.progress(manager, drafts.length, bytesRead, tally);
  }

  private async progress(manager: EntityManager, rowsDone: number, bytesRead: number, tally: Tally): Promise<void> {
    const { created, updated, unchanged, refused, warnings, unmatched } = tally;
    const how = [
      this.file.id,
      this.file.rowsRead,
      rowsDone,
      bytesRead,
      created,
      updated,
      unchanged,
      refused,
      warnings,
      unmatched,
    ];
    if (!(await touched(manager, PROGRESS, how))) throw new ImportTakenOver('Another worker went on with this import.');
  }

  private async finish(manager: EntityManager): Promise<void> {
    const { id, dryRun } = this.file;
    await manager.query(FINISH, [id, dryRun ? 'checked' : 'done']);
    // the file is not read again: refused rows are stored
    if (!dryRun) await manager.query('DELETE FROM import_chunk WHERE import_id = $1', [id]);
  }
}

/** Whatever a row does to the code that reads it, the others go in. */
function draftOf(drafting: RowDrafter, record: FileRecord): RowDraft {
  try {
    return drafting.draft(record);
  } catch (error) {
    const { line, cells } = record;
    const draft: RowDraft = { line, cells, issues: [], refused: false, organization: null, contact: null };
    return refuse(draft, null, 'unreadable', `The row cannot be read: ${(error as Error).message.slice(0, 200)}`);
  }
}

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';

const KEEP_SURVEY = 'UPDATE import SET survey = $2 WHERE id = $1';
const RESTART = `
UPDATE import SET rows_read = 0, bytes_read = 0, created = 0, updated = 0, unchanged = 0, refused = 0, warnings = 0,
  unmatched = 0
  WHERE id = $1`;
const BEGIN = `
UPDATE import SET state = 'running', started_at = coalesce(started_at, app_now()), ended_at = NULL, failure = NULL
  WHERE id = $1`;
// the guard: a worker whose batch was overtaken writes nothing
const PROGRESS = `
UPDATE import
  SET rows_read = rows_read + $3, bytes_read = greatest(bytes_read, $4), created = created + $5, updated = updated + $6,
       unchanged = unchanged + $7, refused = refused + $8, warnings = warnings + $9,
       unmatched = unmatched + $10
 WHERE id = $1 AND rows_read = $2 AND state = 'running'`;
const FINISH = `
UPDATE import SET state = $2, bytes_read = bytes, ended_at = app_now() WHERE id = $1 AND state = 'running'`;
