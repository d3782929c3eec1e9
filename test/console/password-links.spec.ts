import { Console, type Visit } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import { MailServer } from '../support/mail-server.js';
import { until, type Credentials } from '../support/programs.js';

const CHOSEN = 'five other good words';

let mail: MailServer;
let app: Console;
let admin: Person & Credentials;

beforeAll(async () => {
  mail = await MailServer.open();
  app = await Console.open({ smtpUrl: mail.url });
  admin = await app.programs.as('admin', 'it');
}, 90_000);
afterAll(async () => {
  await app.close();
  await mail.close();
});
afterEach(async () => {
  await app.leave();
  await app.programs.sql('DELETE FROM sign_in_attempt');
});

/** The link of the newest mail to this address, once there are `count`. */
async function linkTo(email: string, count = 1): Promise<string> {
  const mails = () => mail.accepted.filter(({ recipient }) => recipient === email);
  await until(`${count} mails are there`, () => mails().length >= count || mails().length);
  return /https?:\/\/\S+#[\w-]{43}/.exec(mails().at(-1)!.parsed.text!)![0];
}

async function choose({ page }: Visit, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await page.keyboard.press('Control+Enter');
}

async function signIn({ page }: Visit, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').first().fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Home' }).waitFor();
}

test('an invited person chooses a password by the mail and signs in, and replaces it when it is forgotten', async () => {
  const email = 'nancy@overture.test';
  const office = await app.visit(admin, { height: 1000 });
  await office.go('/admin');
  await office.page.keyboard.press('c');
  const panel = office.page.getByRole('dialog');
  await panel.getByLabel('Email').fill(email);
  await panel.getByLabel('Name').fill('Nancy Davolio');
  await panel.getByRole('combobox', { name: 'Department' }).click();
  await office.page.getByRole('option', { name: 'Sales' }).click();
  await panel.getByRole('combobox', { name: 'Roles' }).click();
  await office.page.getByRole('option', { name: 'Rep', exact: true }).click();
  await office.page.keyboard.press('Escape');
  expect(await panel.getByLabel('Password').count()).toBe(0);
  await panel.getByLabel('Name').press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
  const first = await linkTo(email);
  await office.page.getByRole('row', { name: /Nancy Davolio.*Invited/ }).click();
  await panel.getByText('Invitation: sent').waitFor();
  await office.shot('admin-invited');
  expect(await office.barriers()).toEqual([]);
  await panel.getByRole('button', { name: 'Send invitation again' }).click();
  const link = await linkTo(email, 2);

  // somebody else is signed in where the link is opened
  const visit = await app.visit(await app.programs.as('rep'));
  await visit.page.goto(first);
  await visit.page.getByText(/does not work any more/).waitFor();
  visit.complaints.length = 0;
  await choose(visit, link, 'nancydavolio1');
  await visit.page.getByText(/consists of names/).waitFor();
  expect(visit.page.url()).not.toContain('#');
  await visit.shot('welcome');
  await visit.page.getByLabel('New password').fill(CHOSEN);
  await visit.page.keyboard.press('Control+Enter');
  await visit.page.getByRole('link', { name: 'To sign-in' }).click();
  await signIn(visit, email, CHOSEN);
  await visit.page.getByRole('button', { name: 'Nancy Davolio' }).waitFor();
  await office.page.keyboard.press('Escape');
  await office.page.getByRole('row', { name: /Nancy Davolio.*Active/ }).waitFor({ timeout: 15_000 });

  const other = await app.visit(null);
  await other.page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await other.page.getByRole('heading', { name: 'Forgotten password' }).waitFor();
  await other.page.getByLabel('Email').fill(email.toUpperCase());
  await other.page.keyboard.press('Enter');
  await other.page
    .getByRole('main')
    .getByText(/on its way/)
    .waitFor();
  await choose(other, await linkTo(email, 3), 'seven quite other words');
  await other.page.getByRole('link', { name: 'To sign-in' }).click();
  await signIn(other, email, 'seven quite other words');
  // the session of before has ended
  await visit.page.reload();
  await visit.page.getByRole('heading', { name: 'Sign in to Overture' }).waitFor();

  const actions = await app.programs.sql<Json>(
    "SELECT action, after ->> 'purpose' AS purpose, after ? 'used_at' AS used FROM audit_entry WHERE entity = 'password_link' ORDER BY id",
  );
  expect(actions.filter(({ used }) => used)).not.toEqual([]);
  const tokens = mail.accepted.map(({ parsed }) => /#([\w-]{43})/.exec(parsed.text!)![1]!);
  const said = app.programs.said.join();
  expect(tokens.filter((token) => said.includes(token))).toEqual([]);
}, 120_000);

test('a mail that the server refuses is seen by the administrator', async () => {
  const facts = { email: 'typo@overture.test', name: 'Robert King', department: 'sales', roles: ['rep'] };
  mail.refuse = (recipient) => (recipient === facts.email ? '550 no such user' : undefined);
  const { body } = await admin.post<Json>('/users', facts);
  const office = await app.visit(admin);
  await office.go(`/admin?open=${body.id}`);
  await office.page.getByText('550 no such user').waitFor({ timeout: 15_000 });
  await office.page.getByText('Invitation: not delivered').waitFor();
  mail.reset();
});

test.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)('the pages are usable by everybody (%i px, %s)', async (width, theme) => {
  const facts = { email: `w${width}@overture.test`, name: 'Robert King', department: 'sales', roles: ['rep'] };
  expect((await admin.post('/users', facts)).status).toBe(201);
  const link = await linkTo(facts.email);
  const visit = await app.visit(null, { width, theme });
  for (const [name, path] of Object.entries({ 'sign-in': '/', reset: '/reset', chosen: link, welcome: '/welcome' })) {
    await visit.go(path);
    await visit.shot(`password-${name}`);
    expect([name, await visit.barriers()]).toEqual([name, []]);
    const wide = await visit.page.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
  }
  await visit.page.evaluate("localStorage.setItem('overture.language', '\"de\"')");
  await visit.go('/reset');
  await visit.page.getByRole('heading', { name: 'Passwort vergessen' }).waitFor();
  await visit.shot('password-reset-de');
});
