import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { LostNumbers } from '../../../src/campaigns/enrolments/lost-numbers.js';
import { markPhone, Verification } from '../../../src/accounts/index.js';
import { Reconciler } from '../../../src/campaigns/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { CALL, EMAIL, world, type WorldPlan } from '../../support/world.js';

let app: Installation;
let rep: Person;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  [rep, ops] = [await app.as('rep', 'sales'), await app.as('sales_ops')];
});
afterAll(() => app.close());
afterEach(() =>
  app.sql(
    "UPDATE task SET state = 'cancelled', lease_until = NULL, cancel_reason = 'over' WHERE state IN ('open', 'claimed', 'snoozed')",
  ),
);

const drive = async (campaignId: string): Promise<void> => {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
};
const sweep = (): Promise<number> => app.get(LostNumbers).takeBack();
const tasks = (campaignId: string): Promise<Json[]> =>
  app.sql(
    'SELECT id, kind, state, title, attempt, cancel_reason AS why FROM task WHERE campaign_id = $1 ORDER BY created_at, id',
    [campaignId],
  );
const enrolment = async (campaignId: string): Promise<Json> =>
  (await app.sql('SELECT * FROM enrolment WHERE campaign_id = $1', [campaignId]))[0];

/** Somebody whose call waits for a rep. */
async function called(plan: WorldPlan = {}): Promise<{ campaignId: string; contactId: string; taskId: string }> {
  const { campaignId } = await world(app, {
    steps: [CALL('call'), EMAIL('after', { afterDays: 1 })],
    ...plan,
  });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  await drive(campaignId);
  const [task] = (await tasks(campaignId)) as [Json];
  expect(task).toMatchObject({ kind: 'call', state: 'open', attempt: 1 });
  return { campaignId, contactId: (await enrolment(campaignId)).contact_id as string, taskId: task.id as string };
}

/** Every way in which a number ceases to be one to call. */
const LOSSES: [string, (contactId: string) => Promise<unknown>][] = [
  [
    'a verification',
    async (id) => {
      await app.sql("UPDATE contact SET phone = '+4911' WHERE id = $1", [id]);
      await app.get(Verification).drain();
    },
  ],
  ['a person’s mark', (id) => app.transaction((manager) => markPhone(manager, id, 'invalid'))],
  ['one who takes it away', (id) => app.sql('UPDATE contact SET phone = NULL WHERE id = $1', [id])],
  [
    'the wish not to be called',
    async (id) => {
      const { revision } = (await ops.get(`/contacts/${id}`)).body;
      const wish = await ops.patch(`/contacts/${id}`, { preference: 'no_calls' }, { 'if-match': `"${revision}"` });
      expect(wish.status).toBe(200);
    },
  ],
];

test.each(LOSSES)('a call whose number is lost by %s becomes a search for another way', async (_, lose) => {
  const { campaignId, contactId, taskId } = await called();
  await lose(contactId);
  // from that moment on nobody is asked to dial it
  expect((await rep.get('/queue')).body.ready).toBe(0);
  expect((await rep.post('/claims', {})).status).toBe(204);
  expect(await sweep()).toBe(1);
  expect(await enrolment(campaignId)).toMatchObject({ state: 'active', step: 'call', step_state: 'due', attempts: 0 });
  await drive(campaignId);
  expect(await tasks(campaignId)).toMatchObject([
    { id: taskId, state: 'cancelled', why: 'The number cannot be called any more.' },
    { kind: 'fix_contact', state: 'open' },
  ]);
  expect(await enrolment(campaignId)).toMatchObject({ step: 'call', deferred: 'awaiting_fix', fix_requested: true });
  expect(await sweep()).toBe(0);
  const events = await app.sql<{ what: string }>(
    'SELECT what FROM enrolment_event WHERE enrolment_id = (SELECT id FROM enrolment WHERE campaign_id = $1) ORDER BY id',
    [campaignId],
  );
  expect(events.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['task_opened', 'number_lost', 'fix_requested']),
  );
});

test('with the right number the same call is opened again, as the same attempt', async () => {
  const { campaignId, contactId } = await called({ campaign: { hours_between_touches: 0 } });
  await app.transaction((manager) => markPhone(manager, contactId, 'invalid'));
  await sweep();
  await drive(campaignId);
  const fix = (await tasks(campaignId))[1];
  const { fence } = (await rep.post('/claims', { taskId: fix.id })).body;
  const mended = { taskId: fix.id, fence, resolution: 'corrected', phone: '+49 30 7654321' };
  expect((await rep.post('/task-resolutions', mended)).status).toBe(201);
  await app.travel(25);
  await drive(campaignId);
  expect((await tasks(campaignId))[2]).toMatchObject({ kind: 'call', state: 'open', attempt: 1 });
});

test('where no number is to be found the play goes on, and nobody is skipped', async () => {
  const { campaignId, contactId } = await called();
  await app.transaction((manager) => markPhone(manager, contactId, 'invalid'));
  await sweep();
  await drive(campaignId);
  const fix = (await tasks(campaignId))[1];
  const { fence } = (await rep.post('/claims', { taskId: fix.id })).body;
  expect((await rep.post('/task-resolutions', { taskId: fix.id, fence, resolution: 'not_found' })).status).toBe(201);
  await app.travel(49);
  await drive(campaignId);
  expect(await enrolment(campaignId)).toMatchObject({ state: 'active', step: 'after', step_state: 'in_flight' });
});

test('who wants no calls is not called, and the play goes on after one look for another way', async () => {
  const { campaignId, contactId } = await called();
  await app.sql("UPDATE contact SET preference = 'no_calls' WHERE id = $1", [contactId]);
  await sweep();
  await drive(campaignId);
  const fix = (await tasks(campaignId))[1];
  expect(fix.title).toMatch(/wants no calls: find another way$/);
  const { fence } = (await rep.post('/claims', { taskId: fix.id })).body;
  expect((await rep.post('/task-resolutions', { taskId: fix.id, fence, resolution: 'not_found' })).status).toBe(201);
  await app.travel(49);
  await drive(campaignId);
  expect(await enrolment(campaignId)).toMatchObject({ step: 'after', step_state: 'in_flight' });
});

test('what a rep holds stays his until he lets go', async () => {
  const { campaignId, contactId, taskId } = await called();
  const { fence } = (await rep.post('/claims', {})).body;
  await app.transaction((manager) => markPhone(manager, contactId, 'invalid'));
  expect(await sweep()).toBe(0);
  const said = {
    taskId,
    fence,
    disposition: 'connected_interested',
    sentiment: 'positive',
    interest: 'curious',
  };
  expect((await rep.post('/conversations', said)).status).toBe(201);
  expect(await enrolment(campaignId)).toMatchObject({ state: 'finished', reason: 'replied' });

  const other = await called();
  await rep.post('/claims', { taskId: other.taskId });
  await app.transaction((manager) => markPhone(manager, other.contactId, 'invalid'));
  expect((await rep.delete(`/claims/${other.taskId}`)).status).toBe(204);
  expect(await sweep()).toBe(1);
});

test('a call that was put off is taken back too, and one of a pause stays paused', async () => {
  const { campaignId, contactId, taskId } = await called();
  await app.sql("UPDATE task SET state = 'snoozed', not_before = app_now() + interval '3 days' WHERE id = $1", [
    taskId,
  ]);
  await app.sql(
    "UPDATE enrolment SET state = 'paused', reason = 'manual', next_action_at = NULL WHERE campaign_id = $1",
    [campaignId],
  );
  await app.transaction((manager) => markPhone(manager, contactId, 'invalid'));
  expect(await sweep()).toBe(1);
  expect(await enrolment(campaignId)).toMatchObject({
    state: 'paused',
    reason: 'manual',
    step_state: 'due',
    next_action_at: null,
  });
});

test('three who sweep at once, and a driver, leave one search and nobody behind', async () => {
  const { campaignId } = await world(app, { organizations: 40, steps: [CALL('call')] });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  await app.get(Launch).run(campaignId);
  await drive(campaignId);
  await app.sql(
    "UPDATE contact SET phone_state = 'invalid' WHERE id IN (SELECT contact_id FROM enrolment WHERE campaign_id = $1)",
    [campaignId],
  );
  const taken = await Promise.all([sweep(), sweep(), drive(campaignId), sweep()]);
  expect(taken.reduce((sum: number, n) => sum + (n ?? 0), 0)).toBe(40);
  await drive(campaignId);
  await app.get(Reconciler).run();
  const counted = await app.sql(
    'SELECT kind, state, count(*)::int AS n FROM task WHERE campaign_id = $1 GROUP BY 1, 2 ORDER BY 1',
    [campaignId],
  );
  expect(counted).toEqual([
    { kind: 'call', state: 'cancelled', n: 40 },
    { kind: 'fix_contact', state: 'open', n: 40 },
  ]);
});
