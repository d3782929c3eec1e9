import { Console, type Look, type Visit } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import { until, type Credentials } from '../support/programs.js';
import { CALL, world } from '../support/world.js';

let app: Console;
let rep: Person & Credentials;
let other: Person & Credentials;
let ops: Person & Credentials;
let at: { organizationId: string; campaignId: string; people: { id: string; name: string; contactId: string }[] };

const sql = (text: string, parameters: unknown[] = []) => app.programs.sql<Json>(text, parameters);
const FEAR = 'I was hired to plan this stock.';

beforeAll(async () => {
  app = await Console.open();
  [rep, other, ops] = await Promise.all([
    app.programs.as('rep'),
    app.programs.as('rep', 'logistics'),
    app.programs.as('sales_ops'),
  ]);
  const { campaignId, versionId } = await world(app.programs, { peopleEach: 3, steps: [CALL('first_call')] });
  await app.programs.asOwner('ALTER TABLE proposition_version DISABLE TRIGGER USER');
  await sql("UPDATE proposition_version SET required_roles = '{decision_maker,champion}' WHERE id = $1", [versionId]);
  await app.programs.asOwner('ALTER TABLE proposition_version ENABLE TRIGGER USER');
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  const open = "SELECT count(*)::int AS n FROM task WHERE campaign_id = $1 AND state = 'open'";
  await until('the calls are due', async () => (await sql(open, [campaignId]))[0].n === 3);
  const people = await sql(
    'SELECT e.id, c.name, e.contact_id AS "contactId", e.organization_id AS "organizationId" FROM enrolment e JOIN contact c ON c.id = e.contact_id WHERE campaign_id = $1 ORDER BY c.name',
    [campaignId],
  );
  const { organizationId } = people[0];
  await sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)', [organizationId, rep.id]);
  await sql('UPDATE buying_role SET attitude = -1, influence = 4 WHERE contact_id = $1', [people[0].contactId]);
  at = { organizationId, campaignId, people };
  await merged();
}, 120_000);
afterAll(() => app.close());
afterEach(() => app.leave());

/** The first answered by themselves, and the rep wants to talk to all of them. */
async function merged(): Promise<void> {
  await sql("UPDATE task SET state = 'cancelled', cancel_reason = 'answered' WHERE campaign_id = $1", [at.campaignId]);
  await sql(
    "UPDATE enrolment SET state = 'paused', reason = CASE WHEN id = $1 THEN 'replied' ELSE 'colleague_reply' END, next_action_at = NULL WHERE campaign_id = $2",
    [at.people[0]!.id, at.campaignId],
  );
  await sql(
    "INSERT INTO task (kind, title, organization_id, contact_id, campaign_id, enrolment_id, rep_id, contribution) VALUES ('colleague_replied', 'Decide on 2 colleagues', $1, $2, $3, $4, $5, 99)",
    [at.organizationId, at.people[0]!.contactId, at.campaignId, at.people[0]!.id, rep.id],
  );
}

const map = () => `/organizations/${at.organizationId}/map`;
const comes = (who: Credentials, look: Look = {}): Promise<Visit> => app.visit(who, look);
const standing = () =>
  sql('SELECT state, reason FROM enrolment WHERE campaign_id = $1 ORDER BY state', [at.campaignId]);

test('J7 and J8: colleagues are merged into a group session, which is recorded for each, by keyboard', async () => {
  const visit = await comes(rep);
  const { page } = visit;
  await visit.go('/work');
  await page.getByRole('radio', { name: 'Plan a group conversation' }).waitFor();
  await visit.press('3', 'n');
  const asked = "SELECT count(*)::int AS n FROM task WHERE kind = 'group_session' AND state = 'open'";
  await until('the group is asked for', async () => (await sql(asked))[0].n === 1);
  await visit.go('/work');
  const record = page.getByRole('link', { name: 'Record group conversation' });
  await record.waitFor();
  expect((await standing()).filter(({ reason }) => reason === 'group_session')).toHaveLength(2);
  await record.focus();
  await visit.press('Enter');
  await page.getByRole('heading', { name: 'Participants' }).waitFor();
  await visit.settled();
  expect(await visit.barriers()).toEqual([]);
  // the first did not wait, and comes as well: what is said of them says so
  await visit.press('3');
  await visit.press('j', '1', 'a');
  await page.getByText('Requirements', { exact: true }).click();
  await page.getByRole('button', { name: 'Add risk' }).click();
  await page.getByLabel('Risk', { exact: true }).selectOption('career_financial');
  await page.getByLabel('Quote', { exact: true }).fill(FEAR);
  await page.getByText('only the rep of this organization can see it').waitFor();
  await visit.shot('group-conversation');
  await page.getByLabel('Quote', { exact: true }).press('Control+Enter');
  // the third waits for this talk too, and nothing was said of them
  await page.getByRole('alert').getByText(`Choose an outcome for ${at.people[2]!.name}`).waitFor();
  await page.getByLabel(`Attendance ${at.people[2]!.name}`).selectOption('again');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Stakeholders' }).waitFor();
  const [session] = await sql('SELECT id FROM group_session');
  expect(await sql('SELECT contact_id FROM conversation WHERE session_id = $1', [session.id])).toHaveLength(2);
  expect(await sql('SELECT next FROM group_absentee')).toEqual([{ next: 'again' }]);
  expect((await standing()).filter(({ reason }) => reason === 'group_session')).toHaveLength(1);
}, 90_000);

test('the buyer map shows who has a say, what is missing, and what is at stake, to the rep alone', async () => {
  const visit = await comes(rep);
  await visit.go(map());
  const { page } = visit;
  await page.getByText('No contact known: find one').waitFor();
  await page.getByRole('img', { name: 'against us' }).waitFor();
  await page.getByText(FEAR).waitFor();
  await page.getByText('Requirements', { exact: true }).waitFor();
  await visit.shot('buyer-map');
  const stranger = await comes(other);
  await stranger.go(map());
  await stranger.page.getByText('Only the rep of this organization sees personal risks').waitFor();
  expect(await stranger.page.content()).not.toContain(FEAR);
  expect(await stranger.page.getByRole('button', { name: 'Create plan' }).count()).toBe(0);
}, 60_000);

test('a personal risk is shown to managers and marked as eased by its rep, and each can be taken back', async () => {
  const visit = await comes(rep);
  await visit.go(map());
  const { page } = visit;
  const risk = async () =>
    (await sql('SELECT shared, eased_at IS NOT NULL AS eased, revision FROM stakeholder_risk'))[0];
  await page.getByRole('button', { name: 'Share with managers' }).click();
  await page.getByRole('button', { name: 'Hide from managers' }).waitFor();
  expect(await risk()).toEqual({ shared: true, eased: false, revision: 2 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Share with managers' }).waitFor();
  expect(await risk()).toEqual({ shared: false, eased: false, revision: 3 });
  await page.getByRole('button', { name: 'Mark as mitigated' }).click();
  await page.getByText('mitigated', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Mark as open' }).scrollIntoViewIfNeeded();
  await visit.shot('buyer-map-eased');
  expect(await visit.barriers()).toEqual([]);
  expect(await risk()).toEqual({ shared: false, eased: true, revision: 4 });
  const stranger = await comes(other);
  await stranger.go(map());
  await stranger.page.getByText('Only the rep of this organization sees personal risks').waitFor();
  expect(await stranger.page.getByRole('button', { name: 'Mark as open' }).count()).toBe(0);
  const small = await comes(rep, { width: 360, height: 800, theme: 'dark' });
  await small.go(map());
  await small.page.getByRole('button', { name: 'Mark as open' }).scrollIntoViewIfNeeded();
  await small.shot('buyer-map-eased');
}, 60_000);

test('J8: a plan is made from their day backwards, and says what makes it infeasible', async () => {
  const visit = await comes(rep);
  await visit.go(map());
  const { page } = visit;
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await page.getByRole('button', { name: 'Create plan' }).click();
  await page.getByLabel('Wanted by').fill(day(20));
  await page.getByRole('button', { name: 'Add: Prerequisite' }).click();
  await page.getByRole('textbox', { name: 'Prerequisite' }).fill('Contract signed');
  await page.getByLabel('Lead time in days').fill('30');
  await page.getByLabel('Affected team').fill('the buyers');
  await page.getByLabel('Affected team').press('Control+Enter');
  await page.getByText('Cause: “Contract signed”').waitFor();
  await page.getByText('10 days short').waitFor();
  await page.getByRole('img', { name: /Contract signed: start by .*10 days late/ }).waitFor();
  await visit.shot('buyer-plan');
  await page.getByRole('button', { name: 'Edit plan' }).click();
  await page.getByLabel('Wanted by').fill(day(40));
  await page.getByLabel('Wanted by').press('Control+Enter');
  await page.getByText('Feasible: all').waitFor();
}, 60_000);

test.each<Look>([{ theme: 'light' }, { theme: 'dark' }, { width: 360, height: 700 }])(
  'everybody can use it: %p',
  async (look) => {
    const visit = await comes(rep, look);
    for (const [path, name] of [
      [map(), 'buyer-map'],
      [`/work/group/${at.organizationId}?campaignId=${at.campaignId}`, 'group-conversation'],
    ] as const) {
      await visit.go(path);
      await visit.page.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await visit.barriers()).toEqual([]);
      await visit.shot(name);
      const over = await visit.page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect([name, over]).toEqual([name, 0]);
    }
  },
  60_000,
);
