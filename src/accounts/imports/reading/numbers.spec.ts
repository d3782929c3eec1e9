import { ALONE, toAmount, toNumber, toWhole, type Notation } from './numbers.js';
import { Surveyor } from './survey.js';

const COMMA: Notation = { ...ALONE, decimal: ',', certain: true };

test.each([
  ['12.500', ALONE, 12.5],
  ['12.500', COMMA, 12_500],
  ['1.300,5', ALONE, 1_300.5],
  ['1,300.5', COMMA, 1_300.5],
  ['1.234.567', ALONE, 1_234_567],
  ['12,34,567.5', ALONE, 1_234_567.5],
  ["1'234.50", ALONE, 1_234.5],
  ['1\u202f234,5', ALONE, 1_234.5],
  ['(1,200.00)', ALONE, -1_200],
  ['1200-', ALONE, -1_200],
  ['−3', ALONE, -3],
  ['1.2E+09', ALONE, 1.2e9],
  ['１２', ALONE, 12],
  ['0.500', COMMA, 0.5],
  ['1.12.2026', ALONE, null],
  ['1,2,3', ALONE, null],
  ['12a', ALONE, null],
  ['12.500', { ...COMMA, mixed: true }, null],
])('%s is %s: %s', (text, notation, number) => expect(toNumber(text, notation)).toBe(number));

test.each([
  ['€1.2m', 1_200_000, '€'],
  ['1,200,000 USD', 1_200_000, 'USD'],
  ['¥1,200,000,000', 1_200_000_000, '¥'],
  ['12.500', 12_500, null],
  ['T€ 1.200', 1_200_000, '€'],
  ['12,5 Mio. EUR', 12_500_000, 'EUR'],
  ['MUSD 3', 3_000_000, 'USD'],
  ['US$4bn', 4e9, 'US$'],
  ['12 kr', 12, 'kr'],
  ['5 crore INR', 5e7, 'INR'],
])('the amount %s is %d in %s', (text, value, unit) => expect(toAmount(text)).toEqual({ value, unit }));

test.each(['12 apples', '1 EUR USD', 'about 5', '5 m m'])('%s is no amount', (text) =>
  expect(toAmount(text)).toBeNull(),
);

test.each([
  ['12.500', 12_500],
  ['5,000+', 5_000],
  ['10-50', 10],
  ['12k', 12_000],
  ['12.5', null],
])('%s people are %s', (text, people) => expect(toWhole(text)).toBe(people));

describe('a column is read as all of its cells show', () => {
  const survey = (cells: string[], delimiter = ',') => {
    const surveyor = new Surveyor(['x'], delimiter);
    for (const cell of cells) surveyor.add([cell]);
    return surveyor.result().x;
  };

  test.each([
    [['12.500', '1.300,5'], ',', { decimal: ',', certain: true, mixed: false, type: 'number' }],
    [['12.500', '8.25'], ';', { decimal: '.', certain: true, mixed: false, type: 'number' }],
    [['12.500', '8.300'], ';', { decimal: ',', certain: false, mixed: false }],
    [['12.500', '8.300'], ',', { decimal: '.', certain: false, mixed: false }],
    [['12.500', '1.5', '1,5'], ',', { certain: false, mixed: true }],
    [['3/4/2026', '13/4/2026'], ',', { dayFirst: true, type: 'date' }],
    [['3/4/2026', '4/13/2026'], ',', { dayFirst: false, type: 'date' }],
    [['3/4/2026', '5/6/2026'], ',', { dayFirst: null, type: 'text' }],
    [['13/4/2026', '4/13/2026', '1/2/2026'], ',', { dayFirst: null, type: 'text' }],
    [[...Array.from({ length: 500 }, () => '1'), 'n. a.'], ',', { type: 'text' }],
    [['007', '8'], ',', { type: 'text' }],
    [['yes', 'no', ''], ',', { type: 'boolean' }],
    [['', ''], ',', { type: 'text' }],
  ])('%j with %s', (cells, delimiter, found) => expect(survey(cells, delimiter)).toMatchObject(found));
});
