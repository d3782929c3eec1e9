import { Ownerships } from '../../../src/work/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { world as makeWorld, type World } from '../../support/world.js';

let app: Installation;
let nancy: Person;
let janet: Person;
let ops: Person;
const PICTURE = { status: 'content', decidesId: null, needs: ['cost'] };

beforeAll(async () => {
  app = await Installation.open();
  nancy = await app.as('rep', 'sales');
  janet = await app.as('rep', 'sales');
  ops = await app.as('sales_ops');
});
afterAll(() => app.close());

async function customer(name: string, employees: number, daysKnown = 400): Promise<string> {
  const { body } = await ops.post('/organizations', { name, employees, relationship: 'customer' });
  await app.sql('UPDATE organization SET created_at = app_now() - make_interval(days => $2) WHERE id = $1', [
    body.id,
    daysKnown,
  ]);
  return body.id as string;
}
const due = async (query = ''): Promise<Json[]> => (await nancy.get(`/check-ins/due${query}`)).body.items as Json[];
const begin = (who: Person, organizationId: string) => who.post('/check-ins', { organizationId, ...PICTURE });
const dropIt = (id: string, revision = 1, who = nancy) =>
  who.post(`/check-ins/${id}/drop`, { why: 'mistake' }, { 'if-match': `"${revision}"` });

test('the smallest customer is due, with the reason; a new customer and an organization that is none are not', async () => {
  const smallest = await customer('Corner shop', 1);
  const fresh = await customer('New here', 5000, 1);
  const { body: prospect } = await ops.post('/organizations', { name: 'Prospect' });
  const found = await due();
  expect(found.find(({ id }) => id === smallest)).toMatchObject({ tier: 'small', reasons: ['age', 'silence'] });
  expect(found.map(({ id }) => id)).not.toContain(fresh);
  expect(found.map(({ id }) => id)).not.toContain(prospect.id);
});

test('a customer who alone writes to us is due, until a rep has spoken to them', async () => {
  const id = await customer('Writes to us', 10, 30);
  const say = (source: string) =>
    app.sql(
      "INSERT INTO conversation (organization_id, source, disposition, sentiment, occurred_at) VALUES ($1, $2, 'connected_interested', 'neutral', app_now())",
      [id, source],
    );
  await say('reply');
  expect((await due('?reason=inbound_only')).map((each) => each.id)).toEqual([id]);
  await say('rep');
  expect(await due('?reason=inbound_only')).toEqual([]);
});

describe('what changed at a customer makes it due', () => {
  const standing = async (id: string): Promise<Json | undefined> =>
    (await due('?reason=change')).find((each) => each.id === id);
  const changed = async (id: string): Promise<string[]> =>
    ((await standing(id))?.changes as string[] | undefined) ?? [];
  const patch = async (id: string, facts: object): Promise<void> => {
    const { revision } = (await ops.get(`/organizations/${id}`)).body;
    expect((await ops.patch(`/organizations/${id}`, facts, { 'if-match': `"${revision}"` })).status).toBe(200);
  };
  const hired = async (id: string, days: string): Promise<string> => {
    const [{ id: contactId }] = (await app.sql(
      "INSERT INTO contact (name, name_key) VALUES ('Somebody', 'somebody') RETURNING id",
    )) as [Json];
    await app.sql(
      'INSERT INTO employment (contact_id, organization_id, since) VALUES ($1, $2, (app_now() + $3::interval)::date)',
      [contactId, id, days],
    );
    return contactId as string;
  };

  test('people who came and went, and no one who was there before or is yet to come', async () => {
    const id = await customer('People move', 20, 30);
    const before = await hired(id, '-60 days');
    await hired(id, '5 days');
    expect(await standing(id)).toBeUndefined();
    await hired(id, '-10 days');
    expect(await changed(id)).toEqual(['joined']);
    await app.sql("UPDATE employment SET until = (app_now() + interval '5 days')::date WHERE contact_id = $1", [
      before,
    ]);
    expect(await changed(id)).toEqual(['joined']);
    await app.sql("UPDATE employment SET until = (app_now() - interval '5 days')::date WHERE contact_id = $1", [
      before,
    ]);
    expect(await standing(id)).toMatchObject({ reasons: ['change'], changes: ['left', 'joined'] });
    expect((await standing(id))!.urgency).toBeGreaterThanOrEqual(100);
  });

  test('another name, industry or size, by hand and by import; what is changed back is no change', async () => {
    const id = await customer('Retail & Sons', 100, 30);
    // what was not known before is no change
    await patch(id, { industry: 'Retail' });
    expect(await standing(id)).toBeUndefined();
    await patch(id, { industry: 'Wholesale', employees: 110 });
    expect(await changed(id)).toEqual(['industry']);
    await patch(id, { industry: 'retail', employees: 130 });
    expect(await changed(id)).toEqual(['size']);
    // an import writes rows set-based, without a trail
    await app.transaction(async (manager) => {
      await manager.query("SELECT pause_audit('a fixture')");
      await manager.query("UPDATE organization SET name = 'Daughters', name_key = 'daughters' WHERE id = $1", [id]);
    });
    expect(await changed(id)).toEqual(['name', 'size']);
    const { body: begun } = await begin(nancy, id);
    await nancy.post(`/check-ins/${begun.id}/answers`, PICTURE, { 'if-match': '"1"' });
    expect(await standing(id)).toBeUndefined();
  });

  test('another owner makes it due, and not more urgent; the first owner is none', async () => {
    const id = await customer('Handed over', 20, 18);
    const give = (repId: string) =>
      app.transaction((manager) =>
        app.get(Ownerships).reassign(manager, [id], { repId, reason: 'test', changedBy: nancy.id }),
      );
    await give(nancy.id);
    expect(await standing(id)).toBeUndefined();
    await give(janet.id);
    expect(await standing(id)).toMatchObject({ reasons: ['change'], changes: ['owner'], urgency: 10 });
    await give(nancy.id);
    expect(await standing(id)).toBeUndefined();
  });

  test('is counted among the reasons', async () => {
    const { counts } = (await nancy.get('/check-ins/due?count=1')).body;
    expect(counts.by.reason.change).toBe((await due('?reason=change')).length);
  });
});

test('pages go through everybody once', async () => {
  await customer('Large', 3000);
  await customer('Medium', 300);
  const all = (await due()).map(({ id }) => id as string);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await nancy.get(`/check-ins/due?limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...(body.items as Json[]).map(({ id }) => id as string));
    cursor = body.nextCursor as string | null;
  }
  expect(all.length).toBeGreaterThan(2);
  expect(seen).toEqual(all);
});

test('of two reps who begin at once, one does, and the customer leaves the list', async () => {
  const id = await customer('Wanted by two', 20);
  const both = await Promise.all([begin(nancy, id), begin(janet, id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await due()).map((each) => each.id)).not.toContain(id);
  const { body } = both.find(({ status }) => status === 201)!;
  const who = body.doneBy === nancy.id ? nancy : janet;
  expect((await dropIt(body.id as string, 1, who)).body).toMatchObject({
    state: 'dropped',
    droppedBecause: 'mistake',
  });
  expect((await due()).map((each) => each.id)).toContain(id);
});

test('another rep asks: the owner is named, and the gap is shown', async () => {
  const id = await customer('Owned', 20);
  await app.sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)', [id, janet.id]);
  const { body: begun } = await begin(nancy, id);
  expect(begun).toMatchObject({ doneBy: nancy.id, forOwner: janet.id, gap: null });
  expect((await janet.post(`/check-ins/${begun.id}/drop`, { why: 'mistake' }, { 'if-match': '"1"' })).status).toBe(403);
  const told = { status: 'looking_elsewhere', decidesId: null, needs: ['speed', 'cost'] };
  const { body: done } = await nancy.post(`/check-ins/${begun.id}/answers`, told, { 'if-match': '"1"' });
  expect(done).toMatchObject({ state: 'done', gap: 2, answers: told, assumption: PICTURE });
  expect((await due()).map((each) => each.id)).not.toContain(id);
  expect((await dropIt(begun.id as string, 2)).status).toBe(409);
});

test('what makes no sense is refused', async () => {
  const id = await customer('Refused', 20);
  const { body: prospect } = await ops.post('/organizations', { name: 'No customer' });
  expect((await begin(nancy, prospect.id as string)).status).toBe(422);
  expect((await begin(ops, id)).status).toBe(403);
  for (const bad of [{ status: "'; DROP TABLE check_in" }, { decidesId: nancy.id }, { needs: ['x'] }, { more: 1 }])
    expect((await nancy.post('/check-ins', { organizationId: id, ...PICTURE, ...bad })).status).toBe(422);
  for (const bad of ['cursor=x', 'cursor=999999999~x', 'reason=quota', 'limit=0', 'ownerId=x'])
    expect((await nancy.get(`/check-ins/due?${bad}`)).status).toBe(422);
});

describe('what a check-in brings', () => {
  const QUOTE = 'The shelves are empty on Mondays.';
  let world: World;
  let organizationId: string;
  let told: Json;

  beforeAll(async () => {
    world = await makeWorld(app);
    const [enrolment] = await app.sql('SELECT organization_id FROM snapshot_organization WHERE snapshot_id = $1', [
      world.snapshotId,
    ]);
    organizationId = enrolment.organization_id as string;
    await app.sql("UPDATE organization SET relationship = 'customer' WHERE id = $1", [organizationId]);
    await app.sql(
      "UPDATE campaign SET state = 'running', launched_at = app_now(), enrolled_at = app_now() WHERE id = $1",
      [world.campaignId],
    );
    const [asked] = (await nancy.get('/check-in-questions')).body.items;
    const [person] = await app.sql('SELECT contact_id AS id FROM employment WHERE organization_id = $1', [
      organizationId,
    ]);
    told = {
      ...PICTURE,
      contactId: person.id,
      said: [{ questionId: asked.id, words: QUOTE }],
      people: [
        { name: 'Anna Blum', role: 'decision_maker', attitude: -1, since: '2026-01-01', preferredSupplier: 'Others' },
      ],
      voiced: [
        { kind: 'availability', words: QUOTE },
        { kind: 'cost', words: 'Too much of it stands around.' },
      ],
    };
  });

  test('somebody new joins the buying group and every campaign under way there, once under two clicks', async () => {
    const { body: begun } = await begin(nancy, organizationId);
    // nothing of what we offer before they have been asked
    expect((await nancy.get(`/check-ins/${begun.id}/cohorts`)).status).toBe(409);
    const twice = await Promise.all(
      [1, 2].map(() => nancy.post(`/check-ins/${begun.id}/answers`, told, { 'if-match': '"1"' })),
    );
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const joined = await app.sql(
      "SELECT e.late, b.attitude, b.preferred_supplier AS supplier, j.since::text FROM contact c JOIN enrolment e ON e.contact_id = c.id JOIN buying_role b ON b.contact_id = c.id JOIN employment j ON j.contact_id = c.id WHERE c.name = 'Anna Blum'",
    );
    expect(joined).toEqual([{ late: true, attitude: -1, supplier: 'Others', since: '2026-01-01' }]);
    expect((await ops.get(`/check-ins/${begun.id}/record`)).body).toMatchObject({
      organization: 'Organization 1',
      said: [{ topic: 'change', words: QUOTE }],
      people: [{ name: 'Anna Blum' }],
    });
    expect((await ops.get('/check-ins/summary')).body).toMatchObject({ people: 1, needs: 2, unserved: 2 });
  });

  test('a need that fits a live cohort is suggested, and sales ops decide, once; the next snapshot has the organization', async () => {
    const other = await makeWorld(app);
    const [{ id: cohortId }] = (await app.sql('SELECT cohort_id AS id FROM cohort_snapshot WHERE id = $1', [
      other.snapshotId,
    ])) as [Json];
    await app.sql(`UPDATE cohort SET rule = '{"field":"name","op":"is","value":"nobody"}' WHERE id = $1`, [cohortId]);
    const { body } = await ops.get('/needs?state=unserved&kind=availability');
    const need = body.items[0];
    const [checkIn] = await app.sql('SELECT id FROM check_in WHERE organization_id = $1', [organizationId]);
    const open = (await nancy.get(`/check-ins/${checkIn.id}/cohorts`)).body.items as Json[];
    expect(open.map(({ id }) => id)).toContain(cohortId);
    expect((await ops.post(`/needs/${need.id}/decision`, { approve: true })).status).toBe(409);
    expect((await nancy.put(`/needs/${need.id}/cohort`, { cohortId })).body).toMatchObject({
      state: 'suggested',
      cohort: 'All',
    });
    expect((await nancy.post(`/needs/${need.id}/decision`, { approve: true })).status).toBe(403);
    expect((await ops.post(`/needs/${need.id}/decision`, { approve: false })).status).toBe(422);
    const both = await Promise.all([1, 2].map(() => ops.post(`/needs/${need.id}/decision`, { approve: true })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { body: frozen } = await ops.post(`/cohorts/${cohortId}/snapshots`, {});
    expect(frozen).toMatchObject({ organizations: 1 });
    const again = await ops.get('/needs?state=unserved&kind=cost');
    await nancy
      .put(`/needs/${again.body.items[0].id}/cohort`, { cohortId: world.campaignId })
      .then(({ status }) => expect(status).toBe(422));
  });

  test('who was spoken to and is erased leaves none of their words', async () => {
    const [{ contact_id: id }] = (await app.sql('SELECT contact_id FROM check_in WHERE organization_id = $1', [
      organizationId,
    ])) as [Json];
    const admin = await app.as('admin');
    expect((await admin.get(`/contacts/${id}/data`)).body).toMatchObject({
      data: { needs: [{}, {}], checkIns: [{ words: QUOTE }] },
    });
    expect((await admin.post(`/contacts/${id}/erasure`, { reason: 'asked' })).status).toBeLessThan(300);
    const left = await app.sql(
      'SELECT words FROM check_in_need UNION ALL SELECT words FROM check_in_answer UNION ALL SELECT after::text FROM audit_entry UNION ALL SELECT before::text FROM audit_entry',
    );
    expect(JSON.stringify(left)).not.toContain('shelves are empty');
  });
});

test('a person found in an organization that is held out waits with it', async () => {
  const { campaignId, snapshotId } = await makeWorld(app);
  const [enrolment] = await app.sql('SELECT organization_id AS id FROM snapshot_organization WHERE snapshot_id = $1', [
    snapshotId,
  ]);
  await app.sql('UPDATE snapshot_organization SET hold_out = true WHERE snapshot_id = $1', [snapshotId]);
  await app.sql(
    "INSERT INTO wave (campaign_id, ordinal, hold_out, state) VALUES ($1, 1, false, 'released'), ($1, 2, true, 'waiting')",
    [campaignId],
  );
  await app.sql(
    "UPDATE campaign SET state = 'running', launched_at = app_now(), enrolled_at = app_now() WHERE id = $1",
    [campaignId],
  );
  await app.sql("UPDATE organization SET relationship = 'customer' WHERE id = $1", [enrolment.id]);
  const { body } = await begin(nancy, enrolment.id);
  const people = [{ name: 'Held Back', role: 'decision_maker' }];
  await nancy.post(`/check-ins/${body.id}/answers`, { ...PICTURE, people }, { 'if-match': '"1"' });
  expect(
    await app.sql('SELECT hold_out, next_action_at, deferred FROM enrolment WHERE campaign_id = $1', [campaignId]),
  ).toEqual([{ hold_out: true, next_action_at: null, deferred: 'hold_out' }]);
});

test('the bank takes no question about what we offer, and asks one again that was retired', async () => {
  const question = { topic: 'future', text: 'What would you like to be known for?' };
  expect((await nancy.post('/check-in-questions', question)).status).toBe(403);
  const { body: made } = await ops.post('/check-in-questions', question);
  expect((await ops.post('/check-in-questions', question)).status).toBe(409);
  expect((await ops.delete(`/check-in-questions/${made.id}`)).status).toBe(204);
  expect((await ops.post('/check-in-questions', question)).body).toMatchObject({ id: made.id });
  const selling = await ops.post('/check-in-questions', { topic: 'future', text: 'Which price would you pay?' });
  expect([selling.status, selling.body.detail]).toEqual([422, expect.stringContaining('price')]);
  expect((await ops.post('/check-in-questions', { topic: 'future', text: 'No question at all.' })).status).toBe(422);
});
