import type { DataSource, EntityManager } from 'typeorm';
import { Invalid, NotFound, rows, touched, transaction, type Shutdown } from '../../platform/index.js';
import type { duplicateSql } from './duplicate-search.sql.js';

class DuplicateNotFound extends NotFound {}
class DuplicateCursorInvalid extends Invalid {}

/** Two records within one block; `one` is the lesser id. */
export interface PairFound<Why> {
  one: string;
  other: string;
  why: Why;
}

/** A place in the list: likeliest first. */
export interface DuplicatePlace {
  score: number;
  one: string;
  other: string;
}

interface Search {
  sql: ReturnType<typeof duplicateSql>;
  /** $1 records that changed: the pairs to judge */
  candidates: string;
  /** how many records at once */
  atOnce: number;
}

const PAGE = 50;
const CURSOR = /^(\d{1,3})\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/;
/** A row that an import is writing has an earlier time than rows that were seen already. */
export const SETTLED_SECONDS = 60;

/** Finds records that are likely the same: those that changed are compared within their blocks. */
export abstract class DuplicateSearch<Pair extends PairFound<string>, Listed> {
  protected constructor(
    protected readonly source: DataSource,
    private readonly shutdown: Shutdown,
    private readonly search: Search,
  ) {}

  /** They are not the same: never listed again. @throws DuplicateNotFound */
  async dismiss(manager: EntityManager, one: string, other: string, by: string): Promise<void> {
    if ((await touched(manager, this.search.sql.dismiss, [one, other, by])) === 0)
      throw new DuplicateNotFound('These two are not listed as likely duplicates.');
  }

  /** 50 a page, the likeliest first. @throws DuplicateCursorInvalid */
  async page(cursor: string | undefined): Promise<{ items: Listed[]; nextCursor: string | null }> {
    const [whole, score, one, other] = CURSOR.exec(cursor ?? '') ?? [];
    if (cursor !== undefined && !whole) throw new DuplicateCursorInvalid('Take the cursor from the page before.');
    const items = await this.open(PAGE, whole ? { score: Number(score), one: one!, other: other! } : null);
    const last = items.length === PAGE ? this.placeOf(items.at(-1)!) : null;
    return { items, nextCursor: last && `${last.score}.${last.one}.${last.other}` };
  }

  protected abstract open(limit: number, after: DuplicatePlace | null): Promise<Listed[]>;
  protected abstract placeOf(listed: Listed): DuplicatePlace;
  /** 0 to 100; null where they are not likely the same. */
  protected abstract scoreOf(pair: Pair): number | null;

  protected async findAll(settledSeconds: number): Promise<void> {
    while (!this.shutdown.begun) if (!(await this.findSome(settledSeconds))) return;
  }

  private findSome(settledSeconds: number): Promise<boolean> {
    const { sql, candidates, atOnce } = this.search;
    return transaction(this.source, 'worker', async (manager) => {
      if ((await rows(manager, sql.lockScan)).length === 0) return false;
      const changed = await rows<{ id: string; asOf: string }>(manager, sql.nextChanged, [atOnce, settledSeconds]);
      if (changed.length === 0) return false;
      const ids = changed.map(({ id }) => id);
      const pairs = await rows<Pair>(manager, candidates, [ids]);
      await manager.query(sql.forgetOpen, [ids]);
      const found = pairs.flatMap((pair) => {
        const score = this.scoreOf(pair);
        return score === null ? [] : [{ one: pair.one, other: pair.other, why: pair.why, score }];
      });
      if (found.length > 0) await manager.query(sql.keep, [JSON.stringify(found)]);
      const last = changed.at(-1)!;
      await manager.query(sql.keepScan, [last.asOf, last.id]);
      return changed.length === atOnce;
    });
  }
}
