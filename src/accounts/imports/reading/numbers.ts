import { isCurrency } from '../../../../libs/money/index.js';

export type Mark = '.' | ',';

/** How the numbers and days of a column are written, as all of its cells show. */
export interface Notation {
  /** the decimal mark; where no cell of the column shows one, the file's */
  decimal: Mark;
  /** a cell shows it */
  certain: boolean;
  /** some cells show a point, others a comma */
  mixed: boolean;
  /** whether 1/12/2026 is in December, where a cell of the column shows it */
  dayFirst: boolean | null;
}

/** A cell that is seen alone. */
export const ALONE: Notation = { decimal: '.', certain: false, mixed: false, dayFirst: null };

const GROUP = String.raw`[ '’\u00a0\u202f\u2009]`;
const GROUPS = new RegExp(String.raw`(?<=\d)${GROUP}(?=\d{3}(?!\d))`, 'g');
const SCIENTIFIC = /^[-+]?\d(?:[.,]\d+)?E[-+]?\d{1,2}$/i;
const NUMBER = /^[-+]?(?:\d[\d.,]*|[.,]\d+)$/;

/** Digits, points and commas with a sign; null where the text is no number in any notation. */
function bare(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll(GROUPS, '').trim();
  const loss = /^\((.+)\)$/.exec(plain) ?? /^([^-]+)-$/.exec(plain);
  const number = loss ? `-${loss[1]!.trim()}` : plain;
  return NUMBER.test(number) ? number : null;
}

/** The decimal mark that a number shows by itself; `unknown` for one like 12.500, null where it needs none. */
export function markIn(text: string): Mark | 'unknown' | null {
  const number = SCIENTIFIC.test(text) ? text : bare(text);
  if (number === null) return null;
  const [point, comma] = [number.lastIndexOf('.'), number.lastIndexOf(',')];
  if (point < 0 && comma < 0) return null;
  const whole = number.replace(/^[-+]/, '');
  if (point >= 0 && comma >= 0) {
    const mark = point > comma ? '.' : ',';
    return isGrouped(whole.split(mark)[0]!, otherThan(mark)) ? mark : null;
  }
  const mark: Mark = point >= 0 ? '.' : ',';
  const parts = whole.split(mark);
  if (parts.length > 2) return isGrouped(whole, mark) ? otherThan(mark) : null;
  const [before, after] = parts as [string, string];
  return after.length === 3 && /^[1-9]\d{0,2}$/.test(before) && !SCIENTIFIC.test(text) ? 'unknown' : mark;
}

/** Null where it is no number, or one that means two things in a column that is written in two ways. */
export function toNumber(text: string, { decimal, mixed }: Notation = ALONE): number | null {
  if (SCIENTIFIC.test(text)) return bounded(Number(text.replace(',', '.')));
  const number = bare(text);
  const own = markIn(text);
  if (number === null || (own === 'unknown' && mixed)) return null;
  const mark = own === null || own === 'unknown' ? decimal : own;
  const group = otherThan(mark);
  const [whole, ...fraction] = number.split(mark);
  if (fraction.length > 1 || fraction[0]?.includes(group) || !isGrouped(whole!.replace(/^[-+]/, ''), group))
    return null;
  return bounded(Number([whole!.replaceAll(group, ''), ...fraction].join('.')));
}

const otherThan = (mark: Mark): Mark => (mark === '.' ? ',' : '.');

/** In threes, or as India writes lakhs and crores. */
const isGrouped = (whole: string, group: Mark): boolean =>
  !whole.includes(group) ||
  whole.split(group).every((part, at, all) => {
    if (at === 0) return /^\d{1,3}$/.test(part);
    return at === all.length - 1 ? /^\d{3}$/.test(part) : /^\d{2,3}$/.test(part);
  });

const bounded = (value: number): number | null => (Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null);

/** 1200, 1,200, 1.200, 1 200, 12k, 5000+; of a range the lower end. */
export function toWhole(text: string): number | null {
  const first = /^[<>~]?\s*([\d.,' \u00a0\u202f]+?)\s*(k|m)?\s*(\+|[-–].*)?$/i.exec(text);
  if (!first) return null;
  // nobody counts people to three decimals
  const grouped = markIn(first[1]!) === 'unknown' ? first[1]!.replace(/[.,]/, '') : first[1]!;
  const number = toNumber(grouped);
  if (number === null) return null;
  const value = number * (first[2] ? { k: 1e3, m: 1e6 }[first[2].toLowerCase() as 'k']! : 1);
  return Number.isInteger(value) && Math.abs(value) <= 2_147_483_647 ? value : null;
}

/** Why a cell was not read: it is one number in one country, and another in the next. */
export function isTwoNumbers(text: string, { mixed }: Notation): boolean {
  return mixed && markIn(withoutUnit(text)) === 'unknown';
}

/** "€ 12.500" is 12.500. */
export const withoutUnit = (text: string): string => text.replaceAll(/^[^\d(+-]{1,12}|[^\d)]{1,24}$/gu, '').trim();

export interface Amount {
  /** in units of the currency: euros, yen */
  value: number;
  /** the code or sign in the cell */
  unit: string | null;
}

const SCALES: Record<string, number> = {
  k: 1e3,
  t: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  mill: 1e6,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  crore: 1e7,
  cr: 1e7,
  b: 1e9,
  bn: 1e9,
  md: 1e9,
  mrd: 1e9,
  billion: 1e9,
  billions: 1e9,
  milliarden: 1e9,
};
const AMOUNT = /^([^\d.,()+-]{0,12}?)\s*([-+(]?\d[\d.,' ’\u00a0\u202f]*(?:E\+?\d{1,2})?\)?)\s*([^\d]{0,24})$/iu;

/** "€1.2m", "1,200,000 USD", "T€ 1.200", "12,5 Mio. EUR"; null where it is none, or could be two. */
export function toAmount(text: string, notation: Notation = ALONE): Amount | null {
  const [, before = '', digits, after = ''] = AMOUNT.exec(text.normalize('NFKC').trim()) ?? [];
  if (digits === undefined) return null;
  const unit = unitOf(`${before} ${after}`);
  if (!unit) return null;
  // three digits behind the only mark are thousands, unless the column shows otherwise, or the amount is in millions
  const grouped = !notation.certain && !notation.mixed && unit.scale <= 1e3 && markIn(digits) === 'unknown';
  const number = toNumber(grouped ? digits.replace(/[.,]/, '') : digits.trim(), notation);
  return number === null ? null : { value: number * unit.scale, unit: unit.currency };
}

const WORDS = /(?:US|AU|CA|HK|NZ|NT|[ACRS])?\$|\p{Sc}|\p{L}+\.?|\S/giu;

/** Of the words around a number: at most one currency and one scale, and nothing else. */
function unitOf(words: string): { scale: number; currency: string | null } | null {
  let scale = 1;
  let currency: string | null = null;
  for (const word of words.match(WORDS) ?? []) {
    const [, letter, code] = /^([TKM])([A-Z]{3})$/.exec(word) ?? [];
    const factor = SCALES[(letter ?? word).replace(/\.$/, '').toLowerCase()];
    const money = isCurrency(code ?? word);
    if ((!factor && !money) || (factor && scale > 1) || (money && currency)) return null;
    scale *= factor ?? 1;
    if (money) currency = code ?? word;
  }
  return { scale, currency };
}
