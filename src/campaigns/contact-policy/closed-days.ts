import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Invalid, NotFound, rows, touched, type FieldProblem } from '../../platform/index.js';
import { keyOf, type ClosedSet } from './contact-hours.js';
import { holidaysOf } from './holidays.js';

class ClosedDayNotFound extends NotFound {}
class ClosedDaysInvalid extends Invalid {}

const DAY = 86_400_000;
const LONGEST = 60;

export interface NewClosedDays {
  from: string;
  to: string;
  country: string | null;
  name: string;
}

export interface CalendarDay {
  day: string;
  name: string;
  /** of a day that a person closed; null: a public holiday */
  closedId: string | null;
  /** it is closed everywhere, not only in this country */
  everywhere: boolean;
}

@Injectable()
export class ClosedDays {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Those that can matter from `now` on. */
  async ahead(manager: EntityManager, now: Date): Promise<ClosedSet> {
    const found = await rows<{ day: string; country: string | null }>(manager, AHEAD, [now]);
    return new Set(found.map(({ day, country }) => keyOf(day, country)));
  }

  /** Closes each day of a span; one that is closed there already takes the new name. */
  async close(manager: EntityManager, { from, to, country, name }: NewClosedDays, by: string): Promise<void> {
    const span = (Date.parse(to) - Date.parse(from)) / DAY;
    if (span < 0) throw wrong('to', 'The last day is not before the first.');
    if (span >= LONGEST) throw wrong('to', `At most ${LONGEST} days at once.`);
    await manager.query(CLOSE, [from, to, country, name, by]);
  }

  async open(manager: EntityManager, id: string): Promise<void> {
    if ((await touched(manager, OPEN, [id])) === 0) throw new ClosedDayNotFound('No one closed this day.');
  }

  /**
   * A year in a country as the contact policy sees it, in order: its public holidays, and what is closed there or
   * everywhere. Holidays of a region only where it is named.
   */
  async year(country: string | null, year: number, region: string | null = null): Promise<CalendarDay[]> {
    const holidays = country ? holidaysOf({ country, region }, year) : new Map<string, string>();
    const closed = await rows<CalendarDay>(this.source, OF_YEAR, [year, country]);
    return [
      ...[...holidays].map(([day, name]) => ({ day, name, closedId: null, everywhere: false })),
      ...closed,
    ].toSorted((one, two) => one.day.localeCompare(two.day));
  }

  /** Where our organizations are, most of them first. */
  async countries(): Promise<string[]> {
    return (await rows<{ country: string }>(this.source, COUNTRIES)).map(({ country }) => country);
  }
}

const wrong = (field: string, message: string): ClosedDaysInvalid =>
  new ClosedDaysInvalid(message, [{ field, code: 'invalid', message } satisfies FieldProblem]);

/** $1 now; a day lasts longer somewhere else */
const AHEAD = `SELECT to_char(day, 'YYYY-MM-DD') AS day, country FROM closed_day WHERE day >= $1::date - 1`;
/** $1 first day, $2 last, $3 country or null, $4 name, $5 by whom */
const CLOSE = `
INSERT INTO closed_day (day, country, name, created_by)
SELECT d::date, $3, $4, $5
  FROM generate_series($1::date, $2::date, interval '1 day') d
    ON CONFLICT (day, country) DO UPDATE
   SET name = excluded.name, created_by = excluded.created_by, created_at = app_now()`;
/** $1 closed day */
const OPEN = `DELETE FROM closed_day WHERE id = $1`;
/** $1 year, $2 country or null */
const OF_YEAR = `
SELECT to_char(day, 'YYYY-MM-DD') AS day, name, id AS closed_id, country IS NULL AS everywhere
  FROM closed_day
 WHERE extract(year FROM day) = $1 AND (country IS NULL OR country = $2)
 ORDER BY day`;
const COUNTRIES = `
SELECT country
  FROM organization
 WHERE country ~ '^[A-Z]{2}$'
 GROUP BY country
 ORDER BY count(*) DESC, country
 LIMIT 300`;
