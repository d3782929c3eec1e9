import { randomUUID } from 'node:crypto';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { CALL, EMAIL, world, type World, type WorldPlan } from '../../support/world.js';
import { Outbox } from '../../../src/campaigns/index.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));
afterAll(() => app.close());

const drive = async (campaignId: string) => {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
};
const enrolments = async (campaignId: string): Promise<Json[]> =>
  (await ops.get<Json>(`/enrolments?campaignId=${campaignId}&limit=200`)).body.items;
const mails = (campaignId: string) =>
  app.sql<Json>('SELECT m.recipient FROM captured_mail m JOIN dispatch d USING (message_id) WHERE d.campaign_id = $1', [
    campaignId,
  ]);

/** A campaign whose people all have one of these spellings of an address, as records of before this rule. */
async function twins(spellings: string[], mark: 'address_twin' | 'shared_mailbox', plan: WorldPlan = {}) {
  const made = await world(app, { organizations: spellings.length, ...plan });
  const people = await app.sql<Json>(
    `SELECT c.id FROM contact c JOIN snapshot_contact s ON s.contact_id = c.id
      WHERE s.snapshot_id = $1 ORDER BY s.ordinal`,
    [made.snapshotId],
  );
  for (const [n, { id }] of people.entries())
    await app.sql(`UPDATE contact SET email = $2, email_key = lower($2), ${mark} = true WHERE id = $1`, [
      id,
      spellings[n % spellings.length],
    ]);
  await launch(made);
  return made;
}

async function launch({ campaignId }: World): Promise<void> {
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  await drive(campaignId);
}

const inbox = () => `Ines.Okafor@${randomUUID()}.example`;

test('one copy of a step reaches an address; the second contact is excluded and says whose address it is', async () => {
  const address = inbox();
  const { campaignId } = await twins([address, address.toUpperCase(), address.toLowerCase()], 'address_twin');
  await app.get(OutboxWorker).drain();
  expect(await mails(campaignId)).toHaveLength(1);
  const all = await enrolments(campaignId);
  const [sent, ...others] = all.toSorted((one, two) => Number(one.reason !== null) - Number(two.reason !== null));
  expect(sent).toMatchObject({ touches: 1, sameAddressAs: null });
  expect(others).toMatchObject([
    { state: 'excluded', reason: 'same_address', sameAddressAs: sent!.contact, touches: 0 },
    { state: 'excluded', reason: 'same_address', sameAddressAs: sent!.contact, touches: 0 },
  ]);
  const listed = await ops.get<Json>(`/messages?campaignId=${campaignId}&errorClass=same_address`);
  expect(listed.body.items).toMatchObject([
    { state: 'suppressed', sameAddressAs: sent!.id },
    { state: 'suppressed', sameAddressAs: sent!.id },
  ]);
  expect((await ops.get<Json>(`/enrolments?campaignId=${campaignId}&reason=same_address`)).body.items).toHaveLength(2);
});

test('of two people at a shared mailbox one gets the step, and the other goes on behind it', async () => {
  const address = inbox();
  const { campaignId } = await twins([address, address], 'shared_mailbox', { steps: [EMAIL('intro'), CALL('call')] });
  await app.get(OutboxWorker).drain();
  expect(await mails(campaignId)).toHaveLength(1);
  await drive(campaignId);
  const all = await enrolments(campaignId);
  expect(all.map(({ state }) => state)).toEqual(['active', 'active']);
  expect(all.map(({ stepState, touches }) => `${stepState} ${touches}`).toSorted()).toEqual(['done 0', 'done 1']);
  expect(all.filter(({ sameAddressAs }) => sameAddressAs !== null)).toHaveLength(1);
});

test('claimed by many at once, each address gets one copy', async () => {
  const plan = { organizations: 40, peopleEach: 2 };
  const addresses = Array.from({ length: 20 }, inbox);
  await twins(addresses, 'address_twin', plan);
  const before = await app.deadlocks();
  const claimed = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      app.get(Outbox).claim(String(9_000 + n), 10, async (_manager, due) => ({
        go: due.map(({ id }) => ({ id, senderId: null, domain: null })),
        later: [],
      })),
    ),
  );
  const recipients = claimed.flatMap((each) => each.claimed).map(({ recipient }) => recipient.toLowerCase());
  expect(recipients.toSorted()).toEqual(addresses.map((each) => each.toLowerCase()).toSorted());
  expect(await app.deadlocks()).toBe(before);
});

test('an enrolment whose copy surely did not go out gives the address up, and takes it again when it is free', async () => {
  const address = inbox();
  const { campaignId } = await twins([address, address], 'shared_mailbox');
  const claim = (key: string) =>
    app.get(Outbox).claim(key, 1, async (_, due) => ({
      go: due.map(({ id }) => ({ id, senderId: null, domain: null })),
      later: [],
    }));
  const [first] = (await claim('9101')).claimed;
  await app.get(Outbox).report('9101', [{ id: first!.id, state: 'failed', errorClass: 'template', response: 'x' }]);
  const [second] = (await claim('9102')).claimed;
  expect(second).toMatchObject({ state: 'sending', recipient: address });
  // the same message, put back because nothing was handed over, is still the one copy
  await app.get(Outbox).report('9102', [{ id: second!.id, state: 'queued', errorClass: 'deferred', response: null }]);
  expect((await claim('9103')).claimed).toMatchObject([{ id: second!.id }]);
  expect(await mails(campaignId)).toEqual([]);
});
