import { isDay, type AttributeType, type AttributeValue } from '../../organizations/attributes.js';
import { toCountry } from '../../normalize/countries.js';
import { ALONE, toNumber, type Notation } from './numbers.js';

/** Ways to write "no value". Case matters: Null is a surname. */
const NOTHING = new Set([
  'NULL',
  'null',
  '(NULL)',
  '(null)',
  '<null>',
  'N/A',
  'n/a',
  '#N/A',
  '\\N',
  'NIL',
  'nil',
  'NaN',
  'undefined',
  'none',
  '-',
  '--',
]);

/** The cell as one line of plain text; null where it is empty. */
export function plain(cell: string): string | null {
  const text = cell.replaceAll(/\s+/g, ' ').trim();
  return text === '' || NOTHING.has(text) ? null : text;
}

/** Not allowed in a text: a control character, or a letter that the file's encoding does not have. */
// oxlint-disable-next-line no-control-regex
export const UNREADABLE = /[\u0000-\u001f\u007f\uFFFD]|\p{Cs}/u;

/** The first year in "1902" or "2013 (1888)". */
export function toYear(text: string): number | null {
  const year = /(?<!\d)(1[0-9]{3}|2[01][0-9]{2})(?!\d)/.exec(text)?.[1];
  return year ? Number(year) : null;
}

/** 2026-12-01, also with a time; 2026/12/01, 1.12.2026, and 12/31/2026 or 31/12/2026: by the column, or where only one is a day. */
export function toDay(text: string, dayFirst: boolean | null = null): string | null {
  const plainDay = withoutTime(text);
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plainDay) ?? [];
  if (y) return day(y, m!, d!);
  const [, a, sign, b, year] = SHORT_DAY.exec(plainDay) ?? [];
  if (!a || !b || !year) return null;
  if (sign === '.' || Number(a) > 12 || a === b || dayFirst) return day(year, b, a);
  return Number(b) > 12 || dayFirst === false ? day(year, a, b) : null;
}
const SHORT_DAY = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/** 10:00, T10:00:00.000Z, "at 10:00 AM", 10:00:00+00, T100000; of anything else behind a day nobody knows what it means. */
const TIME =
  /(?:T(?:[01]\d|2[0-4])[0-5]\d(?:[0-5]\d)?|[T ,]\s*(?:(?:at|um|à) )?(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-6]\d(?:[.,]\d{1,9})?)?)\s*(?:[ap]\.?m\.?|uhr)?\s*(?:Z|[A-Z]{3,4})?(?:[+-]\d{2}(?::?\d{2})?)?$/i;
export const withoutTime = (text: string): string => text.replace(TIME, '');

/** True where the day stands first in 31/12/2026, false where the month does, null where the cell does not show it. */
export function isDayFirst(text: string): boolean | null {
  const [, a, sign, b] = SHORT_DAY.exec(withoutTime(text)) ?? [];
  if (!a || sign === '.' || Number(a) > 12 === Number(b) > 12) return null;
  return Number(a) > 12;
}

function day(year: string, month: string, date: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

export function toAttribute(type: AttributeType, text: string, notation: Notation = ALONE): AttributeValue | null {
  if (type === 'number') return toNumber(text, notation);
  if (type === 'date') return toDay(text, notation.dayFirst);
  if (type === 'text') return text;
  if (/^(true|yes|y|1|x|ja|oui|si)$/i.test(text)) return true;
  return /^(false|no|n|0|nein|non)$/i.test(text) ? false : null;
}

/** "Saint Paul, Minnesota", "Dublin, Ireland", "Toronto, Ontario, Canada". */
export function toLocation(text: string): { city: string; region: string | null; country: string | null } | null {
  // behind tables of an encyclopedia there may be a note: "Virginia[2]"
  const parts = text
    .replaceAll(/\[\w{1,3}\]/g, '')
    .split(/\s*[,;]\s*/)
    .filter(Boolean);
  const city = parts[0];
  if (!city) return null;
  if (parts.length === 1) return { city, region: null, country: null };
  const last = parts.at(-1)!;
  // Georgia behind a city is Atlanta's far more often than Tbilisi's
  if (STATES.has(last.toLowerCase())) return { city, region: last, country: 'US' };
  const country = toCountry(last);
  if (!country) return { city, region: last, country: null };
  return { city, region: parts.length > 2 ? parts.at(-2)! : null, country };
}

const STATES = new Set(
  (
    'alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,' +
    'louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,' +
    'new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,' +
    'virginia,washington,west virginia,wisconsin,wyoming,district of columbia,d.c.,dc'
  ).split(','),
);
