import { generateKeyPairSync } from 'node:crypto';
import { DomainHealth } from '../../../src/channels/email/domain-health/domain-health.js';
import { DnsServer, mx, txt, type Zone } from '../../support/dns-server.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { MailServer } from '../../support/mail-server.js';
import { world } from '../../support/world.js';

const key = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const KEY = [txt(`v=DKIM1; k=rsa; p=${key.publicKey.toString('base64')}`)];
const GOOD: Zone = {
  'acme.test': [txt('v=spf1 ip4:5.6.7.8 -all'), mx('mx.acme.test')],
  's1._domainkey.acme.test': KEY,
  's1._domainkey.other.test': KEY,
  'bounces.test': [txt('v=spf1 ip4:5.6.7.8 -all'), mx('mx.bounces.test')],
  '_dmarc.acme.test': [txt('v=DMARC1; p=reject; rua=mailto:d@acme.test')],
};

let dns: DnsServer;
let mail: MailServer;
let app: Installation;
let ops: Person;
let made = 0;

beforeAll(async () => {
  dns = await DnsServer.open();
  mail = await MailServer.open();
  app = await Installation.open({ dns: dns.address });
  ops = await app.as('sales_ops', 'sales');
});
beforeEach(() => dns.reset(GOOD));
afterAll(async () => {
  await app.close();
  await Promise.all([mail.close(), dns.close()]);
});

async function sender(facts: object = {}): Promise<Json> {
  const { hostname, port } = new URL(mail.url);
  const { status, body } = await ops.post('/senders', {
    name: 'Nancy',
    address: `nancy${++made}@acme.test`,
    postalAddress: '1 Main Street',
    smtpHost: hostname,
    smtpPort: Number(port),
    smtpTls: 'none',
    dkimSelector: 's1',
    dkimKey: key.privateKey,
    ...facts,
  });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
}
const checkNow = async ({ id }: Json): Promise<Json> => {
  const { status, body } = await ops.post(`/senders/${id}/domain-checks`, {});
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const standing = ({ lines }: Json): Json => Object.fromEntries(lines.map((line: Json) => [line.id, line.status]));

test('a mail that our transport signs verifies against DNS, and another key is told apart', async () => {
  const made = await sender();
  expect((await ops.get(`/senders/${made.id}/domain-check`)).body).toMatchObject({ checkedAt: null, lines: [] });
  const first = await checkNow(made);
  expect(standing(first)).toMatchObject({
    authentication: 'met',
    dkim_key: 'met',
    dkim_match: 'met',
    dkim_signature: 'met',
    dmarc_alignment: 'met',
    unsubscribe_mail: 'met',
    way_out: 'met',
    postal_address: 'met',
    tls: 'not_applicable',
  });
  expect(first.rules.find(({ id }: Json) => id === 'dkim')).toMatchObject({
    status: 'met',
    providers: expect.anything(),
  });
  expect(mail.accepted).toEqual([]);
  dns.zone['s1._domainkey.acme.test'] = [
    txt(
      `v=DKIM1; p=${generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
    ),
  ];
  const second = await checkNow(made);
  expect(standing(second)).toMatchObject({ dkim_match: 'not_met', dkim_signature: 'not_met', authentication: 'met' });
  expect(second.changes).toContainEqual({ at: second.checkedAt, id: 'dkim_match', from: 'met', to: 'not_met' });
});

test('what providers refuse keeps the launch, and mending it and checking again opens it', async () => {
  const made = await sender({ bounceAddress: 'b@bounces.test', dkimDomain: 'other.test' });
  const { campaignId } = await world(app, {});
  await ops.put(`/campaigns/${campaignId}/senders`, { senderIds: [made.id] });
  const preflight = async (): Promise<Json> => (await ops.get(`/campaigns/${campaignId}/preflight`)).body;
  expect(await preflight()).toMatchObject({ ready: true, blockers: [] });
  expect(await checkNow(made)).toMatchObject({ worst: 'blocks' });
  expect((await preflight()).blockers).toEqual([
    expect.objectContaining({ code: 'domain_dmarc_reject_unaligned', senderId: made.id }),
  ]);
  const refused = await ops.post(`/campaigns/${campaignId}/launch`, {});
  expect([refused.status, refused.body.code]).toEqual([409, 'launch_blocked']);
  dns.zone['_dmarc.acme.test'] = [txt('v=DMARC1; p=none; rua=mailto:d@acme.test')];
  expect(await checkNow(made)).toMatchObject({ worst: 'warns' });
  const mended = await preflight();
  expect(mended).toMatchObject({ ready: true, blockers: [] });
  expect(mended.warnings).toEqual([expect.objectContaining({ code: 'domain_not_met', senderId: made.id })]);
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
});

test('silent DNS keeps no launch', async () => {
  const made = await sender();
  for (const name of Object.keys(GOOD)) dns.zone[name] = 'silence';
  const { worst, lines } = await checkNow(made);
  expect(worst).not.toBe('blocks');
  expect(lines.find(({ id }: Json) => id === 'spf_record')).toMatchObject({ status: 'unknown', reason: 'no_answer' });
}, 40_000);

test('a sender is checked when it is new, after a change and a day later, by one process at a time', async () => {
  const made = await sender();
  const checks = async () =>
    (await app.sql<Json>('SELECT sender_revision FROM domain_check WHERE sender_id = $1', [made.id])).length;
  const due = () => app.get(DomainHealth).checkDue();
  await Promise.all([due(), due()]);
  expect(await checks()).toBe(1);
  await due();
  expect(await checks()).toBe(1);
  await ops.patch(`/senders/${made.id}`, { name: 'Nan' }, { 'if-match': '"1"' });
  expect((await ops.get(`/senders/${made.id}/domain-check`)).body.outdated).toBe(true);
  await due();
  expect(await checks()).toBe(2);
  await app.sql("UPDATE domain_check SET at = at - interval '25 hours'");
  await due();
  expect(await checks()).toBe(3);
  await app.sql("UPDATE domain_check SET at = at - interval '31 days'");
  await app.get(DomainHealth).forget();
  expect(await checks()).toBe(1);
  await app.sql("INSERT INTO domain_check_lease VALUES ($1, clock_timestamp() + interval '1 minute')", [made.id]);
  const busy = await ops.post(`/senders/${made.id}/domain-checks`, {});
  expect([busy.status, busy.body.code]).toEqual([409, 'check_running']);
  await app.sql('DELETE FROM domain_check_lease');
});

test('nothing of a sender whose mails are captured is checked', async () => {
  const made = await sender({ smtpHost: null, smtpPort: null, dkimKey: null, dkimSelector: null });
  const { worst, lines } = await checkNow(made);
  expect(worst).toBe('not_applicable');
  expect(new Set(lines.map(({ reason }: Json) => reason))).toEqual(new Set(['captured']));
});

test('a server that offers no TLS is not met where TLS is wanted, and one that is not there is unknown', async () => {
  expect(standing(await checkNow(await sender({ smtpTls: 'starttls' })))).toMatchObject({ tls: 'not_met' });
  expect(standing(await checkNow(await sender({ smtpTls: 'starttls', smtpPort: 1 })))).toMatchObject({
    tls: 'unknown',
  });
});
