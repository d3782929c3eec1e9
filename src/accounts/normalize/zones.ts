import { createRequire } from 'node:module';
import zones from 'countries-and-timezones';
import { lazy } from '../../platform/index.js';

const require = createRequire(import.meta.url);

export interface ZonePlace {
  /** ISO 3166 alpha-2 */
  country: string | null;
  region: string | null;
  city: string | null;
}

/** An IANA zone by the name that IANA lists; null where the text is none. */
export function toZone(text: string): string | null {
  // an offset is no zone: it knows no summer time
  if (!/^[A-Za-z]/.test(text)) return null;
  const zone = known(text);
  const listed = zone && zones.getTimezone(zone)?.aliasOf;
  // Node's name for a zone may be an old one; a zone that was merged into another country's is not renamed
  return listed && known(listed) === zone ? listed : zone;
}

/** Node's own name of the zone. */
function known(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/**
 * The zone in which a place's people work; null where the place does not decide it: a wrong guess would call at night.
 */
export function zoneOf(place: ZonePlace): string | null {
  const zone = zoneOfPlace(place);
  if (zone === null) return null;
  if (!listedNames.has(zone)) listedNames.set(zone, toZone(zone));
  return listedNames.get(zone)!;
}

/** To ask Node for each of a million rows takes a minute. */
const listedNames = new Map<string, string | null>();

function zoneOfPlace({ country, region, city }: ZonePlace): string | null {
  if (!country) return null;
  const all = zones.getCountry(country)?.timezones ?? [];
  if (all.length < 2) return all[0] ?? null;
  return (
    (city ? places().get(key(country, region ?? '', city)) : undefined) ??
    (region ? places().get(key(country, region)) : undefined) ??
    // Washington, D.C. is the name of a city
    (city && region ? places().get(key(country, '', city + region)) : undefined) ??
    // what is no region of the country says nothing
    (city && !(region && places().has(key(country, region))) ? places().get(key(country, '', city)) : undefined) ??
    sameClock(all)
  );
}

/** Where zones differ in name only, as Germany's two, the first is as good as any. */
function sameClock(all: string[]): string | null {
  return all.every((name) => clockOf(name) === clockOf(all[0]!)) ? all[0]! : null;
}

function clockOf(name: string): string {
  const zone = zones.getTimezone(name);
  return zone ? `${zone.utcOffset} ${zone.dstOffset}` : name;
}

/** Of a zone with fewer people the country is not asked, unless a city of that size lies in it. */
const LEAST_SHARE = 0.01;
const LARGE_CITY = 100_000;
const livedIn = new Map<string, readonly string[]>();

/**
 * The zones in which the people of a country (ISO 3166) live, one of each clock; empty where the country is not known. A
 * zone counts where a city of 100,000 lies in it, or one of a hundred of the country's people in cities: of the United
 * States Hawaii and Alaska do, the outer Aleutians do not.
 */
export function livedInZones(country: string): readonly string[] {
  const known = livedIn.get(country);
  if (known) return known;
  const all = zones.getCountry(country)?.timezones ?? [];
  const people = new Map<string, { all: number; most: number }>();
  for (const { iso2, timezone, pop } of cities())
    if (iso2 === country && timezone && zones.getTimezone(timezone)) {
      const { all: sum = 0, most = 0 } = people.get(timezone) ?? {};
      people.set(timezone, { all: sum + pop, most: Math.max(most, pop) });
    }
  const total = [...people.values()].reduce((sum, { all: each }) => sum + each, 0);
  const many = [...people].filter(([, each]) => each.most >= LARGE_CITY || each.all >= total * LEAST_SHARE);
  const clocks = new Map((many.length > 0 ? many.map(([name]) => name) : all).map((name) => [clockOf(name), name]));
  livedIn.set(country, [...clocks.values()]);
  return livedIn.get(country)!;
}

/** The countries that keep a zone, its own first; empty of UTC and what is no zone. */
export function countriesOfZone(zone: string): readonly string[] {
  return zones.getTimezone(zone)?.countries ?? [];
}

/** In which province the largest city of that name lies; null where it is not known. */
export function provinceOf(country: string, city: string): string | null {
  return provinces().get(key(country, '', city)) ?? null;
}

const provinces = lazy(() => {
  const found = new Map<string, string>();
  for (const { iso2, province, city, city_ascii: ascii } of cities())
    for (const name of new Set([city, ascii]))
      if (province && !found.has(key(iso2, '', name))) found.set(key(iso2, '', name), province);
  return found;
});

/** The largest first. */
const cities = lazy(() => {
  const { cityMapping } = require('city-timezones') as typeof import('city-timezones');
  return [...cityMapping].sort((a, b) => b.pop - a.pop);
});

/** In a city of that name: Portland is in Oregon and in Maine. In a region: next to El Paso, Texas has one clock. */
const MOST_OF_A_CITY = 0.99;
const MOST_OF_A_REGION = 0.95;

/** Of city in region, of region, and of city: the zone of most of the people there. Null where several clocks share them. */
const places = lazy(() => {
  const people = new Map<string, Map<string, { zone: string; pop: number }>>();
  for (const { iso2, province, state_ansi: code, city, city_ascii: ascii, timezone, pop } of cities())
    for (const region of new Set(['', province, code ?? '']))
      for (const name of new Set(['', city, ascii])) {
        if (!timezone || !(region || name)) continue;
        const place = key(iso2, region, name);
        const clocks = people.get(place) ?? new Map<string, { zone: string; pop: number }>();
        const { zone, pop: sum } = clocks.get(clockOf(timezone)) ?? { zone: timezone, pop: 0 };
        people.set(place, clocks.set(clockOf(timezone), { zone, pop: sum + Math.max(pop, 1) }));
      }
  return new Map(
    [...people].map(([place, clocks]) => [
      place,
      mostLivedIn([...clocks.values()], place.endsWith('/') ? MOST_OF_A_REGION : MOST_OF_A_CITY),
    ]),
  );
});

function mostLivedIn(clocks: { zone: string; pop: number }[], most: number): string | null {
  const all = clocks.reduce((sum, { pop }) => sum + pop, 0);
  return clocks.find(({ pop }) => pop >= all * most)?.zone ?? null;
}

function key(country: string, region: string, city = ''): string {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replaceAll(/[^\p{L}]/gu, '')
      .toLowerCase();
  return `${country}/${plain(region)}/${plain(city)}`;
}
