/** Where some spreadsheet begins a cell: its list separator depends on its country, and a line break begins a row. */
const SEPARATOR = String.raw`[;,\|\t-\r\x85\u2028\u2029]`;
const BEGIN = `(?<=^|${SEPARATOR})`;
/** What spreadsheets skip before they look for a formula: blanks, controls, letters without a width, quotes. */
const SKIPPED = String.raw`[[\s\p{C}\p{Z}\p{DI}\p{Pi}\p{Pf}"'\x60\uFF02\uFF07\u201A\u201E\u2800]--${SEPARATOR}]*`;
/** = + - @, also as Asian keyboards and typesetters write them. */
const SIGN = String.raw`[=+\-@＝＋－＠﹦﹢﹣﹫−]`;
const MARK = "'";

const RUNS = new RegExp(`${BEGIN}(?=${SKIPPED}${SIGN})|^(?=${SKIPPED}[\\t-\\r])`, 'gv');
const MARKED = new RegExp(`${BEGIN}${MARK}(?=${SKIPPED}${SIGN})|^${MARK}(?=${SKIPPED}[\\t-\\r])`, 'gv');

/**
 * Text that no spreadsheet runs: an apostrophe stands before whatever could begin a formula. It is skipped like a quote
 * itself, so that `restored` finds exactly the marks that stand here, also where the text had apostrophes of its own.
 */
export const neutral = (text: string): string => text.replace(RUNS, MARK);

/** The text of which `neutral` made this. */
export const restored = (text: string): string => (text.includes(MARK) ? text.replace(MARKED, '') : text);

const IN_JSON = new RegExp(`(?<=^"|${SEPARATOR})(${SKIPPED})(${SIGN})`, 'gv');

/** JSON stays JSON: a sign that could begin a formula is written by its number. */
export function neutralJson(parts: unknown): string {
  return JSON.stringify(parts).replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text.replace(
      IN_JSON,
      (_, skipped: string, sign: string) => `${skipped}\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}
