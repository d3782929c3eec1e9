import { Console, type Visit } from '../support/console.js';
import { until, type Credentials } from '../support/programs.js';
import { EMAIL, world } from '../support/world.js';

let app: Console;
let ops: Credentials;

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
  await world(app.programs, {
    organizations: 3,
    peopleEach: 2,
    steps: [EMAIL('intro'), EMAIL('again', { afterDays: 2 })],
  });
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

const left = async (): Promise<number> => {
  const [row] = await app.programs.sql<{ n: number }>(
    "SELECT count(*)::int AS n FROM dispatch WHERE state IN ('sent', 'delivered')",
  );
  return row!.n;
};

test('J5: a campaign is launched, held, let go again and followed down to one person', async () => {
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go('/campaigns');
  await visit.press('c');
  await page.getByRole('radio').first().check();
  await page.getByLabel('Campaign name').fill('First round');
  await page.keyboard.press('Control+Enter');

  await page.getByLabel('Hours between two touches').fill('0');
  await page.getByLabel('Day starts').fill('00:00');
  await page.getByLabel('Day ends').fill('23:59');
  await page.getByText('Sa', { exact: true }).click();
  await page.getByText('Su', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Dear Person:').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Ready to launch.').waitFor();
  await page.getByText('Default mail server: no postal address').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText('6 decision makers are enrolled').waitFor();
  await page.keyboard.press('Control+Enter');

  await page.getByText('0 of 6 decision makers finished').waitFor({ timeout: 20_000 });
  await until('the first mails left', async () => (await left()) === 6);

  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('p');
  await page.getByLabel('Reason').fill('The price list changes');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Campaign paused: no messages are sent').waitFor();
  await page.getByText('The price list changes').first().waitFor();
  await app.programs.travel(72);
  await page.waitForTimeout(3_000);
  expect(await left()).toBe(6);
  await visit.shot('campaign-paused');

  await page.getByRole('button', { name: 'Resume' }).waitFor();
  await page.keyboard.press('p');
  await until('the second mails left', async () => (await left()) === 12);
  await app.programs.travel(24 * 30);
  await page.getByText('6 of 6 decision makers finished').waitFor({ timeout: 30_000 });
  await page.getByText('Completed', { exact: true }).first().waitFor({ timeout: 20_000 });
  await page.getByText('Missing: 0').waitFor();

  await page.getByRole('tab', { name: 'Organizations' }).click();
  await page.getByRole('row', { name: /Organization 2/ }).click();
  await page.getByRole('row', { name: /Person 2\.1/ }).click();
  const journey = page.getByRole('dialog');
  await journey.getByText('Message sent').nth(1).waitFor();
  await visit.shot('campaign-journey');
  expect(await visit.barriers()).toEqual([]);
});

test('an unknown message is settled by a person, and a decision maker who left is excluded with the reason', async () => {
  const { campaignId } = await world(app.programs, { organizations: 2, steps: [EMAIL('intro')] });
  await app.programs.sql(
    "UPDATE campaign SET state = 'running', launched_at = app_now(), enrolled_at = app_now() WHERE id = $1",
    [campaignId],
  );
  await app.programs.sql(
    `WITH enrolment AS (
       INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, shard, state, step, step_state)
       SELECT k.id, p.contact_id, p.organization_id, p.role, 0, 'active', 'intro', 'in_flight' FROM campaign k JOIN snapshot_contact p USING (snapshot_id) WHERE k.id = $1
       RETURNING id, contact_id, organization_id
     ) INSERT INTO dispatch (enrolment_id, campaign_id, contact_id, organization_id, step_key, state, message_id)
       SELECT id, $1, contact_id, organization_id, 'intro', 'unknown', '<' || id || '@overture.test>' FROM enrolment`,
    [campaignId],
  );
  const visit = await app.visit(ops);
  const { page } = visit;
  await visit.go(`/campaigns/${campaignId}`);
  await page.getByRole('link', { name: '2 messages with unknown status' }).click();
  await page.getByRole('row', { name: /Person 1\.1/ }).click();
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await page.getByText('Saved.').waitFor();
  await page.keyboard.press('Escape');
  await visit.go(`/campaigns/${campaignId}/decision-makers`);
  await page.getByRole('row', { name: /Person 2\.1/ }).click();
  await page.getByRole('button', { name: 'Exclude …' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Left the company');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Person 2.1 excluded.').waitFor();
  await until('the exclusion stands', async () => {
    const found = await app.programs.sql(
      "SELECT FROM enrolment WHERE campaign_id = $1 AND state = 'excluded' AND error = 'Left the company'",
      [campaignId],
    );
    return found.length === 1;
  });
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)('the monitor and the stepper are usable by everybody (%s, %i px)', async (theme, width) => {
  const visit: Visit = await app.visit(ops, { theme, width });
  const { campaignId } = await world(app.programs, { organizations: 2 });
  for (const [name, path] of [
    ['campaign', `/campaigns/${campaignId}`],
    ['campaign-decision-makers', `/campaigns/${campaignId}/decision-makers`],
    ['campaign-organizations', `/campaigns/${campaignId}/organizations`],
    ['campaign-messages', `/campaigns/${campaignId}/messages`],
    ['campaigns-failed', '/campaigns/failed'],
    ['campaign-new', '/campaigns/new'],
    ['campaign-pace', `/campaigns/${campaignId}/launch?step=1`],
    ['campaign-mails', `/campaigns/${campaignId}/launch?step=2`],
    ['campaign-review', `/campaigns/${campaignId}/launch?step=3`],
  ] as const) {
    await visit.go(path);
    await visit.shot(name);
    expect(await visit.barriers()).toEqual([]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
});
