import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict, Invalid, NotFound, row, rows } from '../../platform/index.js';
import { KEEP_ALIAS } from '../contacts/contacts.js';
import type { Columns } from '../imports/draft.js';
import { lockRows } from '../imports/rows.sql.js';
import { conflicts, keptValues, type MergeConflict, type MergeField } from './kept-values.js';
import { MergeParts, MovedByStatements, type Moved } from './merge-parts.js';
import * as sql from './moving.sql.js';

class ContactNotFound extends NotFound {}
class ContactMergeNotFound extends NotFound {}
class ContactMergeInvalid extends Invalid {}
class ContactMerged extends Conflict {}
class ContactErased extends Conflict {}
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

export interface ContactMerge {
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

interface StoredMerge extends ContactMerge {
  undoable: boolean;
  before: Columns;
  after: Columns;
  moved: Record<string, Moved>;
}

/** Two records of one person become one; the other stays as a sign to the first, and can be taken apart for 30 days. */
@Injectable()
export class ContactMerges {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly parts: MergeParts,
  ) {
    parts.register('accounts', new MovedByStatements(sql.MOVING));
  }

  of(contactId: string): Promise<ContactMerge[]> {
    return rows(this.source, sql.MERGES_OF, [contactId]);
  }

  /** What a merge would do: it is done, and rolled back. */
  async preview(manager: EntityManager, survivorId: string, mergedId: string, take: MergeField[]) {
    await manager.query('SAVEPOINT preview');
    const outcome = await this.merge(manager, survivorId, mergedId, take, 'preview');
    await manager.query('ROLLBACK TO SAVEPOINT preview');
    return outcome;
  }

  /** @throws ContactNotFound, ContactMerged, ContactErased, ContactMergeInvalid */
  async merge(
    manager: EntityManager,
    survivorId: string,
    mergedId: string,
    take: MergeField[],
    by: string,
  ): Promise<MergeOutcome & { id: string }> {
    if (survivorId === mergedId) throw new ContactMergeInvalid('A contact cannot be merged with itself.');
    const { survivor, merged } = await this.lock(manager, survivorId, mergedId);
    const after = keptValues(survivor, merged, take);
    const before = Object.fromEntries(Object.keys(after).map((column) => [column, survivor[column]]));
    const { id } = (await row<{ id: string }>(manager, sql.RECORD_MERGE, [survivorId, mergedId, by]))!;
    const moved = await this.parts.move(manager, mergedId, survivorId);
    await manager.query(sql.SET_MERGED, [mergedId, survivorId]);
    if (after.external_id) await manager.query(sql.FREE_EXTERNAL_ID, [mergedId, after.external_id]);
    await this.write(manager, survivorId, after);
    await manager.query(sql.MARK_TWIN, [survivorId]);
    await manager.query(sql.COPY_SUPPRESSIONS, [mergedId, survivorId]);
    for (const name of [merged.name, survivor.name])
      if (name !== (after.name ?? survivor.name)) await manager.query(KEEP_ALIAS, [survivorId, name, 'merge']);
    await manager.query(sql.KEEP_MERGED, [id, before, after, moved]);
    const counts = Object.values(moved).flatMap((part) =>
      Object.entries(part).map(([what, ids]) => [what, ids.length]),
    );
    return {
      id,
      survivorId,
      mergedId,
      changes: after,
      conflicts: conflicts(survivor, merged),
      moved: Object.fromEntries(counts) as Record<string, number>,
    };
  }

  /**
   * Takes the two apart: rows go back that are still the survivor's, and values that are still as the merge left them.
   * Suppressions stay with both: what a person asked for is not undone by a correction of ours.
   * @throws ContactMergeNotFound where the contact has no such merge, MergeNotUndoable
   */
  async undo(manager: EntityManager, contactId: string, id: string): Promise<void> {
    const known = await row<StoredMerge>(manager, sql.LOCK_MERGE, [id]);
    if (!known || ![known.survivorId, known.mergedId].includes(contactId))
      throw new ContactMergeNotFound('There is no such merge.');
    const { survivorId, mergedId, before, after, moved } = known;
    if (known.undoneAt) throw new MergeNotUndoable('This merge was undone already.');
    if (!known.undoable) throw new MergeNotUndoable('A merge can be undone for 30 days, and they are over.');
    const { survivor, merged } = await this.lock(manager, survivorId, mergedId, true);
    if (merged.merged_into !== survivorId)
      throw new MergeNotUndoable('The surviving contact was merged in its turn. Undo that merge first.');
    const standing = Object.keys(before).filter((column) => isDeepStrictEqual(survivor[column], after[column]));
    const restored = Object.fromEntries(standing.map((column) => [column, before[column]]));
    await this.restore(manager, survivorId, restored);
    await manager.query(sql.MARK_TWIN, [mergedId]);
    await manager.query(sql.SET_MERGED, [mergedId, null]);
    if (standing.includes('external_id')) await this.write(manager, mergedId, { external_id: after.external_id });
    await this.parts.back(manager, moved, mergedId, survivorId);
    await manager.query(sql.UNDO_MERGE, [id]);
  }

  /** Both, locked in the order in which every room locks: what belongs to them first. */
  private async lock(manager: EntityManager, survivorId: string, mergedId: string, undoing = false) {
    await this.parts.hold(manager, [survivorId, mergedId]);
    const found = await rows<{ row: Columns }>(manager, lockRows('contact'), [[survivorId, mergedId]]);
    const [survivor, merged] = [survivorId, mergedId].map((id) => found.find(({ row: each }) => each.id === id)?.row);
    if (!survivor || !merged) throw new ContactNotFound('There is no such contact.');
    if (survivor.erased_at || merged.erased_at)
      throw new ContactErased('One of the two was erased: nothing is left to merge or to take apart.');
    const gone = undoing ? undefined : [survivor, merged].find((each) => each.merged_into);
    if (gone)
      throw new ContactMerged(`${String(gone.name)} was merged into another contact already.`, {
        contactId: gone.merged_into,
      });
    return { survivor, merged };
  }

  /** An address or an id of the other system that another contact took since stays with that one. */
  private async restore(manager: EntityManager, id: string, values: Columns): Promise<void> {
    await manager.query('SAVEPOINT restoring');
    try {
      await this.write(manager, id, values);
    } catch (error) {
      if ((error as { code?: string }).code !== TAKEN) throw error;
      await manager.query('ROLLBACK TO SAVEPOINT restoring');
      const rest = Object.entries(values).filter(([column]) => !/^(email|external_id|shared_mailbox)/.test(column));
      await this.write(manager, id, Object.fromEntries(rest));
    }
    await manager.query('RELEASE SAVEPOINT restoring');
  }

  private async write(manager: EntityManager, id: string, values: Columns): Promise<void> {
    if (Object.keys(values).length > 0) await manager.query(SET_COLUMNS, [id, values]);
  }
}

const TAKEN = '23505';

const WRITABLE = [
  'name',
  'name_key',
  'given_name',
  'family_name',
  'email',
  'email_key',
  'email_hash',
  'email_state',
  'shared_mailbox',
  'phone',
  'phone_hash',
  'phone_state',
  'external_id',
  'language',
  'time_zone',
  'preference',
  'lawful_basis',
  'not_before',
  'away_until',
  'attributes',
];
/** Columns that are left out of $2 stay. $1 contact, $2 columns */
const SET_COLUMNS = `
UPDATE contact c
   SET ${WRITABLE.map((column) => `${column} = r.${column}`).join(',\n       ')},
       revision = c.revision + 1, updated_at = app_now()
  FROM (SELECT (jsonb_populate_record(k, $2::jsonb)).* FROM contact k WHERE k.id = $1) r
 WHERE c.id = r.id`;
