import { MailServer } from '../support/mail-server.js';
import type { Person } from '../support/http.js';
import { Programs, until } from '../support/programs.js';
import { EMAIL, world } from '../support/world.js';

const PEOPLE = 5;

let mail: MailServer;
let app: Programs;
let copy: Programs;
let admin: Person;

beforeAll(async () => {
  mail = await MailServer.open();
  app = await Programs.open('postgres', { smtpUrl: mail.url });
}, 120_000);
afterAll(async () => {
  await copy?.close();
  await app?.close();
  await mail?.close();
}, 30_000);

test('a copy of the database sends nothing by itself, says why, and goes on when a person says that it is the live one now', async () => {
  const ops = await app.as('sales_ops');
  const steps = [EMAIL('intro'), EMAIL('again', { afterDays: 1 })];
  const { campaignId } = await world(app, { organizations: PEOPLE, steps });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  await until('the first mails arrive', () => mail.accepted.length === PEOPLE);
  expect((await ops.get('/dispatching')).body).toMatchObject({ state: 'on', reason: null });
  // stopped and started again where it was, it goes on
  for (const program of app.all) await app.stop(program);
  await Promise.all([app.start('api'), app.start('worker')]);
  expect((await ops.get('/dispatching')).body.state).toBe('on');

  for (const program of app.all) await app.kill(program);
  copy = await Programs.open('postgres', { smtpUrl: mail.url, database: await app.copy() });
  admin = await copy.as('admin', 'it');
  await copy.travel(48);
  const queued = async () => (await copy.sql("SELECT FROM dispatch WHERE state = 'queued'")).length;
  await until('the second mails are due', async () => (await queued()) === PEOPLE);
  // as long as the workers take to send them otherwise, and then some
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(mail.accepted).toHaveLength(PEOPLE);
  const { body: now } = await admin.get('/dispatching');
  expect(now).toMatchObject({
    state: 'off',
    changedBy: 'system',
    reason: expect.stringContaining('restored or copied'),
  });

  expect((await admin.put('/dispatching', { state: 'on', reason: 'The old installation is shut down' })).status).toBe(
    200,
  );
  await until('they arrive', () => mail.accepted.length === 2 * PEOPLE);
  expect(new Set(mail.messageIds).size).toBe(2 * PEOPLE);
}, 120_000);

test('an administrator stops everything at once, and lets it go on; nobody else may', async () => {
  const rep = await copy.as('rep');
  expect((await rep.put('/dispatching', { state: 'off', reason: 'because' })).status).toBe(403);
  await admin.put('/dispatching', { state: 'off', reason: 'A wrong price went out' });
  const before = mail.accepted.length;
  const { campaignId } = await world(copy, { organizations: PEOPLE });
  const ops = await copy.as('sales_ops', 'service');
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  await until(
    'they wait',
    async () => (await copy.sql("SELECT FROM dispatch WHERE state = 'queued'")).length === PEOPLE,
  );
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(mail.accepted).toHaveLength(before);
  await admin.put('/dispatching', { state: 'on', reason: 'The price is right' });
  await until('they arrive', async () => {
    const arrived = mail.accepted.length - before;
    const states = 'SELECT state, error_class, deferred, count(*)::int AS n FROM dispatch GROUP BY 1, 2, 3';
    return arrived === PEOPLE || { arrived, messages: await copy.sql(states) };
  });
}, 60_000);
