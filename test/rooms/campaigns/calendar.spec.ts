import { Installation, type Json, type Person } from '../../support/installation.js';
import { EMAIL, world } from '../../support/world.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';

let app: Installation;
let ops: Person;
let admin: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  admin = await app.as('admin', 'it');
});
afterAll(() => app.close());

const close = (body: Json) => ops.post('/closed-days', body);
const calendar = async (query: string): Promise<Json> => (await ops.get(`/calendar?${query}`)).body;
const named = async (query: string, name: string) =>
  (await calendar(query)).days.filter((each: Json) => each.name === name).map(({ day }: Json) => day);

test('a year shows the public holidays of a country, and what people closed there or everywhere', async () => {
  expect((await close({ from: '2031-08-04', to: '2031-08-06', country: 'DE', name: 'Works holiday' })).status).toBe(
    204,
  );
  expect((await close({ from: '2031-12-24', name: 'Christmas Eve' })).status).toBe(204);
  expect(await named('year=2031&country=DE', 'Works holiday')).toEqual(['2031-08-04', '2031-08-05', '2031-08-06']);
  expect(await named('year=2031&country=FR', 'Works holiday')).toEqual([]);
  for (const query of ['year=2031', 'year=2031&country=FR'])
    expect(await named(query, 'Christmas Eve')).toEqual(['2031-12-24']);
  const { days } = await calendar('year=2031&country=DE');
  expect(days.map(({ day }: Json) => day)).toEqual(days.map(({ day }: Json) => day).toSorted());
  expect(days.filter(({ closedId }: Json) => closedId === null).map(({ day }: Json) => day)).toContain('2031-10-03');

  // once more under another name; taken back
  await close({ from: '2031-08-05', country: 'DE', name: 'Fair' });
  expect(await named('year=2031&country=DE', 'Works holiday')).toEqual(['2031-08-04', '2031-08-06']);
  const fair = (await calendar('year=2031&country=DE')).days.find(({ name }: Json) => name === 'Fair');
  expect((await ops.delete(`/closed-days/${fair.closedId}`)).status).toBe(204);
  expect((await ops.delete(`/closed-days/${fair.closedId}`)).status).toBe(404);
  expect(await named('year=2031&country=DE', 'Fair')).toEqual([]);
});

test('what makes no sense is refused with the field', async () => {
  for (const [body, field] of [
    [{ from: '2031-08-04', to: '2031-08-01', name: 'x' }, 'to'],
    [{ from: '2031-01-01', to: '2031-12-31', name: 'x' }, 'to'],
    [{ from: '2031-02-30', name: 'x' }, 'from'],
    [{ from: '2031-02-03', country: 'Germany', name: 'x' }, 'country'],
    [{ from: '2031-02-03', name: '' }, 'name'],
  ] as const)
    expect((await close(body)).body.errors).toMatchObject([{ field }]);
  expect((await ops.get('/calendar?year=26')).status).toBe(422);
  expect((await ops.get('/calendar?year=2026&country=de')).status).toBe(422);
  const rep = await app.as('rep', 'sales');
  expect((await rep.post('/closed-days', { from: '2031-02-03', name: 'x' })).status).toBe(403);
});

test('nobody is written to on a closed day; it is put off to the next open one', async () => {
  const made = await world(app, { organizations: 2, steps: [EMAIL('intro')] });
  await app.sql("UPDATE organization SET country = 'DE' WHERE name = 'Organization 1'");
  await app.sql('UPDATE contact SET time_zone = $1', ['UTC']);
  const [{ today }] = (await app.sql<Json>("SELECT to_char(app_now(), 'YYYY-MM-DD') AS today")) as [Json];
  await close({ from: today, country: 'DE', name: 'Fair' });
  await ops.post(`/campaigns/${made.campaignId}/launch`, {});
  await app.get(Launch).run(made.campaignId);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(made.campaignId, shard);
  const enrolments = await app.sql<Json>(
    `SELECT o.name, e.deferred, e.next_action_at > app_now() AS later, (SELECT count(*)::int FROM dispatch d WHERE d.enrolment_id = e.id) AS mails
       FROM enrolment e JOIN organization o ON o.id = e.organization_id ORDER BY o.name`,
  );
  expect(enrolments).toEqual([
    { name: 'Organization 1', deferred: 'quiet_hours', later: true, mails: 0 },
    { name: 'Organization 2', deferred: null, later: null, mails: 1 },
  ]);
});

test('departments are made and mended by an administrator, and their codes stay', async () => {
  const quality = { code: 'quality', name: 'Quality' };
  expect((await ops.post('/departments', quality)).status).toBe(403);
  expect((await admin.post('/departments', quality)).body).toEqual({ ...quality, commercial: false });
  expect((await admin.post('/departments', quality)).body.code).toBe('department_taken');
  expect((await admin.post('/departments', { code: 'Quality!', name: 'x' })).status).toBe(422);
  expect((await admin.patch('/departments/quality', { name: 'Quality and safety' })).body.name).toBe(
    'Quality and safety',
  );
  expect((await admin.patch('/departments/none', { name: 'x' })).status).toBe(404);
  const { body } = await admin.get('/departments');
  expect(body.items.find(({ code }: Json) => code === 'quality')).toEqual({
    code: 'quality',
    name: 'Quality and safety',
    commercial: false,
  });
  const trail = await admin.get('/audit-entries?entity=department');
  expect(trail.body.items.map(({ action, entityId }: Json) => `${action} ${entityId}`)).toEqual([
    'update quality',
    'insert quality',
  ]);
});

test('the dispositions say what they do', async () => {
  const { items } = (await ops.get('/dispositions')).body;
  expect(items).toHaveLength(15);
  expect(items.find(({ code }: Json) => code === 'no_answer')).toMatchObject({ final: false, connected: false });
});
