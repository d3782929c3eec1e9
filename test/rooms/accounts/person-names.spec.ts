import { Importer } from '../../../src/accounts/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
afterAll(() => app.close());

async function bring(csv: string, kind: string): Promise<Json> {
  const { body: file } = await ops.post<Json>(`/imports?kind=${kind}&filename=x.csv`, Buffer.from(csv), {
    'content-type': 'text/csv',
  });
  const mapping = Object.fromEntries(file.columns.map(({ column, target }: Json) => [column, target]));
  await ops.put(`/imports/${file.id}/plan`, { mapping, key: kind === 'contacts' ? 'email' : 'name' });
  await ops.post(`/imports/${file.id}/run`);
  await app.get(Importer).work(file.id);
  return (await ops.get(`/imports/${file.id}`)).body;
}

const names = async (like: string): Promise<string[]> =>
  (
    await app.sql<Json>('SELECT name, given_name, family_name FROM contact WHERE email LIKE $1 ORDER BY email', [like])
  ).map(({ name, given_name: given, family_name: family }) => `${name}: ${given ?? '-'} ${family ?? '-'}`);

test('an import splits full names where that is certain, by the country too', async () => {
  const csv = [
    'Company,Country,Contact,Email',
    'Alpha,Germany,"Keller, Rosa",a@split.example',
    'Alpha,Germany,Dr. Rosa von der Heide,b@split.example',
    'Beta,Hungary,Nagy Anna,c@split.example',
    'Gamma,Kenya,Kim Abara,d@split.example',
    'Delta,,Cher,e@split.example',
  ].join('\n');
  expect(await bring(csv, 'both')).toMatchObject({ created: 5, refused: 0 });
  const expected = [
    'Keller, Rosa: Rosa Keller',
    'Dr. Rosa von der Heide: Rosa von der Heide',
    'Nagy Anna: - -',
    'Kim Abara: Kim Abara',
    'Cher: - -',
  ];
  expect(await names('%@split.example')).toEqual(expected);
  expect(await bring(csv, 'both')).toMatchObject({ unchanged: 5 });
  await app.sql("UPDATE contact SET given_name = 'Rosi' WHERE email = 'a@split.example'");
  await bring(csv, 'both');
  expect((await names('a@split.example'))[0]).toBe('Keller, Rosa: Rosi Keller');
});

test('by hand the same; a new name brings new parts, an entered part stays', async () => {
  const { body } = await ops.post<Json>('/contacts', { name: 'Ruth Okafor', email: 'ruth@hand.example' });
  expect(body).toMatchObject({ givenName: 'Ruth', familyName: 'Okafor' });
  const change = async (facts: Json): Promise<Json> => {
    const { revision } = (await ops.get(`/contacts/${body.id}`)).body;
    return (await ops.patch<Json>(`/contacts/${body.id}`, facts, { 'if-match': `"${revision}"` })).body;
  };
  expect(await change({ name: 'Ruth Adeyemi' })).toMatchObject({ givenName: 'Ruth', familyName: 'Adeyemi' });
  expect(await change({ givenName: 'Ruthie' })).toMatchObject({ givenName: 'Ruthie', familyName: 'Adeyemi' });
  expect(await change({ name: 'Ruth Mensah' })).toMatchObject({ givenName: 'Ruthie', familyName: 'Adeyemi' });
  expect(
    (await ops.post('/contacts', { name: 'Ann Lee', givenName: 'Annie', email: 'ann@hand.example' })).body,
  ).toMatchObject({ givenName: 'Annie', familyName: 'Lee' });
});

// the case file 14-no-name
test('a list of addresses alone brings people without names', async () => {
  expect(await bring('email\njonas.weber@casemill.example\n', 'contacts')).toMatchObject({ created: 1 });
  expect(await names('%@casemill.example')).toEqual(['jonas.weber@casemill.example: - -']);
});
