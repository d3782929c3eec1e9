import { Verification } from '../../../src/accounts/index.js';
import { JobQueue, Shutdown } from '../../../src/platform/index.js';
import { Tasks } from '../../../src/work/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { CALL, EMAIL, world, type World } from '../../support/world.js';
import { Colleagues, Enrolments, Outbox, type Claimed, Answers, Reconciler } from '../../../src/campaigns/index.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { CampaignSettlement } from '../../../src/campaigns/lifecycle/settle-campaigns.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { Tallies } from '../../../src/campaigns/monitor/tallies.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
// each test has the outbox and the sweeps to itself
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));
afterAll(() => app.close());

const enrolments = (campaignId: string) =>
  app.sql<Json>('SELECT * FROM enrolment WHERE campaign_id = $1 ORDER BY id', [campaignId]);
const dispatches = (campaignId: string) =>
  app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1 ORDER BY id', [campaignId]);
const tasks = (campaignId: string) =>
  app.sql<Json>('SELECT * FROM task WHERE campaign_id = $1 ORDER BY id', [campaignId]);

async function launch({ campaignId }: World): Promise<void> {
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
}

async function drive(campaignId: string): Promise<number> {
  let moved = 0;
  for (let shard = 0; shard < SHARDS; shard++) moved += await app.get(Driver).drive(campaignId, shard);
  return moved;
}

/** Takes what is queued with nobody in the way, as a carrier without limits would. */
async function claim(key: string, count: number): Promise<Claimed[]> {
  const { claimed } = await app.get(Outbox).claim(key, count, async (_, due) => ({
    go: due.map(({ id }) => ({ id, senderId: null, domain: null })),
    later: [],
  }));
  return claimed;
}

/** Claims and reports as sent whatever is queued, as the channels would. */
async function sendAll(key = '7'): Promise<number> {
  const outbox = app.get(Outbox);
  const claimed = await claim(key, 1000);
  await outbox.report(
    key,
    claimed.map(({ id }) => ({ id, state: 'sent', errorClass: null, response: '250 ok' })),
  );
  return claimed.length;
}

describe('launch', () => {
  test('is refused with everything that stands in its way', async () => {
    const { campaignId, versionId } = await world(app);
    await app.sql("UPDATE proposition_version SET state = 'approved', live_at = NULL WHERE id = $1", [versionId]);
    const { status, body } = await ops.post(`/campaigns/${campaignId}/launch`, {});
    expect(status).toBe(409);
    expect(body.code).toBe('launch_blocked');
    expect(body.blockers.map((blocker: Json) => blocker.code)).toContain('not_live');
    expect(await enrolments(campaignId)).toEqual([]);
  });

  test('of an empty cohort is refused', async () => {
    const { campaignId, snapshotId } = await world(app);
    await app.sql('UPDATE cohort_snapshot SET decision_makers_excluded = decision_makers WHERE id = $1', [snapshotId]);
    expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).body.blockers).toMatchObject([
      { code: 'empty_cohort' },
    ]);
  });

  test('enrols everybody who is not excluded, and lists the others with their reason', async () => {
    const made = await world(app, { organizations: 3, peopleEach: 2 });
    await app.sql("UPDATE snapshot_contact SET excluded = 'suppressed' WHERE snapshot_id = $1 AND ordinal = 2", [
      made.snapshotId,
    ]);
    await launch(made);
    const { body } = await ops.get(`/campaigns/${made.campaignId}/coverage`);
    expect(body).toMatchObject({
      decisionMakers: 6,
      enrolled: 5,
      withReason: 1,
      notEnrolled: { suppressed: 1 },
      skipped: 0,
    });
  });

  test('twice, also at the same moment, enrols once', async () => {
    const made = await world(app, { organizations: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => ops.post(`/campaigns/${made.campaignId}/launch`, {})));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    await Promise.all([app.get(Launch).run(made.campaignId), app.get(Launch).run(made.campaignId)]);
    expect(await enrolments(made.campaignId)).toHaveLength(2);
    expect(
      await app.sql("SELECT FROM campaign_change WHERE campaign_id = $1 AND change = 'launch'", [made.campaignId]),
    ).toHaveLength(1);
  });

  test('leaves the ranges after the one that is under way to others where its process ends', async () => {
    const made = await world(app, { organizations: 5 });
    await ops.post(`/campaigns/${made.campaignId}/launch`, {});
    await app.sql('DELETE FROM launch_range WHERE campaign_id = $1', [made.campaignId]);
    await app.sql('INSERT INTO launch_range (campaign_id, from_ordinal, to_ordinal) VALUES ($1, 1, 2), ($1, 3, 5)', [
      made.campaignId,
    ]);
    const ending = new Shutdown();
    const [work, verification, bell] = [app.get(Tasks), app.get(Verification), app.get(JobQueue)];
    ending.begin();
    await new Launch(app.source, work, verification, bell, ending).run(made.campaignId);
    expect(await enrolments(made.campaignId)).toHaveLength(2);
    expect(await app.sql('SELECT enrolled_at FROM campaign WHERE id = $1', [made.campaignId])).toEqual([
      { enrolled_at: null },
    ]);
    await app.get(Launch).run(made.campaignId);
    expect(await enrolments(made.campaignId)).toHaveLength(5);
  });

  test('goes on with the ranges that a killed worker left', async () => {
    const made = await world(app, { organizations: 5 });
    await ops.post(`/campaigns/${made.campaignId}/launch`, {});
    await app.sql('DELETE FROM launch_range WHERE campaign_id = $1', [made.campaignId]);
    await app.sql(
      'INSERT INTO launch_range (campaign_id, from_ordinal, to_ordinal, done_at, enrolled) VALUES ($1, 1, 2, NULL, NULL), ($1, 3, 5, NULL, NULL)',
      [made.campaignId],
    );
    await app.get(Launch).run(made.campaignId);
    expect(await enrolments(made.campaignId)).toHaveLength(5);
    expect(
      await app.sql('SELECT enrolled FROM launch_range WHERE campaign_id = $1 ORDER BY from_ordinal', [
        made.campaignId,
      ]),
    ).toEqual([{ enrolled: 2 }, { enrolled: 3 }]);
    expect(
      await app.sql('SELECT FROM campaign WHERE id = $1 AND enrolled_at IS NOT NULL', [made.campaignId]),
    ).toHaveLength(1);
  });

  test('opens a task for an organization where a required role is filled by nobody', async () => {
    const made = await world(app, { organizations: 2 });
    await app.sql("UPDATE cohort_snapshot SET required_roles = '{decision_maker,economic_buyer}' WHERE id = $1", [
      made.snapshotId,
    ]);
    await launch(made);
    const found = (await tasks(made.campaignId)).filter((task) => task.kind === 'find_contact');
    expect(found).toHaveLength(2);
    expect(found[0].title).toContain('economic buyer');
    const { body } = await ops.get(`/campaigns/${made.campaignId}/coverage/organizations?gaps=true`);
    expect(body.items.map((item: Json) => item.missingRoles)).toEqual([['economic_buyer'], ['economic_buyer']]);
  });

  test('by somebody without the role is refused', async () => {
    const made = await world(app);
    const rep = await app.as('rep', 'sales');
    expect((await rep.post(`/campaigns/${made.campaignId}/launch`, {})).status).toBe(403);
    expect(await app.sql('SELECT state FROM campaign WHERE id = $1', [made.campaignId])).toEqual([{ state: 'draft' }]);
  });

  test('for later waits, and is started by the sweep', async () => {
    const made = await world(app);
    const at = new Date(Date.now() + 1500);
    expect((await ops.post(`/campaigns/${made.campaignId}/launch`, { at: at.toISOString() })).body.state).toBe(
      'scheduled',
    );
    const { CampaignTransitions } = await import('../../../src/campaigns/index.js');
    await app.get(CampaignTransitions).startScheduled();
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body.state).toBe('scheduled');
    await app.sql("UPDATE campaign SET scheduled_at = app_now() - interval '1 second' WHERE id = $1", [
      made.campaignId,
    ]);
    await app.get(CampaignTransitions).startScheduled();
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body.state).toBe('running');
  });
});

describe('driver', () => {
  test('writes one intent an enrolment, however many drivers run at once', async () => {
    const made = await world(app, { organizations: 40 });
    await launch(made);
    await Promise.all([drive(made.campaignId), drive(made.campaignId), drive(made.campaignId)]);
    expect(await dispatches(made.campaignId)).toHaveLength(40);
    expect(
      new Set((await enrolments(made.campaignId)).map((enrolment) => `${enrolment.state} ${enrolment.step_state}`)),
    ).toEqual(new Set(['active in_flight']));
  });

  test('touches nobody outside of their hours, and says why', async () => {
    const made = await world(app, { always: false, campaign: { day_starts: '03:00', day_ends: '03:00:01' } });
    await launch(made);
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toEqual([]);
    const [enrolment] = await enrolments(made.campaignId);
    expect(enrolment).toMatchObject({ state: 'pending', deferred: 'quiet_hours' });
    expect(enrolment.next_action_at.getTime()).toBeGreaterThan(Date.now());
  });

  test('paces an organization: one of three colleagues, then the next when the hours are over', async () => {
    const made = await world(app, { peopleEach: 3, campaign: { hours_between_touches: 20 } });
    await launch(made);
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(1);
    expect(
      (await enrolments(made.campaignId)).filter((enrolment) => enrolment.deferred === 'organization_pace'),
    ).toHaveLength(2);
    await app.travel(21);
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(2);
  });

  test('keeps a person’s frequency across campaigns', async () => {
    const first = await world(app);
    await launch(first);
    await drive(first.campaignId);
    const [{ contact_id: contactId, organization_id: organizationId }] = (await enrolments(first.campaignId)) as [Json];
    const second = await world(app);
    await launch(second);
    await app.sql('UPDATE enrolment SET contact_id = $2, organization_id = $3 WHERE campaign_id = $1', [
      second.campaignId,
      contactId,
      organizationId,
    ]);
    await drive(second.campaignId);
    expect(await dispatches(second.campaignId)).toEqual([]);
    expect((await enrolments(second.campaignId))[0].deferred).toBe('contact_frequency');
  });

  test('limits how many of an organization are under way; one that ends makes room', async () => {
    const made = await world(app, { peopleEach: 2, campaign: { active_per_organization: 1 } });
    await launch(made);
    await drive(made.campaignId);
    const [busy] = (await enrolments(made.campaignId)).filter(
      (enrolment) => enrolment.deferred === 'organization_busy',
    );
    expect(busy.state).toBe('pending');
    const [active] = (await enrolments(made.campaignId)).filter((enrolment) => enrolment.state === 'active');
    await app.transaction((manager) =>
      app
        .get(Answers)
        .settle(manager, { enrolmentId: active.id, disposition: 'connected_not_interested', source: 'rep' }),
    );
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(2);
  });

  test('never touches a suppressed person, and lists them', async () => {
    const made = await world(app);
    await launch(made);
    const [{ contact_id: contactId }] = (await enrolments(made.campaignId)) as [Json];
    await app.sql("INSERT INTO suppression (kind, value, reason, created_by) VALUES ('contact', $1, 'legal', 'test')", [
      contactId,
    ]);
    await drive(made.campaignId);
    expect(await enrolments(made.campaignId)).toMatchObject([{ state: 'excluded', reason: 'suppressed' }]);
    expect(await dispatches(made.campaignId)).toEqual([]);
  });

  test('asks for a missing address with a task, and goes on when it is there', async () => {
    const made = await world(app);
    await app.sql(
      'UPDATE contact SET email = NULL, email_key = NULL WHERE id IN (SELECT contact_id FROM snapshot_contact WHERE snapshot_id = $1)',
      [made.snapshotId],
    );
    await launch(made);
    await drive(made.campaignId);
    expect(await tasks(made.campaignId)).toMatchObject([{ kind: 'fix_contact', state: 'open' }]);
    const [enrolment] = await enrolments(made.campaignId);
    expect(enrolment).toMatchObject({ fix_requested: true, deferred: 'awaiting_fix' });
    await app.sql("UPDATE contact SET email = 'new@fixed.example', email_key = 'new@fixed.example' WHERE id = $1", [
      enrolment.contact_id,
    ]);
    await app.transaction((manager) => app.get(Answers).contactFixed(manager, enrolment.contact_id));
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(1);
  });

  test('an enrolment at a step that does not exist fails alone', async () => {
    const made = await world(app, { organizations: 3 });
    await launch(made);
    await app.sql(
      "UPDATE enrolment SET step = 'gone' WHERE id = (SELECT id FROM enrolment WHERE campaign_id = $1 LIMIT 1)",
      [made.campaignId],
    );
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(2);
    expect((await enrolments(made.campaignId)).filter((enrolment) => enrolment.state === 'failed')).toMatchObject([
      { reason: 'poison', error: expect.stringContaining('gone') },
    ]);
  });

  test('an enrolment whose row breaks the whole statement fails alone too', async () => {
    const made = await world(app, { organizations: 3 });
    await launch(made);
    const [poison] = await enrolments(made.campaignId);
    await app.asOwner(
      `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.enrolment_id = '${poison.id}' THEN RAISE EXCEPTION 'poisoned row'; END IF; RETURN NEW; END $$`,
    );
    await app.asOwner('CREATE TRIGGER poison BEFORE INSERT ON dispatch FOR EACH ROW EXECUTE FUNCTION poison()');
    await app.sql('UPDATE enrolment SET shard = 0 WHERE campaign_id = $1', [made.campaignId]);
    await drive(made.campaignId);
    await app.asOwner('DROP FUNCTION poison CASCADE');
    expect(await dispatches(made.campaignId)).toHaveLength(2);
    expect((await enrolments(made.campaignId)).filter((enrolment) => enrolment.state === 'failed')).toMatchObject([
      { id: poison.id, error: expect.stringContaining('poisoned row') },
    ]);
  });

  test('an enrolment that failed goes on once, where it stood, when somebody mended what it failed by', async () => {
    const made = await world(app, { organizations: 2, steps: [EMAIL('intro'), EMAIL('again', { afterDays: 1 })] });
    await launch(made);
    await drive(made.campaignId);
    const [failed, sent] = (await dispatches(made.campaignId)) as [Json, Json];
    // one by its mail, one after its first mail had left
    await app.sql(
      "UPDATE dispatch SET state = 'failed', error_class = 'template', settled_at = app_now() WHERE id = $1",
      [failed.id],
    );
    expect(await sendAll()).toBe(1);
    await app.sql(
      "UPDATE enrolment SET state = 'failed', reason = 'poison', error = 'x', next_action_at = NULL, step_state = 'done', ended_at = app_now() WHERE campaign_id = $1",
      [made.campaignId],
    );
    const again = (id: string) => ops.post(`/enrolments/${id}/replay`);
    const clicks = await Promise.all([1, 2].map(() => again(failed.enrolment_id)));
    expect(clicks.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await again(sent.enrolment_id)).body).toMatchObject({
      state: 'active',
      reason: null,
      error: null,
      stepState: 'done',
    });
    // the day's frequency holds for them as for everybody
    await app.travel(25);
    await drive(made.campaignId);
    expect(await sendAll()).toBe(2);
    const all = await dispatches(made.campaignId);
    expect(all.map(({ step_key: step, state }) => `${step} ${state}`).toSorted()).toEqual([
      'again sent',
      'intro sent',
      'intro sent',
    ]);
    await app.travel(-25);
    await app.sql("UPDATE campaign SET state = 'completed' WHERE id = $1", [made.campaignId]);
    expect((await again(failed.enrolment_id)).status).toBe(409);
  });

  test('many are taken out, or go on, at once: as they were seen, and never more', async () => {
    const made = await world(app, { organizations: 4, steps: [EMAIL('intro'), EMAIL('again', { afterDays: 1 })] });
    await launch(made);
    await drive(made.campaignId);
    const by = `campaignId=${made.campaignId}`;
    const out = (query: string, body: Json) =>
      ops.post(`/enrolments/exclusions?${query}`, { reason: 'theirs', ...body });
    expect(await out(`${by}&state=active`, { count: 3 })).toMatchObject({
      status: 409,
      body: { code: 'more_than_seen' },
    });
    expect((await out(`${by}&nothing=1`, { count: 3 })).status).toBe(422);
    const before = await enrolments(made.campaignId);
    expect(before.map(({ state }) => state)).toEqual(['active', 'active', 'active', 'active']);
    const chosen = { ids: [before[0]!.id, before[1]!.id], count: 2 };
    expect((await (await app.as('rep', 'sales')).post(`/enrolments/exclusions?${by}`, chosen)).status).toBe(403);
    const clicks = await Promise.all([1, 2].map(() => out(by, chosen)));
    expect(clicks.map(({ body }) => body).toSorted((a, b) => a.done - b.done)).toEqual([
      { done: 0, left: 2 },
      { done: 2, left: 0 },
    ]);
    await app.sql(
      "UPDATE dispatch SET state = 'failed', error_class = 'template', settled_at = app_now() WHERE enrolment_id = $1",
      [before[2]!.id],
    );
    await app.sql(
      "UPDATE enrolment SET state = 'failed', reason = 'poison', error = 'x', next_action_at = NULL, ended_at = app_now() WHERE id = $1",
      [before[2]!.id],
    );
    expect((await ops.post(`/enrolments/replays?${by}`, { count: 4 })).body).toEqual({ done: 1, left: 3 });
    expect(await sendAll()).toBe(1);
    // the day's frequency holds for who failed as for everybody
    await app.travel(25);
    await drive(made.campaignId);
    expect(await sendAll()).toBe(2);
    await app.travel(-25);
    expect((await enrolments(made.campaignId)).map(({ state, error }) => `${state} ${error ?? ''}`.trim())).toEqual([
      'excluded theirs',
      'excluded theirs',
      'active',
      'active',
    ]);
    const events = await app.sql<Json>(
      "SELECT what, count(*)::int AS n FROM enrolment_event WHERE enrolment_id = ANY($1) AND what IN ('excluded', 'retried') GROUP BY what ORDER BY what",
      [before.map(({ id }) => id)],
    );
    expect(events).toEqual([
      { what: 'excluded', n: 2 },
      { what: 'retried', n: 1 },
    ]);
  });

  test('walks the play: mail, waiting, call, and the end', async () => {
    const made = await world(app, { steps: [EMAIL('intro'), CALL('call', { afterDays: 3 })] });
    await launch(made);
    await drive(made.campaignId);
    expect(await sendAll()).toBe(1);
    await drive(made.campaignId);
    expect((await enrolments(made.campaignId))[0]).toMatchObject({
      step: 'call',
      step_state: 'due',
      deferred: 'not_yet_due',
    });
    await app.travel(73);
    await drive(made.campaignId);
    expect(await tasks(made.campaignId)).toMatchObject([{ kind: 'call', step_key: 'call', attempt: 1 }]);
    const [enrolment] = await enrolments(made.campaignId);
    for (const expected of ['active', 'finished']) {
      await app.sql(
        "UPDATE task SET state = 'cancelled', cancel_reason = 'done by the test' WHERE campaign_id = $1 AND state = 'open'",
        [made.campaignId],
      );
      await app.transaction((manager) =>
        app.get(Answers).settle(manager, { enrolmentId: enrolment.id, disposition: 'no_answer', source: 'rep' }),
      );
      expect((await enrolments(made.campaignId))[0].state).toBe(expected);
      await app.travel(25);
      await drive(made.campaignId);
    }
    expect((await enrolments(made.campaignId))[0]).toMatchObject({
      state: 'finished',
      reason: 'unreachable',
      touches: 3,
    });
  });
});

describe('outbox', () => {
  async function queued(plan = {}): Promise<World> {
    const made = await world(app, plan);
    await launch(made);
    await drive(made.campaignId);
    return made;
  }

  test('two senders never claim the same message', async () => {
    const { campaignId } = await queued({ organizations: 30 });
    const claims = await Promise.all(['11', '12', '13'].map((key) => claim(key, 20)));
    const ids = claims
      .flat()
      .filter((claimed) => claimed.campaignId === campaignId)
      .map(({ id }) => id);
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
  });

  test('what is queued for a step is taken back when an answer takes its enrolment past that step', async () => {
    const { campaignId } = await queued({ steps: [EMAIL('intro'), CALL('call', { afterDays: 1 })] });
    const [enrolment] = await enrolments(campaignId);
    // filed elsewhere, while the mail waits for its turn
    await app.transaction((manager) =>
      app.get(Answers).settle(manager, { enrolmentId: enrolment.id, disposition: 'no_answer', source: 'rep' }),
    );
    expect(await dispatches(campaignId)).toMatchObject([{ state: 'suppressed', error_class: 'aborted' }]);
    expect(await sendAll()).toBe(0);
    await app.travel(25);
    await drive(campaignId);
    expect(await tasks(campaignId)).toMatchObject([{ step_key: 'call' }]);
  });

  test('what is in a sender’s hands then is taken back when it comes back unsent', async () => {
    const { campaignId } = await queued({ steps: [EMAIL('intro'), EMAIL('second')] });
    const [{ enrolmentId }] = (await claim('39', 100)) as [Claimed];
    await app.transaction((manager) =>
      app.get(Answers).settle(manager, { enrolmentId, disposition: 'connected_not_now', source: 'response_page' }),
    );
    await app.transaction((manager) => app.get(Outbox).orphan(manager, '39'));
    expect(await dispatches(campaignId)).toMatchObject([{ state: 'suppressed', error_class: 'aborted' }]);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'paused', reason: 'not_before' }]);
    expect(await app.get(Reconciler).run()).toMatchObject({ leftBehind: 0 });
  });

  test('a pause stops what is queued; resume lets it go', async () => {
    const { campaignId } = await queued({ organizations: 2 });
    expect((await ops.post(`/campaigns/${campaignId}/pause`, { reason: 'prices change' })).body.state).toBe('paused');
    expect((await claim('21', 100)).filter((claimed) => claimed.campaignId === campaignId)).toEqual([]);
    expect(await drive(campaignId)).toBe(0);
    await ops.post(`/campaigns/${campaignId}/resume`, {});
    expect((await claim('21', 100)).filter((claimed) => claimed.campaignId === campaignId)).toHaveLength(2);
  });

  test('a person suppressed between intent and handover gets nothing', async () => {
    const { campaignId } = await queued();
    const [enrolment] = await enrolments(campaignId);
    await app.sql(
      "INSERT INTO suppression (kind, value, reason, created_by) VALUES ('organization', $1, 'manual', 'test')",
      [enrolment.organization_id],
    );
    expect((await claim('22', 100)).filter((claimed) => claimed.campaignId === campaignId)).toEqual([]);
    expect(await dispatches(campaignId)).toMatchObject([{ state: 'suppressed' }]);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'excluded', reason: 'suppressed' }]);
  });

  test('an address taken away meanwhile takes the intent back, and asks for another', async () => {
    const { campaignId } = await queued();
    await app.sql(
      "UPDATE contact SET email_state = 'invalid' WHERE id = (SELECT contact_id FROM enrolment WHERE campaign_id = $1)",
      [campaignId],
    );
    expect((await claim('23', 100)).filter((claimed) => claimed.campaignId === campaignId)).toEqual([]);
    await drive(campaignId);
    expect(await dispatches(campaignId)).toEqual([]);
    expect(await tasks(campaignId)).toMatchObject([{ kind: 'fix_contact' }]);
  });

  test('what a dead sender had only claimed goes back into the queue, and the dead one cannot hand it over any more', async () => {
    const { campaignId } = await queued();
    const [claimed] = await claim('33', 100);
    await app.transaction((manager) => app.get(Outbox).orphan(manager, '33'));
    expect(await dispatches(campaignId)).toMatchObject([{ id: claimed!.id, state: 'queued', handover: null }]);
    expect(await app.get(Outbox).beginHandover(claimed!.id, '33')).toBe(false);
    await claim('34', 100);
    expect(await app.get(Outbox).beginHandover(claimed!.id, '33')).toBe(false);
    expect(await app.get(Outbox).beginHandover(claimed!.id, '34')).toBe(true);
  });

  test('what an older version had in its hands when it died is unknown', async () => {
    const { campaignId } = await queued();
    await claim('35', 100);
    await app.sql('UPDATE dispatch SET handover = NULL WHERE campaign_id = $1', [campaignId]);
    await app.transaction((manager) => app.get(Outbox).orphan(manager, '35'));
    expect(await dispatches(campaignId)).toMatchObject([{ state: 'unknown' }]);
  });

  test('what a dead sender had begun to hand over is unknown, is not sent again, and the play goes on', async () => {
    const { campaignId } = await queued();
    const [claimed] = await claim('31', 100);
    expect(await app.get(Outbox).beginHandover(claimed!.id, '31')).toBe(true);
    await app.transaction((manager) => app.get(Outbox).orphan(manager, '31'));
    expect(await dispatches(campaignId)).toMatchObject([
      { id: claimed!.id, state: 'unknown', error_class: 'lost_owner' },
    ]);
    expect((await enrolments(campaignId))[0]).toMatchObject({ state: 'active', step_state: 'done' });
    // what the dead one believed, if it wakes up again, does not count
    await app.get(Outbox).report('31', [{ id: claimed!.id, state: 'sent', errorClass: null, response: 'late' }]);
    expect(await dispatches(campaignId)).toMatchObject([{ state: 'unknown' }]);
  });

  test('a campaign that holds on unknown waits for a person, who settles it', async () => {
    const { campaignId } = await queued({ campaign: { on_unknown: 'hold' } });
    const [claimed] = await claim('32', 100);
    await app.get(Outbox).beginHandover(claimed!.id, '32');
    await app.transaction((manager) => app.get(Outbox).orphan(manager, '32'));
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'paused', reason: 'unknown_dispatch' }]);
    const [dispatch] = await dispatches(campaignId);
    expect((await ops.put(`/messages/${dispatch.id}/settlement`, { result: 'not_sent' })).status).toBe(200);
    expect(await dispatches(campaignId)).toMatchObject([{ state: 'queued' }]);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'active', step_state: 'in_flight' }]);
    expect((await ops.put(`/messages/${dispatch.id}/settlement`, { result: 'sent' })).body.code).toBe(
      'message_not_unknown',
    );
  });

  /** One message that nobody can tell of, in a campaign that holds on them. */
  async function unknown(key: string, meanwhile: (enrolmentId: string) => Promise<unknown> = async () => undefined) {
    const { campaignId } = await queued({ campaign: { on_unknown: 'hold' } });
    const [{ id, enrolmentId }] = (await claim(key, 100)) as [Claimed];
    await app.get(Outbox).beginHandover(id, key);
    await meanwhile(enrolmentId);
    await app.transaction((manager) => app.get(Outbox).orphan(manager, key));
    return { campaignId, id, enrolmentId };
  }
  const putOff = (reason: string) => (enrolmentId: string) =>
    app.sql(
      "UPDATE enrolment SET state = 'paused', reason = $2, next_action_at = app_now() + interval '9 days' WHERE id = $1",
      [enrolmentId, reason],
    );

  test.each(['out_of_office', 'not_before', 'replied'])(
    'an unknown message leaves the pause of an enrolment that is %s as it is, and so does the verdict that it was sent',
    async (reason) => {
      const { campaignId, id } = await unknown('36', putOff(reason));
      const [paused] = await enrolments(campaignId);
      expect(paused).toMatchObject({ state: 'paused', reason });
      expect(paused.next_action_at.getTime()).toBeGreaterThan(Date.now() + 8 * 86_400_000);
      await ops.put(`/messages/${id}/settlement`, { result: 'sent' });
      const { step_done_at: _done, ...after } = (await enrolments(campaignId))[0];
      expect(after).toMatchObject({ state: 'paused', reason, step_state: 'done', touches: 1 });
      expect(after.next_action_at).toEqual(paused.next_action_at);
    },
  );

  test('the verdict that it was not sent wakes nobody who waits for something else; it goes out when they go on', async () => {
    const { campaignId, id } = await unknown('38');
    const [{ id: enrolmentId }] = (await enrolments(campaignId)) as [Json];
    await putOff('out_of_office')(enrolmentId);
    await ops.put(`/messages/${id}/settlement`, { result: 'not_sent' });
    expect(await dispatches(campaignId)).toMatchObject([{ state: 'queued' }]);
    expect(await enrolments(campaignId)).toMatchObject([
      { state: 'paused', reason: 'out_of_office', step_state: 'in_flight' },
    ]);
    expect(await sendAll()).toBe(0);
    await app.travel(10 * 24);
    await drive(campaignId);
    expect(await sendAll()).toBe(1);
    await app.travel(-10 * 24);
  });

  test('whose pause ends before anybody settled it waits for that, and then goes on', async () => {
    const { campaignId, id } = await unknown('37', putOff('out_of_office'));
    await app.travel(10 * 24);
    await drive(campaignId);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'active', step_state: 'in_flight' }]);
    expect(await app.get(Reconciler).run()).toMatchObject({ stranded: 0, forgotten: 0 });
    await ops.put(`/messages/${id}/settlement`, { result: 'sent' });
    await drive(campaignId);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'finished', reason: 'completed', touches: 1 }]);
    await app.travel(-10 * 24);
  });

  test('a bounce stops the sequence and suppresses the address', async () => {
    const { campaignId } = await queued({ steps: [EMAIL('intro'), EMAIL('second')] });
    const [claimed] = (await claim('33', 100)).filter((each) => each.campaignId === campaignId);
    await app
      .get(Outbox)
      .report('33', [{ id: claimed!.id, state: 'bounced', errorClass: 'rejected', response: '550 no such user' }]);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'bounced', error: '550 no such user' }]);
    expect(
      await app.sql('SELECT reason FROM suppression WHERE value = $1', [claimed!.recipient.toLowerCase()]),
    ).toEqual([{ reason: 'hard_bounce' }]);
  });

  test('a bounce of an invalid address is recorded as every other, and harms nobody beside it', async () => {
    const { campaignId } = await queued({ peopleEach: 3 });
    await app.sql(
      "UPDATE contact SET email = 'nobody' WHERE id = (SELECT contact_id FROM enrolment WHERE campaign_id = $1 LIMIT 1)",
      [campaignId],
    );
    const claimed = (await claim('36', 100)).filter((each) => each.campaignId === campaignId);
    const outcome = ({ id, recipient }: { id: string; recipient: string }) =>
      recipient === 'nobody'
        ? { id, state: 'bounced' as const, errorClass: 'rejected', response: 'no address' }
        : { id, state: 'sent' as const, errorClass: null, response: '250 OK' };
    await app.get(Outbox).report('36', claimed.map(outcome));
    expect((await dispatches(campaignId)).map(({ state }) => state).toSorted()).toEqual(['bounced', 'sent', 'sent']);
    expect((await enrolments(campaignId)).filter(({ state }) => state === 'bounced')).toHaveLength(1);
    expect(await app.sql("SELECT FROM suppression WHERE value = 'nobody'")).toEqual([]);
  });

  test('a deferred message waits and is claimed again later, with the same Message-ID', async () => {
    const { campaignId } = await queued();
    const [first] = (await claim('34', 100)).filter((each) => each.campaignId === campaignId);
    await app.get(Outbox).report('34', [
      {
        id: first!.id,
        state: 'queued',
        errorClass: 'deferred',
        response: '451 later',
        retryAt: new Date(Date.now() + 400 * 86_400_000),
      },
    ]);
    expect((await claim('34', 100)).filter((each) => each.campaignId === campaignId)).toEqual([]);
    await app.sql('UPDATE dispatch SET next_attempt_at = app_now() WHERE id = $1', [first!.id]);
    const [second] = (await claim('34', 100)).filter((each) => each.campaignId === campaignId);
    expect(second).toMatchObject({ id: first!.id, messageId: first!.messageId });
  });
});

describe('an answer', () => {
  async function conversing(plan = {}): Promise<World & { people: Json[] }> {
    const made = await world(app, { steps: [EMAIL('intro'), EMAIL('second')], ...plan });
    await launch(made);
    await drive(made.campaignId);
    await sendAll();
    return { ...made, people: await enrolments(made.campaignId) };
  }
  const settle = (enrolmentId: string, disposition: string, more: object = {}) =>
    app.transaction((manager) =>
      app.get(Answers).settle(manager, { enrolmentId, disposition: disposition as never, source: 'rep', ...more }),
    );

  test.each([
    ['connected_interested', 'finished', 'replied'],
    ['connected_meeting_set', 'finished', 'meeting_booked'],
    ['connected_not_interested', 'finished', 'declined'],
    ['connected_not_a_fit', 'finished', 'not_a_fit'],
    ['connected_do_not_call', 'opted_out', null],
    ['connected_not_now', 'paused', 'not_before'],
  ])('%s leaves the enrolment %s', async (disposition, state, reason) => {
    const { campaignId, people } = await conversing();
    await settle(people[0].id, disposition);
    expect(await enrolments(campaignId)).toMatchObject([
      { state, reason, conversed: true, last_disposition: disposition },
    ]);
  });

  test('"not before" wakes the enrolment on its day, and the play goes on', async () => {
    const { campaignId, people } = await conversing();
    await settle(people[0].id, 'connected_not_now', { notBefore: new Date(Date.now() + 600 * 86_400_000) });
    expect(await drive(campaignId)).toBe(0);
    await app.sql('UPDATE enrolment SET next_action_at = app_now() WHERE campaign_id = $1', [campaignId]);
    await app.sql('UPDATE contact_pace SET last_touch_at = NULL');
    await drive(campaignId);
    expect((await dispatches(campaignId)).map((dispatch) => dispatch.step_key).sort()).toEqual(['intro', 'second']);
  });

  test('that came in by itself pauses the colleagues until a rep decides; none is dropped', async () => {
    const { campaignId, people } = await conversing({ peopleEach: 3 });
    await settle(people[0].id, 'connected_interested', { source: 'response_page' });
    const others = () => enrolments(campaignId).then((all) => all.filter((enrolment) => enrolment.id !== people[0].id));
    expect((await others()).map((enrolment) => `${enrolment.state} ${enrolment.reason}`)).toEqual([
      'paused colleague_reply',
      'paused colleague_reply',
    ]);
    expect((await tasks(campaignId)).filter((task) => task.kind === 'colleague_replied')).toHaveLength(1);
    await app.transaction((manager) =>
      app.get(Colleagues).decide(manager, {
        enrolmentId: people[0].id,
        decision: 'resume',
        reason: 'the CFO asked for all of them',
        actorId: ops.id,
      }),
    );
    expect((await others()).map((enrolment) => enrolment.state)).toEqual(['active', 'active']);
    await expect(
      app.transaction((manager) =>
        app
          .get(Colleagues)
          .decide(manager, { enrolmentId: people[0].id, decision: 'exclude', reason: 'x', actorId: ops.id }),
      ),
    ).rejects.toThrow('No colleague waits');
  });

  test('cancels what was still to come for this person', async () => {
    const made = await world(app, { steps: [EMAIL('intro')] });
    await launch(made);
    await drive(made.campaignId);
    const [enrolment] = await enrolments(made.campaignId);
    await settle(enrolment.id, 'connected_not_interested');
    expect(await dispatches(made.campaignId)).toMatchObject([{ state: 'suppressed', error_class: 'aborted' }]);
  });
});

describe('waves and endings', () => {
  test('the second wave waits for a person; nobody of it is touched before', async () => {
    const made = await world(app, { organizations: 5, peopleEach: 2 });
    await ops.patch(`/campaigns/${made.campaignId}`, { waves: [{ size: 2 }, { gated: true }] }, { 'if-match': '"1"' });
    await launch(made);
    expect(
      await app.sql(
        'SELECT wave, count(*)::int AS n, count(DISTINCT organization_id)::int AS organizations FROM enrolment WHERE campaign_id = $1 GROUP BY 1 ORDER BY 1',
        [made.campaignId],
      ),
    ).toEqual([
      { wave: 1, n: 4, organizations: 2 },
      { wave: 2, n: 6, organizations: 3 },
    ]);
    await drive(made.campaignId);
    await sendAll();
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(4);
    await app.get(CampaignSettlement).settle();
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body.state).toBe('in_review');
    // another wave that is let go by hand answers nothing about this one
    await app.sql('INSERT INTO wave (campaign_id, ordinal, hold_out, gated) VALUES ($1, 3, true, false)', [
      made.campaignId,
    ]);
    await ops.post(`/campaigns/${made.campaignId}/waves/3/release`, {});
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body.state).toBe('in_review');
    await ops.post(`/campaigns/${made.campaignId}/waves/2/release`, { reason: 'the first answers are good' });
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body.state).toBe('running');
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(10);
  });

  test('who is heard of before their wave is let go waits for it all the same', async () => {
    const made = await world(app, { organizations: 2, peopleEach: 2 });
    await ops.patch(`/campaigns/${made.campaignId}`, { waves: [{ size: 1 }, { gated: true }] }, { 'if-match': '"1"' });
    await launch(made);
    const second = async () => (await enrolments(made.campaignId)).filter(({ wave }) => wave === 2);
    const [one, other] = (await second()) as [Json, Json];
    await app.transaction((manager) =>
      app.get(Answers).settle(manager, {
        enrolmentId: one.id,
        disposition: 'connected_not_now',
        notBefore: new Date(Date.now() + 1_000),
        source: 'response_page',
      }),
    );
    // the day that one has named has come, and a rep has decided that the other goes on
    await app.sql('UPDATE enrolment SET next_action_at = app_now() WHERE id = ANY($1)', [[one.id, other.id]]);
    await drive(made.campaignId);
    expect(await second()).toMatchObject(
      [one, other].map(({ id }) => ({ id, state: 'pending', reason: null, deferred: 'wave', next_action_at: null })),
    );
    expect(await dispatches(made.campaignId)).toHaveLength(2);
    await ops.post(`/campaigns/${made.campaignId}/waves/2/release`, {});
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(4);
  });

  test('held-out organizations get nothing until their time is over, and then are reached', async () => {
    const made = await world(app, { organizations: 2 });
    await app.sql('UPDATE snapshot_contact SET hold_out = true WHERE snapshot_id = $1 AND ordinal = 2', [
      made.snapshotId,
    ]);
    await app.sql('UPDATE cohort_snapshot SET held_out = 1 WHERE id = $1', [made.snapshotId]);
    await launch(made);
    await drive(made.campaignId);
    await sendAll();
    await drive(made.campaignId);
    await app.get(CampaignSettlement).settle();
    expect(await dispatches(made.campaignId)).toHaveLength(1);
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body.state).toBe('running');
    await app.sql("UPDATE campaign SET hold_out_until = app_now() - interval '1 hour' WHERE id = $1", [
      made.campaignId,
    ]);
    await app.get(CampaignSettlement).settle();
    await drive(made.campaignId);
    expect(await dispatches(made.campaignId)).toHaveLength(2);
  });

  test('a campaign is completed when every enrolment has an end, and not before', async () => {
    const made = await world(app, { organizations: 2 });
    await launch(made);
    await drive(made.campaignId);
    await app.get(CampaignSettlement).settle();
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body.state).toBe('running');
    await sendAll();
    await drive(made.campaignId);
    await app.get(CampaignSettlement).settle();
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body).toMatchObject({
      state: 'completed',
      endedAt: expect.any(String),
    });
    expect((await ops.get(`/campaigns/${made.campaignId}/progress`)).body).toEqual({
      state: 'completed',
      byState: { finished: 2 },
      byReason: { completed: 2 },
    });
  });

  test('a paused campaign that is aborted holds no tasks any more', async () => {
    const made = await world(app);
    await launch(made);
    const held = () => app.sql('SELECT FROM held_campaign WHERE campaign_id = $1', [made.campaignId]);
    await ops.post(`/campaigns/${made.campaignId}/pause`, { reason: 'prices change' });
    expect(await held()).toHaveLength(1);
    await ops.post(`/campaigns/${made.campaignId}/abort`, { reason: 'supplier left' });
    expect(await held()).toEqual([]);
  });

  test('what was claimed when its campaign is aborted says so, and not that its person is suppressed', async () => {
    const made = await world(app);
    await launch(made);
    await drive(made.campaignId);
    const [claimed] = (await claim('42', 100)) as [Claimed];
    await ops.post(`/campaigns/${made.campaignId}/abort`, { reason: 'supplier left' });
    expect(await app.get(Outbox).beginHandover(claimed.id, '42')).toBe(false);
    await app.get(Outbox).report('42', [{ id: claimed.id, state: 'queued', errorClass: null, response: null }]);
    await app.get(CampaignSettlement).settle();
    expect(await dispatches(made.campaignId)).toMatchObject([{ state: 'suppressed', error_class: 'aborted' }]);
    expect(await enrolments(made.campaignId)).toMatchObject([{ state: 'excluded', reason: 'campaign_aborted' }]);
  });

  test('an aborted campaign sends nothing more, and closes its enrolments with that reason', async () => {
    const made = await world(app, { organizations: 3 });
    await launch(made);
    await drive(made.campaignId);
    expect((await ops.post(`/campaigns/${made.campaignId}/abort`, { reason: 'supplier left' })).body.state).toBe(
      'aborted',
    );
    expect((await claim('41', 100)).filter((claimed) => claimed.campaignId === made.campaignId)).toEqual([]);
    await app.get(CampaignSettlement).settle();
    expect(
      new Set((await enrolments(made.campaignId)).map((enrolment) => `${enrolment.state} ${enrolment.reason}`)),
    ).toEqual(new Set(['excluded campaign_aborted']));
    expect((await ops.post(`/campaigns/${made.campaignId}/resume`, {})).body.code).toBe('wrong_state');
  });

  test('somebody found later joins once, marked late', async () => {
    const made = await world(app);
    await launch(made);
    const [{ organization_id: organizationId }] = (await enrolments(made.campaignId)) as [Json];
    const [{ id: contactId }] = (await app.sql<Json>(
      "INSERT INTO contact (name, name_key, email, email_key) VALUES ('New', 'new', 'n@x.example', 'n@x.example') RETURNING id",
    )) as [Json];
    const add = () =>
      app.transaction((manager) =>
        app
          .get(Enrolments)
          .addLate(manager, { campaignId: made.campaignId, contactId, organizationId, role: 'champion' }),
      );
    expect(await add()).toEqual(expect.any(String));
    expect(await add()).toBeNull();
    expect((await ops.get(`/campaigns/${made.campaignId}/coverage`)).body).toMatchObject({
      decisionMakers: 2,
      enrolled: 2,
      late: 1,
    });
  });
});

describe('reconciler', () => {
  test('mends an enrolment whose message ended unheard, a forgotten one and a drifted figure, and says so', async () => {
    const made = await world(app, { organizations: 3 });
    await launch(made);
    await drive(made.campaignId);
    await app.get(Reconciler).run();
    const [stranded, forgotten, left] = await enrolments(made.campaignId);
    await app.sql("UPDATE dispatch SET state = 'sent' WHERE enrolment_id = $1", [stranded.id]);
    await app.sql("UPDATE enrolment SET step_state = 'due', next_action_at = NULL WHERE id = $1", [forgotten.id]);
    await app.sql("UPDATE enrolment SET state = 'finished', reason = 'completed', ended_at = app_now() WHERE id = $1", [
      left.id,
    ]);
    await app.sql("INSERT INTO enrolment_tally VALUES ($1, 'active', '', 5)", [made.campaignId]);
    // the forgotten one stands before its step, for which a mail is queued already
    expect(await app.get(Reconciler).run()).toEqual({
      stranded: 1,
      forgotten: 1,
      leftBehind: 1,
      launches: 0,
      tallies: 1,
    });
    expect(Object.values(await app.get(Reconciler).run())).toEqual([0, 0, 0, 0, 0]);
    expect((await ops.get(`/campaigns/${made.campaignId}/progress`)).body.byState).toEqual({ active: 2, finished: 1 });
  });

  test('folding the tallies changes no figure', async () => {
    const made = await world(app, { organizations: 20 });
    await launch(made);
    await drive(made.campaignId);
    const before = await app.get(Tallies).of(made.campaignId);
    await app.get(Tallies).fold();
    expect(await app.get(Tallies).of(made.campaignId)).toEqual(before);
    expect(before.byState).toEqual({ active: 20 });
  });
});

describe('plays', () => {
  test('an edit reaches no campaign that is launched', async () => {
    const made = await world(app);
    await launch(made);
    const [{ play_id: playId }] = (await app.sql<Json>('SELECT play_id FROM campaign WHERE id = $1', [
      made.campaignId,
    ])) as [Json];
    expect((await ops.patch(`/plays/${playId}`, { steps: [EMAIL('other')] }, { 'if-match': '1' })).status).toBe(200);
    expect((await ops.get(`/campaigns/${made.campaignId}`)).body.steps).toMatchObject([{ key: 'intro' }]);
    expect((await ops.patch(`/campaigns/${made.campaignId}`, { playId }, { 'if-match': '"2"' })).body.code).toBe(
      'wrong_state',
    );
  });
});

describe('a target', () => {
  test('is a measure with its value, written down before the launch and not moved after it', async () => {
    const made = await world(app);
    const change = (body: object, revision: number) =>
      ops.patch(`/campaigns/${made.campaignId}`, body, { 'if-match': `"${revision}"` });
    expect((await change({ targetMeasure: 'reply' }, 1)).body.errors).toMatchObject([{ field: 'targetValue' }]);
    expect((await change({ targetMeasure: 'reply', targetValue: 0.05 }, 1)).body).toMatchObject({
      targetMeasure: 'reply',
      targetValue: 0.05,
    });
    await launch(made);
    const { revision } = (await ops.get(`/campaigns/${made.campaignId}`)).body;
    expect((await change({ targetValue: 0.01 }, revision)).body.code).toBe('wrong_state');
    expect((await change({ targetMeasure: null, targetValue: null }, revision)).body.code).toBe('wrong_state');
    expect((await change({ hoursBetweenTouches: 5 }, revision)).body).toMatchObject({ targetValue: 0.05 });
  });
});

describe('the hold-out', () => {
  test('says before the launch what lift it can show at all', async () => {
    const made = await world(app, { organizations: 200 });
    const ask = async (query = '') => (await ops.get(`/campaigns/${made.campaignId}/power${query}`)).body;
    expect(await ask()).toMatchObject({ treated: 200, heldOut: 0, detectable: null, points: [] });
    await app.sql(
      'UPDATE snapshot_organization SET hold_out = true WHERE (snapshot_id, organization_id) IN (SELECT snapshot_id, organization_id FROM snapshot_organization WHERE snapshot_id = $1 LIMIT 100)',
      [made.snapshotId],
    );
    const { treated, heldOut, base, detectable, points } = await ask('?base=50');
    expect({ treated, heldOut, base }).toEqual({ treated: 100, heldOut: 100, base: 0.5 });
    // the textbooks want 93 a side to tell 70 % from 50 % in 8 of 10 cases; 100 tell a little less
    expect(detectable).toBeGreaterThan(0.185);
    expect(detectable).toBeLessThan(0.2);
    expect(points[0]).toEqual({ lift: 0, power: expect.closeTo(0.025, 6) });
    expect((await ops.get(`/campaigns/${made.campaignId}/power?base=many`)).status).toBe(422);
  });
});

describe('what the monitor asks', () => {
  test('says by day who was reached, how far each wave is, and who did what, by name', async () => {
    const made = await world(app, { organizations: 3, peopleEach: 2 });
    await launch(made);
    await drive(made.campaignId);
    await sendAll();
    const of = `/campaigns/${made.campaignId}`;
    const { body: pace } = await ops.get(`${of}/pace`);
    expect(pace).toMatchObject({ contacted: 6, ended: 0, left: 6, expectedEnd: null, unclear: 'too_few' });
    expect(pace.days).toMatchObject([{ contacted: 6, ended: 0 }]);
    expect((await ops.get(`${of}/waves`)).body.items).toMatchObject([
      { ordinal: 1, enrolled: 6, contacted: 6, ended: 0 },
    ]);
    expect((await ops.get(`${of}/changes`)).body.items).toMatchObject([{ change: 'launch', name: 'Person 1' }]);
    const { body: list } = await ops.get(`/campaigns?versionId=${made.versionId}`);
    expect(list.items).toMatchObject([{ enrolled: 6, ended: 0 }]);
  });

  test('finds enrolments by name, and counts who was reached', async () => {
    const made = await world(app, { organizations: 2, peopleEach: 2 });
    await launch(made);
    const found = (query: string) => ops.get(`/enrolments?campaignId=${made.campaignId}&count=&${query}`);
    const { body } = await found('q=Person 2.1');
    expect(body.items).toMatchObject([{ contact: 'Person 2.1', organization: 'Organization 2' }]);
    expect((await found('q=organization 1')).body.counts.total).toBe(2);
    expect((await found('touches.from=1')).body.counts.total).toBe(0);
    await drive(made.campaignId);
    await sendAll();
    expect((await found('touches.from=1')).body.counts.total).toBe(4);
    const [{ id }] = body.items;
    expect((await ops.get(`/enrolments/${id}`)).body).toMatchObject({ contact: 'Person 2.1', touches: 1 });
    expect((await ops.get(`/campaigns/${made.campaignId}/coverage/organizations?q=zation 2`)).body.items).toMatchObject(
      [{ name: 'Organization 2', enrolled: 2 }],
    );
  });
});
