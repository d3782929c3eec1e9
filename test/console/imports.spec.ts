import { fileURLToPath } from 'node:url';
import { Console } from '../support/console.js';
import type { Credentials } from '../support/programs.js';

const CUSTOMERS = fileURLToPath(new URL('../../demo/data/customers.csv', import.meta.url));

let app: Console;
let ops: Credentials;

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

const known = async (): Promise<number> => {
  const [row] = await app.programs.sql<{ n: number }>('SELECT count(*)::int AS n FROM organization');
  return row!.n;
};

test('a file is read, tried without writing, imported, and taken back', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go('/imports');
  await page.getByText('No imports yet').waitFor();
  expect(await visit.barriers()).toEqual([]);
  await page.locator('input[type=file]').setInputFiles(CUSTOMERS);
  await page.getByRole('heading', { name: 'customers.csv' }).waitFor();
  await page.getByText('Alfreds Futterkiste').first().waitFor();

  await page.keyboard.press('Control+Enter');
  await page.getByText('Dry run done', { exact: true }).waitFor({ timeout: 30_000 });
  await page.getByText(/Created [1-9]/).waitFor();
  expect(await known()).toBe(0);
  await visit.shot('import-tried');

  await page.keyboard.press('Control+Enter');
  await page.getByText('Imported', { exact: true }).waitFor({ timeout: 30_000 });
  expect(await known()).toBeGreaterThan(80);
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByText('Undone', { exact: true }).waitFor({ timeout: 30_000 });
  expect(await known()).toBe(0);
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)('an import is usable by everybody (%s, %i px)', async (theme, width) => {
  const visit = await app.visit(ops, { theme, width });
  const { page } = visit;
  await visit.go('/imports');
  await page.getByRole('row', { name: /customers\.csv/ }).click();
  await page.getByRole('heading', { name: 'customers.csv' }).waitFor();
  await visit.settled();
  await visit.shot('import');
  expect(await visit.barriers()).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
