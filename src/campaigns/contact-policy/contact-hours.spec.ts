import { keyOf, nextOpening } from './contact-hours.js';

const hours = { dayStarts: '09:00:00', dayEnds: '17:00:00', workingDays: [1, 2, 3, 4, 5], closed: new Set<string>() };
const opening = (now: string, zone: string | null, country: string | null = null) =>
  nextOpening(new Date(now), zone, country, hours).toISOString();

test('inside the hours it is now', () => {
  expect(opening('2026-11-24T10:00:00Z', 'Europe/Berlin')).toBe('2026-11-24T10:00:00.000Z');
});

test('the hours are the contact’s own, not ours', () => {
  expect(opening('2026-11-24T10:00:00Z', 'America/Los_Angeles')).toBe('2026-11-24T17:00:00.000Z');
});

test('after hours on a Friday it is Monday morning', () => {
  expect(opening('2026-11-27T17:30:00Z', 'UTC')).toBe('2026-11-30T09:00:00.000Z');
});

test('the last minute is open and the closing one is not', () => {
  expect(opening('2026-11-24T16:59:59Z', 'UTC')).toBe('2026-11-24T16:59:59.000Z');
  expect(opening('2026-11-24T17:00:00Z', 'UTC')).toBe('2026-11-25T09:00:00.000Z');
});

test('a public holiday is no working day in its country', () => {
  expect(opening('2026-12-25T10:00:00Z', 'Europe/Berlin', 'DE')).toBe('2026-12-28T08:00:00.000Z');
  expect(opening('2026-11-26T15:00:00Z', 'America/New_York', 'US')).toBe('2026-11-27T14:00:00.000Z');
});

test('a day that people closed is none either, there or everywhere', () => {
  const closed = new Set([keyOf('2026-11-24', null), keyOf('2026-11-25', 'DE')]);
  const from = (country: string | null) =>
    nextOpening(new Date('2026-11-24T10:00:00Z'), 'UTC', country, { ...hours, closed }).toISOString();
  expect(from('DE')).toBe('2026-11-26T09:00:00.000Z');
  expect(from('FR')).toBe('2026-11-25T09:00:00.000Z');
  expect(from(null)).toBe('2026-11-25T09:00:00.000Z');
});

test('the night when the clocks change keeps nine o’clock nine o’clock', () => {
  expect(opening('2026-10-23T20:00:00Z', 'Europe/Berlin')).toBe('2026-10-26T08:00:00.000Z');
});

test('a zone nobody knows is read as UTC, and a country nobody knows has no holidays', () => {
  expect(opening('2026-11-24T08:00:00Z', 'Mars/Olympus', 'XX')).toBe('2026-11-24T09:00:00.000Z');
});

test('no working day within reach still gives an answer', () => {
  expect(
    nextOpening(new Date('2026-11-24T08:00:00Z'), 'UTC', null, { ...hours, workingDays: [] }).getTime(),
  ).toBeGreaterThan(Date.parse('2027-01-01'));
});

test('hours that end with a second are open until that second', () => {
  const always = {
    dayStarts: '00:00',
    dayEnds: '23:59:59',
    workingDays: [1, 2, 3, 4, 5, 6, 7],
    closed: new Set<string>(),
  };
  const late = new Date('2026-11-28T23:59:30Z');
  expect(nextOpening(late, 'UTC', null, always)).toEqual(late);
});
