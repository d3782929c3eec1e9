import { forecast } from './forecast.js';

const DAY = 86_400_000;
const now = new Date('2026-12-08T12:00:00Z');
const week = { since: new Date(now.getTime() - 7 * DAY), now, contacted: 0 };

test('the end follows from what ended in the last days, with the room that chance needs', () => {
  const told = forecast('running', { ...week, ended: 70, left: 100 });
  expect(told.endedPerDay).toBe(10);
  expect(told.expectedEnd).toEqual(new Date(now.getTime() + 10 * DAY));
  expect(told.earliestEnd!.getTime()).toBeLessThan(told.expectedEnd!.getTime());
  expect(told.latestEnd!.getTime()).toBeGreaterThan(told.expectedEnd!.getTime());
  expect(told.unclear).toBeNull();
});

test.each([
  ['paused', 70, 'standing'],
  ['in_review', 70, 'standing'],
  ['running', 9, 'too_few'],
  ['completed', 70, 'over'],
] as const)('no end is told where none can be: %s with %i ended', (state, ended, unclear) => {
  expect(forecast(state, { ...week, ended, left: 100 })).toMatchObject({ expectedEnd: null, unclear });
});

test('there is no forecast before the launch', () => {
  expect(forecast('draft', { ...week, since: null, ended: 0, left: 0 }).unclear).toBe('not_launched');
});
