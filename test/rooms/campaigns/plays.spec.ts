import { Installation, type Json, type Person } from '../../support/installation.js';
import { CALL, EMAIL, world, type World } from '../../support/world.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
afterAll(() => app.close());

const play = async (more: object = {}): Promise<Json> => {
  const { status, body } = await ops.post('/plays', {
    name: 'Introduce',
    steps: [EMAIL('intro'), CALL('call')],
    ...more,
  });
  expect(status).toBe(201);
  return body;
};
const change = (id: string, revision: number, body: object) =>
  ops.patch(`/plays/${id}`, body, { 'if-match': `"${revision}"` });
const namesOf = async (query: string) => (await ops.get(`/plays?${query}`)).body.items.map(({ name }: Json) => name);
const readerOf = async ({ snapshotId }: World): Promise<string> =>
  (await app.sql<Json>('SELECT contact_id AS id FROM snapshot_contact WHERE snapshot_id = $1', [snapshotId]))[0]!.id;

describe('what is wrong with a play', () => {
  test('an unknown variable, a backward branch and an unknown key are all named', async () => {
    const { status, body } = await ops.post('/plays', {
      name: 'Bad',
      steps: [EMAIL('a', { body: '{{ contact.shoeSize }}' })],
    });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field: 'steps.0.body', message: expect.stringContaining('shoeSize') }]);
    // oxlint-disable-next-line no-thenable -- nobody awaits it: a branch is written so
    const branch = { key: 'b', kind: 'branch', intent: 'x', when: { hasEmail: true }, then: 'a', else: 'end' };
    const { errors } = (await ops.post('/plays', { name: 'Bad', steps: [EMAIL('a', { colour: 'red' }), EMAIL('a')] }))
      .body;
    expect(errors.map(({ field, code }: Json) => [field, code])).toEqual([
      ['steps.0.colour', 'unknown_field'],
      ['steps.1.key', 'duplicate_key'],
    ]);
    expect((await ops.post('/plays', { name: 'Bad', steps: [EMAIL('a'), branch] })).body.errors).toMatchObject([
      { field: 'steps.1.then', code: 'backward_branch' },
    ]);
  });

  test('is said before it is saved, of every step at once, even while another one is not complete', async () => {
    const steps = [
      CALL('call', { intent: '' }),
      EMAIL('a', { subject: '{{ contact.shoeSize }}', lenses: { champion: '{{ nothing }}', coach: 7 } }),
      EMAIL('b', { body: '' }),
      null,
    ];
    const { body, status } = await ops.post('/plays/check', { steps });
    expect(status).toBe(200);
    expect(body.problems.map(({ field, code }: Json) => `${field} ${code}`).toSorted()).toEqual([
      'steps.0.intent empty',
      'steps.1.lenses.champion template',
      'steps.1.lenses.coach not_text',
      'steps.1.subject template',
      'steps.2.body empty',
      'steps.3 not_an_object',
    ]);
    expect((await ops.post('/plays/check', { steps: [EMAIL('a'), CALL('b')] })).body).toEqual({ problems: [] });
    const { body: known } = await ops.get('/merge-fields');
    expect(known.items).toContainEqual({ name: 'contact.givenName', value: 'Maria' });
    const every = known.items.map(({ name }: Json) => `{{ ${name} }}`).join(' ');
    expect((await ops.post('/plays/check', { steps: [EMAIL('a', { body: every })] })).body.problems).toEqual([]);
  });
});

test('a play is due for review from its day on, is archived, and is brought back', async () => {
  const [{ today }] = (await app.sql<Json>('SELECT app_now()::date::text AS today')) as [Json];
  const { id, revision, state } = await play({ name: 'Spring', reviewOn: today });
  expect(state).toBe('review_due');
  await play({ name: 'Summer', reviewOn: '2999-01-01' });
  expect(await namesOf('state=review_due')).toEqual(['Spring']);
  expect(await namesOf('state=current,review_due&sort=-name')).toEqual(['Summer', 'Spring']);
  expect(await namesOf('sort=reviewOn')).toEqual(['Spring', 'Summer']);
  expect((await change(id, revision, { reviewOn: null })).body).toMatchObject({ state: 'current', reviewOn: null });

  expect((await change(id, revision + 1, { archived: true })).body.state).toBe('archived');
  expect(await namesOf('state=archived')).toEqual(['Spring']);
  expect((await ops.get('/plays?count=state')).body.counts).toEqual({
    total: 2,
    by: { state: { archived: 1, current: 1 } },
  });
  expect((await change(id, revision + 1, { archived: false })).body.code).toBe('stale_edit');
  expect((await change(id, revision + 2, { archived: false })).body.state).toBe('current');
});

test('an archived play is taken by no new campaign; those that have it are counted and keep it', async () => {
  const made = await world(app);
  const { versionId, snapshotId, campaignId } = made;
  const { id, revision } = await play({ name: 'Autumn' });
  const { body: before } = await ops.get(`/campaigns/${campaignId}`);
  const take = (read: number) => ops.patch(`/campaigns/${campaignId}`, { playId: id }, { 'if-match': `"${read}"` });
  expect((await take(before.revision)).body.steps).toMatchObject([{ key: 'intro' }, { key: 'call' }]);
  expect((await ops.get(`/plays/${id}`)).body.campaigns).toBe(1);
  expect((await ops.get(`/campaigns?playId=${id}`)).body.items).toMatchObject([{ id: campaignId }]);

  // what a draft took stays as it was until it takes the play anew
  await change(id, revision, { steps: [EMAIL('intro')] });
  expect((await ops.get(`/campaigns/${campaignId}`)).body.steps).toHaveLength(2);
  expect((await take(before.revision + 1)).body.steps).toHaveLength(1);

  await change(id, revision + 1, { archived: true });
  const again = await ops.post('/campaigns', { name: 'Late', versionId, snapshotId, playId: id });
  expect([again.status, again.body.code]).toEqual([409, 'play_archived']);
  expect((await take(before.revision + 2)).body.code).toBe('play_archived');
  expect((await ops.get(`/campaigns/${campaignId}`)).body.steps).toHaveLength(1);
  await app.sql("UPDATE campaign SET state = 'aborted' WHERE id = $1", [campaignId]);
  expect((await ops.get(`/plays/${id}`)).body.campaigns).toBe(0);
});

describe('a preview before there is a campaign', () => {
  const step = (more: object = {}) =>
    EMAIL('new', {
      subject: 'For {{ organization.name }}',
      body: 'Dear {{ contact.givenName }} ({{ contact.title }}, {{ organization.city }}), {{ lens }} {{ sender.name }} {{ links.respond }}',
      ...more,
    });

  test('is the mail as a campaign would make it, and names what is empty', async () => {
    const made = await world(app, { steps: [step()] });
    const contactId = await readerOf(made);
    const asked = { step: step(), versionId: made.versionId, contactId };
    const { status, body } = await ops.post('/plays/mail-previews', asked);
    expect(status).toBe(200);
    expect(body).toMatchObject({ role: 'decision_maker', subject: 'For Organization 1', html: null });
    expect(body.missing).toEqual(['organization.city', 'lens']);
    const [{ name }] = (await app.sql<Json>(
      'UPDATE campaign k SET from_name = u.name FROM app_user u WHERE k.id = $1 AND u.id = $2 RETURNING u.name',
      [made.campaignId, ops.id],
    )) as [Json];
    const { body: campaigns } = await ops.post(`/campaigns/${made.campaignId}/mail-previews`, {
      stepKey: 'new',
      contactId,
    });
    expect(campaigns).toEqual({ ...body, from: `${name} <overture@localhost.invalid>` });

    await app.sql(
      "UPDATE organization SET city = 'Berlin' WHERE id = (SELECT organization_id FROM employment WHERE contact_id = $1)",
      [contactId],
    );
    const lenses = { decision_maker: 'You at {{ organization.name }}' };
    const { body: full } = await ops.post('/plays/mail-previews', { ...asked, step: step({ lenses }) });
    expect(full.missing).toEqual([]);
    expect(full.text).toContain('Dear Person (Buyer, Berlin), You at Organization 1');
  });

  test('is refused for what is no right mail, nobody, and no version', async () => {
    const made = await world(app);
    const asked = { step: step(), versionId: made.versionId, contactId: await readerOf(made) };
    const ask = async (more: object) => (await ops.post('/plays/mail-previews', { ...asked, ...more })).body;
    expect((await ask({ step: step({ subject: '{{ nothing }}' }) })).errors).toMatchObject([
      { field: 'steps.0.subject' },
    ]);
    expect((await ask({ step: CALL('call') })).code).toBe('preview_not_found');
    expect((await ask({ contactId: made.versionId })).code).toBe('preview_not_found');
    expect((await ask({ versionId: made.snapshotId })).code).toBe('preview_not_found');
  });
});
