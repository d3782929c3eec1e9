import { onEachBackend } from '../support/backends.js';
import { caller, type Caller } from '../support/http.js';
import { freePort, Programs, until } from '../support/programs.js';
import { world } from '../support/world.js';
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
    // a probe that forgot the prefix is told so
    expect((await fetch(`${programs.origin}/health/ready`)).status).toBe(404);
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
    await programs.asOwner(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    for (const which of ['api', 'worker'] as const) {
      await expect(programs.start(which)).rejects.toThrow('contacts would be contacted twice');
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

test('a worker that takes nothing, though there is work, says that it is not alive, and that it is again when it works', async () => {
  const programs = await Programs.open('postgres');
  const holder = await programs.connection();
  try {
    const ops = await programs.as('sales_ops');
    const { campaignId } = await world(programs, { organizations: 1 });
    for (const worker of programs.workers) await programs.stop(worker);
    const port = await freePort();
    const worker = await programs.start('worker', { HEALTH_PORT: String(port), HEALTH_PATIENCE: '3' });
    const ask = async (path: string): Promise<[number, string]> => {
      const response = await fetch(`http://127.0.0.1:${port}/${path}`);
      return [response.status, await response.text()];
    };
    expect([(await ask('live'))[0], (await ask('ready'))[0], (await ask(''))[0]]).toEqual([200, 200, 404]);
    // the queue takes a job, and then nobody can take it out: what a consumer that died without a word looks like
    worker.signal('SIGSTOP');
    await ops.post(`/campaigns/${campaignId}/launch`, {});
    await holder.query('BEGIN');
    for (const { name } of (await holder.query<{ name: string }>(TABLES)).rows)
      await holder.query(`LOCK TABLE bullmq."${name}" IN SHARE ROW EXCLUSIVE MODE`);
    worker.signal('SIGCONT');
    // it may say first that no schedule had a turn: it was frozen
    const stuck = /The queue \\"launch\\" has not moved for \d+ seconds/;
    await until('it is not alive', async () => {
      const [status, said] = await ask('live');
      return (status === 503 && stuck.test(said)) || said;
    });
    await holder.query('ROLLBACK');
    await until('it is alive', async () => (await ask('live'))[0] === 200);
    await until('everybody is enrolled', async () => (await programs.sql('SELECT FROM enrolment')).length > 0);
  } finally {
    holder.release(true);
    await programs.close();
  }
}, 120_000);

const TABLES = "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bullmq'";
