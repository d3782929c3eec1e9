import { isMachine } from './machines.js';

const SAFARI = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.1 Safari/605.1.15';
const at = (seconds: number) => new Date(Date.UTC(2031, 0, 1, 9, 0, seconds));
const asked = (facts: Partial<Parameters<typeof isMachine>[0]>) =>
  isMachine({ machine: false, userAgent: SAFARI, occurredAt: at(30), deliveredAt: at(0), ...facts });

test.each<[boolean, Partial<Parameters<typeof isMachine>[0]>]>([
  [false, {}],
  [false, { deliveredAt: null }],
  [false, { userAgent: null }],
  [false, { occurredAt: at(2) }],
  [true, { occurredAt: at(1) }],
  [true, { deliveredAt: at(40) }],
  [true, { machine: true }],
  [true, { userAgent: 'Mozilla/5.0' }],
  [true, { userAgent: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)' }],
  [true, { userAgent: 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html' }],
  [true, { userAgent: 'BarracudaCentral link check' }],
  [true, { userAgent: 'curl/8.5.0' }],
])('%s: %j', (machine, facts) => {
  expect(asked(facts)).toBe(machine);
});
