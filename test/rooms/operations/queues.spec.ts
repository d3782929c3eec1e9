import { Worker } from 'bullmq';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { until } from '../../support/programs.js';
import { JobQueue, Heartbeat } from '../../../src/platform/index.js';

let app: Installation;
let admin: Person;

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as('admin', 'it');
});
afterAll(() => app.close());

/** A worker that fails at whatever it finds, until nothing waits any more. */
async function failAll(error: string): Promise<void> {
  const queue = app.get(JobQueue).queue('drive');
  const worker = new Worker(
    'drive',
    async () => {
      throw new Error(error);
    },
    { ...queue.opts, autorun: true },
  );
  await until('nothing waits', async () => {
    const { waiting = 0, active = 0 } = await queue.getJobCounts('waiting', 'active');
    return waiting + active === 0;
  });
  await worker.close();
}

const drive = async (): Promise<Json> =>
  (await admin.get('/queues')).body.queues.find(({ name }: Json) => name === 'drive');

test('what waits, what failed and how often stands in a list, and is rung once more', async () => {
  const jobQueue = app.get(JobQueue);
  const campaignId = admin.id;
  await jobQueue.enqueue('drive', { campaignId, shard: 1 });
  expect(await drive()).toMatchObject({ waiting: 1, active: 0, failed: 0, waitingSince: expect.any(String) });
  await failAll('poison');
  await new Promise((resolve) => setTimeout(resolve, 250));
  await jobQueue.enqueue('drive', { campaignId, shard: 1 });
  await jobQueue.enqueue('drive', { campaignId, shard: 2 });
  await failAll('poison');
  const { items } = (await admin.get('/queues/failed')).body;
  expect(items.map(({ data, error, times, queue }: Json) => [queue, data.shard, error, times]).toSorted()).toEqual([
    ['drive', 1, 'poison', 2],
    ['drive', 2, 'poison', 1],
  ]);
  expect(await drive()).toMatchObject({ waiting: 0, failed: 3, waitingSince: null });

  const first = items.find(({ data }: Json) => data.shard === 1);
  const clicks = await Promise.all([1, 2].map(() => admin.post('/queues/failed/replay', { ids: [first.id] })));
  expect(clicks.map(({ body }) => body.done).toSorted()).toEqual([0, 1]);
  expect(await drive()).toMatchObject({ waiting: 1, failed: 1 });
  expect((await admin.post('/queues/failed/replay', { ids: ['none'] })).body).toEqual({ done: 0, left: 1 });
  expect((await admin.post('/queues/failed/replay', {})).body).toEqual({ done: 1, left: 0 });
  expect(await drive()).toMatchObject({ waiting: 2, failed: 0 });
  expect((await admin.get('/queues/failed')).body.items).toEqual([]);
});

test('a program says that it lives, and is silent when it does not say so any more', async () => {
  expect((await admin.get('/dispatching')).body).toMatchObject({ state: 'on', workers: 0 });
  const pulse = new Heartbeat(app.source);
  await pulse.start('worker');
  expect((await admin.get('/dispatching')).body.workers).toBe(1);
  expect((await admin.get('/queues')).body.programs).toMatchObject([
    { kind: 'worker', pid: process.pid, silent: false },
  ]);
  await app.sql("UPDATE program SET beat_at = clock_timestamp() - interval '21 seconds'");
  expect((await admin.get('/queues')).body.programs).toMatchObject([{ silent: true }]);
  expect((await admin.get('/dispatching')).body.workers).toBe(0);
  await pulse.onApplicationShutdown();
  expect((await admin.get('/queues')).body.programs).toEqual([]);
});

test('only an administrator sees the queues and replays failed jobs', async () => {
  const rep = await app.as('rep', 'sales');
  expect((await rep.get('/queues')).status).toBe(403);
  expect((await rep.get('/queues/failed')).status).toBe(403);
  expect((await rep.post('/queues/failed/replay', {})).status).toBe(403);
});
