import { Webhook as Verifier } from 'standardwebhooks';
import { WebhookWorker } from '../../../src/channels/webhooks/webhook-worker.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { Receiver, type Delivered } from '../../support/receiver.js';
import { world } from '../../support/world.js';

let app: Installation;
let admin: Person;
let ops: Person;
let receiver: Receiver;
let url: string;
let delivered: Delivered[];

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as('admin', 'it');
  ops = await app.as('sales_ops', 'sales');
  receiver = await Receiver.open();
  ({ url, delivered } = receiver);
});
beforeEach(() => receiver.reset());
afterEach(async () => {
  await app.sql('DELETE FROM webhook');
  await app.sql('DELETE FROM webhook_event');
});
afterAll(async () => {
  await app.close();
  receiver.close();
});

const listen = async (facts: object = {}): Promise<Json> => {
  const { status, body } = await admin.post('/webhooks', { url, ...facts });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
};
const organization = async (name: string) => (await ops.post('/organizations', { name })).body;
const drain = () => app.get(WebhookWorker).drain();
/** as if so much of the wall's time had passed */
const wait = (seconds: number) =>
  app.sql('UPDATE webhook_delivery SET next_attempt_at = next_attempt_at - make_interval(secs => $1)', [seconds]);

test('an event is delivered to every webhook that wants it, signed, with the row as it stands', async () => {
  const { secret } = await listen();
  const { id } = await organization('Alfreds Futterkiste');
  await ops.post('/suppressions', { kind: 'domain', value: 'rival.example', reason: 'competitor' });
  await drain();
  const kinds = delivered.map(({ event }) => event.type);
  expect(kinds).toEqual(expect.arrayContaining(['organization.created', 'suppression.created']));
  const { event, headers, body } = delivered.find((one) => one.event.type === 'organization.created')!;
  expect(event.data).toMatchObject({ id, name: 'Alfreds Futterkiste' });
  expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toEqual(event);
  expect(() =>
    new Verifier(secret).verify(body.replace('Alfreds', 'Alfredo'), headers as Record<string, string>),
  ).toThrow();
});

test('nobody listens: nothing is kept', async () => {
  await organization('Nobody hears of it');
  expect(await app.sql('SELECT FROM webhook_event')).toEqual([]);
});

test('each hears only what it asked for, by kind or by its first word', async () => {
  await listen({ kinds: ['campaign'] });
  await listen({ kinds: ['enrolment.pending'] });
  const { campaignId } = await world(app, { organizations: 2 });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  await organization('Not asked for');
  await drain();
  expect(delivered.map(({ event }) => event.type).sort()).toEqual(['campaign.draft', 'campaign.running']);
  expect(await admin.post('/webhooks', { url, kinds: ['nonsense'] })).toMatchObject({ status: 422 });
});

test('nobody takes it: it comes again with patience and the same id, and then stands as failed until it is replayed', async () => {
  receiver.answer = () => 503;
  const { id } = await listen({ kinds: ['organization'] });
  await organization('Patience');
  await drain();
  await drain();
  expect(delivered).toHaveLength(1);
  for (let i = 0; i < 12; i++) {
    await wait(25 * 3600);
    await drain();
  }
  expect(delivered).toHaveLength(10);
  expect(new Set(delivered.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const { body } = await admin.get(`/webhook-deliveries?webhookId=${id}&state=failed`);
  expect(body.items).toMatchObject([{ kind: 'organization.created', attempts: 10, status: 503, answer: 'thanks' }]);
  expect((await admin.get(`/webhooks/${id}`)).body.failingSince).not.toBeNull();
  receiver.answer = () => 200;
  expect(await admin.post(`/webhooks/${id}/replays`, { since: '2020-01-01T00:00:00Z' })).toMatchObject({
    status: 200,
    body: { deliveries: 1 },
  });
  await drain();
  expect((await admin.get(`/webhook-deliveries?webhookId=${id}`)).body.items).toMatchObject([
    { state: 'delivered', status: 200 },
  ]);
  expect((await admin.get(`/webhooks/${id}`)).body.failingSince).toBeNull();
  expect((await admin.post(`/webhook-deliveries/${body.items[0].id}/replay`)).status).toBe(200);
  await drain();
  expect(delivered).toHaveLength(12);
});

test('one that hangs up now and then holds up no other, and hears everything in the end', async () => {
  receiver.answer = () => (delivered.length % 2 ? 'hang up' : 200);
  await listen({ kinds: ['organization'] });
  await listen({ kinds: ['organization'] });
  for (let i = 0; i < 6; i++) await organization(`Busy ${i}`);
  await drain();
  const [{ done, again }] = (await app.sql(
    "SELECT count(*) FILTER (WHERE state = 'delivered')::int AS done, count(*) FILTER (WHERE state = 'pending' AND attempts = 1)::int AS again FROM webhook_delivery",
  )) as [Json];
  expect(done + again).toBe(12);
  expect(again).toBeGreaterThan(0);
  receiver.answer = () => 200;
  await wait(3600);
  await drain();
  expect(await app.sql("SELECT FROM webhook_delivery WHERE state <> 'delivered'")).toEqual([]);
});

test('two couriers at once tell each event once', async () => {
  await listen({ kinds: ['organization'] });
  for (let i = 0; i < 20; i++) await organization(`Twice ${i}`);
  await Promise.all([drain(), drain(), drain()]);
  const ids = delivered.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
});

test('a paused webhook gets its events afterwards, and one that answers 410 gets no more', async () => {
  const hook = await listen({ kinds: ['organization'] });
  const paused = await admin.patch(`/webhooks/${hook.id}`, { state: 'paused' }, { 'if-match': '"1"' });
  expect(paused.status).toBe(200);
  await organization('While you slept');
  await drain();
  expect(delivered).toEqual([]);
  await admin.patch(`/webhooks/${hook.id}`, { state: 'active' }, { 'if-match': '"2"' });
  receiver.answer = () => 410;
  await drain();
  expect(delivered).toHaveLength(1);
  expect((await admin.get(`/webhooks/${hook.id}`)).body).toMatchObject({
    state: 'disabled',
    stateReason: expect.stringContaining('410'),
  });
});

test('a secret is shown once; a renewed one and its predecessor both sign for a day', async () => {
  const { id, secret } = await listen({ kinds: ['organization'] });
  expect(
    JSON.stringify([(await admin.get(`/webhooks/${id}`)).body, (await admin.get('/webhooks')).body]),
  ).not.toContain('whsec_');
  const { body: renewed } = await admin.post(`/webhooks/${id}/secret`);
  await organization('Changing over');
  await drain();
  const [{ body, headers }] = delivered as [Delivered];
  for (const key of [secret, renewed.secret])
    expect(new Verifier(key).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'organization.created',
    });
  await app.sql("UPDATE webhook SET old_secret_until = clock_timestamp() - interval '1 second'");
  await organization('Changed over');
  await drain();
  expect(() =>
    new Verifier(secret).verify(delivered[1]!.body, delivered[1]!.headers as Record<string, string>),
  ).toThrow();
  const [{ trail }] = (await app.sql(
    "SELECT jsonb_agg(a)::text AS trail FROM audit_entry a WHERE entity = 'webhook'",
  )) as [Json];
  expect(trail).not.toContain('whsec_');
});

test('what somebody risks personally is not told', async () => {
  await listen({ kinds: ['conversation'] });
  const { userId, versionId, campaignId } = await world(app);
  await app.sql(
    `WITH c AS (INSERT INTO conversation (version_id, campaign_id, organization_id, rep_id, source, disposition, sentiment, verbatim, occurred_at)
       SELECT $1, $2, id, $3, 'rep', 'connected_not_now', 'negative', 'It would cost me my job.', app_now() FROM organization LIMIT 1 RETURNING id)
     INSERT INTO objection (conversation_id, code) SELECT id, unnest(ARRAY['risk_personal', 'budget']) FROM c`,
    [versionId, campaignId, userId],
  );
  await drain();
  expect(delivered.map(({ event }) => event.data)).toMatchObject([{ objections: ['budget'], verbatim: null }]);
  expect(JSON.stringify(delivered)).not.toMatch(/my job|risk_personal/);
});

test('private addresses are refused, and only administrators have a say', async () => {
  for (const bad of [
    'https://169.254.169.254/',
    'https://10.0.0.1/',
    'http://example.com/',
    'https://a:b@example.com/',
    'nonsense',
  ])
    expect(await admin.post('/webhooks', { url: bad })).toMatchObject({
      status: 422,
      body: { code: 'address_refused' },
    });
  expect((await ops.get('/webhooks')).status).toBe(403);
  expect((await ops.post('/webhooks', { url })).status).toBe(403);
});
