import { Console } from '../support/console.js';
import { until, type Credentials } from '../support/programs.js';
import { world } from '../support/world.js';

let app: Console;
let ops: Credentials;
let cohortId: string;

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
  const { campaignId } = await world(app.programs, { organizations: 6, peopleEach: 2 });
  await app.programs.sql(
    "UPDATE organization SET sector = CASE WHEN name < 'Organization 4' THEN 'Food' ELSE 'Steel' END, employees = 100",
  );
  await app.programs.sql(
    "INSERT INTO suppression (kind, value, reason, created_by) SELECT 'organization', id, 'manual', 'test' FROM organization WHERE name = 'Organization 1'",
  );
  const [row] = await app.programs.sql<{ id: string }>(
    'SELECT s.cohort_id AS id FROM cohort_snapshot s JOIN campaign k ON k.snapshot_id = s.id WHERE k.id = $1',
    [campaignId],
  );
  cohortId = row!.id;
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('J4: a rule is built, counted while it is built, taken back, kept and frozen', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go(`/cohorts/${cohortId}`);
  await page.getByText('6 match').waitFor();
  await page.getByText('Organizations: Suppressed').waitFor();

  await page.getByRole('button', { name: 'Add condition', exact: true }).click();
  const condition = page.getByRole('group', { name: 'Address' });
  await condition.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Sector', exact: true }).click();
  await page.getByText('Some conditions are incomplete').waitFor();
  await page.getByRole('group', { name: 'Sector' }).getByLabel('Value').fill('Food');
  await page.getByText('3 match').waitFor();
  await page.getByText(/Sector is “Food”/).waitFor();
  await visit.shot('cohort');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByText('3 match').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Freeze' }).click();
  await page.getByText('Frozen: 4 decision makers.').waitFor();
  await page.getByRole('link', { name: '4 decision makers in 2 organizations included.' }).click();
  await page.waitForURL(/\/snapshots\//);
  await page.getByRole('row', { name: /Person 2\.1/ }).waitFor();
  await page.getByRole('radiogroup').getByText('Organizations', { exact: true }).click();
  // the people are read as long as the organizations have not come
  const organization = page.getByRole('row', { name: /Organization 1.*Suppressed/ });
  await organization.filter({ hasNotText: 'Person' }).waitFor();
});

test('the second to save sees the difference and loses nothing', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go(`/cohorts/${cohortId}`);
  await page.getByRole('textbox', { name: 'Cohort' }).fill('Mine');
  await app.programs.sql("UPDATE cohort SET name = 'Theirs', revision = revision + 1 WHERE id = $1", [cohortId]);
  await page.keyboard.press('Control+Enter');
  const alert = page.getByRole('alert').filter({ hasText: 'Someone else changed this in the meantime' });
  await alert.getByRole('cell', { name: 'Theirs' }).waitFor();
  await alert.getByRole('button', { name: 'Save mine' }).click();
  await until('mine stands', async () => {
    const [row] = await app.programs.sql<{ name: string }>('SELECT name FROM cohort WHERE id = $1', [cohortId]);
    return row!.name === 'Mine';
  });
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)('the builder is usable by everybody (%s, %i px)', async (theme, width) => {
  const visit = await app.visit(ops, { theme, width });
  for (const [name, path] of [
    ['cohorts', '/cohorts'],
    ['cohort-builder', `/cohorts/${cohortId}`],
  ] as const) {
    await visit.go(path);
    await visit.page.waitForTimeout(800);
    await visit.shot(name);
    expect(await visit.barriers()).toEqual([]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
});
