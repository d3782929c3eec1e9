import { Console, type Look } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import { until, type Credentials } from '../support/programs.js';
import { EMAIL, world, type World } from '../support/world.js';

const [PEOPLE, ANSWERS] = [12, 6];

let app: Console;
let ops: Credentials;
let admin: Person & Credentials;
let made: World;

const sql = (text: string, parameters: unknown[] = []) => app.programs.sql<Json>(text, parameters);

beforeAll(async () => {
  app = await Console.open();
  [ops, admin] = await Promise.all([app.programs.as('sales_ops'), app.programs.as('admin', 'it')]);
  expect((await admin.put('/settings/minimumSample', { value: 8 })).status).toBe(200);
  made = await world(app.programs, { organizations: PEOPLE, steps: [EMAIL('intro')] });
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

/** As buyers do who open the page that their mail names. */
async function answered(n: number): Promise<void> {
  const mails = await sql('SELECT text FROM captured_mail ORDER BY id LIMIT $1', [n]);
  for (const { text } of mails) {
    const body = new URLSearchParams({ choice: 'interested' });
    expect((await fetch(/http:\S+\/r\/[\w-]+/.exec(text)![0], { method: 'POST', body })).status).toBe(200);
  }
}

test('J12: what four weeks must bring is written down before the launch, and the campaign is judged by it on day 28', async () => {
  const visit = await app.visit(ops, { height: 1000 });
  const { page } = visit;
  await visit.go(`/campaigns/${made.campaignId}/launch?step=1`);
  await page.getByRole('combobox', { name: 'Measure' }).click();
  await page.getByRole('option', { name: 'Replies' }).click();
  await page.getByLabel('At least, in %').fill('40');
  await visit.shot('launch-target');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Dear Person:').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Ready to launch.').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText(`${PEOPLE} decision makers are enrolled`).waitFor();
  await page.keyboard.press('Control+Enter');
  await until('the mails left', async () => (await sql('SELECT FROM captured_mail')).length === PEOPLE);
  await answered(ANSWERS);

  await page.getByRole('tab', { name: 'Verdict' }).click();
  const verdict = page.getByRole('status').filter({ hasText: 'Target: Replies' });
  await verdict.getByText('Verdict pending').waitFor();
  await verdict.getByText('Replies of at least 40%').waitFor();
  await app.programs.travel(24 * 29);
  // what comes after day 28 does not change it
  await page.reload();
  await verdict.getByText('Target met').waitFor();
  await verdict.getByText('Result: 50%').waitFor();
  await visit.shot('verdict');
  expect(await visit.barriers()).toEqual([]);
  await page.getByRole('link', { name: 'Replies', exact: true }).click();
  await page.getByRole('heading', { name: 'Decision makers' }).waitFor();
  await page.getByText(`${ANSWERS} results`).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'of those emailed' }).click();
  await page.getByText(`${PEOPLE} results`).waitFor();
}, 90_000);

test('J12: a person takes along what is held of them, and is forgotten', async () => {
  const [person] = await sql("SELECT id, name, email FROM contact WHERE name = 'Person 2.1'");
  const visit = await app.visit(admin, { height: 1000 });
  const { page } = visit;
  await visit.go(`/contacts?open=${person.id}`);
  const panel = page.getByRole('dialog').first();
  const taken = await page.request.get(
    (await panel.getByRole('link', { name: 'Export all data' }).getAttribute('href'))!,
  );
  expect(await taken.text()).toContain(person.email);
  await panel.getByRole('button', { name: 'Erase …' }).click();
  await page.getByLabel('Reason').fill('Asked for it by letter');
  await page.getByRole('button', { name: /^Erase permanently/ }).click();
  await panel.getByText('Erased', { exact: true }).first().waitFor();
  const held = await sql('SELECT c.* FROM contact c WHERE id = $1', [person.id]);
  expect(JSON.stringify(held)).not.toContain(person.email);
  // the list behind the panel forgets them too
  await page.getByText(person.email).first().waitFor({ state: 'detached' });
  // known again when the address comes back, and not reached
  const { body: again } = await admin.post('/contacts', { name: 'Person Again', email: person.email });
  await visit.go(`/contacts?open=${again.id}`);
  await page.getByText('an erased contact with the same details').waitFor();
}, 60_000);

test.each<Look>([{ theme: 'light' }, { theme: 'dark' }, { width: 360, height: 700 }])(
  'everybody can use it: %p',
  async (look) => {
    const visit = await app.visit(ops, look);
    for (const [path, name] of [
      [`/campaigns/${made.campaignId}/verdict`, 'verdict'],
      ['/campaigns/messages', 'messages'],
      ['/tasks', 'tasks'],
    ] as const) {
      await visit.go(path);
      expect(await visit.barriers()).toEqual([]);
      await visit.shot(name);
      const over = await visit.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([name, over]).toEqual([name, 0]);
    }
  },
  60_000,
);
