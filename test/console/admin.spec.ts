import { Console } from '../support/console.js';
import type { Person } from '../support/http.js';
import { until, type Credentials } from '../support/programs.js';
import { world } from '../support/world.js';

let app: Console;
let admin: Person & Credentials;

beforeAll(async () => {
  app = await Console.open();
  admin = await app.programs.as('admin', 'it');
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('an administrator makes a person, corrects a mistake, and finds both in the audit trail', async () => {
  const visit = await app.visit(admin, { height: 1000 });
  const { page } = visit;
  await visit.go('/admin');
  await page.keyboard.press('c');
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Email').fill('nancy@overture.test');
  await panel.getByLabel('Name').fill('Nancy Davolio');
  await page.keyboard.press('Control+Enter');
  // what is missing is said at its field, and nothing typed is lost
  await panel
    .getByText(/department/)
    .first()
    .waitFor();
  expect(await panel.getByLabel('Name').inputValue()).toBe('Nancy Davolio');
  await panel.getByRole('combobox', { name: 'Department' }).click();
  await page.getByRole('option', { name: 'Sales' }).click();
  await panel.getByRole('combobox', { name: 'Roles' }).click();
  await page.getByRole('option', { name: 'Rep', exact: true }).click();
  await page.keyboard.press('Escape');
  await panel.getByLabel('Name').press('Control+Enter');
  // no mail is sent here: the link is to be handed over
  await panel.getByText(/\/welcome#[\w-]{43}/).waitFor();
  await visit.shot('admin-link');
  expect(await visit.barriers()).toEqual([]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });

  await page.getByRole('cell', { name: 'Nancy Davolio' }).click();
  await panel.getByLabel('Name').fill('Nancy D. Davolio');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('cell', { name: 'Nancy D. Davolio' }).waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Audit' }).click();
  await page.getByRole('button', { name: /^App user/ }).click();
  await page.getByRole('cell', { name: 'Changed' }).first().click();
  await panel.getByText('Nancy D. Davolio').waitFor();
  await visit.shot('admin-audit');
});

test('a setting is changed, and taken back', async () => {
  const { page } = await app.visit(admin);
  await page.goto('/admin/settings');
  const minimum = page.getByLabel('minimumSample');
  await minimum.fill('12');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('[aria-label=minimumSample][value="30"]').waitFor();
  const { body } = await admin.get('/settings');
  expect(body.items.find(({ name }: { name: string }) => name === 'minimumSample').value).toBe(30);
});

test('everything is stopped, every screen says so, and it goes on again', async () => {
  const { page } = await app.visit(admin);
  await page.goto('/admin/settings');
  await page.getByRole('button', { name: 'Pause all sending' }).click();
  await page.getByLabel('Reason').fill('An email had a wrong price');
  await page.keyboard.press('Control+Enter');
  const banner = page.getByRole('alert', { name: 'Sending is paused', exact: true });
  await banner.getByText('An email had a wrong price').waitFor();
  const other = await app.visit(await app.programs.as('rep'), { width: 360, height: 700 });
  await other.page.getByRole('alert').getByText('An email had a wrong price').waitFor();
  expect(await other.page.getByRole('button', { name: 'Resume sending' }).count()).toBe(0);
  await other.shot('nothing-is-sent');
  expect(await other.barriers()).toEqual([]);
  await banner.getByRole('button', { name: 'Resume sending' }).click();
  await page.getByLabel('Reason').fill('The price is right');
  await page.keyboard.press('Control+Enter');
  await banner.waitFor({ state: 'detached' });
  await other.page.getByRole('alert').waitFor({ state: 'detached' });
});

test('a webhook is made, shows its secret once, and is paused', async () => {
  const { page } = await app.visit(admin);
  await page.goto('/admin/webhooks');
  await page.getByRole('heading', { name: 'No webhooks yet' }).waitFor();
  await page.keyboard.press('c');
  const panel = page.getByRole('dialog');
  await panel.getByLabel('URL').fill('https://crm.example.com/overture');
  await page.keyboard.press('Control+Enter');
  await panel.getByText(/^whsec_/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('cell', { name: 'https://crm.example.com/overture' }).click();
  await panel.getByRole('button', { name: 'Pause' }).click();
  await panel.getByText('Paused').waitFor();
});

test('a day is closed in the calendar and opened again, and a department is made and renamed', async () => {
  const visit = await app.visit(admin, { height: 1000 });
  const { page } = visit;
  const panel = page.getByRole('dialog');
  await visit.go('/admin/calendar?year=2031&country=DE');
  await page.getByText('Public holiday').first().waitFor();
  await visit.press('c');
  await panel.getByLabel('Reason').fill('Works holiday');
  await panel.getByLabel('From').fill('2031-08-04');
  await panel.getByLabel('To', { exact: true }).fill('2031-08-05');
  await page.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /August 4.*Works holiday.*Closed in this country/ }).waitFor();
  await visit.shot('admin-calendar-closed');
  await page.getByRole('button', { name: 'Remove Works holiday' }).first().click();
  await page.getByRole('row', { name: /August 4/ }).waitFor({ state: 'detached' });

  await visit.go('/admin/lists');
  await page.getByText('continues the play').first().waitFor();
  await visit.press('c');
  await panel.getByLabel('Code').fill('quality');
  await panel.getByLabel('Name').fill('Quality');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Quality', exact: true }).click();
  await panel.getByLabel('Name').fill('Quality and safety');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Quality and safety' }).waitFor();
});

test('a sender is changed field by field, taken back, and told at its field why its address stays', async () => {
  const visit = await app.visit(admin, { height: 1400 });
  const { page } = visit;
  await visit.go('/admin/senders');
  await page.keyboard.press('c');
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: 'From name', exact: true }).fill('Nancy Davolio');
  await panel.getByRole('textbox', { name: 'Address', exact: true }).fill('nancy@northwind.example');
  await page.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
  const sql = (text: string, parameters: unknown[] = []) => app.programs.sql<{ id: string }>(text, parameters);
  const [sender] = await sql('SELECT id FROM sender');
  const { campaignId } = await world(app.programs, {});
  await sql('INSERT INTO campaign_sender (campaign_id, sender_id) VALUES ($1, $2)', [campaignId, sender!.id]);
  await sql("UPDATE campaign SET state = 'paused', name = 'VMI spring' WHERE id = $1", [campaignId]);

  await page.getByRole('cell', { name: 'nancy@northwind.example' }).click();
  await panel.getByLabel('Reply-to').fill('team@northwind.example');
  await panel.getByLabel('Postal address').fill('Northwind GmbH\n1 Main Street');
  await panel.getByLabel('Emails per day').fill('150');
  await panel.getByLabel('Daily growth factor').fill('1.75');
  await page.keyboard.press('Control+Enter');
  const stands = async () =>
    (
      await app.programs.sql<object>(
        'SELECT reply_to, postal_address, per_day, warm_up_growth, revision, address FROM sender',
      )
    )[0];
  const postal = 'Northwind GmbH\n1 Main Street';
  const changed = {
    reply_to: 'team@northwind.example',
    postal_address: postal,
    per_day: 150,
    warm_up_growth: '1.75',
    revision: 2,
  };
  await until('it is changed', async () => JSON.stringify(await stands()).includes('"revision":2'));
  expect(await stands()).toMatchObject(changed);
  await page.getByRole('button', { name: 'Undo' }).click();
  await until('it is taken back', async () => JSON.stringify(await stands()).includes('"revision":3'));
  expect(await stands()).toMatchObject({ reply_to: null, postal_address: null, per_day: 2000, warm_up_growth: '1.50' });
  await until('it is shown', async () => (await panel.getByLabel('Emails per day').inputValue()) === '2000');

  await panel.getByRole('textbox', { name: 'Address', exact: true }).fill('other@northwind.example');
  await page.keyboard.press('Control+Enter');
  await panel.getByText('“VMI spring” writes from this address').waitFor();
  expect(await panel.getByRole('textbox', { name: 'Address', exact: true }).getAttribute('aria-invalid')).toBe('true');
  await visit.shot('admin-sender');
  expect(await visit.barriers()).toEqual([]);

  // somebody else was faster: both are shown, and one decides
  await sql("UPDATE sender SET name = 'Nan', revision = revision + 1");
  await panel.getByRole('textbox', { name: 'Address', exact: true }).fill('nancy@northwind.example');
  await panel.getByLabel('Emails per minute').fill('5');
  await page.keyboard.press('Control+Enter');
  await panel.getByRole('alert').getByText('Nan', { exact: true }).waitFor();
  await visit.shot('admin-sender-stale');
  const small = await app.visit(admin, { width: 360, height: 1400, theme: 'dark' });
  await small.go(`/admin/senders?open=${sender!.id}`);
  await small.page.getByLabel('Emails per minute').waitFor();
  await small.shot('admin-sender');
  expect(await small.barriers()).toEqual([]);
}, 90_000);

test('a job that failed is seen with its error and rung once more; without a worker every screen says so', async () => {
  const { campaignId } = await world(app.programs, { organizations: 1 });
  await app.programs.asOwner(POISON);
  const ops = await app.programs.as('sales_ops');
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  const visit = await app.visit(admin, { height: 1000 });
  const { page } = visit;
  await visit.go('/admin/queues');
  await page.getByText('a poisoned row').waitFor();
  await page.getByRole('cell', { name: 'worker', exact: true }).waitFor();
  await visit.shot('admin-queues');
  expect(await visit.barriers()).toEqual([]);
  await app.programs.asOwner('DROP FUNCTION poison CASCADE');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('No failed jobs.').waitFor();
  await until('everybody is enrolled', async () => (await app.programs.sql('SELECT FROM enrolment')).length === 1);

  for (const worker of app.programs.workers) await app.programs.stop(worker);
  await page.getByRole('alert', { name: 'No worker is running' }).first().waitFor();
  await page.goto('/tasks');
  await page.getByRole('alert').getByText('Nothing is lost.').waitFor();
  await app.programs.start('worker');
  await page.goto('/campaigns');
  await page.getByRole('link', { name: 'Campaigns' }).first().waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

const POISON = `
CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'a poisoned row'; END $$;
CREATE TRIGGER poison BEFORE INSERT ON enrolment FOR EACH ROW EXECUTE FUNCTION poison()`;

test.each([
  ['light', 1280],
  ['dark', 360],
] as const)('administration is usable by everybody (%s, %i px)', async (theme, width) => {
  const visit = await app.visit(admin, { theme, width, height: 1000 });
  for (const place of [
    '',
    '/permissions',
    '/settings',
    '/lists',
    '/calendar',
    '/queues',
    '/audit',
    '/webhooks',
    '/deliveries',
    '/senders',
    '/mailboxes',
  ]) {
    await visit.go(`/admin${place}`);
    await visit.shot(`admin${place.replace('/', '-')}`);
    expect(await visit.barriers()).toEqual([]);
    expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
});
