import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { project } from '../support/project.js';

const { freePort, portProblem } = await import(`${project}tools/processes/ports.mjs`);
const { address } = await import(`${project}tools/servers/address.mjs`);
const { backoff } = await import(`${project}tools/processes/programs.mjs`);
const { onPath } = await import(`${project}tools/servers/path.mjs`);
const { withDatabase } = await import(`${project}tools/servers/database.mjs`);

test('a port that another listens on is a problem, and a free one is none', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await portProblem(port)).toBe('EADDRINUSE');
  server.close();
  await once(server, 'close');
  expect(await portProblem(port)).toBeNull();
  expect(await portProblem(await freePort())).toBeNull();
});

test('where the api listens comes from PORT, HOST and PUBLIC_URL; what is no port is refused with advice', () => {
  expect(address()).toEqual({ port: 3000, host: '127.0.0.1', url: 'http://localhost:3000' });
  Object.assign(process.env, { PORT: '4000', HOST: '0.0.0.0', PUBLIC_URL: 'https://overture.example' });
  expect(address()).toEqual({ port: 4000, host: '0.0.0.0', url: 'https://overture.example' });
  for (const port of ['0', '65536', '80a', '3.5']) {
    process.env.PORT = port;
    expect(address).toThrow(`PORT=${port} is not a port. Use a number from 1 to 65535`);
  }
});

test('a program that keeps dying is started again after longer and longer waits, and not a sixth time within a minute', () => {
  const next = backoff();
  const waits = Array.from({ length: 6 }, () => next()?.wait ?? null);
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, null]);
});

test('a program is found on the PATH, and one that is nowhere is not', () => {
  process.env.PATH = '/nowhere:/bin:/usr/bin';
  expect(onPath('sh')).toMatch(/\/sh$/);
  expect(onPath('no-such-program')).toBeUndefined();
});

test('the same server under another name of a database', () => {
  expect(withDatabase('postgresql://a:b%2Fc@host:5433/one?sslmode=require', 'the other')).toBe(
    'postgresql://a:b%2Fc@host:5433/the%20other?sslmode=require',
  );
  expect(() => withDatabase('mysql://host/one', 'two')).toThrow('DATABASE_URL is not an address of a PostgreSQL.');
});
