import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { token_set_ratio as tokenSetRatio } from 'fuzzball';
import type { DataSource } from 'typeorm';
import { Every, rows, Shutdown } from '../../platform/index.js';
import { personKey } from '../normalize/names.js';
import { DuplicateSearch, SETTLED_SECONDS, type DuplicatePlace, type PairFound } from './duplicate-search.js';
import { duplicateSql } from './duplicate-search.sql.js';
import { CANDIDATES, OPEN_DUPLICATES } from './duplicates.sql.js';

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

interface Candidate extends PairFound<Duplicate['why']> {
  name: string;
  otherName: string;
}

/** Of names, 0 to 100: Jon Smith and John Smith have 95, Anna and Bernd Smith 71. */
const LEAST_ALIKE = 88;

/** Finds contacts that are likely one person. */
@Injectable()
export class Duplicates extends DuplicateSearch<Candidate, Duplicate> {
  constructor(@InjectDataSource() source: DataSource, shutdown: Shutdown) {
    super(source, shutdown, {
      sql: duplicateSql('contact', 'duplicate_scan'),
      candidates: CANDIDATES,
      atOnce: 2_000,
    });
  }

  @Every('find-duplicates', 60_000)
  find(settledSeconds = SETTLED_SECONDS): Promise<void> {
    return this.findAll(settledSeconds);
  }

  protected open(limit: number, after: DuplicatePlace | null): Promise<Duplicate[]> {
    const behind = [after?.score ?? null, after?.one ?? null, after?.other ?? null];
    return rows(this.source, OPEN_DUPLICATES, [limit, ...behind]);
  }

  protected placeOf({ score, contactId, otherId }: Duplicate): DuplicatePlace {
    return { score, one: contactId, other: otherId };
  }

  protected scoreOf({ why, name, otherName }: Candidate): number | null {
    if (why === 'same_address') return 100;
    const alike = tokenSetRatio(personKey(name), personKey(otherName), { full_process: false });
    return alike >= LEAST_ALIKE ? Math.min(why === 'same_phone' ? alike + 2 : alike, 99) : null;
  }
}
