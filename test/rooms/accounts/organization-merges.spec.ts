import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { project } from '../../support/project.js';
import { Importer } from '../../../src/accounts/index.js';
import { OrganizationDuplicates } from '../../../src/accounts/merging/organization-duplicates.js';
import { OrganizationMerges } from '../../../src/accounts/merging/organization-merges.js';
import { Enrolments } from '../../../src/campaigns/index.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { CALL, EMAIL, world } from '../../support/world.js';

let app: Installation;
let ops: Person;
let admin: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  admin = await app.as('admin', 'management');
});
afterAll(() => app.close());
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));

async function made(facts: Json = {}): Promise<Json> {
  const answer = await ops.post<Json>('/organizations', { name: `Quay ${randomUUID()}`, ...facts });
  expect(answer.status).toBe(201);
  return answer.body;
}
async function person(organizationId: string, facts: Json = {}): Promise<Json> {
  const email = `${randomUUID()}@quay.example`;
  const answer = await ops.post<Json>('/contacts', { name: 'Ines Okafor', email, organizationId, ...facts });
  expect(answer.status).toBe(201);
  return answer.body;
}
const get = async (id: string): Promise<Json> => (await ops.get<Json>(`/organizations/${id}`)).body;
const merge = (id: string, otherId: string, more: object = {}) =>
  ops.post<Json>(`/organizations/${id}/merges`, { otherId, ...more });
const preview = (id: string, otherId: string, more: object = {}) =>
  ops.post<Json>(`/organizations/${id}/merge-previews`, { otherId, ...more });
const undo = (id: string, mergeId: string) => ops.post<Json>(`/organizations/${id}/merges/${mergeId}/undo`);
const mergedInto = async (id: string) =>
  (await app.sql<Json>('SELECT merged_into FROM organization WHERE id = $1', [id]))[0]!.merged_into;
const employersOf = async (id: string): Promise<string[]> =>
  (await ops.get<Json>(`/contacts/${id}/employments`)).body.items
    .filter(({ until }: Json) => until === null)
    .map(({ organizationId }: Json) => organizationId);

/** A campaign that runs, with these people in it. */
async function campaignOf(people: { contactId: string; organizationId: string }[], steps: object[] = [EMAIL('intro')]) {
  const { campaignId, snapshotId } = await world(app, { steps });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  for (const each of people)
    await app.transaction((manager) =>
      app.get(Enrolments).addLate(manager, { campaignId, role: 'decision_maker', ...each }),
    );
  return { campaignId, snapshotId };
}
const enrolled = async (campaignId: string, contactId: string): Promise<Json> =>
  (
    await app.sql<Json>(
      `SELECT id, organization_id, state, reason, hold_out, wave, shard FROM enrolment
        WHERE campaign_id = $1 AND contact_id = $2`,
      [campaignId, contactId],
    )
  )[0]!;

/** Two records of one organization, with a person each. */
async function two() {
  const [kept, other] = [await made(), await made()];
  const [anna, bert] = [await person(kept.id), await person(other.id)];
  return { kept: kept.id as string, other: other.id as string, anna: anna.id as string, bert: bert.id as string };
}

describe('a merge', () => {
  test('is shown before, moves all that there is, and the old id leads to the survivor', async () => {
    const kept = await made({ externalId: `a-${randomUUID()}`, city: 'Berlin', country: 'Germany', tags: ['key'] });
    const other = await made({
      externalId: `b-${randomUUID()}`,
      domain: 'quay.example',
      phone: '+49 30 5550199',
      city: 'Bonn',
      country: 'Germany',
      relationship: 'customer',
      tags: ['key', 'fair'],
    });
    const bert = await person(other.id);
    await ops.post(`/organizations/${other.id}/buying-roles`, { contactId: bert.id, role: 'champion' });
    const { campaignId } = await campaignOf([{ contactId: bert.id, organizationId: other.id }]);
    const shown = await preview(kept.id, other.id, { take: ['relationship'] });
    expect(shown).toMatchObject({
      status: 200,
      body: {
        changes: { domain: 'quay.example', phone: '+49305550199', relationship: 'customer', tags: ['key', 'fair'] },
        moved: { employments: 1, buyingRoles: 1, enrolments: 1 },
      },
    });
    expect(shown.body.changes).not.toHaveProperty('city');
    expect(shown.body.conflicts.map(({ field }: Json) => field)).toEqual([
      'name',
      'place',
      'externalId',
      'relationship',
    ]);
    expect(await mergedInto(other.id)).toBeNull();

    const done = await merge(kept.id, other.id, { take: ['relationship'] });
    expect(done).toMatchObject({ status: 201, body: { survivorId: kept.id, mergedId: other.id, undoneAt: null } });
    expect(await get(kept.id)).toMatchObject({
      name: kept.name,
      externalId: kept.externalId,
      domain: 'quay.example',
      city: 'Berlin',
      relationship: 'customer',
    });
    const redirect = await ops.get<Json>(`/organizations/${other.id}`);
    expect([redirect.status, redirect.body.id ?? redirect.headers.location]).toContainEqual(
      redirect.status === 302 ? `/api/v1/organizations/${kept.id}` : kept.id,
    );
    expect(await employersOf(bert.id)).toEqual([kept.id]);
    const before = await app.sql<Json>('SELECT shard FROM enrolment WHERE organization_id = $1', [kept.id]);
    expect(new Set(before.map(({ shard }) => shard)).size).toBe(1);
    expect(await enrolled(campaignId, bert.id)).toMatchObject({ organization_id: kept.id, state: 'pending' });
    const listed = await ops.get<Json>(`/organizations?q=${encodeURIComponent(other.name)}`);
    expect(listed.body.items).toEqual([]);
    expect(await ops.patch(`/organizations/${other.id}`, { city: 'Ulm' }, { 'if-match': '"2"' })).toMatchObject({
      status: 409,
      body: { code: 'organization_merged', organizationId: kept.id },
    });
    const late = { name: 'Late Comer', email: `${randomUUID()}@quay.example`, organizationId: other.id };
    expect(await ops.post('/contacts', late)).toMatchObject({ status: 409, body: { code: 'organization_merged' } });
    // by its id in the other system it is the survivor, which keeps its own
    const sent = await ops.put<Json>(`/organizations/by-external-id/${other.externalId}`, { industry: 'Food' });
    expect(sent).toMatchObject({ status: 200, body: { id: kept.id, externalId: kept.externalId, industry: 'Food' } });
    const audit = (await admin.get<Json>('/audit-entries?entity=organization_merge')).body.items;
    expect(audit[0]).toMatchObject({ action: 'insert', actor: ops.id });
  });

  test('an import attaches the name, the domain and the id of the merged record to the survivor', async () => {
    const id = randomUUID();
    const kept = await made({ externalId: `a-${id}` });
    const other = await made({ externalId: `b-${id}`, domain: `d${id}.example` });
    const plain = await made({ city: 'Bonn', country: 'Germany' });
    await merge(kept.id, other.id);
    await merge(kept.id, plain.id);
    const file = `ID,Company,Domain,City,Country\nb-${id},${other.name},,,\n,${plain.name},,Bonn,Germany\n,Other name,d${id}.example,,\n`;
    const { body } = await ops.post<Json>('/imports?kind=organizations&filename=x.csv', Buffer.from(file), {
      'content-type': 'text/csv',
    });
    const mapping = {
      ID: 'organization.externalId',
      Company: 'organization.name',
      Domain: 'organization.domain',
      City: 'organization.city',
      Country: 'organization.country',
    };
    const columns = body.columns.map(({ column }: Json) => column);
    const planned = Object.fromEntries(columns.map((column: string, n: number) => [column, Object.values(mapping)[n]]));
    expect((await ops.put(`/imports/${body.id}/plan`, { mapping: planned, key: 'domain' })).status).toBe(200);
    await ops.post(`/imports/${body.id}/run`);
    await app.get(Importer).work(body.id);
    expect((await ops.get<Json>(`/imports/${body.id}`)).body).toMatchObject({ created: 0, refused: 0 });
    expect(await get(kept.id)).toMatchObject({ externalId: `a-${id}` });
    expect(await mergedInto(other.id)).toBe(kept.id);
  });

  test('with both in one campaign, the people of the merged record are not contacted; who answered goes on', async () => {
    const { kept, other, anna, bert } = await two();
    const answered = (await person(other)).id;
    const people = [
      { contactId: anna, organizationId: kept },
      { contactId: bert, organizationId: other },
      { contactId: answered, organizationId: other },
    ];
    const { campaignId } = await campaignOf(people);
    await app.sql(
      `UPDATE enrolment SET state = 'paused', reason = 'replied', conversed = true WHERE campaign_id = $1 AND contact_id = $2`,
      [campaignId, answered],
    );
    expect((await preview(kept, other)).body.moved).toMatchObject({ enrolments: 2, enrolmentsEnded: 1 });
    const { body } = await merge(kept, other);
    expect(await enrolled(campaignId, anna)).toMatchObject({ state: 'pending' });
    expect(await enrolled(campaignId, bert)).toMatchObject({
      organization_id: kept,
      state: 'excluded',
      reason: 'merged',
    });
    expect(await enrolled(campaignId, answered)).toMatchObject({ organization_id: kept, state: 'paused' });
    const [event] = await app.sql<Json>(
      'SELECT what, detail FROM enrolment_event WHERE enrolment_id = $1 ORDER BY id DESC LIMIT 1',
      [(await enrolled(campaignId, bert)).id],
    );
    expect(event).toMatchObject({ what: 'excluded', detail: { mergedOrganization: other } });
    expect((await undo(kept, body.id)).status).toBe(200);
    expect(await enrolled(campaignId, bert)).toMatchObject({ organization_id: other, state: 'pending', reason: null });
    expect(await enrolled(campaignId, answered)).toMatchObject({ organization_id: other, state: 'paused' });
  });

  test('goes on with the people of the merged record where the kept one was never to be contacted', async () => {
    const { kept, other, anna, bert } = await two();
    const { campaignId } = await campaignOf([
      { contactId: anna, organizationId: kept },
      { contactId: bert, organizationId: other },
    ]);
    const { id } = await enrolled(campaignId, anna);
    await app.transaction((manager) => app.get(Enrolments).exclude(manager, [id], 'Not a buyer.'));
    await merge(kept, other);
    expect(await enrolled(campaignId, bert)).toMatchObject({ organization_id: kept, state: 'pending' });
  });

  describe('of an organization that is held out', () => {
    /** A campaign whose hold-out has this organization. */
    async function holdingOut(heldOut: string, people: { contactId: string; organizationId: string }[]) {
      const { campaignId, snapshotId } = await campaignOf([]);
      await app.sql(
        `INSERT INTO wave (campaign_id, ordinal, hold_out, state) SELECT $1, max(ordinal) + 1, true, 'waiting' FROM wave WHERE campaign_id = $1`,
        [campaignId],
      );
      await app.sql(
        "INSERT INTO snapshot_organization (snapshot_id, organization_id, stratum, hold_out) VALUES ($1, $2, 's', true)",
        [snapshotId, heldOut],
      );
      for (const each of people)
        await app.transaction((manager) =>
          app.get(Enrolments).addLate(manager, { campaignId, role: 'decision_maker', ...each }),
        );
      return campaignId;
    }

    test('nobody of the kept one is contacted for the first time, and an undo gives that back', async () => {
      const { kept, other, anna, bert } = await two();
      const touched = (await person(kept)).id;
      const campaignId = await holdingOut(other, [
        { contactId: anna, organizationId: kept },
        { contactId: touched, organizationId: kept },
        { contactId: bert, organizationId: other },
      ]);
      await app.sql("UPDATE enrolment SET state = 'active', touches = 1 WHERE campaign_id = $1 AND contact_id = $2", [
        campaignId,
        touched,
      ]);
      const before = await enrolled(campaignId, anna);
      expect(before).toMatchObject({ hold_out: false });
      expect(await enrolled(campaignId, bert)).toMatchObject({ hold_out: true });
      const { body } = await merge(kept, other);
      expect(await enrolled(campaignId, anna)).toMatchObject({ hold_out: true, state: 'pending' });
      expect(await enrolled(campaignId, touched)).toMatchObject({ hold_out: false, state: 'active' });
      const newcomer = (await person(kept)).id;
      await app.transaction((manager) =>
        app
          .get(Enrolments)
          .addLate(manager, { campaignId, contactId: newcomer, organizationId: kept, role: 'decision_maker' }),
      );
      expect(await enrolled(campaignId, newcomer)).toMatchObject({ hold_out: true });
      await undo(kept, body.id);
      expect(await enrolled(campaignId, anna)).toMatchObject({ hold_out: false, wave: before.wave });
      expect(await enrolled(campaignId, bert)).toMatchObject({ hold_out: true, organization_id: other });
    });

    test('the kept one stays held out, and what had begun for the other ends', async () => {
      const { kept, other, anna, bert } = await two();
      const campaignId = await holdingOut(kept, [
        { contactId: anna, organizationId: kept },
        { contactId: bert, organizationId: other },
      ]);
      await app.sql("UPDATE enrolment SET state = 'active' WHERE campaign_id = $1 AND contact_id = $2", [
        campaignId,
        bert,
      ]);
      await merge(kept, other);
      expect(await enrolled(campaignId, anna)).toMatchObject({ hold_out: true, state: 'pending' });
      expect(await enrolled(campaignId, bert)).toMatchObject({ state: 'excluded', reason: 'merged' });
    });

    test('a launch after the merge enrols its people as held out', async () => {
      const { campaignId, snapshotId } = await world(app, { organizations: 2 });
      const organizations = await app.sql<Json>(
        'SELECT organization_id AS id FROM snapshot_contact WHERE snapshot_id = $1 ORDER BY ordinal',
        [snapshotId],
      );
      const [kept, other] = organizations.map(({ id }) => id as string) as [string, string];
      await app.sql('UPDATE cohort_snapshot SET held_out = 1 WHERE id = $1', [snapshotId]);
      await app.sql('UPDATE snapshot_organization SET hold_out = true WHERE organization_id = $1', [other]);
      await app.sql('UPDATE snapshot_contact SET hold_out = true WHERE organization_id = $1', [other]);
      await merge(kept, other);
      expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
      await app.get(Launch).run(campaignId);
      const people = await app.sql('SELECT organization_id, hold_out FROM enrolment WHERE campaign_id = $1', [
        campaignId,
      ]);
      expect(people).toEqual([
        { organization_id: kept, hold_out: true },
        { organization_id: kept, hold_out: true },
      ]);
    });
  });

  test('binds by the suppression of either, also after it was undone', async () => {
    const { kept, other, anna } = await two();
    await ops.post('/suppressions', { kind: 'organization', value: other, reason: 'competitor' });
    const suppressed = async () =>
      (
        await app.sql<Json>(
          "SELECT count(*)::int AS n FROM suppression WHERE kind = 'organization' AND lifted_at IS NULL AND value = ANY($1)",
          [[kept, other]],
        )
      )[0]!.n;
    const { campaignId } = await campaignOf([{ contactId: anna, organizationId: kept }]);
    const { body } = await merge(kept, other);
    expect(await suppressed()).toBe(2);
    // what is said of the merged record later is said of the survivor
    const { kept: third, other: fourth } = await two();
    await merge(third, fourth);
    const said = await ops.post<Json>('/suppressions', { kind: 'organization', value: fourth, reason: 'legal' });
    expect(said.body).toMatchObject({ value: third });
    await undo(kept, body.id);
    expect(await suppressed()).toBe(2);
    expect(await enrolled(campaignId, anna)).toMatchObject({ state: 'pending' });
  });

  test('of two that employ one person ends the second job', async () => {
    const { kept, other, anna } = await two();
    await ops.post(`/contacts/${anna}/employments`, { organizationId: other, keepOthers: true });
    const { body } = await merge(kept, other);
    expect(await employersOf(anna)).toEqual([kept]);
    await undo(kept, body.id);
    expect((await employersOf(anna)).toSorted()).toEqual([kept, other].toSorted());
  });

  test('of two people with one address leaves both, and lists them', async () => {
    const { kept, other } = await two();
    const email = `${randomUUID()}@quay.example`;
    const one = await person(kept, { name: 'Kim Abara', email, sharedMailbox: true });
    const second = await person(other, { name: 'Abara, Kim', email, sharedMailbox: true });
    await merge(kept, other);
    expect(await employersOf(one.id)).toEqual([kept]);
    expect(await employersOf(second.id)).toEqual([kept]);
  });

  test('twice at once happens once; of a circle one side; of a chain both, one after the other', async () => {
    const { kept, other } = await two();
    const before = await app.deadlocks();
    const answers = await Promise.all([merge(kept, other), merge(kept, other), merge(other, kept)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const [a, b, c] = [await made(), await made(), await made()];
    const chain = await Promise.all([merge(b.id, a.id), merge(c.id, b.id)]);
    expect(chain.map(({ status }) => status)).toContain(201);
    expect(chain.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await app.deadlocks()).toBe(before);
    expect((await merge(kept, kept)).status).toBe(422);
    expect((await merge(kept, randomUUID())).status).toBe(404);
  });

  test('is for sales ops alone', async () => {
    const { kept, other } = await two();
    for (const role of ['rep', 'manager', 'executive', 'admin']) {
      const someone = await app.as(role, 'sales');
      for (const path of ['merges', 'merge-previews'])
        expect((await someone.post(`/organizations/${kept}/${path}`, { otherId: other })).status).toBe(403);
    }
  });
});

describe('owners', () => {
  async function owned() {
    const sides = await two();
    const [nancy, omar] = [await app.as('rep', 'sales'), await app.as('rep', 'sales')];
    for (const [id, rep] of [
      [sides.kept, nancy],
      [sides.other, omar],
    ] as const)
      await ops.post(`/organizations/${id}/ownership`, { repId: rep.id, reason: 'A test.' });
    const [{ id: task }] = (await app.sql<Json>(
      "INSERT INTO task (kind, title, organization_id, rep_id) VALUES ('call', 'Call', $1, $2) RETURNING id",
      [sides.other, omar.id],
    )) as [Json];
    return { ...sides, nancy, omar, task: task as string };
  }
  const ownerOf = async (id: string) => (await ops.get<Json>(`/organizations/${id}/ownership`)).body.repId;
  const taskOf = async (id: string) =>
    (await app.sql<Json>('SELECT organization_id, rep_id, state FROM task WHERE id = $1', [id]))[0]!;

  test('are asked about where they differ; the kept one’s owner gets the tasks, and an undo returns them', async () => {
    const { kept, other, nancy, omar, task } = await owned();
    expect((await preview(kept, other)).body.conflicts).toContainEqual({
      field: 'owner',
      kept: expect.any(String),
      other: expect.any(String),
    });
    const { body } = await merge(kept, other);
    expect(await ownerOf(kept)).toBe(nancy.id);
    expect(await taskOf(task)).toMatchObject({ organization_id: kept, rep_id: nancy.id });
    await undo(kept, body.id);
    expect(await taskOf(task)).toMatchObject({ organization_id: other, rep_id: omar.id });
  });

  test('the other’s is taken where a person says so, and is given back unless somebody else owns it since', async () => {
    const { kept, other, nancy, omar, task } = await owned();
    const first = await merge(kept, other, { take: ['owner'] });
    expect(await ownerOf(kept)).toBe(omar.id);
    expect((await ops.get<Json>(`/organizations/${kept}/ownership`)).body.history[0]).toMatchObject({
      fromRep: nancy.id,
      toRep: omar.id,
      changedBy: ops.id,
    });
    await undo(kept, first.body.id);
    expect([await ownerOf(kept), await ownerOf(other)]).toEqual([nancy.id, omar.id]);
    const second = await merge(kept, other, { take: ['owner'] });
    const rosa = await app.as('rep', 'sales');
    await ops.post(`/organizations/${kept}/ownership`, { repId: rosa.id, reason: 'A test.' });
    await undo(kept, second.body.id);
    expect(await ownerOf(kept)).toBe(rosa.id);
    expect(await taskOf(task)).toMatchObject({ organization_id: other, rep_id: omar.id });
  });

  test('one that has none gets the other’s, and an undo leaves it without', async () => {
    const { kept, other, omar } = await owned();
    await app.sql('DELETE FROM ownership WHERE organization_id = $1', [kept]);
    const { body } = await merge(kept, other);
    expect(await ownerOf(kept)).toBe(omar.id);
    await undo(kept, body.id);
    expect(await ownerOf(kept)).toBeNull();
  });

  test('a second task of a campaign to find somebody is cancelled, and comes back', async () => {
    const { kept, other } = await owned();
    const { campaignId } = await campaignOf([], [CALL('call')]);
    const tasks: string[] = [];
    for (const id of [kept, other])
      tasks.push(
        (
          await app.sql<Json>(
            "INSERT INTO task (kind, title, organization_id, campaign_id) VALUES ('find_contact', 'Find', $1, $2) RETURNING id",
            [id, campaignId],
          )
        )[0]!.id,
      );
    const { body } = await merge(kept, other);
    expect([(await taskOf(tasks[0]!)).state, (await taskOf(tasks[1]!)).state]).toEqual(['open', 'cancelled']);
    await undo(kept, body.id);
    expect(await taskOf(tasks[1]!)).toMatchObject({ organization_id: other, state: 'open' });
  });
});

describe('an undo', () => {
  test('gives back what moved, and leaves what changed since', async () => {
    const kept = await made();
    const other = await made({ phone: '+49 30 5550777', industry: 'Food', externalId: `x-${randomUUID()}` });
    const bert = await person(other.id);
    const { body } = await merge(kept.id, other.id);
    expect(await get(kept.id)).toMatchObject({ externalId: other.externalId, industry: 'Food' });
    const { revision } = await get(kept.id);
    await ops.patch(`/organizations/${kept.id}`, { industry: 'Shoes' }, { 'if-match': `"${revision}"` });
    const joined = await person(kept.id);
    expect((await undo(kept.id, body.id)).body.undoneAt).not.toBeNull();
    expect(await get(kept.id)).toMatchObject({ phone: null, industry: 'Shoes', externalId: null });
    expect(await get(other.id)).toMatchObject({ id: other.id, externalId: other.externalId, mergedInto: null });
    expect(await employersOf(bert.id)).toEqual([other.id]);
    expect(await employersOf(joined.id)).toEqual([kept.id]);
    expect((await undo(kept.id, body.id)).status).toBe(409);
  });

  test('of a merge whose survivor was merged in its turn comes after that one', async () => {
    const [one, second, third] = [await made(), await made(), await made()];
    const bert = await person(one.id);
    const first = (await merge(second.id, one.id)).body;
    const next = (await merge(third.id, second.id)).body;
    expect(await mergedInto(one.id)).toBe(third.id);
    expect(await employersOf(bert.id)).toEqual([third.id]);
    expect((await undo(second.id, first.id)).status).toBe(409);
    expect((await undo(third.id, next.id)).status).toBe(200);
    expect((await undo(second.id, first.id)).status).toBe(200);
    expect(await employersOf(bert.id)).toEqual([one.id]);
  });

  test('is asked for at one of its two organizations, and is over after 30 days', async () => {
    const [kept, other, third] = [await made(), await made(), await made()];
    const { body } = await merge(kept.id, other.id);
    expect(await undo(third.id, body.id)).toMatchObject({
      status: 404,
      body: { code: 'organization_merge_not_found' },
    });
    await app.sql("UPDATE organization_merge SET at = at - interval '31 days' WHERE id = $1", [body.id]);
    expect((await undo(other.id, body.id)).body).toMatchObject({ code: 'merge_not_undoable' });
    await app.sql("UPDATE organization_merge SET at = at + interval '31 days' WHERE id = $1", [body.id]);
    expect((await undo(other.id, body.id)).status).toBe(200);
    expect((await ops.get<Json>(`/organizations/${kept.id}/merges`)).body.items).toHaveLength(1);
  });

  test('also gives back what arrived at the merged record while the merge ran', async () => {
    const { kept, other, anna } = await two();
    const { body } = await merge(kept, other);
    // as an import writes it that found the record before the merge, and waited for it
    const late = await person(kept);
    await app.sql('UPDATE employment SET organization_id = $1 WHERE contact_id = $2', [other, late.id]);
    await app.get(OrganizationMerges).follow(0);
    expect(await employersOf(late.id)).toEqual([kept]);
    await undo(kept, body.id);
    expect(await employersOf(late.id)).toEqual([other]);
    expect(await employersOf(anna)).toEqual([kept]);
  });
});

/** Columns that refer to an organization and stay with the merged record, and why. */
const STAYS: Record<string, string> = {
  'organization_change.organization_id': 'what changed at that record',
  'organization_duplicate.organization_id': 'a pair of records',
  'organization_duplicate.other_id': 'a pair of records',
  'organization_merge.merged_id': 'a pair of records',
  'organization_merge.survivor_id': 'a pair of records',
  'organization_pace.organization_id': 'the later one of the two is kept',
  'ownership.organization_id': 'one organization has one owner; an undo finds it there',
  'ownership_change.organization_id': 'who owned that record when',
  'snapshot_organization.organization_id': 'frozen; a launch follows the merge',
};

test('whatever refers to an organization moves with a merge, or stays for a reason', async () => {
  const referring = await app.sql<{ column: string }>(
    `SELECT conrelid::regclass || '.' || a.attname AS column
       FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
      WHERE contype = 'f' AND confrelid = 'organization'::regclass ORDER BY 1`,
  );
  const text = readdirSync(`${project}src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(merge-[\w-]+(\.sql)?|moving-organizations\.sql)\.ts$/.test(file))
    .map((file) => readFileSync(`${project}src/${file}`, 'utf8'))
    .join('\n');
  const moves = (column: string): boolean => {
    const [table, name] = column.split('.');
    return new RegExp(`UPDATE ${table}(?: \\w+)?\\s+SET ${name} = \\$2\\s+WHERE ${name} = \\$1`).test(text);
  };
  const known = referring.map(({ column }) => column);
  expect(known.length).toBeGreaterThan(20);
  expect(Object.keys(STAYS).filter((column) => !known.includes(column))).toEqual([]);
  expect(known.filter((column) => moves(column) === column in STAYS)).toEqual([]);
});

describe('likely duplicates', () => {
  const listed = async (ids: string[]): Promise<Json[]> => {
    await app.get(OrganizationDuplicates).find(0);
    const found: Json[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/organization-duplicates${cursor ? `?cursor=${cursor}` : ''}`;
      const { body }: { body: Json } = await ops.get<Json>(path);
      found.push(...body.items);
      cursor = body.nextCursor;
    }
    return found.filter(({ organizationId, otherId }) => ids.includes(organizationId) && ids.includes(otherId));
  };
  const BERLIN = { city: 'Berlin', country: 'Germany' };
  const BONN = { city: 'Bonn', country: 'Germany' };

  test.each([
    [
      'names that differ by a letter, one place',
      'Alfreds Futterkiste',
      BERLIN,
      'Alfred Futterkiste',
      BERLIN,
      'like_name',
    ],
    ['one word that differs by a letter', 'Contoso', BERLIN, 'Contosso', BERLIN, 'like_name'],
    ['another legal form', 'Königlich Essen GmbH', BERLIN, 'Koniglich Essen', BERLIN, 'like_name'],
    ['one that says no place', 'Lehmanns Marktstand', BERLIN, 'Lehmanns Marktstand AG', {}, 'like_name'],
    ['one name in two places', 'Toms Laden', BERLIN, 'Toms Laden', BONN, null],
    ['one name in two countries', 'Ottilies', { country: 'Germany' }, 'Ottilies', { country: 'France' }, null],
    [
      'one name in two places with one domain',
      'Frank Ost',
      { ...BERLIN, domain: 'ost.example' },
      'Frank Ost',
      { ...BONN, domain: 'ost.example' },
      'same_domain',
    ],
    [
      'one name in two places with one number',
      'Wand Bau',
      { ...BERLIN, phone: '+49 30 5550600' },
      'Wand Bau',
      { ...BONN, phone: '+49305550600' },
      'same_phone',
    ],
    [
      'two names with one domain',
      'Pairmill',
      { domain: 'pairmill.example' },
      'Holding of Anders',
      { domain: 'pairmill.example' },
      'same_domain',
    ],
    ['a public mail provider', 'Drachenblut', { domain: 'gmx.de' }, 'Maison Dewey', { domain: 'gmx.de' }, null],
    ['a longer name', 'Siemer', BERLIN, 'Siemer Energy', BERLIN, null],
  ])('%s', async (_, name, facts, otherName, otherFacts, why) => {
    const ids = [(await made({ name, ...facts })).id, (await made({ name: otherName, ...otherFacts })).id];
    expect((await listed(ids)).map((each) => each.why)).toEqual(why ? [why] : []);
  });

  test('"not the same" is remembered, and what was merged is gone', async () => {
    const name = `Rattlesnake ${randomUUID().slice(0, 8)}`;
    const [one, other, third] = [await made({ name }), await made({ name }), await made({ name })];
    const ids = [one.id, other.id, third.id];
    expect(await listed(ids)).toHaveLength(3);
    const dismissal = { organizationId: other.id, otherId: one.id };
    expect((await ops.post('/organization-duplicates/dismissals', dismissal)).status).toBe(204);
    await app.sql('UPDATE organization SET updated_at = app_now() WHERE id = ANY($1)', [ids]);
    expect(await listed(ids)).toHaveLength(2);
    await merge(one.id, third.id);
    expect(await listed(ids)).toEqual([]);
    expect((await (await app.as('rep', 'sales')).get('/organization-duplicates')).status).toBe(403);
    expect((await ops.get('/organization-duplicates?cursor=x')).status).toBe(422);
    const unknown = { organizationId: one.id, otherId: randomUUID() };
    expect((await ops.post('/organization-duplicates/dismissals', unknown)).status).toBe(404);
  });
});
