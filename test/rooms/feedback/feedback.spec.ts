import { Conversations } from '../../../src/feedback/index.js';
import { Tasks, type NewTask } from '../../../src/work/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { Rows } from '../work/work.rows.js';

let app: Installation;
let rows: Rows;
let nancy: Person;
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
  manager = await app.as('manager', 'sales');
  campaign = await rows.campaign(manager.id);
});
afterEach(() =>
  app.sql(
    "UPDATE task SET state = 'cancelled', cancel_reason = 'end of test', lease_until = NULL WHERE state <> 'done'",
  ),
);
afterAll(() => app.close());

async function decisionMaker(organizationId?: string): Promise<DecisionMaker> {
  const organization = organizationId ?? (await rows.organization());
  const contactId = await rows.contact(organization);
  const enrolmentId = await rows.enrolment(campaign.id, contactId, organization);
  return { organizationId: organization, contactId, enrolmentId };
}

/** A task about the decision maker, claimed by Nancy. */
async function claimed(who: DecisionMaker, facts: Partial<NewTask> = {}): Promise<{ taskId: string; fence: number }> {
  const task: NewTask = {
    kind: 'call',
    title: 'Call',
    stepKey: 'first_call',
    contribution: 10,
    why: [],
    campaignId: campaign.id,
    ...who,
    ...facts,
  };
  await app.transaction((m) => app.get(Tasks).open(m, [task]));
  const [{ id }] = (await app.sql('SELECT id FROM task ORDER BY created_at DESC, id DESC LIMIT 1')) as [{ id: string }];
  const { body } = await nancy.post('/claims', { taskId: id });
  return { taskId: body.id, fence: body.fence };
}

const enrolment = async ({ enrolmentId }: DecisionMaker) =>
  (await app.sql('SELECT * FROM enrolment WHERE id = $1', [enrolmentId]))[0];
const count = async (table: string): Promise<number> => (await app.sql(`SELECT count(*)::int AS n FROM ${table}`))[0].n;
const missing = ({ body }: { body: Json }) => body.errors?.map((error: { field: string }) => error.field);

test('a record keeps what was said, closes the task and ends the enrolment, in one', async () => {
  const who = await decisionMaker();
  const { taskId, fence } = await claimed(who);
  const { status, body } = await nancy.post('/conversations', {
    taskId,
    fence,
    disposition: 'connected_not_interested',
    sentiment: 'negative',
    interest: 'aware',
    objections: [
      { code: 'loss_of_control', underlying: 'fears for the planners', verbatim: 'My stock is mine.' },
      { code: 'trust' },
    ],
    buyingJobs: ['validation', 'problem_identification'],
    wants: 'fewer rush orders',
    needs: 'shelf space',
    aspirations: 'a second depot',
    competitor: 'Tokyo Traders',
    priceReaction: 'not_discussed',
    whatChanged: 'a new warehouse',
    verbatim: 'Come back when others do it.',
    commitments: [{ by: 'us', text: 'send the case study', dueOn: '2026-12-01' }],
    contact: { role: 'economic_buyer', attitude: -1, influence: 4, preferredSupplier: 'Tokyo Traders' },
    seconds: 18,
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    taskId,
    ...who,
    campaignId: campaign.id,
    versionId: campaign.versionId,
    repId: nancy.id,
    source: 'rep',
    stepKey: 'first_call',
    role: 'economic_buyer',
    interest: 'aware',
    buyingJobs: ['validation', 'problem_identification'],
    aspirations: 'a second depot',
    objections: [
      { code: 'loss_of_control', underlying: 'fears for the planners', verbatim: 'My stock is mine.' },
      { code: 'trust', underlying: null, verbatim: null },
    ],
    commitments: [{ by: 'us', text: 'send the case study', dueOn: '2026-12-01' }],
    people: [],
    seconds: 18,
    simulated: false,
  });
  expect(await enrolment(who)).toMatchObject({
    state: 'finished',
    reason: 'declined',
    conversed: true,
    interest: 'aware',
    last_disposition: 'connected_not_interested',
  });
  expect((await nancy.get(`/tasks/${taskId}`)).body).toMatchObject({
    state: 'done',
    disposition: 'connected_not_interested',
  });
  expect(
    await app.sql('SELECT role, attitude, influence, preferred_supplier FROM buying_role WHERE contact_id = $1', [
      who.contactId,
    ]),
  ).toEqual([{ role: 'economic_buyer', attitude: -1, influence: 4, preferred_supplier: 'Tokyo Traders' }]);
  expect((await manager.get(`/conversations/${body.id}`)).body).toEqual(body);
});

test('two clicks file it once, and both get the record', async () => {
  const who = await decisionMaker();
  const said = {
    ...(await claimed(who)),
    disposition: 'connected_interested',
    sentiment: 'positive',
    interest: 'curious',
  };
  const before = await count('conversation');
  const [first, second] = await Promise.all([nancy.post('/conversations', said), nancy.post('/conversations', said)]);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect((await nancy.post('/conversations', said)).body.id).toBe(first.body.id);
  expect(await count('conversation')).toBe(before + 1);
  expect((await enrolment(who)).touches).toBe(1);
});

test('another rep’s task is refused, and nothing changes', async () => {
  const who = await decisionMaker();
  const said = { ...(await claimed(who)), disposition: 'no_answer', sentiment: 'neutral' };
  const andrew = await app.as('rep', 'sales');
  const before = [
    await count('conversation'),
    await enrolment(who),
    await app.sql('SELECT * FROM task WHERE id = $1', [said.taskId]),
  ];
  expect(await andrew.post('/conversations', said)).toMatchObject({ status: 403, body: { code: 'task_not_yours' } });
  for (const role of ['executive', 'sales_ops', 'admin'])
    expect((await (await app.as(role)).post('/conversations', said)).body.code).toBe('role_not_allowed');
  expect((await manager.post('/conversations', said)).body.code).toBe('task_not_yours');
  expect([
    await count('conversation'),
    await enrolment(who),
    await app.sql('SELECT * FROM task WHERE id = $1', [said.taskId]),
  ]).toEqual(before);
});

test('who was not spoken to needs no record; the next attempt is due later', async () => {
  const who = await decisionMaker();
  const answer = await nancy.post('/conversations', {
    ...(await claimed(who)),
    disposition: 'no_answer',
    sentiment: 'neutral',
  });
  expect(answer.body).toMatchObject({ interest: 'unknown', objections: [] });
  const { state, attempts, conversed, next_action_at: next } = await enrolment(who);
  expect({ state, attempts, conversed }).toEqual({ state: 'active', attempts: 1, conversed: false });
  expect(next.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000);
});

describe('a record that is not complete is refused with every field that is missing, and the task stays', () => {
  test.each([
    ['connected_interested', {}, ['interest']],
    ['connected_callback', {}, ['interest']],
    ['connected_not_interested', { interest: 'none' }, ['objections']],
    ['connected_not_now', { interest: 'aware' }, ['objections']],
    ['connected_not_a_fit', {}, ['interest', 'objections']],
    ['connected_referred', { interest: 'aware' }, ['newPeople']],
    ['no_answer', { objections: [{ code: 'trust' }, { code: 'trust' }] }, ['objections']],
    ['no_answer', { objections: ['a', 'b', 'c', 'd', 'e', 'f'].map(() => ({ code: 'trust' })) }, ['objections']],
    ['no_answer', { referredTo: 'Nobody' }, ['referredTo']],
    ['no_answer', { commitments: [{ by: 'us', text: 'call', dueOn: '2026-02-30' }] }, ['commitments.0.dueOn']],
    ['no_answer', { occurredAt: '2099-01-01T00:00:00Z' }, ['occurredAt']],
    ['no_answer', { budget: 100 }, ['budget']],
    ['sold', {}, ['disposition']],
  ])('%s with %j', async (disposition, more, fields) => {
    const who = await decisionMaker();
    const claim = await claimed(who);
    const before = await count('conversation');
    const answer = await nancy.post('/conversations', { ...claim, disposition, sentiment: 'neutral', ...more });
    expect(answer.status).toBe(422);
    expect(missing(answer)).toEqual(fields);
    expect(await count('conversation')).toBe(before);
    expect((await nancy.get(`/tasks/${claim.taskId}`)).body.state).toBe('claimed');
  });
});

describe('what is enough', () => {
  test.each([
    ['connected_not_interested', { interest: 'none', verbatim: 'No.' }, 'declined'],
    ['connected_not_a_fit', { interest: 'none', objections: [{ code: 'no_need' }] }, 'not_a_fit'],
    ['connected_meeting_set', {}, 'meeting_booked'],
  ])('%s with %j', async (disposition, more, reason) => {
    const who = await decisionMaker();
    const answer = await nancy.post('/conversations', {
      ...(await claimed(who)),
      disposition,
      sentiment: 'neutral',
      ...more,
    });
    expect(answer.status).toBe(201);
    expect(await enrolment(who)).toMatchObject({ state: 'finished', reason });
  });

  test('a set meeting means that the person commits to a next step', async () => {
    const who = await decisionMaker();
    const said = { ...(await claimed(who)), disposition: 'connected_meeting_set', sentiment: 'positive' };
    expect((await nancy.post('/conversations', said)).body.interest).toBe('commits_next_step');
  });
});

test('a booked meeting goes into any calendar', async () => {
  const who = await decisionMaker();
  const said = { ...(await claimed(who)), sentiment: 'positive', interest: 'active' };
  const meeting = { at: '2031-03-04T13:30:00Z', minutes: 90, place: 'x' };
  const early = { ...meeting, at: '2020-01-01T00:00:00Z' };
  expect(
    missing(await nancy.post('/conversations', { ...said, disposition: 'connected_interested', meeting })),
  ).toEqual(['meeting']);
  expect(
    missing(await nancy.post('/conversations', { ...said, disposition: 'connected_meeting_set', meeting: early })),
  ).toEqual(['meeting.at']);
  const { body } = await nancy.post('/conversations', {
    ...said,
    disposition: 'connected_meeting_set',
    meeting: { ...meeting, place: 'Ship; gate 3, "north"' },
  });
  const { status, headers, body: file } = await nancy.get(`/conversations/${body.id}/meeting.ics`);
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/calendar')]);
  const lines = (file as string).replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      `UID:${body.id}@overture`,
      'DTSTART:20310304T133000Z',
      'DURATION:PT1H30M',
      'LOCATION:Ship\\; gate 3\\, "north"',
    ]),
  );
  const none = await decisionMaker();
  const plain = await nancy.post('/conversations', {
    ...(await claimed(none)),
    disposition: 'no_answer',
    sentiment: 'neutral',
  });
  expect((await nancy.get(`/conversations/${plain.body.id}/meeting.ics`)).status).toBe(404);
});

test('not before a day holds the enrolment until then, for every campaign', async () => {
  const who = await decisionMaker();
  const notBefore = '2031-03-01T08:00:00.000Z';
  const said = {
    ...(await claimed(who)),
    disposition: 'connected_not_now',
    sentiment: 'neutral',
    interest: 'aware',
    objections: [{ code: 'timing' }],
  };
  expect((await nancy.post('/conversations', { ...said, notBefore })).body.notBefore).toBe(notBefore);
  expect(await enrolment(who)).toMatchObject({
    state: 'paused',
    reason: 'not_before',
    next_action_at: new Date(notBefore),
  });
  expect(await app.sql('SELECT not_before FROM contact WHERE id = $1', [who.contactId])).toEqual([
    { not_before: new Date(notBefore) },
  ]);
});

test('not now without a day waits for the default', async () => {
  const who = await decisionMaker();
  const said = {
    ...(await claimed(who)),
    disposition: 'connected_not_now',
    sentiment: 'neutral',
    interest: 'aware',
    verbatim: 'Later.',
  };
  expect((await nancy.post('/conversations', said)).status).toBe(201);
  const days = ((await enrolment(who)).next_action_at.getTime() - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(90);
});

test('do not call stops every touch of the person from then on', async () => {
  const who = await decisionMaker();
  await nancy.post('/conversations', {
    ...(await claimed(who)),
    disposition: 'connected_do_not_call',
    sentiment: 'hostile',
  });
  expect(await enrolment(who)).toMatchObject({ state: 'opted_out', interest: 'none' });
  expect(await app.sql('SELECT kind, reason, created_by FROM suppression WHERE value = $1', [who.contactId])).toEqual([
    { kind: 'contact', reason: 'do_not_call', created_by: nancy.id },
  ]);
});

test('a wrong number is marked, and somebody is asked to find the right one', async () => {
  const who = await decisionMaker();
  await app.sql("UPDATE contact SET phone = '+49300074321' WHERE id = $1", [who.contactId]);
  await nancy.post('/conversations', { ...(await claimed(who)), disposition: 'wrong_number', sentiment: 'neutral' });
  expect(await app.sql('SELECT phone_state FROM contact WHERE id = $1', [who.contactId])).toEqual([
    { phone_state: 'invalid' },
  ]);
  const [task] = await app.sql(
    "SELECT id FROM task WHERE contact_id = $1 AND kind = 'fix_contact' AND state = 'open'",
    [who.contactId],
  );
  const { body: claim } = await nancy.post('/claims', { taskId: task.id });
  const resolving = { taskId: task.id, fence: claim.fence, resolution: 'corrected', phone: '+49 30 0074322' };
  expect((await nancy.post('/task-resolutions', resolving)).status).toBe(201);
  expect(await app.sql('SELECT phone, phone_state FROM contact WHERE id = $1', [who.contactId])).toEqual([
    { phone: '+49300074322', phone_state: 'corrected' },
  ]);
  expect((await enrolment(who)).fix_requested).toBe(false);
});

test('people whom a buyer names join the buying group and the live campaign, once', async () => {
  const who = await decisionMaker();
  const newPeople = [
    { name: 'Howard Snyder', email: 'howard@great-lakes.example', title: 'Owner', role: 'economic_buyer' },
    { name: 'Yoshi Latimer', role: 'end_user' },
  ];
  const said = { ...(await claimed(who)), disposition: 'connected_referred', sentiment: 'positive', interest: 'aware' };
  const { status, body } = await nancy.post('/conversations', { ...said, newPeople, referredTo: 'Howard Snyder' });
  expect(status).toBe(201);
  expect(body.people.map(({ name, referred }: Json) => [name, referred])).toEqual([
    ['Howard Snyder', true],
    ['Yoshi Latimer', false],
  ]);
  expect(
    await app.sql(
      `SELECT c.name, b.role, b.source, e.role AS enrolled, e.late FROM contact c JOIN buying_role b ON b.contact_id = c.id
         JOIN enrolment e ON e.contact_id = c.id WHERE b.organization_id = $1 AND e.campaign_id = $2 AND e.late ORDER BY 1`,
      [who.organizationId, campaign.id],
    ),
  ).toEqual([
    { name: 'Howard Snyder', role: 'economic_buyer', source: 'conversation', enrolled: 'economic_buyer', late: true },
    { name: 'Yoshi Latimer', role: 'end_user', source: 'conversation', enrolled: 'end_user', late: true },
  ]);
  const colleague = await decisionMaker(who.organizationId);
  await nancy.post('/conversations', { ...said, ...(await claimed(colleague)), newPeople: newPeople.slice(0, 1) });
  expect(await app.sql('SELECT id FROM contact WHERE name = $1', ['Howard Snyder'])).toHaveLength(1);
});

test('a part that fails leaves nothing: no record, no person, no suppression, the task as it was', async () => {
  const who = await decisionMaker();
  const claim = await claimed(who);
  const tables = [
    'conversation',
    'objection',
    'buyer_commitment',
    'contact',
    'suppression',
    'enrolment',
    'found_person',
  ];
  const before = [await Promise.all(tables.map(count)), await enrolment(who)];
  const answer = await nancy.post('/conversations', {
    ...claim,
    disposition: 'connected_referred',
    sentiment: 'neutral',
    interest: 'aware',
    objections: [{ code: 'authority' }],
    commitments: [{ by: 'buyer', text: 'ask his boss', dueOn: '2026-12-01' }],
    newPeople: [
      { name: 'Right One', role: 'decision_maker' },
      { name: 'Wrong One', role: 'decision_maker', phone: 'no number at all' },
    ],
  });
  expect(answer.status).toBe(422);
  expect([await Promise.all(tables.map(count)), await enrolment(who)]).toEqual(before);
  expect((await nancy.get(`/tasks/${claim.taskId}`)).body).toMatchObject({ state: 'claimed', fence: claim.fence });
});

test('an answer from outside is recorded without task and rep, and pauses the colleagues until a rep decides', async () => {
  const who = await decisionMaker();
  const colleague = await decisionMaker(who.organizationId);
  const { conversationId, found } = await app.transaction((m) =>
    app.get(Conversations).record(m, {
      enrolmentId: who.enrolmentId,
      source: 'response_page',
      by: `response:${who.enrolmentId}`,
      disposition: 'connected_interested',
      sentiment: 'positive',
      interest: 'curious',
      verbatim: 'Tell me more.',
    }),
  );
  expect(found).toEqual([]);
  expect((await manager.get(`/conversations/${conversationId}`)).body).toMatchObject({
    ...who,
    source: 'response_page',
    taskId: null,
    repId: null,
    versionId: campaign.versionId,
    role: 'decision_maker',
    verbatim: 'Tell me more.',
  });
  expect(await enrolment(who)).toMatchObject({ state: 'finished', reason: 'replied' });
  expect(await enrolment(colleague)).toMatchObject({ state: 'paused', reason: 'colleague_reply' });
  const [task] = await app.sql("SELECT id FROM task WHERE organization_id = $1 AND kind = 'colleague_replied'", [
    who.organizationId,
  ]);
  const { body: claim } = await nancy.post('/claims', { taskId: task.id });
  const base = { taskId: task.id, fence: claim.fence };
  expect(
    (await nancy.post('/conversations', { ...base, disposition: 'no_answer', sentiment: 'neutral' })).body.code,
  ).toBe('task_no_conversation');
  expect(missing(await nancy.post('/task-resolutions', { ...base, resolution: 'found' }))).toEqual(['resolution']);
  expect(missing(await nancy.post('/task-resolutions', { ...base, resolution: 'exclude' }))).toEqual(['reason']);
  const exclude = { ...base, resolution: 'exclude', reason: 'she speaks for both' };
  const answers = await Promise.all([
    nancy.post('/task-resolutions', exclude),
    nancy.post('/task-resolutions', exclude),
  ]);
  expect(answers.map(({ status, body }) => [status, body.resolution])).toEqual([
    [201, 'exclude'],
    [201, 'exclude'],
  ]);
  expect(await enrolment(colleague)).toMatchObject({ state: 'excluded', error: 'she speaks for both' });
});

test('a stop from outside is an unsubscription', async () => {
  const who = await decisionMaker();
  const stop = {
    enrolmentId: who.enrolmentId,
    source: 'response_page',
    by: 'response:1',
    disposition: 'connected_do_not_call',
    sentiment: 'neutral',
  } as const;
  await app.transaction((m) => app.get(Conversations).record(m, stop));
  expect(await app.sql('SELECT reason, created_by FROM suppression WHERE value = $1', [who.contactId])).toEqual([
    { reason: 'unsubscribe', created_by: 'response:1' },
  ]);
  expect((await enrolment(who)).state).toBe('opted_out');
});

describe('a task that is no conversation', () => {
  test('somebody found for an empty role joins the campaign', async () => {
    const organizationId = await rows.organization();
    const claim = await claimed({ organizationId } as DecisionMaker, {
      kind: 'find_contact',
      title: 'Find an economic buyer',
      stepKey: null,
    });
    expect(missing(await nancy.post('/task-resolutions', { ...claim, resolution: 'found' }))).toEqual(['newPeople']);
    const newPeople = [{ name: 'Paula Wilson', role: 'economic_buyer' }];
    const { body } = await nancy.post('/task-resolutions', { ...claim, resolution: 'found', newPeople });
    expect(body).toMatchObject({ kind: 'find_contact', resolution: 'found', found: [{ name: 'Paula Wilson' }] });
    expect(
      await app.sql('SELECT role, late, organization_id FROM enrolment WHERE id = $1', [body.found[0].enrolmentId]),
    ).toEqual([{ role: 'economic_buyer', late: true, organization_id: organizationId }]);
  });

  test('a contact for whom nothing can be found leaves the step that needs it', async () => {
    const who = await decisionMaker();
    await app.sql("UPDATE enrolment SET fix_requested = true, step_state = 'due' WHERE id = $1", [who.enrolmentId]);
    await app.sql('UPDATE contact SET phone = NULL WHERE id = $1', [who.contactId]);
    const claim = await claimed(who, { kind: 'fix_contact', title: 'Find a number' });
    expect(missing(await nancy.post('/task-resolutions', { ...claim, resolution: 'corrected' }))).toEqual(['email']);
    const { body } = await nancy.post('/task-resolutions', { ...claim, resolution: 'not_found' });
    expect(body.resolution).toBe('not_found');
    expect(await enrolment(who)).toMatchObject({ state: 'finished', reason: 'unreachable', fix_requested: false });
    expect((await nancy.get(`/tasks/${claim.taskId}`)).body).toMatchObject({ state: 'done', resolution: 'not_found' });
  });

  test('of another rep is refused', async () => {
    const who = await decisionMaker();
    const claim = await claimed(who, { kind: 'fix_contact', title: 'Find a number' });
    const andrew = await app.as('rep', 'sales');
    expect((await andrew.post('/task-resolutions', { ...claim, resolution: 'not_found' })).body.code).toBe(
      'task_not_yours',
    );
    expect((await enrolment(who)).state).toBe('active');
  });

  test('and a conversation is not closed as one', async () => {
    const claim = await claimed(await decisionMaker());
    expect((await nancy.post('/task-resolutions', { ...claim, resolution: 'not_found' })).body.code).toBe(
      'resolution_invalid',
    );
    expect(
      (await nancy.post('/task-resolutions', { ...claim, taskId: nancy.id, resolution: 'not_found' })).body.code,
    ).toBe('task_not_found');
  });
});

test('conversations are listed by what was said in them', async () => {
  const who = await decisionMaker();
  const said = {
    disposition: 'connected_not_interested',
    sentiment: 'hostile',
    interest: 'aware',
    objections: [{ code: 'data_security' }],
  };
  const { body: made } = await nancy.post('/conversations', { ...(await claimed(who)), ...said });
  for (const filter of [
    'objection=data_security',
    `contactId=${who.contactId}`,
    `versionId=${campaign.versionId}&sentiment=hostile&interest=aware&repId=${nancy.id}&objection=data_security,trust`,
  ])
    expect((await nancy.get(`/conversations?${filter}`)).body.items.map(({ id }: Json) => id)).toContain(made.id);
  expect((await nancy.get(`/conversations?contactId=${who.contactId}&objection=budget`)).body.items).toEqual([]);
  expect((await nancy.get('/conversations?objection=money')).status).toBe(422);
  expect((await nancy.get(`/conversations/${nancy.id}`)).body.code).toBe('conversation_not_found');
});
