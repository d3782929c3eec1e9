import { Console, type Look } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import type { Credentials } from '../support/programs.js';
import { EMAIL, world, type World } from '../support/world.js';

const QUOTE = 'The shelves are empty on Mondays.';

let app: Console;
let rep: Person & Credentials;
let ops: Person & Credentials;
let executive: Person & Credentials;
let made: World;
/** the smallest customer: a corner shop that no cohort has */
let shop: string;

const sql = (text: string, parameters: unknown[] = []) => app.programs.sql<Json>(text, parameters);

beforeAll(async () => {
  app = await Console.open();
  [rep, ops, executive] = await Promise.all([
    app.programs.as('rep'),
    app.programs.as('sales_ops'),
    app.programs.as('executive', 'management'),
  ]);
  made = await world(app.programs, { organizations: 2, steps: [EMAIL('intro'), EMAIL('later', { afterDays: 30 })] });
  expect((await ops.post(`/campaigns/${made.campaignId}/launch`, {})).status).toBe(200);
  const known = "relationship = 'customer', created_at = app_now() - interval '400 days'";
  await sql(`UPDATE organization SET ${known}, employees = 2000`);
  const { body } = await ops.post('/organizations', { name: 'Corner shop', employees: 1, relationship: 'customer' });
  shop = body.id;
  await sql(`UPDATE organization SET ${known} WHERE id = $1`, [shop]);
  await ops.post('/contacts', { name: 'Maria Anders', organizationId: shop, title: 'Owner' });
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

const STANDS = 'Relationship status';

test('J11: the smallest customer is asked before anything is offered; who is new joins, and what they lack reaches ops', async () => {
  const visit = await app.visit(rep, { height: 1100 });
  const { page } = visit;
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await visit.press('g', 'k');
  await page.getByRole('row', { name: /Corner shop.*Overdue/ }).click();
  const belief = page.getByRole('dialog');
  await page.getByLabel(STANDS).selectOption({ label: 'Satisfied' });
  await belief.getByText('Cost', { exact: true }).click();
  await page.keyboard.press('Control+Enter');

  await page.getByRole('heading', { name: 'Check-in with Corner shop' }).waitFor();
  const changed = page.getByLabel('What has changed since we last spoke?');
  await changed.fill(QUOTE);
  // nothing of what we offer while they are asked, and a closed window loses nothing
  expect(await page.locator('main').textContent()).not.toContain('VMI');
  await page.reload();
  await changed.waitFor();
  expect(await changed.inputValue()).toBe(QUOTE);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('Choose the relationship status.').waitFor();
  await page.getByLabel('Contact', { exact: true }).selectOption({ label: 'Maria Anders' });
  await page.getByLabel(STANDS).selectOption({ label: 'Considering alternatives' });
  await page.getByRole('group', { name: 'Main need' }).getByText('Availability', { exact: true }).click();
  await page.getByRole('button', { name: 'Add need' }).click();
  await page.getByLabel('Kind').selectOption('availability');
  await page.getByLabel('Quote', { exact: true }).fill(QUOTE);
  await page.getByRole('button', { name: 'Add contact' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Anna Blum');
  await page.getByLabel('Role in the decision').selectOption('decision_maker');
  await visit.shot('check-in');
  expect(await visit.barriers()).toEqual([]);
  await page.getByLabel('Quote', { exact: true }).press('Control+Enter');

  await page.getByText('2 of 3 assumptions were wrong').waitFor();
  await page.getByRole('link', { name: 'Anna Blum' }).waitFor();
  await page.getByLabel('Matching cohort').selectOption({ label: 'VMI: All' });
  await page.getByText('To decide').waitFor();
  await visit.shot('check-in-outcome');
  expect(await visit.barriers()).toEqual([]);

  const other = await app.visit(ops);
  await other.page.getByRole('link', { name: 'cohort suggestion to decide' }).click();
  await other.page.getByRole('row', { name: /Corner shop/ }).click();
  await other.page.getByText('Corner shop joins the next snapshot of “All”').waitFor();
  await other.shot('need-decision');
  await other.press('a');
  await other.page.getByText('Corner shop joins the next snapshot of “All”.').waitFor();
  expect(await sql('SELECT cohort_id FROM cohort_addition WHERE organization_id = $1', [shop])).toHaveLength(1);
}, 90_000);

test('J11: what changed at a customer is why it is due, and filters the list', async () => {
  const { body } = await ops.post('/organizations', {
    name: 'Reorganized',
    employees: 20,
    industry: 'Retail',
    relationship: 'customer',
  });
  await sql("UPDATE organization SET created_at = app_now() - interval '30 days' WHERE id = $1", [body.id]);
  await sql("UPDATE organization SET industry = 'Wholesale', employees = 60 WHERE id = $1", [body.id]);
  await ops.post('/contacts', { name: 'Ana Trujillo', organizationId: body.id });
  await sql('UPDATE employment SET until = app_now()::date - 2 WHERE organization_id = $1', [body.id]);
  for (const look of [{ height: 900 }, { width: 360, height: 700, theme: 'dark' }] as const) {
    const visit = await app.visit(rep, look);
    await visit.go('/check-ins?reason=change');
    const row = visit.page.getByRole('row', { name: /Reorganized/ });
    await row.getByText('contact left, new industry, size changed').waitFor();
    expect(await visit.page.getByRole('row').count()).toBe(2);
    await visit.shot('check-ins-changed');
    expect(await visit.barriers()).toEqual([]);
  }
});

test('J11: somebody new at a customer in a campaign joins it', async () => {
  const [{ id }] = (await sql("SELECT id FROM organization WHERE name = 'Organization 1'")) as [Json];
  const visit = await app.visit(rep, { height: 1100 });
  const { page } = visit;
  await visit.go(`/check-ins?open=${id}`);
  await page.getByLabel(STANDS).selectOption({ label: 'Satisfied' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Check-in with Organization 1' }).waitFor();
  await visit.settled();
  await page.getByLabel(STANDS).selectOption({ label: 'Satisfied' });
  await page.getByRole('button', { name: 'Add contact' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Thomas Hardy');
  await page.getByLabel('Role in the decision').selectOption('decision_maker');
  await page.getByLabel('Name', { exact: true }).press('Control+Enter');
  await page.getByText('All your assumptions were right').waitFor();
  const joined =
    "SELECT e.late FROM enrolment e JOIN contact c ON c.id = e.contact_id WHERE c.name = 'Thomas Hardy' AND e.campaign_id = $1";
  expect(await sql(joined, [made.campaignId])).toEqual([{ late: true }]);
}, 60_000);

test('executives read what is unserved, and put questions into the bank that sell nothing', async () => {
  const visit = await app.visit(executive);
  const { page } = visit;
  await visit.go('/check-ins/questions');
  await page.getByLabel('New question').fill('Would you like a better price?');
  await page.keyboard.press('Control+Enter');
  await page.getByText('leave out “price”').waitFor();
  await page.getByLabel('New question').fill('Whom do you envy, and for what?');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Whom do you envy, and for what?', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Retire question: Whom do you envy, and for what?' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Retire question: Whom do you envy, and for what?' }).waitFor();
});

test.each<Look>([{ theme: 'light' }, { theme: 'dark' }, { width: 360, height: 700 }])(
  'everybody can use it: %p',
  async (look) => {
    const visit = await app.visit(rep, look);
    const [{ id }] = (await sql("SELECT id FROM check_in WHERE state = 'done' AND organization_id = $1", [shop])) as [
      Json,
    ];
    const other = await sql("SELECT id FROM organization WHERE name = 'Organization 2'");
    for (const [path, name] of [
      ['/check-ins', 'check-ins'],
      [`/check-ins?open=${other[0].id}`, 'check-in-begin'],
      [`/check-ins/${id}`, 'check-in-outcome'],
      ['/check-ins/all', 'check-ins-all'],
      ['/check-ins/needs', 'needs'],
      ['/check-ins/questions', 'check-in-questions'],
    ] as const) {
      await visit.go(path);
      await visit.shot(name);
      expect([name, await visit.barriers()]).toEqual([name, []]);
      const over = await visit.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([name, over]).toEqual([name, 0]);
    }
  },
  60_000,
);
