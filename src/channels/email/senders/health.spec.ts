import { healthOf } from './health.js';

const limits = { bouncesPerThousandBeforeStop: 50, complaintsPerThousandBeforeStop: 3 };
const week = { sent: 1000, bounced: 0, complained: 0, deferred: 0, unknown: 0 };

test.each<[string, Partial<typeof week>, number | null]>([
  ['spotless', {}, 100],
  ['nothing sent yet', { sent: 0 }, null],
  ['half of the bounces that stop it', { sent: 975, bounced: 25 }, 50],
  ['over the limit of bounces', { sent: 900, bounced: 100 }, 0],
  ['one complaint in a thousand', { complained: 1 }, 67],
  ['as many put off as sent', { deferred: 1000 }, 75],
])('%s', (_, facts, expected) => {
  expect(healthOf({ ...week, ...facts }, limits)).toBe(expected);
});
