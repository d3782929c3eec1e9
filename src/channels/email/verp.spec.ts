import { readVerp, verpAddress } from './verp.js';

const id = '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b';

test('an address names its dispatch, and is read back', () => {
  const address = verpAddress('bounces@mail.example.com', id);
  expect(address).toBe('bounces+0199a1b23c4d7e5f8a6b7c8d9e0f1a2b@mail.example.com');
  expect(readVerp(address)).toBe(id);
});

test('mail systems may change the case and put brackets around it', () => {
  expect(readVerp(`<${verpAddress('Bounces@Example.com', id).toUpperCase()}>`)).toBe(id);
});

test('a local part that has a plus already keeps it', () => {
  expect(readVerp(verpAddress('ops+eu@example.com', id))).toBe(id);
  expect(verpAddress('ops+eu@example.com', id)).toMatch(/^ops\+eu\+/);
});

test('the local part stays within the 64 characters of RFC 5321 for any sensible bounce address', () => {
  expect(verpAddress(`${'b'.repeat(31)}@example.com`, id).split('@')[0]).toHaveLength(64);
});

test.each([
  '',
  'bounces@example.com',
  'bounces+1234@example.com',
  `bounces+${'g'.repeat(32)}@example.com`,
  'x',
  `+${'a'.repeat(32)}@`,
])('%p names none', (address) => expect(readVerp(address)).toBeNull());
