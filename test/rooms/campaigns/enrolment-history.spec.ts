import type { QueryRunner } from 'typeorm';
import { Colleagues, Outbox, Reconciler, Replies } from '../../../src/campaigns/index.js';
import { changeEnrolments } from '../../../src/campaigns/enrolments/enrolment-transitions.js';
import { CampaignSettlement } from '../../../src/campaigns/lifecycle/settle-campaigns.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { EnrolmentHistory1767000000036 } from '../../../migrations/1767000000036-enrolment-history.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { EMAIL, world } from '../../support/world.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));
afterAll(() => app.close());

/** Enrolments of one organization, whose first messages are queued. */
async function driven(peopleEach = 2): Promise<{ campaignId: string; ids: string[] }> {
  const { campaignId } = await world(app, {
    peopleEach,
    steps: [EMAIL('intro'), EMAIL('next', { afterDays: 3 })],
    campaign: { hours_between_touches: 0 },
  });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  await app.get(Launch).run(campaignId);
  await app.sql('UPDATE enrolment SET shard = 0 WHERE campaign_id = $1', [campaignId]);
  await app.get(Driver).drive(campaignId, 0);
  const found = await app.sql<Json>('SELECT id FROM enrolment WHERE campaign_id = $1 ORDER BY id', [campaignId]);
  return { campaignId, ids: found.map(({ id }) => id) };
}

const stateOf = async (id: string) =>
  (await app.sql<Json>('SELECT state, reason FROM enrolment WHERE id = $1', [id]))[0]!;
const lastOf = async (id: string): Promise<Json> => (await ops.get(`/enrolments/${id}/events`)).body.items.at(-1);

test('a contact that is paused because a colleague replied has an event that says so, with exactly the declared fields', async () => {
  const { ids } = await driven();
  await app.transaction((manager) => app.get(Replies).replied(manager, ids[0]!, 'Tell me more.'));
  expect(await lastOf(ids[1]!)).toEqual({
    at: expect.any(String),
    what: 'paused',
    step: 'intro',
    fromState: 'active',
    toState: 'paused',
    reason: 'colleague_reply',
    by: 'test',
    detail: { colleague: ids[0] },
  });
  expect(await lastOf(ids[0]!)).toMatchObject({ what: 'replied', fromState: 'active', toState: 'paused' });
  const actorId = ops.id;
  const decision = { enrolmentId: ids[0]!, decision: 'resume' as const, reason: 'Only a question', actorId };
  await app.transaction((manager) => app.get(Colleagues).decide(manager, decision));
  expect(await lastOf(ids[1]!)).toMatchObject({
    what: 'resumed',
    fromState: 'paused',
    toState: 'active',
    reason: null,
    by: ops.id,
  });
});

test('so has one whose campaign was aborted, whose contact was erased, and that the reconciler found', async () => {
  const aborted = await driven(1);
  await ops.post(`/campaigns/${aborted.campaignId}/abort`, { reason: 'because' });
  await app.get(CampaignSettlement).settle();
  const closed = { what: 'excluded', fromState: 'active', toState: 'excluded' };
  expect(await lastOf(aborted.ids[0]!)).toMatchObject({ ...closed, reason: 'campaign_aborted', by: 'worker' });

  const { ids } = await driven(2);
  await app.sql("UPDATE dispatch SET state = 'sent' WHERE enrolment_id = $1", [ids[1]]);
  await app.get(Reconciler).run();
  const repaired = { what: 'repaired', fromState: 'active', toState: 'active', by: 'reconcile' };
  expect(await lastOf(ids[1]!)).toMatchObject({ ...repaired, detail: { found: 'stranded' } });

  const [{ contact_id: contactId }] = await app.sql<Json>('SELECT contact_id FROM enrolment WHERE id = $1', [ids[0]]);
  const admin = await app.as('admin', 'it');
  expect((await admin.post(`/contacts/${contactId}/erasure`, { reason: 'asked for it' })).status).toBeLessThan(300);
  expect(await lastOf(ids[0]!)).toMatchObject({ ...closed, reason: 'erased', by: admin.id });
});

test('and one that waits for a person to settle its message', async () => {
  const { campaignId, ids } = await driven(1);
  await app.sql("UPDATE campaign SET on_unknown = 'hold' WHERE id = $1", [campaignId]);
  const outbox = app.get(Outbox);
  const { claimed } = await outbox.claim('91', 10, async (_, due) => ({
    go: due.map(({ id }) => ({ id, senderId: null, domain: null })),
    later: [],
  }));
  const mine = claimed.find(({ enrolmentId }) => enrolmentId === ids[0])!;
  await outbox.beginHandover(mine.id, '91');
  await app.transaction((manager) => outbox.orphan(manager, '91'));
  expect(await lastOf(ids[0]!)).toMatchObject({ what: 'unknown', toState: 'paused', reason: 'unknown_dispatch' });
  await ops.put(`/messages/${mine.id}/settlement`, { result: 'sent' });
  expect(await lastOf(ids[0]!)).toMatchObject({ what: 'resumed', toState: 'active', by: ops.id });
});

test('what no longer fits changes nothing, and the others of its batch change', async () => {
  const { ids } = await driven(3);
  await app.transaction(async (manager) => {
    await changeEnrolments(manager, [{ id: ids[0]!, transition: 'complain' }]);
    const changed = await changeEnrolments(
      manager,
      ids.map((id) => ({ id, transition: 'reply' })),
    );
    expect(changed.map(({ id }) => id).toSorted()).toEqual(ids.slice(1));
  });
  expect(await stateOf(ids[0]!)).toEqual({ state: 'opted_out', reason: null });
  expect(await lastOf(ids[0]!)).toMatchObject({ what: 'complained' });
  expect(await stateOf(ids[1]!)).toEqual({ state: 'paused', reason: 'replied' });
});

test('a state or a reason that the table does not know is a fault of the code', async () => {
  const { ids } = await driven(1);
  const change = (what: object) =>
    app.transaction((manager) => changeEnrolments(manager, [{ id: ids[0]!, ...what } as never]));
  await expect(change({ transition: 'reply', state: 'finished' })).rejects.toThrow('does not lead to finished');
  await expect(change({ transition: 'finish', reason: 'declined' })).rejects.toThrow('does not know the reason');
});

test('two changes of one enrolment are made one after the other', async () => {
  const { ids } = await driven(1);
  await app.transaction((manager) =>
    changeEnrolments(manager, [
      { id: ids[0]!, transition: 'reply' },
      { id: ids[0]!, transition: 'exclude', error: 'because' },
    ]),
  );
  const events: Json[] = (await ops.get(`/enrolments/${ids[0]}/events`)).body.items;
  expect(events.slice(-2)).toMatchObject([
    { what: 'replied', fromState: 'active', toState: 'paused' },
    { what: 'excluded', fromState: 'paused', toState: 'excluded', reason: 'manual' },
  ]);
});

test('a change past the code is recorded by the database', async () => {
  const { ids } = await driven(1);
  const before = (await ops.get(`/enrolments/${ids[0]}/events`)).body.items.length;
  await app.sql("UPDATE enrolment SET state = 'paused', reason = 'manual' WHERE id = $1", [ids[0]]);
  await app.sql('UPDATE enrolment SET touches = touches + 1 WHERE id = $1', [ids[0]]);
  const events: Json[] = (await ops.get(`/enrolments/${ids[0]}/events`)).body.items;
  expect(events.slice(before)).toMatchObject([
    { what: 'changed_directly', fromState: 'active', toState: 'paused', reason: 'manual', by: 'system' },
  ]);
  // also where the transaction wrote an event that says the same, and changed it again since
  await app.transaction(async (manager) => {
    await changeEnrolments(manager, [{ id: ids[0]!, transition: 'reply' }]);
    await manager.query("UPDATE enrolment SET reason = 'manual' WHERE id = $1", [ids[0]]);
    await manager.query("UPDATE enrolment SET reason = 'replied' WHERE id = $1", [ids[0]]);
  });
  expect((await ops.get(`/enrolments/${ids[0]}/events`)).body.items.slice(-3)).toMatchObject([
    { what: 'replied', reason: 'replied' },
    { what: 'changed_directly', reason: 'manual' },
    { what: 'changed_directly', reason: 'replied' },
  ]);
});

test('the migration adds what was never recorded, once and with the best time that is known', async () => {
  const { campaignId, ids } = await driven(5);
  const [replied, colleague, aborted, optedOut, unknown] = ids as [string, string, string, string, string];
  await app.asOwner(
    `DROP TRIGGER record_direct_change ON enrolment;
     DROP FUNCTION record_direct_change;
     ALTER TABLE enrolment_event DROP COLUMN from_state, DROP COLUMN to_state, DROP COLUMN reason, DROP COLUMN by, DROP COLUMN recorded_in;
     DROP FUNCTION event_actor`,
  );
  await app.sql("INSERT INTO enrolment_event (enrolment_id, at, what) VALUES ($1, '2026-01-02T03:04:05Z', 'replied')", [
    replied,
  ]);
  await app.sql("INSERT INTO enrolment_event (enrolment_id, what) VALUES ($1, 'complained')", [optedOut]);
  const set = (id: string, state: string, reason: string | null, ended: string | null) =>
    app.sql('UPDATE enrolment SET state = $2, reason = $3, ended_at = $4 WHERE id = $1', [id, state, reason, ended]);
  await set(replied, 'paused', 'replied', null);
  await set(colleague, 'paused', 'colleague_reply', null);
  await set(aborted, 'excluded', 'campaign_aborted', '2026-02-03T04:05:06Z');
  await set(optedOut, 'opted_out', null, '2026-02-03T04:05:06Z');
  await set(unknown, 'paused', 'unknown_dispatch', null);
  await app.sql("INSERT INTO campaign_change (campaign_id, change, changed_by) VALUES ($1, 'abort', 'Andrew')", [
    campaignId,
  ]);

  const owner = { query: (text: string) => app.asOwner(text) } as QueryRunner;
  await new EnrolmentHistory1767000000036().up(owner);
  const added = await app.sql<Json>(
    `SELECT enrolment_id, at, what, to_state, reason, by FROM enrolment_event
      WHERE enrolment_id = ANY($1) AND detail @> '{"repaired": true}' ORDER BY id`,
    [ids],
  );
  expect(added).toMatchObject([
    {
      enrolment_id: colleague,
      at: new Date('2026-01-02T03:04:05Z'),
      what: 'paused',
      to_state: 'paused',
      reason: 'colleague_reply',
    },
    {
      enrolment_id: aborted,
      at: new Date('2026-02-03T04:05:06Z'),
      what: 'excluded',
      reason: 'campaign_aborted',
      by: 'Andrew',
    },
    { enrolment_id: unknown, what: 'unknown', to_state: 'paused', reason: 'unknown_dispatch' },
  ]);
});

test('enrolments are listed by every reason that one may have', async () => {
  const [{ allowed }] = (await app.sql(
    "SELECT pg_get_constraintdef(oid) AS allowed FROM pg_constraint WHERE conname = 'enrolment_reason_check'",
  )) as [{ allowed: string }];
  const reasons = [...allowed.matchAll(/'(\w+)'::text/g)].map(([, reason]) => reason!);
  expect(reasons).toContain('left');
  const { status } = await ops.get(`/enrolments?reason=${reasons.join(',')}`);
  expect(status).toBe(200);
});
