import { Console, type Visit } from '../support/console.js';
import type { Credentials } from '../support/programs.js';
import { world } from '../support/world.js';

let app: Console;
let ops: Credentials;

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
  await world(app.programs, { organizations: 3 });
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('a visitor who is not signed in is asked to, and sees when it was wrong', async () => {
  const { page } = await app.visit(null);
  await page.getByLabel('Email').fill(ops.email);
  await page.getByLabel('Password').first().fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Password').first().fill(ops.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Home' }).waitFor();
});

test('keys lead to every place, and Ctrl+K finds things by name', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await visit.press('g', 'c');
  await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  // alone it would begin a campaign, here and after any other place
  await visit.press('g', 'c');
  await page.waitForTimeout(500);
  expect(page.url()).toMatch(/\/campaigns$/);
  await visit.press('g', 'y');
  await page.getByRole('heading', { name: 'Plays' }).waitFor();
  await visit.press('c');
  await page.getByRole('heading', { name: 'New play' }).waitFor();
  await visit.go('/campaigns');
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog').getByText('Next row').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search or run a command').fill('Organization 2');
  await page.getByRole('button', { name: 'Organization 2' }).waitFor();
});

test('another language is one choice away, and stays chosen', async () => {
  const { page } = await app.visit(ops);
  await page.getByRole('button', { name: 'A Person' }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { name: 'Start' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Start' }).waitFor();
});

test('what changes elsewhere changes here within moments', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go('/campaigns');
  await world(app.programs, { campaign: { name: 'Seen at once' } });
  await page.getByRole('row', { name: 'Seen at once' }).waitFor({ timeout: 15_000 });
});

test('what changes while the server is away is shown once it is back', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go('/campaigns');
  const [api] = app.programs.all.filter(({ name }) => name === 'api');
  await app.programs.stop(api!);
  await world(app.programs, { campaign: { name: 'Written meanwhile' } });
  await app.programs.start('api');
  await page.getByRole('row', { name: 'Written meanwhile' }).waitFor({ timeout: 30_000 });
  // the browser says so too
  visit.complaints.length = 0;
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 3840],
] as const)('the frame is usable by everybody (%s, %i px)', async (theme, width) => {
  const visit: Visit = await app.visit(ops, { theme, width });
  await visit.go('/campaigns');
  await visit.page.getByRole('row').nth(1).waitFor();
  const size = await visit.page.evaluate<string>('getComputedStyle(document.documentElement).fontSize');
  expect(size).toBe(width === 3840 ? '24px' : '16px');
  await visit.shot('campaigns');
  expect(await visit.barriers()).toEqual([]);
});
