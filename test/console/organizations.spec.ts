import { Console } from '../support/console.js';
import { until, type Credentials } from '../support/programs.js';
import { world } from '../support/world.js';

let app: Console;
let ops: Credentials;
let admin: Credentials;

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
  admin = await app.programs.as('admin');
  await world(app.programs, { organizations: 3, peopleEach: 2 });
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('an organization shows who decides, is mended without overwriting anybody, and is suppressed', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go('/organizations');
  await page.getByRole('row', { name: /Organization 2/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('listitem').filter({ hasText: 'Decision maker' }).getByText('Person 2.1').waitFor();
  await visit.shot('organization');
  expect(await visit.barriers()).toEqual([]);

  await panel.getByRole('button', { name: 'Edit', exact: true }).click();
  await panel.getByLabel('Sector').fill('Food');
  await app.programs.sql(
    "UPDATE organization SET city = 'Bremen', sector = 'Steel', revision = revision + 1 WHERE name = 'Organization 2'",
  );
  await page.keyboard.press('Control+Enter');
  const alert = panel.getByRole('alert').filter({ hasText: 'Someone else changed this in the meantime' });
  await alert.getByRole('cell', { name: 'Steel' }).waitFor();
  await alert.getByRole('button', { name: 'Save mine' }).click();
  await until('both stand', async () => {
    const [row] = await app.programs.sql("SELECT city, sector FROM organization WHERE name = 'Organization 2'");
    return row!.city === 'Bremen' && row!.sector === 'Food';
  });

  await panel.getByRole('button', { name: 'Suppress …' }).click();
  await page.getByLabel('Reason').fill('Asked for it');
  await page.keyboard.press('Control+Enter');
  await panel.getByText('Asked for it').waitFor();
});

test('a person is erased by an administrator, and only after being asked', async () => {
  const visit = await app.visit(admin);
  const { page } = visit;
  await visit.go('/contacts');
  await page.getByRole('row', { name: /Person 3\.1/ }).click();
  const panel = page.getByRole('dialog').first();
  await panel.getByRole('link', { name: 'Export all data' }).waitFor();
  expect(await visit.barriers()).toEqual([]);
  await panel.getByRole('button', { name: 'Erase …' }).click();
  await page.getByLabel(/without the contact/).fill('Asked for it by letter.');
  await page.keyboard.press('Control+Enter');
  await until('the name is gone', async () => {
    const found = await app.programs.sql("SELECT FROM contact WHERE name = 'Person 3.1'");
    return found.length === 0;
  });
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)('the lists are usable by everybody (%s, %i px)', async (theme, width) => {
  const visit = await app.visit(ops, { theme, width });
  for (const [name, path] of [
    ['organizations', '/organizations'],
    ['contacts', '/contacts'],
  ] as const) {
    await visit.go(path);
    await visit.page.getByRole('row').nth(1).waitFor();
    await visit.shot(name);
    expect(await visit.barriers()).toEqual([]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
});
