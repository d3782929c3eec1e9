import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Outbox } from '../../../src/campaigns/index.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { CLAIM } from '../../../src/channels/webhooks/webhook-worker.sql.js';
import { Dispatching, lockOf } from '../../../src/platform/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { world, type World } from '../../support/world.js';

let app: Installation;
let admin: Person;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as('admin');
  ops = await app.as('sales_ops', 'sales');
});
afterAll(() => app.close());

async function queued(): Promise<World> {
  const made = await world(app);
  expect((await ops.post(`/campaigns/${made.campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(made.campaignId);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(made.campaignId, shard);
  return made;
}

const states = async ({ campaignId }: World) =>
  (await app.sql<Json>('SELECT DISTINCT state FROM dispatch WHERE campaign_id = $1', [campaignId])).map(
    ({ state }) => state,
  );
const turn = (state: 'on' | 'off', reason: string) => admin.put('/dispatching', { state, reason });
/** What a copy looks like from within: the row was written in another database. */
const elsewhere = () => app.sql("UPDATE dispatching SET place = 'another cluster'");

test('a database that woke up elsewhere sends nothing, also before anything booted on it, and goes on when a person says so', async () => {
  const first = await queued();
  await app.get(OutboxWorker).drain();
  expect(await states(first)).toEqual(['sent']);
  const second = await queued();
  await elsewhere();
  await app.get(OutboxWorker).drain();
  expect(await states(second)).toEqual(['queued']);

  await app.get(Dispatching).watch();
  const { body } = await ops.get('/dispatching');
  expect(body).toMatchObject({ state: 'off', changedBy: 'system', reason: expect.stringContaining('copied') });
  await app.get(Dispatching).watch();
  expect((await ops.get('/dispatching')).body).toEqual(body);
  expect((await turn('on', 'This is the live one now.')).body.state).toBe('on');
  await app.get(Dispatching).watch();
  await app.get(OutboxWorker).drain();
  expect(await states(second)).toEqual(['sent']);
  const trail = await app.sql<Json>("SELECT actor FROM audit_entry WHERE entity = 'dispatching' ORDER BY id");
  expect(trail.map(({ actor }) => actor)).toEqual(expect.arrayContaining(['system', admin.id]));
});

test('another address is another app; the command line does not change where it is', async () => {
  await app.sql("UPDATE dispatching SET host = 'sales.example.com'");
  await app.get(Dispatching).watch();
  const reason = 'was at home at sales.example.com, and runs at overture.test now';
  expect((await ops.get('/dispatching')).body.reason).toContain(reason);
  // as the command does, which does not know the API's address: the next program to start reports it
  await app.transaction((manager) => app.get(Dispatching).turn(manager, 'on', 'moved', 'cli'));
  await app.get(Dispatching).watch();
  expect(await app.sql('SELECT state, host FROM dispatching')).toEqual([{ state: 'on', host: 'overture.test' }]);
});

test('an emergency stop holds what was claimed already; only an administrator may', async () => {
  expect((await ops.put('/dispatching', { state: 'off', reason: 'because' })).status).toBe(403);
  await queued();
  const key = lockOf('a batch of this test');
  const { claimed } = await app.get(Outbox).claim(key, 1, async (_, due) => ({
    go: due.map(({ id }) => ({ id, senderId: null, domain: null })),
    later: [],
  }));
  expect(claimed).toHaveLength(1);
  await turn('off', 'Wrong price.');
  expect(await app.get(Outbox).beginHandover(claimed[0]!.id, key)).toBe(false);
  await turn('on', 'Corrected.');
  expect(await app.get(Outbox).beginHandover(claimed[0]!.id, key)).toBe(true);
});

test('webhooks wait as well', async () => {
  const [webhook] = await app.sql<Json>(
    "INSERT INTO webhook (url, secret_sealed, created_by) VALUES ('https://hook.invalid', 'x', $1) RETURNING id",
    [admin.id],
  );
  const [fact] = await app.sql<Json>(
    "INSERT INTO webhook_event (kind, subject_id) VALUES ('task.open', $1) RETURNING id",
    [admin.id],
  );
  await app.sql('INSERT INTO webhook_delivery (webhook_id, event_id) VALUES ($1, $2)', [webhook.id, fact.id]);
  await turn('off', 'Quiet, please.');
  expect(await app.sql(CLAIM, [5])).toEqual([]);
  await turn('on', 'Go on.');
  expect(await app.sql(CLAIM, [5])).toHaveLength(1);
});

test('a dump that is restored into the same database is a copy too; and no superuser is needed to know', async () => {
  const place = async () => (await app.sql<Json>('SELECT dispatching_place() AS place'))[0].place as string;
  const before = await place();
  const ask = 'SELECT dispatching_place() AS place';
  expect(await app.pastTriggers(async (superuser) => (await superuser.query(ask)).rows)).toEqual([{ place: before }]);
  await app.asOwner(`
    CREATE TABLE made_anew (LIKE dispatching INCLUDING ALL);
    INSERT INTO made_anew SELECT * FROM dispatching;
    DROP TABLE dispatching;
    ALTER TABLE made_anew RENAME TO dispatching;`);
  expect(await place()).not.toBe(before);
  expect(await app.sql('SELECT may_dispatch() AS may')).toEqual([{ may: false }]);
});
