import fc from 'fast-check';
import { Installation, type Json, type Person } from '../../support/installation.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.asOwner('TRUNCATE organization, contact, attribute_field CASCADE');
});

const organization = (id: string, body: Json) =>
  ops.put(`/organizations/by-external-id/${encodeURIComponent(id)}`, body);
const contact = (id: string, body: Json) => ops.put(`/contacts/by-external-id/${encodeURIComponent(id)}`, body);
const count = async (table: string): Promise<number> => (await app.sql(`SELECT count(*)::int AS n FROM ${table}`))[0].n;

test('what is new is made (201), what is there is changed (200), what is left out stays, the same again changes nothing', async () => {
  const first = await organization('A/1', { name: 'Acme', country: 'Germany', website: 'https://acme.example' });
  expect([first.status, first.body.country, first.headers.etag]).toEqual([201, 'DE', '"1"']);
  const second = await organization('A/1', { employees: 12 });
  expect(second).toMatchObject({ status: 200, body: { id: first.body.id, name: 'Acme', employees: 12, revision: 2 } });
  const third = await organization('A/1', { name: 'Acme', employees: 12, country: 'DE' });
  expect(third).toMatchObject({ status: 200, body: { revision: 2, updatedAt: second.body.updatedAt } });
  expect(await organization('A/1', { employees: null })).toMatchObject({ body: { employees: null } });
  expect(await organization('A/2', { employees: 1 })).toMatchObject({ status: 422, body: { code: 'name_missing' } });
  expect(await organization('A/1', { externalId: 'other' })).toMatchObject({ status: 422 });
  expect((await (await app.as('rep', 'sales')).put('/organizations/by-external-id/x', { name: 'X' })).status).toBe(403);
  expect(await app.sql("SELECT action FROM audit_entry WHERE entity = 'organization' ORDER BY id")).toEqual([
    { action: 'insert' },
    { action: 'update' },
    { action: 'update' },
  ]);
});

test('a person comes with employer, title and roles; a move ends the former job', async () => {
  await organization('o1', { name: 'Acme' });
  await organization('o2', { name: 'Bolt' });
  const made = await contact('c1', {
    name: 'Maria Anders',
    email: 'maria@acme.example',
    organization: { externalId: 'o1' },
    title: 'Buyer',
    roles: ['decision_maker'],
  });
  expect(made.status).toBe(201);
  const { id } = made.body;
  expect(await contact('c1', { roles: ['decision_maker'], organization: { externalId: 'o1' } })).toMatchObject({
    status: 200,
    body: { revision: 1 },
  });
  await contact('c1', { organization: { externalId: 'o2' }, title: 'Head of buying', roles: ['economic_buyer'] });
  expect(
    (await ops.get(`/contacts/${id}/employments`)).body.items.map(({ title, until }: Json) => [title, until === null]),
  ).toEqual([
    ['Head of buying', true],
    ['Buyer', false],
  ]);
  expect(await contact('c1', { organization: { externalId: 'none' } })).toMatchObject({
    status: 422,
    body: { code: 'employer_not_found' },
  });
  expect(await contact('c1', { title: 'X' })).toMatchObject({ status: 422, body: { code: 'employer_missing' } });
  expect(await contact('c1', { email: 'm.anders@bolt.example' })).toMatchObject({ body: { emailState: 'corrected' } });
});

test('who is there already without an external id is taken on, and nobody stands twice', async () => {
  const known = (await ops.post('/organizations', { name: 'Acme Ltd', domain: 'acme.example' })).body;
  expect(await organization('o1', { name: 'ACME', domain: 'acme.example' })).toMatchObject({
    status: 200,
    body: { id: known.id },
  });
  const maria = (
    await ops.post('/contacts', { name: 'Maria Anders', email: 'm@acme.example', organizationId: known.id })
  ).body;
  expect(
    await contact('c1', { name: 'Dr. Maria Anders', email: 'M@acme.example', organization: { externalId: 'o1' } }),
  ).toMatchObject({
    status: 200,
    body: { id: maria.id, externalId: 'c1' },
  });
  // another id at the same address: one address is one person, until the other system says otherwise
  const other = { name: 'Maria Anders', email: 'm@acme.example', organization: { externalId: 'o1' } };
  expect(await contact('c2', other)).toMatchObject({
    status: 409,
    body: { code: 'address_known', contactId: maria.id, name: 'Dr. Maria Anders' },
  });
  expect(await contact('c2', { ...other, sharedMailbox: true })).toMatchObject({ status: 201 });
  expect(await contact('c2', { ...other, sharedMailbox: true })).toMatchObject({ status: 200 });
});

test('unknown custom attributes are refused, and the known ones named', async () => {
  await ops.post('/organizations', { name: 'Other', attributes: { 'fleet size': 3 } });
  expect(await organization('o1', { name: 'Acme', attributes: { fleet: 3, 'fleet size': 4 } })).toMatchObject({
    status: 422,
    body: {
      code: 'attribute_not_found',
      known: ['fleet size'],
      errors: [{ field: 'attributes.fleet', code: 'unknown_attribute' }],
    },
  });
  expect(await organization('o1', { name: 'Acme', attributes: { 'fleet size': 4 } })).toMatchObject({ status: 201 });
});

test('two at once, and ten, make one row', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => organization('o1', { name: 'Acme', employees: n })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(9).fill(200), 201]);
  expect(await count('organization')).toBe(1);
  const people = await Promise.all(
    Array.from({ length: 6 }, () =>
      contact('c1', { name: 'Maria', organization: { externalId: 'o1' }, roles: ['coach'] }),
    ),
  );
  expect(people.every(({ status }) => status < 300)).toBe(true);
  expect([await count('contact'), await count('employment'), await count('buying_role')]).toEqual([1, 1, 1]);
});

test('a batch answers item by item, in the order asked; one that is refused leaves nothing and stops nobody', async () => {
  await organization('b', { name: 'Bolt', employees: 5 });
  const items = [
    { externalId: 'z', name: 'Zinc' },
    { externalId: 'b', employees: 5 },
    { externalId: 'x', name: 'X', country: 'Atlantis' },
    { externalId: 'a', name: 'Acme' },
    { externalId: 'b', employees: 6 },
    { externalId: 'n' },
  ];
  const { status, body } = await ops.post('/organization-batches', { items });
  expect(status).toBe(200);
  expect(body).toMatchObject({ created: 2, updated: 1, unchanged: 1, refused: 2 });
  expect(body.items.map(({ externalId, outcome, code }: Json) => [externalId, outcome, code])).toEqual([
    ['z', 'created', null],
    ['b', 'unchanged', null],
    ['x', 'refused', 'organization_invalid'],
    ['a', 'created', null],
    ['b', 'updated', null],
    ['n', 'refused', 'name_missing'],
  ]);
  expect(body.items[2].errors).toMatchObject([{ field: 'country' }]);
  expect(await count('organization')).toBe(3);
  expect((await ops.post('/organization-batches', { items: [] })).status).toBe(422);
  const many = Array.from({ length: 501 }, (_, n) => ({ externalId: `m${n}`, name: 'M' }));
  expect((await ops.post('/organization-batches', { items: many })).status).toBe(422);
});

test('500 people in one batch; the same batch again, and twice at once, makes nobody twice', async () => {
  await organization('o1', { name: 'Acme' });
  const items = Array.from({ length: 500 }, (_, n) => ({
    externalId: `c${n}`,
    name: `Person ${n}`,
    email: `p${n}@acme.example`,
    organization: { externalId: n === 7 ? 'none' : 'o1' },
    roles: ['decision_maker'],
  }));
  const both = await Promise.all([
    ops.post('/contact-batches', { items }),
    ops.post('/contact-batches', { items: items.toReversed() }),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(both.map(({ body }) => body.created).reduce((one, two) => one + two)).toBe(499);
  expect((await ops.post('/contact-batches', { items })).body).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 499,
    refused: 1,
  });
  expect([await count('contact'), await count('employment'), await count('buying_role')]).toEqual([499, 499, 499]);
});

test('whatever is sent, sending it again changes nothing', async () => {
  const facts = fc.record(
    {
      name: fc.constantFrom('Acme', 'Bolt GmbH', 'Müller & Söhne'),
      employees: fc.option(fc.nat({ max: 1000 })),
      country: fc.constantFrom('DE', 'Germany', 'UK', null),
      city: fc.constantFrom('Berlin', 'Paris', null),
      website: fc.constantFrom('https://acme.example', null),
      tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
      phone: fc.constantFrom('+49 30 901820', null),
    },
    { requiredKeys: ['name'] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 4 }), async (all) => {
      for (const each of all) {
        const once = await organization('same', each);
        const twice = await organization('same', each);
        expect([once.status < 300, twice.status]).toEqual([true, 200]);
        expect(twice.body).toEqual(once.body);
      }
    }),
    { numRuns: 15 },
  );
});
