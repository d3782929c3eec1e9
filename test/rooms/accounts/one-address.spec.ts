import { parse } from 'csv-parse/sync';
import { Contacts, Importer } from '../../../src/accounts/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';

let app: Installation;
let ops: Person;
let tests = 0;

beforeAll(async () => (app = await Installation.open()));
afterAll(() => app.close());
beforeEach(async () => {
  // one person may send sixty files a minute
  if (tests++ % 8 === 0) ops = await app.as('sales_ops', 'sales');
  await app.sql('DELETE FROM import');
  await app.asOwner('TRUNCATE organization, contact, attribute_field CASCADE');
});

async function upload(file: string, kind: string, plan: Json = {}): Promise<string> {
  const sent = await ops.post<Json>(`/imports?kind=${kind}&filename=list.csv`, Buffer.from(file), {
    'content-type': 'text/csv',
  });
  expect(sent.status).toBe(201);
  await planned(sent.body.id, plan);
  return sent.body.id;
}

async function planned(id: string, plan: Json = {}): Promise<void> {
  const { body } = await ops.get<Json>(`/imports/${id}`);
  const mapping = Object.fromEntries(body.columns.map((column: Json) => [column.column, column.target]));
  const external = Object.values(mapping).includes('organization.externalId');
  const key = external ? 'externalId' : body.kind === 'contacts' ? 'email' : 'name';
  expect(await ops.put(`/imports/${id}/plan`, { mapping, key, ...plan })).toMatchObject({ status: 200 });
}

async function work(id: string, verb = 'run'): Promise<Json> {
  expect(await ops.post(`/imports/${id}/${verb}`)).toMatchObject({ status: 202 });
  await app.get(Importer).work(id);
  return (await ops.get<Json>(`/imports/${id}`)).body;
}

const bring = async (file: string, kind = 'both', plan: Json = {}): Promise<Json> =>
  work(await upload(file, kind, plan));
const matches = async (id: string): Promise<Json[]> => (await ops.get<Json>(`/imports/${id}/matches`)).body.items;
const contacts = () => app.sql<Json>('SELECT * FROM contact ORDER BY name');
const aliases = async (id: string): Promise<string[]> =>
  (await ops.get<Json>(`/contacts/${id}/aliases`)).body.items.map(({ name }: Json) => name);
const count = async (table: string) => (await app.sql<Json>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

const HEAD = 'Company,Country,City,Name,Email\n';
const row = (name: string, email = 'ines@quay.example', company = 'Quay Works', place = 'PT,Porto') =>
  `${company},${place},"${name}",${email}\n`;

describe('one address is one contact', () => {
  test.each([
    ['Ines Okafor', 'Okafor, Ines', 'family name first'],
    ['Ólafur Jónsson', 'JONSSON, OLAFUR', 'capitals without accents'],
    ['Ines Okafor', 'I. Okafor', 'an initial'],
    ['Ines Okafor', 'Ines Brandt', 'a married name'],
    ['Ines Okafor', 'Ines Okafor-Brandt', 'a double name'],
    ['Ines Okafor', 'Dr. Ines Okafor, PhD', 'titles'],
    ['Ines Okafor', 'Marta Silva', 'a name that has nothing in common'],
    ['田中 太郎', 'Tanaka Taro', 'another script'],
  ])('%s and %s: %s', async (first, second) => {
    await bring(HEAD + row(first));
    const { id } = await bring(HEAD + row(second, 'INES@Quay.example'));
    expect(await contacts()).toMatchObject([{ name: first, email: 'ines@quay.example' }]);
    const [known] = await contacts();
    expect(await aliases(known!.id)).toEqual([second]);
    expect(await matches(id)).toMatchObject([
      { line: 2, entity: 'contact', why: 'same_address', given: second, known: first, result: 'attached' },
    ]);
    expect((await matches(id))[0]!.knownId).toBe(known!.id);
    expect(await count('employment')).toBe(1);
  });

  test('also in one file, and at two organizations', async () => {
    const file =
      HEAD + row('Ines Okafor') + row('Okafor, Ines') + row('Ines Okafor', 'INES@quay.example', 'Pier Works');
    expect(await bring(file)).toMatchObject({ refused: 0 });
    expect(await count('contact')).toBe(1);
    expect(await count('employment')).toBe(2);
  });

  test('a list of addresses only attaches, and a name that comes later takes the place of the address', async () => {
    expect(await bring('email\nines@quay.example\nINES@QUAY.example\n', 'contacts')).toMatchObject({ created: 1 });
    expect(await bring(HEAD + row('Ines Okafor'))).toMatchObject({ created: 1 });
    const done = await bring('email\nInes@Quay.example\n', 'contacts');
    expect(done).toMatchObject({ created: 0, refused: 0 });
    expect(await matches(done.id)).toEqual([]);
    const [only, ...others] = await contacts();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'Ines Okafor' });
    expect(await aliases(only!.id)).toEqual([]);
  });

  test('a dry run lists both spellings, as pages and as a file, and writes nothing', async () => {
    await bring(HEAD + row('Ines Okafor'));
    const before = await contacts();
    const id = await upload(HEAD + row('=Brandt, Ines') + row('Ann Lee', 'ann@quay.example'), 'both');
    expect(await work(id, 'dry-run')).toMatchObject({ state: 'checked', created: 1 });
    expect(await matches(id)).toMatchObject([{ line: 2, given: '=Brandt, Ines', known: 'Ines Okafor' }]);
    const file = await ops.get<string>(`/imports/${id}/matches.csv`);
    const [header, line] = parse(file.body, { bom: true }) as string[][];
    expect(header).toEqual(['line', 'entity', 'why', 'given', 'known', 'knownId', 'result']);
    // a spreadsheet must not run it
    expect(line).toEqual(['2', 'contact', 'same_address', "'=Brandt, Ines", 'Ines Okafor', before[0]!.id, 'attached']);
    expect(await contacts()).toEqual(before);
    expect(await count('contact_alias')).toBe(0);
    // the second dry run lists it once
    await work(id, 'dry-run');
    expect(await matches(id)).toHaveLength(1);
    expect((await (await app.as('rep', 'sales')).get(`/imports/${id}/matches`)).status).toBe(403);
  });

  test('a person says of single lines, or of all, that they are different people', async () => {
    await bring(HEAD + row('Ines Okafor', 'office@quay.example'));
    const file = HEAD + row('Marta Silva', 'office@quay.example') + row('Okafor, Ines', 'office@quay.example');
    const id = await upload(file, 'both');
    await work(id, 'dry-run');
    expect(await matches(id)).toHaveLength(2);
    await planned(id, { sharedMailboxLines: [2] });
    expect(await work(id)).toMatchObject({ created: 1, refused: 0 });
    expect(await contacts()).toMatchObject([
      { name: 'Ines Okafor', shared_mailbox: true },
      { name: 'Marta Silva', shared_mailbox: true },
    ]);
    expect((await matches(id)).map(({ line, result }) => `${line} ${result}`)).toEqual(['2 separate', '3 attached']);
    // the mailbox is known as shared now: each name is its own, and no row makes anybody twice
    expect(await bring(file)).toMatchObject({ created: 0 });
    expect(await bring(HEAD + row('Rui Costa', 'office@quay.example'), 'both', { sharedMailbox: true })).toMatchObject({
      created: 1,
    });
    expect(await count('contact')).toBe(3);
    const wrong = await ops.put<Json>(`/imports/${await upload(file, 'both')}/plan`, {
      mapping: { Company: 'organization.name' },
      key: 'name',
      sharedMailboxLines: ['2'],
    });
    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.body.errors[0].field).toBe('sharedMailboxLines');
  });

  test('of two imports at once that bring the same address', async () => {
    const list = (n: number) =>
      HEAD + Array.from({ length: 300 }, (_, i) => row(`Person ${n} ${i}`, `p${i}@quay.example`)).join('');
    const ids = [await upload(list(1), 'both'), await upload(list(2), 'both')];
    for (const id of ids) expect((await ops.post(`/imports/${id}/run`)).status).toBe(202);
    await Promise.all(ids.map((id) => app.get(Importer).work(id)));
    expect(await count('contact')).toBe(300);
    expect(await count('contact_alias')).toBe(300);
  });

  test('a new address of one contact that is another’s is left out with a warning', async () => {
    await bring(
      'CompanyName,ContactId,Name,Email\nQuay,c1,Ines Okafor,ines@quay.example\nQuay,c2,Rui Costa,rui@quay.example\n',
    );
    const done = await bring('CompanyName,ContactId,Name,Email\nQuay,c2,Rui Costa,INES@quay.example\n');
    expect(done).toMatchObject({ refused: 0, warnings: 1 });
    expect((await contacts()).map(({ email }) => email)).toEqual(['ines@quay.example', 'rui@quay.example']);
    const warnings = (await ops.get<string>(`/imports/${done.id}/warnings.csv`)).body;
    expect(warnings).toContain('address_of_another');
  });

  test('an undo takes the aliases back, and leaves an address to whom it belongs meanwhile', async () => {
    await bring('CompanyName,ContactId,Name,Email\nQuay,c1,Ines Okafor,old@quay.example\n');
    const file =
      'CompanyName,ContactId,Name,Email\nQuay,c1,Ines Okafor,new@quay.example\nQuay,,"Brandt, Ines",new@quay.example\n';
    const { id } = await bring(file);
    const [ines] = await contacts();
    expect(await aliases(ines!.id)).toEqual(['Brandt, Ines']);
    expect((await ops.post('/contacts', { name: 'Rui Costa', email: 'old@quay.example' })).status).toBe(201);
    expect(await work(id, 'undo')).toMatchObject({ state: 'undone', kept: 1 });
    expect(await contacts()).toMatchObject([{ email: 'new@quay.example' }, { email: 'old@quay.example' }]);
    expect(await count('contact_alias')).toBe(0);
  });
});

describe('by hand', () => {
  const ines = { name: 'Ines Okafor', email: 'ines@quay.example' };

  test('another contact at a known address is refused with the one that has it, unless they share the mailbox', async () => {
    const first = (await ops.post<Json>('/contacts', ines)).body;
    const second = { name: 'Marta Silva', email: 'INES@Quay.example' };
    expect(await ops.post('/contacts', second)).toMatchObject({
      status: 409,
      body: { code: 'address_known', contactId: first.id, name: 'Ines Okafor' },
    });
    expect((await ops.post('/contacts', ines)).status).toBe(409);
    expect(await ops.post('/contacts', { ...second, sharedMailbox: true })).toMatchObject({
      status: 201,
      body: { sharedMailbox: true },
    });
    expect((await ops.get<Json>(`/contacts/${first.id}`)).body).toMatchObject({ sharedMailbox: true, revision: 2 });
  });

  test('also when an address is corrected, or a mailbox is no longer shared', async () => {
    await ops.post<Json>('/contacts', ines);
    const { id } = (await ops.post<Json>('/contacts', { name: 'Rui Costa', email: 'rui@quay.example' })).body;
    const change = (body: object, revision: number) =>
      ops.patch<Json>(`/contacts/${id}`, body, { 'if-match': `"${revision}"` });
    expect((await change({ email: ines.email }, 1)).status).toBe(409);
    expect((await change({ email: ines.email, sharedMailbox: true }, 1)).status).toBe(200);
    expect((await change({ sharedMailbox: false }, 2)).body).toMatchObject({ code: 'address_known' });
    expect((await change({ email: 'rui@quay.example', sharedMailbox: false }, 2)).status).toBe(200);
  });

  test('entered twice at once, it is one', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => ops.post('/contacts', ines)));
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('who is named in a conversation at another organization is the known contact, who works there too', async () => {
    const made = async (name: string) => (await ops.post<Json>('/organizations', { name })).body.id as string;
    const [quay, pier] = [await made('Quay'), await made('Pier')];
    const { id } = (await ops.post<Json>('/contacts', { ...ines, organizationId: quay })).body;
    const named = { organizationId: pier, name: 'Okafor, I.', email: 'Ines@quay.example', role: 'champion' } as const;
    const found = await app.transaction((manager) =>
      app.get(Contacts).addPerson(manager, { ...named, source: 'conversation' }),
    );
    expect(found).toEqual({ contactId: id, created: false });
    expect(await aliases(id)).toEqual(['Okafor, I.']);
    expect((await ops.get<Json>(`/contacts/${id}/employments`)).body.items).toHaveLength(2);
  });
});

describe('organizations of one name', () => {
  test('in different places are different, and are listed as a question', async () => {
    await bring('Company,Country,City\nHarbour Foods,DE,Bremen\n', 'organizations');
    const { id } = await bring(
      'Company,Country,City\nHarbour Foods,DE,Lübeck\nHARBOUR FOODS GmbH,DE,Bremen\nHarbour Foods,PL,\n',
      'organizations',
    );
    expect(await app.sql('SELECT country, city FROM organization ORDER BY 1, 2')).toEqual([
      { country: 'DE', city: 'Bremen' },
      { country: 'DE', city: 'Lübeck' },
      { country: 'PL', city: null },
    ]);
    expect(await matches(id)).toMatchObject([
      { line: 2, entity: 'organization', why: 'other_place', given: 'Harbour Foods, Lübeck, DE', result: 'separate' },
      { line: 4, entity: 'organization', why: 'other_place', given: 'Harbour Foods, PL', result: 'separate' },
    ]);
  });

  test('one without a place is the one of its name; where there are several, it is a question', async () => {
    await bring('Company,Country,City\nHarbour Foods,DE,Bremen\n', 'organizations');
    expect(await matches((await bring('Company\nHarbour Foods\n', 'organizations')).id)).toEqual([]);
    await bring('Company,Country,City\nHarbour Foods,DE,Kiel\n', 'organizations');
    const asked = await bring('Company\nHarbour Foods\n', 'organizations');
    expect(await matches(asked.id)).toMatchObject([{ why: 'several_places', result: 'attached' }]);
    expect(await count('organization')).toBe(2);
  });

  test('a domain or an external id decides, whatever the place', async () => {
    await bring('Company,Website,City\nHarbour Foods,harbour.example,Bremen\n', 'organizations', { key: 'domain' });
    await bring('Company,Website,City\nHarbour Foods,www.harbour.example,Kiel\n', 'organizations', { key: 'domain' });
    expect(await count('organization')).toBe(1);
    await bring('Company,Website,City\nHarbour Foods,harbour-kiel.example,Kiel\n', 'organizations', { key: 'domain' });
    expect(await count('organization')).toBe(2);
    await bring('CustomerID,Company,City\nH1,Pier,Kiel\n', 'organizations');
    await bring('CustomerID,Company,City\nH1,Pier,Rostock\n', 'organizations');
    expect(await count('organization')).toBe(3);
  });

  test('people of two domains and no place are one organization with a question', async () => {
    await bring('Company,Name,Email\nHarbour,Ann Lee,ann@harbour-foods.example\n');
    const done = await bring('Company,Name,Email\nHarbour,Bob Ray,bob@harbour-steel.example\n');
    expect(await matches(done.id)).toMatchObject([{ entity: 'organization', why: 'other_domain', result: 'attached' }]);
    expect(await count('organization')).toBe(1);
  });
});
