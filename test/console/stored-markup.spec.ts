import { Console } from '../support/console.js';
import type { Person } from '../support/http.js';
import type { Credentials } from '../support/programs.js';
import { world, type World } from '../support/world.js';

/** Tells by a request and by a global that it ran. */
const MARKUP =
  '<img src="https://attacker.example/x" onerror="window.ran=1"><script>window.ran=1</script>{{7*7}}javascript:window.ran=1';

let app: Console;
let made: World;
let who: Person & Credentials;

beforeAll(async () => {
  app = await Console.open();
  made = await world(app.programs, { organizations: 3, peopleEach: 2 });
  const [organization] = await app.programs.sql<{ id: string }>('SELECT id FROM organization LIMIT 1');
  await app.programs.sql(
    `INSERT INTO task (organization_id, contact_id, kind, title, due_at)
     SELECT e.organization_id, e.contact_id, 'call', 'Call', app_now() FROM employment e WHERE e.organization_id = $1`,
    [organization!.id],
  );
  who = await app.programs.as('admin,sales_ops,executive,manager,rep');
  expect((await who.post('/lessons', { text: 'Ask first.' })).status).toBe(201);
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

/** Into every text of every row that takes it: words of a closed list and keys refuse it. */
async function store(): Promise<string[]> {
  const columns = await app.programs.sql<{ table: string; column: string }>(
    `SELECT c.table_name AS table, c.column_name AS column
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND c.data_type = 'text' AND t.table_type = 'BASE TABLE'
        AND c.table_name NOT IN ('app_user', 'session', 'audit_entry', 'audit_seal')`,
  );
  const taken: string[] = [];
  for (const { table, column } of columns)
    await app.programs
      .sql(
        `UPDATE "${table}" SET "${column}" = left($1, 300) || left(gen_random_uuid()::text, 4) WHERE "${column}" IS NOT NULL RETURNING 1`,
        [MARKUP],
      )
      .then(
        (rows) => rows.length > 0 && taken.push(`${table}.${column}`),
        () => undefined,
      );
  return taken;
}

test('markup that somebody stored is shown as text on every screen, and runs nowhere', async () => {
  const taken = await store();
  expect(taken).toEqual(
    expect.arrayContaining([
      'organization.name',
      'contact.name',
      'proposition.title',
      'cohort.name',
      'play.name',
      'campaign.name',
      'task.title',
      'lesson.text',
    ]),
  );
  const visit = await app.visit(who);
  const { page } = visit;
  const outside: string[] = [];
  let dialogs = 0;
  page.on('request', (request) => !request.url().startsWith(app.programs.origin) && outside.push(request.url()));
  page.on('dialog', (dialog) => (dialogs++, void dialog.dismiss()));
  const [{ id: organizationId }, { id: propositionId }, { id: cohortId }, { id: playId }] = (await app.programs.sql<{
    id: string;
  }>(
    `(SELECT id FROM organization LIMIT 1) UNION ALL (SELECT id FROM proposition LIMIT 1)
     UNION ALL (SELECT id FROM cohort LIMIT 1) UNION ALL (SELECT id FROM play LIMIT 1)`,
  )) as [{ id: string }, { id: string }, { id: string }, { id: string }];
  const campaign = `/campaigns/${made.campaignId}`;
  const showIt = [`/organizations?open=${organizationId}`, '/contacts', '/campaigns', '/tasks'];
  for (const path of [
    '/',
    `/organizations?open=${organizationId}`,
    '/contacts',
    '/duplicates',
    '/imports',
    '/campaigns',
    campaign,
    `${campaign}/organizations`,
    `${campaign}/decision-makers`,
    `${campaign}/messages`,
    `${campaign}/launch`,
    '/plays',
    `/plays/${playId}`,
    '/mail',
    '/cohorts',
    `/cohorts/${cohortId}`,
    `/snapshots/${made.snapshotId}`,
    '/feedback',
    '/feedback/conversations',
    `/organizations/${organizationId}/map`,
    '/results',
    '/propositions',
    `/propositions/${propositionId}`,
    '/approvals',
    '/work',
    '/tasks',
    '/lessons',
    '/admin',
    '/admin/lists',
    '/admin/audit',
    '/admin/senders',
    '/admin/webhooks',
  ]) {
    await visit.go(path);
    await visit.settled();
    if (showIt.includes(path)) await page.getByText('<script>').first().waitFor();
    expect([path, await page.evaluate('window.ran ?? null')]).toEqual([path, null]);
  }
  expect([outside, dialogs]).toEqual([[], 0]);
}, 300_000);
