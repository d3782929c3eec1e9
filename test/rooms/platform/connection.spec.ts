import pg from 'pg';
import { MonitoredClient, Pooled } from '../../../src/platform/database/connection.js';
import { isConnectionLost } from '../../../src/platform/database/connection-lost.js';
import { Wire } from '../../faults/wire.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';

const PATIENCE = 400;

let database: TestDatabase;
let wire: Wire;
let line: MonitoredClient;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  wire = await Wire.to(database.url);
  line = new MonitoredClient({ connectionString: wire.url }, PATIENCE);
  await line.connect();
});
afterEach(async () => {
  await line.end().catch(() => undefined);
  await wire.close();
});

const idle = () => new Promise((resolve) => setTimeout(resolve, 2 * PATIENCE));

test('a server that vanished without closing is noticed at the next query, as a lost connection', async () => {
  await line.query('SELECT 1');
  wire.halfOpen();
  const error = await line.query('SELECT 1').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isConnectionLost(error)).toBe(true);
});

test('lost between two queries it fails the next one, and nothing else', async () => {
  const { rows } = await line.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const other = new MonitoredClient({ connectionString: database.url });
  await other.connect();
  const ended = new Promise((resolve) => line.once('end', resolve));
  await other.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await ended;
  await expect(line.query('SELECT 1')).rejects.toThrow();
  await other.end();
});

test('to have nothing to ask is no silence, and neither is an answer that takes its time to come', async () => {
  for (let n = 0; n < 20; n++) await line.query('SELECT 1');
  await idle();
  const { rows } = await line.query('SELECT pg_sleep(0.2), 1 AS one');
  expect(rows).toMatchObject([{ one: 1 }]);
  await idle();
  expect((await line.query('SELECT 2 AS two')).rows).toEqual([{ two: 2 }]);
});

test('when one is found dead, those that lie idle in the pool are not tried one after the other', async () => {
  const pool = new pg.Pool({
    connectionString: wire.url,
    max: 4,
    Client: class extends Pooled {
      constructor(config?: pg.ClientConfig) {
        super(config, PATIENCE);
      }
    },
  } as pg.PoolConfig);
  pool.on('error', () => undefined);
  const four = () => Promise.allSettled([1, 2, 3, 4].map(() => pool.query('SELECT pg_sleep(0.05)')));
  await four();
  wire.halfOpen();
  await expect(pool.query('SELECT 1')).rejects.toThrow();
  expect((await four()).map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'fulfilled'));
  await pool.end();
});
