import { apiClasses } from '../../support/api-classes.js';
import { Installation, type Json } from '../../support/installation.js';
import { missingFromDatabase, Handlers, openApi, queues } from '../../../src/platform/index.js';

let app: Installation;
let document: Json;

beforeAll(async () => {
  app = await Installation.open();
  document = openApi(app.application);
});
afterAll(() => app.close());

test('the entities add nothing to the migrations', async () => {
  expect(await missingFromDatabase(app.source)).toEqual([]);
});

test('a column that an entity has and the database lacks would be found', async () => {
  await app.asOwner('ALTER TABLE play DROP COLUMN review_on');
  expect((await missingFromDatabase(app.source)).join()).toContain('review_on');
  await app.asOwner('ALTER TABLE play ADD COLUMN review_on date');
});

test('ids stand in the order in which they were made, those of one millisecond too', async () => {
  // a digest takes a few microseconds, which is what ids can tell apart
  const made = await app.sql<{ id: string }>(
    'SELECT uuid_v7() AS id, md5(repeat(n::text, 1000)) FROM generate_series(1, 300) n',
  );
  const ids = made.map(({ id }) => id);
  expect(ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toEqual([]);
  expect(ids.toSorted()).toEqual(ids);
  const millisecond = (id: string) => parseInt(id.replace('-', '').slice(0, 12), 16);
  expect(new Set(ids.map(millisecond)).size).toBeLessThan(ids.length);
  expect(Math.abs(millisecond(ids[0]!) - Date.now())).toBeLessThan(60_000);
});

test('every queue and every schedule has exactly one handler', () => {
  expect(queues().length).toBeGreaterThan(0);
  expect(app.get(Handlers).check().length).toBeGreaterThan(10);
});

test('the document names every body and every answer once, with examples', () => {
  const operations = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );
  expect(operations.length).toBeGreaterThan(80);
  const bodyless = operations
    .filter(
      ({ name, operation }) =>
        /^(post|put|patch)/.test(name) &&
        operation.requestBody?.content?.['application/json']?.schema?.$ref === undefined,
    )
    .map(({ name }) => name);
  // a verb that needs no words
  expect(
    bodyless.filter(
      (name) =>
        !/submission|recall|going-live|snapshots|versions$|run|undo|dry-run|imports$|claims\/|citations|authors|presence|lifting|secret|replay$|suppressions\/import$|inbound-mails$|checks?$/.test(
          name,
        ),
    ),
  ).toEqual([]);
  const schemas: Json = document.components.schemas;
  const withoutExample = Object.entries<Json>(schemas)
    .filter(
      ([name, schema]) =>
        name.startsWith('New') &&
        !Object.values<Json>(schema.properties).some(
          (property) => property.example !== undefined || property.enum || property.items,
        ),
    )
    .map(([name]) => name);
  expect(withoutExample).toEqual([]);
});

test('no two classes of the document have one name', () => {
  const classes = apiClasses(app.application);
  // else one would stand there that was not looked at
  expect(Object.keys(document.components.schemas as Json).filter((name) => !classes.has(name))).toEqual([]);
  expect([...classes].filter(([, same]) => same.size > 1).map(([name]) => name)).toEqual([]);
});

test('nobody signed out reaches anything but sign-in, health and the buyers’ pages', async () => {
  const open: string[] = [];
  for (const [path, methods] of Object.entries<Json>(document.paths))
    for (const method of Object.keys(methods)) {
      const id = '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b';
      const answer = await app.nobody.send(
        method.toUpperCase(),
        path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, id),
        method === 'get' || method === 'delete' ? undefined : {},
      );
      if (answer.status !== 401) open.push(`${method} ${path.replace('/api/v1', '')}`);
    }
  expect(open.sort()).toEqual([
    'get /health',
    'get /health/live',
    'get /health/ready',
    'get /password-resets',
    'post /password-links/opening',
    'post /password-links/password',
    'post /password-resets',
    'post /sessions',
    'post /tokens',
  ]);
});
