import ICAL from 'ical.js';
import { DateTime, IANAZone } from 'luxon';

/**
 * When an event begins and ends, as ISO instants. Null: a whole day, no time at all, or one whose zone is not known, which
 * is another moment for each reader.
 */
export function instantsOf(event: ICAL.Component): { start: string | null; end: string | null } {
  const start = instantOf(event, 'dtstart');
  const length: unknown = event.getFirstPropertyValue('duration');
  const end = instantOf(event, 'dtend') ?? (start && length instanceof ICAL.Duration ? later(start, length) : null);
  return { start, end: start && end && end > start ? end : null };
}

function instantOf(event: ICAL.Component, name: 'dtstart' | 'dtend'): string | null {
  const property = event.getFirstProperty(name);
  const time: unknown = property?.getFirstValue();
  if (!(time instanceof ICAL.Time) || time.isDate) return null;
  if (time.zone === ICAL.Timezone.utcTimezone) return iso(time.toUnixTime() * 1000);
  const zone = property!.getParameter('tzid');
  if (typeof zone !== 'string') return null;
  if (IANAZone.isValidZone(zone)) {
    const { year, month, day, hour, minute, second } = time;
    return iso(DateTime.fromObject({ year, month, day, hour, minute, second }, { zone }).toMillis());
  }
  const described = (event.parent?.getAllSubcomponents('vtimezone') ?? []).find(
    (each) => each.getFirstPropertyValue('tzid') === zone,
  );
  return described && changesYearly(described) ? iso(time.toUnixTime() * 1000) : null;
}

/** As mail programs write zones; a rule by the second would be followed for 10⁹ steps. */
const changesYearly = (zone: ICAL.Component): boolean =>
  zone
    .getAllSubcomponents()
    .flatMap((each) => each.getAllProperties('rrule'))
    .every((rule) => (rule.getFirstValue() as ICAL.Recur).freq === 'YEARLY');

const later = (start: string, length: ICAL.Duration): string | null =>
  iso(new Date(start).getTime() + length.toSeconds() * 1000);

/** Null beyond the years that a calendar has. */
function iso(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return null;
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 2199 ? date.toISOString() : null;
}
