import { claimsIn, unsupported } from './index.js';

const keys = (text: string) => claimsIn(text).map(({ key }) => key);

test.each<[string, string[]]>([
  ['We cut stock-outs by 40 %.', ['40 %']],
  ['Stock-outs fall by forty percent, by 40 per cent, by 40%.', ['40 %', '40 %', '40 %']],
  ['It saves €1,200 a year, or 1.200 EUR, or $ 1 200.50.', ['1200 money', '1200 money', '1200.5 money']],
  ['Twice as fast is nothing: 3x, 3 times, three-fold.', ['3 times', '3 times', '3 times']],
  ['Five fewer orders, 12 more turns.', ['5 fewer', '12 fewer']],
  ['We deliver within 14 working days.', ['14 span']],
  ['Guaranteed. Risk-free. At no cost. You never run out.', ['guarantee', 'risk-free', 'free', 'never']],
])('%s', (text, expected) => {
  expect(keys(text)).toEqual(expected);
});

test.each([
  'Could we talk for 15 minutes on Tuesday, 3 March 2026 at 10:30?',
  'Dear {{ contact.givenName }}, 40 of your shops …',
  'Version 2.0 of our offer, see page 12.',
  'Call me on +49 30 0074321.',
  '{% if contact.title == "40 %" %}Hello{% endif %}',
  '',
])('"%s" claims nothing', (text) => {
  expect(keys(text)).toEqual([]);
});

test('a role may hear what everybody hears, in other words, and nothing more', () => {
  const narrative = [
    'We keep your shelves full: 40 % fewer stock-outs within 90 days.',
    'No minimum order, guaranteed.',
  ];
  expect(unsupported('For finance: forty percent fewer stock-outs, guaranteed.', narrative)).toEqual([]);
  expect(unsupported('For finance: 55 % less capital, in under 30 days.', narrative).map(({ text }) => text)).toEqual([
    '55 %',
    'under 30 days',
  ]);
});

const HOSTILE = [
  '{{',
  '{%',
  '{%%}',
  '40 % ',
  '€ 40 ',
  '40 €',
  '100 ',
  "1'000 ",
  '3x ',
  'within 14 days ',
  'no risk ',
  ' ',
];

test.each(HOSTILE)('twice as much of "%s" takes twice the time', (piece) => {
  const cost = (size: number) => {
    const text = `${piece.repeat(size / piece.length)}!`;
    const turns = Array.from({ length: 3 }, () => {
      const { user } = process.cpuUsage();
      claimsIn(text);
      return (process.cpuUsage().user - user) / 1_000;
    });
    return Math.min(...turns);
  };
  cost(5_000);
  const doubled = cost(200_000);
  expect([doubled < 1_000, doubled < 50 || doubled / cost(100_000) < 3.3]).toEqual([true, true]);
});

test('braces that never end are text', () => {
  expect(keys('{{ 40 % and {% 50 % %} 60 % }}')).toEqual([]);
  expect(keys('{% 40 % {{ 50 % }} 60 %')).toEqual(['40 %', '60 %']);
  expect(keys('{{ x }} 40 % {{ 50 %')).toEqual(['40 %', '50 %']);
});
