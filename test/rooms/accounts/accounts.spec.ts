import { Contacts, markEmail, SUPPRESSED_SQL, Suppressions } from '../../../src/accounts/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';

let app: Installation;
let ops: Person;
let rep: Person;
let admin: Person;
let organization: Json;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  rep = await app.as('rep', 'sales');
  admin = await app.as('admin', 'it');
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.asOwner('TRUNCATE organization, contact, attribute_field, suppression CASCADE');
  organization = (
    await ops.post('/organizations', {
      name: 'Alfreds Futterkiste GmbH',
      country: 'Germany',
      website: 'https://www.alfreds.example/de',
    })
  ).body;
});

const person = async (facts: Json = {}): Promise<Json> =>
  (
    await ops.post('/contacts', {
      name: 'Maria Anders',
      email: 'Maria@Alfreds.example',
      organizationId: organization.id,
      ...facts,
    })
  ).body;

describe('organizations', () => {
  test('what a person types is kept in one form: country, domain, zone, phone', async () => {
    expect(organization).toMatchObject({
      country: 'DE',
      domain: 'alfreds.example',
      timeZone: 'Europe/Berlin',
      revision: 1,
    });
    const { body } = await ops.patch(
      `/organizations/${organization.id}`,
      { phone: '030 0074321', country: 'UK' },
      { 'if-match': '"1"' },
    );
    expect(body.code ?? body.country).toBe('GB');
    expect(body.timeZone).toBe('Europe/London');
  });

  test('every field that cannot be read is named, and nothing is written', async () => {
    const { status, body } = await ops.post('/organizations', {
      name: 'X',
      country: 'Atlantis',
      phone: '12',
      timeZone: 'Mars/Base',
      domain: 'no',
    });
    expect(status).toBe(422);
    expect(body.errors.map((error: Json) => error.field).toSorted()).toEqual([
      'country',
      'domain',
      'phone',
      'timeZone',
    ]);
    expect((await ops.get('/organizations')).body.items).toHaveLength(1);
  });

  test('a name is needed, of organizations and of people; so is a role', async () => {
    for (const path of ['/organizations', '/contacts', `/organizations/${organization.id}/buying-roles`]) {
      const { status, body } = await ops.post(path, {});
      expect(status).toBe(422);
      expect(body.errors.map((error: Json) => error.field)).toContain(path.endsWith('roles') ? 'role' : 'name');
    }
  });

  test('a stale edit shows what changed; of two at once one wins', async () => {
    const change = (city: string) => ops.patch(`/organizations/${organization.id}`, { city }, { 'if-match': '"1"' });
    const answers = await Promise.all([change('Rome'), change('Oslo')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 200)!.headers.etag).toBe('"2"');
    expect((await ops.patch(`/organizations/${organization.id}`, { city: 'Bern' })).status).toBe(428);
  });

  test('an external id belongs to one organization', async () => {
    await ops.post('/organizations', { name: 'A', externalId: 'x' });
    expect((await ops.post('/organizations', { name: 'B', externalId: 'x' })).body.code).toBe('external_id_taken');
  });

  test('listings filter by industry, employees, tags, country, text', async () => {
    await ops.post('/organizations', { name: 'Beta', industry: 'Food', employees: 12, tags: ['key'], country: 'FR' });
    const found = async (query: string) =>
      (await ops.get(`/organizations?${query}`)).body.items.map((each: Json) => each.name);
    expect(await found('industry=food')).toEqual(['Beta']);
    expect(await found('employees.from=10&employees.to=20')).toEqual(['Beta']);
    expect(await found('tags=key')).toEqual(['Beta']);
    expect(await found('country=DE,FR&sort=-name')).toEqual(['Beta', 'Alfreds Futterkiste GmbH']);
    expect(await found('q=futter')).toEqual(['Alfreds Futterkiste GmbH']);
    expect((await ops.get('/organizations?shoe=1')).status).toBe(422);
  });

  test('a rep may read and not write them', async () => {
    expect((await rep.get(`/organizations/${organization.id}`)).status).toBe(200);
    expect((await rep.post('/organizations', { name: 'X' })).status).toBe(403);
    expect((await rep.patch(`/organizations/${organization.id}`, { name: 'X' }, { 'if-match': '"1"' })).status).toBe(
      403,
    );
    expect((await app.nobody.get('/organizations')).status).toBe(401);
  });
});

describe('custom attributes', () => {
  const put = (attributes: Json, revision = 1) =>
    ops.patch(`/organizations/${organization.id}`, { attributes }, { 'if-match': `"${revision}"` });

  test('are laid over the stored ones; null takes one away; each name holds one type', async () => {
    await put({ fleet: 12, since: '2020-01-31' });
    expect((await put({ fleet: null, green: true }, 2)).body.attributes).toEqual({ since: '2020-01-31', green: true });
    expect((await ops.get('/attribute-fields')).body.items).toEqual([
      { scope: 'organization', name: 'fleet', type: 'number' },
      { scope: 'organization', name: 'green', type: 'boolean' },
      { scope: 'organization', name: 'since', type: 'date' },
    ]);
    expect(await put({ fleet: 'many' }, 3)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'attributes.fleet', code: 'attribute_type' }] },
    });
  });

  test.each([
    [{ '1x': 1 }],
    [{ x: { deep: 1 } }],
    [{ x: 'y'.repeat(2001) }],
    [Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`a${i}`, i]))],
  ])('refuses bad names, values and too many', async (attributes) => {
    expect((await put(attributes)).status).toBe(422);
    expect((await ops.get('/attribute-fields')).body.items).toEqual([]);
  });
});

describe('people', () => {
  test('a person outlives an employer: moving ends the job and keeps it', async () => {
    const { id } = await person({ title: 'Owner' });
    const other = (await ops.post('/organizations', { name: 'Beta' })).body;
    expect((await rep.post(`/contacts/${id}/employments`, { organizationId: other.id, title: 'CFO' })).status).toBe(
      201,
    );
    const { items } = (await ops.get(`/contacts/${id}/employments`)).body;
    expect(items).toMatchObject([
      { organizationId: other.id, title: 'CFO', until: null },
      { organizationId: organization.id, title: 'Owner', until: expect.stringMatching(/^\d{4}-/) },
    ]);
    const at = async (organizationId: string) =>
      (await ops.get(`/contacts?organizationId=${organizationId}`)).body.items.length;
    expect([await at(organization.id), await at(other.id)]).toEqual([0, 1]);
    expect((await rep.post(`/contacts/${id}/employments`, { organizationId: other.id })).body.code).toBe(
      'already_employed',
    );
    // entered by mistake: it is gone, and what it ended goes on
    expect((await rep.send('DELETE', `/employments/${items[0].id}`)).status).toBe(204);
    await rep.patch(`/employments/${items[1].id}`, { until: null });
    expect((await ops.get(`/contacts/${id}/employments`)).body.items).toMatchObject([{ id: items[1].id, until: null }]);
    await rep.post(`/contacts/${id}/employments`, { organizationId: other.id, title: 'CFO' });
    expect((await ops.patch(`/employments/${items[1].id}`, { since: '2026-02-01', until: '2026-01-01' })).status).toBe(
      422,
    );
  });

  test('a rep corrects an address, which is then no longer the one that was checked', async () => {
    const { id } = await person();
    await app.transaction((manager) => markEmail(manager, id, 'bounced'));
    const { body } = await rep.patch(
      `/contacts/${id}`,
      { email: 'maria.anders@alfreds.example', phone: '030 0074321' },
      { 'if-match': '"2"' },
    );
    expect(body).toMatchObject({
      emailState: 'corrected',
      emailCheckedAt: null,
      phone: '+49300074321',
      phoneState: 'unverified',
    });
    expect((await rep.post('/contacts', { name: 'X' })).status).toBe(403);
  });

  test('listings find by address whatever its case, by its state and by role', async () => {
    const { id } = await person();
    await ops.post(`/organizations/${organization.id}/buying-roles`, { contactId: id, role: 'champion' });
    await person({ name: 'Hans', email: null });
    const found = async (query: string) =>
      (await ops.get(`/contacts?${query}`)).body.items.map((each: Json) => each.name);
    expect(await found('email=MARIA@alfreds.example')).toEqual(['Maria Anders']);
    expect(await found('role=champion,coach')).toEqual(['Maria Anders']);
    expect(await found('role=none')).toEqual(['Hans']);
    expect(await found('emailState=bounced')).toEqual([]);
  });

  test('a person whom a conversation names is added once, also by two at once', async () => {
    const found = {
      organizationId: organization.id,
      name: 'Ann Lee',
      email: 'ann@alfreds.example',
      role: 'champion',
      source: 'conversation',
    } as const;
    const add = (more = {}) =>
      app.transaction((manager) => app.get(Contacts).addPerson(manager, { ...found, ...more }));
    const [one, two] = await Promise.all([add(), add()]);
    expect(one!.contactId).toBe(two!.contactId);
    expect([one!.created, two!.created].toSorted()).toEqual([false, true]);
    expect(await add({ name: 'A. Lee', email: 'ANN@alfreds.example' })).toMatchObject({
      contactId: one!.contactId,
      created: false,
    });
    // one address is one person, until somebody says otherwise
    expect(await add({ name: 'Bob Ray' })).toMatchObject({ contactId: one!.contactId, created: false });
    expect((await ops.get(`/contacts/${one!.contactId}/aliases`)).body.items).toMatchObject([
      { name: 'Bob Ray', source: 'conversation' },
      { name: 'A. Lee', source: 'conversation' },
    ]);
    expect(await add({ name: 'Bob Ray', sharedMailbox: true })).toMatchObject({ created: true });
    expect((await ops.get(`/organizations/${organization.id}/buying-roles`)).body.items).toHaveLength(2);
  });
});

describe('buying roles', () => {
  test('carry attitude, influence and who they prefer; the same role twice is refused; who left is not in the group', async () => {
    const { id } = await person();
    const path = `/organizations/${organization.id}/buying-roles`;
    const { body } = await rep.post(path, {
      contactId: id,
      role: 'economic_buyer',
      attitude: -2,
      influence: 5,
      preferredSupplier: 'Exotic Liquids',
    });
    expect(body).toMatchObject({
      role: 'economic_buyer',
      attitude: -2,
      influence: 5,
      preferredSupplier: 'Exotic Liquids',
      source: 'person',
    });
    expect((await rep.post(path, { contactId: id, role: 'economic_buyer' })).body.code).toBe('role_taken');
    expect((await rep.post(path, { contactId: id, role: 'king' })).status).toBe(422);
    expect((await rep.patch(`/buying-roles/${body.id}`, { influence: 6 })).status).toBe(422);
    const job = (await ops.get(`/contacts/${id}/employments`)).body.items[0];
    await ops.patch(`/employments/${job.id}`, { until: '2026-01-31' });
    expect((await ops.get(path)).body.items).toEqual([]);
    expect((await rep.post(path, { contactId: id, role: 'coach' })).body.code).toBe('not_employed_there');
  });
});

describe('suppressions', () => {
  const suppressed = async (): Promise<boolean> =>
    (
      await app.sql(
        `SELECT ${SUPPRESSED_SQL} AS yes FROM contact c JOIN employment e ON e.contact_id = c.id JOIN organization o ON o.id = e.organization_id`,
      )
    )[0].yes;

  test.each([
    ['contact', (id: string) => id],
    ['address', () => ' MARIA@alfreds.example '],
    ['domain', () => 'https://www.ALFREDS.example/'],
    ['organization', () => organization.id],
    ['phone', () => '+49 30 0074321'],
  ])('one of the %s keeps every touch away until it is lifted', async (kind, value) => {
    const { id } = await person({ phone: '030 0074321' });
    expect(await suppressed()).toBe(false);
    const who = kind === 'organization' || kind === 'domain' ? ops : rep;
    const { body, status } = await who.post('/suppressions', { kind, value: value(id), reason: 'manual' });
    expect(status).toBe(201);
    expect(await suppressed()).toBe(true);
    expect((await rep.post(`/suppressions/${body.id}/lifting`, { reason: 'asked' })).status).toBe(403);
    expect((await ops.post(`/suppressions/${body.id}/lifting`, { reason: 'asked' })).body).toMatchObject({
      liftedBy: ops.id,
      liftReason: 'asked',
    });
    expect(await suppressed()).toBe(false);
  });

  test('one of a number binds all of its extensions, one of an extension binds nobody else', async () => {
    const suppressedNames = async () =>
      (
        await app.sql(
          `SELECT c.name FROM contact c CROSS JOIN (SELECT NULL::uuid AS id) o WHERE ${SUPPRESSED_SQL} ORDER BY 1`,
        )
      ).map(({ name }) => name);
    await person({ name: 'Rosa', email: 'rosa@alfreds.example', phone: '+1 206 555 0142 x143' });
    await person({ name: 'Tom', email: 'tom@alfreds.example', phone: '+1 206 555 0142 ext. 7' });
    await ops.post('/suppressions', { kind: 'phone', value: '+1 206 555 0142 x7', reason: 'do_not_call' });
    expect(await suppressedNames()).toEqual(['Tom']);
    await ops.post('/suppressions', { kind: 'phone', value: '+1 206 555 0142', reason: 'do_not_call' });
    expect(await suppressedNames()).toEqual(['Rosa', 'Tom']);
  });

  test('what a person asked for is lifted by that person’s consent alone, given since', async () => {
    const { id } = await person();
    const consent = (change: string) =>
      ops.post(`/contacts/${id}/consents`, { change, source: 'Call', evidence: 'Recording 17' });
    await consent('given');
    for (const [kind, value] of [
      ['contact', id],
      ['address', 'maria@alfreds.example'],
    ]) {
      const { body } = await ops.post('/suppressions', { kind, value, reason: 'unsubscribe' });
      const lift = () => ops.post(`/suppressions/${body.id}/lifting`, { reason: 'wants to hear from us again' });
      expect((await lift()).body.code).toBe('consent_needed');
      await consent('given');
      await consent('withdrawn');
      expect((await lift()).body.code).toBe('consent_needed');
      expect(await suppressed()).toBe(true);
      await consent('given');
      expect((await lift()).body).toMatchObject({ liftedBy: ops.id });
      expect(await suppressed()).toBe(false);
    }
  });

  test('nobody lifts what keeps an erased person away', async () => {
    const { id } = await person();
    expect((await admin.post(`/contacts/${id}/erasure`, { reason: 'Asked for it' })).status).toBeLessThan(300);
    const { body } = await ops.get('/suppressions?kind=address_hash&liftedAt=none');
    expect(body.items).toHaveLength(1);
    const lifted = await admin.post(`/suppressions/${body.items[0].id}/lifting`, { reason: 'please' });
    expect(lifted.body.code).toBe('erased_stays');
  });

  test('the same twice, at once, is one; what is no address is refused', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => ops.post('/suppressions', { kind: 'address', value: 'a@b.example', reason: 'legal' })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    for (const [kind, value] of [
      ['address', 'nobody'],
      ['phone', '030 123'],
      ['contact', organization.id],
      ['domain', 'x'],
    ])
      expect((await ops.post('/suppressions', { kind, value, reason: 'legal' })).status).toBe(422);
    await app.transaction((manager) =>
      app.get(Suppressions).add(manager, { kind: 'domain', value: 'b.example', reason: 'competitor', by: 'worker' }),
    );
    expect((await ops.get('/suppressions?liftedAt=none&kind=domain')).body.items).toHaveLength(1);
  });
});
