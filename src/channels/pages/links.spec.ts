import { Config } from '../../platform/index.js';
import { Links } from './links.js';

const links = new Links(
  new Config({ DATABASE_URL: 'x', OVERTURE_SECRET: 'ab'.repeat(32), PUBLIC_URL: 'https://overture.example/' }),
);
const id = '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b';
const now = new Date('2026-11-24T10:00:00Z');
const token = links.url('respond', id, now).split('/r/')[1]!;

test('a link leads back to its enrolment', () => {
  expect(links.url('respond', id, now)).toMatch(/^https:\/\/overture\.example\/r\/[\w-]{54}$/);
  expect(links.read(token, now)).toEqual({ purpose: 'respond', enrolmentId: id });
});

test('each byte flipped breaks it', () => {
  const bytes = Buffer.from(token, 'base64url');
  for (let i = 0; i < bytes.length; i++) {
    const forged = Buffer.from(bytes);
    forged[i]! ^= 1;
    expect(() => links.read(forged.toString('base64url'), now)).toThrow('broken');
  }
});

test.each(['', 'x', token.slice(1), `${token}=`, `${token}A`, 'é'.repeat(54)])('%p is no link', (text) => {
  expect(() => links.read(text, now)).toThrow('broken');
});

test('a link of another installation is broken, and an old one says so', () => {
  const other = new Links(new Config({ DATABASE_URL: 'x', OVERTURE_SECRET: 'cd'.repeat(32) }));
  expect(() => other.read(token, now)).toThrow('broken');
  expect(() => links.read(token, new Date('2028-02-01T00:00:00Z'))).toThrow('too old');
});

describe('keys that change', () => {
  const withKeys = (LINK_KEYS: string) =>
    new Links(new Config({ DATABASE_URL: 'x', OVERTURE_SECRET: 'ab'.repeat(32), LINK_KEYS }));
  const tokenOf = (made: Links) => made.url('stop', id, now).split('/r/')[1]!;

  test('the newest signs, and links of the older ones still work', () => {
    const renewed = withKeys(`2:${'12'.repeat(32)}`);
    expect(renewed.read(token, now).enrolmentId).toBe(id);
    expect(renewed.read(tokenOf(renewed), now)).toEqual({ purpose: 'stop', enrolmentId: id });
    expect(() => links.read(tokenOf(renewed), now)).toThrow('broken');
  });

  test('a key that is retired, or another one under the same id, breaks its links', () => {
    expect(() => withKeys(`2:${'12'.repeat(32)},1:none`).read(token, now)).toThrow('broken');
    expect(() => withKeys(`1:${'34'.repeat(32)}`).read(token, now)).toThrow('broken');
  });

  test.each(['x', '2', '0:' + '12'.repeat(32), '256:' + '12'.repeat(32), '2:1234', '1:none'])(
    '%s is refused',
    (keys) => {
      expect(() => tokenOf(withKeys(keys))).toThrow('LINK_KEYS');
    },
  );
});
