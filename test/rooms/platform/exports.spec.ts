import { request } from 'node:http';
import { parse } from 'csv-parse/sync';
import { openApi } from '../../../src/platform/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { csvEndpoints } from '../../support/csv-endpoints.js';

let app: Installation;
let admin: Person;
let document: Json;
const ROWS = 1_300;

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as(['admin', 'sales_ops', 'executive'], 'management', '=cmd()');
  document = openApi(app.application);
  await app.sql(
    `INSERT INTO organization (name, name_key, employees, tags, attributes)
     SELECT CASE n WHEN 1 THEN '=HYPERLINK("http://x")' WHEN 2 THEN E'  @SUM(A1)' WHEN 3 THEN 'Müller, "Söhne"' ELSE 'Org ' || n END, 'org ' || n, n, '{a,b}', '{"fleet size": -3}'
       FROM generate_series(1, $1::int) n`,
    [ROWS],
  );
});
afterAll(() => app.close());

const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });
const file = async (path: string, headers: Record<string, string> = {}) =>
  admin.send<string>('GET', path, undefined, headers);

test('a file holds all that matches, once, whatever limit and sort are asked for', async () => {
  const { status, body, headers } = await file('/organizations?format=csv&limit=3&sort=-name');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(headers['content-disposition']).toBe('attachment; filename="organizations.csv"');
  const rows = read(body);
  expect(rows).toHaveLength(ROWS);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(ROWS);
  expect(Object.keys(rows[0]!)).toEqual(
    Object.keys((await admin.get('/organizations?limit=1')).body.items[0]).toSorted(
      (one, two) =>
        columns(document, 'ListedOrganization').indexOf(one) - columns(document, 'ListedOrganization').indexOf(two),
    ),
  );
  expect(rows[0]).toMatchObject({
    name: `'=HYPERLINK("http://x")`,
    employees: '1',
    tags: '["a","b"]',
    attributes: '{"fleet size":-3}',
    madeUp: 'false',
    domain: '',
  });
  expect(rows[1]!.name).toBe(`'  @SUM(A1)`);
  expect(rows[2]!.name).toBe('Müller, "Söhne"');
});

test('filters and search hold for files too; Accept asks for them as well', async () => {
  const rows = read((await file('/organizations?employees.from=1291&q=Org', { accept: 'text/csv' })).body);
  expect(rows.map(({ employees }) => employees)).toEqual(Array.from({ length: 10 }, (_, n) => String(1291 + n)));
  const lines = (await file('/organizations?employees.from=1291', { accept: 'application/x-ndjson' })).body;
  const items = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
  expect(items).toEqual((await admin.get('/organizations?employees.from=1291&sort=employees')).body.items);
  expect((await file('/organizations?limit=1', { accept: 'text/csv;q=0.1, application/json' })).body).toHaveProperty(
    'items',
  );
  expect(read((await file('/organizations?q=nobody&format=csv')).body)).toEqual([]);
});

test('what cannot be answered is a problem and no file; who may not see may not export', async () => {
  expect(await file('/organizations?format=xls')).toMatchObject({ status: 422, body: { code: 'format_not_found' } });
  expect(await file('/organizations?format=csv&colour=red')).toMatchObject({ status: 422 });
  const rep = await app.as('rep', 'sales');
  expect(await rep.get('/audit-entries?format=csv')).toMatchObject({ status: 403 });
  expect((await app.nobody.get('/contacts?format=csv')).status).toBe(401);
});

test('a client that hangs up stops the asking', async () => {
  let asked = 0;
  const query = app.source.createQueryRunner.bind(app.source);
  app.source.createQueryRunner = (...how) => {
    asked += 1;
    return query(...how);
  };
  await app.sql(
    "INSERT INTO contact (name, name_key, attributes) SELECT 'P' || n, 'p', jsonb_build_object('note', repeat('x', 1900)) FROM generate_series(1, 20000) n",
  );
  asked = 0;
  const url = new URL(`${await app.application.getUrl()}/api/v1/contacts?format=csv`);
  const token = (await app.nobody.post('/tokens', await credentials())).body.token;
  await new Promise<void>((resolve, reject) => {
    const outgoing = request(url, { headers: { authorization: `Bearer ${token}` } }, (reply) => {
      reply.once('data', () => {
        outgoing.destroy();
        resolve();
      });
    });
    outgoing.once('error', (error) => (error.message.includes('hang up') ? undefined : reject(error)));
    outgoing.end();
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const then = asked;
  await new Promise((resolve) => setTimeout(resolve, 500));
  app.source.createQueryRunner = query;
  expect(asked).toBe(then);
  // 40 pages would have been the whole
  expect(asked).toBeLessThan(30);
});

async function credentials(): Promise<Json> {
  const { email } = (await app.sql<Json>('SELECT email FROM app_user WHERE id = $1', [admin.id]))[0];
  const { PASSWORD } = await import('../../support/installation.js');
  return { email, password: PASSWORD };
}

const listings = async () => (await csvEndpoints(app, admin)).filter(({ paged }) => paged);

test('every listing of the API can be had as a file, with the fields of its view', async () => {
  const all = await listings();
  for (const { path, get } of all) {
    const content = get.responses['200'].content;
    expect(Object.keys(content)).toEqual(['application/json', 'text/csv', 'application/x-ndjson']);
    const view = content['application/x-ndjson'].schema.$ref.split('/').at(-1);
    const { status, body } = await file(`${path}?format=csv`);
    expect([path, status]).toEqual([path, 200]);
    expect([path, parse(body, { bom: true, to: 1 })[0]]).toEqual([path, columns(document, view)]);
    expect([path, (await file(`${path}?format=ndjson`)).status]).toEqual([path, 200]);
  }
  expect(all.length).toBeGreaterThan(20);
});

const VALUES: Record<string, string> = {
  text: 'x',
  id: '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b',
  flag: 'true',
  set: 'x',
  number: '1',
  instant: '2026-01-01',
};

test('every listing answers in each of its orders, narrowed by each of its filters, and counts all that it says', async () => {
  const refused: string[] = [];
  const asked = { sort: 0, count: 0, filter: 0 };
  for (const { path, get } of await listings()) {
    const ask = async (kind: keyof typeof asked, query: string) => {
      const { status } = await admin.get(`${path}?${query}`);
      if (status !== 200) refused.push(`${status} ${path}?${query}`);
      asked[kind] += 1;
    };
    for (const { name, schema, description } of get.parameters as Json[]) {
      if (name === 'sort') for (const order of schema.enum) await ask('sort', `sort=${order}`);
      const countable = name === 'count' ? /Any of: (.+)$/.exec(description)?.[1] : undefined;
      if (countable) await ask('count', `count=${countable.replaceAll(' ', '')}`);
      const [, known, kind] = /^(?:one or more of: ([\w-]+)[^;]*|(\w+)); commas for any/.exec(description ?? '') ?? [];
      if (known || kind) {
        await ask('filter', `${name}=${known ?? VALUES[kind!]}&count=`);
        await ask('filter', `${name}=none&count=`);
      }
      if (kind === 'number' || kind === 'instant')
        await ask('filter', `${name}.from=${VALUES[kind]}&${name}.to=${VALUES[kind]}&count=`);
    }
  }
  expect(refused).toEqual([]);
  expect(Math.min(...Object.values(asked))).toBeGreaterThan(20);
});

function columns(from: Json, view: string): string[] {
  return Object.keys(from.components.schemas[view].properties);
}
