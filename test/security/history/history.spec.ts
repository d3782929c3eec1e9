import { Importer, PastRecords } from '../../../src/accounts/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { attack } from '../attack.js';
import { hostileText, NUMBERED, REPEATED } from '../hostile-texts.js';
import { AMOUNTS, CURRENCIES, DAYS, NOTES, PAIRS, type Cell } from './history.corpus.js';

let app: Installation;
let ops: Person;
let files = 0;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin'], 'sales');
});
afterAll(() => app.close());

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** As bytes of UTF-8; half of a surrogate pair as programs write it that do not look. */
function bytes(csv: string): Buffer {
  const half = (unit: string) =>
    Buffer.from([0xed, 0x80 | ((unit.charCodeAt(0) >> 6) & 63), 0x80 | (unit.charCodeAt(0) & 63)]);
  return Buffer.concat(csv.split(/(\p{Cs})/u).map((part) => (/^\p{Cs}$/u.test(part) ? half(part) : Buffer.from(part))));
}

/** Each sends few files a minute. */
async function upload(csv: Buffer, query = ''): Promise<Json> {
  if (++files % 50 === 0) ops = await app.as(['sales_ops', 'admin'], 'sales');
  const { status, body } = await ops.post<Json>(`/imports?filename=x.csv&${query}`, csv, {
    'content-type': 'text/csv',
  });
  expect([status, body.detail]).toEqual([201, undefined]);
  return body;
}

async function bring(csv: string, mapping: Record<string, string>, verbs = ['dry-run', 'run']): Promise<Json> {
  const { id } = await upload(bytes(csv), 'kind=history&encoding=utf-8');
  expect(await ops.put(`/imports/${id}/plan`, { mapping, key: 'name' })).toMatchObject({ status: 200 });
  for (const verb of verbs) {
    expect(await ops.post(`/imports/${id}/${verb}`)).toMatchObject({ status: 202 });
    await app.get(Importer).work(id);
    const state = verb === 'run' ? 'done' : 'checked';
    expect((await ops.get<Json>(`/imports/${id}`)).body).toMatchObject({ state, failure: null });
  }
  const file = (await ops.get<Json>(`/imports/${id}`)).body;
  expect(file.created + file.updated + file.unchanged + file.refused).toBe(file.rows);
  return file;
}

/**
 * That each cell of a column, in a row that is well otherwise, is stored as said, or left out with a sentence that names
 * its field. All rows are one file.
 */
function column(target: string, { table, name, currency = '' }: { table: string; name: string; currency?: string }) {
  let brought: Promise<Json> | undefined;
  return async ([text, stored]: Cell, cells: Cell[]): Promise<void> => {
    const rows = cells.map(([each], n) => `${target}${n},${cell(each)},${currency}\n`);
    const id = `${target.split('.')[0]}.externalId`;
    brought ??= bring(`Id,Cell,Currency\n${rows.join('')}`, {
      Id: id,
      Cell: target,
      ...(currency && { Currency: 'opportunity.currency' }),
    });
    const file = await brought;
    expect([file.created, file.refused]).toEqual([cells.length, 0]);
    const key = `${target}${cells.findIndex(([each]) => each === text)}`;
    const [row] = await app.sql<Json>(`SELECT ${name}::text AS stored FROM ${table} WHERE external_id = $1`, [key]);
    expect(row).toEqual({ stored: stored === null ? null : String(stored) });
    const warned = await app.sql<Json>(WARNINGS, [file.id, key]);
    const sentence = expect.stringMatching(/^["T].{10,400}[.?]$/s);
    expect(warned).toEqual(stored === null ? [{ field: target, message: sentence }] : []);
  };
}
const WARNINGS = 'SELECT field, message FROM import_refusal WHERE import_id = $1 AND cells[1] = $2';

const COLUMNS: [what: string, cells: Cell[], withstand: ReturnType<typeof column>][] = [
  ['day of a contact', DAYS, column('interaction.at', { table: 'past_interaction', name: 'occurred_on' })],
  ['day of a sale', DAYS, column('opportunity.closed', { table: 'past_opportunity', name: 'closed_on' })],
  ['amount', AMOUNTS, column('opportunity.value', { table: 'past_opportunity', name: 'value_minor', currency: 'EUR' })],
  ['currency', CURRENCIES, column('opportunity.currency', { table: 'past_opportunity', name: 'currency' })],
  ['note', NOTES, column('interaction.note', { table: 'past_interaction', name: 'note' })],
];
for (const [what, cells, withstand] of COLUMNS)
  attack(
    `history: a cell of a ${what} is stored as it is meant, or is left out with a sentence`,
    cells,
    (each) => withstand(each, cells),
    120_000,
  );

attack(
  'history: what was taken in is listed, and counts in rules and check-ins',
  ['/past-interactions?limit=200', '/past-opportunities?limit=200', '/check-ins/due', '/organizations?limit=200'],
  async (path) => {
    expect(await ops.get(path)).toMatchObject({ status: 200 });
    expect(JSON.stringify((await ops.get(path)).body)).not.toContain('Invalid Date');
  },
);

attack(
  'history: a pair of surrogates is not cut in half, as a header and in every cell',
  PAIRS,
  async (text) => {
    const csv = `Date,${cell(text)},Note,Result,Type,Kind of deal\n2024-01-01,${Array.from({ length: 5 }, () => cell(text)).join()}\n`;
    const { columns } = await upload(Buffer.from(csv), 'kind=history');
    const mapping = Object.fromEntries(columns.map(({ column, target }: Json) => [column, target]));
    const file = await bring(csv, mapping);
    expect([file.created, file.refused]).toEqual([1, 0]);
    expect(JSON.stringify(file)).not.toMatch(/\\u[dD][89a-fA-F]|\uFFFD/);
  },
  120_000,
);

const PIECES = [...REPEATED, ...NUMBERED];
let hostile: Promise<{ file: Json; seconds: number }> | undefined;
async function broughtHostile(): Promise<{ file: Json; seconds: number }> {
  const rows = PIECES.map((piece, n) => {
    const text = hostileText(piece, 30_000).slice(0, 30_000);
    return `h${n},${cell(text)},${cell(text.slice(0, 300))},${cell(text.slice(0, 60))},${cell(text.slice(0, 60))}\n`;
  });
  const mapping = {
    Note: 'opportunity.note',
    Reason: 'opportunity.reason',
    Day: 'opportunity.closed',
    Value: 'opportunity.value',
  };
  const since = performance.now();
  const file = await bring(`Id,Note,Reason,Day,Value\n${rows.join('')}`, { Id: 'opportunity.externalId', ...mapping });
  return { file, seconds: (performance.now() - since) / 1_000 };
}
attack(
  'history: notes that are made to stop their reader are read in time',
  PIECES,
  async (piece) => {
    const { file, seconds } = await (hostile ??= broughtHostile());
    expect([file.rows, file.state]).toEqual([PIECES.length, 'done']);
    expect(seconds).toBeLessThan(30);
    const [row, refused] = [
      `h${PIECES.indexOf(piece)}`,
      'SELECT message FROM import_refusal WHERE whole_row AND cells[1] LIKE $1',
    ];
    const [inside, outside] = [
      await app.sql('SELECT FROM past_opportunity WHERE external_id = $1', [row]),
      await app.sql<Json>(refused, [`${row},%`]),
    ];
    // a row of quotes is longer in the file than its cells are
    expect(inside.length + new Set(outside.map(({ message }) => message)).size).toBe(1);
    if (!piece.includes('"')) expect(inside).toHaveLength(1);
  },
  120_000,
);

attack(
  'history: ten thousand rows of one person are in, and are read page by page',
  ['with ids', 'without'],
  async (how) => {
    const person = `Company,Contact,Email\nMany ${how},Rosa Keller,rosa@${how.replace(' ', '')}.example\n`;
    const { id: people } = await upload(Buffer.from(person), 'kind=both');
    const mapping = { Company: 'organization.name', Contact: 'contact.name', Email: 'contact.email' };
    await ops.put(`/imports/${people}/plan`, { mapping, key: 'name' });
    await ops.post(`/imports/${people}/run`);
    await app.get(Importer).work(people);
    const row = (n: number) =>
      `${how === 'without' ? '' : `id${n % 9_000}`},2024-01-01,rosa@${how.replace(' ', '')}.example,Do not call\n`;
    const csv = `Id,Date,Email,Outcome\n${Array.from({ length: 10_000 }, (_, n) => row(n)).join('')}`;
    const since = performance.now();
    const file = await bring(
      csv,
      {
        ...(how === 'with ids' && { Id: 'interaction.externalId' }),
        Date: 'interaction.at',
        Email: 'contact.email',
        Outcome: 'interaction.outcome',
      },
      ['run'],
    );
    const expected = how === 'without' ? [10_000, 0, 0] : [9_000, 0, 1_000];
    expect([file.created, file.refused, file.updated + file.unchanged]).toEqual(expected);
    expect(file.unmatched).toBe(0);
    expect(performance.now() - since).toBeLessThan(60_000);
    await app.get(PastRecords).matchWaiting();
    const [{ id }] = (await app.sql<Json>('SELECT id FROM contact WHERE email LIKE $1', [
      `%${how.replace(' ', '')}%`,
    ])) as [Json];
    const asked = performance.now();
    expect((await ops.get<Json>(`/past-interactions?contactId=${id}&limit=200`)).body.items).toHaveLength(200);
    expect(performance.now() - asked).toBeLessThan(1_000);
    expect(await app.sql('SELECT preference FROM contact WHERE id = $1', [id])).toEqual([{ preference: 'no_calls' }]);
  },
  300_000,
);
