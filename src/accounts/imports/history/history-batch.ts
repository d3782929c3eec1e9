import type { EntityManager } from 'typeorm';
import { countUnmatched, matchThese } from '../../history/matching.sql.js';
import { row, rows } from '../../../platform/index.js';
import { changeOf, differing, recordChanges, refuseRows, type BatchJob, type RowResult, type Tally } from '../batch.js';
import type { Columns, RowDraft } from '../draft.js';
import { insertRows, lockRows, PULL, updateRows, WRITTEN } from '../rows.sql.js';
import type { Tracked } from '../roster.js';
import { FIND_PAST, PAST_TABLES, type PastTable } from './history.sql.js';

/** Some rows of a history, in one transaction: what is there by its id or its line is laid over, the rest is made. */
export class HistoryBatch {
  constructor(
    private readonly manager: EntityManager,
    private readonly job: BatchJob,
    private readonly number: number,
  ) {}

  async run(drafts: RowDraft[]): Promise<Tally> {
    const results = drafts.map((draft): RowResult => ({
      draft,
      issues: [...draft.issues],
      refused: draft.refused,
      made: false,
      changed: [],
    }));
    const changes: Columns[] = [];
    let unmatched = 0;
    for (const table of PAST_TABLES) unmatched += await this.table(table, results, changes);
    await recordChanges(this.manager, this.job.importId, this.number, changes);
    await refuseRows(this.manager, this.job.importId, results);
    return tallyOf(results, unmatched);
  }

  private async table(table: PastTable, results: RowResult[], changes: Columns[]): Promise<number> {
    const wanted = results.flatMap((result) => {
      const columns = result.draft.past?.find((each) => each.table === table)?.columns;
      return columns && !result.refused ? [{ result, columns }] : [];
    });
    if (wanted.length === 0) return 0;
    const known = await this.known(
      table,
      wanted.map(({ columns }) => columns),
    );
    const ids = await rows<{ id: string }>(this.manager, 'SELECT uuid_v7() AS id FROM generate_series(1, $1)', [
      wanted.length,
    ]);
    const touched = new Set<Tracked>();
    for (const { result, columns } of wanted) {
      const key = keyOf(columns);
      const found = known.get(key);
      const tracked = found ?? { table, id: ids.pop()!.id, line: result.draft.line, before: null, row: {} };
      if (!found) {
        known.set(key, tracked);
        result.made = true;
      }
      const before = tracked.row;
      tracked.row = rowOf(table, tracked.id, this.job.importId, before, columns);
      result.changed.push(tracked);
      touched.add(tracked);
    }
    await this.write(table, [...touched], changes);
    const all = [...touched].map(({ id }) => id);
    await this.manager.query(matchThese(table), [all]);
    return (await row<{ n: number }>(this.manager, countUnmatched(table), [all]))!.n;
  }

  private async known(table: PastTable, columns: Columns[]): Promise<Map<string, Tracked>> {
    const of = (name: string) => columns.flatMap((each) => (each[name] as string | undefined) ?? []);
    const keys = [of('external_id'), of('fingerprint')];
    if (this.job.dryRun) {
      const stored = await rows<{ id: string }>(this.manager, FIND_PAST(table, 'public.'), keys);
      if (stored.length > 0) await this.manager.query(PULL[table], [stored.map(({ id }) => id)]);
    }
    const ids = (await rows<{ id: string }>(this.manager, FIND_PAST(table, ''), keys)).map(({ id }) => id);
    const found = ids.length > 0 ? await rows<{ row: Columns }>(this.manager, lockRows(table), [ids]) : [];
    return new Map(
      found.map(({ row: each }) => [keyOf(each), { table, id: each.id as string, line: 0, before: each, row: each }]),
    );
  }

  private async write(table: PastTable, touched: Tracked[], changes: Columns[]): Promise<void> {
    const made = touched.filter(({ before }) => before === null);
    const changed = touched.filter((each) => each.before !== null && differing(each).length > 0);
    if (made.length > 0) await this.manager.query(insertRows(table), [JSON.stringify(made.map((each) => each.row))]);
    if (changed.length > 0)
      await this.manager.query(updateRows(table), [JSON.stringify(changed.map((each) => each.row))]);
    for (const each of [...made, ...changed]) changes.push(changeOf(each, changes.length));
  }
}

const keyOf = ({ external_id: id, fingerprint }: Columns): string =>
  id ? `id ${String(id)}` : `row ${String(fingerprint)}`;

/** What a row leaves empty stays as it was. */
function rowOf(table: PastTable, id: string, importId: string, before: Columns, columns: Columns): Columns {
  const row: Columns = { ...before, id };
  for (const column of WRITTEN[table]) row[column] = columns[column] ?? before[column] ?? null;
  row.import_id = before.import_id ?? importId;
  row.attributes = { ...(before.attributes as object), ...(columns.attributes as object) };
  return row;
}

function tallyOf(results: RowResult[], unmatched: number): Tally {
  const tally: Tally = { created: 0, updated: 0, unchanged: 0, refused: 0, warnings: 0, unmatched };
  for (const { refused, made, changed, issues } of results) {
    const news = changed.some((each) => each.before === null || differing(each).length > 0);
    tally[refused ? 'refused' : made ? 'created' : news ? 'updated' : 'unchanged']++;
    tally.warnings += issues.filter(({ wholeRow }) => !wholeRow).length;
  }
  return tally;
}
