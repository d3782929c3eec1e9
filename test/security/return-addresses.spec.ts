import { createHmac } from 'node:crypto';
import { ReturnAddresses } from '../../src/channels/email/verp.js';
import { Config } from '../../src/platform/index.js';
import { attack } from './attack.js';

const ID = '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b';
const OTHER = '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2c';
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

const config = (secret: string) => new Config({ DATABASE_URL: 'x', OVERTURE_SECRET: secret });
const ours = new ReturnAddresses(config('ab'.repeat(32)));
const theirs = new ReturnAddresses(config('cd'.repeat(32)));
const address = ours.of('bounces@example.com', ID);
const token = ours.token(ID);
const at = (local: string): string => `bounces+${local}@example.com`;
const bytesOf = (text: string): Buffer =>
  Buffer.from(
    [...text]
      .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
const textOf = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .replaceAll(/.{5}/g, (five) => ALPHABET[Number.parseInt(five, 2)]!);

/** The payload of ours, with a signature by our key over something else. */
function signedFor(purpose: string): string {
  const payload = bytesOf(token).subarray(0, 17);
  const [key] = [...config('ab'.repeat(32)).linkKeys.values()];
  const signature = createHmac('sha256', key!).update(purpose).update(payload).digest().subarray(0, 8);
  return textOf(Buffer.concat([payload, signature]));
}

const provesNothing = (text: string): void => expect(ours.read(text)?.signature ?? 'none').not.toBe('valid');

test('the attacks below begin with an address that is ours, and with our key', () => {
  expect(ours.read(address)).toEqual({ dispatchId: ID, signature: 'valid' });
  expect(ours.read(at(signedFor('overture return address ')))).toEqual({ dispatchId: ID, signature: 'valid' });
});

attack(
  'a return address with a bit changed proves nothing',
  Array.from({ length: 200 }, (_, bit) => {
    const bytes = bytesOf(token);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    return at(textOf(bytes));
  }),
  provesNothing,
);

attack(
  'a return address that is cut off, or has more, proves nothing',
  [
    ...Array.from({ length: 40 }, (_, length) => at(token.slice(0, length))),
    ...Array.from({ length: 39 }, (_, from) => at(token.slice(from + 1))),
    ...['a', '=', '===', token].flatMap((more) => [at(token + more), at(more + token)]),
  ],
  provesNothing,
);

attack(
  'a return address with a signature of something else proves nothing',
  [
    at(theirs.token(ID)),
    at(ours.token(OTHER).slice(0, 27) + token.slice(27)),
    at(token.slice(0, 27) + ours.token(OTHER).slice(27)),
    ...['', 'overture return address', 'overture link ', 'respond', 'stop'].map((purpose) => at(signedFor(purpose))),
    at(ID.replaceAll('-', '')),
  ],
  provesNothing,
);

attack(
  'a return address in letters of elsewhere proves nothing, and is read at once',
  [
    at(token.replace(/[a-z]/, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0))),
    at(token.replace(/[a-z]/, '\u0430')),
    at(`${token.slice(0, 20)}\u200b${token.slice(20)}`),
    at(`${token.slice(0, 20)}\0${token.slice(20)}`),
    at(`${token.slice(0, 20)}\n${token.slice(20)}`),
    at('\u{1d5ba}'.repeat(40)),
    `${address}\r\nBcc: x@y.example`,
    `x@y.example ${address}`,
    `${'a'.repeat(1_000_000)}${address}`,
    `${'a+'.repeat(500_000)}${address}`,
    `bounces+${token}@${'a@'.repeat(500_000)}`,
    '+'.repeat(1_000_000),
    `${' '.repeat(1_000_000)}x`,
  ],
  (text) => {
    const { user } = process.cpuUsage();
    provesNothing(text);
    expect((process.cpuUsage().user - user) / 1_000).toBeLessThan(100);
  },
);

attack(
  'a return address in capitals, or in brackets, is still ours',
  [address.toUpperCase(), `<${address}>`, ` ${address} `, `BOUNCES+${token}@EXAMPLE.COM`],
  (text) => expect(ours.read(text)).toEqual({ dispatchId: ID, signature: 'valid' }),
);
