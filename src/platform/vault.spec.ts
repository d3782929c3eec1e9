import { Config } from './config.js';
import { Vault } from './vault.js';

const vault = (digit: string) => new Vault(new Config({ DATABASE_URL: 'x', OVERTURE_SECRET: digit.repeat(64) }));

test('what was sealed opens again, and two seals of one text differ', () => {
  const [one, other] = [vault('a').seal('smtp password', 'hünter2'), vault('a').seal('smtp password', 'hünter2')];
  expect(one).not.toBe(other);
  expect(vault('a').open('smtp password', one)).toBe('hünter2');
});

test('another secret, another purpose, a flipped byte or a torn text open nothing', () => {
  const sealed = vault('a').seal('smtp password', 'hunter2');
  const bytes = Buffer.from(sealed, 'base64');
  bytes[bytes.length - 1]! ^= 1;
  expect(() => vault('b').open('smtp password', sealed)).toThrow('Enter it again');
  expect(() => vault('a').open('webhook key', sealed)).toThrow('Enter it again');
  expect(() => vault('a').open('smtp password', bytes.toString('base64'))).toThrow('Enter it again');
  expect(() => vault('a').open('smtp password', sealed.slice(0, 8))).toThrow('Enter it again');
});
