import { Console } from '../support/console.js';
import { until, type Credentials } from '../support/programs.js';
import { world } from '../support/world.js';

let app: Console;
let ops: Credentials;

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
  await world(app.programs, { organizations: 1, peopleEach: 1 });
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('an organization, its people and their parts in buying are entered by hand', async () => {
  const visit = await app.visit(ops, { height: 1100 });
  const { page } = visit;
  await visit.go('/organizations');
  await page.keyboard.press('c');
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Name').fill('Alfreds Futterkiste');
  await panel.getByLabel('Country').fill('Atlantis');
  await page.keyboard.press('Control+Enter');
  // said at the field, and nothing typed is lost
  await panel
    .getByText(/country/)
    .first()
    .waitFor();
  await panel.getByLabel('Country').fill('Germany');
  await visit.shot('organization-new');
  expect(await visit.barriers()).toEqual([]);
  await page.keyboard.press('Control+Enter');

  await panel.getByRole('button', { name: 'New contact' }).click();
  const people = panel.getByRole('region', { name: 'Contacts' });
  await people.getByLabel('Name').fill('Maria Anders');
  await people.getByLabel('Email').fill('maria@alfreds.example');
  await people.getByLabel('Job title').fill('Owner');
  await people.getByLabel('Job title').press('Control+Enter');
  await people.getByRole('link', { name: 'Maria Anders' }).waitFor();

  const group = panel.getByRole('region', { name: 'Buying group' });
  await group.getByRole('combobox', { name: 'Contact' }).click();
  await page.getByRole('option', { name: 'Maria Anders' }).click();
  await group.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Champion' }).click();
  await group.getByRole('button', { name: 'Add role' }).click();
  await group.getByRole('button', { name: 'Edit role of Maria Anders' }).click();
  await group.getByRole('combobox', { name: 'Attitude' }).click();
  await page.getByRole('option', { name: /strongly in favor/ }).click();
  await group.getByRole('combobox', { name: 'Influence' }).click();
  await page.getByRole('option', { name: 'influence 4 of 5' }).click();
  await group.getByLabel('Preferred supplier').fill('Exotic Liquids');
  await visit.shot('buying-role-edit');
  expect(await visit.barriers()).toEqual([]);
  await group.getByLabel('Preferred supplier').press('Control+Enter');
  await group.getByText(/strongly in favor · influence 4 of 5 · prefers Exotic Liquids/).waitFor();
  expect(
    await app.programs.sql(
      'SELECT role, attitude, influence, preferred_supplier FROM buying_role b JOIN contact c ON c.id = b.contact_id WHERE c.name = $1',
      ['Maria Anders'],
    ),
  ).toEqual([{ role: 'champion', attitude: 2, influence: 4, preferred_supplier: 'Exotic Liquids' }]);
});

test('a person moves on, and it can be taken back', async () => {
  const visit = await app.visit(ops, { height: 1100 });
  const { page } = visit;
  await visit.go('/contacts');
  await page.getByRole('row', { name: /Maria Anders/ }).click();
  const jobs = page.getByRole('dialog').getByRole('region', { name: 'Jobs' });
  await jobs.getByRole('button', { name: 'New job' }).click();
  await jobs.getByRole('combobox', { name: 'Organization' }).fill('Organization 1');
  await page.getByRole('option', { name: /Organization 1/ }).click();
  await jobs.getByLabel('Job title').fill('Head of Logistics');
  await visit.shot('job-new');
  expect(await visit.barriers()).toEqual([]);
  await jobs.getByLabel('Job title').press('Control+Enter');
  await jobs.getByText(/Head of Logistics/).waitFor();
  await jobs.getByText(/Owner.*until/).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await jobs.getByText(/Head of Logistics/).waitFor({ state: 'detached' });
  await until('the job before goes on', async () => {
    const found = await app.programs.sql(
      "SELECT e.title, e.until FROM employment e JOIN contact c ON c.id = e.contact_id WHERE c.name = 'Maria Anders'",
    );
    return found.length === 1 && found[0]!.title === 'Owner' && found[0]!.until === null;
  });
});

test('a suppression is lifted with a reason, and one that the person asked for only with their consent', async () => {
  await app.programs.sql(
    "INSERT INTO suppression (kind, value, reason, created_by) SELECT 'contact', id::text, 'unsubscribe', 'it' FROM contact WHERE name = 'Person 1.1'",
  );
  const visit = await app.visit(ops, { height: 1100 });
  const { page } = visit;
  await visit.go('/contacts');
  await page.getByRole('row', { name: /Person 1\.1/ }).click();
  const panel = page.getByRole('dialog').first();
  const lift = async () => {
    await panel.getByRole('button', { name: 'Lift …' }).click();
    await page.getByLabel('Reason').fill('Wants to hear from us again');
    await page.keyboard.press('Control+Enter');
  };
  await lift();
  await page.getByText(/Record their own consent first/).waitFor();
  await visit.shot('suppression-lift');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await panel.getByLabel('Source').fill('Call of today');
  await panel.getByLabel('Evidence').fill('Recording 17');
  await panel.getByRole('button', { name: 'Record' }).click();
  await panel.getByText('Recording 17').waitFor();
  await lift();
  await panel.getByText('Contact is allowed.').waitFor();
  const [lifted] = await app.programs.sql('SELECT lift_reason FROM suppression');
  expect(lifted).toEqual({ lift_reason: 'Wants to hear from us again' });
});

test('a mailbox is edited without showing its password, and one that was used is switched off rather than lost', async () => {
  const admin = await app.programs.as('admin', 'it');
  const { body: made } = await admin.post('/mailboxes', {
    name: 'Replies',
    host: '127.0.0.1',
    port: 9,
    tls: 'none',
    username: 'us',
    password: 'sesame open',
  });
  await app.programs.sql(
    "INSERT INTO inbound_mail (hash, kind, mailbox_id, reading) VALUES (sha256('used'), 'other', $1, '{}')",
    [made.id],
  );
  const visit = await app.visit(admin, { height: 1100 });
  const { page } = visit;
  await visit.go('/admin/mailboxes');
  await page.getByRole('row', { name: /Replies/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Answers');
  expect(await panel.getByLabel('Password').inputValue()).toBe('');
  await visit.shot('mailbox');
  expect(await visit.barriers()).toEqual([]);
  await panel.getByRole('textbox', { name: 'Name', exact: true }).press('Control+Enter');
  await page.getByRole('cell', { name: 'Answers', exact: true }).waitFor();
  // another server needs the password again, said at its field
  await panel.getByLabel('IMAP server').fill('localhost');
  await panel.getByLabel('IMAP server').press('Control+Enter');
  await panel
    .getByText(/Enter the password again/)
    .first()
    .waitFor();

  await panel.getByRole('button', { name: 'Remove …' }).click();
  await panel.getByRole('button', { name: 'Remove permanently' }).click();
  await panel.getByText('Disabled').first().waitFor();
  const [row] = await app.programs.sql('SELECT name, active FROM mailbox');
  expect(row).toEqual({ name: 'Answers', active: false });
});

test('filters are kept under a name, and for everybody where they are meant to be', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go('/organizations?country=DE');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByLabel('View name').fill('In Germany');
  await page.getByLabel('Share with everyone').check();
  await visit.shot('saved-views');
  expect(await visit.barriers()).toEqual([]);
  await page.getByLabel('View name').press('Enter');
  await page.getByRole('button', { name: /^In Germany/ }).waitFor();

  const other = await app.visit(await app.programs.as('rep'));
  await other.go('/organizations');
  await other.page.getByRole('button', { name: 'Saved views' }).click();
  await other.page.getByRole('button', { name: /^In Germany/ }).click();
  await other.page.waitForURL(/country=DE/);
});

test.each([
  ['dark', 1280],
  ['dark', 360],
  ['light', 360],
] as const)('what is entered by hand is usable by everybody (%s, %i px)', async (theme, width) => {
  const visit = await app.visit(ops, { theme, width, height: 1000 });
  const { page } = visit;
  const fits = async (name: string) => {
    await visit.shot(name);
    expect(await visit.barriers()).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  };
  await visit.go('/organizations?open=new');
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Name').press('Control+Enter');
  await panel.getByText(/name must/).waitFor();
  await fits('organization-new');
  await visit.go('/contacts?open=new');
  await panel.getByLabel('Name').waitFor();
  await fits('person-new');
  await visit.go('/contacts');
  await page.getByRole('row', { name: /Maria Anders/ }).click();
  await panel.getByRole('button', { name: 'New job' }).click();
  await panel.getByRole('button', { name: 'Edit the job at Alfreds Futterkiste' }).waitFor();
  await fits('person');
});
