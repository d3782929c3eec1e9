import ICAL from 'ical.js';
import { instantsOf } from './instants.js';

const zoneOf = (name: string, rule: string): string =>
  `BEGIN:VTIMEZONE\r\nTZID:${name}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n` +
  `RRULE:${rule};BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\n` +
  `TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:${rule};BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n`;
const instants = (event: string, zone = '') => {
  const text = `BEGIN:VCALENDAR\r\n${zone}BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT\r\nEND:VCALENDAR`;
  return instantsOf(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!);
};
const NONE = { start: null, end: null };

test.each([
  ['DTSTART:20310704T080000Z', { start: '2031-07-04T08:00:00.000Z', end: null }],
  [
    'DTSTART;TZID=America/New_York:20310104T080000\r\nDURATION:PT45M',
    { start: '2031-01-04T13:00:00.000Z', end: '2031-01-04T13:45:00.000Z' },
  ],
  ['DTSTART:20310704T080000Z\r\nDTEND:20310704T070000Z', { start: '2031-07-04T08:00:00.000Z', end: null }],
  ['DTSTART:20310704T080000', NONE],
  ['DTSTART;VALUE=DATE:20310704', NONE],
  ['DTSTART;TZID=Moon:20310704T080000', NONE],
  ['DTSTART:99990704T080000Z', NONE],
  ['SUMMARY:x', NONE],
])('%s', (event, expected) => expect(instants(event)).toEqual(expected));

test('a zone that the calendar describes, in summer and in winter', () => {
  const zone = zoneOf('W. Europe Standard Time', 'FREQ=YEARLY');
  const start = (day: string) => instants(`DTSTART;TZID=W. Europe Standard Time:${day}T100000`, zone).start;
  expect([start('20310704'), start('20310104')]).toEqual(['2031-07-04T08:00:00.000Z', '2031-01-04T09:00:00.000Z']);
});

test('a zone that changes by the second is not followed', () => {
  const began = performance.now();
  expect(instants('DTSTART;TZID=Fast:20310704T100000', zoneOf('Fast', 'FREQ=SECONDLY'))).toEqual(NONE);
  expect(performance.now() - began).toBeLessThan(1_000);
});
