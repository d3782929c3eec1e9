import { Console } from '../support/console.js';

let app: Console;

beforeAll(async () => {
  app = await Console.open();
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('a rep changes the password, sees where they are signed in, and ends another session', async () => {
  const rep = await app.programs.as('rep');
  const visit = await app.visit(rep);
  const { page } = visit;
  await page.getByRole('button', { name: /A Person|Person/ }).click();
  await page.getByRole('menuitem', { name: 'Password and sessions' }).click();
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await visit.shot('account');
  expect(await visit.barriers()).toEqual([]);
  // the token of the test's own is the other one
  expect(await page.getByRole('button', { name: 'End', exact: true }).count()).toBe(1);
  await page.getByLabel('Current password').fill(rep.password);
  await page.getByLabel('New password').fill('password1234');
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/easy to guess/)
    .first()
    .waitFor();
  await page.getByLabel('New password').fill('five other good words');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Password changed').waitFor();
  await page.getByRole('button', { name: 'End', exact: true }).waitFor({ state: 'detached' });
  expect((await rep.get('/sessions/current')).status).toBe(401);
});

test.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)('the page of the account is usable by everybody (%i px, %s)', async (width, theme) => {
  const visit = await app.visit(await app.programs.as(width > 400 ? 'manager' : 'executive'), { width, theme });
  await visit.go('/account');
  await visit.shot('account');
  expect(await visit.barriers()).toEqual([]);
  expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
});
