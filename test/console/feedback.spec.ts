import { Console, type Visit } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import type { Credentials } from '../support/programs.js';
import { world, type World } from '../support/world.js';

let app: Console;
let executive: Person & Credentials;
let made: World;
let propositionId: string;

/** Twelve people of one campaign: ten were spoken to, six of them fear for their data, four of those because of a competitor's breach. */
beforeAll(async () => {
  app = await Console.open();
  executive = await app.programs.as('executive', 'management');
  made = await world(app.programs, { organizations: 12 });
  const sql = app.programs.sql.bind(app.programs);
  await sql("INSERT INTO setting (key, value) VALUES ('minimumSample', '8')");
  await sql("UPDATE campaign SET state = 'completed', enrolled_at = app_now() WHERE id = $1", [made.campaignId]);
  await sql(
    `INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, shard, state)
     SELECT $1, contact_id, organization_id, CASE WHEN ordinal <= 9 THEN 'economic_buyer' ELSE 'end_user' END, 0, 'active'
       FROM snapshot_contact WHERE snapshot_id = $2`,
    [made.campaignId, made.snapshotId],
  );
  await sql(
    `WITH person AS (SELECT e.*, row_number() OVER (ORDER BY e.role, e.id) AS n FROM enrolment e WHERE e.campaign_id = $1),
     talk AS (
       INSERT INTO conversation (version_id, campaign_id, enrolment_id, organization_id, contact_id, source, step_key, role, disposition, sentiment, interest, verbatim, competitor, simulated, occurred_at)
       SELECT $2, $1, id, organization_id, contact_id, 'response_page', 'intro', role, CASE WHEN n <= 10 THEN 'connected_not_interested' ELSE 'no_answer' END, 'neutral',
              CASE WHEN n <= 6 THEN 'none' WHEN n <= 10 THEN 'active' ELSE 'unknown' END, CASE WHEN n <= 6 THEN 'Our stock is nobody’s business, says ' || n END,
              CASE WHEN n <= 4 THEN 'Stockwise' END, n = 1, app_now() - make_interval(hours => n::int) FROM person
       RETURNING id, version_id, interest
     )
     INSERT INTO objection (conversation_id, version_id, code) SELECT id, version_id, 'data_security' FROM talk WHERE interest = 'none'`,
    [made.campaignId, made.versionId],
  );
  const [version] = await sql<Json>('SELECT proposition_id FROM proposition_version WHERE id = $1', [made.versionId]);
  propositionId = version.proposition_id as string;
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

const rows = ({ page }: Visit, of = 'conversations') => page.getByRole('region', { name: of }).locator('tbody tr');

test('one filter narrows every number, and each number opens the conversations behind it', async () => {
  const visit = await app.visit(executive);
  const { page } = visit;
  await visit.go('/feedback');
  await page.getByText('1 of 12 conversations come from a simulated market.').waitFor();
  const objection = page.getByRole('listitem').filter({ hasText: 'Data security' });
  await objection.getByText('60% · 6/10').waitFor();
  await page.getByRole('table', { name: 'Competitor by outcome' }).getByRole('link', { name: '4' }).waitFor();

  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'End user' }).click();
  // one end user was spoken to: too few for a rate, and so there is none
  await page.getByRole('listitem').filter({ hasText: 'Active' }).getByText('1/1').waitFor();
  expect(page.url()).toContain('role=end_user');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await objection.getByText('60% · 6/10').waitFor();

  await objection.getByRole('link').click();
  await page.getByRole('heading', { name: 'Conversations' }).waitFor();
  await page.getByText('6 results').waitFor();
  expect(await rows(visit).count()).toBe(6);
  const href = await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href');
  const csv = await (await page.request.get(href!)).text();
  expect(csv.trim().split('\n')).toHaveLength(7);
  await visit.press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/^“Our stock is nobody/)
    .waitFor();
});

test('a conversation shows what a person’s calendar answered to its meeting, and lists show the last outcome', async () => {
  const [{ id }] = (await app.programs.sql<Json>(
    `UPDATE conversation SET meeting_at = app_now() + interval '3 days'
      WHERE id = (SELECT id FROM conversation WHERE disposition = 'no_answer' LIMIT 1) RETURNING id`,
  )) as [Json];
  await app.programs.sql(
    `INSERT INTO meeting_answer (conversation_id, answer, proposed_at, words, verified)
     VALUES ($1, 'countered', '2031-07-04T08:00Z', 'Friday suits me better', true), ($1, 'declined', NULL, NULL, false)`,
    [id],
  );
  const visit = await app.visit(executive);
  const { page } = visit;
  await visit.go(`/feedback/conversations?open=${id}`);
  const panel = page.getByRole('dialog');
  await panel.getByText(/Friday suits me better/).waitFor();
  expect(await panel.getByText('Sender not verified').count()).toBe(1);
  await visit.shot('meeting-answers');
  expect(await visit.barriers()).toEqual([]);
  for (const list of ['organizations', 'contacts']) {
    await visit.go(`/${list}`);
    await page.getByRole('columnheader', { name: 'Last outcome' }).waitFor();
    await visit.shot('last-outcome');
    const outcomes = page.getByRole('cell', { name: /^Not interested ·/ });
    await outcomes.first().waitFor({ timeout: 5000 });
    expect(await outcomes.count()).toBe(10);
  }
});

test('opens the people whom a number counts, and from there where each of them stands', async () => {
  const visit = await app.visit(executive, { height: 1100 });
  const { page } = visit;
  await visit.go('/feedback');
  const board = (await executive.get(`/versions/${made.versionId}/scoreboard`)).body;
  await page.getByRole('link', { name: 'Reached' }).click();
  await page.getByText('Active filters').waitFor();
  await page.getByText(`${board.funnel[0].successes} results`).waitFor();
  await rows(visit, 'counted-people')
    .nth(board.funnel[0].successes - 1)
    .waitFor();
  expect(await rows(visit, 'counted-people').count()).toBe(board.funnel[0].successes);
  await visit.shot('feedback-people');
  expect(await visit.barriers()).toEqual([]);
  await visit.press('Enter');
  await page.getByRole('dialog').getByText('Touches').first().waitFor();
  await visit.go('/results');
  await page.getByRole('link', { name: `${board.funnel[0].successes}/${board.enrolled}` }).click();
  await page.getByText(`${board.funnel[0].successes} results`).waitFor();
});

test('J9: market feedback becomes a theme, a decision, and the next version that cites it', async () => {
  const visit = await app.visit(executive, { height: 1100 });
  const { page } = visit;
  await visit.go('/results');
  await page.getByText('No comparison').waitFor();
  await page.getByRole('button', { name: 'Create theme' }).click();
  await page.getByLabel('Name').fill('They fear for their data');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog');
  await panel.getByText('An executive decides').waitFor();
  await panel.getByRole('radio', { name: 'Change' }).click();
  await panel.getByRole('combobox', { name: 'Owner' }).fill('A Person');
  await page.getByRole('option', { name: 'A Person (management)' }).click();
  await panel.getByLabel('Due').fill('2099-06-30');
  await page.keyboard.press('Control+Enter');
  await panel.getByText('Decided by').waitFor();
  await panel.getByLabel('Answer in the next version').fill('Their data never leaves their company.');
  await panel.getByRole('button', { name: 'Cite in the next version' }).click();
  await panel.getByRole('link', { name: 'Open draft' }).click();
  await page.getByRole('button', { name: 'Version 2' }).waitFor();
  await page.getByRole('link', { name: 'They fear for their data' }).waitFor();

  const { body } = await executive.get(`/themes?propositionId=${propositionId}`);
  expect(body.items).toMatchObject([{ n: 6, decision: 'change', ownerId: executive.id, dueOn: '2099-06-30' }]);
  const { versions } = (await executive.get(`/propositions/${propositionId}`)).body;
  expect((await executive.get(`/versions/${versions[0].id}`)).body.citations).toMatchObject([
    { themeId: body.items[0].id, answer: 'Their data never leaves their company.' },
  ]);
  // what runs stays on the version that it was launched with
  expect((await executive.get(`/campaigns/${made.campaignId}`)).body.versionId).toBe(made.versionId);
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 3840],
] as const)('feedback and results are usable by everybody (%s, %i px)', async (theme, width) => {
  const visit = await app.visit(executive, { theme, width, height: 1400 });
  for (const name of ['feedback', 'feedback/conversations', `feedback/people?versionId=${made.versionId}`, 'results']) {
    await visit.go(`/${name}`);
    await visit.shot(name.split('?')[0]!.replace('/', '-'));
    expect(await visit.barriers()).toEqual([]);
    expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
});
