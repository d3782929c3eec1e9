import { readFileSync } from 'node:fs';
import { Importer, PastRecords } from '../../../src/accounts/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';

let app: Installation;
let ops: Person;

beforeAll(async () => (app = await Installation.open()));
afterAll(() => app.close());
beforeEach(async () => {
  ops = await app.as(['sales_ops'], 'sales');
  await app.sql('DELETE FROM import');
  await app.asOwner('TRUNCATE organization, contact, past_interaction, past_opportunity CASCADE');
});

async function planned(csv: string | Buffer, kind = 'history', plan: Json = {}): Promise<Json> {
  const uploaded = await ops.post<Json>(`/imports?kind=${kind}&filename=x.csv`, Buffer.from(csv), {
    'content-type': 'text/csv',
  });
  expect(uploaded).toMatchObject({ status: 201 });
  const { body: file } = uploaded;
  const mapping = Object.fromEntries(file.columns.map(({ column, target }: Json) => [column, target]));
  const { status: taken, body } = await ops.put<Json>(`/imports/${file.id}/plan`, { mapping, key: 'name', ...plan });
  expect(taken).toBe(200);
  return body;
}

async function work(id: string, verb = 'run'): Promise<Json> {
  expect(await ops.post(`/imports/${id}/${verb}`)).toMatchObject({ status: 202 });
  await app.get(Importer).work(id);
  const { body } = await ops.get<Json>(`/imports/${id}`);
  expect(body.failure).toBeNull();
  return body;
}

const bring = async (csv: string | Buffer, kind = 'history', plan: Json = {}): Promise<Json> =>
  work((await planned(csv, kind, plan)).id);
const mapping = async (csv: string): Promise<Json> => (await planned(csv)).plan.mapping;
const warnings = async (id: string): Promise<string> => (await ops.get<string>(`/imports/${id}/warnings.csv`)).body;

describe('Northwind', () => {
  const orders = readFileSync('demo/data/orders.csv');

  test('830 orders are won opportunities of its customers, and coming again changes nothing', async () => {
    await bring(readFileSync('demo/data/customers.csv'), 'both', { key: 'externalId' });
    const first = await bring(orders);
    expect(first).toMatchObject({ state: 'done', rows: 830, created: 830, refused: 0, warnings: 0, unmatched: 0 });
    const { body } = await ops.get('/past-opportunities?limit=1');
    expect(body.items[0]).toMatchObject({ outcome: 'won', closedOn: '1998-05-06', organizationName: null });
    expect(
      await app.sql('SELECT count(DISTINCT organization_id)::int AS n FROM past_opportunity WHERE outcome = $1', [
        'won',
      ]),
    ).toEqual([{ n: 89 }]);
    expect(await bring(orders)).toMatchObject({ created: 0, updated: 0, unchanged: 830 });
  });

  test('before its customers they wait, and are matched when these arrive; an undo takes them back', async () => {
    const file = await bring(orders);
    expect(file).toMatchObject({ created: 830, refused: 0, unmatched: 830 });
    expect((await ops.get('/past-opportunities?organizationId=none&limit=200')).body.items).toHaveLength(200);
    await bring(readFileSync('demo/data/customers.csv'), 'both', { key: 'externalId' });
    await app.get(PastRecords).matchWaiting();
    expect((await app.sql('SELECT FROM past_opportunity WHERE organization_id IS NULL')).length).toBe(0);
    await ops.post(`/imports/${file.id}/undo`);
    await app.get(Importer).work(file.id);
    expect((await ops.get(`/imports/${file.id}`)).body).toMatchObject({ state: 'undone', undone: 830, kept: 0 });
  });
});

test('a dry run counts the same and writes nothing', async () => {
  const csv = 'Deal ID,Account,Deal Stage,Close Date,Amount\nD1,Alpha,Closed Won,2025-03-01,100\n';
  await bring('Company\nAlpha\n', 'organizations');
  const { id } = await planned(csv);
  expect(await work(id, 'dry-run')).toMatchObject({ state: 'checked', created: 1, unmatched: 0 });
  expect(await app.sql('SELECT FROM past_opportunity')).toHaveLength(0);
  expect(await work(id)).toMatchObject({ state: 'done', created: 1, unmatched: 0 });
});

test('a pipeline: stage, value by its currency’s exponent, dates, products, reasons', async () => {
  await bring('Company,Country\nKaze Trading,Japan\nNordmühle GmbH,Germany\n', 'organizations');
  const file = await bring(
    [
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value,currency,lost_reason',
      'A1,Moses Frase,GTX Plus,Kaze Trading,Won,2016-10-20,2017-03-01,"1,054,000",JPY,',
      'A2,Darcel,GTXPro,Nordmühle,Lost,2016-10-25,2017-03-11,12.5,KWD,Price',
      'A3,Darcel,MG Special,,Engaging,2016-10-25,,,,',
      'A4,Zane,GTX Basic,Unknown Ltd,Prospecting,,,,,',
    ].join('\n'),
  );
  expect(file).toMatchObject({ created: 4, refused: 0, warnings: 0, unmatched: 2 });
  const { body } = await ops.get('/past-opportunities?sort=-day');
  expect(
    body.items.map((each: Json) => [
      each.externalId,
      each.outcome,
      each.stage,
      each.valueMinor,
      each.currency,
      each.rep,
    ]),
  ).toEqual([
    ['A2', 'lost', 'Lost', 12_500, 'KWD', 'Darcel'],
    ['A1', 'won', 'Won', 1_054_000, 'JPY', 'Moses Frase'],
    ['A3', 'open', 'Engaging', null, null, 'Darcel'],
    ['A4', 'open', 'Prospecting', null, null, 'Zane'],
  ]);
  expect(body.items[0]).toMatchObject({ reason: 'Price', product: 'GTXPro', organizationId: expect.any(String) });
});

test('a calling campaign that names no one: dates in parts, other columns kept beside', async () => {
  const file = await bring(
    [
      '"age";"job";"balance";"contact";"day";"month";"duration";"campaign";"pdays";"poutcome";"y"',
      '58;"management";2143;"unknown";5;"may";261;1;-1;"unknown";"no"',
      '58;"management";2143;"unknown";5;"may";261;1;-1;"unknown";"no"',
      '35;"technician";29;"cellular";17;"nov";151;2;92;"failure";"yes"',
    ].join('\n'),
    'history',
  );
  expect(file).toMatchObject({ created: 3, refused: 0, unmatched: 3 });
  const { items } = (await ops.get('/past-interactions')).body;
  expect(items).toHaveLength(3);
  expect(items.find(({ outcome }: Json) => outcome === 'yes')).toMatchObject({
    kind: 'call',
    occurredOn: null,
    attributes: { job: 'technician', duration: '151', day: 17, month: 11, poutcome: 'failure' },
  });
  // with its year
  const dated = await bring(
    'tag;monat;jahr;ergebnis;ansprechpartner\n3;März;2024;interessiert;Rosa Keller\n31;Feb;2024;-;Jan Weber\n',
  );
  expect(dated).toMatchObject({ created: 2, warnings: 1 });
  expect((await ops.get('/past-interactions?limit=1')).body.items[0]).toMatchObject({
    occurredOn: '2024-03-03',
    outcome: 'interessiert',
    contactName: 'Rosa Keller',
  });
});

test('a year for all rows may be given', async () => {
  await bring('day,month,outcome\n5,May,no\n', 'history', { defaults: { 'interaction.year': '2010' } });
  expect((await ops.get('/past-interactions')).body.items).toMatchObject([{ occurredOn: '2010-05-05' }]);
});

test('dated notes: person, kind, direction, lines, days of several spellings', async () => {
  await bring(
    'Company,Contact,Email\nAlpha,Rosa Keller,rosa@alpha.example\nBeta,Rosa Keller,rk@beta.example\n',
    'both',
  );
  const file = await bring(
    [
      'Date,Type,Direction,Company,Contact name,Email,Outcome,Description,Owner',
      '"03 Nov 2026",Phone call,Outbound,Alpha,"Keller, Rosa",,Interested,"First line',
      'second line",Nancy',
      '"Nov 4, 2026",E-Mail,in,,,RK@beta.example,,Asked for terms,Nancy',
      '2026-11-05T10:00:00Z,Tasting,,Alpha,Somebody Else,,,Came by,Nancy',
      'soon,Note,,Alpha,,,,?,Nancy',
    ].join('\n'),
  );
  expect(file).toMatchObject({ created: 4, refused: 0, warnings: 1, unmatched: 0 });
  const { items } = (await ops.get('/past-interactions')).body;
  expect(items.map((each: Json) => [each.occurredOn, each.kind, each.direction, each.contactId !== null])).toEqual([
    ['2026-11-05', 'other', null, false],
    ['2026-11-04', 'email', 'in', true],
    // 'Keller, Rosa' of Alpha is Rosa Keller of Alpha
    ['2026-11-03', 'call', 'out', true],
    [null, 'note', null, false],
  ]);
  expect(items[2].note).toBe('First line\nsecond line');
  expect(items[0].attributes).toEqual({ kind: 'Tasting' });
});

describe('a wish not to be contacted', () => {
  const csv = [
    'date,email,outcome,note',
    '2024-01-01,a@wish.example,Unsubscribed,',
    '2024-01-02,b@wish.example,Do not call,',
    '2024-01-03,c@wish.example,Reached,Said we must not opt out of the trial; interested',
    '2024-01-04,d@wish.example,,do not contact',
  ].join('\n');
  const stands = async () =>
    (
      await app.sql<Json>(
        `SELECT s.kind, s.reason, coalesce(c.email, s.value) AS who FROM suppression s
           LEFT JOIN contact c ON c.id::text = s.value WHERE s.created_by LIKE 'import:%' ORDER BY 3, 1`,
      )
    ).map(({ kind, reason, who }) => `${kind} ${reason} ${who}`);

  test('is listed by the dry run, and applied by the run where a cell is the wish and nothing else', async () => {
    await bring(
      'Company,Contact,Email,Phone\nW,Ann Bell,a@wish.example,+49301234501\nW,Bob Cole,b@wish.example,+49301234502\nW,Cy Dunn,c@wish.example,+49301234503\n',
      'both',
    );
    const { id } = await planned(csv);
    await work(id, 'dry-run');
    const listed = await warnings(id);
    expect(listed.match(/opt_out/g)).toHaveLength(4);
    expect(listed).toMatch(/maybe_opt_out.*trial/);
    expect(await stands()).toEqual([]);
    await work(id);
    expect(await stands()).toEqual([
      'phone do_not_call +49301234502',
      'address unsubscribe a@wish.example',
      'contact unsubscribe a@wish.example',
      'address unsubscribe d@wish.example',
    ]);
    expect((await app.sql<Json>("SELECT preference FROM contact WHERE email = 'b@wish.example'"))[0]!.preference).toBe(
      'no_calls',
    );
  });

  test('waits for the person, and is applied once', async () => {
    await app.sql("DELETE FROM suppression WHERE created_by LIKE 'import:%'");
    await bring(csv);
    expect((await stands()).every((each) => each.startsWith('address'))).toBe(true);
    await bring('Company,Contact,Email,Phone\nW,Bob Cole,b@wish.example,+49301234502\n', 'both');
    await app.get(PastRecords).matchWaiting();
    expect(await stands()).toContain('phone do_not_call +49301234502');
    await app.sql(
      "UPDATE suppression SET lifted_at = app_now(), lifted_by = 'x', lift_reason = 'x' WHERE kind = 'phone'",
    );
    await app.get(PastRecords).matchWaiting();
    expect(await app.sql("SELECT FROM suppression WHERE kind = 'phone' AND lifted_at IS NULL")).toHaveLength(0);
  });
});

test('a cell that cannot be read keeps no record out', async () => {
  const csv =
    'date,email,company,note\n2024-01-01,nobody at all,Alpha,x\n2024-01-02,a@b.example,' + 'x'.repeat(400) + ',y\n';
  expect(await bring(csv)).toMatchObject({ created: 2, refused: 0, warnings: 2, unmatched: 2 });
});

test('a plan that fills no record is refused', async () => {
  const { body: file } = await ops.post<Json>('/imports?kind=history&filename=x.csv', Buffer.from('a,b\n1,2\n'), {
    'content-type': 'text/csv',
  });
  const { status, body } = await ops.put<Json>(`/imports/${file.id}/plan`, { mapping: { a: null }, key: 'externalId' });
  expect([status, body.errors[0].code]).toEqual([422, 'record_missing']);
});

test('feeds cohort rules, the card of a task, and check-ins where the plan says so', async () => {
  await bring('Company\nAlpha\nBeta\n', 'organizations');
  const sales = [
    'Deal ID,Company,Stage,Close date,Product,Lost reason',
    'F1,Alpha,Won,2024-03-01,Racks,',
    'F2,Alpha,Lost,2024-05-01,Racks,Price',
    'F3,Beta,Won,2024-06-01,Bins,',
  ].join('\n');
  await bring('date,company,type,outcome,note\n2024-06-02,Alpha,call,Interested,Wants a pilot\n');
  await bring(sales);
  const matches = async (...all: Json[]): Promise<string[]> => {
    const { FieldCatalogue } = await import('../../../src/cohorts/rules/field-catalogue.js');
    const { check, compile } = await import('../../../libs/rules/index.js');
    const catalogue = await app.get(FieldCatalogue).read();
    const read = check({ all }, catalogue);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const { sql, params } = compile(read.rule, catalogue, { now: new Date() });
    return (await app.sql<Json>(`SELECT o.name FROM organization o WHERE ${sql} ORDER BY 1`, params)).map(
      ({ name }) => name,
    );
  };
  expect(await matches({ field: 'history.lastOutcome', op: 'is', value: 'interested' })).toEqual(['Alpha']);
  expect(await matches({ field: 'lastOutcome', op: 'is', value: 'interested' })).toEqual(['Alpha']);
  const listed = async (filter: string): Promise<Json[]> =>
    (await ops.get<Json>(`/organizations?${filter}`)).body.items;
  expect(await listed('lastOutcome=interested&lastOutcomeAt.from=2024-06-01')).toMatchObject([
    { name: 'Alpha', lastOutcome: 'Interested', lastOutcomeAt: '2024-06-02T00:00:00.000Z' },
  ]);
  expect(await listed('lastOutcome=none&q=Beta')).toMatchObject([{ name: 'Beta', lastOutcome: null }]);
  // a conversation that is later counts
  await app.sql(
    `INSERT INTO conversation (organization_id, source, disposition, sentiment, occurred_at)
     SELECT id, 'rep', 'no_answer', 'neutral', '2024-06-03T08:00:00Z' FROM organization WHERE name = 'Alpha'`,
  );
  expect(await listed('lastOutcome=no_answer,other&count=lastOutcome')).toMatchObject([{ name: 'Alpha' }]);
  expect(await matches({ field: 'lastOutcome', op: 'is', value: 'no_answer' })).toEqual(['Alpha']);
  expect(await matches({ field: 'lastOutcomeAt', op: 'after', value: '2024-06-02' })).toEqual(['Alpha']);
  expect((await ops.get<Json>('/contacts?lastOutcome=no_answer')).body.items).toEqual([]);
  expect(await matches({ field: 'history.wonCount', op: 'gte', value: 1 })).toEqual(['Alpha', 'Beta']);
  expect(await matches({ field: 'history.lastOpportunity', op: 'is', value: 'lost' })).toEqual(['Alpha']);
  expect(await matches({ field: 'history.lostReasons', op: 'includes', value: 'Price' })).toEqual(['Alpha']);

  const due = async (): Promise<string[]> =>
    (await (await app.as('manager')).get('/check-ins/due')).body.items.map(({ name }: Json) => name).toSorted();
  expect(await due()).toEqual([]);
  await bring(sales, 'history', { wonStartCheckIns: true });
  expect(await due()).toEqual(['Alpha', 'Beta']);

  const { Cards } = await import('../../../src/work/brief/cards.js');
  const [{ id }] = (await app.sql<Json>(
    `INSERT INTO task (kind, title, organization_id, due_at)
     SELECT 'find_contact', 'x', id, app_now() FROM organization WHERE name = 'Alpha' RETURNING id`,
  )) as [Json];
  const { past } = await app.transaction((manager) => app.get(Cards).get(manager, id));
  expect(past.map(({ day, kind, outcome }) => [day, kind, outcome])).toEqual([
    ['2024-06-02', 'call', 'Interested'],
    ['2024-05-01', 'opportunity', 'lost'],
    ['2024-03-01', 'opportunity', 'won'],
  ]);
});

test('columns are found in several languages', async () => {
  expect(await mapping('Kundennummer;Bestellnummer;Bestelldatum;Betrag\n1;2;1.2.2024;3\n')).toEqual({
    Kundennummer: 'organization.externalId',
    Bestellnummer: 'opportunity.externalId',
    Bestelldatum: 'opportunity.closed',
    Betrag: 'opportunity.value',
  });
  expect(await mapping('Société,Interlocuteur,Date,Canal,Résultat,Commentaire\na,b,2024-01-01,appel,d,e\n')).toEqual({
    Société: 'organization.name',
    Interlocuteur: 'contact.name',
    Date: 'interaction.at',
    Canal: 'interaction.kind',
    Résultat: 'interaction.outcome',
    Commentaire: 'interaction.note',
  });
});

test('45,000 rows load, beside other work, in minutes', async () => {
  const head = '"age";"job";"contact";"day";"month";"duration";"campaign";"y"\n';
  const row = (n: number) => `${20 + (n % 60)};"job ${n % 9}";"cellular";${1 + (n % 28)};"may";${n % 999};1;"no"\n`;
  const csv = head + Array.from({ length: 45_000 }, (_, n) => row(n)).join('');
  const { id } = await planned(csv);
  const start = performance.now();
  expect(await work(id)).toMatchObject({ rows: 45_000, created: 45_000, refused: 0, unmatched: 45_000 });
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`45,000 rows of history in ${seconds.toFixed(1)} s\n`);
  expect(seconds).toBeLessThan(240);
});
