import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { tell } from '../../../src/channels/webhooks/events.js';
import { Conversations } from '../../../src/feedback/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { Rows } from '../work/work.rows.js';

let app: Installation;
let rows: Rows;
let nancy: Person;
let janet: Person;
let steven: Person;
let admin: Person;
let andrew: Person;
let campaign: { id: string; versionId: string; propositionId: string };

interface Group {
  organizationId: string;
  people: { contactId: string; enrolmentId: string }[];
}

const SECRET = 'fears to lose his job over it';

beforeAll(async () => {
  app = await Installation.open();
  rows = new Rows(app);
  nancy = await app.as('rep', 'sales', 'Nancy Davolio');
  janet = await app.as('rep', 'sales', 'Janet Leverling');
  steven = await app.as('manager', 'sales', 'Steven Buchanan');
  admin = await app.as('admin', 'it');
  andrew = await app.as('executive', 'management');
  campaign = await rows.campaign(steven.id);
  await app.asOwner('ALTER TABLE proposition_version DISABLE TRIGGER USER');
  await app.sql("UPDATE proposition_version SET required_roles = '{economic_buyer,champion}' WHERE id = $1", [
    campaign.versionId,
  ]);
  await app.asOwner('ALTER TABLE proposition_version ENABLE TRIGGER USER');
});
afterAll(() => app.close());

/** An organization of Nancy's with three people in the campaign. */
async function group(names = ['Maria Anders', 'Thomas Hardy', 'Ana Trujillo']): Promise<Group> {
  const organizationId = await rows.organization();
  await app.sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)', [organizationId, nancy.id]);
  const people: Group['people'] = [];
  for (const name of names) {
    const contactId = await rows.contact(organizationId, name, 'economic_buyer');
    const enrolmentId = await rows.enrolment(campaign.id, contactId, organizationId, { role: 'economic_buyer' });
    await app.sql('UPDATE enrolment SET first_touch_at = app_now() WHERE id = $1', [enrolmentId]);
    people.push({ contactId, enrolmentId });
  }
  return { organizationId, people };
}

const curious = (enrolmentId: string, more: object = {}) => ({
  enrolmentId,
  disposition: 'connected_callback',
  sentiment: 'neutral',
  interest: 'curious',
  ...more,
});
const talk = ({ organizationId }: Group, participants: object[], more: object = {}) => ({
  organizationId,
  campaignId: campaign.id,
  participants,
  ...more,
});
const mapOf = async (who: Person, { organizationId }: Group): Promise<Json> =>
  (await who.get(`/organizations/${organizationId}/buyer-map`)).body;
const standing = async (id: string): Promise<Json> =>
  (await app.sql('SELECT state, reason, interest, last_disposition AS last FROM enrolment WHERE id = $1', [id]))[0];

/** The first answers on their page: the others wait, and Nancy is asked. */
async function answered(at: Group): Promise<Json> {
  await app.transaction((m) =>
    app.get(Conversations).record(m, {
      enrolmentId: at.people[0]!.enrolmentId,
      source: 'response_page',
      by: 'buyer',
      disposition: 'connected_interested',
      sentiment: 'positive',
      interest: 'active',
    }),
  );
  return waiting(at, 'colleague_replied');
}
async function waiting({ organizationId }: Group, kind: string): Promise<Json> {
  return (
    await app.sql(
      "SELECT id, rep_id, state FROM task WHERE organization_id = $1 AND kind = $2 AND state IN ('open', 'claimed')",
      [organizationId, kind],
    )
  )[0];
}
async function merge(at: Group): Promise<Json> {
  const task = await answered(at);
  const { fence } = (await nancy.post('/claims', { taskId: task.id })).body;
  const done = await nancy.post('/task-resolutions', { taskId: task.id, fence, resolution: 'group' });
  expect(done).toMatchObject({ status: 201 });
  return waiting(at, 'group_session');
}

describe('a group conversation', () => {
  test('gives each their own outcome, jobs, objections, risks and commitments', async () => {
    const at = await group();
    const [maria, thomas] = at.people as [Group['people'][0], Group['people'][0]];
    const { status, body } = await nancy.post(
      '/group-conversations',
      talk(
        at,
        [
          curious(maria.enrolmentId, {
            buyingJobs: ['supplier_selection'],
            risks: [{ kind: 'financial', impact: 2, against: 'nothing', words: 'dead stock', eases: 'a pilot' }],
            commitments: [{ by: 'buyer', text: 'send stock levels', dueOn: '2099-01-01' }],
          }),
          {
            enrolmentId: thomas.enrolmentId,
            disposition: 'connected_not_interested',
            sentiment: 'negative',
            interest: 'none',
            objections: [{ code: 'loss_of_control', verbatim: 'I plan my stock myself.' }],
          },
        ],
        { note: 'Susan patched us together.' },
      ),
    );
    expect(status).toBe(201);
    expect(body.participants.map((each: Json) => [each.name, each.disposition])).toEqual([
      ['Maria Anders', 'connected_callback'],
      ['Thomas Hardy', 'connected_not_interested'],
    ]);
    expect(await standing(maria.enrolmentId)).toMatchObject({ state: 'active', interest: 'curious' });
    expect(await standing(thomas.enrolmentId)).toMatchObject({ state: 'finished', reason: 'declined' });
    const { people, missingRoles, sessions } = await mapOf(nancy, at);
    const told = people.find((each: Json) => each.contactId === maria.contactId);
    expect(told.risks).toMatchObject([{ kind: 'financial', personal: false, against: 'nothing', impact: 2 }]);
    expect(told.commitments).toMatchObject([{ text: 'send stock levels', by: 'buyer' }]);
    expect(told.jobs).toMatchObject([{ jobs: ['supplier_selection'], sessionId: body.id }]);
    expect(missingRoles).toEqual(['champion']);
    expect(sessions).toMatchObject([{ id: body.id, people: 2, absent: 0 }]);
    const listed = await andrew.get(`/group-conversations?organizationId=${at.organizationId}`);
    expect(listed.body.items).toMatchObject([{ id: body.id, rep: 'Nancy Davolio' }]);
    expect((await andrew.get(`/group-conversations/${body.id}`)).body.participants).toHaveLength(2);
  });

  test('buying jobs may go back, and both are kept', async () => {
    const at = await group(['Maria Anders']);
    const id = at.people[0]!.enrolmentId;
    for (const jobs of [['supplier_selection', 'validation'], ['problem_identification']])
      await nancy.post('/group-conversations', talk(at, [curious(id, { buyingJobs: jobs })]));
    const [maria] = (await mapOf(nancy, at)).people;
    expect(maria.jobs.map(({ jobs }: Json) => jobs)).toEqual([
      ['problem_identification'],
      ['supplier_selection', 'validation'],
    ]);
  });

  test('is filed whole or not at all, and every gap is named at its person', async () => {
    const at = await group();
    const other = await group(['Somebody Else']);
    const [maria, thomas] = at.people as [Group['people'][0], Group['people'][0]];
    const unsaid = { enrolmentId: thomas.enrolmentId, disposition: 'connected_not_now', sentiment: 'neutral' };
    const gap = await nancy.post('/group-conversations', talk(at, [curious(maria.enrolmentId), unsaid]));
    expect(gap.status).toBe(422);
    expect(gap.body.errors.map(({ field }: Json) => field)).toEqual([
      'participants.1.interest',
      'participants.1.objections',
    ]);
    const bad = [
      talk(at, [curious(maria.enrolmentId), curious(maria.enrolmentId)]),
      talk(at, [curious(maria.enrolmentId), curious(other.people[0]!.enrolmentId)]),
      talk(at, [curious(maria.enrolmentId)], { heldAt: '2999-01-01T00:00:00Z' }),
      talk(at, []),
    ];
    for (const each of bad) expect([400, 422]).toContain((await nancy.post('/group-conversations', each)).status);
    expect(await app.sql('SELECT id FROM conversation WHERE organization_id = $1', [at.organizationId])).toEqual([]);
    expect(await app.sql('SELECT id FROM group_session WHERE organization_id = $1', [at.organizationId])).toEqual([]);
  });

  test('clicked twice it is filed once', async () => {
    const at = await group(['Maria Anders']);
    const body = talk(at, [curious(at.people[0]!.enrolmentId)]);
    const key = { 'idempotency-key': `group-${at.organizationId}` };
    const [one, two] = await Promise.all([
      nancy.post('/group-conversations', body, key),
      nancy.post('/group-conversations', body, key),
    ]);
    expect(one.body.id).toBe(two.body.id);
    expect(await app.sql('SELECT id FROM conversation WHERE organization_id = $1', [at.organizationId])).toHaveLength(
      1,
    );
  });

  test('is for the rep of the organization, who covers, or a manager', async () => {
    const at = await group(['Maria Anders']);
    const body = talk(at, [curious(at.people[0]!.enrolmentId)]);
    expect((await janet.post('/group-conversations', body)).status).toBe(403);
    expect((await admin.post('/group-conversations', body)).status).toBe(403);
    expect((await andrew.post('/group-conversations', body)).status).toBe(403);
    expect(await app.sql('SELECT id FROM conversation WHERE organization_id = $1', [at.organizationId])).toEqual([]);
    expect((await steven.post('/group-conversations', body)).status).toBe(201);
  });
});

describe('a paused colleague', () => {
  test('merges into a group session: one task of the owner, and all wait for it with that reason', async () => {
    const at = await group();
    const task = await merge(at);
    expect(task.rep_id).toBe(nancy.id);
    for (const { enrolmentId } of at.people.slice(1))
      expect(await standing(enrolmentId)).toMatchObject({ state: 'paused', reason: 'group_session' });
  });

  test('a waiting contact is named in the record, or it is refused; one who did not come keeps waiting, with a new task', async () => {
    const at = await group();
    const task = await merge(at);
    const { fence } = (await nancy.post('/claims', { taskId: task.id })).body;
    const [maria, thomas, ana] = at.people as [Group['people'][0], Group['people'][0], Group['people'][0]];
    const told = { taskId: task.id, fence };
    const both = [curious(maria.enrolmentId), curious(thomas.enrolmentId)];
    const forgotten = await nancy.post('/group-conversations', talk(at, both, told));
    expect(forgotten.status).toBe(422);
    expect(forgotten.body.errors[0].message).toBe('record what became of Ana Trujillo');
    const body = talk(at, both, { ...told, absent: [{ enrolmentId: ana.enrolmentId, next: 'again' }] });
    const first = await nancy.post('/group-conversations', body);
    expect(first.status).toBe(201);
    expect((await nancy.post('/group-conversations', body)).body.id).toBe(first.body.id);
    expect(await standing(thomas.enrolmentId)).toMatchObject({ state: 'active', last: 'connected_callback' });
    expect(await standing(ana.enrolmentId)).toMatchObject({ state: 'paused', reason: 'group_session' });
    const next = await waiting(at, 'group_session');
    expect(next.id).not.toBe(task.id);
    const again = (await nancy.post('/claims', { taskId: next.id })).body;
    const closed = await nancy.post('/task-resolutions', {
      taskId: next.id,
      fence: again.fence,
      resolution: 'exclude',
      reason: 'has left',
    });
    expect(closed.status).toBe(201);
    expect(await standing(ana.enrolmentId)).toMatchObject({ state: 'excluded', reason: 'manual' });
  });

  test('a session that does not come about is asked after, and nobody goes on by themselves', async () => {
    const at = await group();
    await merge(at);
    const { enrolmentId } = at.people[1]!;
    await app.sql("UPDATE enrolment SET next_action_at = app_now() - interval '1 hour' WHERE id = $1", [enrolmentId]);
    await app.get(Driver).drive(campaign.id, 0);
    expect(await standing(enrolmentId)).toMatchObject({ state: 'paused', reason: 'group_session' });
    const [event] = await app.sql('SELECT what FROM enrolment_event WHERE enrolment_id = $1 ORDER BY id DESC LIMIT 1', [
      enrolmentId,
    ]);
    expect(event).toEqual({ what: 'escalated' });
  });
});

describe('what somebody risks personally', () => {
  let at: Group;
  let conversationId: string;

  beforeAll(async () => {
    at = await group(['Maria Anders']);
    const { body } = await nancy.post(
      '/group-conversations',
      talk(at, [
        curious(at.people[0]!.enrolmentId, {
          risks: [
            { kind: 'career_financial', impact: 3, words: SECRET, eases: SECRET },
            { kind: 'performance', impact: 1, words: 'late refills' },
          ],
          objections: [{ code: 'risk_personal', underlying: SECRET }, { code: 'budget' }],
          verbatim: `He ${SECRET}.`,
        }),
      ]),
    );
    conversationId = body.participants[0].conversationId;
  });

  test('is read by the rep of the organization, and by the covering rep during the cover', async () => {
    const mine = await mapOf(nancy, at);
    expect(mine.personalShown).toBe(true);
    expect(mine.people[0].risks.map(({ kind }: Json) => kind)).toEqual(['career_financial', 'performance']);
    expect(mine.people[0].objections[0]).toMatchObject({ code: 'risk_personal', verbatim: `He ${SECRET}.` });
    const window = ['-1 day', '1 day'];
    await app.sql(
      'INSERT INTO absence (user_id, cover_id, starts_at, ends_at) VALUES ($1, $2, app_now() + $3::interval, app_now() + $4::interval)',
      [nancy.id, janet.id, ...window],
    );
    expect((await mapOf(janet, at)).people[0].risks).toHaveLength(2);
    await app.sql('DELETE FROM absence');
    expect((await mapOf(janet, at)).people[0].risks).toHaveLength(1);
  });

  test('managers read what is shared with them, and only that', async () => {
    expect(JSON.stringify(await mapOf(steven, at))).not.toContain(SECRET);
    await app.sql('UPDATE stakeholder_risk SET shared = true WHERE conversation_id = $1', [conversationId]);
    const risks = (await mapOf(steven, at)).people[0].risks as Json[];
    expect(risks.map(({ kind }) => kind)).toContain('career_financial');
    expect((await mapOf(admin, at)).people[0].risks).toHaveLength(1);
    await app.sql('UPDATE stakeholder_risk SET shared = false');
  });

  test('is eased, or shown to managers, by the rep of the organization, and both can be taken back', async () => {
    const of = async (who: Person, kind: string): Promise<Json> =>
      (await mapOf(who, at)).people[0].risks.find((each: Json) => each.kind === kind);
    const fear = await of(nancy, 'career_financial');
    expect(fear).toMatchObject({ easedAt: null, easedBy: null, shared: false, mayShare: true, revision: 1 });
    const put = (who: Person, body: object, revision = 1, id = fear.id as string) =>
      who.patch(`/organizations/${at.organizationId}/risks/${id}`, body, { 'if-match': `"${revision}"` });

    // whoever may not read it is told what somebody is told who asks for a row that never was
    for (const who of [janet, steven]) {
      const refused = await put(who, { eased: true });
      const unknown = await put(who, { eased: true }, 1, at.organizationId);
      expect([refused.status, refused.body.code]).toEqual([404, 'risk_not_found']);
      expect({ ...refused.body, instance: null }).toEqual({ ...unknown.body, instance: null });
    }
    for (const who of [admin, andrew]) expect((await put(who, { eased: true })).status).toBe(403);

    const shown = await put(nancy, { shared: true });
    expect(shown).toMatchObject({ status: 200, body: { shared: true, easedAt: null, revision: 2 } });
    expect(Object.keys(shown.body).toSorted()).toEqual(['easedAt', 'id', 'revision', 'shared']);
    expect(await of(steven, 'career_financial')).toMatchObject({ shared: true, mayShare: false });
    // a manager who reads it says that it is eased, and not who else reads it
    expect(await put(steven, { shared: false }, 2)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'shared' }] },
    });
    expect((await put(steven, { eased: true }, 2)).status).toBe(200);
    const eased = await of(nancy, 'career_financial');
    expect(eased).toMatchObject({ easedBy: 'Steven Buchanan', revision: 3 });
    expect(eased.easedAt).not.toBeNull();
    // what weighs no more stands last
    expect((await mapOf(nancy, at)).people[0].risks.map(({ kind }: Json) => kind)).toEqual([
      'performance',
      'career_financial',
    ]);

    const stale = await put(nancy, { shared: false }, 1);
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_edit']);
    expect(JSON.stringify(stale.body)).not.toMatch(/lose his job|career/);
    expect((await put(nancy, { shared: false, eased: false }, 3)).body).toMatchObject({ shared: false, easedAt: null });
    expect(await of(nancy, 'career_financial')).toMatchObject({ easedAt: null, easedBy: null, revision: 4 });
    expect(await of(steven, 'career_financial')).toBeUndefined();
    await app.sql('UPDATE stakeholder_risk SET revision = 1 WHERE conversation_id = $1', [conversationId]);
  });

  test('leaves a trail of who eased or showed it and when, without a word of what it is', async () => {
    const [{ id }] = (await app.sql('SELECT id FROM stakeholder_risk WHERE conversation_id = $1 AND personal', [
      conversationId,
    ])) as [Json];
    const entries = (await admin.get(`/audit-entries?entity=stakeholder_risk&entityId=${id}&sort=id`)).body
      .items as Json[];
    const told = entries.map(({ actor, after }) => [actor, Object.keys(after as object).toSorted()]);
    expect(told).toEqual(
      expect.arrayContaining([
        [nancy.id, ['shared']],
        [steven.id, ['eased_at', 'eased_by']],
      ]),
    );
    expect(JSON.stringify(entries)).not.toMatch(/lose his job|career|personal/);
  });

  test('a risk of the organization is eased by its people, and is no secret', async () => {
    const risk = (await mapOf(andrew, at)).people[0].risks[0];
    expect(risk).toMatchObject({ kind: 'performance', mayShare: false });
    const put = (who: Person, body: object) =>
      who.patch(`/organizations/${at.organizationId}/risks/${risk.id}`, body, { 'if-match': `"${risk.revision}"` });
    expect((await put(janet, { eased: true })).status).toBe(403);
    expect((await put(nancy, { shared: true })).body.errors[0].message).toMatch(/no personal risk/);
    expect((await put(nancy, { eased: true })).status).toBe(200);
    expect((await mapOf(andrew, at)).people[0].risks[0]).toMatchObject({ easedBy: 'Nancy Davolio', shared: false });
  });

  test('reaches nobody else by any path, and no file', async () => {
    const { organizationId } = at;
    const { contactId, enrolmentId } = at.people[0]!;
    const paths = [
      `/organizations/${organizationId}/buyer-map`,
      `/conversations/${conversationId}`,
      `/conversations?organizationId=${organizationId}`,
      `/conversations?organizationId=${organizationId}&format=csv`,
      `/conversations?organizationId=${organizationId}&format=ndjson`,
      `/group-conversations?organizationId=${organizationId}`,
      `/group-conversations?organizationId=${organizationId}&format=csv`,
      `/contacts/${contactId}`,
      `/contacts?organizationId=${organizationId}`,
      `/enrolments/${enrolmentId}/events`,
      `/theme-suggestions?propositionId=${campaign.propositionId}`,
      `/scoreboard?versionId=${campaign.versionId}`,
      `/suppressions`,
    ];
    for (const who of [janet, steven, admin, andrew])
      for (const path of paths) {
        const { status, body } = await who.get(path);
        expect([path, status < 300 || status === 403 || status === 404]).toEqual([path, true]);
        expect(JSON.stringify(body)).not.toMatch(/lose his job|career_financial/);
      }
    for (const path of ['/audit-entries?limit=200', `/contacts/${contactId}/data`])
      expect(JSON.stringify((await admin.get(path)).body)).not.toMatch(/lose his job|career_financial/);
    for (const format of ['csv', 'ndjson'])
      expect(
        JSON.stringify((await nancy.get(`/conversations?organizationId=${organizationId}&format=${format}`)).body),
      ).not.toMatch(/lose his job|risk_personal/);
    const told = await tell(app.source, 'conversation', [conversationId]);
    expect(JSON.stringify([...told.values()])).not.toMatch(/lose his job|risk_personal/);
    const answers = await app.sql('SELECT to_jsonb(k) AS row FROM idempotency_key k');
    expect(JSON.stringify(answers)).not.toContain(SECRET);
  });

  test('nor by a theme that collects it, which counts it still', async () => {
    const { body } = await andrew.post('/themes', {
      versionId: campaign.versionId,
      title: 'Personal risk',
      objection: 'risk_personal',
    });
    const { status, body: theme } = await andrew.get(`/themes/${body.id}`);
    expect(status).toBe(200);
    expect(theme.n).toBe(1);
    expect([theme.accounts, theme.verbatims]).toEqual([[], []]);
  });

  test('nor by looking for it', async () => {
    const seek = async (who: Person, query: string): Promise<number> =>
      (await who.get(`/conversations?organizationId=${at.organizationId}&${query}`)).body.items.length;
    expect(await seek(nancy, 'objection=risk_personal')).toBe(1);
    for (const who of [janet, steven, admin, andrew]) {
      expect(await seek(who, 'objection=risk_personal')).toBe(0);
      expect(await seek(who, 'q=job')).toBe(0);
      const counted = await who.get(`/conversations?organizationId=${at.organizationId}&count=objection`);
      expect(JSON.stringify(counted.body)).not.toContain('risk_personal');
    }
    expect((await andrew.get(`/conversations/${conversationId}`)).body.objections).toEqual([
      { code: 'budget', underlying: null, verbatim: null },
    ]);
  });

  test('goes when the person is erased, and the risk of the organization stays as a code', async () => {
    const { contactId } = at.people[0]!;
    await nancy.put(
      `/organizations/${at.organizationId}/buying-plans/${campaign.propositionId}`,
      {
        wantedBy: '2099-01-01',
        source: 'buyer_said',
        prerequisites: [{ key: 'a', title: 'Maria Anders signs', leadDays: 3 }],
      },
      { 'if-match': '"0"' },
    );
    expect((await admin.post(`/contacts/${contactId}/erasure`, { reason: 'asked' })).status).toBe(201);
    const left = await app.sql('SELECT kind, words, eases FROM stakeholder_risk WHERE contact_id = $1', [contactId]);
    expect(left).toEqual([{ kind: 'performance', words: null, eases: null }]);
    const words = await app.sql(
      "SELECT (SELECT string_agg(prerequisites::text, '') FROM buying_plan WHERE organization_id = $1) AS plan, (SELECT string_agg(a::text, '') FROM audit_entry a WHERE entity = 'buying_plan' AND entity_id = $1::text) AS trail",
      [at.organizationId],
    );
    expect(JSON.stringify(words)).not.toMatch(/Maria|Anders/);
  });
});

describe('the plan back from the buyer’s day', () => {
  const day = (inDays: number) => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
  const save = (who: Person, at: Group, body: Json, revision = 0) =>
    who.put(`/organizations/${at.organizationId}/buying-plans/${campaign.propositionId}`, body, {
      'if-match': `"${revision}"`,
    });
  const steps = [
    { key: 'contract', title: 'Contract signed', leadDays: 30, after: [] },
    { key: 'interface', title: 'Interface', leadDays: 60, after: ['contract'], disrupts: 'the stock planners' },
  ];

  test('says that a day cannot hold, and what makes it so', async () => {
    const at = await group(['Maria Anders']);
    const { body } = await save(nancy, at, { wantedBy: day(60), source: 'buyer_said', prerequisites: steps });
    expect(body).toMatchObject({
      feasible: false,
      daysShort: 30,
      blockedBy: 'contract',
      revision: 1,
      criticalChain: ['contract', 'interface'],
    });
    expect((await mapOf(andrew, at)).plan.prerequisites[1]).toMatchObject({
      disrupts: 'the stock planners',
      slack: -30,
    });
    const later = await save(nancy, at, { wantedBy: day(100), source: 'rep_guessed', prerequisites: steps }, 1);
    expect(later.body).toMatchObject({ feasible: true, blockedBy: null, revision: 2 });
    expect((await save(nancy, at, { wantedBy: day(1), source: 'rep_guessed', prerequisites: [] }, 1)).status).toBe(409);
  });

  test('refuses a circle in one clear sentence, and strangers', async () => {
    const at = await group(['Maria Anders']);
    const circle = steps.map((each) => ({ ...each, after: [each.key === 'contract' ? 'interface' : 'contract'] }));
    const { status, body } = await save(nancy, at, {
      wantedBy: day(9),
      source: 'buyer_said',
      prerequisites: circle,
    });
    expect([status, body.errors[0].code]).toEqual([422, 'cycle']);
    expect(body.detail).toContain('wait for each other');
    const plan = { wantedBy: day(9), source: 'buyer_said', prerequisites: [] };
    expect((await save(janet, at, plan)).status).toBe(403);
    expect((await save(admin, at, plan)).status).toBe(403);
    expect(await app.sql('SELECT 1 FROM buying_plan WHERE organization_id = $1', [at.organizationId])).toEqual([]);
  });

  test.each(["'; DROP TABLE contact; --", '{{ 7*7 }}', '<script>alert(1)</script>', '=cmd()', '𝕏'])(
    'hostile words are words: %s',
    async (words) => {
      const at = await group(['Maria Anders']);
      const risks = [{ kind: 'financial', impact: 1, words, eases: words }];
      const { status } = await nancy.post(
        '/group-conversations',
        talk(at, [curious(at.people[0]!.enrolmentId, { risks })], { note: words }),
      );
      expect(status).toBe(201);
      expect((await mapOf(nancy, at)).people[0].risks[0]).toMatchObject({ words, eases: words });
      for (const bad of ['x', "' OR 1=1", '00000000-0000-0000-0000-000000000000'])
        expect((await nancy.get(`/organizations/${encodeURIComponent(bad)}/buyer-map`)).status).toBeGreaterThan(399);
    },
  );
});
