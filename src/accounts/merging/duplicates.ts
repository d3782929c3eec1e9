import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { token_set_ratio as tokenSetRatio } from 'fuzzball';
import type { DataSource, EntityManager } from 'typeorm';
import { Every, NotFound, rows, Shutdown, touched, transaction } from '../../platform/index.js';
import { personKey } from '../normalize/names.js';
import * as sql from './duplicates.sql.js';

class DuplicateNotFound extends NotFound {}

export interface Duplicate {
  contactId: string;
  otherId: string;
  why: 'same_address' | 'same_phone' | 'like_name';
  /** 0 to 100 */
  score: number;
  foundAt: Date;
  name: string;
  email: string | null;
  phone: string | null;
  otherName: string;
  otherEmail: string | null;
  otherPhone: string | null;
}

interface Candidate {
  contactId: string;
  otherId: string;
  why: Duplicate['why'];
  name: string;
  otherName: string;
}

const AT_ONCE = 2_000;
/** A row that an import is writing has an earlier time than rows that were seen already. */
const SETTLED_SECONDS = 60;
/** Of names, 0 to 100: Jon Smith and John Smith have 95, Anna and Bernd Smith 71. */
const LEAST_ALIKE = 88;

/** Finds contacts that are likely one person: those that changed are compared within their blocks. */
@Injectable()
export class Duplicates {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly shutdown: Shutdown,
  ) {}

  @Every('find-duplicates', 60_000)
  async find(settledSeconds = SETTLED_SECONDS): Promise<void> {
    while (!this.shutdown.begun) if (!(await this.findSome(settledSeconds))) return;
  }

  /** The likeliest first, behind the given one. */
  open(limit: number, after: Pick<Duplicate, 'score' | 'contactId' | 'otherId'> | null): Promise<Duplicate[]> {
    const behind = [after?.score ?? null, after?.contactId ?? null, after?.otherId ?? null];
    return rows(this.source, sql.OPEN_DUPLICATES, [limit, ...behind]);
  }

  /** They are two people: never listed again. */
  async dismiss(manager: EntityManager, contactId: string, otherId: string, by: string): Promise<void> {
    if ((await touched(manager, sql.DISMISS, [contactId, otherId, by])) === 0)
      throw new DuplicateNotFound('These two are not listed as likely duplicates.');
  }

  private findSome(settledSeconds: number): Promise<boolean> {
    return transaction(this.source, 'worker', async (manager) => {
      if ((await rows(manager, sql.LOCK_SCAN)).length === 0) return false;
      const changed = await rows<{ id: string; asOf: string }>(manager, sql.NEXT_CHANGED, [AT_ONCE, settledSeconds]);
      if (changed.length === 0) return false;
      const ids = changed.map(({ id }) => id);
      const candidates = await rows<Candidate>(manager, sql.CANDIDATES, [ids]);
      await manager.query(sql.FORGET_OPEN, [ids]);
      const found = candidates.flatMap(({ contactId, otherId, why, ...names }) => {
        const score = scoreOf(why, names.name, names.otherName);
        return score === null ? [] : [{ contactId, otherId, why, score }];
      });
      if (found.length > 0) await manager.query(sql.KEEP_DUPLICATES, [JSON.stringify(found)]);
      const last = changed.at(-1)!;
      await manager.query(sql.KEEP_SCAN, [last.asOf, last.id]);
      return changed.length === AT_ONCE;
    });
  }
}

/** Null where they are not likely one person. */
function scoreOf(why: Duplicate['why'], name: string, other: string): number | null {
  const alike = tokenSetRatio(personKey(name), personKey(other), { full_process: false });
  if (why === 'same_address') return 100;
  return alike >= LEAST_ALIKE ? Math.min(why === 'same_phone' ? alike + 2 : alike, 99) : null;
}
