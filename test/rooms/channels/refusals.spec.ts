import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AutoPause } from '../../../src/campaigns/outbox/auto-pause.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { Health } from '../../../src/channels/email/senders/health.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { MailServer } from '../../support/mail-server.js';
import { report } from '../../support/mails-in.js';
import { EMAIL, world } from '../../support/world.js';

const CASES = readFileSync(fileURLToPath(new URL('../../data/cases/01-smtp-refusals.tsv', import.meta.url)), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t')[1]!);
const [LISTED, SPAMHAUS, , QUOTA, UNKNOWN] = CASES as [string, string, string, string, string];

let app: Installation;
let ops: Person;
let mail: MailServer;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin'], 'sales');
  mail = await MailServer.open();
});
beforeEach(() => mail.reset());
afterEach(async () => {
  await app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'");
  await app.sql('DELETE FROM throttle');
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

let made = 0;
/** A campaign with a sender, and one person at each organization, whose mails were tried once. */
async function tried(refuse: (organization: number) => string | undefined, organizations: number) {
  mail.refuse = (recipient) => refuse(Number(/-(\d+)\.example$/.exec(recipient)![1]));
  const { hostname, port } = new URL(mail.url);
  const smtp = { smtpHost: hostname, smtpPort: Number(port), smtpTls: 'none', perMinute: 6000 };
  const address = `nancy${++made}@vmi.example`;
  const { body: sender } = await ops.post<Json>('/senders', { name: 'Nancy', address, ...smtp });
  const { campaignId } = await world(app, { organizations, steps: [EMAIL('intro'), EMAIL('second')] });
  await ops.put(`/campaigns/${campaignId}/senders`, { senderIds: [sender.id] });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  await app.get(OutboxWorker).drain();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await app.get(OutboxWorker).drain();
  return { campaignId, senderId: sender.id as string };
}
const messages = (campaignId: string) =>
  app.sql<Json>(
    `SELECT d.*, split_part(split_part(d.recipient, '.', -2), '-', -1)::int AS n, e.state AS enrolment, e.reason
       FROM dispatch d JOIN enrolment e ON e.id = d.enrolment_id WHERE d.campaign_id = $1 ORDER BY n, d.id`,
    [campaignId],
  );
const suppressed = async (all: Json[]) =>
  (
    await app.sql<Json>('SELECT value FROM suppression WHERE value = ANY($1) AND lifted_at IS NULL', [
      all.map(({ recipient }) => recipient),
    ])
  ).length;
const stateOf = async ({ campaignId, senderId }: { campaignId: string; senderId: string }) => ({
  campaign: (await ops.get<Json>(`/campaigns/${campaignId}`)).body.state,
  sender: (await ops.get<Json>(`/senders/${senderId}`)).body,
});

test('of six refusals at sending time only "does not exist" ends a person; the others wait, and sender and campaign stop', async () => {
  const where = await tried((n) => CASES[n - 1], 6);
  const all = await messages(where.campaignId);
  expect(all.map(({ state, error_class: why, enrolment }) => `${state} ${why} ${enrolment}`)).toEqual([
    'queued refused active',
    'queued refused active',
    'queued refused active',
    'queued returned active',
    'bounced rejected bounced',
    'queued refused active',
  ]);
  expect(await suppressed(all)).toBe(1);
  await app.get(AutoPause).check();
  await app.get(Health).check();
  const { campaign, sender } = await stateOf(where);
  expect(campaign).toBe('paused');
  expect(sender).toMatchObject({ state: 'stopped', stateReason: expect.stringContaining('because of us') });
});

test('a provider that takes none of our mails stops the sender, though all others accept', async () => {
  const where = await tried((n) => (n % 8 === 0 ? SPAMHAUS : undefined), 48);
  expect((await messages(where.campaignId)).filter(({ state }) => state === 'sent')).toHaveLength(42);
  await app.get(Health).check();
  const { sender } = await stateOf(where);
  expect(sender.state).toBe('stopped');
  expect(sender.stateReason).toMatch(/^6 mails to .* and 4 more, all of them, were refused because of us/);
  // a person who mends it is not overruled by what was refused before, and the mails go out
  mail.refuse = () => undefined;
  await ops.put(`/senders/${where.senderId}/state`, { state: 'active', reason: 'We are off the list.' });
  await app.get(Health).check();
  expect((await stateOf(where)).sender.state).toBe('active');
  await app.travel(5);
  await app.get(OutboxWorker).drain();
  const after = (await messages(where.campaignId)).filter(({ step_key: step }) => step === 'intro');
  expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['sent']));
});

test('one server that refuses us among many stops nothing', async () => {
  const where = await tried((n) => (n < 3 ? LISTED : undefined), 30);
  await app.get(AutoPause).check();
  await app.get(Health).check();
  expect(await stateOf(where)).toMatchObject({ campaign: 'running', sender: { state: 'active' } });
  expect(await suppressed(await messages(where.campaignId))).toBe(0);
});

test('a full mailbox is tried again, and then a rep is asked; the address stays', async () => {
  const { campaignId } = await tried(() => QUOTA, 1);
  await app.sql("INSERT INTO setting (key, value) VALUES ('sendErrorsBeforePause', '1000') ON CONFLICT DO NOTHING");
  for (let turn = 0; turn < 6; turn++) {
    await app.travel(5);
    await app.get(OutboxWorker).drain();
  }
  const [about] = (await messages(campaignId)) as [Json];
  expect(about).toMatchObject({ state: 'failed', enrolment: 'paused', reason: 'awaiting_rep' });
  expect(await suppressed([about])).toBe(0);
  const tasks = await app.sql<Json>('SELECT kind, title, words FROM task WHERE enrolment_id = $1', [
    about.enrolment_id,
  ]);
  expect(tasks).toEqual([
    { kind: 'reply', title: expect.stringContaining('could not be mailed'), words: expect.stringContaining('quota') },
  ]);
});

describe('in a returned mail', () => {
  const MAIL = { 'content-type': 'message/rfc822' };
  const back = async (status: string, words: string): Promise<Json> => {
    const { campaignId } = await tried(() => undefined, 1);
    const [about] = (await messages(campaignId)) as [Json];
    const { body } = await ops.post<Json>('/inbound-mails', report(about, 'failed', status, words), MAIL);
    expect(body.state).toBe('handled');
    return (await messages(campaignId)).find(({ id }) => id === about.id)!;
  };

  test.each(CASES)('the same counts: %s', async (words) => {
    const hard = words === UNKNOWN;
    const about = await back(/\d\.\d\.\d+/.exec(words)![0], words);
    expect([about.state, about.enrolment]).toEqual(hard ? ['bounced', 'bounced'] : ['sent', 'active']);
    expect(about.refused_at === null).toBe(hard || words === QUOTA);
    expect(await suppressed([about])).toBe(hard ? 1 : 0);
  });

  test.each([
    ['5.0.0', '550 User unknown'],
    ['5.0.0', '550 No such user here'],
    ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'],
    ['5.4.1', '550 5.4.1 Recipient address rejected: Access denied'],
  ])('an unknown user is one, whatever the code: %s %s', async (status, words) => {
    const about = await back(status, words);
    expect([about.state, about.enrolment]).toEqual(['bounced', 'bounced']);
    expect(await suppressed([about])).toBe(1);
  });
});
