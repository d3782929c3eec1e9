import { onEachBackend } from '../support/backends.js';
import { caller, type Caller } from '../support/http.js';
import { Programs, until } from '../support/programs.js';
import { Wire } from '../faults/wire.js';

onEachBackend((backend) => {
  let programs: Programs;
  let wire: Wire;
  let nobody: Caller;

  beforeAll(async () => {
    // the line to what carries the queue: on PostgreSQL that is the database
    const through = async (url: string): Promise<string> => {
      if (backend === 'redis' && !url.startsWith('redis')) return url;
      wire = await Wire.to(url);
      return wire.url;
    };
    programs = await Programs.open(backend, { through });
    nobody = caller(programs.origin, {});
  }, 120_000);
  afterAll(async () => {
    wire.mood = 'fine';
    await programs?.close();
    await wire?.close();
  }, 60_000);

  test('a process whose server is silent is alive, is not ready, says why, and is ready again when the server answers', async () => {
    expect([(await nobody.get('/health/live')).status, (await nobody.get('/health/ready')).status]).toEqual([200, 200]);
    wire.mood = 'blackhole';
    const { status, body } = await nobody.get('/health/ready');
    expect([status, body.detail]).toEqual([
      503,
      backend === 'redis' ? 'The queue is silent.' : 'The database is silent.',
    ]);
    expect((await nobody.get('/health/live')).status).toBe(200);
    wire.mood = 'fine';
    await until('it is ready', async () => (await nobody.get('/health/ready')).status === 200);
  }, 60_000);
});

test('api and worker do not start on a database that forgets what it said it kept', async () => {
  const programs = await Programs.open('postgres');
  try {
    const [{ name }] = (await programs.sql<{ name: string }>('SELECT current_database() AS name')) as [
      { name: string },
    ];
    await programs.sql(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    for (const which of ['api', 'worker'] as const) {
      await expect(programs.start(which)).rejects.toThrow('people would be contacted twice');
    }
  } finally {
    await programs.close();
  }
}, 120_000);

test('SIGTERM ends a program within ten seconds', async () => {
  const programs = await Programs.open('postgres');
  try {
    for (const program of programs.all) {
      const since = Date.now();
      await programs.stop(program);
      expect(Date.now() - since).toBeLessThan(10_000);
    }
  } finally {
    await programs.close();
  }
}, 120_000);
