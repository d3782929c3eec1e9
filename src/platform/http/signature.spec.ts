import { Webhook } from 'standardwebhooks';
import { isSigned } from './signature.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const now = Date.now();
const body = 'Subject: Stock\n\nCafé';
const signed = (text = body, at = new Date(now), id = 'msg_1') => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': new Webhook(secret).sign(id, at, text),
});

test('what the library signs is signed', () => {
  expect(isSigned(secret, signed(), Buffer.from(body), now)).toBe(true);
  expect(isSigned(secret.replace('whsec_', ''), signed(), Buffer.from(body), now)).toBe(true);
});

test('one of several signatures is enough, while a secret is being replaced', () => {
  const headers = signed();
  headers['webhook-signature'] = `v1,${Buffer.alloc(32).toString('base64')} ${headers['webhook-signature']}`;
  expect(isSigned(secret, headers, Buffer.from(body), now)).toBe(true);
});

test.each([
  ['another body', { body: `${body}!` }],
  ['another id', { 'webhook-id': 'msg_2' }],
  ['another time', { 'webhook-timestamp': String(Math.floor(now / 1000) - 1) }],
  ['no id', { 'webhook-id': undefined }],
  ['no signature', { 'webhook-signature': '' }],
  ['another version', { 'webhook-signature': signed()['webhook-signature'].replace('v1,', 'v2,') }],
  ['a signature cut short', { 'webhook-signature': signed()['webhook-signature'].slice(0, -8) }],
])('%s is refused', (_, { body: other = body, ...headers }: Record<string, string | undefined>) => {
  expect(isSigned(secret, { ...signed(), ...headers }, Buffer.from(other), now)).toBe(false);
});

test('one that is older than five minutes, or from the future, is refused', () => {
  for (const minutes of [-6, 6]) {
    const headers = signed(body, new Date(now + minutes * 60_000));
    expect(isSigned(secret, headers, Buffer.from(body), now)).toBe(false);
  }
});

test('bytes that are no text are signed as they are', async () => {
  const { createHmac } = await import('node:crypto');
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
  const at = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', Buffer.alloc(32, 7)).update(`x.${at}.`).update(bytes).digest('base64');
  const headers = { 'webhook-id': 'x', 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` };
  expect(isSigned(secret, headers, bytes, now)).toBe(true);
});
