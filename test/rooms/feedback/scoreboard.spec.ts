import { rate } from '../../../libs/statistics/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { Rows } from '../work/work.rows.js';

let app: Installation;
let rows: Rows;
let executive: Person;
let manager: Person;
let nancy: Person;
let andrew: Person;

beforeAll(async () => {
  app = await Installation.open();
  rows = new Rows(app);
  executive = await app.as('executive', 'management');
  manager = await app.as('manager', 'sales');
  nancy = await app.as('rep', 'sales', 'Nancy Davolio');
  andrew = await app.as('rep', 'sales', 'Andrew Fuller');
});
afterAll(() => app.close());

type Campaign = Awaited<ReturnType<Rows['campaign']>>;

interface Facts {
  industry?: string;
  role?: string;
  rep?: Person | null;
  disposition?: string;
  interest?: string;
  objections?: string[];
  verbatim?: string;
  step?: string;
  competitor?: string;
  seconds?: number;
  hoursAgo?: number;
  recordedHoursAgo?: number;
  simulated?: boolean;
  /** an organization that is there already */
  at?: string;
}

/** An enrolment of the campaign, with nothing heard yet. */
async function silent(campaign: Campaign, facts: Facts & { holdOut?: boolean } = {}) {
  const organizationId = facts.at ?? (await rows.organization(undefined, { industry: facts.industry ?? 'Food' }));
  const contactId = await rows.contact(organizationId);
  const role = facts.role ?? 'decision_maker';
  const enrolmentId = await rows.enrolment(campaign.id, contactId, organizationId, {
    role,
    holdOut: facts.holdOut ?? false,
  });
  return { organizationId, contactId, enrolmentId };
}

async function sent(campaign: Campaign, facts: Facts = {}) {
  const who = await silent(campaign, facts);
  await app.sql(
    "INSERT INTO dispatch (enrolment_id, campaign_id, contact_id, organization_id, step_key, state) VALUES ($1, $2, $3, $4, 'mail', 'sent')",
    [who.enrolmentId, campaign.id, who.contactId, who.organizationId],
  );
  return who;
}

/** An enrolment with a conversation; returns the conversation. */
async function said(campaign: Campaign, facts: Facts, who?: Awaited<ReturnType<typeof silent>>): Promise<string> {
  const { organizationId, contactId, enrolmentId } = who ?? (await silent(campaign, facts));
  const rep = facts.rep === undefined ? nancy : facts.rep;
  if (rep) await app.sql('INSERT INTO ownership VALUES ($1, $2) ON CONFLICT DO NOTHING', [organizationId, rep.id]);
  const [{ id }] = (await app.sql(
    `INSERT INTO conversation (version_id, campaign_id, enrolment_id, organization_id, contact_id, rep_id, source, step_key, role, disposition, sentiment,
        interest, verbatim, seconds, simulated, occurred_at, recorded_at, competitor)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'neutral', $11, $12, $13, $14, app_now() - make_interval(hours => $15), app_now() - make_interval(hours => $16), $17)
     RETURNING id`,
    [
      campaign.versionId,
      campaign.id,
      enrolmentId,
      organizationId,
      contactId,
      rep?.id ?? null,
      rep ? 'rep' : 'response_page',
      facts.step ?? 'first_call',
      facts.role ?? 'decision_maker',
      facts.disposition ?? 'connected_not_interested',
      facts.interest ?? 'unknown',
      facts.verbatim ?? null,
      facts.seconds ?? null,
      facts.simulated ?? false,
      facts.hoursAgo ?? 0,
      facts.recordedHoursAgo ?? facts.hoursAgo ?? 0,
      facts.competitor ?? null,
    ],
  )) as [{ id: string }];
  for (const code of facts.objections ?? [])
    await app.sql('INSERT INTO objection (conversation_id, version_id, code) VALUES ($1, $2, $3)', [
      id,
      campaign.versionId,
      code,
    ]);
  return id;
}

const board = async (campaign: Campaign, filter = ''): Promise<Json> => {
  const { status, body } = await executive.get(`/versions/${campaign.versionId}/scoreboard${filter}`);
  expect(status).toBe(200);
  return body;
};
const counts = (stages: Json[], name: string) =>
  Object.fromEntries(stages.map((each) => [each[name], `${each.successes}/${each.n}`]));
const minimum = (value: number) =>
  app.sql("INSERT INTO setting (key, value) VALUES ('minimumSample', $1) ON CONFLICT (key) DO UPDATE SET value = $1", [
    JSON.stringify(value),
  ]);

describe('the scoreboard', () => {
  let campaign: Campaign;

  beforeAll(async () => {
    campaign = await rows.campaign(manager.id);
    await silent(campaign);
    await silent(campaign, { holdOut: true });
    await sent(campaign);
    await said(campaign, { disposition: 'no_answer' });
    await said(campaign, {
      interest: 'none',
      objections: ['budget', 'trust'],
      verbatim: 'No money.',
      role: 'economic_buyer',
      seconds: 10,
      hoursAgo: 10,
      recordedHoursAgo: 4,
    });
    await said(campaign, {
      interest: 'aware',
      objections: ['trust'],
      role: 'economic_buyer',
      rep: andrew,
      industry: 'Retail',
      seconds: 30,
    });
    await said(campaign, {
      interest: 'curious',
      disposition: 'connected_interested',
      role: 'end_user',
      rep: andrew,
      seconds: 20,
    });
    await said(campaign, {
      interest: 'commits_next_step',
      disposition: 'connected_meeting_set',
      step: 'second_call',
      simulated: true,
    });
    await said(campaign, {
      rep: null,
      disposition: 'connected_not_a_fit',
      objections: ['no_need'],
      verbatim: 'Not for us.',
    });
    // one person twice: what was said last counts
    const twice = await silent(campaign);
    await said(campaign, { interest: 'active', disposition: 'connected_callback', hoursAgo: 5 }, twice);
    await said(campaign, { interest: 'aware', disposition: 'connected_callback', hoursAgo: 1 }, twice);
  });
  beforeEach(() => minimum(5));

  test('counts people from enrolled to the next step, once each', async () => {
    const { enrolled, heldOut, funnel, interest } = await board(campaign);
    expect({ enrolled, heldOut }).toEqual({ enrolled: 9, heldOut: 1 });
    expect(counts(funnel, 'stage')).toEqual({
      reached: '8/9',
      conversed: '6/8',
      aware: '4/6',
      curious: '2/6',
      active: '1/6',
      commits_next_step: '1/6',
    });
    expect(counts(interest, 'interest')).toEqual({
      none: '1/6',
      aware: '2/6',
      curious: '1/6',
      active: '0/6',
      commits_next_step: '1/6',
      unknown: '1/6',
    });
    expect(funnel[1]).toEqual({ stage: 'conversed', of: 'reached', ...rate(6, 8, 5) });
  });

  test('counts objections as a share of conversations, by role, industry, rep and step', async () => {
    const { conversations, objections, objectionsBy } = await board(campaign);
    expect(conversations).toBe(7);
    expect(counts(objections, 'objection')).toEqual({ trust: '2/7', budget: '1/7', no_need: '1/7' });
    const by = (dimension: string) =>
      objectionsBy[dimension].map((each: Json) => `${each.label} ${each.objection} ${each.successes}/${each.n}`).sort();
    expect(by('role')).toEqual(['decision_maker no_need 1/4', 'economic_buyer budget 1/2', 'economic_buyer trust 2/2']);
    expect(by('industry')).toEqual(['Food budget 1/6', 'Food no_need 1/6', 'Food trust 1/6', 'Retail trust 1/1']);
    expect(by('rep')).toEqual([
      'Andrew Fuller trust 1/2',
      'Nancy Davolio budget 1/4',
      'Nancy Davolio trust 1/4',
      'none no_need 1/1',
    ]);
    expect(by('step')).toEqual(['first_call budget 1/6', 'first_call no_need 1/6', 'first_call trust 2/6']);
  });

  test('narrows to a role, an industry, a rep, a step or a campaign', async () => {
    const enrolledIn = async (filter: string) => (await board(campaign, filter)).enrolled;
    const conversationsIn = async (filter: string) => (await board(campaign, filter)).conversations;
    expect([await enrolledIn('?role=economic_buyer'), await conversationsIn('?role=economic_buyer')]).toEqual([2, 2]);
    expect([await enrolledIn('?industry=retail'), await conversationsIn('?industry=retail')]).toEqual([1, 1]);
    expect([await enrolledIn(`?repId=${andrew.id}`), await conversationsIn(`?repId=${andrew.id}`)]).toEqual([2, 2]);
    expect(counts((await board(campaign, '?step=second_call')).funnel, 'stage')).toMatchObject({
      reached: '1/9',
      conversed: '1/1',
    });
    expect(await enrolledIn(`?campaignId=${campaign.id}`)).toBe(9);
    expect(await enrolledIn(`?campaignId=${nancy.id}`)).toBe(0);
    expect((await executive.get(`/versions/${campaign.versionId}/scoreboard?role=king`)).status).toBe(422);
    expect((await executive.get(`/versions/${nancy.id}/scoreboard`)).body.code).toBe('version_not_found');
  });

  test('hides every rate whose sample is too small, and shows how small it is', async () => {
    await minimum(8);
    const { funnel, objections, quality, minimumSample } = await board(campaign);
    expect(minimumSample).toBe(8);
    expect(funnel[0]).toEqual({ stage: 'reached', of: 'enrolled', ...rate(8, 9, 8) });
    expect(funnel[0].shown).toBe(true);
    expect(funnel[2]).toEqual({ stage: 'aware', of: 'conversed', n: 6, successes: 4, shown: false });
    expect(objections.every((each: Json) => !each.shown && each.rate === undefined)).toBe(true);
    expect(quality).toEqual({ n: 7, successes: 2, shown: false });
  });

  test('tells how complete the records are, what logging costs, and that some are simulated', async () => {
    const { quality, logging, simulated, label, latency } = await board(campaign);
    expect(quality).toEqual(rate(2, 7, 5));
    expect(logging).toEqual({ n: 3, median: 20 });
    expect({ simulated, label }).toEqual({ simulated: 1, label: '1 of 8 conversations come from a simulated market.' });
    expect(latency[0]).toMatchObject({ leg: 'recorded', n: 8, median: 0 });
    expect(latency[0].p90).toBeCloseTo(0.3 * 6, 3);
    expect(latency.slice(1)).toEqual(
      ['seen', 'decided', 'live'].map((leg) => ({ leg, n: 0, median: null, p90: null })),
    );
  });

  test('of a version of which nothing was heard is empty, and not an error', async () => {
    const quiet = await rows.campaign(manager.id);
    const { enrolled, funnel, objections, label } = await board(quiet);
    expect({ enrolled, objections, label }).toEqual({ enrolled: 0, objections: [], label: null });
    expect(funnel[0]).toEqual({ stage: 'reached', of: 'enrolled', n: 0, successes: 0, shown: false });
  });
});

describe('the filter over all numbers', () => {
  let campaign: Campaign;
  const listed = async (filter: string): Promise<Json[]> =>
    (await executive.get(`/conversations?versionId=${campaign.versionId}&${filter}`)).body.items;

  beforeAll(async () => {
    await minimum(5);
    campaign = await rows.campaign(manager.id);
    const first = await silent(campaign, { industry: 'Retail' });
    await said(campaign, { interest: 'active', competitor: 'Stockwise', objections: ['trust'], hoursAgo: 50 }, first);
    await said(campaign, { interest: 'aware', competitor: 'stockwise', verbatim: 'We have one.', hoursAgo: 2 }, first);
    await said(campaign, { disposition: 'connected_interested', interest: 'curious', competitor: 'Stockwise' });
    await said(campaign, { disposition: 'no_answer', competitor: 'Stockwise' });
  });

  test('tells what came of it where a competitor was named', async () => {
    const { competitors } = await board(campaign);
    expect(competitors).toEqual([
      { competitor: 'Stockwise', disposition: 'connected_not_interested', n: 3, successes: 2, shown: false },
      { competitor: 'Stockwise', disposition: 'connected_interested', n: 3, successes: 1, shown: false },
    ]);
  });

  test('narrows to a period, for people as for conversations', async () => {
    const [{ day }] = (await app.sql("SELECT app_now() - interval '24 hours' AS day")) as [{ day: Date }];
    const from = day.toISOString();
    const recent = await board(campaign, `?from=${from}`);
    expect({ conversations: recent.conversations, objections: recent.objections }).toEqual({
      conversations: 2,
      objections: [],
    });
    const before = await board(campaign, `?to=${from}`);
    expect({ conversations: before.conversations, reached: before.funnel[0].successes }).toEqual({
      conversations: 1,
      reached: 1,
    });
    expect((await executive.get(`/versions/${campaign.versionId}/scoreboard?from=yesterday`)).status).toBe(422);
  });

  test('opens the conversations behind each number', async () => {
    expect(await listed('connected=true')).toHaveLength(3);
    expect(await listed('connected=true&industry=retail')).toHaveLength(2);
    expect((await listed('latest=true&interest=active')).length).toBe(0);
    expect(await listed('latest=true&interest=aware')).toMatchObject([{ quote: 'We have one.', rep: 'Nancy Davolio' }]);
    expect(await listed('competitor=STOCKWISE&disposition=connected_interested')).toHaveLength(1);
    expect(await listed('quoted=true')).toHaveLength(1);
    expect(await listed('objection=trust')).toMatchObject([{ objections: ['trust'], role: 'decision_maker' }]);
  });

  test('opens the people behind each number of the funnel, whatever it is narrowed to', async () => {
    await silent(campaign, { holdOut: true });
    await sent(campaign, { industry: 'Retail', role: 'economic_buyer' });
    const from = new Date(Date.now() - 24 * 3_600_000).toISOString();
    for (const [narrowed, same] of [
      [''],
      [`campaignId=${campaign.id}`],
      ['role=economic_buyer'],
      ['industry=retail'],
      [`repId=${nancy.id}`],
      ['step=mail'],
      ['step=nowhere'],
      ['step=mail,nowhere'],
      [`from=${from}`, `at.from=${from}`],
      [`to=${from}`, `at.to=${from}`],
    ] as const) {
      const told = await board(campaign, `?${narrowed}`);
      const counts = { enrolled: told.enrolled, held_out: told.heldOut };
      for (const { stage, successes } of told.funnel.slice(0, 2)) Object.assign(counts, { [stage]: successes });
      for (const [countedAs, n] of Object.entries(counts)) {
        const { body } = await executive.get(
          `/scoreboard/people?versionId=${campaign.versionId}&limit=500&count=&countedAs=${countedAs}&${same ?? narrowed}`,
        );
        expect({ narrowed, countedAs, n: body.counts.total, listed: body.items.length }).toEqual({
          narrowed,
          countedAs,
          n,
          listed: n,
        });
      }
    }
    const reached = await executive.get(
      `/scoreboard/people?versionId=${campaign.versionId}&countedAs=reached&role=economic_buyer`,
    );
    expect(reached.body.items).toMatchObject([
      { role: 'economic_buyer', campaign: expect.any(String), holdOut: false },
    ]);
    expect((await executive.get(`/scoreboard/people?versionId=${campaign.versionId}&countedAs=everybody`)).status).toBe(
      422,
    );
  });
});

describe('results', () => {
  const of = async (propositionId: string): Promise<Json[]> => {
    const { status, body } = await executive.get(`/results?propositionId=${propositionId}`);
    expect(status).toBe(200);
    return body.items;
  };
  let campaign: Campaign;

  beforeAll(async () => {
    await minimum(5);
    campaign = await rows.campaign(manager.id);
    await app.sql(
      "UPDATE campaign SET state = 'running', enrolled_at = app_now(), hold_out_until = app_now() + interval '9 days' WHERE id = $1",
      [campaign.id],
    );
    for (let i = 0; i < 12; i++) await silent(campaign, { holdOut: true });
    for (let i = 0; i < 12; i++)
      await said(campaign, { disposition: 'connected_interested', interest: 'active', simulated: i === 0 });
  });

  test('stand beside those whom nobody wrote to, and say what can be told', async () => {
    const [one] = await of(campaign.propositionId);
    expect(one).toMatchObject({ number: 1, enrolled: 12, heldOut: 12, simulated: 1 });
    expect(one!.measures.map((each: Json) => `${each.measure} ${each.successes}/${each.n}`)).toEqual([
      'reached 12/12',
      'conversed 12/12',
      'interested 12/12',
      'commits_next_step 0/12',
    ]);
    expect(one!.arms.map((each: Json) => `${each.arm} ${each.successes}/${each.n}`)).toEqual([
      'treated 12/12',
      'hold_out 0/12',
    ]);
    // the campaign still runs: only what 99.9 % leaves counts
    expect(one!.compared).toMatchObject([
      { against: 'hold_out', finding: 'better', interim: true, confidence: 0.999, difference: 1, n: 12 },
    ]);
  });

  test('count each organization once against the hold-out, because whole organizations were drawn and colleagues answer alike', async () => {
    const crowded = await rows.campaign(manager.id);
    for (let i = 0; i < 6; i++) {
      const first = await silent(crowded, { holdOut: i < 3 });
      for (let n = 0; n < 4; n++) {
        const who = n === 0 ? first : await silent(crowded, { holdOut: i < 3, at: first.organizationId });
        if (i === 5) await said(crowded, { disposition: 'connected_interested', interest: 'curious' }, who);
      }
    }
    const [one] = await of(crowded.propositionId);
    expect(one!.measures.find((each: Json) => each.measure === 'interested')).toMatchObject({ successes: 4 });
    expect(one!.arms.map((each: Json) => `${each.arm} ${each.successes}/${each.n}`)).toEqual([
      'treated 1/3',
      'hold_out 0/3',
    ]);
  });

  test('compare two versions by organization too: four colleagues who agree are one answer', async () => {
    const first = await rows.campaign(manager.id);
    const second = await rows.campaign(manager.id);
    await app.asOwner('ALTER TABLE proposition_version DISABLE TRIGGER USER');
    await app.sql("UPDATE proposition_version SET state = 'superseded' WHERE id = $1", [first.versionId]);
    await app.sql('UPDATE proposition_version SET proposition_id = $2, number = 2 WHERE id = $1', [
      second.versionId,
      first.propositionId,
    ]);
    await app.asOwner('ALTER TABLE proposition_version ENABLE TRIGGER USER');
    for (const one of [first, second])
      for (let i = 0; i < 5; i++) {
        const enrolment = await sent(one);
        for (let n = 0; n < 3; n++) await sent(one, { at: enrolment.organizationId });
        if (one === second && i === 0)
          for (let n = 0; n < 4; n++) {
            const who = await silent(one, { at: enrolment.organizationId });
            await said(one, { disposition: 'connected_interested', interest: 'curious' }, who);
          }
      }
    const [newest] = await of(first.propositionId);
    expect(newest!.measures.find((each: Json) => each.measure === 'interested')).toMatchObject({ successes: 4, n: 24 });
    const [compared] = newest!.compared;
    expect(compared).toMatchObject({ against: 'previous', version: 1, n: 5 });
    expect(compared.difference).toBeCloseTo(1 / 5, 6);
  });

  test('say nothing where there are too few, and nothing better where nothing is', async () => {
    await minimum(30);
    expect((await of(campaign.propositionId))[0]!.compared[0]).toEqual({
      against: 'hold_out',
      finding: 'too_few',
      interim: true,
      confidence: 0.999,
      n: 12,
      version: null,
    });
    await minimum(5);
    const even = await rows.campaign(manager.id);
    for (let i = 0; i < 6; i++) await silent(even, { holdOut: i < 3 });
    for (let i = 0; i < 6; i++) {
      const who = await silent(even, { holdOut: i < 3 });
      await said(even, { rep: null, disposition: 'connected_interested', interest: 'curious' }, who);
    }
    expect((await of(even.propositionId))[0]!.compared[0]).toMatchObject({ finding: 'no_difference', n: 6 });
  });

  test('show how a rate settles, from the sample on at which it may be shown', async () => {
    const own = await rows.campaign(manager.id);
    for (let day = 3; day >= 0; day--)
      for (let i = 0; i < 2; i++)
        await said(own, {
          disposition: 'connected_interested',
          interest: i === 0 ? 'active' : 'none',
          hoursAgo: day * 24,
        });
    const { body } = await executive.get(`/versions/${own.versionId}/trend`);
    expect(body.period).toBe('day');
    expect(body.points.map((each: Json) => [each.successes, each.n, each.shown])).toEqual([
      [1, 2, false],
      [2, 4, false],
      [3, 6, true],
      [4, 8, true],
    ]);
  });
});

describe('the verdict of day 28', () => {
  let campaign: Campaign;
  const judged = async (): Promise<Json> => {
    const { status, body } = await executive.get(`/campaigns/${campaign.id}/verdict`);
    expect(status).toBe(200);
    return body;
  };
  const launched = (days: number) =>
    app.sql(
      "UPDATE campaign SET launched_at = app_now() - make_interval(days => $2), hold_out_until = app_now() + interval '60 days' WHERE id = $1",
      [campaign.id, days],
    );
  const promise = (measure: string, value: number) =>
    app.sql('UPDATE campaign SET target_measure = $2, target_value = $3 WHERE id = $1', [campaign.id, measure, value]);

  beforeAll(async () => {
    await minimum(5);
    campaign = await rows.campaign(manager.id);
    for (let i = 0; i < 6; i++) await silent(campaign, { holdOut: true });
    for (let i = 0; i < 6; i++) {
      const who = await sent(campaign);
      await app.sql("UPDATE dispatch SET sent_at = app_now() - interval '25 days' WHERE enrolment_id = $1", [
        who.enrolmentId,
      ]);
      // the last of them said so only after day 28
      const hoursAgo = i === 5 ? 24 : 24 * 20;
      const answered = {
        disposition: 'connected_meeting_set',
        interest: 'active',
        hoursAgo,
        rep: i < 2 ? null : nancy,
      };
      if (i > 0) await said(campaign, answered, who);
      if (i === 1)
        await app.sql('INSERT INTO buying_role (organization_id, contact_id, role, influence) VALUES ($1, $2, $3, 5)', [
          who.organizationId,
          who.contactId,
          'economic_buyer',
        ]);
    }
  });

  test('is open until then, and tells the day', async () => {
    await launched(3);
    await promise('access', 0.5);
    expect(await judged()).toMatchObject({ day: 4, days: 28, final: false, outcome: 'open' });
  });

  test('counts what was until that day and nothing after it, each with its sample', async () => {
    await launched(50);
    const { day, final, measures, lift, outcome } = await judged();
    expect({ day, final, outcome }).toEqual({ day: 28, final: true, outcome: 'missed' });
    expect(counts(measures, 'measure')).toEqual({
      coverage: '6/6',
      access: '0/6',
      influence: '0/0',
      early_conversion: '0/0',
      reply: '0/6',
      next_meeting: '0/0',
    });
    expect(lift).toMatchObject({ finding: 'no_difference', n: 6, confidence: 0.95 });
    await app.sql("UPDATE campaign SET launched_at = app_now() - interval '29 days 12 hours' WHERE id = $1", [
      campaign.id,
    ]);
    const later = await judged();
    expect(counts(later.measures, 'measure')).toEqual({
      coverage: '6/6',
      access: '4/6',
      influence: '1/4',
      early_conversion: '4/4',
      reply: '1/6',
      next_meeting: '4/4',
    });
    expect(later.measures.filter((each: Json) => !each.shown).map((each: Json) => each.measure)).toEqual([
      'influence',
      'early_conversion',
      'next_meeting',
    ]);
  });

  test('means by reached what the scoreboard means, and opens as many people: whose mail came back was not', async () => {
    const { measures, until } = await judged();
    const bounced = await sent(campaign);
    await app.sql("UPDATE dispatch SET state = 'bounced', sent_at = $2 WHERE enrolment_id = $1", [
      bounced.enrolmentId,
      until,
    ]);
    await app.sql('UPDATE enrolment SET first_touch_at = $2 WHERE id = $1', [bounced.enrolmentId, until]);
    const told = await judged();
    expect(counts(told.measures, 'measure')).toEqual({ ...counts(measures, 'measure'), coverage: '6/7' });
    const period = `campaignId=${campaign.id}`;
    const { enrolled, funnel: stages } = (
      await executive.get(`/versions/${campaign.versionId}/scoreboard?${period}&to=${until}`)
    ).body;
    expect({ enrolled, reached: stages[0].successes }).toEqual({ enrolled: 7, reached: 6 });
    const people = await executive.get(
      `/scoreboard/people?versionId=${campaign.versionId}&${period}&countedAs=reached&at.to=${until}&count=`,
    );
    expect(people.body.counts.total).toBe(6);
    await app.sql('DELETE FROM dispatch WHERE enrolment_id = $1', [bounced.enrolmentId]);
    await app.sql('DELETE FROM enrolment WHERE id = $1', [bounced.enrolmentId]);
  });

  test('opens the people behind each measure, and behind what it is a share of', async () => {
    const { measures, until } = await judged();
    const people = async (countedAs: string): Promise<Json[]> => {
      const asked = `versionId=${campaign.versionId}&campaignId=${campaign.id}&at.to=${until}&limit=500`;
      return (await executive.get(`/scoreboard/people?${asked}&countedAs=${countedAs}`)).body.items;
    };
    const opened: Record<string, string> = {};
    for (const [measure, of, counted] of [
      ['coverage', 'enrolled', 'reached'],
      ['access', 'reached', 'conversed'],
      ['early_conversion', 'conversed', 'interested'],
      ['reply', 'mailed', 'replied'],
      ['next_meeting', 'conversed', 'meeting'],
    ] as const)
      opened[measure] = `${(await people(counted)).length}/${(await people(of)).length}`;
    // influence is of organizations: one may have several
    const organizations = (all: Json[]) => new Set(all.map(({ organizationId }) => organizationId)).size;
    opened.influence = `${organizations(await people('influential'))}/${organizations(await people('conversed'))}`;
    expect(opened).toEqual(counts(measures, 'measure'));
  });

  test('says whether the target was met, and nothing where the sample is too small', async () => {
    expect((await judged()).outcome).toBe('met');
    await promise('access', 0.9);
    expect((await judged()).outcome).toBe('missed');
    await promise('early_conversion', 0.1);
    expect((await judged()).outcome).toBe('too_few');
    await promise('lift', 0.5);
    expect(await judged()).toMatchObject({ outcome: 'met', lift: { finding: 'better' } });
  });
});

describe('a theme', () => {
  let campaign: Campaign;
  let trusts: string[];

  beforeAll(async () => {
    await minimum(5);
    campaign = await rows.campaign(manager.id);
    trusts = [
      await said(campaign, { objections: ['trust'], verbatim: 'Who are you?', hoursAgo: 8, role: 'end_user' }),
      await said(campaign, {
        objections: ['trust', 'budget'],
        verbatim: 'Never heard of you.',
        hoursAgo: 6,
        simulated: true,
      }),
    ];
    for (let i = 0; i < 3; i++) await said(campaign, { objections: ['no_need'] });
    await said(campaign, { disposition: 'no_answer' });
  });

  const raise = (facts: object = {}) =>
    manager.post('/themes', {
      versionId: campaign.versionId,
      title: 'They do not know us',
      objection: 'trust',
      ...facts,
    });

  test('gathers what was said, with how many, how large a share, who, and in which words', async () => {
    const { status, body } = await raise();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      propositionId: campaign.propositionId,
      title: 'They do not know us',
      n: 2,
      share: rate(2, 5, 5),
      organizations: 2,
      simulated: 1,
      label: '1 of 2 conversations come from a simulated market.',
      firstSeenAt: null,
      decision: null,
      roles: [
        { role: 'decision_maker', n: 1 },
        { role: 'end_user', n: 1 },
      ],
      verbatims: [
        { text: 'Never heard of you.', simulated: true },
        { text: 'Who are you?', role: 'end_user', simulated: false },
      ],
    });
    expect(body.accounts).toHaveLength(2);
    expect((await nancy.get(`/themes?versionId=${campaign.versionId}&objection=trust`)).body.items[0]).toMatchObject({
      id: body.id,
      n: 2,
    });
  });

  test('takes the conversations that are named, or that fit a filter', async () => {
    expect((await raise({ conversationIds: [trusts[0]] })).body.n).toBe(1);
    expect((await raise({ filter: { role: 'end_user' } })).body.n).toBe(1);
    expect((await raise({ filter: { campaignId: campaign.id } })).body.n).toBe(6);
  });

  test('rests on at least one conversation, and all of them about its version', async () => {
    const other = await said(await rows.campaign(manager.id), { objections: ['trust'] });
    const before = (await app.sql('SELECT count(*) FROM theme'))[0];
    for (const [facts, code] of [
      [{ objection: undefined }, 'theme_empty'],
      [{ objection: 'contract_terms' }, 'theme_empty'],
      [{ conversationIds: [] }, 'theme_empty'],
      [{ conversationIds: [trusts[0], other] }, 'theme_mixed'],
      [{ versionId: nancy.id }, 'version_not_found'],
      [{ objection: 'money' }, 'validation_failed'],
    ] as const)
      expect((await raise(facts)).body.code).toBe(code);
    expect((await app.sql('SELECT count(*) FROM theme'))[0]).toEqual(before);
  });

  test('is noted when an executive reads it first, and decided on once, with owner and day', async () => {
    const { id } = (await raise()).body;
    await manager.get(`/themes/${id}`);
    expect((await manager.get(`/themes/${id}`)).body.firstSeenAt).toBeNull();
    const seen = await executive.get(`/themes/${id}`);
    expect(seen.headers.etag).toBe('"1"');
    expect(seen.body.firstSeenAt).not.toBeNull();
    await app.travel(3);
    expect((await executive.get(`/themes/${id}`)).body.firstSeenAt).toBe(seen.body.firstSeenAt);
    const decision = { decision: 'change', ownerId: manager.id, dueOn: '2031-02-28', note: 'name three references' };
    const path = `/themes/${id}/decision`;
    const match = { 'if-match': '"1"' };
    expect((await manager.put(path, decision, match)).body.code).toBe('role_not_allowed');
    expect((await executive.put(path, decision)).status).toBe(428);
    for (const bad of [
      { dueOn: '2031-02-29' },
      { ownerId: id },
      { decision: 'maybe' },
      { dueOn: undefined },
      { ownerId: undefined },
    ])
      expect((await executive.put(path, { ...decision, ...bad }, match)).status).toBe(422);
    const both = await Promise.all([
      executive.put(path, decision, match),
      executive.put(path, { ...decision, decision: 'keep' }, match),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 200)!.body).toMatchObject({
      revision: 2,
      ownerId: manager.id,
      dueOn: '2031-02-28',
      decidedBy: executive.id,
    });
    expect((await executive.put(`/themes/${manager.id}/decision`, decision, match)).body.code).toBe('theme_not_found');
    await app.travel(-3);
  });

  test('measures how long feedback takes until it is seen, decided, and live', async () => {
    const own = await rows.campaign(manager.id);
    await said(own, { objections: ['trust'], hoursAgo: 6, recordedHoursAgo: 5 });
    const { id } = (await manager.post('/themes', { versionId: own.versionId, title: 'Trust', objection: 'trust' }))
      .body;
    await app.sql("UPDATE theme SET first_seen_at = app_now() - interval '3 hours' WHERE id = $1", [id]);
    await executive.put(
      `/themes/${id}/decision`,
      { decision: 'change', ownerId: manager.id, dueOn: '2031-01-01' },
      { 'if-match': '"1"' },
    );
    const [{ id: next }] = (await app.sql(
      'INSERT INTO proposition_version (proposition_id, number, created_by) VALUES ($1, 2, $2) RETURNING id',
      [own.propositionId, manager.id],
    )) as [{ id: string }];
    await app.sql('INSERT INTO version_citation (version_id, theme_id, added_by) VALUES ($1, $2, $3)', [
      next,
      id,
      manager.id,
    ]);
    await app.sql(
      "UPDATE proposition_version SET state = 'superseded', live_at = app_now() + interval '48 hours' WHERE id = $1",
      [next],
    );
    const { latency } = await board(own);
    expect(latency.map((leg: Json) => [leg.leg, leg.n, Math.round(leg.median), Math.round(leg.p90)])).toEqual([
      ['recorded', 1, 1, 1],
      ['seen', 1, 2, 2],
      ['decided', 1, 3, 3],
      ['live', 1, 48, 48],
    ]);
  });

  test('is suggested from objections that many made, with what is in themes already', async () => {
    const { body } = await nancy.get(`/propositions/${campaign.propositionId}/theme-suggestions`);
    expect(body.items).toMatchObject([
      {
        objection: 'no_need',
        version: 1,
        n: 3,
        accounts: 3,
        share: rate(3, 5, 5),
        themed: 0,
        simulated: 0,
        label: null,
      },
      { objection: 'trust', n: 2, themed: 2, simulated: 1, verbatims: ['Never heard of you.', 'Who are you?'] },
      { objection: 'budget', n: 1, share: rate(1, 5, 5) },
    ]);
    expect(body.nextCursor).toBeNull();
  });
});
