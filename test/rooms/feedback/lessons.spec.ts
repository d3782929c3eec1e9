import { Tasks, type NewTask } from '../../../src/work/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { Rows } from '../work/work.rows.js';

let app: Installation;
let rows: Rows;
let nancy: Person;
let janet: Person;
let manager: Person;
let campaign: { id: string; versionId: string; propositionId: string };

interface DecisionMaker {
  organizationId: string;
  contactId: string;
  enrolmentId: string;
}

beforeAll(async () => {
  app = await Installation.open();
  rows = new Rows(app);
  nancy = await app.as('rep', 'sales', 'Nancy Davolio');
  janet = await app.as('rep', 'sales', 'Janet Leverling');
  manager = await app.as('manager', 'sales');
  campaign = await rows.campaign(manager.id);
});
afterAll(() => app.close());
afterEach(() => app.sql('DELETE FROM lesson'));

async function decisionMaker(
  industry = 'Food retail',
  role = 'decision_maker',
  name = 'Maria Anders',
): Promise<DecisionMaker> {
  const organizationId = await rows.organization(undefined, { industry });
  const contactId = await rows.contact(organizationId, name, role);
  const enrolmentId = await rows.enrolment(campaign.id, contactId, organizationId, { role });
  return { organizationId, contactId, enrolmentId };
}

async function task(who: DecisionMaker, facts: Partial<NewTask> = {}): Promise<string> {
  const one = { kind: 'call' as const, title: 'Call', stepKey: 'first_call', contribution: 10, why: [], ...who };
  await app.transaction((m) => app.get(Tasks).open(m, [{ ...one, campaignId: campaign.id, ...facts }]));
  const [{ id }] = (await app.sql('SELECT id FROM task WHERE enrolment_id = $1', [who.enrolmentId])) as [Json];
  return id as string;
}

const fitting = async (person: Person, taskId: string): Promise<Json[]> =>
  (await person.get(`/tasks/${taskId}/lessons`)).body.items;
const teach = async (person: Person, facts: Json): Promise<Json> => (await person.post('/lessons', facts)).body;

test('a lesson takes role, industry and version from the task that taught it, and knows its record', async () => {
  const taskId = await task(await decisionMaker());
  const { fence } = (await nancy.post('/claims', { taskId })).body;
  const said = { taskId, fence, disposition: 'connected_interested', sentiment: 'positive', interest: 'active' };
  const { body: record } = await nancy.post('/conversations', said);
  const { status, body } = await nancy.post('/lessons', { text: 'Ask how they count.', taskId });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    role: 'decision_maker',
    industry: 'Food retail',
    objection: null,
    versionId: campaign.versionId,
    campaignId: campaign.id,
    proposition: 'VMI',
    conversationId: record.id,
    author: 'Nancy Davolio',
    helped: 0,
  });
  const found = await app.sql("SELECT actor, action FROM audit_entry WHERE entity = 'lesson' AND entity_id = $1", [
    body.id,
  ]);
  expect(found).toEqual([{ actor: nancy.id, action: 'insert' }]);
});

test('it is shown at once on the next like task of any rep, the most alike first, and never to another role', async () => {
  const teacher = await task(await decisionMaker());
  const like = await task(await decisionMaker('Food retail'));
  const other = await task(await decisionMaker('Food retail', 'technical_evaluator'));
  await teach(nancy, { text: 'For the trade.', taskId: teacher, industry: null });
  await teach(nancy, { text: 'For food retail.', taskId: teacher });
  await teach(nancy, { text: 'For everybody.', taskId: teacher, role: null, industry: 'Chemicals' });
  expect((await fitting(janet, like)).map(({ text, matches }) => [text, matches])).toEqual([
    ['For food retail.', ['proposition', 'role', 'industry']],
    ['For the trade.', ['proposition', 'role']],
    ['For everybody.', ['proposition']],
  ]);
  expect((await fitting(janet, other)).map(({ text }) => text)).toEqual(['For everybody.']);
  expect(await fitting(nancy, teacher)).toEqual([]);
});

test('an objection that this organization raised brings up what answered it elsewhere', async () => {
  const teacher = await task(await decisionMaker());
  await teach(nancy, { text: 'Offer a pilot.', taskId: teacher, objection: 'loss_of_control' });
  await teach(nancy, { text: 'Say less.', taskId: teacher });
  const who = await decisionMaker('Chemicals');
  const first = await task(who);
  expect((await fitting(nancy, first))[0].text).toBe('Say less.');
  const { fence } = (await nancy.post('/claims', { taskId: first })).body;
  await nancy.post('/conversations', {
    taskId: first,
    fence,
    disposition: 'connected_callback',
    sentiment: 'neutral',
    interest: 'aware',
    objections: [{ code: 'loss_of_control' }],
  });
  await app.sql('UPDATE task SET enrolment_id = NULL WHERE id = $1', [first]);
  const again = await task(who, { attempt: 2 });
  const [best] = await fitting(nancy, again);
  expect(best).toMatchObject({ text: 'Offer a pilot.', matches: ['proposition', 'role', 'objection'] });
});

test('what helped is counted once a task, and ranks first among equals', async () => {
  const teacher = await task(await decisionMaker());
  const like = await task(await decisionMaker());
  const old = await teach(nancy, { text: 'Helpful.', taskId: teacher });
  await teach(nancy, { text: 'Newer.', taskId: teacher });
  expect((await fitting(janet, like))[0].text).toBe('Newer.');
  await janet.post(`/lessons/${old.id}/marks`, { taskId: like });
  const { body } = await janet.post(`/lessons/${old.id}/marks`, { taskId: like });
  expect(body.helped).toBe(1);
  expect((await fitting(janet, like))[0].text).toBe('Helpful.');
  expect((await manager.get('/lessons?sort=-helped&count=role,industry')).body).toMatchObject({
    items: [{ text: 'Helpful.' }, { text: 'Newer.' }],
    counts: { total: 2, by: { role: { decision_maker: 2 }, industry: { 'Food retail': 2 } } },
  });
});

test('who wrote it or who leads may remove it, nobody else; an empty one is refused', async () => {
  const lesson = await teach(nancy, { text: 'Ask first.' });
  expect((await janet.delete(`/lessons/${lesson.id}`)).status).toBe(403);
  expect((await manager.delete(`/lessons/${lesson.id}`)).status).toBe(204);
  expect((await nancy.get(`/lessons/${lesson.id}`)).status).toBe(404);
  expect((await nancy.post('/lessons', { text: ' ' })).status).toBe(422);
  expect((await nancy.get(`/tasks/${lesson.id}/lessons`)).status).toBe(404);
});

test('when a person is erased, what worked stays and the name does not, in the audit trail neither', async () => {
  const who = await decisionMaker('Food retail', 'decision_maker', 'Pirkko Koskitalo');
  const taskId = await task(who);
  const { id } = await teach(nancy, { text: 'Ms Koskitalo counts on Fridays: ask on Thursday.', taskId });
  const { id: elsewhere } = await teach(nancy, { text: 'Pirkko Koskitalo knows.' });
  const admin = await app.as('admin', 'it');
  expect((await admin.post(`/contacts/${who.contactId}/erasure`, { reason: 'asked for it' })).status).toBe(201);
  const { body } = await nancy.get(`/lessons/${id}`);
  expect(body).toMatchObject({
    text: 'Ms … counts on Fridays: ask on Thursday.',
    taskId: null,
    role: 'decision_maker',
  });
  expect((await nancy.get(`/lessons/${elsewhere}`)).body.text).toBe('… knows.');
  const trail = await app.sql("SELECT before, after FROM audit_entry WHERE entity = 'lesson'");
  expect(JSON.stringify(trail)).not.toContain('Koskitalo');
});
