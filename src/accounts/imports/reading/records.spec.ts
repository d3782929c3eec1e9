import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { RecordReader, type FileRecord } from './records.js';
import { csv } from '../../../platform/index.js';

const read = (text: string, longest?: number): FileRecord[] => [...new RecordReader(',', 10, longest).read(text, true)];
const torture = 'test/rooms/accounts/data/csv_spectrum';

test.each(readdirSync(torture).filter((name) => name.endsWith('.csv')))('%s is read as its JSON says', (name) => {
  const [header, ...rows] = read(readFileSync(`${torture}/${name}`, 'utf8')).map(({ cells }) => cells);
  const records = rows.map((row) => Object.fromEntries(header!.map((column, at) => [column, row[at]])));
  expect(records).toEqual(JSON.parse(readFileSync(`${torture}/${name.replace('.csv', '.json')}`, 'utf8')));
});

const cell = fc
  .string({ unit: fc.constantFrom('a', 'é', '"', ',', ' ', '\n', '\r\n', ';'), maxLength: 12 })
  .map((text) => `x${text}x`);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

test('whatever is well-formed is read as csv-parse reads it, in pieces of any size', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const text = stringify(rows);
      const reader = new RecordReader(',');
      const found: FileRecord[] = [];
      for (let at = 0; at < text.length; at += size) found.push(...reader.read(text.slice(at, at + size)));
      found.push(...reader.read('', true));
      expect(found.map(({ cells }) => cells)).toEqual(parse(text));
      const lines = parse(text, { info: true }) as unknown as { info: { lines: number } }[];
      expect(found.at(-1)!.line).toBeLessThanOrEqual(lines.at(-1)!.info.lines);
    }),
  );
});

test('whatever is not is read to its end, and line numbers only grow', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 }), (text) => {
      const whole = read(text);
      const lines = whole.map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      const reader = new RecordReader(',');
      expect([...[...text].flatMap((letter) => [...reader.read(letter)]), ...reader.read('', true)]).toEqual(whole);
    }),
  );
});

test('a quote that nobody closes costs its line; a line without end is skipped in bounded memory', () => {
  expect(read('a,"b\nc,d\n').map(({ line, problem, cells }) => [line, problem?.code, cells.join('|')])).toEqual([
    [1, 'bad_quotes', 'a,"b'],
    [2, undefined, 'c|d'],
  ]);
  const reader = new RecordReader(',', 10, 10);
  const found = [...reader.read('x'.repeat(30)), ...reader.read('y'.repeat(30)), ...reader.read('\nok,ok\n', true)];
  expect(found.map(({ line, problem }) => [line, problem?.code])).toEqual([
    [1, 'record_too_long'],
    [2, undefined],
  ]);
});

test('what an export writes is read as what it was, whatever letters it has', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }).filter((each) => !/\p{Cs}/u.test(each)),
    fc.string({ unit: fc.constantFrom(...'=+-@;,|\t\r\n \u00a0\u200b\uFEFF\'"＝a') }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      expect(read(csv(rows)).map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});
