import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { BYTE_ORDER_MARK, csv, neutral } from './csv.js';

const read = (text: string): string[][] =>
  parse(text, { bom: true, relax_column_count: true, record_delimiter: '\r\n' });
const column = fc.constantFrom('name', 'emailState', 'x');

test('whatever the cells hold, a reader finds them again, and none of them runs', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text)),
    fc.constantFrom('=1+1', ' =1+1', '\t@SUM(A1)', '-2+3', '+49 30', '\r=x', '"', '","', 'a\r\nb', '＝1', "'", ''),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), column, (rows, name) => {
      const found = read(BYTE_ORDER_MARK + csv([[name, name], ...rows]));
      expect(found.slice(1)).toEqual(rows.map((cells) => cells.map(neutral)));
      for (const each of found.flat()) expect(each).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
      // one apostrophe, and the cell is what it was
      const plain = found
        .slice(1)
        .map((cells, y) => cells.map((each, x) => (each === rows[y]![x] ? each : each.slice(1))));
      expect(plain).toEqual(rows);
    }),
  );
});

test('numbers stay numbers, instants and parts can be read', () => {
  const at = new Date('2026-12-01T09:00:00Z');
  expect(csv([[-1.5, 0, true, null, undefined, at, { a: [1, '=x'] }, []]])).toBe(
    '-1.5,0,true,,,2026-12-01T09:00:00.000Z,"{""a"":[1,""=x""]}",[]\r\n',
  );
});
