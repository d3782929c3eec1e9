import { Installation, type Json, type Person } from '../../support/installation.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin']);
  await app.sql(
    `INSERT INTO organization (name, name_key, relationship, country, employees)
     SELECT 'Org ' || n, 'org ' || n, CASE WHEN n % 3 = 0 THEN 'customer' ELSE 'prospect' END, CASE WHEN n <= 4 THEN 'DE' END, n FROM generate_series(1, 12) n`,
  );
});
afterAll(() => app.close());

const counts = async (query: string): Promise<Json> => (await ops.get(`/organizations?limit=2&${query}`)).body.counts;

test('a listing counts what matches, and what each value of a filter would find with the others', async () => {
  expect(await counts('count=')).toEqual({ total: 12, by: {} });
  expect(await counts('count=relationship,country')).toEqual({
    total: 12,
    by: { relationship: { customer: 4, prospect: 8 }, country: { DE: 4, none: 8 } },
  });
  expect(await counts('count=relationship,country&relationship=customer&employees.from=4')).toEqual({
    total: 3,
    by: { relationship: { customer: 3, prospect: 6 }, country: { none: 3 } },
  });
  expect(await counts('count=relationship,country&relationship=customer&country=none&q=org')).toEqual({
    total: 3,
    by: { relationship: { customer: 3, prospect: 5 }, country: { DE: 1, none: 3 } },
  });
  expect(await counts('count=relationship&q=nobody')).toEqual({ total: 0, by: { relationship: {} } });
  expect((await ops.get('/organizations')).body).not.toHaveProperty('counts');
});

test('what cannot be counted is refused by name', async () => {
  const { status, body } = await ops.get('/organizations?count=employees');
  expect(status).toBe(422);
  expect(body.errors).toEqual([expect.objectContaining({ field: 'count' })]);
});

/** What the stream of changes says until `enough`, or for ten seconds. */
async function listen(
  enough: (tables: Set<string>) => boolean,
  meanwhile: () => Promise<unknown>,
): Promise<Set<string>> {
  const tables = new Set<string>();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 10_000);
  const response = await fetch(`${await app.application.getUrl()}/api/v1/changes`, {
    headers: ops.headers,
    signal: stop.signal,
  });
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const text = response.body!.pipeThrough(new TextDecoderStream());
  let begun = false;
  try {
    for await (const piece of text) {
      // what is written after its first word is told
      if (!begun) await meanwhile();
      begun = true;
      for (const [, data] of piece.matchAll(/^data: (.*)$/gm))
        for (const table of JSON.parse(data!).tables) tables.add(table);
      if (enough(tables)) break;
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  return tables;
}

test('the stream of changes names the tables that were written to, and nothing of what stands in them', async () => {
  const heard = await listen(
    (tables) => tables.has('organization'),
    () => ops.post('/organizations', { name: 'Told at once' }),
  );
  expect(heard).toContain('organization');
  expect([...heard].every((name) => /^[a-z_]+$/.test(name))).toBe(true);
  expect(heard).not.toContain('campaign');
});

test('nobody listens without having signed in', async () => {
  expect((await app.nobody.get('/changes')).status).toBe(401);
});
