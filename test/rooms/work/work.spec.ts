import { Cards, contributionOf, Ownerships, Tasks, Upkeep, type NewTask } from '../../../src/work/index.js';
import { NEXT } from '../../../src/work/claims/claims.sql.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { Rows } from './work.rows.js';

let app: Installation;
let rows: Rows;
let manager: Person;

beforeAll(async () => {
  app = await Installation.open();
  rows = new Rows(app);
  manager = await app.as('manager', 'sales', 'Steven Buchanan');
});
afterEach(async () => {
  await app.sql(
    "UPDATE task SET state = 'cancelled', cancel_reason = 'end of test', lease_until = NULL WHERE state <> 'done'",
  );
  await app.sql('DELETE FROM absence');
});
afterAll(() => app.close());

const rep = (name?: string) => app.as('rep', 'sales', name);

/** Opens tasks, a call of an organization nobody owns unless the facts say otherwise, and returns their ids. */
async function open(...facts: Partial<NewTask>[]): Promise<string[]> {
  const ids: string[] = [];
  for (const fact of facts) {
    const task: NewTask = {
      kind: 'call',
      title: 'Call',
      contribution: 10,
      why: [{ factor: 'kind', points: 10, because: 'a call' }],
      ...fact,
      organizationId: fact.organizationId ?? (await rows.organization()),
    };
    await app.transaction((m) => app.get(Tasks).open(m, [task]));
    ids.push((await app.sql('SELECT id FROM task ORDER BY created_at DESC, id DESC LIMIT 1'))[0].id);
  }
  return ids;
}

const close = (taskId: string, fence: number, actorId: string, disposition: string | null = 'no_answer') =>
  app.transaction((m) => app.get(Tasks).close(m, { taskId, fence, actorId, disposition: disposition as never }));
const lapse = (taskId: string) =>
  app.sql("UPDATE task SET lease_until = clock_timestamp() - interval '1 second' WHERE id = $1", [taskId]);
const task = async (id: string) => (await app.sql('SELECT * FROM task WHERE id = $1', [id]))[0];

describe('the queue', () => {
  test('hands out the task that promises most, with why it ranks there and whom to talk to', async () => {
    const nancy = await rep('Nancy Davolio');
    const organizationId = await rows.organization('Alfreds Futterkiste');
    const contactId = await rows.contact(organizationId, 'Maria Anders');
    await open({ contribution: 20 }, { organizationId, contactId, contribution: 80 }, { contribution: 50 });
    const { status, body } = await nancy.post('/claims', {});
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'claimed',
      claimedBy: nancy.id,
      contribution: 80,
      fence: 1,
      why: [{ factor: 'kind', because: 'a call' }],
      contact: { name: 'Maria Anders', emailState: 'valid', title: 'Buyer', roles: [{ role: 'decision_maker' }] },
      organization: { name: 'Alfreds Futterkiste' },
      owner: { id: nancy.id, name: 'Nancy Davolio' },
      earlier: [],
    });
    const minutes = (Date.parse(body.leaseUntil) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThanOrEqual(30);
  });

  test('says that there is no work only when there is none', async () => {
    const nancy = await rep();
    expect((await nancy.post('/claims', {})).status).toBe(204);
    await open({ dueAt: new Date(Date.now() + 3_600_000) });
    expect((await nancy.post('/claims', {})).status).toBe(204);
    await app.travel(2);
    expect((await nancy.post('/claims', {})).status).toBe(201);
    await app.travel(-2);
  });

  test('forty reps at once on forty tasks of eight organizations: each task once, each organization one owner', async () => {
    const reps = await Promise.all(Array.from({ length: 40 }, () => rep()));
    const organizations = await Promise.all(Array.from({ length: 8 }, () => rows.organization()));
    await open(...Array.from({ length: 40 }, (_, i) => ({ organizationId: organizations[i % 8]!, contribution: i })));
    const before = await app.deadlocks();
    const answers = await Promise.all(reps.map((one) => one.post('/claims', {})));
    expect(await app.deadlocks()).toBe(before);
    const claimed = answers.filter(({ status }) => status === 201).map(({ body }) => body);
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 204)).toEqual([]);
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(claimed.length);
    // every organization found its owner, and nobody works for one that is another's
    expect(new Set(claimed.map(({ organizationId }) => organizationId))).toEqual(new Set(organizations));
    for (const { organizationId, claimedBy, owner } of claimed) {
      expect(owner.id).toBe(claimedBy);
      expect(await app.get(Ownerships).ownerOf(app.source.manager, organizationId)).toBe(claimedBy);
    }
    const left = await app.sql(
      `SELECT count(*)::int AS n FROM task t JOIN ownership o USING (organization_id) WHERE t.state IN ('open', 'claimed') AND t.rep_id IS DISTINCT FROM o.rep_id`,
    );
    expect(left).toEqual([{ n: 0 }]);
  });

  test('forty reps at once on forty organizations: everybody gets one', async () => {
    const reps = await Promise.all(Array.from({ length: 40 }, () => rep()));
    await open(...Array.from({ length: 40 }, () => ({})));
    const answers = await Promise.all(reps.map((one) => one.post('/claims', {})));
    expect(answers.map(({ status }) => status)).toEqual(reps.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(40);
  });

  test('finds the best of three thousand that were opened just now, of which the planner knows nothing yet, at once', async () => {
    const nancy = await rep();
    const organizationId = await rows.organization();
    await app.transaction(async (manager) => {
      await manager.query(
        "INSERT INTO task (kind, title, organization_id, due_at) SELECT 'task', 'Visit', $1, app_now() FROM generate_series(1, 3000)",
        [organizationId],
      );
      const plan = await manager.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${NEXT}`, [[nancy.id], true, []]);
      const { 'Shared Hit Blocks': hit, 'Shared Read Blocks': read } = plan[0]['QUERY PLAN'][0].Plan;
      expect(hit + read).toBeLessThan(2000);
    });
  });
  test('the same rep gets all of an organization, and nobody else does', async () => {
    const [nancy, andrew] = [await rep(), await rep()];
    const organizationId = await rows.organization();
    const [first, second] = await open({ organizationId, contribution: 99 }, { organizationId, contribution: 98 });
    expect((await nancy.post('/claims', {})).body.id).toBe(first);
    expect((await andrew.post('/claims', {})).status).toBe(204);
    expect((await andrew.post('/claims', { taskId: second })).body.code).toBe('task_not_yours');
    const [third] = await open({ organizationId });
    expect((await task(third!)).rep_id).toBe(nancy.id);
  });

  test('a rep holds three tasks at most, however often he clicks', async () => {
    const nancy = await rep();
    await open({}, {}, {}, {}, {});
    const answers = await Promise.all(Array.from({ length: 5 }, () => nancy.post('/claims', {})));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
      'too_many_claims',
      'too_many_claims',
    ]);
  });

  test('claiming what I hold already gives it again with the same fence', async () => {
    const nancy = await rep();
    const [id] = await open({});
    const answers = await Promise.all([1, 2].map(() => nancy.post('/claims', { taskId: id })));
    expect(answers.map(({ status, body }) => [status, body.fence])).toEqual([
      [201, 1],
      [201, 1],
    ]);
  });

  test('two reps on one task: one gets it, the other sees why not', async () => {
    const two = [await rep(), await rep()];
    const [id] = await open({});
    const answers = await Promise.all(two.map((one) => one.post('/claims', { taskId: id })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
  });

  test('only reps and managers claim, and a manager does not become an owner by it', async () => {
    const [id] = await open({});
    for (const role of ['executive', 'sales_ops', 'admin'])
      expect((await (await app.as(role)).post('/claims', { taskId: id })).body.code).toBe('role_not_allowed');
    expect((await manager.post('/claims', {})).status).toBe(204);
    expect((await manager.post('/claims', { taskId: id })).body).toMatchObject({ claimedBy: manager.id, repId: null });
  });

  test('a task that is no id, or not there, is not found', async () => {
    const nancy = await rep();
    expect((await nancy.post('/claims', { taskId: 'x' })).status).toBe(422);
    expect((await nancy.post('/claims', { taskId: manager.id })).body.code).toBe('task_not_found');
    expect((await nancy.get(`/tasks/${manager.id}`)).body.code).toBe('task_not_found');
  });
});

describe('what waits for me', () => {
  const look = async (who: Person, query = '') => (await who.get(`/queue${query}`)).body;

  test('counts what I would be handed out, mine and nobody’s, and names what comes next', async () => {
    const [nancy, janet] = [await rep('Nancy Davolio'), await rep()];
    const [mine] = await open({}, { contribution: 5 });
    const { body } = await nancy.post('/claims', { taskId: mine });
    expect(await look(nancy)).toMatchObject({ ready: 1, unowned: 1, claimed: [mine], done: 0, aDay: 30, next: [] });
    const later = new Date(Date.now() + 3_600_000);
    await nancy.post(`/tasks/${mine}/snooze`, { until: later, reason: 'in a meeting' });
    const found = await look(nancy);
    expect(found).toMatchObject({ ready: 1, claimed: [] });
    expect(found.next).toEqual([
      expect.objectContaining({ id: mine, state: 'snoozed', snoozeReason: 'in a meeting', title: body.title }),
    ]);
    expect(await look(janet)).toMatchObject({ ready: 1, next: [] });
  });

  test('counts what I closed since my day began', async () => {
    const nancy = await rep();
    const [id] = await open({});
    const { body } = await nancy.post('/claims', { taskId: id });
    await close(id!, body.fence, nancy.id);
    expect((await look(nancy)).done).toBe(1);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect((await look(nancy, `?since=${tomorrow}`)).done).toBe(0);
    const { items } = (await nancy.get(`/tasks?closedBy=${nancy.id}&closedAt.from=2026-01-01`)).body;
    expect(items).toMatchObject([{ id, organization: expect.any(String), rep: expect.any(String) }]);
  });

  test('tells held work apart, and is nobody’s business who does not work the queue', async () => {
    const nancy = await rep();
    const { id: campaignId } = await rows.campaign(manager.id);
    await open({ campaignId });
    await app.transaction((m) => app.get(Tasks).hold(m, campaignId));
    expect(await look(nancy)).toMatchObject({ ready: 0, held: 1 });
    expect((await (await app.as('executive', 'it')).get('/queue')).status).toBe(403);
  });
});

describe('a claim', () => {
  test('that lapsed returns to the queue, and a late close after another claim is refused by its fence', async () => {
    const [nancy, andrew] = [await rep(), await rep()];
    const [id] = await open({});
    await nancy.post('/claims', {});
    await lapse(id!);
    await app.get(Upkeep).returnLapsed();
    expect(await task(id!)).toMatchObject({ state: 'open', lease_until: null, rep_id: nancy.id });
    await app.sql('UPDATE task SET rep_id = $2 WHERE id = $1', [id, andrew.id]);
    expect((await andrew.post('/claims', {})).body).toMatchObject({ id, fence: 2 });
    await expect(close(id!, 1, nancy.id)).rejects.toMatchObject({ code: 'claim_lost' });
    expect(await task(id!)).toMatchObject({ state: 'claimed', claimed_by: andrew.id, disposition: null });
  });

  test('claimed again by the same rep: what he sends from the claim before is refused too', async () => {
    const nancy = await rep();
    const [id] = await open({});
    await nancy.post('/claims', {});
    await lapse(id!);
    await app.get(Upkeep).returnLapsed();
    expect((await nancy.post('/claims', {})).body).toMatchObject({ id, fence: 2 });
    await expect(close(id!, 1, nancy.id)).rejects.toMatchObject({ code: 'claim_lost' });
    expect(await close(id!, 2, nancy.id)).toMatchObject({ repeated: false });
  });

  test('that lapsed may still be closed, or renewed, while nobody else claimed it', async () => {
    const nancy = await rep();
    const [first, second] = await open({ contribution: 2 }, { contribution: 1 });
    await nancy.post('/claims', {});
    await nancy.post('/claims', {});
    await lapse(first!);
    await lapse(second!);
    await app.get(Upkeep).returnLapsed();
    expect(await close(first!, 1, nancy.id)).toMatchObject({ id: first, disposition: 'no_answer', repeated: false });
    expect((await nancy.put(`/claims/${second}`)).body).toMatchObject({ state: 'claimed', fence: 1 });
  });

  test('can be given back, renewed by its holder only, and is not kept by who let it go', async () => {
    const [nancy, andrew] = [await rep(), await rep()];
    const [id] = await open({});
    await nancy.post('/claims', {});
    await lapse(id!);
    expect((await andrew.put(`/claims/${id}`)).body.code).toBe('task_not_yours');
    expect(Date.parse((await nancy.put(`/claims/${id}`)).body.leaseUntil)).toBeGreaterThan(Date.now());
    expect((await andrew.delete(`/claims/${id}`)).body.code).toBe('task_not_yours');
    expect((await nancy.delete(`/claims/${id}`)).status).toBe(204);
    expect(await task(id!)).toMatchObject({ state: 'open', claimed_by: null });
    await expect(close(id!, 1, nancy.id)).rejects.toMatchObject({ code: 'task_not_yours' });
  });
});

describe('closing', () => {
  test('somebody else’s task is refused, and nothing changes', async () => {
    const [nancy, andrew] = [await rep(), await rep()];
    const [id] = await open({});
    await expect(close(id!, 0, andrew.id)).rejects.toMatchObject({ code: 'task_not_yours', status: 403 });
    await nancy.post('/claims', {});
    const before = await task(id!);
    await expect(close(id!, 1, andrew.id)).rejects.toMatchObject({ code: 'task_not_yours', status: 403 });
    expect(await task(id!)).toEqual(before);
  });

  test('twice at once does it once, and both get what it was', async () => {
    const nancy = await rep();
    const [id] = await open({});
    await nancy.post('/claims', {});
    const both = await Promise.all([close(id!, 1, nancy.id, 'busy'), close(id!, 1, nancy.id, 'no_answer')]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(new Set(both.map(({ disposition }) => disposition)).size).toBe(1);
    await expect(close(id!, 2, nancy.id)).rejects.toMatchObject({ code: 'task_closed', status: 409 });
  });

  test('a call, a task or a reply needs a disposition; a missing contact does not', async () => {
    const nancy = await rep();
    const [call, find] = await open({ contribution: 2 }, { kind: 'find_contact', contribution: 1 });
    await nancy.post('/claims', {});
    await nancy.post('/claims', {});
    await expect(close(call!, 1, nancy.id, null)).rejects.toMatchObject({ code: 'disposition_needed' });
    expect(await close(find!, 1, nancy.id, null)).toMatchObject({ disposition: null });
  });

  test('a finished task is never handed out, and an unknown one is not found', async () => {
    const nancy = await rep();
    const [id] = await open({});
    await nancy.post('/claims', {});
    await close(id!, 1, nancy.id);
    expect((await nancy.post('/claims', {})).status).toBe(204);
    expect((await nancy.post('/claims', { taskId: id })).body.code).toBe('task_closed');
    await expect(close(manager.id, 1, nancy.id)).rejects.toMatchObject({ code: 'task_not_found' });
  });
});

describe('opening', () => {
  test('an open task of an enrolment and step once; a next attempt when that one is done', async () => {
    const nancy = await rep();
    const { id: campaignId } = await rows.campaign(manager.id);
    const organizationId = await rows.organization();
    const contactId = await rows.contact(organizationId);
    const [{ id: enrolmentId }] = (await app.sql(
      "INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, shard) VALUES ($1, $2, $3, 'decision_maker', 0) RETURNING id",
      [campaignId, contactId, organizationId],
    )) as [{ id: string }];
    const call: NewTask = {
      kind: 'call',
      title: 'Call',
      contribution: 1,
      why: [],
      organizationId,
      contactId,
      campaignId,
      enrolmentId,
      stepKey: 'first_call',
    };
    const openOnce = () => app.transaction((m) => app.get(Tasks).open(m, [call, call]));
    expect((await Promise.all([openOnce(), openOnce()])).sort()).toEqual([0, 1]);
    const { body } = await nancy.post('/claims', {});
    expect(await openOnce()).toBe(0);
    await close(body.id, body.fence, nancy.id);
    expect(await openOnce()).toBe(1);
    expect(await app.transaction((m) => app.get(Tasks).open(m, []))).toBe(0);
    expect((await nancy.get(`/tasks/${body.id}`)).body.earlier).toMatchObject([{ title: 'Call', state: 'open' }]);
  });

  test('for the owner, unless he left: then the next who claims becomes it', async () => {
    const [nancy, andrew] = [await rep(), await rep()];
    const organizationId = await rows.organization();
    await open({ organizationId });
    await nancy.post('/claims', {});
    const [waiting] = await open({ organizationId });
    await app.sql("UPDATE app_user SET state = 'disabled' WHERE id = $1", [nancy.id]);
    await app.get(Upkeep).returnLapsed();
    expect((await task(waiting!)).rep_id).toBeNull();
    const [fresh] = await open({ organizationId, contribution: 90 });
    expect((await task(fresh!)).rep_id).toBeNull();
    expect((await andrew.post('/claims', {})).body).toMatchObject({ id: fresh, owner: { id: andrew.id } });
    expect((await task(waiting!)).rep_id).toBe(andrew.id);
  });
});

describe('cancelling', () => {
  test('ends what waits, and lets a rep who is talking file what was said', async () => {
    const nancy = await rep();
    const { id: campaignId } = await rows.campaign(manager.id);
    const [talking, waiting, other] = await open({ campaignId, contribution: 9 }, { campaignId }, {});
    await nancy.post('/claims', { taskId: talking });
    expect(await app.transaction((m) => app.get(Tasks).cancel(m, { campaignId }, 'campaign aborted'))).toBe(2);
    expect((await task(waiting!)).state).toBe('cancelled');
    expect((await task(other!)).state).toBe('open');
    expect(await close(talking!, 1, nancy.id)).toMatchObject({ disposition: 'no_answer' });
    await expect(close(waiting!, 0, nancy.id)).rejects.toMatchObject({ code: 'task_closed' });
  });

  test('a claimed one that lapses, or is given back, does not return to the queue', async () => {
    const nancy = await rep();
    const { id: campaignId } = await rows.campaign(manager.id);
    const [first, second] = await open({ campaignId }, { campaignId });
    await nancy.post('/claims', { taskId: first });
    await nancy.post('/claims', { taskId: second });
    await app.transaction((m) => app.get(Tasks).cancel(m, { campaignId }, 'campaign aborted'));
    expect((await nancy.post(`/tasks/${first}/snooze`, { until: later(1), reason: 'later' })).body.code).toBe(
      'task_closed',
    );
    await nancy.delete(`/claims/${first}`);
    await lapse(second!);
    await app.get(Upkeep).returnLapsed();
    for (const id of [first, second])
      expect(await task(id!)).toMatchObject({ state: 'cancelled', cancel_reason: 'campaign aborted' });
  });
});

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

test('no task of a held campaign is handed out, until it goes on', async () => {
  const nancy = await rep();
  const { id: campaignId } = await rows.campaign(manager.id);
  const [id] = await open({ campaignId });
  const hold = () => app.transaction((m) => app.get(Tasks).hold(m, campaignId));
  await hold();
  await hold();
  expect((await nancy.post('/claims', {})).status).toBe(204);
  expect((await nancy.post('/claims', { taskId: id })).body.code).toBe('campaign_paused');
  await app.transaction((m) => app.get(Tasks).release(m, campaignId));
  expect((await nancy.post('/claims', {})).body.id).toBe(id);
});

test('a snoozed task comes back on its day, and not before', async () => {
  const [nancy, andrew] = [await rep(), await rep()];
  const [id] = await open({});
  await nancy.post('/claims', {});
  expect((await nancy.post(`/tasks/${id}/snooze`, { until: later(-1), reason: 'x' })).body.code).toBe('snooze_in_past');
  expect((await andrew.post(`/tasks/${id}/snooze`, { until: later(1), reason: 'x' })).body.code).toBe('task_not_yours');
  expect((await nancy.post(`/tasks/${id}/snooze`, { until: later(24), reason: 'stocktaking' })).body).toMatchObject({
    state: 'snoozed',
    claimedBy: null,
    snoozeReason: 'stocktaking',
  });
  await app.get(Upkeep).wake();
  expect((await nancy.post('/claims', {})).status).toBe(204);
  await app.travel(25);
  await app.get(Upkeep).wake();
  expect((await nancy.post('/claims', {})).body).toMatchObject({ id, fence: 2 });
  await app.travel(-25);
});

describe('leave', () => {
  test('hands the work to the cover for that time; the owner stays the owner', async () => {
    const [nancy, andrew, janet] = [await rep(), await rep(), await rep()];
    const organizationId = await rows.organization();
    await open({ organizationId, contribution: 9 }, { organizationId, contribution: 8 });
    await nancy.delete(`/claims/${(await nancy.post('/claims', {})).body.id}`);
    const absence = { coverId: andrew.id, startsAt: later(-1), endsAt: later(48), reason: 'holiday' };
    expect((await nancy.post('/absences', absence)).status).toBe(201);
    expect((await janet.post('/claims', {})).status).toBe(204);
    expect((await andrew.get('/tasks?state=open')).body.items).toHaveLength(2);
    const { body } = await andrew.post('/claims', {});
    expect(body).toMatchObject({ organizationId, repId: nancy.id, claimedBy: andrew.id, owner: { id: nancy.id } });
    await close(body.id, body.fence, andrew.id);
    await app.travel(72);
    expect((await andrew.post('/claims', {})).status).toBe(204);
    expect((await nancy.post('/claims', {})).status).toBe(201);
    await app.travel(-72);
  });

  test('is refused backwards, for oneself as cover, with a cover who is no rep, and for somebody else by a rep', async () => {
    const [nancy, andrew] = [await rep(), await rep()];
    const absence = { coverId: andrew.id, startsAt: later(1), endsAt: later(2) };
    for (const [facts, code] of [
      [{ endsAt: later(0) }, 'absence_invalid'],
      [{ coverId: nancy.id }, 'absence_invalid'],
      [{ coverId: manager.id }, 'rep_not_found'],
      [{ userId: manager.id }, 'absence_of_another'],
    ] as const)
      expect((await nancy.post('/absences', { ...absence, ...facts })).body.code).toBe(code);
    expect((await manager.post('/absences', { ...absence, userId: nancy.id })).body.userId).toBe(nancy.id);
    expect((await nancy.get(`/absences?userId=${nancy.id}`)).body.items).toHaveLength(1);
  });
});

test('reassignment takes open tasks along, leaves what is being worked on, and is logged with its reason', async () => {
  const [nancy, andrew] = [await rep(), await rep()];
  const organizationId = await rows.organization();
  const [held, waiting] = await open({ organizationId, contribution: 9 }, { organizationId, contribution: 8 });
  await nancy.post('/claims', {});
  const path = `/organizations/${organizationId}/ownership`;
  const move = { repId: andrew.id, reason: 'Nancy moves to another region' };
  expect((await nancy.post(path, move)).body.code).toBe('role_not_allowed');
  expect((await manager.post(path, { ...move, repId: manager.id })).body.code).toBe('rep_not_found');
  expect((await manager.post(path, { repId: andrew.id })).status).toBe(422);
  expect((await manager.post(`/organizations/${manager.id}/ownership`, move)).body.code).toBe('organization_not_found');
  expect((await manager.post(path, move)).body).toMatchObject({
    repId: andrew.id,
    history: [
      { fromRep: nancy.id, toRep: andrew.id, reason: move.reason, changedBy: manager.id },
      { fromRep: null, toRep: nancy.id, reason: 'first claim' },
    ],
  });
  expect((await nancy.post('/claims', { taskId: waiting })).body.code).toBe('task_not_yours');
  expect((await andrew.post('/claims', {})).body.id).toBe(waiting);
  expect(await close(held!, 1, nancy.id)).toMatchObject({ repeated: false, repId: andrew.id });
});

test('the open work of a rep who leaves is given to another at once, as it was seen', async () => {
  const [nancy, andrew] = [await rep(), await rep()];
  const [held, one, two] = await open({ contribution: 9 }, { contribution: 8 }, { contribution: 7 });
  for (const taskId of [held, one, two]) await nancy.post('/claims', { taskId });
  for (const taskId of [one, two]) await nancy.delete(`/claims/${taskId}`);
  const give = (query: string, count: number, ids?: string[], repId = andrew.id) =>
    manager.post(`/tasks/reassignments?${query}`, { repId, reason: 'Nancy leaves', count, ids });
  const hers = `repId=${nancy.id}&state=open,claimed`;
  expect((await give(hers, 2)).body.code).toBe('more_than_seen');
  expect((await give(hers, 3, undefined, manager.id)).body.code).toBe('rep_not_found');
  expect((await nancy.post(`/tasks/reassignments?${hers}`, { repId: andrew.id, reason: 'x', count: 3 })).status).toBe(
    403,
  );
  expect((await give(hers, 1, [two!])).body).toEqual({ done: 1, left: 0 });
  expect((await give(hers, 2)).body).toEqual({ done: 2, left: 0 });
  expect((await give(hers, 2)).body).toEqual({ done: 0, left: 0 });
  const rest = await app.sql<Json>('SELECT id, rep_id, claimed_by FROM task WHERE id = ANY($1)', [[held, one, two]]);
  expect(rest.map((each) => [each.rep_id, each.claimed_by])).toEqual(
    rest.map((each) => [andrew.id, each.id === held ? nancy.id : null]),
  );
  const changes = await app.sql<Json>('SELECT reason FROM ownership_change WHERE to_rep = $1', [andrew.id]);
  expect(changes).toEqual(Array.from({ length: 3 }, () => ({ reason: 'Nancy leaves' })));
});

test('a rep lists and reads his own work, the others all of it', async () => {
  const [nancy, andrew] = [await rep(), await rep()];
  const ops = await app.as('sales_ops', 'sales');
  const [id] = await open({ contribution: 9 }, { contribution: 8, kind: 'task' });
  await nancy.post('/claims', {});
  expect((await andrew.get('/tasks')).body.items).toEqual([]);
  expect((await andrew.get(`/tasks/${id}`)).body.code).toBe('task_not_yours');
  expect((await nancy.get('/tasks?state=claimed')).body.items).toMatchObject([{ id }]);
  for (const one of [manager, ops]) {
    const { body } = await one.get('/tasks?state=open,claimed');
    expect(body.items.map(({ contribution }: { contribution: number }) => contribution)).toEqual([9, 8]);
    expect((await one.get(`/tasks/${id}`)).status).toBe(200);
  }
  expect((await ops.get('/tasks?state=open,claimed&kind=task')).body.items).toHaveLength(1);
  expect((await ops.get('/tasks?state=nonsense')).status).toBe(422);
});

test('the buffer tells who has too little ready work, and who too much', async () => {
  await app.sql("UPDATE app_user SET state = 'disabled' WHERE 'rep' = ANY(roles)");
  await app.sql("INSERT INTO setting (key, value) VALUES ('dailyTasksPerRep', '1')");
  const [nancy, andrew] = [await rep('Nancy'), await rep('Andrew')];
  const organizationId = await rows.organization();
  const first = await open(...Array.from({ length: 7 }, () => ({ organizationId })));
  await nancy.delete(`/claims/${(await nancy.post('/claims', { taskId: first[0] })).body.id}`);
  await open({}, { dueAt: new Date(Date.now() + 3_600_000) });
  expect((await manager.get('/queue-buffer')).body).toEqual({
    dailyTasksPerRep: 1,
    ready: 8,
    unowned: 1,
    days: 4,
    lowDays: 1,
    highDays: 5,
    flag: 'right',
    reps: [
      { repId: andrew.id, name: 'Andrew', away: false, ready: 0, days: 0, flag: 'low' },
      { repId: nancy.id, name: 'Nancy', away: false, ready: 7, days: 7, flag: 'high' },
    ],
  });
  // the range is the organization's own
  await app.sql("INSERT INTO setting (key, value) VALUES ('queueBufferHighDays', '3')");
  expect((await manager.get('/queue-buffer')).body).toMatchObject({ days: 4, highDays: 3, flag: 'high' });
  await app.sql("DELETE FROM setting WHERE key = 'queueBufferHighDays'");
  expect((await nancy.get('/queue-buffer')).status).toBe(403);
});

describe('expected contribution', () => {
  const facts = { kind: 'call', interest: 'unknown', role: 'unknown', employees: null, daysSinceTouch: null } as const;
  const points = (more: object) => contributionOf({ ...facts, ...more }).contribution;

  test('is the sum of what a rep reads as its reasons', () => {
    const { contribution, why } = contributionOf({
      ...facts,
      interest: 'curious',
      role: 'economic_buyer',
      employees: 1200,
    });
    expect(contribution).toBeCloseTo(why.reduce((sum, one) => sum + one.points, 0));
    expect(why.map(({ because }) => because)).toEqual([
      'interest: curious',
      'role: economic buyer',
      '1,200 employees',
      'not touched yet',
      'a call',
    ]);
  });

  test('rises with interest, role, size, freshness and a promise; a reply goes before a call before a task', () => {
    const rising = [
      [{ interest: 'none' }, { interest: 'unknown' }, { interest: 'aware' }, { interest: 'commits_next_step' }],
      [{ role: 'unknown' }, { role: 'end_user' }, { role: 'decision_maker' }],
      [{ employees: 10 }, { employees: 500 }, { employees: 50_000 }],
      [{ daysSinceTouch: 60 }, { daysSinceTouch: 7 }, { daysSinceTouch: 0 }],
      [{ kind: 'task' }, { kind: 'call' }, { kind: 'reply' }],
      [{}, { promised: true }],
    ];
    for (const row of rising) expect(row.map(points)).toEqual(row.map(points).sort((a, b) => a - b));
    for (const row of rising) expect(new Set(row.map(points)).size).toBe(row.length);
    expect(points({ promised: true }) - points({})).toBe(40);
  });
});

test('a card is read as one question', async () => {
  const [id] = await open({});
  expect(await app.get(Cards).get(app.source.manager, id!)).toMatchObject({ contact: null, owner: null });
});
