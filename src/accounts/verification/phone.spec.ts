import { judgePoint } from './contact-point.js';
import { judgePhone } from './phone.js';

test.each([
  ['+49 30 901820', null, 'valid', null, '+4930901820', 'fixed_line', 'DE'],
  ['030 901820', 'DE', 'valid', null, '+4930901820', 'fixed_line', 'DE'],
  ['tel:+49-1522-8817386', null, 'valid', null, '+4915228817386', 'mobile', 'DE'],
  ['+1 (415) 555-2671', null, 'valid', null, '+14155552671', 'fixed_line_or_mobile', 'US'],
  ['+1 800 555 0199', null, 'valid', null, '+18005550199', 'toll_free', null],
  ['+44 909 8790000', null, 'risky', 'premium_rate', '+449098790000', 'premium_rate', 'GB'],
  ['+49 180 1234567', null, 'risky', 'shared_cost', '+491801234567', 'shared_cost', 'DE'],
  ['+1 111 555 2671', null, 'risky', 'not_in_use', '+11115552671', null, null],
  ['+49 1', null, 'invalid', 'too_short', null, null, null],
  ['+1 415 555 2671 2671 999', null, 'invalid', 'too_long', null, null, null],
  ['+999 123 456 789', null, 'invalid', 'unknown_country_code', null, null, null],
  ['030 901820', null, 'unverified', 'country_needed', null, null, null],
  ['030 901820', 'XX', 'unverified', 'country_needed', null, null, null],
  ['call me', 'DE', 'invalid', 'not_a_number', null, null, null],
  ['', 'DE', 'invalid', 'empty', null, null, null],
  ['1'.repeat(101), 'DE', 'invalid', 'too_long', null, null, null],
])('%j in %s is %s (%s)', (text, country, state, reason, normalised, type, region) =>
  expect(judgePhone(text, country)).toMatchObject({ state, reason, normalised, type, ...(region && { region }) }),
);

test.each([
  ['maria@acme.com', 'email'],
  ['+49 30 901820', 'phone'],
  ['030/90 18 20-12', 'phone'],
  ['(030) 901820 ext. 12', 'phone'],
  ['Alfreds Futterkiste', 'unknown'],
  ['www.acme.com', 'unknown'],
  ['12', 'phone'],
  ['7', 'unknown'],
])('%s looks like: %s', async (text, kind) => expect((await judgePoint(text, 'DE')).kind).toBe(kind));
