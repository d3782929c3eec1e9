import { isDay, type AttributeType, type AttributeValue } from '../../organizations/attributes.js';
import { toCountry } from '../../normalize/countries.js';

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

/** 1200, 1,200, 1.200 (for whole numbers), 1 200, 12k, 5000+; of a range the lower end. */
export function toWhole(text: string): number | null {
  const first = /^[<>~]?\s*([\d.,' ]+?)\s*(k|m)?\s*(\+|[-–].*)?$/i.exec(text);
  if (!first) return null;
  const digits = first[1]!.replace(/(?<=\d)[.,' ](?=\d{3}(?!\d))/g, '');
  const number = toNumber(digits);
  if (number === null) return null;
  const value = number * (first[2] ? { k: 1e3, m: 1e6 }[first[2].toLowerCase() as 'k']! : 1);
  return Number.isInteger(value) && value <= 2_147_483_647 ? value : null;
}

/** A number with a point or a comma, with or without marks for thousands. */
export function toNumber(text: string): number | null {
  const bare = text.replaceAll(/(?<=\d)[ '\u00a0\u202f](?=\d{3})/g, '');
  const english = /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(bare);
  const continental = /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(bare);
  const value = Number(
    english ? bare.replaceAll(',', '') : continental ? bare.replaceAll('.', '').replace(',', '.') : Number.NaN,
  );
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null;
}

export interface Amount {
  minor: number;
  currency: string | null;
}

const SIGNS: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };

/** "€1.2m", "1,200,000 USD" in minor units. */
export function toAmount(text: string): Amount | null {
  const [, before, digits, scale, after] =
    /^([€$£¥]|[A-Z]{3})?\s*([\d.,' ]+?)\s*(k|m|mn|mio|bn|b|million|billion)?\.?\s*([€$£¥]|[A-Z]{3})?$/iu.exec(text) ??
    [];
  const number = digits === undefined ? null : toNumber(digits);
  if (number === null) return null;
  const factor = scale ? { k: 1e3, m: 1e6, b: 1e9 }[scale[0]!.toLowerCase() as 'k']! : 1;
  const unit = (before ?? after)?.toUpperCase();
  const minor = Math.round(number * factor * 100);
  return Number.isSafeInteger(minor) ? { minor, currency: unit ? (SIGNS[unit] ?? unit) : null } : null;
}

/** The first year in "1902" or "2013 (1888)". */
export function toYear(text: string): number | null {
  const year = /(?<!\d)(1[0-9]{3}|2[01][0-9]{2})(?!\d)/.exec(text)?.[1];
  return year ? Number(year) : null;
}

/**
 * 2026-12-01, also with a time; 2026/12/01, 1.12.2026, and 12/31/2026 or 31/12/2026 where only one of them is possible.
 */
export function toDay(text: string): string | null {
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ])/.exec(text) ?? [];
  if (y) return day(y, m!, d!);
  const [, a, sign, b, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (!a || !b || !year) return null;
  if (sign === '.' || Number(a) > 12 || a === b) return day(year, b, a);
  return Number(b) > 12 ? day(year, a, b) : null;
}

function day(year: string, month: string, date: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

export function toAttribute(type: AttributeType, text: string): AttributeValue | null {
  if (type === 'number') return toNumber(text);
  if (type === 'date') return toDay(text);
  if (type === 'text') return text;
  if (/^(true|yes|y|1|x|ja|oui|si)$/i.test(text)) return true;
  return /^(false|no|n|0|nein|non)$/i.test(text) ? false : null;
}

/** The narrowest type that holds all of the cells. Digits with a leading zero are a code, not a number. */
export function attributeTypeOf(cells: string[]): AttributeType {
  const told = cells.map(plain).filter((cell) => cell !== null);
  if (told.length === 0) return 'text';
  if (told.every((cell) => /^(true|false|yes|no)$/i.test(cell))) return 'boolean';
  if (told.every((cell) => toNumber(cell) !== null && !/^0\d/.test(cell))) return 'number';
  return told.every((cell) => toDay(cell) !== null) ? 'date' : 'text';
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
