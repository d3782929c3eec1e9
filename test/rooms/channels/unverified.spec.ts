import { Installation, type Json, type Person } from '../../support/installation.js';
import { mail, reply } from '../../support/mails-in.js';
import { EMAIL, world } from '../../support/world.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Arrivals } from '../../../src/channels/inbound/arrivals.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';

const WISH = 'Please remove me from your list.';
const DAY = 24;

let app: Installation;
let ops: Person;
let owner: Person;
let other: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin'], 'sales');
  [owner, other] = [await app.as('rep', 'sales'), await app.as('rep', 'sales')];
  await app.sql("INSERT INTO setting (key, value) VALUES ('hoursBetweenContactTouches', '0')");
});
afterAll(() => app.close());

async function drive(campaignId: string): Promise<void> {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
}

/** A campaign with two people at one organization of `owner`, whose first mails are out. */
async function sent(peopleEach = 2): Promise<{ campaignId: string; dispatches: Json[] }> {
  const { campaignId } = await world(app, { peopleEach, steps: [EMAIL('intro'), EMAIL('second')] });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  await drive(campaignId);
  await app.get(OutboxWorker).drain();
  const dispatches = await app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1 ORDER BY id', [campaignId]);
  await app.sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    dispatches[0]!.organization_id,
    owner.id,
  ]);
  return { campaignId, dispatches };
}
const claim = ({ recipient }: Json, words: string) => mail({ From: recipient, Subject: 'Hello' }, words);
const take = (raw: Buffer) => app.get(Arrivals).take(raw, 'test');
const enrolment = async (id: string) =>
  (await app.sql<Json>('SELECT state, reason, deferred, next_action_at FROM enrolment WHERE id = $1', [id]))[0];
const standing = async ({ contact_id: id }: Json): Promise<Json[]> =>
  (await ops.get<Json>(`/suppressions?value=${id}&liftedAt=none`)).body.items;
const lift = (person: Person, id: string) =>
  person.post<Json>(`/suppressions/${id}/lifting`, { reason: 'It was not her.' });

describe('a reply that only claims to be from the contact', () => {
  test('pauses that enrolment alone until a rep has read it, with the warning beside the words', async () => {
    const { dispatches } = await sent();
    const [about, colleague] = dispatches as [Json, Json];
    const { id } = await take(claim(about, 'We have bought elsewhere.'));
    expect((await ops.get<Json>(`/inbound-mails/${id}`)).body).toMatchObject({
      state: 'handled',
      matchedBy: 'sender',
      verifiedBy: null,
      authentication: 'none',
      authenticationEvidence: 'dkim=none',
    });
    expect(await enrolment(about.enrolment_id)).toMatchObject({ state: 'paused', reason: 'replied' });
    expect(await enrolment(colleague.enrolment_id)).toMatchObject({ state: 'active' });
    const [task] = await app.sql<Json>('SELECT title, words FROM task WHERE enrolment_id = $1', [about.enrolment_id]);
    expect(task.title).toMatch(/^Sender not verified: who wrote as Person/);
    expect(task.words).toMatch(/^Sender not verified \(dkim=none\).*\n\nWe have bought elsewhere\.$/);
    expect(await standing(about)).toEqual([]);
  });

  test('an absence lasts no longer than one without a day', async () => {
    const { dispatches } = await sent();
    const [about] = dispatches as [Json];
    await take(
      mail(
        { From: about.recipient, Subject: 'Out of office', 'Auto-Submitted': 'auto-replied' },
        'I am out of the office and will be back on 2027-11-30.',
      ),
    );
    const { state, reason, next_action_at: next } = await enrolment(about.enrolment_id);
    expect([state, reason]).toEqual(['paused', 'out_of_office']);
    expect(next.getTime()).toBeLessThan(Date.now() + 8 * DAY * 3_600_000);
  });
});

describe('an opt-out that only claims to be from the contact', () => {
  test('is obeyed in every campaign, and ends none: what waited goes on once a person lifts it', async () => {
    const { campaignId, dispatches } = await sent(1);
    const [elsewhere] = dispatches as [Json];
    const [about] = (await sent(1)).dispatches as [Json];
    // one person in two campaigns: the latest touched is who is meant
    await app.sql('UPDATE enrolment SET contact_id = $2 WHERE id = $1', [about.enrolment_id, elsewhere.contact_id]);
    about.contact_id = elsewhere.contact_id;
    about.recipient = elsewhere.recipient;
    await take(claim(about, WISH));
    const [suppression] = (await standing(about)) as [Json];
    expect(suppression).toMatchObject({ reason: 'unsubscribe', unverified: true, evidence: 'none: dkim=none' });
    expect(await enrolment(about.enrolment_id)).toMatchObject({ state: 'paused', reason: 'replied' });
    await app.sql('UPDATE enrolment SET next_action_at = app_now() WHERE id = $1', [elsewhere.enrolment_id]);
    await drive(campaignId);
    expect(await enrolment(elsewhere.enrolment_id)).toMatchObject({ state: 'active', deferred: 'unverified_opt_out' });
    expect((await lift(owner, suppression.id)).status).toBe(200);
    await app.sql('UPDATE enrolment SET next_action_at = app_now() WHERE id = $1', [elsewhere.enrolment_id]);
    await drive(campaignId);
    expect((await enrolment(elsewhere.enrolment_id)).deferred).toBeNull();
  });

  test('a message that is queued waits, and is not ended', async () => {
    const { campaignId, dispatches } = await sent(1);
    const [about] = dispatches as [Json];
    await drive(campaignId);
    const second = async () =>
      (
        await app.sql<Json>("SELECT state FROM dispatch WHERE campaign_id = $1 AND step_key = 'second'", [campaignId])
      )[0];
    expect(await second()).toEqual({ state: 'queued' });
    const suppression = { kind: 'contact', value: about.contact_id, reason: 'unsubscribe', unverified: true };
    await app.sql('INSERT INTO suppression (kind, value, reason, unverified, created_by) VALUES ($1, $2, $3, $4, $5)', [
      ...Object.values(suppression),
      'test',
    ]);
    await app.get(OutboxWorker).drain();
    expect(await second()).toEqual({ state: 'queued' });
    const [{ id }] = (await standing(about)) as [Json];
    expect((await lift(ops, id)).status).toBe(200);
    await app.get(OutboxWorker).drain();
    expect(await second()).toEqual({ state: 'sent' });
  });

  test('is lifted by sales ops or the owning rep, with a row in the audit trail', async () => {
    const { dispatches } = await sent();
    const [about] = dispatches as [Json];
    await take(claim(about, WISH));
    const [{ id }] = (await standing(about)) as [Json];
    expect(await lift(other, id)).toMatchObject({ status: 403, body: { code: 'organization_not_yours' } });
    expect(await lift(owner, id)).toMatchObject({ status: 200, body: { liftedBy: owner.id, unverified: true } });
    expect(
      await app.sql(
        "SELECT actor FROM audit_entry WHERE entity = 'suppression' AND entity_id = $1 AND action = 'update'",
        [id],
      ),
    ).toEqual([{ actor: owner.id }]);
    expect(await standing(about)).toEqual([]);
  });

  test.each([
    ['the contact writes it in our thread', (about: Json) => take(reply(about, WISH))],
    [
      'a user enters it',
      ({ contact_id: value }: Json) => owner.post('/suppressions', { kind: 'contact', value, reason: 'do_not_call' }),
    ],
    [
      'a list names the contact',
      ({ contact_id: value }: Json) =>
        ops.post('/suppressions/import', Buffer.from(`value,kind,reason\n${value},contact,unsubscribe`), {
          'content-type': 'text/csv',
        }),
    ],
  ])('becomes one that stays as soon as %s', async (_, again) => {
    const { dispatches } = await sent();
    const [about] = dispatches as [Json];
    await take(claim(about, WISH));
    const [before] = (await standing(about)) as [Json];
    await again(about);
    const [after, ...more] = (await standing(about)) as [Json];
    expect(more).toEqual([]);
    expect(after).toMatchObject({ id: before.id, unverified: false, evidence: null });
    expect(await lift(owner, after.id)).toMatchObject({ status: 403, body: { code: 'lift_not_allowed' } });
    expect(await lift(ops, after.id)).toMatchObject({ status: 409, body: { code: 'consent_needed' } });
  });

  test('never makes one that stays into one that can be lifted', async () => {
    const { dispatches } = await sent();
    const [about] = dispatches as [Json];
    await take(reply(about, WISH));
    const before = await standing(about);
    await take(claim(about, `${WISH} Please.`));
    expect(await standing(about)).toEqual(before);
  });
});

test('a sender’s bounce address leaves room for the signature', async () => {
  const facts = {
    name: 'Nancy',
    address: 'nancy@northwind.example',
    bounceAddress: `${'b'.repeat(24)}@northwind.example`,
  };
  expect(await ops.post('/senders', facts)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'bounceAddress' }] },
  });
  expect((await ops.post('/senders', { ...facts, bounceAddress: `${'b'.repeat(23)}@northwind.example` })).status).toBe(
    201,
  );
});
