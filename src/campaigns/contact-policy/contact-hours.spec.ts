import { DateTime } from 'luxon';
import { livedInZones } from '../../accounts/index.js';
import { keyOf, nextOpening } from './contact-hours.js';

const hours = { dayStarts: '09:00:00', dayEnds: '17:00:00', workingDays: [1, 2, 3, 4, 5], closed: new Set<string>() };
const opening = (now: string, zone: string | null, country: string | null = null) =>
  nextOpening(new Date(now), { zone, country }, hours)?.toISOString();

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
    nextOpening(new Date('2026-11-24T10:00:00Z'), { zone: 'UTC', country }, { ...hours, closed })?.toISOString();
  expect(from('DE')).toBe('2026-11-26T09:00:00.000Z');
  expect(from('FR')).toBe('2026-11-25T09:00:00.000Z');
  expect(from(null)).toBe('2026-11-25T09:00:00.000Z');
});

test('the night when the clocks change keeps nine o’clock nine o’clock', () => {
  expect(opening('2026-10-23T20:00:00Z', 'Europe/Berlin')).toBe('2026-10-26T08:00:00.000Z');
});

test.each([
  ['two zones of one country', 'ES', '2026-11-24T08:30:00Z', '2026-11-24T09:00:00.000Z'],
  ['in winter from nine in Honolulu', 'US', '2026-11-24T10:00:00Z', '2026-11-24T19:00:00.000Z'],
  ['until five in New York', 'US', '2026-11-24T22:00:00Z', '2026-11-25T19:00:00.000Z'],
  ['in summer', 'US', '2026-07-07T21:00:00Z', '2026-07-08T19:00:00.000Z'],
  ['over a weekend', 'CA', '2026-11-27T20:30:00Z', '2026-11-30T17:00:00.000Z'],
  ['the same clock everywhere', 'DE', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00.000Z'],
  ['no hour is inside the hours of all', 'RU', '2026-11-24T10:00:00Z', undefined],
  ['a country that no one knows', 'XX', '2026-11-24T10:00:00Z', undefined],
])('an unknown zone: %s', (_, country, now, expected) => {
  for (const zone of [null, 'Mars/Olympus']) expect(opening(now, zone, country)).toBe(expected);
});

test('without a zone and a country there is no hour, unless every hour is one', () => {
  expect(opening('2026-11-24T10:00:00Z', null)).toBeUndefined();
  const always = { ...hours, dayStarts: '00:00', dayEnds: '23:59:59', workingDays: [1, 2, 3, 4, 5, 6, 7] };
  const now = new Date('2026-11-28T03:00:00Z');
  expect(nextOpening(now, { zone: null, country: null }, always)).toEqual(now);
});

test('an hour that is open for a country is open in each zone in which its people live', () => {
  for (const country of ['US', 'CA', 'AU', 'BR', 'MX', 'ID', 'ES', 'PT', 'CL', 'KZ', 'CD', 'CN', 'NZ', 'EC'])
    for (let hour = 0; hour < 24 * 14; hour++) {
      const now = new Date(Date.parse('2026-03-02T00:30:00Z') + hour * 3_600_000);
      if (nextOpening(now, { zone: null, country }, hours)?.getTime() !== now.getTime()) continue;
      for (const zone of livedInZones(country)) {
        const there = DateTime.fromJSDate(now, { zone });
        expect([country, zone, there.hour >= 9 && there.hour < 17, there.weekday < 6]).toEqual([
          country,
          zone,
          true,
          true,
        ]);
      }
    }
});

const isOpen = (instant: string, zone: string, country: string | null, region: string | null = null) =>
  nextOpening(new Date(instant), { zone, country, region }, hours)?.toISOString() === new Date(instant).toISOString();

test.each([
  // feasts of several days, by the moon
  ['closed', 'Europe/Istanbul', 'TR', '2026-03-20T09:00:00Z'],
  ['closed', 'Europe/Istanbul', 'TR', '2027-05-19T09:00:00Z'],
  ['open', 'Europe/Istanbul', 'TR', '2027-05-20T09:00:00Z'],
  ['closed', 'Asia/Dubai', 'AE', '2027-03-11T08:00:00Z'],
  ['closed', 'Asia/Riyadh', 'SA', '2028-02-27T08:00:00Z'],
  ['closed', 'Africa/Cairo', 'EG', '2026-05-28T09:00:00Z'],
  ['closed', 'Asia/Jakarta', 'ID', '2027-03-10T04:00:00Z'],
  ['closed', 'Asia/Kuala_Lumpur', 'MY', '2028-05-05T03:00:00Z'],
  ['closed', 'Africa/Casablanca', 'MA', '2027-05-17T11:00:00Z'],
  ['closed', 'Asia/Karachi', 'PK', '2027-05-18T07:00:00Z'],
  ['closed', 'Asia/Dhaka', 'BD', '2028-05-07T06:00:00Z'],
  ['closed', 'Asia/Amman', 'JO', '2027-05-18T09:00:00Z'],
  ['closed', 'Asia/Kuwait', 'KW', '2027-03-10T09:00:00Z'],
  ['closed', 'Asia/Qatar', 'QA', '2026-05-27T09:00:00Z'],
  ['closed', 'Asia/Baghdad', 'IQ', '2026-05-27T09:00:00Z'],
  ['closed', 'Asia/Kolkata', 'IN', '2026-05-27T07:00:00Z'],
  ['closed', 'Asia/Seoul', 'KR', '2027-02-08T03:00:00Z'],
  ['closed', 'Asia/Ho_Chi_Minh', 'VN', '2027-02-08T03:00:00Z'],
  ['closed', 'Europe/Moscow', 'RU', '2027-01-06T09:00:00Z'],
  // begins in one year and lasts into the next
  ['closed', 'Africa/Mbabane', 'SZ', '2027-12-31T09:00:00Z'],
  // without a country, by the zone
  ['closed', 'Europe/Istanbul', null, '2027-05-18T09:00:00Z'],
  // days of rest
  ['closed', 'Asia/Riyadh', 'SA', '2026-11-27T09:00:00Z'],
  ['open', 'Asia/Riyadh', 'SA', '2026-11-29T09:00:00Z'],
  ['closed', 'Asia/Riyadh', null, '2026-11-27T09:00:00Z'],
  ['closed', 'Africa/Cairo', 'EG', '2026-11-27T09:00:00Z'],
  ['closed', 'Africa/Algiers', 'DZ', '2026-11-28T09:00:00Z'],
  ['closed', 'Asia/Muscat', 'OM', '2026-12-04T09:00:00Z'],
  ['open', 'Asia/Dubai', 'AE', '2026-11-27T06:00:00Z'],
  ['closed', 'Asia/Dubai', 'AE', '2026-11-29T06:00:00Z'],
  ['closed', 'Asia/Tehran', 'IR', '2026-11-27T07:00:00Z'],
  ['open', 'Asia/Tehran', 'IR', '2026-11-28T07:00:00Z'],
  ['open', 'Asia/Kathmandu', 'NP', '2026-11-29T07:00:00Z'],
  ['closed', 'Asia/Kathmandu', 'NP', '2026-11-28T07:00:00Z'],
  ['closed', 'Asia/Brunei', 'BN', '2026-11-27T03:00:00Z'],
  ['open', 'Asia/Brunei', 'BN', '2026-11-28T03:00:00Z'],
  ['closed', 'Asia/Dhaka', 'BD', '2026-11-27T06:00:00Z'],
  ['closed', 'Asia/Jerusalem', 'IL', '2026-11-27T09:00:00Z'],
  ['closed', 'Asia/Kolkata', 'IN', '2026-11-28T07:00:00Z'],
  ['closed', 'Europe/Berlin', 'DE', '2026-11-28T09:00:00Z'],
  // a contact abroad keeps the days of where it lives
  ['closed', 'Asia/Riyadh', 'DE', '2026-11-27T09:00:00Z'],
  ['closed', 'Europe/Istanbul', 'DE', '2027-05-18T09:00:00Z'],
  // half days and bank holidays close as a whole
  ['closed', 'Europe/Berlin', 'DE', '2026-12-24T09:00:00Z'],
  ['closed', 'Asia/Tokyo', 'JP', '2026-12-31T02:00:00Z'],
])('%s: %s %s at %s', (expected, zone, country, instant) => {
  expect(isOpen(instant, zone, country) ? 'open' : 'closed').toBe(expected);
});

test.each([
  ['closed', 'Europe/Berlin', 'DE', 'Bayern', '2027-05-27T09:00:00Z'],
  ['closed', 'Europe/Berlin', 'DE', 'Bavaria', '2027-05-27T09:00:00Z'],
  ['closed', 'Europe/Berlin', 'DE', 'BY', '2027-05-27T09:00:00Z'],
  ['closed', 'Europe/Berlin', 'DE', 'DE-BY', '2027-05-27T09:00:00Z'],
  ['open', 'Europe/Berlin', 'DE', 'Berlin', '2027-05-27T09:00:00Z'],
  ['open', 'Europe/Berlin', 'DE', 'Saxony-Anhalt', '2027-05-27T09:00:00Z'],
  ['open', 'Europe/Berlin', 'DE', null, '2027-05-27T09:00:00Z'],
  ['closed', 'Europe/Berlin', 'DE', 'Hamburg', '2028-10-31T09:00:00Z'],
  ['closed', 'Europe/Zurich', 'CH', 'Ticino', '2027-06-29T09:00:00Z'],
  ['open', 'Europe/Zurich', 'CH', 'Zürich', '2027-06-29T09:00:00Z'],
  ['closed', 'Europe/London', 'GB', 'Scotland', '2027-08-02T09:00:00Z'],
  ['open', 'Europe/London', 'GB', 'England', '2027-08-02T09:00:00Z'],
  ['closed', 'Europe/London', 'GB', 'England', '2027-08-30T09:00:00Z'],
  ['closed', 'Europe/Madrid', 'ES', 'Catalonia', '2028-09-11T09:00:00Z'],
  ['open', 'Europe/Madrid', 'ES', 'Madrid', '2028-09-11T09:00:00Z'],
  ['closed', 'Australia/Melbourne', 'AU', 'Victoria', '2026-11-03T01:00:00Z'],
  ['open', 'Australia/Sydney', 'AU', 'NSW', '2026-11-03T01:00:00Z'],
  ['closed', 'Asia/Kuala_Lumpur', 'MY', 'Kelantan', '2026-11-27T03:00:00Z'],
  ['open', 'Asia/Kuala_Lumpur', 'MY', 'Selangor', '2026-11-27T03:00:00Z'],
])('%s: %s %s %s at %s', (expected, zone, country, region, instant) => {
  expect(isOpen(instant, zone, country, region) ? 'open' : 'closed').toBe(expected);
});

test('a city tells the region', () => {
  const augsburg = { zone: 'Europe/Berlin', country: 'DE', region: null, city: 'Augsburg' };
  const closed = new Date('2027-05-27T09:00:00Z');
  expect(nextOpening(closed, augsburg, hours)).not.toEqual(closed);
  expect(nextOpening(closed, { ...augsburg, city: 'Bremen' }, hours)).toEqual(closed);
});

test('days that a campaign chose itself are kept', () => {
  const on = (instant: string, country: string, workingDays: number[]) =>
    nextOpening(new Date(instant), { zone: 'Asia/Riyadh', country }, { ...hours, workingDays })?.toISOString();
  expect(on('2026-11-27T09:00:00Z', 'SA', [1, 2, 3, 4, 5, 6, 7])).toBe('2026-11-27T09:00:00.000Z');
  expect(on('2026-11-27T09:00:00Z', 'SA', [2, 5])).toBe('2026-12-01T06:00:00.000Z');
});

test('no working day within reach still gives an answer', () => {
  expect(
    nextOpening(
      new Date('2026-11-24T08:00:00Z'),
      { zone: 'UTC', country: null },
      { ...hours, workingDays: [] },
    )?.getTime(),
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
  expect(nextOpening(late, { zone: 'UTC', country: null }, always)).toEqual(late);
});
