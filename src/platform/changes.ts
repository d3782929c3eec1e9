import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  catchError,
  concatMap,
  EMPTY,
  filter,
  from,
  map,
  pairwise,
  shareReplay,
  startWith,
  timer,
  type Observable,
} from 'rxjs';
import type { DataSource } from 'typeorm';
import { rows } from './database/sql.js';

const EVERY_MS = 1_000;

/** What PostgreSQL counts anyway: a write that is rolled back counts too, and costs its listener one needless look. */
const WRITTEN = `
SELECT relname AS name, n_tup_ins + n_tup_upd + n_tup_del AS writes FROM pg_stat_user_tables
  WHERE schemaname = 'public'`;

/**
 * Which tables were written to, at most once a second, for clients that show their rows. The database is asked once for
 * all listeners, and not at all without any. What cannot be answered this second is answered the next.
 */
@Injectable()
export class Changes {
  private readonly counted = timer(0, EVERY_MS).pipe(
    concatMap(() => from(this.written()).pipe(catchError(() => EMPTY))),
    shareReplay({ bufferSize: 1, refCount: true }),
  );

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Names of tables, as they change. The first time none: what was written before is not reported. */
  listen(): Observable<string[]> {
    return this.counted.pipe(
      startWith(null),
      pairwise(),
      map(([before, now]) => (before && now ? differing(before, now) : [])),
      filter((tables, index) => index === 0 || tables.length > 0),
    );
  }

  private async written(): Promise<Map<string, string>> {
    const counted = await rows<{ name: string; writes: string }>(this.source, WRITTEN);
    return new Map(counted.map(({ name, writes }) => [name, writes]));
  }
}

const differing = (before: Map<string, string>, now: Map<string, string>) =>
  [...now.keys()].filter((name) => before.get(name) !== now.get(name));
