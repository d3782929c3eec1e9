import { DateTime } from 'luxon';
import { countriesOfZone, livedInZones } from '../../accounts/index.js';
import { holidaysOf } from './holidays.js';
import { workingDaysOf } from './working-week.js';

export interface ContactHours {
  /** local times, 09:00:00 */
  dayStarts: string;
  dayEnds: string;
  /** 1 Monday … 7 Sunday */
  workingDays: readonly number[];
  /** what people closed beside the public holidays */
  closed: ClosedSet;
}

/** Where a contact is, as far as it is known. */
export interface ContactPlace {
  /** IANA name */
  zone: string | null;
  /** ISO 3166 alpha-2 */
  country: string | null;
  region?: string | null;
  city?: string | null;
}

/** Days by `keyOf`. */
export type ClosedSet = ReadonlySet<string>;
/** `day`: 2026-12-24; `country` null: everywhere */
export const keyOf = (day: string, country: string | null): string => `${day} ${country ?? ''}`;

const LONGEST_SEARCH_DAYS = 60;
const DAY = 86_400_000;

/**
 * The first instant from `now` on at which a contact may be touched: `now` itself inside the hours, else the next
 * opening. Days of rest, holidays and closed days of the place are no working days. Where the zone is not known, it is an
 * instant inside the hours of every zone in which people of the country live.
 * @returns null where no instant is: the zone is not known, and its country neither or too wide
 */
export function nextOpening(now: Date, place: ContactPlace, hours: ContactHours): Date | null {
  const zones = zonesOf(place, hours);
  if (zones.length === 0 || tooWide(now, zones, hours)) return null;
  const latest = now.getTime() + LONGEST_SEARCH_DAYS * DAY;
  // each zone may put it off, until none of them does
  for (let at = now; ;) {
    const opens = zones.map((zone) => openingIn(at, zone, place, hours)).reduce((one, other) => later(one, other));
    if (opens.getTime() === at.getTime()) return at;
    at = opens;
    if (at.getTime() >= latest) return zones.length === 1 ? at : null;
  }
}

/** Before the day begins in the west it is over in the east: no hour is inside the hours of both. */
function tooWide(now: Date, zones: readonly string[], { dayStarts, dayEnds }: ContactHours): boolean {
  if (zones.length === 1) return false;
  const offsets = zones.map((zone) => DateTime.fromJSDate(now, { zone }).offset);
  const lasts = DateTime.fromISO(dayEnds).diff(DateTime.fromISO(dayStarts), 'minutes').minutes;
  return Math.max(...offsets) - Math.min(...offsets) >= lasts;
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);

function zonesOf({ zone, country }: ContactPlace, hours: ContactHours): readonly string[] {
  if (zone !== null && DateTime.utc().setZone(zone).isValid) return [zone];
  if (country !== null) return livedInZones(country);
  return isRoundTheClock(hours) ? ['utc'] : [];
}

function isRoundTheClock({ dayStarts, dayEnds, workingDays }: ContactHours): boolean {
  return workingDays.length === 7 && dayStarts.startsWith('00:00') && dayEnds.startsWith('23:59');
}

function openingIn(now: Date, zone: string, place: ContactPlace, hours: ContactHours): Date {
  const here = DateTime.fromJSDate(now, { zone });
  const where = placesOf(zone, place);
  const [home = null] = where;
  const workingDays = workingDaysOf(hours.workingDays, home, home === place.country ? (place.region ?? null) : null);
  for (let days = 0; days <= LONGEST_SEARCH_DAYS; days++) {
    const day = here.plus({ days }).startOf('day');
    if (!workingDays.includes(day.weekday) || isClosed(day, where, place, hours.closed)) continue;
    const [opens, closes] = [at(day, hours.dayStarts), at(day, hours.dayEnds)];
    if (days === 0 && here >= opens && here < closes) return now;
    if (here < opens) return opens.toJSDate();
  }
  return here.plus({ days: LONGEST_SEARCH_DAYS }).toJSDate();
}

/**
 * Whose calendars hold, that of the place of work first: the organization's country, and before it that of the zone
 * where the contact's own zone lies in another country.
 */
function placesOf(zone: string, { country }: ContactPlace): string[] {
  const there = countriesOfZone(zone);
  if (country === null) return there.slice(0, 1);
  return there.length === 0 || there.includes(country) ? [country] : [there[0]!, country];
}

function isClosed(day: DateTime, where: string[], place: ContactPlace, closed: ClosedSet): boolean {
  const date = day.toISODate()!;
  if (closed.has(keyOf(date, null))) return true;
  return where.some((country) => {
    const holidays = holidaysOf(country === place.country ? { ...place, country } : { country }, day.year);
    return holidays.has(date) || closed.has(keyOf(date, country));
  });
}

function at(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second });
}
