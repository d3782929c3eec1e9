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

test('a person sees how the letters of an old file may read, chooses, and names the line of the header', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go('/imports');
  const buffer = Buffer.from('Liste;x\nFirma;Ort\nNordm\x81hle;K\x94ln\n', 'latin1');
  await page.locator('input[type=file]').setInputFiles({ name: 'dos.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { name: 'dos.csv' }).waitFor();
  await page.getByRole('radio', { name: 'Nordmühle · Köln' }).and(page.locator(':checked')).waitFor();
  expect(await page.getByRole('radio').count()).toBe(3);
  await page.getByLabel('Line of the header').fill('1');
  await page.getByLabel('Line of the header').press('Tab');
  await page.getByRole('columnheader', { name: 'Liste' }).waitFor();
  await visit.shot('import-letters');
  expect(await visit.barriers()).toEqual([]);
});

test('a person says that two names at one address are two people', async () => {
  const visit = await app.visit(ops, { width: 390 });
  const { page } = visit;
  await visit.go('/imports');
  const rows = 'Company;Name;Email\nAcme;Rosa Keller;office@acme.example\nAcme;Karl Brandt;office@acme.example\n';
  const file = { name: 'shared.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: 'shared.csv' }).waitFor();
  const dryRun = async () => {
    const answered = page.waitForResponse((response) => response.url().includes('/matches'));
    await page.keyboard.press('Control+Enter');
    await answered;
  };
  await dryRun();
  const row = page.getByRole('region', { name: 'Probably the same' }).getByRole('row', { name: /Karl/ });
  await row.getByText('same email address').waitFor();
  await row.getByRole('checkbox').check();
  await visit.shot('import-probably-same');
  expect(await visit.barriers()).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

  await page.keyboard.press('Control+Enter');
  await page.getByText('Imported', { exact: true }).waitFor({ timeout: 30_000 });
  const people = await app.programs.sql<{ name: string; shared_mailbox: boolean }>(
    "SELECT name, shared_mailbox FROM contact WHERE email = 'office@acme.example' ORDER BY name",
  );
  expect(people).toEqual([
    { name: 'Karl Brandt', shared_mailbox: true },
    { name: 'Rosa Keller', shared_mailbox: true },
  ]);
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
