import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict, row, rows } from '../../platform/index.js';
import type { Columns } from '../imports/draft.js';
import { lockRows } from '../imports/rows.sql.js';
import { conflicts, type Choices, type MergeConflict } from './kept-values.js';
import type { MergeParts, Moved } from './merge-parts.js';
import { mergeSql } from './merges.sql.js';

class MergeNotUndoable extends Conflict {}

export interface MergeOutcome {
  survivorId: string;
  mergedId: string;
  /** what of the survivor changes */
  changes: Columns;
  conflicts: MergeConflict[];
  /** how many rows of each kind move, by room */
  moved: Record<string, number>;
}

export interface RecordedMerge {
  id: string;
  survivorId: string;
  mergedId: string;
  /** of the record that was merged */
  name: string;
  at: Date;
  by: string;
  undoneAt: Date | null;
  undoUntil: Date;
}

interface StoredMerge extends RecordedMerge {
  undoable: boolean;
  before: Columns;
  after: Columns;
  moved: Record<string, Moved>;
}

type Refusal = new (message: string, more?: Record<string, unknown>) => Error;

/** What distinguishes a merge of contacts from one of organizations. */
export interface Mergeable {
  thing: 'contact' | 'organization';
  writable: readonly string[];
  /** of which another record may have taken its value since, when a merge is undone */
  unique: RegExp;
  choices: Choices<string>;
  values(survivor: Columns, other: Columns, take: readonly string[]): Columns;
  errors: {
    notFound: Refusal;
    mergeNotFound: Refusal;
    withItself: new (message: string) => Error;
    mergedBefore: Refusal;
  };
}

/** Two records of one thing become one; the other stays and points to the first; the merge can be undone for 30 days. */
export abstract class Merges {
  private readonly sql: ReturnType<typeof mergeSql>;

  protected constructor(
    protected readonly source: DataSource,
    protected readonly parts: MergeParts,
    private readonly mergeable: Mergeable,
  ) {
    this.sql = mergeSql(mergeable.thing, mergeable.writable);
  }

  of(id: string): Promise<RecordedMerge[]> {
    return rows(this.source, this.sql.mergesOf, [id]);
  }

  /** What a merge would do: it is done, and rolled back. */
  async preview(manager: EntityManager, survivorId: string, mergedId: string, take: readonly string[], by: string) {
    await manager.query('SAVEPOINT preview');
    const outcome = await this.merge(manager, survivorId, mergedId, take, by);
    await manager.query('ROLLBACK TO SAVEPOINT preview');
    return outcome;
  }

  /** @throws where one of the two is not known, was merged before, or must not be merged */
  async merge(
    manager: EntityManager,
    survivorId: string,
    mergedId: string,
    take: readonly string[],
    by: string,
  ): Promise<MergeOutcome & { id: string }> {
    const { thing, values, choices, errors } = this.mergeable;
    if (survivorId === mergedId) throw new errors.withItself(`The ${thing} cannot be merged with itself.`);
    const { survivor, merged } = await this.lock(manager, survivorId, mergedId);
    const asked = await this.parts.conflicts(manager, survivorId, mergedId);
    const after = values(survivor, merged, take);
    const before = Object.fromEntries(Object.keys(after).map((column) => [column, survivor[column]]));
    const { id } = (await row<{ id: string }>(manager, this.sql.recordMerge, [survivorId, mergedId, by]))!;
    const moved = await this.parts.move(manager, mergedId, survivorId, { take, by });
    await manager.query(this.sql.setMerged, [mergedId, survivorId]);
    if (after.external_id) await manager.query(this.sql.freeExternalId, [mergedId, after.external_id]);
    await this.write(manager, survivorId, after);
    await this.merged(manager, survivor, merged, after);
    await manager.query(this.sql.keepMerged, [id, before, after, moved]);
    const counts = Object.values(moved).flatMap((part) =>
      Object.entries(part).map(([what, ids]) => [what, ids.length]),
    );
    return {
      id,
      survivorId,
      mergedId,
      changes: after,
      conflicts: [...conflicts(choices, survivor, merged), ...asked],
      moved: Object.fromEntries(counts) as Record<string, number>,
    };
  }

  /**
   * Takes the two apart: rows go back that are still the survivor's, and values that are still as the merge left them.
   * Suppressions stay with both: what somebody asked for is not undone by a correction of ours.
   * @throws where `recordId` has no such merge, MergeNotUndoable
   */
  async undo(manager: EntityManager, recordId: string, id: string): Promise<void> {
    const { thing, errors } = this.mergeable;
    await this.parts.alone(manager);
    const known = await row<StoredMerge>(manager, this.sql.lockMerge, [id]);
    if (!known || ![known.survivorId, known.mergedId].includes(recordId))
      throw new errors.mergeNotFound('There is no such merge.');
    const { survivorId, mergedId, before, after, moved } = known;
    if (known.undoneAt) throw new MergeNotUndoable('This merge was undone already.');
    if (!known.undoable) throw new MergeNotUndoable('A merge can be undone for 30 days, and they are over.');
    const { survivor, merged } = await this.lock(manager, survivorId, mergedId, true);
    if (merged.merged_into !== survivorId)
      throw new MergeNotUndoable(`The surviving ${thing} was merged in its turn. Undo that merge first.`);
    const standing = Object.keys(before).filter((column) => isDeepStrictEqual(survivor[column], after[column]));
    const restored = Object.fromEntries(standing.map((column) => [column, before[column]]));
    await this.restore(manager, survivorId, restored);
    await this.separating(manager, mergedId);
    await manager.query(this.sql.setMerged, [mergedId, null]);
    if (standing.includes('external_id')) await this.write(manager, mergedId, { external_id: after.external_id });
    await this.parts.back(manager, moved, mergedId, survivorId);
    await manager.query(this.sql.undoMerge, [id]);
  }

  /** @throws where these two must not be merged or taken apart */
  protected assertMergeable(_survivor: Columns, _merged: Columns): void {}

  /** What else follows from a merge. */
  protected abstract merged(manager: EntityManager, survivor: Columns, merged: Columns, after: Columns): Promise<void>;

  /** What must be so before the merged record stands alone again. */
  protected async separating(_manager: EntityManager, _mergedId: string): Promise<void> {}

  /** Both, locked in the order in which every room locks: what belongs to them first. */
  protected async lock(manager: EntityManager, survivorId: string, mergedId: string, undoing = false) {
    const { thing, errors } = this.mergeable;
    await this.parts.hold(manager, [survivorId, mergedId]);
    const found = await rows<{ row: Columns }>(manager, lockRows(thing), [[survivorId, mergedId]]);
    const [survivor, merged] = [survivorId, mergedId].map((id) => found.find(({ row: each }) => each.id === id)?.row);
    if (!survivor || !merged) throw new errors.notFound(`There is no such ${thing}.`);
    this.assertMergeable(survivor, merged);
    const gone = undoing ? undefined : [survivor, merged].find((each) => each.merged_into);
    if (gone)
      throw new errors.mergedBefore(`${String(gone.name)} was merged into another ${thing} already.`, {
        [`${thing}Id`]: gone.merged_into,
      });
    return { survivor, merged };
  }

  /** An address or an id of the other system that another record took since stays with that one. */
  private async restore(manager: EntityManager, id: string, values: Columns): Promise<void> {
    await manager.query('SAVEPOINT restoring');
    try {
      await this.write(manager, id, values);
    } catch (error) {
      if ((error as { code?: string }).code !== TAKEN) throw error;
      await manager.query('ROLLBACK TO SAVEPOINT restoring');
      const rest = Object.entries(values).filter(([column]) => !this.mergeable.unique.test(column));
      await this.write(manager, id, Object.fromEntries(rest));
    }
    await manager.query('RELEASE SAVEPOINT restoring');
  }

  private async write(manager: EntityManager, id: string, values: Columns): Promise<void> {
    if (Object.keys(values).length > 0) await manager.query(this.sql.setColumns, [id, values]);
  }
}

const TAKEN = '23505';
