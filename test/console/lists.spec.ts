import { Console } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import { until, type Credentials } from '../support/programs.js';
import { CALL, world } from '../support/world.js';

let app: Console;
let lead: Person & Credentials;
let rep: Person & Credentials;
const sql = (text: string, parameters: unknown[] = []) => app.programs.sql<Json>(text, parameters);

beforeAll(async () => {
  app = await Console.open();
  const ops = await app.programs.as('sales_ops');
  lead = await app.programs.as('manager');
  rep = await app.programs.as('rep');
  const { campaignId } = await world(app.programs, { organizations: 2, steps: [CALL('first_call')] });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  const open = "SELECT count(*)::int AS n FROM task WHERE state = 'open'";
  await until('the calls are due', async () => (await sql(open))[0].n === 2);
  const [{ proposition_id: id }] = await sql('SELECT proposition_id FROM proposition_version LIMIT 1');
  await sql(
    "INSERT INTO expert_question (proposition_id, question, name, language, due_at, mail_state) VALUES ($1, 'How do you count?', 'Maria Anders', 'en', app_now() + interval '1 day', 'sent')",
    [id],
  );
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

test('tasks: the card opens beside the list, and the organization goes to another rep with a reason', async () => {
  const visit = await app.visit(lead);
  const { page } = visit;
  await visit.go('/tasks?state=open');
  await page
    .getByRole('row', { name: /Call Person/ })
    .first()
    .waitFor();
  await visit.press('Enter');
  const panel = page.getByRole('dialog');
  await panel.getByRole('region', { name: 'Why now' }).waitFor();
  await panel.getByLabel('Reassign organization to').selectOption({ index: 1 });
  await panel.getByLabel('Reason', { exact: true }).fill('He knows them');
  await panel.getByRole('button', { name: 'Reassign' }).press('Enter');
  await until(
    'the organization has an owner',
    async () => (await sql('SELECT rep_id FROM ownership'))[0]?.rep_id === rep.id,
  );
  await visit.shot('tasks-panel');
});

test('lessons: written with a key, found by role, taken away and brought back', async () => {
  const visit = await app.visit(rep);
  const { page } = visit;
  await visit.go('/lessons');
  await page.getByText('No lessons yet').waitFor();
  await visit.press('c');
  await page.getByRole('dialog').getByLabel('What worked?').waitFor();
  await page.getByRole('textbox', { name: 'What worked?' }).fill('Ask before you tell.');
  await page.getByRole('dialog').getByLabel('Role').selectOption('champion');
  await visit.press('Control+Enter');
  await page.getByRole('row').filter({ hasText: 'Ask before you tell.' }).waitFor();
  await page.getByRole('button', { name: 'Champion 1' }).waitFor();
  await visit.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).press('Enter');
  await page.getByText('No lessons yet').waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByRole('row').filter({ hasText: 'Ask before you tell.' }).waitFor();
});

test('mail: whose it is, accepted with A; what is nobody’s is set aside with a reason', async () => {
  const [{ email }] = await sql('SELECT c.email FROM enrolment e JOIN contact c ON c.id = e.contact_id LIMIT 1');
  const mails = [
    `From: Assistant <office@elsewhere.example>\r\nTo: us@ours.example\r\nSubject: On behalf\r\n\r\nMr Person says yes.`,
    `From: News <news@shop.example>\r\nTo: us@ours.example\r\nSubject: Our offers\r\n\r\nBuy.`,
  ];
  const admin = await app.programs.as('admin');
  for (const mail of mails) await admin.post('/inbound-mails', Buffer.from(mail), { 'content-type': 'message/rfc822' });
  const visit = await app.visit(lead);
  const { page } = visit;
  await visit.go('/mail?state=unmatched');
  await page.getByRole('row').filter({ hasText: 'office@elsewhere.example' }).click();
  await page
    .getByRole('dialog')
    .getByLabel('Match this email')
    .last()
    .fill(email as string);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Match/ })
    .waitFor();
  await page.getByRole('dialog').getByLabel('Match this email').last().blur();
  await visit.press('a');
  await until(
    'it is carried out',
    async () => (await sql("SELECT state FROM inbound_mail WHERE subject = 'On behalf'"))[0].state === 'handled',
  );
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'news@shop.example' }).click();
  await page.getByLabel('Reason').fill('A newsletter.');
  await visit.press('Enter');
  await until(
    'it is set aside',
    async () => (await sql("SELECT state FROM inbound_mail WHERE subject = 'Our offers'"))[0].state === 'dismissed',
  );
});

test('questions of buyers: what was answered is noted', async () => {
  const visit = await app.visit(lead);
  const { page } = visit;
  await visit.go('/mail/questions');
  await page.getByRole('row').filter({ hasText: 'How do you count?' }).waitFor();
  await visit.press('Enter');
  await page.getByLabel('Answer (for colleagues)').fill('Every night.');
  await visit.press('Control+Enter');
  await until(
    'it is answered',
    async () => (await sql('SELECT answer FROM expert_question'))[0].answer === 'Every night.',
  );
});

test('many at once: all that match go to another rep, and all that match are excluded', async () => {
  const andrew = await app.programs.as('rep', 'finance');
  const visit = await app.visit(lead);
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  await visit.go('/tasks?state=open&kind=call');
  await page
    .getByRole('row', { name: /Call Person/ })
    .first()
    .waitFor();
  await visit.press('x');
  await page.getByText('1 selected').waitFor();
  await page.getByRole('button', { name: 'Select all 2 results' }).click();
  await page.getByText('2 selected').waitFor();
  await visit.shot('tasks-chosen');
  expect(await visit.barriers()).toEqual([]);
  await page.getByRole('button', { name: /Reassign to another rep/ }).click();
  await dialog.getByLabel('Reassign organization to').selectOption(andrew.id);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('She leaves');
  await visit.press('Control+Enter');
  await page.getByText('2 updated.').waitFor();
  expect(await sql("SELECT DISTINCT rep_id FROM task WHERE kind = 'call'")).toEqual([{ rep_id: andrew.id }]);

  const [{ id: campaignId }] = await sql('SELECT id FROM campaign');
  await visit.go(`/campaigns/${campaignId}/decision-makers`);
  await page.getByRole('row', { name: /Person 1/ }).waitFor();
  await page.getByRole('checkbox').first().click();
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: /^Exclude/ }).click();
  await dialog.getByText('Exclude 2 decision makers').waitFor();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Theirs is a test');
  await visit.shot('enrolments-exclude');
  await visit.press('Control+Enter');
  await page.getByText('2 updated.').waitFor();
  expect(await sql('SELECT state, error FROM enrolment')).toEqual([
    { state: 'excluded', error: 'Theirs is a test' },
    { state: 'excluded', error: 'Theirs is a test' },
  ]);
});

test.each([
  ['/tasks', 'light', 1280],
  ['/tasks', 'dark', 360],
  ['/lessons', 'dark', 1280],
  ['/lessons', 'light', 360],
  ['/mail', 'light', 1280],
  ['/mail', 'dark', 360],
  ['/mail/questions', 'light', 1280],
] as const)('%s is usable by everybody (%s, %i px)', async (path, theme, width) => {
  const visit = await app.visit(lead, { theme, width });
  await visit.go(path);
  await visit.page
    .getByText(/result|No buyer|No lesson/)
    .first()
    .waitFor();
  await visit.shot(path.slice(1).replace('/', '-'));
  expect(await visit.barriers()).toEqual([]);
  expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
});
