import { Console } from '../support/console.js';
import { until, type Credentials } from '../support/programs.js';
import type { Person } from '../support/http.js';

let house: Console;
let admin: Person & Credentials;

beforeAll(async () => {
  house = await Console.open();
  admin = await house.programs.as('admin', 'it');
}, 90_000);
afterAll(() => house.close());
afterEach(() => expect(house.complaints).toEqual([]));

test('an administrator makes a user, who signs in; disables her, and takes it back', async () => {
  const visit = await house.visit(admin);
  const { page } = visit;
  await visit.go('/admin');
  await visit.press('c');
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Nancy Davolio');
  await form.getByLabel('E-mail').fill('nancy@overture.test');
  await form.getByLabel('Department').selectOption('sales');
  await form.getByLabel('Rep', { exact: true }).check();
  await form.getByLabel('Password').first().fill('a long pass phrase');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Nancy Davolio may sign in').waitFor();
  const her = await house.visit({ email: 'nancy@overture.test', password: 'a long pass phrase' });
  await her.page.getByRole('button', { name: 'Nancy Davolio' }).waitFor();
  await page.getByRole('cell', { name: 'Nancy Davolio' }).click();
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByText('Nancy Davolio was changed').waitFor();
  const state = async () => (await admin.get('/users?q=nancy@overture.test')).body.items[0].state;
  expect(await state()).toBe('disabled');
  await page.getByRole('button', { name: 'Undo' }).click();
  await until('the undo is there', async () => (await state()) === 'active');
});

test('a setting is changed, and its change stands in the audit trail with before and after', async () => {
  const visit = await house.visit(admin);
  const { page } = visit;
  await visit.go('/admin/settings');
  const box = page.getByLabel('minutes a rep keeps a claimed task without touching it');
  await box.fill('45');
  await page.keyboard.press('Enter');
  await page.getByText('claimMinutes is set').waitFor();
  await visit.go('/admin/audit?entity=setting');
  await page.getByRole('cell', { name: 'Setting' }).first().click();
  await page.getByRole('dialog').getByText('45').first().waitFor();
  await visit.shot('audit');
  expect(await visit.barriers()).toEqual([]);
});

test('a sender, a mailbox that does not answer and a webhook, with what each says', async () => {
  const visit = await house.visit(admin);
  const { page } = visit;
  await visit.go('/admin/senders');
  await page.getByText('No sender yet').waitFor();
  await visit.press('c');
  await page.getByLabel('Name').fill('Nancy');
  await page.getByLabel('Address').fill('not an address');
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('dialog')
    .getByText(/address must be/i)
    .first()
    .waitFor();
  await page.getByLabel('Address').fill('nancy@northwind.example');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('cell', { name: 'nancy@northwind.example' }).waitFor();
  await visit.go('/admin/webhooks');
  await visit.press('c');
  await page.getByLabel('Address').fill('https://crm.example.com/overture');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/whsec_/).waitFor();
});

test.each(['light', 'dark'] as const)(
  'every screen of the administrator can be used by everybody (%s)',
  async (theme) => {
    const visit = await house.visit(admin, { theme });
    for (const path of ['', '/settings', '/senders', '/mailboxes', '/webhooks', '/deliveries']) {
      await visit.go(`/admin${path}`);
      await visit.shot(`admin${path.replace('/', '-')}`);
      expect([path, await visit.barriers()]).toEqual([path, []]);
    }
    const phone = await house.visit(admin, { theme, width: 360 });
    await phone.go('/admin');
    await phone.shot('admin');
  },
);
