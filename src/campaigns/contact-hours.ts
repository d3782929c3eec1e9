import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

export interface ContactHours {
  /** local times, 09:00:00 */
  dayStarts: string;
  dayEnds: string;
  /** 1 Monday … 7 Sunday */
  workingDays: readonly number[];
}

const LONGEST_SEARCH_DAYS = 60;

/**
 * The first instant from `now` on at which somebody in `zone` may be touched: `now` itself inside the hours, else the next opening.
 * Public holidays of `country` (ISO 3166) are no working days; an unknown zone is read as UTC.
 */
export function nextOpening(now: Date, zone: string | null, country: string | null, hours: ContactHours): Date {
  const named = DateTime.fromJSDate(now, { zone: zone ?? 'utc' });
  const here = named.isValid ? named : DateTime.fromJSDate(now, { zone: 'utc' });
  for (let days = 0; days <= LONGEST_SEARCH_DAYS; days++) {
    const day = here.plus({ days }).startOf('day');
    if (!hours.workingDays.includes(day.weekday) || isHoliday(day, country)) continue;
    const [opens, closes] = [at(day, hours.dayStarts), at(day, hours.dayEnds)];
    if (days === 0 && here >= opens && here < closes) return now;
    if (here < opens) return opens.toJSDate();
  }
  return here.plus({ days: LONGEST_SEARCH_DAYS }).toJSDate();
}

function at(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute });
}

const calendars = new Map<string, Set<string>>();

function isHoliday(day: DateTime, country: string | null): boolean {
  if (!country) return false;
  const key = `${country} ${day.year}`;
  let days = calendars.get(key);
  if (!days) {
    const calendar = new Holidays();
    const known = Boolean(calendar.getCountries()[country]);
    if (known) calendar.init(country);
    days = new Set(
      known
        ? calendar
            .getHolidays(day.year)
            .filter((holiday) => holiday.type === 'public')
            .map((holiday) => holiday.date.slice(0, 10))
        : [],
    );
    calendars.set(key, days);
  }
  return days.has(day.toISODate()!);
}
