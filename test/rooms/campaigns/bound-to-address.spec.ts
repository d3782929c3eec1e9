import { randomUUID } from 'node:crypto';
import { Importer, Suppressions } from '../../../src/accounts/index.js';
import { Enrolments, Replies } from '../../../src/campaigns/index.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { Links } from '../../../src/channels/pages/links.js';
import { Clock } from '../../../src/platform/index.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { EMAIL, world } from '../../support/world.js';

const DAY = 86_400_000;

let app: Installation;
let ops: Person;
let admin: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  admin = await app.as('admin', 'management');
  await app.sql("INSERT INTO setting (key, value) VALUES ('hoursBetweenContactTouches', '0')");
});
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));
afterAll(() => app.close());

/** Uploads, takes the guesses, and runs it. */
async function bring(file: string, kind = 'both', plan: object = {}): Promise<void> {
  const { body } = await ops.post<Json>(`/imports?kind=${kind}&filename=list.csv`, Buffer.from(file), {
    'content-type': 'text/csv',
  });
  const mapping = Object.fromEntries(body.columns.map((column: Json) => [column.column, column.target]));
  const key = kind === 'contacts' ? 'email' : 'name';
  expect((await ops.put(`/imports/${body.id}/plan`, { mapping, key, ...plan })).status).toBe(200);
  await ops.post(`/imports/${body.id}/run`);
  await app.get(Importer).work(body.id);
  expect((await ops.get<Json>(`/imports/${body.id}`)).body).toMatchObject({ state: 'done', refused: 0 });
}

const named = (email: string) =>
  app.sql<Json>(
    `SELECT c.*, e.organization_id FROM contact c JOIN employment e ON e.contact_id = c.id
      WHERE c.email_key = lower($1) ORDER BY c.id`,
    [email],
  );

/** A running campaign of one mail, in which all contacts of this address are. */
async function campaignFor(email: string): Promise<string> {
  const { campaignId } = await world(app, { steps: [EMAIL('intro')] });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  for (const { id: contactId, organization_id: organizationId } of await named(email))
    await app.transaction((manager) =>
      app.get(Enrolments).addLate(manager, { campaignId, contactId, organizationId, role: 'decision_maker' }),
    );
  return campaignId;
}

/** How many mails of the campaign reached the address. */
async function sent(campaignId: string, email: string): Promise<number> {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  await app.get(OutboxWorker).drain();
  const mails = await app.sql<Json>(
    'SELECT FROM dispatch WHERE campaign_id = $1 AND lower(recipient) = lower($2) AND sent_at IS NOT NULL',
    [campaignId, email],
  );
  return mails.length;
}

const enrolled = async (campaignId: string, email: string): Promise<Json[]> =>
  app.sql<Json>(
    `SELECT e.id, e.state, e.reason, e.deferred, e.next_action_at, e.contact_id FROM enrolment e
       JOIN contact c ON c.id = e.contact_id WHERE e.campaign_id = $1 AND c.email_key = lower($2) ORDER BY e.id`,
    [campaignId, email],
  );

async function unsubscribe(enrolmentId: string): Promise<void> {
  const url = app.get(Links).url('stop', enrolmentId, await app.get(Clock).now());
  const body = 'List-Unsubscribe=One-Click';
  const answer = await app.nobody.post(`//r/${url.split('/r/')[1]!}`, body, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(answer.status).toBe(200);
}

const fresh = (name = 'kim') => `${name}@${randomUUID()}.example`;
const LIST = (company: string, name: string, email: string) =>
  `Company,Country,City,Tags,Name,Email,Job title\n${company},Germany,Berlin,x,"${name}",${email},Head of Logistics\n`;

describe('the cases', () => {
  test('04a, 04b, 04c: one person, and at most one copy', async () => {
    const email = 'rosa.keller@pairmill.example';
    await bring(
      'Company,Country,City,Name,Email,Job title,Tags\nPair Mill,DE,Berlin,Rosa Keller,rosa.keller@pairmill.example,Head of Logistics,bugs5\n',
    );
    await bring(
      'Company,Country,City,Name,Email,Job title,Tags\nPair Mill,DE,Berlin,"Keller, Rosa",Rosa.Keller@pairmill.example,Head of Logistics,bugs5\n',
    );
    await bring('email\nRosa.Keller@pairmill.example\n', 'contacts');
    expect(await named(email)).toMatchObject([{ name: 'Rosa Keller' }]);
    expect(await sent(await campaignFor(email), email)).toBe(1);
  });

  test('03: who unsubscribed and comes back under another name gets no mail', async () => {
    const email = 'vera@b7-2.example';
    await bring(LIST('Bugs Seven 2', 'Vera Test', email));
    const first = await campaignFor(email);
    expect(await sent(first, email)).toBe(1);
    await unsubscribe((await enrolled(first, email))[0]!.id);
    await bring(LIST('Bugs Seven 2', 'V. Test', email));
    await bring(LIST('Another Seven', 'Someone Else', email.toUpperCase()), 'both', { sharedMailbox: true });
    expect(await named(email)).toHaveLength(2);
    const second = await campaignFor(email);
    expect(await sent(second, email)).toBe(0);
    expect(new Set((await enrolled(second, email)).map(({ state }) => state))).toEqual(new Set(['excluded']));
  });
});

describe('an opt-out binds the address too', () => {
  const optOut = async (contactId: string) =>
    app.transaction((manager) =>
      app.get(Suppressions).add(manager, { kind: 'contact', value: contactId, reason: 'unsubscribe', by: 'test' }),
    );
  const made = async (email: string, more: object = {}) => {
    const organizationId = (await ops.post<Json>('/organizations', { name: `O ${randomUUID()}` })).body.id;
    const answer = await ops.post<Json>('/contacts', { name: 'Kim Ode', email, organizationId, ...more });
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  };

  test.each(['unsubscribe', 'complaint', 'do_not_call', 'legal'])('%s', async (reason) => {
    const email = fresh();
    const id = await made(email);
    await ops.post('/suppressions', { kind: 'contact', value: id, reason });
    const other = await made(email, { name: 'Lee Moss', sharedMailbox: true });
    const campaign = await campaignFor(email);
    expect(await sent(campaign, email)).toBe(0);
    expect(await enrolled(campaign, email)).toMatchObject([
      { contact_id: id, reason: 'suppressed' },
      { contact_id: other, reason: 'suppressed' },
    ]);
  });

  test('which a user decided about the record alone does not', async () => {
    const email = fresh();
    await ops.post('/suppressions', { kind: 'contact', value: await made(email), reason: 'competitor' });
    await made(email, { name: 'Lee Moss', sharedMailbox: true });
    expect(await sent(await campaignFor(email), email)).toBe(1);
  });

  test('after the first contact was deleted, or erased', async () => {
    const [gone, erased] = [fresh('gone'), fresh('erased')];
    const first = await made(gone);
    await optOut(first);
    await app.asOwner(`DELETE FROM employment WHERE contact_id = '${first}'`);
    await app.asOwner(`DELETE FROM contact WHERE id = '${first}'`);
    const second = await made(erased);
    await optOut(second);
    expect((await admin.post(`/contacts/${second}/erasure`, { reason: 'Asked for it.' })).status).toBe(201);
    for (const email of [gone, erased]) {
      await bring(LIST(`Again ${randomUUID()}`, 'Quite Another', email.toUpperCase()));
      expect(await sent(await campaignFor(email), email)).toBe(0);
    }
  });

  test('an address that the contact gets later, also by an import', async () => {
    const [old, by, hand] = [fresh('old'), fresh('by'), fresh('hand')];
    const id = await made(old, { externalId: `x-${randomUUID()}` });
    await optOut(id);
    const [{ external_id: external }] = (await named(old)) as [Json];
    await bring(`Contact ID,Name,Email\n${external},Kim Ode,${by}\n`, 'contacts');
    expect(await named(by)).toHaveLength(1);
    const { revision } = (await ops.get<Json>(`/contacts/${id}`)).body;
    await ops.patch(`/contacts/${id}`, { email: hand }, { 'if-match': `"${revision}"` });
    for (const email of [old, by, hand]) {
      await made(email, { name: 'Lee Moss', sharedMailbox: true });
      expect(await sent(await campaignFor(email), email)).toBe(0);
    }
  });

  test('and is lifted with it', async () => {
    const email = fresh();
    const id = await made(email);
    const { id: suppression } = await optOut(id);
    const standing = async () =>
      (await ops.get<Json>(`/suppressions?value=${email}&liftedAt=none`)).body.items as Json[];
    expect(await standing()).toMatchObject([{ kind: 'address', reason: 'unsubscribe', follows: suppression }]);
    await ops.post(`/contacts/${id}/consents`, { change: 'given', source: 'a form', evidence: 'signed' });
    const lifted = await ops.post(`/suppressions/${suppression}/lifting`, { reason: 'She signed again.' });
    expect(lifted.status).toBe(200);
    expect(await standing()).toEqual([]);
    expect(await sent(await campaignFor(email), email)).toBe(1);
  });
});

describe('an absence and a "not before"', () => {
  const soon = async (days: number) => new Date((await app.get(Clock).now()).getTime() + days * DAY);

  test('of one campaign hold the person in every other, and every record of the address', async () => {
    const email = fresh();
    await bring(LIST(`Away ${randomUUID()}`, 'Paul Mbeki', email));
    const first = await campaignFor(email);
    expect(await sent(first, email)).toBe(1);
    const until = await soon(12);
    const [one] = await enrolled(first, email);
    await app.transaction((manager) => app.get(Replies).away(manager, one!.id, until, true));
    await bring(LIST(`Away ${randomUUID()}`, 'Second Record', email), 'both', { sharedMailbox: true });
    const second = await campaignFor(email);
    expect(await sent(second, email)).toBe(0);
    expect(await enrolled(second, email)).toMatchObject([
      { state: 'pending', deferred: 'out_of_office', next_action_at: until },
      { state: 'pending', deferred: 'out_of_office', next_action_at: until },
    ]);
  });

  test('stop a message that is in the queue already', async () => {
    const email = fresh();
    await bring(LIST(`Away ${randomUUID()}`, 'Paul Mbeki', email));
    const [one, two] = [await campaignFor(email), await campaignFor(email)];
    for (const id of [one, two]) for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(id, shard);
    const [{ id }] = (await enrolled(one, email)) as [Json];
    await app.transaction(async (manager) => app.get(Replies).away(manager, id, await soon(3), true));
    expect([await sent(one, email), await sent(two, email)]).toEqual([0, 0]);
    expect(await enrolled(two, email)).toMatchObject([{ state: 'active', reason: null }]);
  });

  test('that nothing shows to be theirs put them off too, and never bring an absence that is sure to an earlier end', async () => {
    const email = fresh();
    await bring(LIST(`Away ${randomUUID()}`, 'Paul Mbeki', email));
    const first = await campaignFor(email);
    await sent(first, email);
    const [one] = await enrolled(first, email);
    const awayUntil = async () =>
      (await app.sql('SELECT away_until FROM contact WHERE email = $1', [email]))[0].away_until;
    const away = (until: Date, sure: boolean) =>
      app.transaction((manager) => app.get(Replies).away(manager, one!.id, until, sure));
    await away(await soon(3), false);
    expect(await sent(await campaignFor(email), email)).toBe(0);
    const [later, sooner] = [await soon(9), await soon(2)];
    await away(later, true);
    await away(sooner, false);
    expect(await awayUntil()).toEqual(later);
    await away(sooner, true);
    expect(await awayUntil()).toEqual(sooner);
  });

  test('outlive the record, and end for all when they are taken back', async () => {
    const email = fresh();
    await bring(LIST(`Later ${randomUUID()}`, 'Paul Mbeki', email));
    const [paul] = (await named(email)) as [Json];
    const notBefore = (await soon(20)).toISOString();
    const { revision } = (await ops.get<Json>(`/contacts/${paul.id}`)).body;
    await ops.patch(`/contacts/${paul.id}`, { notBefore }, { 'if-match': `"${revision}"` });
    await bring(LIST(`Later ${randomUUID()}`, 'Quite Another', email), 'both', { sharedMailbox: true });
    expect((await named(email)).map(({ not_before: day }) => day.toISOString())).toEqual([notBefore, notBefore]);
    const again = (await ops.get<Json>(`/contacts/${paul.id}`)).body.revision;
    await ops.patch(`/contacts/${paul.id}`, { notBefore: null }, { 'if-match': `"${again}"` });
    expect((await named(email)).map(({ not_before: day }) => day)).toEqual([null, null]);
    expect(await sent(await campaignFor(email), email)).toBe(1);
  });
});

describe('a job move', () => {
  test('keeps preferences, suppressions, consents and an absence', async () => {
    const [a, b] = await Promise.all(
      ['From', 'To'].map(async (name) => (await ops.post<Json>('/organizations', { name })).body.id as string),
    );
    const until = new Date((await app.get(Clock).now()).getTime() + 9 * DAY);
    const { id } = (
      await ops.post<Json>('/contacts', {
        name: 'Ana Lopes',
        email: fresh(),
        organizationId: a,
        preference: 'no_calls',
        lawfulBasis: 'consent',
        notBefore: until.toISOString(),
      })
    ).body;
    await ops.post(`/contacts/${id}/consents`, { change: 'given', source: 'a fair', evidence: 'card' });
    await app.sql('UPDATE contact SET away_until = $2 WHERE id = $1', [id, until]);
    const before = (await ops.get<Json>(`/contacts/${id}`)).body;
    expect((await ops.post(`/contacts/${id}/employments`, { organizationId: b })).status).toBe(201);
    expect((await ops.get<Json>(`/contacts/${id}`)).body).toEqual(before);
    expect((await ops.get<Json>(`/contacts/${id}/consents`)).body.items).toHaveLength(1);
    await ops.post('/suppressions', { kind: 'contact', value: id, reason: 'unsubscribe' });
    await ops.post(`/contacts/${id}/employments`, { organizationId: a });
    expect(await app.transaction((manager) => app.get(Suppressions).stands(manager, id))).toBe(true);
  });

  test('to an organization that is held out of a campaign leaves the newcomer held out', async () => {
    const { campaignId, snapshotId } = await world(app, { organizations: 2 });
    const [out] = await app.sql<Json>(
      `UPDATE snapshot_organization SET hold_out = true WHERE snapshot_id = $1 AND organization_id = (
         SELECT min(organization_id::text)::uuid FROM snapshot_organization WHERE snapshot_id = $1)
       RETURNING organization_id`,
      [snapshotId],
    );
    const organizationId = out!.organization_id as string;
    await app.sql('UPDATE snapshot_contact SET hold_out = true WHERE snapshot_id = $1 AND organization_id = $2', [
      snapshotId,
      organizationId,
    ]);
    await app.sql(
      "INSERT INTO wave (campaign_id, ordinal, hold_out, state) VALUES ($1, 1, false, 'released'), ($1, 2, true, 'waiting') ON CONFLICT (campaign_id, ordinal) DO UPDATE SET hold_out = excluded.hold_out",
      [campaignId],
    );
    expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
    await app.get(Launch).run(campaignId);
    const { id } = (await ops.post<Json>('/contacts', { name: 'Ana Lopes', email: fresh() })).body;
    await ops.post(`/contacts/${id}/employments`, { organizationId });
    const person = { campaignId, contactId: id, organizationId, role: 'champion' };
    const enrolment = await app.transaction((manager) => app.get(Enrolments).addLate(manager, person));
    const [state] = await app.sql<Json>('SELECT hold_out, deferred, next_action_at FROM enrolment WHERE id = $1', [
      enrolment,
    ]);
    expect(state).toEqual({ hold_out: true, deferred: 'hold_out', next_action_at: null });
  });
});
