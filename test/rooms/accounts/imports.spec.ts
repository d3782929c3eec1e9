import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { Importer, Imports } from '../../../src/accounts/index.js';
import { Import } from '../../../src/accounts/imports/import.entity.js';
import { OwnConnection } from '../../../src/accounts/imports/own-connection.js';
import { Run } from '../../../src/accounts/imports/run.js';
import { Hashes } from '../../../src/accounts/privacy/hashes.js';
import { Config, JobQueue } from '../../../src/platform/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { workbook } from './workbook.js';

let app: Installation;
let ops: Person;
let tests = 0;

beforeAll(async () => (app = await Installation.open()));
afterAll(() => app.close());
beforeEach(async () => {
  // one person may send sixty files a minute
  if (tests++ % 10 === 0) ops = await app.as('sales_ops', 'sales');
  await app.sql('DELETE FROM import');
  await app.asOwner('TRUNCATE organization, contact, attribute_field CASCADE');
});

const northwind = readFileSync('demo/data/customers.csv');

async function upload(file: string | Buffer, kind: string, headers: Record<string, string> = {}, query = '') {
  const bytes = Buffer.isBuffer(file) ? file : Buffer.from(file);
  return ops.post<Json>(`/imports?kind=${kind}&filename=test.csv${query}`, bytes, {
    'content-type': 'text/csv',
    ...headers,
  });
}

/** Uploads, takes the guesses (or the plan given), does the work, answers what became of it. */
async function bring(file: string | Buffer, kind = 'organizations', plan?: Json, verb = 'run'): Promise<Json> {
  const { body, status } = await upload(file, kind);
  expect(status).toBe(201);
  await planned(body, plan);
  return work(body.id, verb);
}

async function planned(file: Json, plan?: Json): Promise<void> {
  const mapping = Object.fromEntries(file.columns.map((column: Json) => [column.column, column.target]));
  const key =
    file.kind === 'contacts'
      ? 'email'
      : Object.values(mapping).includes('organization.externalId')
        ? 'externalId'
        : 'name';
  const answer = await ops.put(`/imports/${file.id}/plan`, { mapping, key, ...plan });
  expect(answer).toMatchObject({ status: 200 });
}

async function work(id: string, verb: string): Promise<Json> {
  expect(await ops.post(`/imports/${id}/${verb}`)).toMatchObject({ status: 202 });
  await app.get(Importer).work(id);
  return (await ops.get(`/imports/${id}`)).body;
}

/** Kills the worker in its second batch: the connection that holds its lock is cut. */
async function cutAfterFirstBatch(id: string): Promise<void> {
  await app.asOwner(
    `CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END'`,
  );
  await app.asOwner(
    'CREATE TRIGGER slow AFTER UPDATE ON import FOR EACH ROW WHEN (NEW.rows_read = 2000) EXECUTE FUNCTION slow()',
  );
  const worker = app
    .get(Importer)
    .work(id)
    .then(
      () => 'finished',
      () => 'died',
    );
  for (let cut = 0; cut === 0;)
    cut = (
      await app.sql(
        `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
          WHERE application_name = 'overture import ' || $1 AND datname = current_database() AND EXISTS (SELECT FROM import WHERE rows_read = 1000)`,
        [id],
      )
    ).length;
  await app.asOwner('DROP TRIGGER slow ON import');
  expect(await worker).toBe('died');
}

const refusals = async (id: string, which = 'refusals'): Promise<string[]> =>
  (
    parse((await ops.get<string>(`/imports/${id}/${which}.csv`)).body, {
      bom: true,
      relax_column_count: true,
    }) as string[][]
  )
    .slice(1)
    .map((cells) => cells.join());

const count = async (table: string): Promise<number> =>
  Number((await app.sql(`SELECT count(*) AS n FROM ${table}`))[0].n);

describe('Northwind', () => {
  test('customers come in with their people and roles, and coming again changes nothing', async () => {
    const first = await bring(northwind, 'both');
    expect(first).toMatchObject({
      state: 'done',
      rows: 91,
      created: 91,
      updated: 0,
      refused: 0,
      bytesRead: northwind.length,
    });
    const [alfki] = await app.sql(
      `SELECT o.name, o.country, o.time_zone, c.name AS person, c.phone, e.title, b.role, b.source, b.confidence
         FROM organization o JOIN employment e ON e.organization_id = o.id JOIN contact c ON c.id = e.contact_id JOIN buying_role b ON b.contact_id = c.id
        WHERE o.external_id = 'ALFKI'`,
    );
    expect(alfki).toEqual({
      name: 'Alfreds Futterkiste',
      country: 'DE',
      time_zone: 'Europe/Berlin',
      person: 'Maria Anders',
      phone: '+49300074321',
      title: 'Sales Representative',
      role: 'influencer',
      source: 'title',
      confidence: 'low',
    });
    expect(await bring(northwind, 'both')).toMatchObject({ created: 0, updated: 0, unchanged: 91, refused: 0 });
    expect(await count('organization')).toBe(91);
    expect(await count('contact')).toBe(91);
  });

  test('of the ragged file 24 rows are refused with their lines, the others go in, NULL is nothing', async () => {
    const done = await bring(readFileSync('test/rooms/accounts/data/ragged/customers.csv'), 'both');
    expect(done).toMatchObject({ state: 'done', rows: 91, created: 67, refused: 24 });
    const lines = await refusals(done.id);
    expect(lines).toHaveLength(24);
    expect(lines.every((line) => /^\d+,,too_many_fields,/.test(line))).toBe(true);
    expect(await app.sql("SELECT FROM organization WHERE 'NULL' IN (region, postal_code, city, phone)")).toEqual([]);
  });

  test('suppliers come in beside them', async () => {
    expect(await bring(readFileSync('demo/data/suppliers.csv'), 'both')).toMatchObject({
      rows: 29,
      created: 29,
      refused: 0,
    });
    expect(await app.sql("SELECT country FROM organization WHERE external_id = '1'")).toEqual([{ country: 'GB' }]);
  });
});

test('the S&P 500: places become countries and zones, "2013 (1888)" a year', async () => {
  expect(await bring(readFileSync('demo/data/sp500.csv'))).toMatchObject({ rows: 503, created: 503, refused: 0 });
  expect(
    await app.sql(
      "SELECT external_id, city, region, country, time_zone, founded FROM organization WHERE external_id IN ('MMM', 'ABBV', 'ACN') ORDER BY 1",
    ),
  ).toEqual([
    expect.objectContaining({ external_id: 'ABBV', founded: 2013 }),
    expect.objectContaining({ external_id: 'ACN', city: 'Dublin', country: 'IE', time_zone: 'Europe/Dublin' }),
    {
      external_id: 'MMM',
      city: 'Saint Paul',
      region: 'Minnesota',
      country: 'US',
      time_zone: 'America/Chicago',
      founded: 1902,
    },
  ]);
  // small towns of states that have two clocks, and one organization without a place
  expect(
    await app.sql(
      'SELECT region, count(*)::int AS n FROM organization WHERE time_zone IS NULL GROUP BY region ORDER BY region',
    ),
  ).toEqual([
    { region: 'Indiana', n: 3 },
    { region: 'Tennessee', n: 2 },
    { region: null, n: 1 },
  ]);
});

describe('upsert', () => {
  test('two people who share a mailbox both stay where the plan says so, also when the file comes again', async () => {
    const file = 'Company,Contact,Email\nAcme,Ann Lee,info@acme.example\nAcme,Bob Ray,info@acme.example\n';
    expect(await bring(file, 'both', { sharedMailbox: true })).toMatchObject({ created: 2 });
    expect(await bring(file, 'both')).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await app.sql('SELECT name, email FROM contact ORDER BY name')).toEqual([
      { name: 'Ann Lee', email: 'info@acme.example' },
      { name: 'Bob Ray', email: 'info@acme.example' },
    ]);
    expect(await count('organization')).toBe(1);
  });

  test('two people who share a name and have two addresses both stay', async () => {
    await bring('Company,Contact,Email\nAcme,John Smith,j1@acme.example\nAcme,John Smith,j2@acme.example\n', 'both');
    expect(await count('contact')).toBe(2);
  });

  test('another spelling of a name or its legal form is the same organization in the same country, not in another', async () => {
    await bring('Company,Country\nÉclair S.A.,France\nECLAIR,FR\nEclair SA,Belgium\n', 'organizations', {
      key: 'name',
    });
    expect(await app.sql('SELECT name, country FROM organization ORDER BY country')).toEqual([
      { name: 'Eclair SA', country: 'BE' },
      { name: 'Éclair S.A.', country: 'FR' },
    ]);
  });

  test('by domain: a later row of the same file fills and overwrites, an empty cell takes nothing away', async () => {
    const file = 'Company,Website,City,Employees\nAcme,https://www.acme.example/x,Rome,10\nAcme,acme.example,,12\n';
    const done = await bring(file, 'organizations', { key: 'domain' });
    expect(done).toMatchObject({ created: 1, updated: 1 });
    expect(await app.sql('SELECT domain, city, employees FROM organization')).toEqual([
      { domain: 'acme.example', city: 'Rome', employees: 12 },
    ]);
  });

  test('what was made by hand is found, and gets the external id', async () => {
    await ops.post('/organizations', { name: 'Alfreds Futterkiste', country: 'Germany' });
    expect(await bring(northwind, 'both')).toMatchObject({ created: 91 });
    expect(await count('organization')).toBe(91);
    expect(await app.sql("SELECT revision FROM organization WHERE external_id = 'ALFKI'")).toEqual([{ revision: 2 }]);
  });

  test('contacts alone find their employer and are refused where it is absent', async () => {
    await bring('Company\nAcme\n');
    const done = await bring(
      'Name,Company,Email\nAnn,Acme Inc.,ann@x.example\nBob,Nowhere,bob@x.example\n',
      'contacts',
    );
    expect(done).toMatchObject({ created: 1, refused: 1 });
    expect((await refusals(done.id))[0]).toMatch(/^3,organization.name,organization_not_found,/);
    expect(await count('employment')).toBe(1);
    expect(await bring('Name,Email\nCid,cid@elsewhere.example\n', 'contacts')).toMatchObject({
      created: 1,
      warnings: 1,
    });
  });

  test('two imports at once of the same organizations make them once', async () => {
    const ids = [];
    for (let i = 0; i < 2; i++) {
      const { body } = await upload('Company\nAcme\nBeta\nGamma\n', 'organizations');
      await planned(body);
      await ops.post(`/imports/${body.id}/run`);
      ids.push(body.id);
    }
    await Promise.all(ids.map((id) => app.get(Importer).work(id)));
    expect(await count('organization')).toBe(3);
  });
});

describe('bad input', () => {
  test('a bad phone leaves its field empty with a warning, the row goes in', async () => {
    const done = await bring('Company,Contact,Phone,Country\nAcme,Ann,not a phone,DE\n', 'both');
    expect(done).toMatchObject({ created: 1, refused: 0, warnings: 1 });
    expect((await refusals(done.id, 'warnings'))[0]).toMatch(/^2,contact.phone,invalid,/);
    expect(await refusals(done.id)).toEqual([]);
  });

  test('a bad quote costs its line, not the rest of the file', async () => {
    const done = await bring('Company,City\n"Open,Rome\nBeta,Oslo\n"x"y,Bern\nGamma,"Bonn"\n');
    expect(done).toMatchObject({ rows: 4, created: 2, refused: 2 });
    expect((await refusals(done.id)).map((line) => line.split(',').slice(0, 3).join())).toEqual([
      '2,,bad_quotes',
      '4,,bad_quotes',
    ]);
  });

  test('a line number is the physical line where the row begins', async () => {
    const done = await bring('Company,City\n"Two\nlines",Rome\n\nBeta\n');
    expect((await refusals(done.id))[0]).toMatch(/^5,,too_few_fields,/);
  });

  test('hostile names are kept as they are, and cannot run in the spreadsheet that shows the refusals', async () => {
    const names = [`Robert'); DROP TABLE contact;--`, '<script>alert(1)</script>', '=cmd()|calc', '"quoted" Ltd'];
    const file = `Company,City\n${names.map((name) => `"${name.replaceAll('"', '""')}",Rome`).join('\n')}\n  =1+1,Rome,too many\n@x,-1,+2\n`;
    const done = await bring(file);
    expect(done).toMatchObject({ created: 4, refused: 2 });
    const stored = (await app.sql('SELECT name FROM organization')).map(({ name }) => name);
    expect(stored.toSorted()).toEqual(names.toSorted());
    const [first, second] = await refusals(done.id);
    expect(first).toMatch(/,'=1\+1,Rome,too many$/);
    expect(second).toMatch(/,'@x,'-1,'\+2$/);
  });

  test('NUL bytes and broken letters refuse their row; the others go in', async () => {
    const done = await bring(
      Buffer.concat([
        Buffer.from('Company\nA\0B\nGood Größe\nBad '),
        Buffer.from([0xff]),
        Buffer.from('\nÀ la carte\nÉtoile d’or\n'),
      ]),
    );
    expect(done).toMatchObject({ created: 3, refused: 2, encoding: 'utf-8' });
    expect((await refusals(done.id)).every((line) => line.includes('unreadable_text'))).toBe(true);
  });

  test('a cell or a row that is too wide costs its row; a file with too many columns is refused', async () => {
    const wide = 'x'.repeat(40_000);
    const done = await bring(`Company,City\n${wide},Rome\nBeta,"${wide}"\n${'Gamma,'.repeat(1_001)}\nDelta,Oslo\n`);
    expect(done).toMatchObject({ created: 1, refused: 3 });
    expect((await refusals(done.id)).map((line) => line.split(',').slice(0, 5).join())).toEqual([
      expect.stringMatching(/^2,,cell_too_long,Field 1 of the row has 40,000 characters/),
      expect.stringMatching(/^3,,cell_too_long,Field 2/),
      expect.stringMatching(/^4,,too_many_columns,The row has 1,002 columns; 1/),
    ]);
    const header = (columns: number) =>
      Array.from({ length: columns }, (_, i) => (i === 7 ? 'Company' : `c${i}`)).join();
    expect(await upload(`${header(1_001)}\n`, 'organizations')).toMatchObject({
      status: 422,
      body: { code: 'import_header_invalid', detail: expect.stringMatching(/has 1,001 columns; 1,000/) },
    });
    const most = await bring(`${header(1_000)}\n${header(1_000)}\n`, 'organizations', {
      mapping: { Company: 'organization.name' },
    });
    expect(most).toMatchObject({ created: 1 });
  });

  test('an import that takes too long stops behind a batch, and goes on there', async () => {
    const { body } = await upload(
      `Company\n${Array.from({ length: 2_500 }, (_, n) => `Firm ${n}`).join('\n')}`,
      'organizations',
    );
    await planned(body);
    await ops.post(`/imports/${body.id}/run`);
    const own = (await OwnConnection.open(app.get(Config), body.id))!;
    const file = (await app.source.manager.findOneBy(Import, { id: body.id }))!;
    await expect(new Run(own, file, app.get(Hashes), 0).go(() => false)).rejects.toThrow(
      /longer than 6 hours.*Run it again/s,
    );
    await own.close();
    expect(await count('organization')).toBe(0);
    expect(await work(body.id, 'run')).toMatchObject({ state: 'done', created: 2_500 });
  });

  test.each([
    [
      'UTF-16 with a BOM',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Firma;Ort\nMüller;Köln\n', 'utf16le')]),
      'utf-16le',
      ';',
    ],
    ['UTF-16 without', Buffer.from('Firma\tOrt\nMüller\tKöln\n', 'utf16le'), 'utf-16le', '\t'],
    ['Latin-1', Buffer.from('Firma|Ort\nMüller|Köln\n', 'latin1'), 'windows-1252', '|'],
    ['UTF-8 with a BOM and CRLF', Buffer.from('\uFEFFFirma,Ort\r\nMüller,Köln\r\n'), 'utf-8', ','],
    ['a Mac of old', Buffer.from('Firma,Ort\rMüller,Köln\r'), 'utf-8', ','],
    ['Excel’s first line', Buffer.from('sep=;\r\nFirma;Ort\r\nMüller;Köln\r\n'), 'utf-8', ';'],
  ])('%s is read as it was meant', async (_, file, encoding, delimiter) => {
    expect(await bring(file)).toMatchObject({ encoding, delimiter, created: 1 });
    expect(await app.sql('SELECT name, city FROM organization')).toEqual([{ name: 'Müller', city: 'Köln' }]);
  });

  test('a table below a title comes in, whose letters are of DOS', async () => {
    const file = Buffer.concat([
      Buffer.from('Kundenliste;;\n;;\nFirma;Ort;Umsatz\nNordm'),
      Buffer.from([0x81]),
      Buffer.from('hle;K'),
      Buffer.from([0x94]),
      Buffer.from('ln;12.500\n'),
    ]);
    const { body } = await upload(file, 'organizations');
    expect(body).toMatchObject({ encoding: 'cp850', delimiter: ';', headerLine: 3 });
    expect(body.decodings).toHaveLength(3);
    expect(body.decodings[0].words).toEqual(['Nordmühle', 'Köln']);
    await planned(body);
    expect(await work(body.id, 'run')).toMatchObject({ created: 1, refused: 0, warnings: 0 });
    expect(await app.sql('SELECT name, city, revenue_minor FROM organization')).toEqual([
      { name: 'Nordmühle', city: 'Köln', revenue_minor: '1250000' },
    ]);
  });

  test('a list of addresses without a header loses none', async () => {
    const done = await bring('rosa@acme.example\ntom@bolt.example\n', 'contacts', { key: 'email' });
    expect(done).toMatchObject({ headerLine: 0, created: 2 });
  });

  test('a wrong guess of the encoding can be put right', async () => {
    const { body } = await upload(Buffer.from('Firma\nЛукойл\n', 'utf8'), 'organizations', {}, '&encoding=latin1');
    const { body: read } = await ops.put(`/imports/${body.id}/reading`, { encoding: 'utf-8' });
    expect(read.sample).toEqual([['Лукойл']]);
    expect((await ops.put(`/imports/${body.id}/reading`, { encoding: 'klingon' })).status).toBe(422);
  });

  test('an empty file is refused with its reason; a header alone brings nothing', async () => {
    expect(await upload('', 'organizations')).toMatchObject({ status: 422, body: { code: 'import_file_empty' } });
    expect((await ops.get('/imports')).body.items).toMatchObject([{ state: 'failed', failure: 'The file is empty.' }]);
    expect(await bring('Company,City\n')).toMatchObject({ state: 'done', rows: 0, created: 0 });
  });

  test('an upload that breaks off is failed with its reason, and leaves no bytes', async () => {
    const address = new URL((app as Json).origin);
    const token = (
      await app.nobody.post('/tokens', { email: 'person1@overture.test', password: 'correct horse battery' })
    ).body.token;
    const { connect } = await import('node:net');
    const socket = connect(Number(address.port), address.hostname);
    socket.write(
      `POST /api/v1/imports?kind=organizations&filename=a.csv HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: text/csv\r\ncontent-length: 3000000\r\n\r\n`,
    );
    await new Promise((done) => socket.write(`Company\n${'Acme\n'.repeat(300_000)}`, done));
    await new Promise((done) => setTimeout(done, 300));
    socket.destroy();
    const states = async () => (await app.sql('SELECT state, failure FROM import'))[0];
    for (let i = 0; i < 50 && (await states()).state === 'uploading'; i++)
      await new Promise((done) => setTimeout(done, 50));
    expect(await states()).toMatchObject({ state: 'failed', failure: expect.stringContaining('broke off') });
    expect(await count('import_chunk')).toBe(0);
  });

  test('a plan that names what is not there is refused, and every problem is named', async () => {
    const { body } = await upload('Company,City\nAcme,Rome\n', 'organizations');
    const answer = await ops.put(`/imports/${body.id}/plan`, {
      mapping: { Company: 'organization.shoe', Nope: 'organization.name', City: 'contact.name' },
      key: 'externalId',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: Json) => error.code)).toEqual([
      'unknown_target',
      'unknown_column',
      'unknown_target',
      'name_missing',
      'key_missing',
    ]);
    expect((await ops.post(`/imports/${body.id}/run`)).body.code).toBe('import_not_planned');
  });

  test('a body that is no file, an unknown kind, too large a file', async () => {
    expect((await ops.post('/imports?kind=organizations&filename=x', { a: 1 })).status).toBe(422);
    expect((await upload('a\n', 'everything')).status).toBe(422);
    expect(await ops.get('/imports/nonsense')).toMatchObject({ status: 404 });
  });

  test('a row that the database refuses is refused alone', async () => {
    await app.asOwner("ALTER TABLE organization ADD CONSTRAINT poison CHECK (name <> 'Poison')");
    try {
      const rowsOf = Array.from({ length: 200 }, (_, i) => (i === 77 ? 'Poison' : `Firm ${i}`));
      const done = await bring(`Company\n${rowsOf.join('\n')}\n`);
      expect(done).toMatchObject({ state: 'done', created: 199, refused: 1 });
      expect((await refusals(done.id))[0]).toMatch(/^79,,cannot_be_stored,/);
    } finally {
      await app.asOwner('ALTER TABLE organization DROP CONSTRAINT poison');
    }
  });
});

describe('numbers and money', () => {
  const revenues = () =>
    app.sql(
      'SELECT name, revenue_minor::float8 AS minor, revenue_currency AS currency FROM organization ORDER BY name',
    );

  test('an amount is kept in the minor unit of its own currency, and a rule compares units', async () => {
    await bring(
      'Company,Country,Annual Revenue,Currency\nKaze,Japan,1200000000,JPY\nYen Sign,Japan,"¥1,200,000,000",\n' +
        'Euro,Germany,1200000000,EUR\nYuan,China,¥500,\nDinar,Kuwait,12.5,KWD\n',
    );
    expect(await revenues()).toEqual([
      { name: 'Dinar', minor: 12_500, currency: 'KWD' },
      { name: 'Euro', minor: 120_000_000_000, currency: 'EUR' },
      { name: 'Kaze', minor: 1_200_000_000, currency: 'JPY' },
      { name: 'Yen Sign', minor: 1_200_000_000, currency: 'JPY' },
      { name: 'Yuan', minor: 50_000, currency: 'CNY' },
    ]);
    const found = async (value: number) => {
      const rule = { field: 'revenue', op: 'gt', value };
      const { body } = await ops.post('/cohort-previews', { rule, requiredRoles: ['economic_buyer'] });
      return body.sample.map(({ name }: Json) => name).sort();
    };
    expect(await found(50_000_000_000)).toEqual([]);
    expect(await found(1_000_000_000)).toEqual(['Euro', 'Kaze', 'Yen Sign']);
  });

  test('marks are read by the column: 12.500 beside 1.300,5 is twelve thousand five hundred', async () => {
    await bring('Firma;Umsatz;Lager\nA;12.500;12.500\nB;1.300,5;7,25\n', 'organizations', {
      mapping: { Firma: 'organization.name', Umsatz: 'organization.revenue', Lager: 'organization.attributes.stock' },
    });
    expect(await revenues()).toMatchObject([{ minor: 1_250_000 }, { minor: 130_050 }]);
    expect(await app.sql('SELECT attributes FROM organization ORDER BY name')).toEqual([
      { attributes: { stock: 12_500 } },
      { attributes: { stock: 7.25 } },
    ]);
  });

  test('what may be two things is left out and said: two marks in a column, two currencies, a sign that two share', async () => {
    const done = await bring(
      'Company,Country,Revenue,Currency\nA,US,12.500,\nB,US,1.5,\nC,US,"1,5",\nD,CA,$100,\nE,DE,100 EUR,USD\n',
    );
    expect(done).toMatchObject({ created: 5, warnings: 3 });
    expect((await refusals(done.id, 'warnings')).map((line) => line.split(',')[2])).toEqual([
      'two_numbers',
      'which_currency',
      'two_currencies',
    ]);
  });

  test('an amount with more decimal places than its currency has is rounded, and the file of warnings says so', async () => {
    const file = await bring(
      'Company,Annual Revenue,Currency\nA,"1,234.5678",BHD\nB,1234.567,BHD\nC,99.5,JPY\nD,0.30,EUR\nE,1.1m,USD\n',
    );
    expect(file).toMatchObject({ created: 5, warnings: 2 });
    expect(await refusals(file.id, 'warnings')).toEqual([
      expect.stringContaining('more decimal places than BHD has'),
      expect.stringContaining('more decimal places than JPY has'),
    ]);
    expect(await app.sql('SELECT revenue_minor::int AS n FROM organization ORDER BY name')).toEqual([
      { n: 1_234_568 },
      { n: 1_234_567 },
      { n: 100 },
      { n: 30 },
      { n: 110_000_000 },
    ]);
  });

  test('an extension of a phone is kept, leaves in an export, and comes back as it was', async () => {
    await bring(
      'Company,Country,Name,Email,Phone\nElm,US,Rosa,rosa@elm.example,(206) 555-0142 x143\n' +
        'Elm,US,Tom,tom@elm.example,+1 206 555 0142 ext. 7\nElm,US,Ada,ada@elm.example,206-555-0142;ext=55\n',
      'both',
    );
    const phones = async () => (await app.sql('SELECT phone FROM contact ORDER BY name')).map(({ phone }) => phone);
    const kept = ['+12065550142;ext=55', '+12065550142;ext=143', '+12065550142;ext=7'];
    expect(await phones()).toEqual(kept);
    const list = await ops.get<string>('/contacts?format=csv');
    await app.sql('UPDATE contact SET phone = NULL');
    expect(await bring(list.body, 'contacts', { key: 'email' })).toMatchObject({ updated: 3, refused: 0 });
    expect(await phones()).toEqual(kept);
  });

  test('a list of organizations that was taken along changes nothing when it comes back', async () => {
    await bring(northwind, 'both');
    await app.sql(
      "UPDATE organization SET revenue_minor = 1234500, revenue_currency = 'JPY', attributes = '{\"sites\": 3}'",
    );
    const list = await ops.get<string>('/organizations?format=csv');
    const done = await bring(list.body, 'organizations', { key: 'externalId' });
    expect((await ops.get(`/imports/${done.id}/changes`)).body.items.map((c: Json) => [c.before, c.after])).toEqual([]);
    expect(done).toMatchObject({ rows: 91, unchanged: 91, warnings: 0 });
  });

  test('the type of an attribute follows from all rows, not from the first', async () => {
    const rowsOf = Array.from({ length: 1_500 }, (_, i) => `Firm ${i},${i === 1_400 ? 'on request' : i}`);
    const done = await bring(`Company,Stock\n${rowsOf.join('\n')}\n`, 'organizations', {
      mapping: { Company: 'organization.name', Stock: 'organization.attributes.stock' },
    });
    expect(done).toMatchObject({ created: 1_500, warnings: 0 });
    expect(await app.sql('SELECT type FROM attribute_field')).toEqual([{ type: 'text' }]);
  });
});

describe('an Excel workbook', () => {
  test('is read like the CSV of its first sheet with rows: texts, numbers and days are what Excel shows', async () => {
    const file = workbook({
      Cover: [],
      Kunden: [
        ['Kundenliste', null, null, null, null],
        [null, null, null, null, null],
        ['Firma', 'Ort', 'Umsatz', 'Seit', 'Aktiv'],
        ['Müller & Söhne, Köln', 'Köln', 12.345, new Date(Date.UTC(2019, 2, 1)), true],
        ['Bolt "X"\nLtd', 'Łódź', 1_200_000, new Date(Date.UTC(2020, 11, 31)), false],
      ],
    });
    const { body } = await upload(file, 'organizations');
    expect(body).toMatchObject({ sheet: 'Kunden', sheets: ['Cover', 'Kunden'], encoding: 'utf-8', decodings: [] });
    await planned(body, {
      mapping: {
        Firma: 'organization.name',
        Ort: 'organization.city',
        Umsatz: 'organization.revenue',
        Seit: 'organization.attributes.since',
        Aktiv: 'organization.attributes.active',
      },
    });
    // the third decimal place of 12.345
    expect(await work(body.id, 'run')).toMatchObject({ created: 2, refused: 0, warnings: 1 });
    expect(
      await app.sql('SELECT name, city, revenue_minor::int AS minor, attributes FROM organization ORDER BY name'),
    ).toEqual([
      { name: 'Bolt "X" Ltd', city: 'Łódź', minor: 120_000_000, attributes: { since: '2020-12-31', active: false } },
      { name: 'Müller & Söhne, Köln', city: 'Köln', minor: 1_235, attributes: { since: '2019-03-01', active: true } },
    ]);
  });

  test('gives the sheet that is named, and says which there are', async () => {
    const file = workbook({ One: [['Company'], ['A']], Two: [['Company'], ['B']] });
    const { body } = await upload(file, 'organizations', {}, '&sheet=Two');
    expect(body).toMatchObject({ sheet: 'Two', sample: [['B']] });
    expect(await upload(file, 'organizations', {}, '&sheet=Three')).toMatchObject({
      status: 422,
      body: { code: 'workbook_unreadable', detail: 'The workbook has no sheet "Three". It has: One, Two.' },
    });
  });

  test.each([
    ['of an old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /old Excel.*Save it as/],
    ['that is another archive', Buffer.from(zipSync({ 'a.txt': strToU8('x') })), /no Excel workbook/],
    ['that is cut off', workbook({ A: [['Company'], ['x']] }).subarray(0, 300), /no Excel workbook/],
    [
      'that unpacks to very much',
      Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 1 })),
      /larger than 256 MiB/,
    ],
    ['without a row', workbook({ A: [] }), /empty/],
  ])('%s is refused with what to do', async (_, file, detail) => {
    const answer = await upload(file, 'organizations');
    expect(answer).toMatchObject({ status: 422, body: { detail: expect.stringMatching(detail) } });
    expect(await count('import_chunk')).toBe(0);
  });
});

describe('dry run', () => {
  test('counts and refuses as the run does, and writes nothing', async () => {
    await bring('CustomerID,CompanyName\nALFKI,Old name\n');
    const { body } = await upload(readFileSync('test/rooms/accounts/data/ragged/customers.csv'), 'both');
    await planned(body, {
      mapping: {
        ...Object.fromEntries(body.columns.map((c: Json) => [c.column, c.target])),
        fax: 'organization.attributes.fax',
      },
    });
    const before = await app.sql('SELECT * FROM organization');
    const dry = await work(body.id, 'dry-run');
    const told = await refusals(body.id);
    expect(dry).toMatchObject({ state: 'checked', dryRun: true, created: 67, updated: 0, refused: 24 });
    expect(await app.sql('SELECT * FROM organization')).toEqual(before);
    expect([await count('contact'), await count('attribute_field'), await count('buying_role')]).toEqual([0, 0, 0]);
    expect(
      Number((await app.sql('SELECT count(*) AS n FROM import_change WHERE import_id = $1', [body.id]))[0].n),
    ).toBe(0);
    const run = await work(body.id, 'run');
    const counts = ({ rows, created, updated, unchanged, refused, warnings }: Json) => ({
      rows,
      created,
      updated,
      unchanged,
      refused,
      warnings,
    });
    expect(counts(run)).toEqual(counts(dry));
    expect(await refusals(body.id)).toEqual(told);
  });
});

describe('a worker that dies', () => {
  test('in a dry run: nothing of it ever reaches the real tables, and the next begins anew', async () => {
    const { body } = await upload(
      `Company\n${Array.from({ length: 2500 }, (_, i) => `Firm ${i}`).join('\n')}\n`,
      'organizations',
    );
    await planned(body);
    await ops.post(`/imports/${body.id}/dry-run`);
    await cutAfterFirstBatch(body.id);
    expect([await count('organization'), await count('import_change')]).toEqual([0, 0]);
    await app.get(Importer).work(body.id);
    expect((await ops.get(`/imports/${body.id}`)).body).toMatchObject({ state: 'checked', rows: 2500, created: 2500 });
    expect(await count('organization')).toBe(0);
  });

  test('the next worker goes on behind the last batch: every row once', async () => {
    const file = `CustomerID,CompanyName\n${Array.from({ length: 2500 }, (_, i) => `c${i},Firm ${i}`).join('\n')}\n`;
    const { body } = await upload(file, 'organizations');
    await planned(body);
    await ops.post(`/imports/${body.id}/run`);
    await cutAfterFirstBatch(body.id);
    expect((await ops.get(`/imports/${body.id}`)).body.state).toBe('running');
    await app.get(Importer).work(body.id);
    expect((await ops.get(`/imports/${body.id}`)).body).toMatchObject({
      state: 'done',
      rows: 2500,
      created: 2500,
      unchanged: 0,
    });
    expect(await count('organization')).toBe(2500);
  });

  test('two workers at once, two clicks at once: the work is done once', async () => {
    const { body } = await upload(northwind, 'both');
    await planned(body);
    const clicks = await Promise.all([1, 2, 3].map(() => ops.post(`/imports/${body.id}/run`)));
    expect(clicks.map(({ status }) => status)).toEqual([202, 202, 202]);
    await Promise.all([1, 2, 3].map(() => app.get(Importer).work(body.id)));
    expect((await ops.get(`/imports/${body.id}`)).body).toMatchObject({ state: 'done', rows: 91, created: 91 });
    expect((await ops.post(`/imports/${body.id}/run`)).body.code).toBe('import_not_ready');
  });

  test('the sweep rings for what nobody works at, and gives up what stopped arriving', async () => {
    const rung: string[] = [];
    const jobQueue = app.get(JobQueue);
    const ring = jobQueue.enqueue.bind(jobQueue);
    jobQueue.enqueue = async (_, { importId }) => void rung.push(String(importId));
    try {
      const { body } = await upload('Company\nAcme\n', 'organizations');
      await planned(body);
      await ops.post(`/imports/${body.id}/run`);
      rung.length = 0;
      const [{ id: stuck }] = (await app.sql(
        `INSERT INTO import (kind, filename, created_by, heard_at) VALUES ('both', 'x', $1, clock_timestamp() - interval '1 hour') RETURNING id`,
        [ops.id],
      )) as [Json];
      await app.get(Imports).ringUnfinished();
      expect(rung).toEqual([body.id]);
      expect((await ops.get(`/imports/${stuck}`)).body).toMatchObject({
        state: 'failed',
        failure: expect.stringContaining('broke off'),
      });
    } finally {
      jobQueue.enqueue = ring;
    }
  });

  test('an upload repeated with its Idempotency-Key is one import; another file with the key is refused', async () => {
    const key = { 'idempotency-key': 'once' };
    const first = await upload(northwind, 'both', key);
    expect((await upload(northwind, 'both', key)).body.id).toBe(first.body.id);
    expect(await upload('Company\nOther\n', 'both', key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });
});

describe('undo', () => {
  test('takes back what the import made and restores what it overwrote', async () => {
    await bring('CustomerID,CompanyName,City\nALFKI,Alfreds,Bonn\n');
    const before = await app.sql('SELECT name, city, external_id, country, phone FROM organization');
    const { id } = await bring(northwind, 'both');
    expect(await work(id, 'undo')).toMatchObject({ state: 'undone', kept: 0 });
    expect(await app.sql('SELECT name, city, external_id, country, phone FROM organization')).toEqual(before);
    expect([await count('contact'), await count('employment'), await count('buying_role')]).toEqual([0, 0, 0]);
  });

  test('leaves what people changed or use since, and tells it', async () => {
    const { id } = await bring('CustomerID,CompanyName,City\na,Alpha,Rome\nb,Beta,Oslo\nc,Gamma,Bern\n');
    const [alpha, beta] = (await ops.get('/organizations')).body.items;
    await ops.patch(`/organizations/${alpha.id}`, { city: 'Milan' }, { 'if-match': '"1"' });
    await ops.post('/contacts', { name: 'Ann', organizationId: beta.id });
    expect(await work(id, 'undo')).toMatchObject({ state: 'undone', undone: 1, kept: 2 });
    const { body } = await ops.get(`/imports/${id}/changes?outcome=changed_since,in_use`);
    expect(body.items.map(({ entityId, outcome }: Json) => [entityId, outcome])).toEqual([
      [alpha.id, 'changed_since'],
      [beta.id, 'in_use'],
    ]);
    expect((await app.sql('SELECT name FROM organization ORDER BY name')).map(({ name }) => name)).toEqual([
      'Alpha',
      'Beta',
    ]);
  });

  test('an overwritten value that somebody changed again stays, the others return', async () => {
    await bring('CustomerID,CompanyName,City,Industry\na,Alpha,Rome,Food\n');
    const { id } = await bring('CustomerID,CompanyName,City,Industry\na,Alpha,Oslo,Steel\n');
    const [alpha] = (await ops.get('/organizations')).body.items;
    await ops.patch(`/organizations/${alpha.id}`, { city: 'Milan' }, { 'if-match': '"2"' });
    expect(await work(id, 'undo')).toMatchObject({ undone: 0, kept: 1 });
    expect((await ops.get(`/organizations/${alpha.id}`)).body).toMatchObject({ city: 'Milan', industry: 'Food' });
  });
});

test('custom attributes come in with one type each, and what does not fit is left out with a warning', async () => {
  const mapping = {
    Company: 'organization.name',
    Fleet: 'organization.attributes.fleet',
    Since: 'organization.attributes.since',
  };
  const done = await bring('Company,Fleet,Since\nAcme,12,2020-01-31\nBeta,"1,300",31.12.2021\n', 'organizations', {
    mapping,
  });
  expect(done).toMatchObject({ created: 2, warnings: 0 });
  expect((await ops.get('/attribute-fields')).body.items).toEqual([
    { scope: 'organization', name: 'fleet', type: 'number' },
    { scope: 'organization', name: 'since', type: 'date' },
  ]);
  expect(await app.sql('SELECT attributes FROM organization ORDER BY name')).toEqual([
    { attributes: { fleet: 12, since: '2020-01-31' } },
    { attributes: { fleet: 1300, since: '2021-12-31' } },
  ]);
  expect(
    await bring('Company,Fleet\nGamma,many\n', 'organizations', {
      mapping: { Company: 'organization.name', Fleet: 'organization.attributes.fleet' },
    }),
  ).toMatchObject({ created: 1, warnings: 1 });
});

test('only sales operations and administrators import; a rep may not even look', async () => {
  const rep = await app.as('rep', 'sales');
  const answer = await rep.post('/imports?kind=both&filename=x.csv', Buffer.from('a\n'), {
    'content-type': 'text/csv',
  });
  expect(answer).toMatchObject({ status: 403 });
  expect((await rep.get('/imports')).status).toBe(403);
  expect(await count('import')).toBe(0);
});

test('rows of an import write no audit entries; its history is its changes', async () => {
  const before = await app.sql("SELECT count(*) FROM audit_entry WHERE entity IN ('organization', 'contact')");
  const { id } = await bring(northwind, 'both');
  expect(await app.sql("SELECT count(*) FROM audit_entry WHERE entity IN ('organization', 'contact')")).toEqual(before);
  expect((await ops.get(`/imports/${id}/changes?limit=500&entity=organization`)).body.items).toHaveLength(91);
});
