import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { pauseAudit, row, rows } from '../../platform/index.js';
import type { Columns } from './draft.js';
import type { OwnConnection } from './own-connection.js';
import { lockRows, TABLES, updateRows, WRITTEN, type Table } from './rows.sql.js';

interface UndoneChange {
  id: string;
  entity: Table;
  entityId: string;
  before: Columns | null;
  after: Columns;
}
type UndoResult = 'undone' | 'in_use' | 'changed_since' | 'gone';

const STILL_REFERRED_TO = '23503';
const TAKEN = '23505';
/** What a column has in rows of imports from before there was the column. */
const BEFORE_ITS_TIME: Columns = { shared_mailbox: false };

/**
 * Undoes an import, its last batch first: removes what it created where nothing uses it, restores what is still as it
 * wrote it.
 */
export class Undo {
  constructor(
    private readonly own: OwnConnection,
    private readonly importId: string,
  ) {}

  async run(stopped: () => boolean): Promise<void> {
    let batch = Number.MAX_SAFE_INTEGER;
    while (!stopped()) {
      const next = await row<{ batch: string }>(this.own.source, NEXT, [this.importId, batch]);
      if (!next) return this.own.transaction((manager) => this.finish(manager));
      batch = Number(next.batch);
      await this.own.transaction((manager) => this.batch(manager, batch));
    }
  }

  private async finish(manager: EntityManager): Promise<void> {
    await pauseAudit(manager, `import:${this.importId}`);
    await manager.query('DELETE FROM contact_alias WHERE import_id = $1', [this.importId]);
    await manager.query(FINISH, [this.importId]);
  }

  private async batch(manager: EntityManager, batch: number): Promise<void> {
    await pauseAudit(manager, `import:${this.importId}`);
    const changes = await rows<UndoneChange>(manager, CHANGES, [this.importId, batch]);
    const outcomes = new Map<string, UndoResult>();
    // a role before the person, a person before the organization
    for (const table of TABLES.toReversed())
      await this.table(
        manager,
        table,
        changes.filter(({ entity }) => entity === table),
        outcomes,
      );
    const list = [...outcomes].map(([id, outcome]) => ({ id, outcome }));
    await manager.query(SETTLE, [JSON.stringify(list)]);
    const undone = list.filter(({ outcome }) => outcome === 'undone').length;
    await manager.query(COUNT, [this.importId, undone, list.length - undone]);
  }

  private async table(
    manager: EntityManager,
    table: Table,
    changes: UndoneChange[],
    outcomes: Map<string, UndoResult>,
  ): Promise<void> {
    if (changes.length === 0) return;
    const ids = changes.map(({ entityId: id }) => id);
    const found = await rows<{ row: Columns }>(manager, lockRows(table), [ids]);
    const stored = new Map(found.map((each) => [each.row.id, each.row]));
    const made: UndoneChange[] = [];
    const restored: Columns[] = [];
    for (const change of changes) {
      const now = stored.get(change.entityId);
      if (!now) outcomes.set(change.id, 'gone');
      else if (change.before === null) {
        const own = WRITTEN[table].every((column) =>
          isDeepStrictEqual(now[column] ?? null, change.after[column] ?? BEFORE_ITS_TIME[column] ?? null),
        );
        if (own) made.push(change);
        else outcomes.set(change.id, 'changed_since');
      } else {
        const standing = Object.keys(change.before).filter((column) =>
          isDeepStrictEqual(now[column], change.after[column]),
        );
        outcomes.set(change.id, standing.length === Object.keys(change.before).length ? 'undone' : 'changed_since');
        if (standing.length > 0)
          restored.push({ ...now, ...Object.fromEntries(standing.map((column) => [column, change.before![column]])) });
      }
    }
    await this.restore(manager, table, restored, (id) => {
      outcomes.set(changes.find(({ entityId }) => entityId === id)!.id, 'changed_since');
    });
    await this.remove(manager, table, made, outcomes);
  }

  /** An address may belong to another contact meanwhile: that row stays as it is. */
  private async restore(
    manager: EntityManager,
    table: Table,
    list: Columns[],
    taken: (id: unknown) => void,
  ): Promise<void> {
    if (list.length === 0) return;
    await manager.query('SAVEPOINT restoring');
    try {
      await manager.query(updateRows(table), [JSON.stringify(list)]);
      await manager.query('RELEASE SAVEPOINT restoring');
    } catch (error) {
      if ((error as { code?: string }).code !== TAKEN) throw error;
      await manager.query('ROLLBACK TO SAVEPOINT restoring');
      await manager.query('RELEASE SAVEPOINT restoring');
      if (list.length === 1) return taken(list[0]!.id);
      const half = list.length >> 1;
      await this.restore(manager, table, list.slice(0, half), taken);
      await this.restore(manager, table, list.slice(half), taken);
    }
  }

  /** The foreign keys tell whether another room uses a row: this room does not know those above it. */
  private async remove(
    manager: EntityManager,
    table: Table,
    made: UndoneChange[],
    outcomes: Map<string, UndoResult>,
  ): Promise<void> {
    if (made.length === 0) return;
    await manager.query('SAVEPOINT removal');
    try {
      await manager.query(`DELETE FROM ${table} WHERE id = ANY($1)`, [made.map(({ entityId: id }) => id)]);
      await manager.query('RELEASE SAVEPOINT removal');
      for (const { id } of made) outcomes.set(id, 'undone');
    } catch (error) {
      if ((error as { code?: string }).code !== STILL_REFERRED_TO) throw error;
      await manager.query('ROLLBACK TO SAVEPOINT removal');
      await manager.query('RELEASE SAVEPOINT removal');
      if (made.length === 1) return void outcomes.set(made[0]!.id, 'in_use');
      const half = made.length >> 1;
      await this.remove(manager, table, made.slice(0, half), outcomes);
      await this.remove(manager, table, made.slice(half), outcomes);
    }
  }
}

const NEXT = `
SELECT batch FROM import_change WHERE import_id = $1 AND batch < $2 AND outcome IS NULL ORDER BY batch DESC LIMIT 1`;
const CHANGES = `
SELECT id, entity, entity_id, before, after FROM import_change
  WHERE import_id = $1 AND batch = $2 AND outcome IS NULL ORDER BY id`;
const SETTLE = `
UPDATE import_change c SET outcome = r.outcome FROM jsonb_to_recordset($1) AS r(id bigint, outcome text)
  WHERE c.id = r.id`;
const COUNT = 'UPDATE import SET undone = undone + $2, kept = kept + $3 WHERE id = $1';
const FINISH = `UPDATE import SET state = 'undone', ended_at = app_now() WHERE id = $1 AND state = 'undoing'`;
