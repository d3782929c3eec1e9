import { createRequire } from 'node:module';
import { DateTime } from 'luxon';
import { lazy } from '../../platform/index.js';

// all countries and their rules: large, and not needed before somebody is due
const require = createRequire(import.meta.url);
const holidays = lazy(() => require('date-holidays') as typeof import('date-holidays').default);

export interface ContactHours {
  /** local times, 09:00:00 */
  dayStarts: string;
  dayEnds: string;
  /** 1 Monday … 7 Sunday */
  workingDays: readonly number[];
  /** what people closed beside the public holidays */
  closed: ClosedSet;
}

/** Days by `keyOf`. */
export type ClosedSet = ReadonlySet<string>;
/** `day`: 2026-12-24; `country` null: everywhere */
export const keyOf = (day: string, country: string | null): string => `${day} ${country ?? ''}`;

const LONGEST_SEARCH_DAYS = 60;

/**
 * The first instant from `now` on at which a contact in `zone` may be touched: `now` itself inside the hours, else the
 * next opening. Public holidays of `country` (ISO 3166) and closed days are no working days; an unknown zone is read as
 * UTC.
 */
export function nextOpening(now: Date, zone: string | null, country: string | null, hours: ContactHours): Date {
  const named = DateTime.fromJSDate(now, { zone: zone ?? 'utc' });
  const here = named.isValid ? named : DateTime.fromJSDate(now, { zone: 'utc' });
  for (let days = 0; days <= LONGEST_SEARCH_DAYS; days++) {
    const day = here.plus({ days }).startOf('day');
    if (!hours.workingDays.includes(day.weekday) || isClosed(day, country, hours.closed)) continue;
    const [opens, closes] = [at(day, hours.dayStarts), at(day, hours.dayEnds)];
    if (days === 0 && here >= opens && here < closes) return now;
    if (here < opens) return opens.toJSDate();
  }
  return here.plus({ days: LONGEST_SEARCH_DAYS }).toJSDate();
}

function isClosed(day: DateTime, country: string | null, closed: ClosedSet): boolean {
  const date = day.toISODate()!;
  if (closed.has(keyOf(date, null))) return true;
  return country !== null && (closed.has(keyOf(date, country)) || holidaysOf(country, day.year).has(date));
}

function at(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second });
}

const calendars = new Map<string, Map<string, string>>();

/**
 * The public holidays of a country (ISO 3166) in a year, by day, each with its name; none of a country that nobody
 * knows.
 */
export function holidaysOf(country: string, year: number): Map<string, string> {
  const key = `${country} ${year}`;
  const known = calendars.get(key);
  if (known) return known;
  const Holidays = holidays();
  const calendar = new Holidays();
  const days = new Map<string, string>();
  if (calendar.getCountries()[country]) {
    calendar.init(country);
    for (const { type, date, name } of calendar.getHolidays(year))
      if (type === 'public') days.set(date.slice(0, 10), name);
  }
  calendars.set(key, days);
  return days;
}
