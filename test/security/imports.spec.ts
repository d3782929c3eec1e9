import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import type { Json, Person } from '../support/http.js';
import { Programs, until } from '../support/programs.js';
import { attack } from './attack.js';
import { Watch } from './watch.js';

/** Bytes of a hostile file, piece by piece: the test itself must not be what is slow. */
interface Hostile {
  name: string;
  pieces: () => Iterable<string | Buffer>;
  /** the error's code, or what is read of it */
  expected: { code: string } | { rows: number; refused: number } | 'either';
}

const MEGABYTE = 1_000_000;
function* repeated(text: string, bytes: number, before = '', after = ''): Iterable<string> {
  yield before;
  const piece = text.repeat(Math.max(1, Math.floor(64_000 / text.length)));
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
  yield after;
}

const FILES: Hostile[] = [
  {
    name: '100,000 columns in the first line',
    pieces: () => [`${Array.from({ length: 100_000 }, (_, n) => `c${n}`).join()}\n`],
    expected: { code: 'import_header_invalid' },
  },
  {
    name: '100,000 columns in a row',
    pieces: () => ['Company,City\nAcme,Rome\n', `${','.repeat(100_000)}\nBeta,Oslo\n`],
    expected: { rows: 3, refused: 1 },
  },
  {
    name: 'one line of 50 MB',
    pieces: () => repeated('x', 50 * MEGABYTE),
    expected: { code: 'import_header_invalid' },
  },
  {
    name: 'one row of 50 MB',
    pieces: () => repeated('x', 50 * MEGABYTE, 'Company\nAcme\n', '\nBeta\n'),
    expected: { rows: 3, refused: 1 },
  },
  {
    name: 'a quote that is never closed, in one line of 50 MB',
    pieces: () => repeated('x', 50 * MEGABYTE, 'Company\nAcme\n"'),
    expected: { rows: 2, refused: 1 },
  },
  {
    name: 'a quote that is never closed, over 50 MB of lines',
    pieces: () => repeated(`${'x'.repeat(31_999)}\n`, 50 * MEGABYTE, 'Company\nAcme\n"'),
    // the one that it opens, and those whose names are too long
    expected: { rows: 1565, refused: 1564 },
  },
  {
    name: 'a quote that is never closed in the first line',
    pieces: () => repeated('x\n', 2 * MEGABYTE, '"Company\n'),
    expected: { code: 'import_header_invalid' },
  },
  {
    name: 'a million empty lines',
    pieces: () => repeated('\n', MEGABYTE, 'Company\nAcme\n', 'Beta\n'),
    expected: { rows: 2, refused: 0 },
  },
  {
    name: 'only empty lines',
    pieces: () => repeated('\r\n', 2 * MEGABYTE),
    expected: { code: 'import_header_invalid' },
  },
  {
    name: 'NUL bytes in rows',
    pieces: () => ['Company,City\nAc\0me,Rome\nBeta,Oslo\n'],
    expected: { rows: 2, refused: 1 },
  },
  {
    name: 'nothing but NUL bytes',
    pieces: () => repeated('\0', 5 * MEGABYTE),
    expected: { code: 'import_header_invalid' },
  },
  {
    name: 'nothing but quotes',
    pieces: () => repeated('"', 50 * MEGABYTE),
    expected: { code: 'import_header_invalid' },
  },
  {
    name: 'a run of quotes of 50 MB',
    pieces: () => repeated('"', 50 * MEGABYTE, 'Company\nAcme\n'),
    expected: { rows: 2, refused: 1 },
  },
  {
    name: 'quotes, line by line',
    pieces: () => repeated('""","\n', 60_000, 'Company,City\nAcme,Rome\n'),
    expected: { rows: 10_667, refused: 10_666 },
  },
  {
    name: 'a byte order mark in the middle',
    pieces: () => ['Company\nAcme\n\uFEFFBeta\nGam\uFEFFma\n'],
    expected: { rows: 3, refused: 0 },
  },
  {
    name: 'mixed separators',
    pieces: () => ['Company;City\nAcme;Rome\nBeta,Oslo\nGamma\tBern\nDelta|Bonn\n'],
    expected: { rows: 4, refused: 3 },
  },
  {
    name: 'a cell of 100,000 characters',
    pieces: () => ['Company,City\nAcme,Rome\n', `Beta,${'x'.repeat(100_000)}\n`],
    expected: { rows: 2, refused: 1 },
  },
  {
    name: 'random bytes',
    pieces: () =>
      Array.from({ length: 20 }, (_, n) => createHash('shake256', { outputLength: 64_000 }).update(`${n}`).digest()),
    expected: 'either',
  },
];

let programs: Programs;
let ops: Person;
let watch: Watch;

beforeAll(async () => {
  programs = await Programs.open('postgres');
  ops = await programs.as('sales_ops');
  const { body } = await sent(['Company,City\nBefore,Paris\n']);
  expect(await worked(body)).toMatchObject({ state: 'done', created: 1 });
  const { pid } = programs.all.find(({ name }) => name === 'api')!;
  watch = new Watch(programs.origin, pid);
}, 120_000);
afterAll(async () => {
  await watch.close();
  await programs.close();
});

/** As a stream: the test never has a whole file. */
function sent(pieces: Iterable<string | Buffer>, by = ops): Promise<{ status: number; body: Json }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${programs.origin}/api/v1/imports?kind=organizations&filename=x.csv`, {
      method: 'POST',
      headers: { ...by.headers, 'content-type': 'text/csv' },
    });
    outgoing.once('error', reject);
    outgoing.once('response', (reply) => {
      let text = '';
      reply.on('data', (piece: Buffer) => (text += piece.toString()));
      reply.once('end', () => resolve({ status: reply.statusCode!, body: JSON.parse(text) as Json }));
    });
    Readable.from(pieces).pipe(outgoing);
  });
}

/** What became of an upload, with the first column as the name. */
async function worked({ id, columns }: Json): Promise<Json> {
  const mapping = { [columns[0].column]: 'organization.name' };
  expect(await ops.put(`/imports/${id}/plan`, { mapping, key: 'name' })).toMatchObject({ status: 200 });
  expect(await ops.post(`/imports/${id}/run`, {})).toMatchObject({ status: 202 });
  let file: Json;
  await until('the import ends', async () => {
    file = (await ops.get(`/imports/${id}`)).body;
    return ['done', 'failed'].includes(file.state) || file.rows;
  });
  return file;
}

attack(
  'a hostile file: one clear error, or it is read, and the api answers others meanwhile',
  FILES,
  async ({ pieces, expected }) => {
    watch.forget();
    const { status, body } = await sent(pieces());
    if (expected === 'either') expect([201, 422]).toContain(status);
    else if ('code' in expected) {
      expect([status, body.code]).toEqual([422, expected.code]);
      expect(body.detail).toMatch(/first line.+[.?]$/s);
      const [{ state, failure }] = (await programs.sql(
        'SELECT state, failure FROM import ORDER BY created_at DESC LIMIT 1',
      )) as [Json];
      expect([state, failure]).toEqual(['failed', body.detail]);
    } else {
      expect([status, body]).toEqual([201, expect.anything()]);
      const file = await worked(body);
      expect([file.state, file.rows, file.refused]).toEqual(['done', expected.rows, expected.refused]);
      // also what it refused can be had meanwhile, however much it is
      expect((await ops.get<string>(`/imports/${body.id}/refusals.csv`)).status).toBe(200);
    }
    await watch.expectAlive();
    expect(await programs.sql("SELECT FROM organization WHERE name IN ('Before', 'Acme')")).not.toEqual([]);
    expect(await programs.sql("SELECT city FROM organization WHERE name = 'Before'")).toEqual([{ city: null }]);
  },
  600_000,
);

attack('more files than a person may send: the next is told when', [1], async () => {
  const eager = await programs.as('admin');
  const statuses: number[] = [];
  let last: Json;
  for (let n = 0; n < 65; n++) {
    const answer = await eager.post<Json>('/imports?kind=organizations&filename=x.csv', 'Company\n', {
      'content-type': 'text/csv',
    });
    statuses.push(answer.status);
    last = answer;
  }
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
  expect(last).toMatchObject({ status: 429, body: { code: 'too_many_requests', retryAfter: expect.any(Number) } });
  expect(Number(last.headers['retry-after'])).toBe(last.body.retryAfter);
  // a list of suppressions is a file as well, and others may go on
  const list = await eager.post('/suppressions/import', 'x@y.example', { 'content-type': 'text/csv' });
  expect(list.status).toBe(429);
  expect((await sent(['Company\n'])).status).toBe(201);
});
