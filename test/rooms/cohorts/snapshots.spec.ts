import { Installation, type Json, type Person } from '../../support/installation.js';
import { contact, employ, everything, many, organizations, suppress, version } from './cohorts.rows.js';

let app: Installation;
let ops: Person;
let versionId: string;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  versionId = await version(app);
  await many(app, 200, 'NO');
});
afterAll(() => app.close());

const inCountry = (country: string) => ({ field: 'country', op: 'is', value: country });

async function cohort(country: string, more: object = {}): Promise<string> {
  const facts = {
    versionId,
    name: country,
    rule: inCountry(country),
    requiredRoles: ['economic_buyer'],
    seed: 'one',
    ...more,
  };
  const { status, body } = await ops.post('/cohorts', facts);
  expect(status).toBe(201);
  return body.id as string;
}

async function freeze(cohortId: string): Promise<Json> {
  const { status, body } = await ops.post(`/cohorts/${cohortId}/snapshots`);
  expect(status).toBe(201);
  return body;
}

const chosen = (id: string, filter = ''): Promise<Json[]> =>
  everything((path) => ops.get(path), `/snapshots/${id}/organizations${filter}`);
const people = (id: string, filter = ''): Promise<Json[]> =>
  everything((path) => ops.get(path), `/snapshots/${id}/contacts${filter}`);
const idsOf = (list: Json[], what: string): string[] => list.map((each) => each[what]);
const heldOut = async (id: string): Promise<string[]> =>
  idsOf(await chosen(id, '?holdOut=true'), 'organizationId').sort();
const tally = (list: Json[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { excluded } of list) counts[excluded ?? 'included'] = (counts[excluded ?? 'included'] ?? 0) + 1;
  return counts;
};

describe('the hold-out', () => {
  test('is the same for the same seed, and another for another', async () => {
    const first = await freeze(await cohort('NO', { holdOutPercent: 20 }));
    const again = await freeze(await cohort('NO', { holdOutPercent: 20 }));
    const other = await freeze(await cohort('NO', { holdOutPercent: 20, seed: 'two' }));
    expect(first.heldOut).toBe(40);
    expect(await heldOut(again.id)).toEqual(await heldOut(first.id));
    expect(idsOf(await people(again.id), 'contactId')).toEqual(idsOf(await people(first.id), 'contactId'));
    expect(await heldOut(other.id)).not.toEqual(await heldOut(first.id));
    expect(idsOf(await people(other.id), 'contactId')).not.toEqual(idsOf(await people(first.id), 'contactId'));
  });

  test.each([0, 1, 7, 10, 33, 50])(
    'of %i percent is right over all and, to within one, in each stratum',
    async (percent) => {
      const { id, heldOut: waiting } = await freeze(await cohort('NO', { holdOutPercent: percent }));
      expect(waiting).toBe(Math.round((200 * percent) / 100));
      const strata = new Map<string, { n: number; waiting: number }>();
      for (const { stratum, holdOut } of await chosen(id)) {
        const found = strata.get(stratum) ?? { n: 0, waiting: 0 };
        strata.set(stratum, { n: found.n + 1, waiting: found.waiting + (holdOut ? 1 : 0) });
      }
      for (const { n, waiting: here } of strata.values()) expect(Math.abs(here - (n * percent) / 100)).toBeLessThan(1);
      if (percent === 10) expect([...strata.keys()]).toContain('food, 250–999');
    },
  );

  test('takes whole organizations, and their people come last', async () => {
    const { id, decisionMakersHeldOut } = await freeze(await cohort('NO', { holdOutPercent: 20 }));
    const waiting = new Set(await heldOut(id));
    const all = await people(id);
    expect(all.every((person) => person.holdOut === waiting.has(person.organizationId))).toBe(true);
    expect(all.filter((person) => person.holdOut)).toHaveLength(decisionMakersHeldOut);
    expect(all.slice(-decisionMakersHeldOut).every((person) => person.holdOut)).toBe(true);
  });

  test('pools strata that are too small to have one of their own wait', async () => {
    await organizations(
      app,
      Array.from({ length: 40 }, (_, at) => ({
        name: `Odd ${at}`,
        sector: `Sector ${at}`,
        country: 'IS',
        people: [{}],
      })),
    );
    const { id } = await freeze(await cohort('IS', { holdOutPercent: 10 }));
    expect(new Set(idsOf(await chosen(id), 'stratum'))).toEqual(new Set(['small strata']));
    expect(await heldOut(id)).toHaveLength(4);
  });

  test('is what the preview said it would be', async () => {
    const cohortId = await cohort('NO', { holdOutPercent: 15 });
    const { holdOut, organizations: found, decisionMakers } = (await ops.get(`/cohorts/${cohortId}/preview`)).body;
    const snapshot = await freeze(cohortId);
    expect(snapshot).toMatchObject({ heldOut: holdOut.organizations, decisionMakersHeldOut: holdOut.decisionMakers });
    expect(snapshot).toMatchObject({ organizations: found.found, decisionMakers: decisionMakers.found });
  });
});

describe('the people', () => {
  test('are numbered without gaps, an organization’s together, not in the order of the alphabet', async () => {
    const all = await people((await freeze(await cohort('NO'))).id);
    expect(idsOf(all, 'ordinal')).toEqual(Array.from({ length: 400 }, (_, at) => at + 1));
    const ids = idsOf(all, 'organizationId');
    expect(ids.filter((each, at) => each !== ids[at - 1])).toHaveLength(200);
    const named = idsOf(all, 'organization');
    expect(named).not.toEqual([...named].sort());
  });

  test('stand once: in the strongest of their roles, at one of their organizations, and not at a suppressed one', async () => {
    const ids = await organizations(app, [
      { name: 'Stopped', country: 'DK', people: [{ name: 'Only here' }] },
      { name: 'Open', country: 'DK', people: [{ name: 'Two roles', roles: ['end_user', 'economic_buyer'] }] },
    ]);
    const both = await contact(app, { name: 'Both' });
    await employ(app, both, ids.Stopped!, { roles: ['economic_buyer'] });
    await employ(app, both, ids.Open!, { roles: ['end_user'] });
    await suppress(app, 'organization', ids.Stopped!);
    const { id } = await freeze(await cohort('DK', { requiredRoles: ['end_user', 'economic_buyer'] }));
    const all = Object.fromEntries(
      (await people(id)).map((person) => [person.contact, [person.organization, person.role, person.excluded]]),
    );
    expect(all).toEqual({
      'Only here': ['Stopped', 'economic_buyer', 'suppressed'],
      'Two roles': ['Open', 'economic_buyer', null],
      Both: ['Open', 'end_user', null],
    });
  });
});

describe('exclusions', () => {
  test('carry their reasons, and the numbers add up', async () => {
    const ids = await organizations(app, [
      {
        name: 'Good',
        country: 'AT',
        people: [
          { name: 'In' },
          { name: 'No address', email: null },
          { name: 'Phone only', email: null, phone: '+431000001' },
        ],
      },
      { name: 'Nobody', country: 'AT' },
      {
        name: 'Dead addresses',
        country: 'AT',
        people: [
          { name: 'Bounced', emailState: 'bounced' },
          { name: 'Invalid', emailState: 'invalid' },
        ],
      },
      {
        name: 'Do not mail',
        country: 'AT',
        people: [
          { name: 'No mail', preference: 'no_email' },
          { name: 'Calls', preference: 'no_email', phone: '+431000002' },
        ],
      },
      { name: 'Stopped', country: 'AT', people: [{ name: 'Stopped one' }] },
      { name: 'Domain', country: 'AT', people: [{ name: 'Domain one', email: 'x@blocked.example' }] },
      { name: 'Busy', country: 'AT', people: [{ name: 'Busy one' }, { name: 'Also bounced', emailState: 'bounced' }] },
      { name: 'Erased', country: 'AT', people: [{ name: 'Erased one', erased: true }] },
    ]);
    await suppress(app, 'organization', ids.Stopped!);
    await suppress(app, 'domain', 'blocked.example');
    const { Overlaps } = await import('../../../src/cohorts/index.js');
    await app.asOwner('CREATE TABLE busy (contact_id uuid)');
    await app.sql('INSERT INTO busy VALUES ($1), ($1)', [ids['Busy one']]);
    app
      .get(Overlaps)
      .register('test', "SELECT '00000000-0000-7000-8000-000000000001'::uuid, 'Spring', contact_id FROM busy");

    const snapshot = await freeze(await cohort('AT', { holdOutPercent: 50 }));
    const [listed, persons] = [await chosen(snapshot.id), await people(snapshot.id)];
    const reasons = Object.fromEntries(listed.map((each) => [each.organization, each.excluded]));
    expect(reasons).toEqual({
      Good: null,
      Nobody: 'no_decision_maker',
      'Dead addresses': 'nobody_reachable',
      'Do not mail': null,
      Stopped: 'suppressed',
      Domain: 'suppressed',
      Busy: 'in_another_campaign',
      Erased: 'no_decision_maker',
    });
    expect(tally(persons)).toEqual({
      included: 3,
      no_verified_address: 5,
      suppressed: 2,
      in_another_campaign: 1,
      erased: 1,
    });
    expect(snapshot).toMatchObject({
      organizations: 8,
      organizationsExcluded: 6,
      decisionMakers: 12,
      decisionMakersExcluded: 9,
      heldOut: 1,
    });
    // nobody of an excluded organization takes part, and no excluded organization waits
    const out = new Set(listed.filter((each) => each.excluded).map((each) => each.organizationId));
    expect(persons.filter((person) => out.has(person.organizationId) && !person.excluded)).toEqual([]);
    expect(listed.filter((each) => each.excluded && each.holdOut)).toEqual([]);
    expect(idsOf(await people(snapshot.id, '?excluded=none'), 'contact').sort()).toEqual(['Calls', 'In', 'Phone only']);
    expect(await chosen(snapshot.id, '?excluded=no_decision_maker')).toHaveLength(2);
  });
});

describe('a snapshot', () => {
  test('stays as it was when an organization, a person or the cohort changes', async () => {
    const ids = await organizations(app, [{ name: 'Moves away', country: 'LU', people: [{ name: 'Stays' }] }]);
    const cohortId = await cohort('LU');
    const snapshot = await freeze(cohortId);
    const before = [await chosen(snapshot.id), await people(snapshot.id)];
    await app.sql("UPDATE organization SET country = 'DE', sector = 'Energy' WHERE id = $1", [ids['Moves away']]);
    await app.sql('UPDATE employment SET until = current_date WHERE organization_id = $1', [ids['Moves away']]);
    await organizations(app, [{ name: 'Newcomer', country: 'LU', people: [{}] }]);
    await ops.patch(`/cohorts/${cohortId}`, { rule: inCountry('DE'), holdOutPercent: 50 }, { 'if-match': '"1"' });
    expect((await ops.get(`/snapshots/${snapshot.id}`)).body).toEqual(snapshot);
    expect([await chosen(snapshot.id), await people(snapshot.id)]).toEqual(before);
    expect(snapshot).toMatchObject({ sentence: 'Organizations where Country is “LU”.', seed: 'one', frozenBy: ops.id });
  });

  test('is frozen once however often the request comes', async () => {
    const cohortId = await cohort('NO');
    const key = { 'idempotency-key': 'freeze-once' };
    const answers = await Promise.all([1, 2, 3].map(() => ops.post(`/cohorts/${cohortId}/snapshots`, undefined, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await ops.get(`/snapshots?cohortId=${cohortId}`)).body.items).toHaveLength(1);
  });

  test('of two cohorts at once are both whole', async () => {
    const cohorts = await Promise.all([cohort('NO', { holdOutPercent: 10 }), cohort('NO', { holdOutPercent: 50 })]);
    const [few, half] = await Promise.all(cohorts.map(freeze));
    expect([few.heldOut, half.heldOut]).toEqual([20, 100]);
    expect([few.organizations, half.organizations]).toEqual([200, 200]);
  });

  test('of an empty cohort is refused, and nothing is kept', async () => {
    const cohortId = await cohort('AQ');
    expect(await ops.post(`/cohorts/${cohortId}/snapshots`)).toMatchObject({
      status: 422,
      body: { code: 'empty_cohort' },
    });
    expect(await app.sql('SELECT FROM cohort_snapshot WHERE cohort_id = $1', [cohortId])).toEqual([]);
  });

  test('of a cohort whose rule asks for a field that has gone is refused by that field', async () => {
    const cohortId = await cohort('NO');
    await app.sql('UPDATE cohort SET rule = $2 WHERE id = $1', [
      cohortId,
      JSON.stringify({ field: 'attributes.gone', op: 'is', value: 'x' }),
    ]);
    expect(await ops.post(`/cohorts/${cohortId}/snapshots`)).toMatchObject({
      status: 422,
      body: { code: 'rule_invalid', errors: [{ pointer: '/rule/field', code: 'unknown_field' }] },
    });
    expect((await ops.get(`/cohorts/${cohortId}`)).body.sentence).toContain('attributes.gone');
  });

  test('that is not there, or a cohort that is not, is not found', async () => {
    const unknown = '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b';
    for (const path of [
      `/snapshots/${unknown}`,
      `/snapshots/${unknown}/organizations`,
      `/snapshots/${unknown}/contacts`,
      `/cohorts/${unknown}`,
      `/cohorts/${unknown}/preview`,
      '/snapshots/x',
    ])
      expect((await ops.get(path)).status).toBe(404);
    expect((await ops.post(`/cohorts/${unknown}/snapshots`)).status).toBe(404);
  });

  test('is audited with who froze it', async () => {
    const { id } = await freeze(await cohort('NO'));
    expect(
      await app.sql("SELECT actor, action FROM audit_entry WHERE entity = 'cohort_snapshot' AND entity_id = $1", [id]),
    ).toEqual([{ actor: ops.id, action: 'insert' }]);
  });
});
