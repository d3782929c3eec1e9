import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { neutral, restored } from '../../../libs/csv/index.js';
import { BYTE_ORDER_MARK, csv } from './csv.js';

const read = (text: string, delimiter = ','): string[][] =>
  parse(text, { bom: true, relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n'], delimiter });
const column = fc.constantFrom('name', 'emailState', 'x');
const piece = fc.oneof(
  fc.constantFrom(...'=+-@＝＋－＠−;,|\t\r\n \u00a0\u200b\uFEFF\'"“‘\u2800'.split(''), "'=", ';=', '\r\n'),
  fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => !/\p{Cs}/u.test(text)),
);
const cell = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const SEPARATORS = /[;,|\t\r\n]/;
/** What spreadsheets skip, then a sign. */
const FORMULA = /^[ \u00a0\u200b\uFEFF\u2800'"“‘]*[=+\-@＝＋－＠−]/;

test('whatever the cells hold, a reader finds them again, and none of them runs', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), column, (rows, name) => {
      const found = read(BYTE_ORDER_MARK + csv([[name, name], ...rows]));
      expect(found.slice(1).map((cells) => cells.map(restored))).toEqual(rows);
    }),
  );
});

test('each part that could begin a formula has one mark, and nothing else changes', () => {
  const plain = fc.array(fc.constantFrom(...'=+-@＝＋－＠−;,| \u00a0\u200b\uFEFF\'"“‘\u2800a1'.split('')), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(plain, (letters) => {
      const text = letters.join('');
      const parts = text.split(SEPARATORS).map((part) => (FORMULA.test(part) ? `'${part}` : part));
      expect(neutral(text).split(SEPARATORS)).toEqual(parts);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['=1+1', "'=1+1"],
  [' =1+1', "' =1+1"],
  ['\t@SUM(A1)', "'\t'@SUM(A1)"],
  ['+49 30 1', "'+49 30 1"],
  ['a;=cmd()', "a;'=cmd()"],
  ['a, -5', "a,' -5"],
  ['x\r\n=1', "x\r\n'=1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['\u200b\u2060＝1', "'\u200b\u2060＝1"],
  ['"=1', `'"=1`],
  ["'=1", "''=1"],
  ["'hello", "'hello"],
  ["O'Neil", "O'Neil"],
  ['a-b, c', 'a-b, c'],
  ['2026-12-01', '2026-12-01'],
  ['\tx', "'\tx"],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(neutral(text)).toBe(written);
  expect(restored(written)).toBe(text);
});

test('numbers stay numbers, instants and parts can be read, text is quoted', () => {
  const at = new Date('2026-12-01T09:00:00Z');
  expect(csv([[-1.5, 0, true, null, undefined, at, { a: [1, '=x'] }, [], 'x', '']])).toBe(
    '-1.5,0,true,,,2026-12-01T09:00:00.000Z,"{""a"":[1,""\\u003dx""]}","[]","x",""\r\n',
  );
});

test('parts are JSON of the same value, in which no text begins a formula', () => {
  fc.assert(
    fc.property(fc.dictionary(cell, fc.oneof(cell, fc.integer(), fc.array(cell))), (parts) => {
      const [[found]] = read(csv([[parts]])) as [[string]];
      expect(JSON.parse(found)).toEqual({ ...parts });
      const texts = found.replaceAll(/(?<=[:,[])-\d+/g, '0').split(SEPARATORS);
      expect(texts.filter((each) => FORMULA.test(each))).toEqual([]);
    }),
  );
});
