import { Config } from '../../platform/index.js';
import { LONGEST_BOUNCE_LOCAL, ReturnAddresses } from './verp.js';

const id = '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b';
const withSecret = (OVERTURE_SECRET: string, LINK_KEYS = '') =>
  new ReturnAddresses(new Config({ DATABASE_URL: 'x', OVERTURE_SECRET, LINK_KEYS }));
const addresses = withSecret('ab'.repeat(32));
const VALID = { dispatchId: id, signature: 'valid' };

test('an address names its dispatch, and shows that we made it', () => {
  const address = addresses.of('bounces@mail.example.com', id);
  expect(address).toMatch(/^bounces\+[a-z2-7]{40}@mail\.example\.com$/);
  expect(addresses.read(address)).toEqual(VALID);
});

test('mail systems may change the case and put brackets around it', () => {
  expect(addresses.read(`<${addresses.of('Bounces@Example.com', id).toUpperCase()}>`)).toEqual(VALID);
});

test('a local part that has a plus already keeps it', () => {
  expect(addresses.read(addresses.of('ops+eu@example.com', id))).toEqual(VALID);
  expect(addresses.of('ops+eu@example.com', id)).toMatch(/^ops\+eu\+/);
});

test('the local part stays within the 64 characters of RFC 5321, or the address stays as it is', () => {
  const longest = `${'b'.repeat(LONGEST_BOUNCE_LOCAL)}@example.com`;
  expect(addresses.of(longest, id).split('@')[0]).toHaveLength(64);
  expect(addresses.of(`b${longest}`, id)).toBe(`b${longest}`);
});

test('the address of a mail that was sent before addresses were signed names its dispatch, and proves nothing', () => {
  const old = `bounces+${id.replaceAll('-', '')}@example.com`;
  expect(addresses.read(old)).toEqual({ dispatchId: id, signature: 'none' });
});

test('without a configuration a signature is not checked', () => {
  const address = addresses.of('bounces@example.com', id);
  expect(new ReturnAddresses(null).read(address)).toEqual({ dispatchId: id, signature: 'unchecked' });
});

test('the newest key signs, and addresses of the older ones are still ours until they are retired', () => {
  const old = addresses.of('bounces@example.com', id);
  const renewed = withSecret('ab'.repeat(32), `2:${'12'.repeat(32)}`);
  expect(renewed.read(old)).toEqual(VALID);
  const next = renewed.of('bounces@example.com', id);
  expect(renewed.read(next)).toEqual(VALID);
  expect(addresses.read(next)).toMatchObject({ signature: 'invalid' });
  const retired = withSecret('ab'.repeat(32), `2:${'12'.repeat(32)},1:none`);
  expect(retired.read(old)).toMatchObject({ signature: 'invalid' });
});

test('an address of another installation is not ours', () => {
  expect(withSecret('cd'.repeat(32)).read(addresses.of('b@example.com', id))).toMatchObject({ signature: 'invalid' });
});

test.each([
  '',
  'bounces@example.com',
  'bounces+1234@example.com',
  `bounces+${'g'.repeat(32)}@example.com`,
  `bounces+${'1'.repeat(40)}@example.com`,
  'x',
  `+${'a'.repeat(32)}@`,
])('%p names none', (address) => expect(addresses.read(address)).toBeNull());
