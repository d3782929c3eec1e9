import { generateKeyPairSync } from 'node:crypto';
import { AutoPause } from '../../../src/campaigns/outbox/auto-pause.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { Health } from '../../../src/channels/email/senders/health.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { MailServer } from '../../support/mail-server.js';
import { EMAIL, world, type World, type WorldPlan } from '../../support/world.js';

let app: Installation;
let ops: Person;
let mail: MailServer;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  mail = await MailServer.open();
});
beforeEach(() => mail.reset());
// each test has the outbox to itself
afterEach(async () => {
  await app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'");
  await app.sql('DELETE FROM setting');
  await app.sql('DELETE FROM throttle');
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

let made = 0;
async function sender(facts: object = {}): Promise<Json> {
  const { hostname, port } = new URL(mail.url);
  const { status, body } = await ops.post('/senders', {
    name: 'Nancy Davolio',
    address: `nancy${++made}@northwind.example`,
    smtpHost: hostname,
    smtpPort: Number(port),
    smtpTls: 'none',
    perMinute: 6000,
    ...facts,
  });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
}

async function queued(senders: Json[], plan: WorldPlan = {}): Promise<World> {
  const campaign = await world(app, plan);
  const put = await ops.put(`/campaigns/${campaign.campaignId}/senders`, { senderIds: senders.map(({ id }) => id) });
  expect(put.status).toBe(200);
  expect((await ops.post(`/campaigns/${campaign.campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaign.campaignId);
  await drive(campaign.campaignId);
  return campaign;
}

async function drive(campaignId: string): Promise<void> {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
}

/** Twice: the sender's own pace puts some off by milliseconds. */
async function drain(): Promise<void> {
  await app.get(OutboxWorker).drain();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await app.get(OutboxWorker).drain();
}
const dispatches = (campaignId: string) =>
  app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1 ORDER BY id', [campaignId]);
const count = (all: Json[], field: string) =>
  all.reduce<Record<string, number>>((sum, one) => ({ ...sum, [one[field]]: (sum[one[field]] ?? 0) + 1 }), {});

test('the launch check names each sender without a postal address, and does not keep the launch for it', async () => {
  const { campaignId } = await world(app, {});
  const warned = async (): Promise<(string | null)[]> => {
    const { warnings } = (await ops.get(`/campaigns/${campaignId}/preflight`)).body;
    for (const { code } of warnings as Json[]) expect(code).toBe('no_postal_address');
    return (warnings as Json[]).map(({ about }) => about as string | null);
  };
  expect(await warned()).toEqual([null]);
  const empty = await ops.post('/senders', { name: 'Empty', address: 'empty@northwind.example', postalAddress: ' ' });
  expect([empty.status, empty.body.errors?.[0]?.field]).toEqual([422, 'postalAddress']);
  const [anne, bob, whole] = [
    await sender({ name: 'Anne' }),
    await sender({ name: 'Bob', postalAddress: null }),
    await sender({ postalAddress: 'Northwind GmbH\n1 Main Street' }),
  ];
  const use = async (...senders: Json[]) =>
    ops.put(`/campaigns/${campaignId}/senders`, { senderIds: senders.map(({ id }) => id) });
  await use(anne, bob, whole);
  expect(await warned()).toEqual([`Anne <${anne.address}>`, `Bob <${bob.address}>`]);
  await use(whole);
  expect(await warned()).toEqual([]);
  await use(anne);
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
});

test('everything of a sender may be changed while it writes, but for its address, and the refusal says what to do', async () => {
  const made = await sender();
  const { campaignId } = await queued([made]);
  await app.sql("UPDATE campaign SET name = 'VMI spring' WHERE id = $1", [campaignId]);
  const put = (body: object, revision: number) =>
    ops.patch(`/senders/${made.id}`, body, { 'if-match': `"${revision}"` });
  const facts = {
    name: 'Nan',
    replyTo: 'team@northwind.example',
    perDay: 10,
    warmUpFrom: '2026-01-01',
    warmUpGrowth: 2,
  };
  expect(await put(facts, 1)).toMatchObject({ status: 200, body: { ...facts, revision: 2 } });
  const refused = await put({ address: 'other@northwind.example' }, 2);
  expect(refused).toMatchObject({ status: 409, body: { code: 'address_in_use', campaigns: [{ id: campaignId }] } });
  expect(refused.body.errors).toEqual([
    {
      field: 'address',
      code: 'under_way',
      message: '“VMI spring” writes from this address: make another sender and give it to them, or wait until they end',
    },
  ]);
  // the same in other letters is the same
  expect((await put({ address: made.address.toUpperCase(), replyTo: null }, 2)).status).toBe(200);
  const taken = await sender();
  expect((await put({ address: taken.address }, 3)).body.errors).toMatchObject([{ field: 'address', code: 'taken' }]);
  await app.sql("UPDATE campaign SET state = 'completed' WHERE id = $1", [campaignId]);
  expect((await put({ address: 'other@northwind.example' }, 3)).body.address).toBe('other@northwind.example');
});

test('a password goes in and never comes out: not in an answer, not in a stale edit, not in the audit trail', async () => {
  const made = await sender({ smtpUser: 'nancy', smtpPassword: 'opensesame' });
  expect(made).toMatchObject({ hasPassword: true, signs: false, health: null });
  const stale = await ops.patch(`/senders/${made.id}`, { name: 'Nan' }, { 'if-match': '"99"' });
  expect(stale.status).toBe(409);
  const listed = await ops.get('/senders');
  const [{ sealed, trail }] = (await app.sql(
    `SELECT smtp_password_sealed AS sealed, (SELECT jsonb_agg(a)::text FROM audit_entry a WHERE entity = 'sender') AS trail FROM sender WHERE id = $1`,
    [made.id],
  )) as [Json];
  expect(sealed).toBeTruthy();
  for (const text of [JSON.stringify([made, stale.body, listed.body]), trail]) {
    expect(text).not.toContain('opensesame');
    expect(text).not.toContain(sealed);
  }
  expect(trail).toContain('"smtp_password_sealed": "changed"');
});

test('what only makes sense together is asked for together, and an address sends once', async () => {
  const refused = await ops.post('/senders', { name: 'X', address: 'x@y.example', smtpHost: 'h', dkimKey: 'nonsense' });
  expect(refused.status).toBe(422);
  expect(refused.body.errors.map(({ field }: Json) => field).sort()).toEqual(['dkimKey', 'dkimSelector', 'smtpPort']);
  const first = await sender();
  const again = await ops.post('/senders', { name: 'X', address: first.address.toUpperCase() });
  expect(again).toMatchObject({ status: 409, body: { code: 'address_taken' } });
  expect((await (await app.as('rep')).post('/senders', { name: 'X', address: 'z@y.example' })).status).toBe(403);
});

test('a trial mail says what the server said to an administrator, and to others what it means', async () => {
  const made = await sender();
  const admin = await app.as('admin', 'it');
  expect(await admin.post(`/senders/${made.id}/trials`, { to: 'me@northwind.example' })).toMatchObject({
    status: 200,
    body: { result: 'sent', response: expect.stringContaining('250') },
  });
  mail.refuse = () => '550 5.7.1 not from you';
  const refused = (await admin.post(`/senders/${made.id}/trials`, { to: 'me@northwind.example' })).body;
  expect(refused).toMatchObject({ result: 'bounced', response: expect.stringContaining('not from you') });
  expect((await ops.post(`/senders/${made.id}/trials`, { to: 'me@northwind.example' })).body).toEqual({
    result: 'bounced',
    response: 'The server refused the mail. An administrator sees its words.',
  });
});

test('a campaign’s senders share its organizations, and everybody keeps the sender who wrote first', async () => {
  const senders = [await sender(), await sender()];
  const { campaignId } = await queued(senders, {
    organizations: 40,
    steps: [EMAIL('intro'), EMAIL('again', { afterDays: 1 })],
  });
  await drain();
  const first = await dispatches(campaignId);
  expect(Object.keys(count(first, 'sender_id')).sort()).toEqual(senders.map(({ id }) => id).sort());
  // the second step goes on in the thread, from the same person, also when a sender has joined meanwhile
  const third = await sender();
  await ops.put(`/campaigns/${campaignId}/senders`, { senderIds: [...senders, third].map(({ id }) => id) });
  await app.travel(48);
  await drive(campaignId);
  await drain();
  const all = await dispatches(campaignId);
  expect(all).toHaveLength(80);
  for (const { enrolment_id: enrolmentId, sender_id: senderId, message_id: messageId } of first) {
    const next = all.find((each) => each.enrolment_id === enrolmentId && each.step_key === 'again')!;
    expect(next.sender_id).toBe(senderId);
    const { parsed } = mail.accepted.find((each) => each.messageId === next.message_id)!;
    expect([parsed.inReplyTo, parsed.references]).toEqual([messageId, messageId]);
    expect(messageId).toMatch(/@northwind\.example>$/);
  }
});

test('a mail bears its sender, a return address of its own, both unsubscribe headers and a signature', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nancy = await sender({
    bounceAddress: 'bounces@northwind.example',
    replyTo: 'team@northwind.example',
    dkimSelector: 'overture',
    dkimKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  });
  await queued([nancy]);
  await drain();
  const [{ parsed, from }] = mail.accepted as unknown as [{ parsed: Json; from: string }];
  expect(from).toMatch(/^bounces\+[a-z2-7]{40}@northwind\.example$/);
  expect(parsed.from.value).toEqual([{ name: 'Nancy Davolio', address: nancy.address }]);
  expect(parsed.replyTo.text).toContain('team@northwind.example');
  expect(parsed.headers.get('list').unsubscribe.url).toMatch(/^http:\/\/overture\.test\/r\//);
  expect(parsed.headers.get('list-unsubscribe-post') ?? 'List-Unsubscribe=One-Click').toContain('One-Click');
  const dkim = parsed.headers.get('dkim-signature').params;
  expect(dkim).toMatchObject({ d: 'northwind.example', s: 'overture' });
  // a provider believes the one-click header only where the signature covers it (RFC 8058, 4)
  expect(dkim.h.toLowerCase().split(':')).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']),
  );
});

test('one recipient domain gets its mails at its own pace, and holds up nobody else', async () => {
  await (await app.as('admin')).put('/settings/mailsPerMinutePerDomain', { value: 60 });
  const { campaignId } = await queued([await sender()], { organizations: 2, peopleEach: 45 });
  await app.sql(
    "UPDATE contact SET email = 'o' || id || '@other' || id || '.example', email_key = 'o' || id || '@other' || id || '.example' WHERE id IN (SELECT contact_id FROM dispatch WHERE campaign_id = $1 AND organization_id = (SELECT max(organization_id::text)::uuid FROM dispatch WHERE campaign_id = $1))",
    [campaignId],
  );
  await drain();
  const after = await dispatches(campaignId);
  // 45 to as many domains, and of the one domain a burst
  expect(mail.accepted.length).toBeGreaterThanOrEqual(45 + 20);
  expect(mail.accepted.length).toBeLessThan(45 + 30);
  const waiting = after.filter(({ state }) => state === 'queued');
  expect(new Set(waiting.map(({ deferred }) => deferred))).toEqual(new Set(['domain_pace']));
  const places = waiting.map(({ next_attempt_at: at }) => at.getTime()).sort((a, b) => a - b);
  for (let i = 1; i < places.length; i++) expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(1000);
  // each place that was given is kept: nobody asks twice
  await app.travel(0.5);
  await drain();
  expect(count(await dispatches(campaignId), 'state')).toEqual({ sent: 90 });
});

test('a provider that asks for patience gets it, then a break; its mails wait and go out in the end', async () => {
  mail.refuse = (recipient) => (recipient.includes('p1@') ? undefined : '451 4.7.1 slow down');
  const { campaignId } = await queued([await sender()], { peopleEach: 12, campaign: { active_per_organization: 50 } });
  await (await app.as('admin')).put('/settings/sendErrorsBeforePause', { value: 1000 });
  await drain();
  const [lane] = (await app.sql("SELECT * FROM throttle WHERE domain <> '*'")) as [Json];
  // one went through beside the refusals, so the domain is not down
  expect(lane.failures).toBe(0);
  mail.refuse = () => '451 4.7.1 slow down';
  for (let i = 0; i < 12; i++) {
    await app.travel(5);
    await drain();
  }
  const [slow] = (await app.sql("SELECT *, next_at - app_now() AS break FROM throttle WHERE domain <> '*'")) as [Json];
  expect(slow.failures).toBeGreaterThanOrEqual(5);
  expect(slow.words).toContain('slow down');
  const tried = mail.connections;
  await drain();
  expect(mail.connections).toBe(tried);
  mail.refuse = () => undefined;
  for (let i = 0; i < 6; i++) {
    await app.travel(30);
    await drain();
  }
  expect(count(await dispatches(campaignId), 'state')).toEqual({ sent: 12 });
  expect(mail.messageIds).toHaveLength(new Set(mail.messageIds).size);
});

test('a new address starts with few mails a day; the others wait for tomorrow', async () => {
  const [{ today }] = (await app.sql("SELECT (app_now() AT TIME ZONE 'UTC')::date::text AS today")) as [Json];
  const young = await sender({ warmUpFrom: today, warmUpStart: 10, warmUpGrowth: 2 });
  const { campaignId } = await queued([young], { organizations: 35 });
  await drain();
  await app.travel(0.01);
  await drain();
  expect(mail.accepted).toHaveLength(10);
  const waiting = (await dispatches(campaignId)).filter(({ state }) => state === 'queued');
  expect(new Set(waiting.map(({ deferred }) => deferred))).toEqual(new Set(['sender_day']));
  await app.travel(24);
  await drain();
  await app.travel(0.01);
  await drain();
  expect(mail.accepted).toHaveLength(30);
  await app.travel(24);
  await drain();
  expect(mail.accepted).toHaveLength(35);
});

test('two claims at once never pass a limit together', async () => {
  const { campaignId } = await queued([await sender({ perDay: 30 })], { organizations: 80 });
  await Promise.all([drain(), drain(), drain()]);
  expect(count(await dispatches(campaignId), 'state')).toEqual({ sent: 30, queued: 50 });
  expect(mail.accepted).toHaveLength(30);
});

test('a paused sender sends nothing; what it would have carried waits with the reason, or goes by another', async () => {
  const [one, other] = [await sender(), await sender()];
  await ops.put(`/senders/${one.id}/state`, { state: 'paused', reason: 'on leave' });
  const shared = await queued([one, other], { organizations: 10 });
  await drain();
  expect(count(await dispatches(shared.campaignId), 'sender_id')).toEqual({ [other.id]: 10 });
  const alone = await queued([one], { organizations: 3 });
  await drain();
  expect(count(await dispatches(alone.campaignId), 'deferred')).toEqual({ no_sender: 3 });
  await ops.put(`/senders/${one.id}/state`, { state: 'active' });
  await drain();
  expect(count(await dispatches(alone.campaignId), 'state')).toEqual({ sent: 3 });
});

describe('what does harm stops by itself and waits for a person', () => {
  beforeEach(async () => {
    const admin = await app.as('admin');
    await admin.put('/settings/mailsBeforeRatesCount', { value: 20 });
    await admin.put('/settings/sendErrorsBeforePause', { value: 1000 });
  });

  test('a campaign whose mails come back', async () => {
    mail.refuse = (recipient) => (/-[1-4]\.example$/.test(recipient) ? '550 5.1.1 no such user' : undefined);
    const { campaignId } = await queued([], { organizations: 40 });
    const nancy = await sender();
    await ops.put(`/campaigns/${campaignId}/senders`, { senderIds: [nancy.id] });
    await drain();
    await app.get(AutoPause).check();
    const { body } = await ops.get(`/campaigns/${campaignId}`);
    expect(body.state).toBe('paused');
    const [why] = (await app.sql("SELECT reason FROM campaign_change WHERE campaign_id = $1 AND change = 'pause'", [
      campaignId,
    ])) as [Json];
    expect(why.reason).toMatch(/^4 of 40 mails came back; the limit is 50 of 1000/);
    // the sender too, for all campaigns
    await app.get(Health).check();
    const stopped = await ops.get(`/senders/${nancy.id}`);
    expect(stopped.body).toMatchObject({ state: 'stopped', health: 0, week: { sent: 36, bounced: 4 } });
    // a pause is no pardon
    await ops.put(`/senders/${nancy.id}/state`, { state: 'paused' });
    await ops.put(`/senders/${nancy.id}/state`, { state: 'active' });
    await app.get(Health).check();
    const again = await ops.get(`/senders/${nancy.id}`);
    expect(again.body).toMatchObject({ state: 'stopped', health: 0, week: { sent: 36, bounced: 4 } });
    // a person who resumes is not overruled by the same bounces, on the same day
    await ops.post(`/campaigns/${campaignId}/resume`, {});
    await ops.put(`/senders/${nancy.id}/state`, { state: 'active', reason: 'The list was cleaned.' });
    await app.get(AutoPause).check();
    await app.get(Health).check();
    expect((await ops.get(`/campaigns/${campaignId}`)).body.state).toBe('running');
    // and what came back stays counted
    expect((await ops.get(`/senders/${nancy.id}`)).body).toMatchObject({
      state: 'active',
      week: { sent: 36, bounced: 4 },
    });
  });
});

test('a mail may have a face: HTML from MJML beside its plain-text twin, previewed as one person gets it', async () => {
  const mjml =
    '<mjml><mj-body><mj-section><mj-column><mj-text>Dear {{ contact.name }}: {{ proposition.narrative }} <a href="{{ links.respond }}">Answer</a></mj-text></mj-column></mj-section></mj-body></mjml>';
  const { campaignId } = await queued([await sender()], { steps: [EMAIL('intro', { mjml })] });
  const [{ contact_id: contactId }] = (await dispatches(campaignId)) as [Json];
  await app.sql("UPDATE contact SET name = 'A <b>bold</b> name' WHERE id = $1", [contactId]);
  const preview = await ops.post(`/campaigns/${campaignId}/mail-previews`, { stepKey: 'intro', contactId });
  expect(preview).toMatchObject({ status: 200, body: { role: 'decision_maker', subject: 'About intro' } });
  await drain();
  const [{ parsed }] = mail.accepted as unknown as [{ parsed: Json }];
  for (const html of [preview.body.html, parsed.html])
    expect(html).toContain('Dear A &lt;b&gt;bold&lt;/b&gt; name: We keep your shelves full.');
  expect(parsed.text).toMatch(/^Dear Person: http/);
});

test('a mail that says what the shared narrative does not is refused at launch, by its place and words', async () => {
  const { campaignId } = await world(app, {
    steps: [
      EMAIL('intro', { body: 'We save you 40 %. {{ links.respond }}', lenses: { economic_buyer: 'Guaranteed.' } }),
    ],
  });
  const { status, body } = await ops.post(`/campaigns/${campaignId}/launch`, {});
  expect(status).toBe(409);
  expect(body.blockers.filter(({ code }: Json) => code === 'claim').map(({ message }: Json) => message)).toEqual([
    expect.stringContaining('steps.0.body says "40 %"'),
    expect.stringContaining('steps.0.lenses.economic_buyer says "Guaranteed"'),
  ]);
});
