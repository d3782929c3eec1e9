import { Console } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import { until, type Credentials } from '../support/programs.js';
import { CALL, world } from '../support/world.js';

let app: Console;
let ops: Person & Credentials;
let rep: Person & Credentials;
let executive: Person & Credentials;

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
  rep = await app.programs.as('rep');
  executive = await app.programs.as('executive', 'logistics');
  const { campaignId } = await world(app.programs, { organizations: 3, steps: [CALL('first_call')] });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  const open = "SELECT count(*)::int AS n FROM task WHERE state = 'open'";
  await until('the calls are due', async () => (await app.programs.sql<Json>(open))[0].n === 3);
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('a rep sees how much is due, and Enter starts with the first', async () => {
  const visit = await app.visit(rep);
  const { page } = visit;
  await page.getByRole('link', { name: /^Start: 3 due/ }).waitFor();
  await visit.press('Enter');
  await page.getByRole('heading', { name: /^Call Person/ }).waitFor();
});

test('an executive sees what has to be decided and done, sales ops what stands still', async () => {
  const { sql } = app.programs;
  const run = sql.bind(app.programs) as typeof sql;
  const [version] = await run<Json>('SELECT id FROM proposition_version LIMIT 1');
  await run(
    "INSERT INTO mobilisation_item (version_id, department, text, owner_id, due_on) VALUES ($1, 'logistics', 'Open the stock interface', $2, '2026-12-01')",
    [version.id, executive.id],
  );
  const { page } = await app.visit(executive);
  await page.getByRole('link', { name: 'mobilisation item to complete' }).waitFor();
  await page.getByRole('link', { name: 'Open the stock interface' }).waitFor();
  await page.getByRole('region', { name: 'Running campaigns' }).getByRole('link', { name: 'Campaign' }).waitFor();
  await page.getByRole('img', { name: /of 3 decision makers finished/ }).waitFor();
  const mail = 'From: nobody@nowhere.example\r\nTo: us@ours.example\r\nSubject: Who are you?\r\n\r\nStop this.';
  await ops.post('/inbound-mails', Buffer.from(mail), { 'content-type': 'message/rfc822' });
  const other = await app.visit(ops);
  await other.page.getByRole('link', { name: 'unmatched email' }).press('Enter');
  await other.page.getByRole('row').filter({ hasText: 'nobody@nowhere.example' }).waitFor();
});

test('what home names opens itself: a commitment its proposition, a running campaign its monitor', async () => {
  const { page } = await app.visit(executive);
  await page.getByRole('link', { name: 'Open the stock interface' }).press('Enter');
  await page.getByRole('tab', { name: 'Mobilisation', selected: true }).waitFor();
  await page.getByText('Open the stock interface').waitFor();
  await page.goBack();
  await page.getByRole('region', { name: 'Running campaigns' }).getByRole('link', { name: 'Campaign' }).press('Enter');
  await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)('home is usable by everybody (%s, %i px)', async (theme, width) => {
  const visit = await app.visit(rep, { theme, width });
  await visit.page.getByRole('link', { name: /Start: / }).waitFor();
  await visit.shot('home');
  expect(await visit.barriers()).toEqual([]);
  expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
});
