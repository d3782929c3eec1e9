import { Console, type Visit } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import { furnish, publish, TEXT, type Published } from '../support/offer.js';
import { until, type Credentials } from '../support/programs.js';
import { EMAIL } from '../support/world.js';

let app: Console;
let ops: Person & Credentials;
let made: Published;
/** the answer page of each person, as their mail names it */
let links: string[];

const sql = (text: string, parameters: unknown[] = []) => app.programs.sql<Json>(text, parameters);

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
  made = await publish(app.programs, ops, {
    organizations: 4,
    steps: [EMAIL('intro'), EMAIL('again', { afterDays: 2 })],
  });
  await furnish(ops, made, { peers: 1 });
  expect((await ops.post(`/campaigns/${made.campaignId}/launch`, {})).status).toBe(200);
  await until('the mails left', async () => (await mails()).length === 4);
  links = (await mails()).map(({ text }) => /http:\S+\/r\/[\w-]+/.exec(text)![0]);
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

const mails = () => sql("SELECT * FROM captured_mail WHERE recipient LIKE 'p1@%' ORDER BY recipient, id");
const enrolment = async (email: string) =>
  (
    await sql(
      'SELECT e.state, e.reason FROM enrolment e JOIN contact c ON c.id = e.contact_id WHERE e.campaign_id = $1 AND c.email = $2',
      [made.campaignId, email],
    )
  )[0];

/** On a phone, without a cookie: as whoever was sent the link, or whom it was forwarded to. */
async function reads(n: number): Promise<Visit> {
  const visit = await app.visit(null, { width: 360, height: 740 });
  await visit.page.goto(links[n]!);
  return visit;
}
const thanked = ({ page }: Visit) => page.getByRole('status').waitFor();

test('J10: looking answers for nobody; by keyboard a buyer says "not before", and every campaign waits until then', async () => {
  // as link scanners open it
  for (const link of links) expect((await fetch(link)).status).toBe(200);
  expect(await sql('SELECT FROM response')).toEqual([]);
  const [first] = await mails();
  const visit = await reads(0);
  const { page } = visit;
  await page.getByRole('heading', { level: 1, name: TEXT.title }).waitFor();
  await page.getByText(TEXT.narrative.split('\n')[0]!).waitFor();
  expect(await page.context().cookies()).toEqual([]);
  await visit.shot('buyer-answers');
  await page.locator('summary', { hasText: 'Not before' }).press('Enter');
  await page.locator('input[type=date]').fill('2099-03-01');
  await page.locator('input[type=date]').press('Enter');
  await thanked(visit);
  await visit.shot('buyer-thanks');
  await until('the play rests', async () => (await enrolment(first!.recipient)).reason === 'not_before');
  const [{ not_before: day }] = await sql('SELECT not_before FROM contact WHERE email = $1', [first!.recipient]);
  expect(new Date(day).getFullYear()).toBe(2099);
});

test('J10: a colleague to whom it was forwarded picks a peer and asks the expert, without a form in between', async () => {
  const visit = await reads(1);
  const { page } = visit;
  await page.locator('a.arrow').click();
  await page.getByRole('button', { name: 'Show how to reach Thomas Hardy' }).press('Enter');
  await page.getByRole('status').getByText(`peer0.${made.propositionId}@customer.example`).waitFor();
  await page.getByRole('link', { name: /Back to/ }).click();
  await page.getByLabel('Your question').fill('Who counts?');
  await page.getByLabel('Your e-mail address, for the answer').fill('buyer@app.example');
  await page.getByRole('button', { name: 'Send the question' }).press('Enter');
  await thanked(visit);
  await until(
    'the expert has it',
    async () => (await sql("SELECT FROM captured_mail WHERE recipient LIKE 'andrew.fuller@%'")).length === 1,
  );
});

test('J10: "wrong person, try her" brings her in, and a task to whoever works there', async () => {
  const visit = await reads(2);
  const { page } = visit;
  await page.locator('summary', { hasText: 'wrong person' }).press('Enter');
  await page.locator('#name').fill('Ana Trujillo');
  await page.locator('#email').fill('ana@trujillo.example');
  await page.locator('#email').press('Enter');
  await thanked(visit);
  await until(
    'she is written to',
    async () => (await sql("SELECT FROM captured_mail WHERE recipient = 'ana@trujillo.example'")).length === 1,
  );
  const notices = await sql("SELECT title FROM task WHERE kind = 'notice'");
  expect(notices).toContainEqual({ title: expect.stringContaining('is the wrong person and named Ana Trujillo') });
});

test('J10: one click in the mail program stops everything; opening its address stops nothing', async () => {
  const [{ headers, recipient }] = (await mails()).slice(3);
  const names = Object.fromEntries(Object.entries<string>(headers).map(([name, value]) => [name.toLowerCase(), value]));
  expect(names['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  const address = /<(http[^>]+)>/.exec(names['list-unsubscribe']!)![1]!;
  expect((await fetch(address)).status).toBe(200);
  expect((await enrolment(recipient)).state).toBe('active');
  const click = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
  expect((await fetch(address, click)).status).toBe(200);
  expect((await enrolment(recipient)).state).toBe('opted_out');
  await app.programs.travel(24 * 10);
  await until(
    'the others have their second mail',
    async () => (await sql("SELECT FROM captured_mail WHERE subject = 'About again'")).length >= 1,
  );
  expect(await sql("SELECT FROM captured_mail WHERE subject = 'About again' AND recipient = $1", [recipient])).toEqual(
    [],
  );
});

test.each(['light', 'dark'] as const)('everybody can use it (%s)', async (theme) => {
  const visit = await app.visit(null, { theme, width: 1280 });
  await visit.page.goto(links[0]!);
  await visit.shot('buyer-answers');
  expect(await visit.barriers()).toEqual([]);
  await visit.page.locator('a.arrow').click();
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  await visit.shot('buyer-page');
  expect(await visit.barriers()).toEqual([]);
});
