import { Installation, type Json, type Person } from '../../support/installation.js';

let app: Installation;
let finance: Person;
let logistics: Person;
let otherFinance: Person;
let otherLogistics: Person;
let management: Person;
let rep: Person;

beforeAll(async () => {
  app = await Installation.open();
  finance = await app.as('executive', 'finance');
  otherFinance = await app.as('executive', 'finance');
  logistics = await app.as('executive', 'logistics');
  otherLogistics = await app.as('executive', 'logistics');
  management = await app.as('executive', 'management');
  rep = await app.as('rep', 'sales');
});
afterAll(() => app.close());

const CONTENT = {
  customerProblem: 'Shelves stand empty while money lies in stock.',
  promise: 'We keep your shelves filled.',
  economics: 'A fifth less stock; we gain the whole range.',
  versusCompetitors: 'They deliver what is ordered.',
  versusNothing: 'You go on counting.',
  narrative: 'You stop counting; we see what you sell and fill it up.',
  lenses: { economic_buyer: 'Stock is idle money.' },
  claims: ['Customers hold 20 % less stock after a year.'],
  terms: ['Ends with any month.'],
  cohortRule: { all: [{ field: 'industry', is: 'Grocery' }] },
  cohortRationale: 'They reorder the same goods each week.',
  requiredRoles: ['economic_buyer', 'end_user'],
  requiredDepartments: ['finance', 'logistics'],
  salesRoleImpact: 'reduces',
  mustLearn: ['Who fears the loss of control?'],
};

/** A draft of finance; its version's id. */
async function draft(title = 'Vendor Managed Inventory'): Promise<string> {
  return (await finance.post('/propositions', { title })).body.versions[0].id as string;
}

async function edit(id: string, change: Json, by: Person = finance) {
  const { revision } = (await by.get(`/versions/${id}`)).body;
  return by.patch(`/versions/${id}`, change, { 'if-match': `"${revision}"` });
}

/** A draft of finance and logistics that lacks nothing. */
async function complete(change: Json = {}): Promise<string> {
  const id = await draft();
  await finance.put(`/versions/${id}/authors/${logistics.id}`);
  await rep.post(`/versions/${id}/internal-objections`, { text: 'We lose our orders.', severity: 'low' });
  expect((await edit(id, { ...CONTENT, ...change })).status).toBe(200);
  return id;
}

const submit = (id: string, by: Person = finance) => by.post(`/versions/${id}/submission`);
const stateOf = async (id: string): Promise<string> => (await finance.get(`/versions/${id}`)).body.state;

async function pending(id: string): Promise<Record<string, string>> {
  const { body } = await finance.get(`/approvals?versionId=${id}&state=pending`);
  return Object.fromEntries(body.items.map((each: Json) => [each.department, each.id]));
}

async function submitted(change: Json = {}) {
  const id = await complete(change);
  expect((await submit(id)).status).toBe(201);
  return { id, approvals: await pending(id) };
}

const decide = (approval: string | undefined, by: Person, decision = 'approve', note?: string) =>
  by.put(`/approvals/${approval}/decision`, { decision, ...(note && { note }) });

async function approved(change: Json = {}): Promise<string> {
  const { id, approvals } = await submitted(change);
  await decide(approvals.finance, otherFinance);
  await decide(approvals.logistics, otherLogistics);
  return id;
}

const commit = (id: string, change: Json = {}) =>
  finance.post(`/versions/${id}/mobilisation-items`, {
    department: 'logistics',
    text: 'Open the stock interface.',
    ownerId: logistics.id,
    dueOn: '2030-01-31',
    ...change,
  });

const codes = (body: Json): string[] =>
  body.errors.map((each: { field: string; code: string }) => `${each.field} ${each.code}`);

describe('drafting', () => {
  test('a new proposition is a first draft with its creator as author', async () => {
    const { status, body } = await finance.post('/propositions', { title: 'Consignment', summary: 'Pay on use.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'Consignment',
      state: 'draft',
      liveVersionId: null,
      versions: [{ number: 1 }],
    });
    expect((await rep.get(`/versions/${body.versions[0].id}`)).body).toMatchObject({
      title: 'Consignment',
      authors: [{ userId: finance.id, department: 'finance' }],
    });
  });

  test('a rep makes no propositions of their own, and edits none', async () => {
    expect((await rep.post('/propositions', { title: 'My own pitch' })).body.code).toBe('role_not_allowed');
    const id = await draft();
    expect((await edit(id, { promise: 'Half price' }, rep)).body.code).toBe('not_an_author');
    expect((await finance.put(`/versions/${id}/authors/${rep.id}`)).body.code).toBe('rep_cannot_author');
    expect((await rep.put(`/versions/${id}/authors/${rep.id}`)).status).toBe(403);
  });

  test('authors see who else writes in it, for as long as they do', async () => {
    const id = await draft();
    await finance.put(`/versions/${id}/authors/${logistics.id}`);
    const here = async (who: Person) => (await who.put(`/versions/${id}/presence`)).body;
    expect((await here(management)).code).toBe('not_an_author');
    expect((await here(finance)).others).toEqual([]);
    expect((await here(logistics)).others).toMatchObject([{ userId: finance.id }]);
    expect((await here(finance)).others).toMatchObject([{ userId: logistics.id }]);
    await app.sql("UPDATE version_presence SET seen_at = clock_timestamp() - interval '46 seconds'");
    expect((await here(logistics)).others).toEqual([]);
  });

  test('only authors edit; an executive who is none is refused until invited', async () => {
    const id = await draft();
    expect((await edit(id, { promise: 'X' }, logistics)).status).toBe(403);
    await finance.put(`/versions/${id}/authors/${logistics.id}`);
    expect((await edit(id, { promise: 'X' }, logistics)).body).toMatchObject({ promise: 'X', revision: 2 });
  });

  test('two editors: the later sees how the fields stand now and loses nothing', async () => {
    const id = await draft();
    const match = { 'if-match': '"1"' };
    const [a, b] = await Promise.all([
      finance.patch(`/versions/${id}`, { promise: 'Mine', economics: 'Same' }, match),
      finance.patch(`/versions/${id}`, { promise: 'Yours', economics: 'Same' }, match),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
    const [won, lost] = a.status === 200 ? [a, b] : [b, a];
    expect(lost.body).toMatchObject({ code: 'stale_edit', read: 1, revision: 2, changed: ['promise'] });
    expect(lost.body.current).toEqual({ promise: won.body.promise, economics: 'Same' });
    expect((await finance.patch(`/versions/${id}`, { promise: 'X' })).status).toBe(428);
  });

  test('bad fields are named one by one', async () => {
    const id = await draft();
    const { status, body } = await edit(id, {
      requiredRoles: ['king'],
      salesRoleImpact: 'magic',
      state: 'live',
      claims: 'none',
    });
    expect(status).toBe(422);
    expect(new Set(body.errors.map((each: Json) => each.field))).toEqual(
      new Set(['requiredRoles', 'salesRoleImpact', 'state', 'claims']),
    );
    expect((await edit(id, { requiredDepartments: ['finance', 'astrology'] })).body.code).toBe('departments_not_found');
    expect((await edit(id, { lenses: { king: 'x' } })).body.errors).toMatchObject([{ field: 'lenses.king' }]);
  });

  test('an author who leaves must not be the last', async () => {
    const id = await draft();
    expect((await finance.delete(`/versions/${id}/authors/${finance.id}`)).body.code).toBe('last_author');
    await finance.put(`/versions/${id}/authors/${logistics.id}`);
    expect((await finance.delete(`/versions/${id}/authors/${finance.id}`)).status).toBe(204);
    expect((await logistics.get(`/versions/${id}`)).body.authors).toMatchObject([{ userId: logistics.id }]);
  });

  test('what is not there is 404, also with an id of the wrong form', async () => {
    const nowhere = '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b';
    for (const path of [
      `/versions/${nowhere}`,
      '/versions/1',
      `/propositions/${nowhere}`,
      `/versions/${nowhere}/mobilisation-items`,
    ])
      expect((await finance.get(path)).status).toBe(404);
    expect((await submit(nowhere)).status).toBe(404);
    expect((await decide(nowhere, finance)).status).toBe(404);
  });

  test('every change is in the audit trail with who made it', async () => {
    const id = await draft();
    await edit(id, { promise: 'Audited' });
    const { body } = await management.get(`/audit-entries?entity=proposition_version&entityId=${id}&action=update`);
    expect(body.items).toMatchObject([{ actor: finance.id, before: { promise: '' }, after: { promise: 'Audited' } }]);
  });
});

describe('the library', () => {
  test('lists by the state of the newest version and finds by its text', async () => {
    const id = await complete({ promise: 'A very findable zebra' });
    const found = async (query: string) =>
      (await rep.get(`/propositions?${query}`)).body.items.flatMap((each: Json) =>
        each.versions.map((v: Json) => v.id),
      );
    expect(await found('q=findable zebra')).toEqual([id]);
    expect(await found('q=findable zebra&state=in_review')).toEqual([]);
    await submit(id);
    expect(await found('q=findable zebra&state=in_review,live')).toEqual([id]);
    expect(await found('q=findable zebra&live=true')).toEqual([]);
    expect((await rep.get('/propositions?state=wonderful')).status).toBe(422);
  });

  test('pages through all by title and by age', async () => {
    for (const sort of ['title', '-createdAt']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await rep.get(`/propositions?limit=3&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        seen.push(...body.items.map((each: Json) => each.id));
        cursor = body.nextCursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(String(seen.length)).toBe((await app.sql('SELECT count(*) FROM proposition'))[0].count);
    }
  });
});

describe('submission', () => {
  test('an empty draft is refused with everything that is missing, at once', async () => {
    const manager = await app.as('manager', 'sales');
    const id = (await manager.post('/propositions', { title: 'Hollow' })).body.versions[0].id;
    const { status, body } = await submit(id, manager);
    expect(status).toBe(422);
    expect(body.code).toBe('version_incomplete');
    expect(codes(body)).toEqual([
      'authors too_few_departments',
      'authors no_executive',
      ...[
        'customerProblem',
        'promise',
        'economics',
        'versusCompetitors',
        'versusNothing',
        'narrative',
        'claims',
        'cohortRule',
        'cohortRationale',
        'requiredRoles',
        'salesRoleImpact',
        'mustLearn',
      ].map((field) => `${field} required`),
      'requiredDepartments too_few_departments',
      'requiredDepartments only_commercial',
      'noObjectionsNote not_radical',
    ]);
  });

  test.each([
    [{ versusNothing: '  ' }, 'versusNothing required'],
    [{ cohortRule: null }, 'cohortRule required'],
    [{ cohortRule: {} }, 'cohortRule required'],
    [{ requiredRoles: [] }, 'requiredRoles required'],
    [{ mustLearn: ['', ' '] }, 'mustLearn required'],
    [{ requiredDepartments: ['finance'] }, 'requiredDepartments too_few_departments'],
  ])('%j alone keeps it back', async (change, wanted) => {
    expect(codes((await submit(await complete(change))).body)).toEqual([wanted]);
  });

  test('sales and marketing alone cannot approve', async () => {
    await app.as('executive', 'sales');
    await app.as('executive', 'marketing');
    const { body } = await submit(await complete({ requiredDepartments: ['sales', 'marketing'] }));
    expect(codes(body)).toEqual(['requiredDepartments only_commercial']);
  });

  test('authors of one department cannot submit', async () => {
    const id = await complete();
    await finance.delete(`/versions/${id}/authors/${logistics.id}`);
    await finance.put(`/versions/${id}/authors/${otherFinance.id}`);
    expect(codes((await submit(id)).body)).toEqual(['authors too_few_departments']);
  });

  test('nobody inside objected: a warning is shown, and a note is asked for', async () => {
    const id = await draft();
    await finance.put(`/versions/${id}/authors/${logistics.id}`);
    await edit(id, CONTENT);
    expect((await finance.get(`/versions/${id}`)).body.warnings).toMatchObject([{ code: 'not_radical' }]);
    expect(codes((await submit(id)).body)).toEqual(['noObjectionsNote not_radical']);
    await edit(id, { noObjectionsNote: 'Each department tried; the pilot had convinced them.' });
    expect((await submit(id)).body.state).toBe('in_review');
  });

  test('each required department is asked, with a due date of the configured clock and days', async () => {
    const admin = await app.as('admin', 'it');
    await admin.put('/settings/approvalDueDays', { value: 3 });
    const { id } = await submitted();
    await admin.put('/settings/approvalDueDays', { value: 5 });
    const { body } = await rep.get(`/versions/${id}`);
    expect(body).toMatchObject({
      state: 'in_review',
      submittedBy: finance.id,
      approvals: [
        { department: 'finance', state: 'pending', round: 1, overdue: false },
        { department: 'logistics', state: 'pending', round: 1 },
      ],
    });
    const hours = (Date.parse(body.approvals[0].dueAt) - Date.parse(body.submittedAt)) / 3_600_000;
    expect(hours).toBeCloseTo(72, 1);
  });

  test('two clicks submit once', async () => {
    const id = await complete();
    const answers = await Promise.all([submit(id), submit(id, logistics), submit(id)]);
    expect(answers.map((each) => each.status).sort()).toEqual([201, 409, 409]);
    expect(Object.keys(await pending(id)).sort()).toEqual(['finance', 'logistics']);
  });

  test('only an author submits', async () => {
    const id = await complete();
    expect((await submit(id, management)).body.code).toBe('not_an_author');
    expect((await submit(id, rep)).status).toBe(403);
    expect(await stateOf(id)).toBe('draft');
  });
});

describe('the lock', () => {
  test('a submitted version is not edited: recall it, or make the next', async () => {
    const { id } = await submitted();
    const inReview = await edit(id, { claims: ['Free for ever'] });
    expect(inReview).toMatchObject({ status: 409, body: { code: 'version_locked', state: 'in_review' } });
    expect(inReview.body.detail).toContain('/recall');
    expect((await finance.put(`/versions/${id}/authors/${management.id}`)).status).toBe(409);
    const done = await approved();
    expect((await edit(done, { terms: ['-50 %'] })).body.detail).toMatch(
      /next version: POST \/propositions\/.*\/versions/,
    );
  });

  test('the database itself refuses, whatever our code does', async () => {
    const { id } = await submitted();
    const locked = async (sql: string) => expect(app.sql(sql, [id])).rejects.toThrow(/locked|again/);
    await locked('UPDATE proposition_version SET claims = \'["Free"]\' WHERE id = $1');
    await locked("UPDATE proposition_version SET state = 'draft', promise = 'Other' WHERE id = $1");
    await locked('DELETE FROM proposition_version WHERE id = $1');
    await locked('DELETE FROM version_author WHERE version_id = $1');
    await locked(
      'INSERT INTO version_citation (version_id, theme_id, added_by) SELECT $1, $1, created_by FROM proposition_version WHERE id = $1',
    );
    await app.sql("UPDATE proposition_version SET state = 'approved' WHERE id = $1", [id]);
    await locked("UPDATE proposition_version SET state = 'draft' WHERE id = $1");
  });

  test('recall returns it to draft and withdraws what is asked; a new submission opens a new round for all', async () => {
    const { id, approvals } = await submitted();
    await decide(approvals.finance, otherFinance);
    expect((await management.post(`/versions/${id}/recall`)).status).toBe(403);
    expect((await logistics.post(`/versions/${id}/recall`)).body.state).toBe('draft');
    expect((await decide(approvals.logistics, otherLogistics)).body).toMatchObject({
      code: 'already_decided',
      approval: 'recalled',
    });
    expect((await logistics.post(`/versions/${id}/recall`)).body.code).toBe('not_in_review');
    await edit(id, { promise: 'Better' });
    const again = (await submit(id)).body;
    expect(again.approvals.map((each: Json) => `${each.round} ${each.department} ${each.state}`)).toEqual([
      '2 finance pending',
      '2 logistics pending',
      '1 finance approve',
      '1 logistics recalled',
    ]);
  });
});

describe('deciding', () => {
  test('approved needs every required department, in any order', async () => {
    const { id, approvals } = await submitted();
    expect((await decide(approvals.logistics, otherLogistics)).body).toMatchObject({
      state: 'approve',
      versionState: 'in_review',
      decidedBy: otherLogistics.id,
    });
    expect((await decide(approvals.finance, otherFinance)).body.versionState).toBe('approved');
    expect((await finance.get(`/versions/${id}`)).body.approvedAt).not.toBeNull();
  });

  test('two decisions at once are both kept, and the version is approved', async () => {
    for (let i = 0; i < 3; i++) {
      const { id, approvals } = await submitted();
      const answers = await Promise.all([
        decide(approvals.finance, otherFinance),
        decide(approvals.logistics, otherLogistics),
      ]);
      expect(answers.map((each) => each.status)).toEqual([200, 200]);
      expect(await stateOf(id)).toBe('approved');
    }
  });

  test('two executives of one department at once: one decides, the other gets a conflict', async () => {
    const third = await app.as('executive', 'finance');
    const { approvals } = await submitted();
    const answers = await Promise.all([
      decide(approvals.finance, otherFinance),
      decide(approvals.finance, third, 'reject', 'No capital.'),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual([200, 409]);
  });

  test('the same decision sent twice is one decision; another one is refused', async () => {
    const { approvals } = await submitted();
    expect((await decide(approvals.finance, otherFinance)).status).toBe(200);
    expect((await decide(approvals.finance, otherFinance)).status).toBe(200);
    expect((await decide(approvals.finance, otherFinance, 'reject', 'Changed my mind.')).status).toBe(409);
  });

  test('who wrote it does not decide on it; a colleague of theirs does', async () => {
    const { approvals } = await submitted();
    expect((await decide(approvals.finance, finance)).body.code).toBe('not_yours_to_decide');
    expect((await decide(approvals.finance, management)).status).toBe(403);
    expect((await decide(approvals.finance, otherLogistics)).status).toBe(403);
    expect((await decide(approvals.finance, rep)).body.code).toBe('role_not_allowed');
    expect((await decide(approvals.finance, otherFinance)).status).toBe(200);
  });

  test('where the author is the department’s only executive, general management decides', async () => {
    const production = await app.as('executive', 'production');
    const id = await complete({ requiredDepartments: ['production', 'logistics'] });
    await finance.put(`/versions/${id}/authors/${production.id}`);
    await submit(id);
    const { production: approval } = await pending(id);
    expect((await decide(approval, production)).status).toBe(403);
    expect((await decide(approval, management)).status).toBe(200);
  });

  test('a department for which nobody may decide is named at submission', async () => {
    const id = await complete({ requiredDepartments: ['legal', 'logistics'] });
    await finance.put(`/versions/${id}/authors/${management.id}`);
    expect(codes((await submit(id)).body)).toEqual(['requiredDepartments nobody_decides']);
  });

  test('changes asked for: the others still decide, then the authors change and every department is asked again', async () => {
    const { id, approvals } = await submitted();
    expect((await decide(approvals.finance, otherFinance, 'approve_with_changes')).body.errors).toMatchObject([
      { field: 'note' },
    ]);
    await decide(approvals.finance, otherFinance, 'approve_with_changes', 'Name the interest rate.');
    expect(await stateOf(id)).toBe('in_review');
    await decide(approvals.logistics, otherLogistics);
    expect(await stateOf(id)).toBe('changes_requested');
    expect((await edit(id, { economics: 'At 4 % interest.' })).status).toBe(200);
    await submit(id);
    expect(Object.keys(await pending(id)).sort()).toEqual(['finance', 'logistics']);
  });

  test('a rejection needs its reason, ends the version at once and withdraws the other questions', async () => {
    const { id, approvals } = await submitted();
    expect((await decide(approvals.finance, otherFinance, 'reject')).status).toBe(422);
    expect((await decide(approvals.finance, otherFinance, 'reject', 'No capital.')).body.versionState).toBe('rejected');
    expect((await finance.get(`/versions/${id}`)).body).toMatchObject({
      state: 'rejected',
      endedReason: 'No capital.',
      endedBy: otherFinance.id,
    });
    expect(await pending(id)).toEqual({});
    expect((await decide(approvals.logistics, otherLogistics)).status).toBe(409);
    expect((await submit(id)).status).toBe(409);
  });
});

describe('what waits for me', () => {
  const mine = async (person: Person, versionId: string) =>
    (await person.get(`/approvals?mine=true&versionId=${versionId}`)).body.items.map((each: Json) => each.department);

  test('is what my department must decide, and nothing that I wrote', async () => {
    const { id, approvals } = await submitted();
    expect(await mine(otherFinance, id)).toEqual(['finance']);
    expect(await mine(finance, id)).toEqual([]);
    expect(await mine(management, id)).toEqual([]);
    await decide(approvals.finance, otherFinance);
    expect(await mine(otherFinance, id)).toEqual([]);
  });

  test('comes to a delegate for as long as the delegation runs, and their decision says for whom', async () => {
    const deputy = await app.as('manager', 'service');
    const { id, approvals } = await submitted();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const given = await otherFinance.post('/delegations', { toUser: deputy.id, endsAt: until, reason: 'On leave.' });
    expect(given.status).toBe(201);
    expect((await deputy.get('/delegations?active=true')).body.items).toMatchObject([{ fromUser: otherFinance.id }]);
    expect(await mine(deputy, id)).toEqual(['finance']);
    await otherFinance.delete(`/delegations/${given.body.id}`);
    expect(await mine(deputy, id)).toEqual([]);
    expect((await decide(approvals.finance, deputy)).status).toBe(403);
    await otherFinance.post('/delegations', { toUser: deputy.id, endsAt: until });
    expect((await decide(approvals.finance, deputy)).body).toMatchObject({
      decidedBy: deputy.id,
      onBehalfOf: otherFinance.id,
    });
  });

  test('a delegation is no way around: not to authors, not from them, not to reps, not before it begins', async () => {
    const { id } = await submitted();
    const day = 86_400_000;
    const at = (days: number) => new Date(Date.now() + days * day).toISOString();
    const deputy = await app.as('manager', 'service');
    await finance.post('/delegations', { toUser: deputy.id, endsAt: at(1) });
    await otherLogistics.post('/delegations', { toUser: deputy.id, startsAt: at(1), endsAt: at(2) });
    await otherLogistics.post('/delegations', { toUser: finance.id, endsAt: at(1) });
    expect(await mine(deputy, id)).toEqual([]);
    expect(await mine(finance, id)).toEqual([]);
    for (const [toUser, endsAt] of [
      [rep.id, at(1)],
      [otherLogistics.id, at(1)],
      [deputy.id, at(-1)],
    ])
      expect((await otherLogistics.post('/delegations', { toUser, endsAt })).body.code).toBe('delegation_invalid');
    expect((await deputy.post('/delegations', { toUser: finance.id, endsAt: at(1) })).status).toBe(403);
    const { body } = await otherLogistics.post('/delegations', { toUser: deputy.id, endsAt: at(1) });
    expect((await finance.delete(`/delegations/${body.id}`)).status).toBe(404);
  });
});

describe('internal objections and comments', () => {
  test('anybody logs what their department objects; an author resolves it with a mobilisation item', async () => {
    const id = await draft();
    const raised = await rep.post(`/versions/${id}/internal-objections`, { text: 'Fewer visits.', severity: 'high' });
    expect(raised.body).toMatchObject({ department: 'sales', raisedBy: rep.id, resolution: null });
    expect((await rep.post(`/versions/${id}/internal-objections`, { text: 'x', severity: 'fatal' })).status).toBe(422);
    const path = `/internal-objections/${raised.body.id}/resolution`;
    expect((await rep.put(path, { resolution: 'Never mind.' })).status).toBe(403);
    const promise = (await commit(id)).body.id;
    const elsewhere = (await commit(await draft())).body.id;
    expect((await finance.put(path, { resolution: 'x', mobilisationItemId: elsewhere })).body.code).toBe(
      'mobilisation_item_elsewhere',
    );
    expect((await finance.put(path, { resolution: 'Reps coach.', mobilisationItemId: promise })).body).toMatchObject({
      resolvedBy: finance.id,
      mobilisationItemId: promise,
    });
    expect((await rep.get(`/versions/${id}/internal-objections?resolved=false`)).body.items).toEqual([]);
  });

  test('a rep comments and suggests at any time, and stops nothing by it', async () => {
    const { id, approvals } = await submitted();
    const suggestion = { kind: 'suggestion', text: 'Say who owns the stock.' };
    expect((await rep.post(`/versions/${id}/comments`, suggestion)).body).toMatchObject({
      ...suggestion,
      userId: rep.id,
    });
    await rep.post(`/versions/${id}/comments`, { text: 'I lose my visits.' });
    expect((await finance.get(`/versions/${id}/comments`)).body.items).toMatchObject([
      { kind: 'suggestion' },
      { kind: 'comment' },
    ]);
    await decide(approvals.finance, otherFinance);
    await decide(approvals.logistics, otherLogistics);
    expect(await stateOf(id)).toBe('approved');
  });
});

describe('mobilising', () => {
  const goLive = (id: string, by: Person = finance) => by.post(`/versions/${id}/going-live`);

  test('an approved version with open mobilisation items mobilises, and goes live when they are done or waived', async () => {
    const id = await complete();
    const first = (await commit(id)).body.id;
    const second = (await commit(id, { department: 'finance', text: 'Insure the stock.' })).body.id;
    await commit(id, { required: false, text: 'A nicer label.' });
    await submit(id);
    const approvals = await pending(id);
    await decide(approvals.finance, otherFinance);
    expect((await decide(approvals.logistics, otherLogistics)).body.versionState).toBe('mobilising');

    const refused = await goLive(id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'not_mobilised' } });
    expect(refused.body.blockers.map((each: Json) => each.department)).toEqual(['logistics', 'finance']);

    expect((await rep.put(`/mobilisation-items/${first}/completion`, { evidence: 'x' })).status).toBe(403);
    expect((await logistics.put(`/mobilisation-items/${first}/completion`, {})).status).toBe(422);
    const done = await logistics.put(`/mobilisation-items/${first}/completion`, { evidence: 'https://wiki.example/1' });
    expect(done.body).toMatchObject({ state: 'done', closedBy: logistics.id, evidence: 'https://wiki.example/1' });

    expect((await logistics.put(`/mobilisation-items/${second}/waiver`, { reason: 'Not needed.' })).body.code).toBe(
      'not_yours_to_waive',
    );
    expect((await otherFinance.put(`/mobilisation-items/${second}/waiver`, {})).status).toBe(422);
    expect(
      (await otherFinance.put(`/mobilisation-items/${second}/waiver`, { reason: 'Not needed.' })).body,
    ).toMatchObject({
      state: 'waived',
      waiveReason: 'Not needed.',
    });
    expect((await goLive(id, rep)).status).toBe(403);
    expect((await goLive(id)).body).toMatchObject({ state: 'live' });
    expect((await rep.get(`/versions/${id}/readiness`)).body.blockers).toEqual([]);
  });

  test('a mobilisation item made after approval mobilises too; after going live none is taken', async () => {
    const id = await approved();
    const { body } = await commit(id);
    expect(await stateOf(id)).toBe('mobilising');
    await logistics.put(`/mobilisation-items/${body.id}/completion`, { evidence: 'Seen.' });
    await goLive(id);
    expect((await commit(id)).body.code).toBe('too_late_to_commit');
  });

  test('a mobilisation item names people and departments that exist, and is made by those who answer for the version', async () => {
    const id = await draft();
    expect((await commit(id, { department: 'astrology' })).body.code).toBe('departments_not_found');
    expect((await commit(id, { ownerId: '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b' })).body.errors).toMatchObject([
      { field: 'ownerId' },
    ]);
    expect(
      (
        await rep.post(`/versions/${id}/mobilisation-items`, {
          department: 'it',
          text: 'x',
          ownerId: rep.id,
          dueOn: '2030-01-01',
        })
      ).status,
    ).toBe(403);
  });

  test('completion and waiver at once: one of them holds', async () => {
    const id = await draft();
    const path = `/mobilisation-items/${(await commit(id)).body.id}`;
    const answers = await Promise.all([
      logistics.put(`${path}/completion`, { evidence: 'Done.' }),
      otherLogistics.put(`${path}/waiver`, { reason: 'Not needed.' }),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual([200, 409]);
  });

  test('mobilisation items are listed by due day, page by page', async () => {
    const id = await draft();
    for (const dueOn of ['2030-03-01', '2030-01-01', '2030-02-01']) await commit(id, { dueOn });
    const first = (await rep.get(`/versions/${id}/mobilisation-items?limit=2`)).body;
    const second = (await rep.get(`/versions/${id}/mobilisation-items?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map((each) => each.dueOn)).toEqual([
      '2030-01-01',
      '2030-02-01',
      '2030-03-01',
    ]);
  });

  test('a version that is not approved cannot go live', async () => {
    expect((await goLive(await draft())).body.code).toBe('not_approved');
    const { id } = await submitted();
    expect((await goLive(id)).body.code).toBe('not_approved');
  });

  test('readiness tells the next move at each step', async () => {
    const id = await complete({ promise: '' });
    await commit(id);
    const blockers = async () =>
      (await rep.get(`/versions/${id}/readiness`)).body.blockers.map((each: Json) =>
        [each.code, each.department ?? each.field].filter(Boolean).join(' '),
      );
    expect(await blockers()).toEqual([
      'required promise',
      'not_submitted',
      'mobilisation_item_open logistics',
      'not_live',
    ]);
    await edit(id, { promise: 'Now said.' });
    await submit(id);
    expect(await blockers()).toEqual([
      'approval_pending finance',
      'approval_pending logistics',
      'mobilisation_item_open logistics',
      'not_live',
    ]);
    await finance.post(`/versions/${id}/recall`);
    await management.post(`/versions/${id}/retirement`, { reason: 'Too late.' });
    expect(await blockers()).toEqual(['ended']);
  });
});

describe('the next version', () => {
  const next = (propositionId: string, by: Person = finance) => by.post(`/propositions/${propositionId}/versions`);
  const propositionOf = async (id: string): Promise<string> =>
    (await finance.get(`/versions/${id}`)).body.propositionId;

  async function live(): Promise<{ id: string; propositionId: string }> {
    const id = await approved();
    expect((await finance.post(`/versions/${id}/going-live`)).body.state).toBe('live');
    return { id, propositionId: await propositionOf(id) };
  }

  async function theme(propositionId: string, versionId: string): Promise<string> {
    const [made] = await app.sql<{ id: string }>(
      "INSERT INTO theme (proposition_id, version_id, title, raised_by) VALUES ($1, $2, 'Lock-in', $3) RETURNING id",
      [propositionId, versionId, finance.id],
    );
    return made!.id;
  }

  test('is a draft that begins as the newest stands, with its authors', async () => {
    const { id, propositionId } = await live();
    const { status, body } = await next(propositionId, logistics);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...CONTENT, number: 2, state: 'draft', noObjectionsNote: null, liveAt: null });
    expect(new Set(body.authors.map((each: Json) => each.userId))).toEqual(new Set([finance.id, logistics.id]));
    expect((await finance.get(`/propositions/${propositionId}`)).body).toMatchObject({
      state: 'draft',
      liveVersionId: id,
      versions: [{ number: 2 }, { number: 1, state: 'live' }],
    });
  });

  test('there is one at a time, also on two clicks', async () => {
    const { propositionId } = await live();
    const answers = await Promise.all([next(propositionId), next(propositionId, logistics), next(propositionId)]);
    expect(answers.map((each) => each.status).sort()).toEqual([201, 409, 409]);
    const made = answers.find((each) => each.status === 201)!.body.id;
    expect(answers.find((each) => each.status === 409)!.body).toMatchObject({ code: 'version_open', versionId: made });
    expect((await next(propositionId, rep)).status).toBe(403);
    await management.post(`/versions/${made}/retirement`, { reason: 'Wrong track.' });
    expect((await next(propositionId)).body.number).toBe(3);
  });

  test('must cite market feedback that exists, and then supersedes the live one when it goes live', async () => {
    const { id, propositionId } = await live();
    const second = (await next(propositionId)).body.id;
    await edit(second, { promise: 'Filled, and you may leave any month.', noObjectionsNote: 'As before.' });
    expect(codes((await submit(second)).body)).toEqual(['citations required']);
    const answer = { answer: 'Ends with any month.' };
    expect(await finance.put(`/versions/${second}/citations/${propositionId}`, answer)).toMatchObject({
      status: 422,
      body: { code: 'theme_not_found' },
    });
    const cited = await theme(propositionId, id);
    expect((await management.put(`/versions/${second}/citations/${cited}`, answer)).status).toBe(403);
    expect((await finance.put(`/versions/${second}/citations/${cited}`, answer)).body.citations).toMatchObject([
      answer,
    ]);
    expect((await finance.delete(`/versions/${second}/citations/${cited}`)).status).toBe(204);
    expect((await finance.delete(`/versions/${second}/citations/${cited}`)).status).toBe(404);
    await finance.put(`/versions/${second}/citations/${cited}`, answer);
    expect((await submit(second)).status).toBe(201);
    const approvals = await pending(second);
    await decide(approvals.finance, otherFinance);
    await decide(approvals.logistics, otherLogistics);
    expect(await stateOf(id)).toBe('live');
    const clicks = await Promise.all([
      finance.post(`/versions/${second}/going-live`),
      logistics.post(`/versions/${second}/going-live`),
    ]);
    expect(clicks.map((each) => each.status).sort()).toEqual([201, 409]);
    expect((await finance.get(`/versions/${id}`)).body).toMatchObject({ state: 'superseded' });
    expect((await finance.get(`/propositions/${propositionId}`)).body.liveVersionId).toBe(second);
  });

  test('two versions going live at once leave the newer one live, and only that', async () => {
    const first = await approved();
    const propositionId = await propositionOf(first);
    const second = (await next(propositionId)).body.id;
    await edit(second, { noObjectionsNote: 'As before.' });
    await finance.put(`/versions/${second}/citations/${await theme(propositionId, first)}`, { answer: 'Said.' });
    await submit(second);
    const approvals = await pending(second);
    await decide(approvals.finance, otherFinance);
    await decide(approvals.logistics, otherLogistics);
    const [older, newer] = await Promise.all([
      finance.post(`/versions/${first}/going-live`),
      logistics.post(`/versions/${second}/going-live`),
    ]);
    expect(newer.status).toBe(201);
    expect(older.status === 201 || older.body.code === 'newer_is_live').toBe(true);
    expect((await finance.get(`/propositions/${propositionId}`)).body.liveVersionId).toBe(second);
    expect(await stateOf(first)).toBe(older.status === 201 ? 'superseded' : 'approved');
  });

  test('compares with the one before, field by field', async () => {
    const { id, propositionId } = await live();
    const second = (await next(propositionId)).body.id;
    await edit(second, { promise: 'Better.', claims: ['Less stock.'] });
    const { body } = await rep.get(`/versions/${second}/comparison?with=${id}`);
    expect(body).toEqual({
      before: id,
      after: second,
      differences: [
        { field: 'promise', before: CONTENT.promise, after: 'Better.' },
        { field: 'claims', before: CONTENT.claims, after: ['Less stock.'] },
      ],
    });
    expect((await rep.get(`/versions/${second}/comparison?with=${await draft()}`)).body.code).toBe('not_comparable');
    expect((await rep.get(`/versions/${second}/comparison`)).status).toBe(422);
  });

  test('retirement is an executive’s, needs a reason, and comes once', async () => {
    const { id } = await live();
    const retire = (by: Person, body: Json = { reason: 'The market says no.' }) =>
      by.post(`/versions/${id}/retirement`, body);
    expect((await retire(rep)).status).toBe(403);
    expect((await retire(management, {})).status).toBe(422);
    expect((await retire(management)).body).toMatchObject({ state: 'retired', endedReason: 'The market says no.' });
    expect((await retire(management)).body.code).toBe('cannot_retire');
    const { id: inReview } = await submitted();
    expect((await management.post(`/versions/${inReview}/retirement`, { reason: 'x' })).status).toBe(409);
  });
});

// last, because the application's clock stays where it went
test('what departments owe past the due date is listed as overdue', async () => {
  const { id, approvals } = await submitted();
  const overdue = async () =>
    (await management.get(`/approvals?overdue=true&versionId=${id}`)).body.items
      .map((each: Json) => each.department)
      .sort();
  expect(await overdue()).toEqual([]);
  await app.travel(24 * 6);
  expect(await overdue()).toEqual(['finance', 'logistics']);
  expect((await otherFinance.get(`/approvals?mine=true&versionId=${id}`)).body.items).toMatchObject([
    { overdue: true },
  ]);
  await decide(approvals.finance, otherFinance);
  expect(await overdue()).toEqual(['logistics']);
});
