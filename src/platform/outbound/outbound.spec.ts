import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Config } from '../config.js';
import { Outbound } from './outbound.js';

const outbound = (allow = '') => new Outbound(new Config({ DATABASE_URL: 'x', OUTBOUND_ALLOW: allow }));
let server: Server;
let port: number;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, reply) => {
    asked.push(request.url!);
    if (request.url === '/redirect') reply.writeHead(302, { location: `http://127.0.0.1:${port}/landed` });
    if (request.url === '/long') return void reply.end('x'.repeat(100_000));
    reply.end('thanks');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => void server.close());

test.each([
  'https://127.0.0.1/',
  'https://0177.0.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://127.1/',
  'https://[::1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://10.0.0.8/',
  'https://172.16.0.1/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
  'https://100.64.0.1/',
  'https://0.0.0.0/',
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'https://user:password@example.com/',
  'javascript:alert(1)',
  'nonsense',
  '',
])('%s is refused before anybody is asked', (address) => {
  expect(() => outbound().assertUrl(address)).toThrow();
});

test('a name that leads home is refused when it is connected to', async () => {
  const client = outbound();
  await expect(client.post(`https://localhost:${port}/`, '{}', {})).rejects.toThrow(/public internet/);
  expect(asked).toEqual([]);
  await client.onModuleDestroy();
});

test('what the operator allows goes through; a redirect is not followed, and a long answer is cut', async () => {
  const client = outbound('127.0.0.0/8');
  const at = `http://127.0.0.1:${port}`;
  expect(await client.post(`${at}/`, '{}', {})).toEqual({ status: 200, words: 'thanks' });
  expect((await client.post(`${at}/redirect`, '{}', {})).status).toBe(302);
  expect((await client.post(`${at}/long`, '{}', {})).words).toHaveLength(2_000);
  expect(asked).toEqual(['/', '/redirect', '/long']);
  await client.onModuleDestroy();
});
