import { createRequire } from 'node:module';
import { provinceOf } from '../../accounts/index.js';
import { lazy } from '../../platform/index.js';

// all countries and their rules: large, and not needed before somebody is due
const require = createRequire(import.meta.url);
const holidays = lazy(() => require('date-holidays') as typeof import('date-holidays').default);
type Calendar = InstanceType<ReturnType<typeof holidays>>;

export interface HolidayPlace {
  /** ISO 3166 alpha-2 */
  country: string;
  /** as people write it: "Bavaria", "Bayern", "BY" */
  region?: string | null;
  city?: string | null;
}

const calendars = new Map<string, ReadonlyMap<string, string>>();
const MOST_KNOWN = 5000;
const DAY = 86_400_000;

/**
 * The public and bank holidays of a place in a year, by day, each with its name. Those of a region count only where the
 * region, or a city in it, is known; a country that is not known has none.
 */
export function holidaysOf(
  { country, region = null, city = null }: HolidayPlace,
  year: number,
): ReadonlyMap<string, string> {
  const key = `${country}/${region ?? ''}/${city ?? ''}/${year}`;
  const known = calendars.get(key);
  if (known) return known;
  if (calendars.size > MOST_KNOWN) calendars.clear();
  const shared = `${country}/${stateOf(country, region, city) ?? ''}//${year}`;
  const days = calendars.get(shared) ?? daysOf(country, stateOf(country, region, city), year);
  calendars.set(shared, days);
  calendars.set(key, days);
  return days;
}

function daysOf(country: string, state: string | null, year: number): ReadonlyMap<string, string> {
  const calendar = calendarOf(country, state);
  const days = new Map<string, string>();
  // one that began in December may last into January
  for (const each of [year - 1, year].flatMap((one) => calendar?.getHolidays(one) ?? []))
    if (each.type === 'public' || each.type === 'bank')
      for (const day of daysIn(each)) if (day.startsWith(`${year}-`) && !days.has(day)) days.set(day, each.name);
  return days;
}

function calendarOf(country: string, state: string | null): Calendar | null {
  const calendar = new (holidays())();
  if (calendar.getCountries()[country]) {
    if (state) calendar.init(country, state);
    else calendar.init(country);
  }
  const feasts = FEASTS.find(({ countries }) => countries.includes(country));
  for (const [rule, name] of Object.entries(feasts?.rules ?? {})) calendar.setHoliday(rule, { name, type: 'public' });
  return calendar.getCountries()[country] || feasts ? calendar : null;
}

/**
 * Feasts that date-holidays does not have, by its own rules of the Islamic calendar: of countries that it does not know,
 * and of countries whose list lacks them.
 */
const FEASTS = [
  {
    countries: 'AF IQ JO KG KW LB MV OM PS QA SY TJ TM YE'.split(' '),
    rules: { '1 Shawwal P3D': 'Eid al-Fitr', '9 Dhu al-Hijjah P5D': 'Eid al-Adha' },
  },
  { countries: 'IN LK NP TL'.split(' '), rules: { '1 Shawwal': 'Eid al-Fitr', '10 Dhu al-Hijjah': 'Eid al-Adha' } },
];

/**
 * Every day on which the holiday is kept, in the place's own calendar: `date` is the first, and a half day closes as a
 * whole. An Islamic day begins at sunset before it, and a day of a summer time has 23 or 25 hours, so the days are
 * counted and not compared as instants: 114 hours of a Kurban Bayramı are four.
 */
function daysIn({ date, start, end, rule }: { date: string; start: Date; end: Date; rule: string }): string[] {
  const hours = (end.getTime() - start.getTime()) / 3_600_000;
  const lasts = Math.max(1, Math.floor((hours + 2) / 24));
  // where the moon decides, the feast may begin a day after the calculated one
  const days = lasts === 1 && BY_THE_MOON.test(rule) ? 2 : lasts;
  const first = Date.parse(date.slice(0, 10));
  return Array.from({ length: days }, (_, at) => new Date(first + at * DAY).toISOString().slice(0, 10));
}
const BY_THE_MOON = /^(1 Shawwal|10 Dhu al-Hijjah)\b/;

/** The code that date-holidays has for the region; null where it is not known, or may be two. */
function stateOf(country: string, region: string | null, city: string | null): string | null {
  const named = region ?? (city ? provinceOf(country, city) : null);
  if (!named) return null;
  const names = statesOf(country);
  const wanted = fold(EXONYMS[country]?.[fold(named)] ?? withoutCountry(named, country));
  const exact = names.filter(({ name }) => name === wanted);
  // "Zürich" for the canton, "Hamburg" for the Hanseatic city
  const ending = names.filter(({ name }) => name.endsWith(` ${wanted}`));
  const codes = new Set((exact.length > 0 ? exact : ending).map(({ code }) => code));
  return codes.size === 1 ? [...codes][0]! : null;
}

const states = new Map<string, { code: string; name: string }[]>();
function statesOf(country: string): { code: string; name: string }[] {
  const known = states.get(country);
  if (known) return known;
  const calendar = new (holidays())();
  const found = [undefined, 'en', 'fr', 'de'].flatMap((language) =>
    Object.entries(calendar.getStates(country, language) ?? {}).flatMap(([code, name]) => [
      { code, name: fold(code) },
      { code, name: fold(name) },
    ]),
  );
  states.set(country, found);
  return found;
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** English names of states that date-holidays has in one language only. */
const EXONYMS: Record<string, Record<string, string>> = {
  DE: {
    bavaria: 'BY',
    'free state of bavaria': 'BY',
    hesse: 'HE',
    'lower saxony': 'NI',
    saxony: 'SN',
    thuringia: 'TH',
    'saxony anhalt': 'ST',
    'north rhine westphalia': 'NW',
    'rhineland palatinate': 'RP',
    'mecklenburg western pomerania': 'MV',
    nrw: 'NW',
  },
};

/** "DE-BY" is BY. The country is text as it was stored, and no pattern. */
const withoutCountry = (region: string, country: string): string =>
  region.toUpperCase().startsWith(`${country.toUpperCase()}-`) ? region.slice(country.length + 1) : region;
