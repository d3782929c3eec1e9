import { Console, type Look, type Visit } from '../support/console.js';
import type { Json, Person } from '../support/http.js';
import { until, type Credentials } from '../support/programs.js';
import { CALL, EMAIL, world, type WorldPlan } from '../support/world.js';

const TASKS = 20;

let app: Console;
let ops: Person & Credentials;
let rep: Person & Credentials;

beforeAll(async () => {
  app = await Console.open();
  [ops, rep] = await Promise.all([app.programs.as('sales_ops'), app.programs.as('rep')]);
}, 90_000);
afterAll(() => app.close());
beforeEach(() =>
  app.programs.sql(
    "UPDATE task SET state = 'cancelled', cancel_reason = 'another story', lease_until = NULL WHERE state IN ('open', 'claimed', 'snoozed')",
  ),
);
afterEach(() => app.leave());

const comes = (look: Look = {}): Promise<Visit> => app.visit(rep, look);

const sql = (text: string, parameters: unknown[] = []) => app.programs.sql<Json>(text, parameters);

/** A campaign that is under way. */
async function launched(plan: WorldPlan): Promise<string> {
  const { campaignId } = await world(app.programs, plan);
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  return campaignId;
}

async function calls(organizations: number): Promise<string> {
  const questions = ['Who plans your stock?', 'What happens when it runs out?'];
  const campaignId = await launched({ organizations, steps: [CALL('first_call', { questions })] });
  const open = "SELECT count(*)::int AS n FROM task WHERE campaign_id = $1 AND state = 'open'";
  await until('the calls are due', async () => (await sql(open, [campaignId]))[0].n === organizations);
  return campaignId;
}

/** The title of the task on the desk, once it is another one than before; nothing when there is no work. */
async function another(visit: Visit, before: string): Promise<string> {
  const title = visit.page.locator('main section[aria-label] > h2');
  const none = visit.page.getByRole('heading', { name: 'No tasks due' });
  await until(`another task than “${before}” is there`, async () => {
    const shown = (await title.allTextContents())[0] ?? '';
    return shown !== before && (shown !== '' || (await none.isVisible())) ? true : shown;
  });
  return (await title.allTextContents())[0] ?? '';
}

/** What a rep presses after a talk, in turn; the last one saves. */
const OUTCOMES: (string | { types: string })[][] = [
  ['6', 'n'],
  ['1', 's', 'i', 'n'],
  ['7', 'n'],
  ['5', 'o', '6', 'o', '1', 'n'],
  ['3', 'f', '3', 'n'],
  ['4', 'v', { types: 'Not before the stocktaking.' }, 'Control+Enter'],
  ['9', { types: 'Howard Snyder' }, 'Control+Enter'],
  ['2', 'n'],
  ['b', 'n'],
  ['u', 'o', '2', 'n'],
];

const OUTCOMES_SAID = [
  'busy',
  'connected_callback',
  'connected_interested',
  'connected_meeting_set',
  'connected_not_a_fit: no_need',
  'connected_not_interested: loss_of_control price_value',
  'connected_not_now',
  'connected_referred',
  'no_answer',
  'voicemail_left',
];
const twice = (list: string[]): string[] => list.flatMap((each) => [each, each]);

test('J6: twenty tasks by keyboard alone, each with its record, in seconds', async () => {
  const campaignId = await calls(TASKS);
  const visit = await comes();
  const { page } = visit;
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await visit.press('g', 'q');
  // Home has headings too, and must not be taken for the first task
  await page.getByRole('heading', { name: 'My queue' }).waitFor();
  let shown = '';
  let filed = 0;
  while ((shown = await another(visit, shown)) !== '') {
    await page.getByText('Who plans your stock?').waitFor();
    // whom we were referred to has no number yet, and nobody knows it
    const steps = shown.startsWith('Call') ? OUTCOMES[filed++ % OUTCOMES.length]! : ['2', 'n'];
    for (const step of steps) {
      if (typeof step === 'string') await page.keyboard.press(step);
      else {
        await page.locator('input:focus, textarea:focus').waitFor();
        await page.keyboard.type(step.types === 'Howard Snyder' ? `Howard Snyder ${filed}` : step.types);
      }
    }
  }
  await until('all is recorded', async () => {
    const found = await sql(
      `SELECT count(*)::int AS n, count(c.id)::int AS records FROM task t LEFT JOIN conversation c ON c.task_id = t.id WHERE t.campaign_id = $1 AND t.state = 'done'`,
      [campaignId],
    );
    return (found[0].n === TASKS + 2 && found[0].records === TASKS) || found;
  });
  const [{ median }] = await sql(
    'SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median FROM conversation WHERE campaign_id = $1',
    [campaignId],
  );
  expect(median).not.toBeNull();
  expect(median).toBeLessThanOrEqual(20);
  const said = await sql(
    `SELECT c.disposition || coalesce(': ' || string_agg(o.code, ' ' ORDER BY o.code), '') AS what FROM conversation c LEFT JOIN objection o ON o.conversation_id = c.id
      WHERE c.campaign_id = $1 GROUP BY c.id ORDER BY 1`,
    [campaignId],
  );
  expect(said.map(({ what }) => what)).toEqual(twice(OUTCOMES_SAID));
}, 120_000);

test('a number that turns out wrong is not dialled: at the desk it is no link, and from the queue it is gone', async () => {
  const campaignId = await calls(2);
  const visit = await comes();
  const { page } = visit;
  await visit.go('/work');
  const first = await another(visit, '');
  await page.locator('#dial').waitFor();
  await sql(
    "UPDATE contact SET phone_state = 'invalid' WHERE id IN (SELECT contact_id FROM enrolment WHERE campaign_id = $1)",
    [campaignId],
  );
  await page.reload();
  await page.getByText('This is invalid. Find the right one').waitFor();
  expect(await page.locator('#dial').count()).toBe(0);
  await visit.shot('work-wrong-number');
  expect(await visit.barriers()).toEqual([]);
  // the one that nobody holds becomes a search, which is the next task
  await page.getByRole('button', { name: 'Release' }).click();
  const found = async () =>
    sql("SELECT kind, state, count(*)::int AS n FROM task WHERE campaign_id = $1 AND state <> 'done' GROUP BY 1, 2", [
      campaignId,
    ]);
  await until(
    'both calls are taken back',
    async () => (await found()).find(({ kind, state }) => kind === 'call' && state === 'cancelled')?.n === 2 || found(),
    60,
  );
  await until(
    'both are searched for',
    async () => (await found()).some(({ kind, n }) => kind === 'fix_contact' && n === 2) || found(),
  );
  await visit.go('/work');
  expect(await another(visit, first)).toMatch(/^Find a phone number for /);
  await visit.shot('work-find-number');
}, 120_000);

test('a save can be taken back for some seconds with all that was typed, and is not lost with the window', async () => {
  await calls(2);
  const visit = await comes();
  const { page } = visit;
  await visit.go('/work');
  const first = await another(visit, '');
  await visit.press('n');
  await page.getByRole('alert').getByText('Choose an outcome').waitFor();
  await visit.press('5', 'v');
  await page.keyboard.type('We like it as it is.');
  await visit.press('Control+Enter');
  const second = await another(visit, first);
  await visit.press('z');
  expect(await another(visit, second)).toBe(first);
  expect(await page.getByLabel('Quote').inputValue()).toBe('We like it as it is.');
  expect(await page.getByRole('radio', { name: 'Not interested' }).getAttribute('aria-checked')).toBe('true');
  const count = async () =>
    (await sql("SELECT count(*)::int AS n FROM conversation WHERE verbatim LIKE 'We like it%'"))[0].n;
  expect(await count()).toBe(0);
  await visit.press('Control+Enter');
  await another(visit, first);
  await page.close();
  await until('the record is there', async () => (await count()) === 1);
}, 60_000);

test('without a connection nothing is lost: it is sent when there is one again', async () => {
  const campaignId = await calls(1);
  const visit = await comes();
  const { page } = visit;
  await visit.go('/work');
  await another(visit, '');
  await page.context().setOffline(true);
  await visit.press('6', 'n');
  await page.getByText('1 record is waiting to be sent').waitFor({ timeout: 20_000 });
  await page.context().setOffline(false);
  await page.getByText('1 record is waiting to be sent').waitFor({ state: 'detached', timeout: 20_000 });
  await page.getByRole('heading', { name: 'No tasks due' }).waitFor({ timeout: 20_000 });
  const found = await sql('SELECT state, disposition FROM task WHERE campaign_id = $1', [campaignId]);
  expect(found).toEqual([{ state: 'done', disposition: 'no_answer' }]);
  // the browser says that it was offline, which this story wanted
  visit.complaints.splice(0);
}, 60_000);

test('a claim that was lost to another: what was typed stays on the screen', async () => {
  await calls(1);
  const visit = await comes();
  const { page } = visit;
  await visit.go('/work');
  await another(visit, '');
  await visit.press('1', 'v');
  await page.keyboard.type('Send me the numbers.');
  await sql(
    "UPDATE task SET fence = fence + 1, claimed_by = (SELECT id FROM app_user WHERE email = $1) WHERE state = 'claimed'",
    [ops.email],
  );
  await visit.press('Control+Enter');
  const refused = page.getByRole('alert').filter({ hasText: 'A record was rejected' });
  await refused.getByText('Send me the numbers.').waitFor({ timeout: 20_000 });
  await refused.getByRole('button', { name: 'Discard' }).press('Enter');
  await refused.waitFor({ state: 'detached' });
}, 60_000);

test('J7: a reply is read and filed, and the rep decides on the colleagues', async () => {
  const campaignId = await launched({ peopleEach: 3, steps: [EMAIL('intro'), EMAIL('second', { afterDays: 3 })] });
  const sent = () => sql("SELECT * FROM dispatch WHERE campaign_id = $1 AND state = 'sent' ORDER BY id", [campaignId]);
  await until('the mails are out', async () => (await sent()).length === 3);
  const [about] = (await sent()) as [Json];
  const mail = [
    `From: Person <${about.recipient}>`,
    'To: us@ours.example',
    'Subject: Re: About intro',
    'Message-ID: <answer@buyer.example>',
    `In-Reply-To: ${about.message_id}`,
    '',
    'Call me on Thursday.',
  ];
  await ops.post('/inbound-mails', Buffer.from(mail.join('\r\n')), { 'content-type': 'message/rfc822' });
  const visit = await comes();
  const { page } = visit;
  await visit.go('/work');
  const reply = await another(visit, '');
  expect(reply).toMatch(/^Read what Person .* answered$/);
  await page.getByRole('region', { name: 'Their message' }).getByText('Call me on Thursday.').waitFor();
  expect(await page.getByLabel('Quote').inputValue()).toBe('Call me on Thursday.');
  await visit.press('1', 'n');
  const decision = await another(visit, reply);
  expect(decision).toContain('decide on 2 colleagues');
  await visit.press('1', 'n');
  await another(visit, decision);
  await until('the colleagues go on and the person is finished', async () => {
    const enrolments = await sql('SELECT state, reason FROM enrolment WHERE campaign_id = $1 ORDER BY state', [
      campaignId,
    ]);
    const states = enrolments.map(({ state, reason }) => `${state} ${reason}`);
    return JSON.stringify(states) === JSON.stringify(['active null', 'active null', 'finished replied']) || states;
  });
}, 90_000);

test('after a good talk one key asks what worked, and the next like task shows it', async () => {
  await calls(2);
  const visit = await comes();
  const { page } = visit;
  await visit.go('/work');
  const first = await another(visit, '');
  await visit.press('1', 'n');
  const second = await another(visit, first);
  await visit.press('y');
  await page.getByRole('dialog').getByLabel('What worked?').waitFor();
  await page.keyboard.type('Ask how often they count.');
  await visit.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.reload();
  expect(await another(visit, '')).toBe(second);
  await page.getByRole('region', { name: 'What worked elsewhere' }).getByText('Ask how often they count.').waitFor();
  await visit.press('h');
  await until('it is counted', async () => (await sql('SELECT helped FROM lesson'))[0].helped === 1);
}, 60_000);

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)(
  'the workspace is usable by everybody (%s, %i px), and fits without scrolling on a desk',
  async (theme, width) => {
    const visit = await comes({ theme, width });
    const { page } = visit;
    if ((await sql("SELECT count(*)::int AS n FROM task WHERE state IN ('open', 'claimed')"))[0].n === 0)
      await calls(1);
    await visit.go('/work');
    await another(visit, '');
    await visit.press('1');
    await visit.shot('work');
    expect(await visit.barriers()).toEqual([]);
    const root = 'document.documentElement';
    const tall = await page.evaluate<number>(`${root}.scrollHeight - innerHeight`);
    const broad = await page.evaluate<number>(`${root}.scrollWidth - innerWidth`);
    expect(broad).toBeLessThanOrEqual(0);
    if (width === 1280) expect(tall).toBeLessThanOrEqual(0);
  },
);
