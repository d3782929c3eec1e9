import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import iconv from 'iconv-lite';
import type { DataSource, EntityManager } from 'typeorm';
import { JobQueue, Conflict, Every, Invalid, NotFound, row, rows, touched } from '../../platform/index.js';
import { HeadReader } from './reading/head-reader.js';
import { WorkbookReader } from './reading/workbook/workbook-reader.js';
import { Import } from './import.entity.js';
import { FORGET_FINDINGS } from './rows.sql.js';
import { checkPlan, planOf, type Plan } from './plan.js';
import { DELIMITERS, type GivenFormat } from './reading/reading.js';
import { isDelimiter, Upload, type UploadFacts } from './upload.js';
import { IMPORT_QUEUE } from '../queues.js';

class ImportNotFound extends NotFound {}
class ImportNotReady extends Conflict {}
class ImportNotPlanned extends Conflict {}
class ReadingInvalid extends Invalid {}

/** What a person does with an import; the work itself is the Importer's. */
@Injectable()
export class Imports {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobQueue: JobQueue,
    private readonly heads: HeadReader,
    private readonly workbooks: WorkbookReader,
  ) {}

  /** Stores an uploaded file. Throws 413, ImportFileEmpty, UploadBrokeOff; the failed import has the reason as well. */
  async fromStream(stream: AsyncIterable<Uint8Array>, facts: UploadFacts): Promise<Import> {
    assertReading(facts);
    return this.get(await new Upload(this.source, this.heads, this.workbooks, facts).take(stream));
  }

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Import> {
    const found = await manager.findOneBy(Import, { id });
    if (!found) throw new ImportNotFound('There is no such import.');
    return found;
  }

  /**
   * Where the encoding or the delimiter was guessed wrong: the columns are found and guessed anew, and the plan is
   * void.
   */
  async read(manager: EntityManager, id: string, format: { encoding?: string; given: GivenFormat }): Promise<Import> {
    assertReading(format);
    const file = await this.lock(manager, id, ['uploaded', 'checked', 'failed'], 'read in another way');
    const head = await row<{ bytes: Buffer }>(
      manager,
      'SELECT bytes FROM import_chunk WHERE import_id = $1 AND ordinal = 0',
      [id],
    );
    if (!head || (file.rowsRead > 0 && !file.dryRun))
      throw new ImportNotReady('The file is not there any more, or went in already. Upload it again.');
    const { encoding = file.reading!.encoding, given } = format;
    const read = await this.heads.read({ kind: file.kind, head: head.bytes, encoding, given });
    const { decodings, sheet, sheets } = file.reading!;
    const reading = { ...read, decodings, ...(sheet === undefined ? {} : { sheet, sheets }) };
    await manager.update(Import, { id }, { reading, survey: null, plan: null, state: 'uploaded' });
    return this.get(id, manager);
  }

  /** Without a plan of its own, the import takes the guesses. */
  async plan(manager: EntityManager, id: string, plan?: Plan): Promise<Import> {
    const file = await this.lock(manager, id, ['uploaded', 'checked'], 'planned');
    const { header, columns } = file.reading!;
    const chosen = plan ?? planOf(file.kind, columns);
    checkPlan(file.kind, header, chosen);
    await manager.update(Import, { id }, { plan: chosen });
    return this.get(id, manager);
  }

  /** Queues the import. A second click finds it queued, or running, and changes nothing. */
  async start(manager: EntityManager, id: string, dryRun: boolean): Promise<Import> {
    const file = await this.lock(
      manager,
      id,
      ['uploaded', 'checked', 'failed', 'queued', 'running'],
      dryRun ? 'checked' : 'run',
    );
    const underWay = file.state === 'queued' || file.state === 'running';
    if (underWay && file.dryRun !== dryRun)
      throw new ImportNotReady(
        `A ${file.dryRun ? 'dry run' : 'run'} of this import is under way. Wait until it is done.`,
      );
    if (!underWay) {
      if (!file.plan) throw new ImportNotPlanned('Say first what becomes of the columns: PUT the plan.');
      // what failed half-way continues behind its last batch; anything else starts anew
      const goesOn = file.state === 'failed' && !file.dryRun && !dryRun;
      if (file.state === 'failed' && !file.dryRun && dryRun && file.rowsRead > 0)
        throw new ImportNotReady('A part of this import went in already. Run it on, or undo it.');
      for (const sql of goesOn ? [] : FORGET_FINDINGS) await manager.query(sql, [id]);
      await manager.query(goesOn ? QUEUE_ON : QUEUE, [id, dryRun]);
    }
    this.jobQueue.enqueueAfter(manager, IMPORT_QUEUE, { importId: id });
    return this.get(id, manager);
  }

  async undo(manager: EntityManager, id: string): Promise<Import> {
    const file = await this.lock(manager, id, ['done', 'failed', 'undoing', 'undone'], 'undone');
    if (file.dryRun || file.rowsRead === 0)
      throw new ImportNotReady('This import wrote nothing: there is nothing to undo.');
    if (file.state !== 'undone')
      await manager.update(Import, { id }, { state: 'undoing', endedAt: null, failure: null });
    this.jobQueue.enqueueAfter(manager, IMPORT_QUEUE, { importId: id });
    return this.get(id, manager);
  }

  private async lock(manager: EntityManager, id: string, states: Import['state'][], what: string): Promise<Import> {
    await row(manager, 'SELECT FROM import WHERE id = $1 FOR UPDATE', [id]);
    const file = await this.get(id, manager);
    if (!states.includes(file.state) || !file.reading)
      throw new ImportNotReady(`This import is ${file.state} and cannot be ${what} now.`, {
        state: file.state,
        failure: file.failure,
      });
    return file;
  }

  /** A job may be lost, a worker may die, an upload may never end. */
  @Every('enqueue-unfinished-imports', 2_000)
  async ringUnfinished(): Promise<void> {
    await touched(this.source, GIVE_UP);
    for (const { id } of await rows<{ id: string }>(this.source, UNFINISHED))
      await this.jobQueue.enqueue(IMPORT_QUEUE, { importId: id });
  }
}

function assertReading({ encoding, given }: { encoding?: string; given?: GivenFormat }): void {
  const delimiter = given?.delimiter;
  const wrong = (field: string, message: string) => new ReadingInvalid(message, [{ field, code: 'invalid', message }]);
  if (encoding !== undefined && !iconv.encodingExists(encoding))
    throw wrong('encoding', `There is no encoding "${String(encoding)}".`);
  if (delimiter !== undefined && !isDelimiter(delimiter))
    throw wrong(
      'delimiter',
      `The delimiter is one of: ${DELIMITERS.map((each) => (each === '\t' ? 'tab' : each)).join(' ')}`,
    );
}

const QUEUE = `
UPDATE import
  SET state = 'queued', dry_run = $2, rows_read = 0, bytes_read = 0, created = 0, updated = 0, unchanged = 0,
    refused = 0,
       warnings = 0, unmatched = 0, failure = NULL, started_at = NULL, ended_at = NULL WHERE id = $1`;
const QUEUE_ON = `UPDATE import SET state = 'queued', dry_run = $2, failure = NULL, ended_at = NULL WHERE id = $1`;
// a worker that runs it has a connection with the import's name: no job is needed
const UNFINISHED = `
SELECT id FROM import i WHERE state IN ('queued', 'running', 'undoing')
   AND NOT EXISTS (SELECT FROM pg_stat_activity a
     WHERE a.datname = current_database() AND a.application_name = 'overture import ' || i.id)
 ORDER BY created_at LIMIT 100`;
const GIVE_UP = `
UPDATE import
  SET state = 'failed', failure = 'The upload broke off. Upload the file again.', idempotency_key = NULL,
    ended_at = app_now()
 WHERE state = 'uploading' AND heard_at < clock_timestamp() - interval '10 minutes'`;
