import { markEmail, markPhone, Verification } from '../../../src/accounts/index.js';
import { CLAIM } from '../../../src/accounts/verification/verification.sql.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { JobQueue, Config, Shutdown, Settings } from '../../../src/platform/index.js';
import { DnsServer, mx, a } from '../../support/dns-server.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { until } from '../../support/programs.js';
import { CALL, EMAIL, world } from '../../support/world.js';

let dns: DnsServer;
let app: Installation;
let ops: Person;

beforeAll(async () => {
  dns = await DnsServer.open({
    'acme.test': [mx('mx.acme.test')],
    'nomail.test': [mx('.', 0)],
    'old.test': [a('192.0.2.1')],
    'broken.test': 'SERVFAIL',
    'mute.test': 'silence',
    'gmial.com': [mx('mx.squatter.test')],
  });
  app = await Installation.open({ dns: dns.address });
  ops = await app.as('sales_ops', 'sales');
});
afterAll(async () => {
  await app.close();
  await dns.close();
});
beforeEach(async () => {
  await app.asOwner('TRUNCATE organization, contact, mail_domain, clock CASCADE');
  await app.sql("UPDATE campaign SET state = 'completed'");
  dns.asked.length = 0;
});

const person = async (email: string | null, facts: Json = {}): Promise<string> =>
  (await ops.post('/contacts', { name: 'Maria Anders', email, ...facts })).body.id;
const verified = async (): Promise<number> => app.get(Verification).drain();
const seen = async (id: string): Promise<Json> => (await ops.get(`/contacts/${id}`)).body;

test('what can be told of an address and a number is written down, with its reason, source and time', async () => {
  const found: Record<string, Json> = {};
  for (const [email, facts] of [
    ['maria@acme.test', { phone: '+49 30 901820' }],
    ['info@acme.test', { phone: '+44 909 8790000' }],
    ['maria@gmial.com', { phone: '+1 111 555 2671' }],
    ['maria@mailinator.com', {}],
    ['maria@nomail.test', {}],
    ['maria@old.test', {}],
    ['maria@gone.test', {}],
    ['maria@broken.test', { phone: '+49 1522 8817386' }],
  ] as [string, Json][])
    found[email] = await person(email, facts);
  expect(await verified()).toBe(8);
  const states = await Promise.all(Object.values(found).map((id) => seen(id)));
  expect(
    states.map(({ email, emailState, emailReason, phoneState, phoneReason }) =>
      [email, emailState, emailReason, phoneState, phoneReason].join(' ').trim(),
    ),
  ).toEqual([
    'maria@acme.test valid  valid',
    'info@acme.test risky role_address risky premium_rate',
    'maria@gmial.com risky misspelt_domain risky not_in_use',
    // the server knows nothing of it, and says so
    'maria@mailinator.com invalid no_such_domain unverified',
    'maria@nomail.test invalid accepts_no_mail unverified',
    'maria@old.test risky no_mx unverified',
    'maria@gone.test invalid no_such_domain unverified',
    'maria@broken.test unverified dns_unavailable valid',
  ]);
  expect(states[0]).toMatchObject({
    emailSource: 'verification',
    emailCheckedAt: expect.any(String),
    phoneType: 'fixed_line',
    phoneCheckedAt: expect.any(String),
    revision: 1,
  });
  expect(states[2]).toMatchObject({ emailSuggestion: 'maria@gmail.com' });
  expect(states[7]).toMatchObject({ emailCheckedAt: null });
});

test('a domain is looked up once for all its people, and believed for some days', async () => {
  for (let n = 0; n < 20; n++) await person(`p${n}@acme.test`);
  await verified();
  await person('one.more@acme.test');
  expect(await verified()).toBe(1);
  expect(dns.asked.filter((each) => each.includes('acme.test'))).toEqual(['MX acme.test']);
  await app.travel(24 * 8);
  await person('later@acme.test');
  await verified();
  expect(dns.asked.filter((each) => each.includes('acme.test'))).toHaveLength(2);
});

test('while DNS is silent they stay unverified and are asked again, later each time; then it is settled', async () => {
  const id = await person('maria@mute.test');
  expect(await verified()).toBe(1);
  expect(await verified()).toBe(0);
  await app.travel(0.1);
  expect(await verified()).toBe(1);
  await app.travel(0.05);
  expect(await verified()).toBe(0);
  expect(await app.sql("SELECT failures FROM mail_domain WHERE domain = 'mute.test'")).toEqual([{ failures: 2 }]);
  dns.zone['mute.test'] = [mx('mx.mute.test')];
  await app.travel(1);
  expect(await verified()).toBe(1);
  expect(await seen(id)).toMatchObject({ emailState: 'valid', emailReason: null });
  dns.zone['mute.test'] = 'silence';
});

test('one slow domain keeps nobody else waiting', async () => {
  await person('slow@mute.test');
  const id = await person('maria@acme.test');
  await app.sql("INSERT INTO mail_domain (domain, route) VALUES ('acme.test', 'mx')");
  const turn = verified();
  await until('the other is known', async () => (await seen(id)).emailState === 'valid');
  expect(await Promise.race([turn, 'still waiting'])).toBe('still waiting');
  await turn;
});

test('a process that ends does not wait for DNS, and blames no domain: the next asks again', async () => {
  const id = await person('slow@mute.test');
  const ending = new Shutdown();
  const other = new Verification(app.source, app.get(Settings), app.get(JobQueue), ending, app.get(Config));
  const turn = other.drain();
  await until('the server is asked', () => dns.asked.length > 0);
  const asked = performance.now();
  ending.begin();
  expect(await turn).toBe(1);
  expect(performance.now() - asked).toBeLessThan(1_500);
  expect(await app.sql('SELECT FROM mail_domain')).toEqual([]);
  dns.zone['mute.test'] = [mx('mx.mute.test')];
  await app.travel(0.05);
  expect(await verified()).toBe(1);
  expect(await seen(id)).toMatchObject({ emailState: 'valid' });
  dns.zone['mute.test'] = 'silence';
});

test('a bounce and what a person found outrank it, until the address or number is corrected', async () => {
  const id = await person('maria@acme.test', { phone: '+49 30 901820' });
  await app.transaction(async (manager) => {
    await markEmail(manager, id, 'bounced');
    await markPhone(manager, id, 'invalid');
  });
  await verified();
  expect(await seen(id)).toMatchObject({
    emailState: 'bounced',
    emailSource: 'delivery',
    phoneState: 'invalid',
    phoneSource: 'person',
  });
  const { revision } = await seen(id);
  await ops.patch(
    `/contacts/${id}`,
    { email: 'm.anders@acme.test', phone: '+49 30 901821' },
    { 'if-match': `"${revision}"` },
  );
  expect(await seen(id)).toMatchObject({ emailState: 'corrected', emailSource: null, emailCheckedAt: null });
  await verified();
  expect(await seen(id)).toMatchObject({
    emailState: 'valid',
    emailSource: 'verification',
    phoneState: 'valid',
    emailReason: null,
  });
});

test('whatever changes an address, also a statement over many rows, makes it unverified; who edits meanwhile wins', async () => {
  const id = await person('maria@acme.test');
  await verified();
  await app.sql("UPDATE contact SET email = 'maria@gone.test', email_key = 'maria@gone.test'");
  expect(await seen(id)).toMatchObject({ emailState: 'unverified', emailReason: null, emailCheckedAt: null });
  await verified();
  expect(await seen(id)).toMatchObject({ emailState: 'invalid' });
  await app.sql("UPDATE contact SET email = 'x@mute.test', email_key = 'x@mute.test'");
  const turn = verified();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await app.sql("UPDATE contact SET email = 'maria@acme.test', email_key = 'maria@acme.test'");
  await turn;
  await verified();
  expect(await seen(id)).toMatchObject({ emailState: 'valid' });
});

test('checked again after the days of the setting; the erased and the made up never', async () => {
  const id = await person('maria@acme.test');
  await person('made@up.test', { madeUp: true });
  expect(await verified()).toBe(1);
  await app.travel(24 * 89);
  expect(await verified()).toBe(0);
  await app.travel(24 * 91);
  expect(await verified()).toBe(1);
  await app.sql('UPDATE contact SET erased_at = app_now() WHERE id = $1', [id]);
  await app.travel(24 * 200);
  expect(await verified()).toBe(0);
});

test('two workers at once judge everybody once', async () => {
  await app.sql(
    "INSERT INTO contact (name, name_key, email, email_key) SELECT 'P', 'p', 'p' || n || '@acme.test', 'p' || n || '@acme.test' FROM generate_series(1, 1200) n",
  );
  const judged = await Promise.all([verified(), verified(), verified()]);
  expect(judged.reduce((sum, n) => sum + n)).toBe(1200);
  expect(await app.sql("SELECT count(*)::int AS n FROM contact WHERE email_state = 'valid'")).toEqual([{ n: 1200 }]);
});

test('who is about to be reached goes first', async () => {
  await app.sql(
    "INSERT INTO contact (name, name_key, email, email_key) SELECT 'P', 'p', 'p' || n || '@acme.test', 'p' || n || '@acme.test' FROM generate_series(1, 600) n",
  );
  const { campaignId } = await world(app, { organizations: 3, peopleEach: 2 });
  const [before] = await app.sql('SELECT count(*)::int AS n FROM verification_request');
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  expect([before.n, (await app.sql('SELECT count(*)::int AS n FROM verification_request'))[0].n]).toEqual([0, 6]);
  const first = await app.sql<{ email: string }>(CLAIM, [90, 7, 0]);
  expect(first.filter(({ email }) => email.endsWith('.example'))).toHaveLength(6);
  await verified();
  expect(await app.sql('SELECT FROM verification_request')).toEqual([]);
});

test('scheduling a campaign asks for its people too', async () => {
  const { campaignId } = await world(app, { organizations: 2 });
  const at = new Date(Date.now() + 86_400_000).toISOString();
  expect((await ops.post(`/campaigns/${campaignId}/launch`, { at })).body.state).toBe('scheduled');
  expect(await app.sql('SELECT FROM verification_request')).toHaveLength(2);
});

test('an address found invalid after enrolment leads to a fix task, also where its mail waits already', async () => {
  const { campaignId } = await world(app, { organizations: 2, steps: [EMAIL('intro'), CALL('call')] });
  await ops.post(`/campaigns/${campaignId}/launch`, {});
  await app.get(Launch).run(campaignId);
  const drive = async () => {
    for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  };
  await drive();
  expect(await app.sql("SELECT FROM dispatch WHERE campaign_id = $1 AND state = 'queued'", [campaignId])).toHaveLength(
    2,
  );
  await verified();
  expect(await app.sql("SELECT FROM contact WHERE email_state = 'invalid'")).toHaveLength(2);
  await app.get(OutboxWorker).drain();
  await drive();
  expect(
    await app.sql("SELECT kind, state FROM task WHERE campaign_id = $1 AND kind = 'fix_contact'", [campaignId]),
  ).toEqual([
    { kind: 'fix_contact', state: 'open' },
    { kind: 'fix_contact', state: 'open' },
  ]);
  expect(await app.sql('SELECT FROM captured_mail')).toEqual([]);
});
