import { dayLimit } from './warm-up.js';

const sender = { perDay: 1000, warmUpFrom: '2026-11-01', warmUpStart: 50, warmUpGrowth: 1.5 };

test('a new address starts with few mails a day and ends at its limit', () => {
  const days = ['2026-11-01', '2026-11-02', '2026-11-05', '2026-11-08', '2026-11-09', '2027-11-01'];
  expect(days.map((day) => dayLimit(sender, day))).toEqual([50, 75, 253, 854, 1000, 1000]);
});

test('before its first day it may send as on the first, and without warm-up up to its limit', () => {
  expect(dayLimit(sender, '2026-10-01')).toBe(50);
  expect(dayLimit({ ...sender, warmUpFrom: null }, '2026-11-01')).toBe(1000);
});
