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
