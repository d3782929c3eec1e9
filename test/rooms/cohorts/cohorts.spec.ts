import { Installation, type Json, type Person } from '../../support/installation.js';
import { contact, employ, everything, organizations, suppress, version } from './cohorts.rows.js';

let app: Installation;
let ops: Person;
let rep: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  rep = await app.as('rep', 'sales');
  await app.sql(
    "INSERT INTO attribute_field (scope, name, type) VALUES ('organization', 'erp', 'text'), ('organization', 'sites', 'number'), ('contact', 'seniority', 'number')",
  );
});
afterAll(() => app.close());

const inCountry = (country: string) => ({ field: 'country', op: 'is', value: country });
const preview = async (rule: object, more: object = {}): Promise<Json> => {
  const answer = await ops.post('/cohort-previews', { rule, requiredRoles: ['economic_buyer'], ...more });
  expect(answer.status).toBe(200);
  return answer.body;
};
const names = (body: Json): string[] => body.sample.map((each: Json) => each.name).sort();

describe('fields and rules', () => {
  test('the fields are told with their operators, custom attributes among them, and no SQL leaves', async () => {
    const { body } = await rep.get('/cohort-fields');
    const keys = body.items.map((field: Json) => field.key);
    expect(keys).toEqual(
      expect.arrayContaining([
        'industry',
        'contacts.role',
        'contacts.title',
        'attributes.erp',
        'contacts.attributes.seniority',
      ]),
    );
    expect(body.items.find((field: Json) => field.key === 'attributes.sites')).toMatchObject({
      type: 'number',
      label: 'sites',
    });
    expect(JSON.stringify(body)).not.toMatch(/select|o\.|c\./i);
  });

  test('every field of the catalogue stands in a statement that runs, with each of its operators', async () => {
    const { body } = await ops.get('/cohort-fields');
    const sample: Json = { text: 'x', number: 1, date: '2026-01-02', enum: 'x', set: 'x' };
    const valueOf = (field: Json, takes: string): unknown => {
      const one = field.options?.[0] ?? sample[field.type];
      return { nothing: undefined, one, list: [one], pair: [one, one], days: 7 }[takes];
    };
    const rules = body.items.flatMap((field: Json) =>
      field.operators.map(({ op, takes }: Json) => {
        const condition = { field: field.key, op, value: valueOf(field, takes) };
        return field.scope === 'contact' ? { contacts: { match: 'some', where: condition } } : condition;
      }),
    );
    expect(rules.length).toBeGreaterThan(200);
    for (let at = 0; at < rules.length; at += 60) await preview({ any: rules.slice(at, at + 60) });
  });

  test('a rule is read back as a sentence without being saved', async () => {
    const rule = {
      all: [
        inCountry('DE'),
        { contacts: { match: 'some', where: { field: 'contacts.role', op: 'includes', value: 'champion' } } },
      ],
    };
    expect((await rep.post('/rule-readings', { rule })).body).toEqual({
      sentence:
        'Organizations where Country is “DE” and there is a contact whose Contact: Buying role includes “champion”.',
      problems: [],
    });
  });

  test('a wrong rule is refused with every problem, where it is, and what may have been meant', async () => {
    const rule = {
      all: [
        { field: 'contry', op: 'is', value: 'DE' },
        { field: 'employees', op: 'gte', value: 'many' },
        { field: 'attributes.erb', op: 'is', value: 'x' },
      ],
    };
    const answer = await ops.post('/cohort-previews', { rule, requiredRoles: ['champion'] });
    expect(answer).toMatchObject({ status: 422, body: { code: 'rule_invalid' } });
    expect(answer.body.errors).toMatchObject([
      {
        field: 'rule.all.0.field',
        pointer: '/rule/all/0/field',
        code: 'unknown_field',
        suggestions: expect.arrayContaining(['country']),
      },
      { pointer: '/rule/all/1/value', code: 'wrong_type' },
      { pointer: '/rule/all/2/field', code: 'unknown_field', suggestions: ['attributes.erp'] },
    ]);
    expect((await rep.post('/rule-readings', { rule })).body).toMatchObject({
      sentence: null,
      problems: { length: 3 },
    });
  });

  test('a rule that names no field is refused', async () => {
    expect(await ops.post('/cohort-previews', { rule: {}, requiredRoles: ['champion'] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/rule', code: 'not_a_rule' }] },
    });
  });

  test('hostile rules select nothing, break nothing and raise no error of ours', async () => {
    const deep = Array.from({ length: 50 }).reduce<object>((inner) => ({ not: inner }), inCountry('DE'));
    const refused: object[] = [
      { field: "country' OR 1=1 --", op: 'is', value: 'x' },
      { field: 'constructor', op: 'is', value: 'x' },
      { field: 'name', op: 'is) OR (1=1', value: 'x' },
      { field: 'name', op: 'is', value: 'a\u0000b' },
      { field: 'name', op: 'is', value: { toString: 'x' } },
      { all: [] },
      { any: Array.from({ length: 300 }, () => inCountry('DE')) },
      deep,
    ];
    for (const rule of refused)
      expect((await ops.post('/cohort-previews', { rule, requiredRoles: ['champion'] })).status).toBe(422);
    const quoted = await preview({ field: 'name', op: 'is', value: `'; DROP TABLE organization; --%_\\ $1` });
    expect(quoted.organizations.found).toBe(0);
    expect((await app.sql('SELECT count(*) FROM organization')).length).toBe(1);
  });

  test('a room above adds a field of its own, once', async () => {
    const { FieldCatalogue } = await import('../../../src/cohorts/index.js');
    const fields = app.get(FieldCatalogue);
    fields.register('nameLength', {
      label: 'Length of the name',
      type: 'number',
      scope: 'organization',
      sql: 'length(o.name)',
    });
    await organizations(app, [
      { name: 'Ab', country: 'JE' },
      { name: 'Abcdef', country: 'JE' },
    ]);
    expect(names(await preview({ all: [inCountry('JE'), { field: 'nameLength', op: 'gt', value: 2 }] }))).toEqual([
      'Abcdef',
    ]);
    expect(() =>
      fields.register('nameLength', { label: 'x', type: 'text', scope: 'organization', sql: 'o.name' }),
    ).toThrow('twice');
    expect(() =>
      fields.register('contacts.x', { label: 'x', type: 'text', scope: 'organization', sql: 'o.name' }),
    ).toThrow('scope');
  });
});

describe('what matches', () => {
  test('custom attributes are asked like columns', async () => {
    await organizations(app, [
      { name: 'Sap 12', country: 'FI', attributes: { erp: 'SAP', sites: 12 } },
      { name: 'Sap 2', country: 'FI', attributes: { erp: 'sap', sites: 2 } },
      { name: 'Nothing known', country: 'FI' },
    ]);
    const many = { field: 'attributes.sites', op: 'gte', value: 10 };
    expect(
      names(await preview({ all: [inCountry('FI'), { field: 'attributes.erp', op: 'is', value: 'SAP' }] })),
    ).toEqual(['Sap 12', 'Sap 2']);
    expect(names(await preview({ all: [inCountry('FI'), many] }))).toEqual(['Sap 12']);
    expect(names(await preview({ all: [inCountry('FI'), { not: many }] }))).toEqual(['Nothing known', 'Sap 2']);
  });

  test('roles, titles and addresses are asked of the same person, of those who work there today', async () => {
    const title = 'Head of stores';
    await organizations(app, [
      { name: 'Same person', country: 'SE', people: [{ title, roles: ['champion'] }] },
      { name: 'Two people', country: 'SE', people: [{ title, roles: ['blocker'] }, { roles: ['champion'] }] },
      { name: 'Left', country: 'SE', people: [{ title, roles: ['champion'], left: true }] },
      { name: 'Erased', country: 'SE', people: [{ title, roles: ['champion'], erased: true }] },
    ]);
    const where = {
      all: [
        { field: 'contacts.title', op: 'starts_with', value: 'head' },
        { field: 'contacts.role', op: 'includes', value: 'champion' },
      ],
    };
    expect(names(await preview({ all: [inCountry('SE'), { contacts: { match: 'some', where } }] }))).toEqual([
      'Same person',
    ]);
    expect(names(await preview({ all: [inCountry('SE'), { contacts: { match: 'none', where } }] }))).toEqual([
      'Erased',
      'Left',
      'Two people',
    ]);
  });
});

describe('a preview', () => {
  const rule = inCountry('PT');
  const requiredRoles = ['economic_buyer', 'champion', 'end_user'];

  beforeAll(async () => {
    const ids = await organizations(app, [
      {
        name: 'Full',
        sector: 'Food',
        country: 'PT',
        employees: 20,
        people: [
          { name: 'A', roles: ['champion', 'economic_buyer'] },
          { name: 'B', roles: ['end_user'], emailState: 'unverified' },
        ],
      },
      {
        name: 'Half',
        sector: 'Food',
        country: 'PT',
        employees: 900,
        people: [
          { name: 'C', roles: ['champion'], email: null, phone: '+351210000001' },
          { name: 'Cousin', roles: ['other'] },
        ],
      },
      { name: 'Empty', sector: 'Energy', country: 'PT' },
      { name: 'Wrong role', country: 'PT', people: [{ name: 'D', roles: ['coach'] }] },
      { name: 'Stopped', country: 'PT', people: [{ name: 'E' }] },
      { name: 'Stopped person', country: 'PT', people: [{ name: 'F', email: 'stop@example.com' }] },
      {
        name: 'Bounced',
        country: 'PT',
        people: [
          { name: 'G', emailState: 'bounced' },
          { name: 'H', email: null },
          { name: 'I', preference: 'no_email' },
        ],
      },
      { name: 'Busy', country: 'PT', people: [{ name: 'J' }] },
      { name: 'Erased', country: 'PT', people: [{ name: 'K', erased: true }] },
    ]);
    await suppress(app, 'organization', ids.Stopped!);
    await suppress(app, 'address', 'stop@example.com');
    const { Overlaps } = await import('../../../src/cohorts/index.js');
    await app.asOwner('CREATE TABLE busy (contact_id uuid)');
    await app.sql('INSERT INTO busy VALUES ($1)', [ids.J]);
    app
      .get(Overlaps)
      .register('test', "SELECT '00000000-0000-7000-8000-000000000001'::uuid, 'Spring', contact_id FROM busy");
  });

  test('counts organizations and decision makers, with a reason and a number for each exclusion', async () => {
    const body = await preview(rule, { requiredRoles });
    expect(body.sentence).toBe('Organizations where Country is “PT”.');
    expect(body.organizations).toEqual({ found: 9, included: 2, excluded: 7 });
    expect(body.decisionMakers).toEqual({ found: 10, included: 3, excluded: 7, verified: 1, unverified: 2 });
    const of = (what: string) =>
      Object.fromEntries(
        body.exclusions.filter((each: Json) => each.of === what).map((each: Json) => [each.reason, each.count]),
      );
    expect(of('organizations')).toEqual({
      suppressed: 2,
      in_another_campaign: 1,
      no_decision_maker: 3,
      nobody_reachable: 1,
    });
    expect(of('decision_makers')).toEqual({ suppressed: 2, in_another_campaign: 1, no_verified_address: 3, erased: 1 });
  });

  test('breaks down by sector, country, size and role', async () => {
    const { breakdown } = await preview(rule, { requiredRoles });
    expect(breakdown.sector).toEqual({
      values: [
        { value: null, organizations: 6, included: 0 },
        { value: 'Food', organizations: 2, included: 2 },
        { value: 'Energy', organizations: 1, included: 0 },
      ],
      others: 0,
    });
    expect(breakdown.country.values).toEqual([{ value: 'PT', organizations: 9, included: 2 }]);
    expect(breakdown.size.values).toContainEqual({ value: '250–999', organizations: 1, included: 1 });
    expect(breakdown.role).toEqual([
      { role: 'economic_buyer', decisionMakers: 8, included: 1 },
      { role: 'champion', decisionMakers: 1, included: 1 },
      { role: 'end_user', decisionMakers: 1, included: 1 },
    ]);
  });

  test('tells which roles are filled where, also where one person fills two', async () => {
    const { completeness, warnings } = await preview(rule, { requiredRoles });
    expect(completeness).toEqual({
      roles: [
        { role: 'economic_buyer', with: 5, without: 4, reachable: 1 },
        { role: 'champion', with: 2, without: 7, reachable: 2 },
        { role: 'end_user', with: 1, without: 8, reachable: 1 },
      ],
      allFilled: 1,
      noneFilled: 3,
    });
    expect(warnings.map((each: Json) => each.code)).toEqual(['role_missing', 'role_missing', 'mostly_unverified']);
  });

  test('shows a sample with its people, each in the strongest required role', async () => {
    const { sample } = await preview(rule, { requiredRoles });
    expect(sample.find((each: Json) => each.name === 'Full')).toMatchObject({
      excluded: null,
      decisionMakers: [
        { name: 'A', role: 'economic_buyer', excluded: null },
        { name: 'B', role: 'end_user', emailState: 'unverified' },
      ],
    });
    expect(sample.find((each: Json) => each.name === 'Half').decisionMakers).toMatchObject([{ name: 'C' }]);
  });

  test('names the running campaigns that have some of these people', async () => {
    expect((await preview(rule, { requiredRoles })).overlaps).toEqual([
      { campaignId: '00000000-0000-7000-8000-000000000001', campaign: 'Spring', organizations: 1, decisionMakers: 1 },
    ]);
  });

  test('warns of a hold-out that could show nothing, and suggests none', async () => {
    const body = await preview(rule, { requiredRoles, holdOutPercent: 50 });
    expect(body.holdOut).toMatchObject({
      percent: 50,
      suggestedPercent: 0,
      organizations: 1,
      detectableDifference: expect.any(Number),
    });
    expect(body.warnings).toContainEqual({
      code: 'hold_out_too_small',
      message: expect.stringContaining('no difference would show'),
    });
    expect((await preview(rule, { requiredRoles })).holdOut).toMatchObject({
      percent: 0,
      organizations: 0,
      detectableDifference: null,
    });
  });

  test('of a saved cohort lists who is excluded, page by page, and by reason', async () => {
    const made = await ops.post('/cohorts', { versionId: await version(app), name: 'Portugal', rule, requiredRoles });
    const { id } = made.body;
    const page = async (path: string) => everything((at) => ops.get(at), `/cohorts/${id}/${path}`);
    expect((await ops.get(`/cohorts/${id}/preview`)).body.exclusions).toEqual(
      (await preview(rule, { requiredRoles })).exclusions,
    );
    expect((await page('excluded-organizations')).map((each) => each.name).sort()).toEqual([
      'Bounced',
      'Busy',
      'Empty',
      'Erased',
      'Stopped',
      'Stopped person',
      'Wrong role',
    ]);
    expect(
      (await page('excluded-contacts?reason=suppressed')).map((each) => [each.name, each.organization]).sort(),
    ).toEqual([
      ['E', 'Stopped'],
      ['F', 'Stopped person'],
    ]);
    const first = (await ops.get(`/cohorts/${id}/excluded-contacts?limit=2`)).body;
    const rest = (await ops.get(`/cohorts/${id}/excluded-contacts?cursor=${first.nextCursor}`)).body;
    expect(new Set([...first.items, ...rest.items].map((each: Json) => each.id)).size).toBe(7);
    expect((await ops.get(`/cohorts/${id}/excluded-contacts?reason=shoe_size`)).status).toBe(422);
  });

  test('of nothing says so', async () => {
    const body = await preview(inCountry('AQ'));
    expect(body.organizations).toEqual({ found: 0, included: 0, excluded: 0 });
    expect(body.warnings).toMatchObject([{ code: 'empty_cohort' }]);
  });

  test('counts a person with two employers once, where the role is stronger', async () => {
    const ids = await organizations(app, [
      { name: 'Weak', country: 'GR' },
      { name: 'Strong', country: 'GR', people: [{ name: 'Strong one' }] },
    ]);
    const both = await contact(app, { name: 'Both' });
    await employ(app, both, ids.Weak!, { roles: ['end_user'] });
    await employ(app, both, ids.Strong!, { roles: ['champion'] });
    const body = await preview(inCountry('GR'), { requiredRoles });
    expect(body.decisionMakers.found).toBe(2);
    expect(body.sample.find((each: Json) => each.name === 'Weak')).toMatchObject({
      excluded: 'reached_elsewhere',
      decisionMakers: [],
    });
  });
});

describe('a cohort', () => {
  const rule = inCountry('PT');

  test('takes from the version what was left out', async () => {
    const versionId = await version(app, { rule, roles: ['champion', 'economic_buyer'] });
    const { status, body } = await ops.post('/cohorts', { versionId, name: 'As the authors meant it' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      rule,
      sentence: 'Organizations where Country is “PT”.',
      rationale: 'They reorder the same goods each week.',
      requiredRoles: ['economic_buyer', 'champion'],
      holdOutPercent: 0,
      revision: 1,
    });
    expect(body.seed).toMatch(/^[0-9a-f]{16}$/);
  });

  test('without rule or roles, in the version either, is refused by both names', async () => {
    const { status, body } = await ops.post('/cohorts', {
      versionId: await version(app, { roles: [] }),
      name: 'Nothing',
    });
    expect([status, body.code, body.errors.map((each: Json) => each.field)]).toEqual([
      422,
      'cohort_incomplete',
      ['rule', 'requiredRoles'],
    ]);
  });

  test('of a version that is not there, or with values out of range, is refused', async () => {
    const versionId = await version(app, { rule });
    expect((await ops.post('/cohorts', { versionId: '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b', name: 'x' })).status).toBe(
      404,
    );
    const { body } = await ops.post('/cohorts', {
      versionId,
      name: '',
      holdOutPercent: 51,
      requiredRoles: ['king'],
      rule: [],
      shoeSize: 43,
    });
    expect(new Set(body.errors.map((each: Json) => each.field))).toEqual(
      new Set(['name', 'holdOutPercent', 'requiredRoles', 'rule', 'shoeSize']),
    );
  });

  test('is made once however often the request comes', async () => {
    const request = { versionId: await version(app, { rule }), name: 'Once' };
    const key = { 'idempotency-key': 'cohort-once' };
    const answers = await Promise.all([ops.post('/cohorts', request, key), ops.post('/cohorts', request, key)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await rep.get(`/cohorts?versionId=${request.versionId}`)).body.items).toHaveLength(1);
  });

  test('is edited on the revision that was read; of two edits at once one is stale', async () => {
    const { id } = (await ops.post('/cohorts', { versionId: await version(app, { rule }), name: 'Edited' })).body;
    expect((await ops.patch(`/cohorts/${id}`, { name: 'No revision' })).status).toBe(428);
    const answers = await Promise.all(
      ['One', 'Two'].map((name) => ops.patch(`/cohorts/${id}`, { name }, { 'if-match': '"1"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(
      (await ops.patch(`/cohorts/${id}`, { rule: inCountry('DE'), seed: 'x' }, { 'if-match': '"2"' })).body,
    ).toMatchObject({
      sentence: 'Organizations where Country is “DE”.',
      revision: 3,
    });
    expect(
      (await ops.patch(`/cohorts/${id}`, { rule: { field: 'nope', op: 'is' } }, { 'if-match': '"3"' })).body.code,
    ).toBe('rule_invalid');
  });

  test('is made, edited and frozen by sales ops, executives and administrators only', async () => {
    const request = { versionId: await version(app, { rule }), name: 'Mine' };
    const { id } = (await (await app.as('executive')).post('/cohorts', request)).body;
    for (const roles of ['rep', 'manager']) {
      const person = await app.as(roles);
      expect((await person.post('/cohorts', request)).status).toBe(403);
      expect((await person.patch(`/cohorts/${id}`, { name: 'x' }, { 'if-match': '"1"' })).status).toBe(403);
      expect((await person.post(`/cohorts/${id}/snapshots`)).status).toBe(403);
      expect((await person.get(`/cohorts/${id}`)).status).toBe(200);
    }
    expect((await rep.post('/cohort-previews', { rule, requiredRoles: ['champion'] })).status).toBe(403);
    expect((await rep.get(`/cohorts/${id}/excluded-contacts`)).status).toBe(403);
    expect((await app.nobody.get('/cohort-fields')).status).toBe(401);
  });
});
