import { Launch } from '../../src/campaigns/lifecycle/launch.js';
import { SHARDS } from '../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../src/campaigns/enrolments/driver.js';
import { Arrivals } from '../../src/channels/inbound/arrivals.js';
import { OutboxWorker } from '../../src/channels/email/outbox-worker.js';
import { Installation, type Json } from '../support/installation.js';
import { complaint, mail, report } from '../support/mails-in.js';
import { world } from '../support/world.js';
import { attack } from './attack.js';

let app: Installation;
let victim: Json;

beforeAll(async () => {
  app = await Installation.open();
  const ops = await app.as('sales_ops', 'sales');
  const { campaignId } = await world(app);
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  await app.get(OutboxWorker).drain();
  [victim] = (await app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1 LIMIT 1', [campaignId])) as [Json];
  expect(victim.state).toBe('sent');
});
afterAll(() => app.close());

const FOREIGN = '<x@elsewhere.example>';

/** What a stranger who knows a buyer's address can write. Our Message-ID and the return address are not known to them. */
const forgeries = (): Record<string, Buffer | string> => {
  const { recipient } = victim;
  const daemon = { From: 'MAILER-DAEMON@mx.example', Subject: 'failure notice' };
  return {
    'a hard bounce in prose': mail(daemon, `<${recipient}>:\n550 5.1.1 no such user (in reply to RCPT TO command)\n`),
    'a delivery status notification': report(
      { ...victim, message_id: FOREIGN },
      'failed',
      '5.1.1',
      '550 5.1.1 User unknown',
    ),
    'a complaint': complaint({ recipient }, FOREIGN),
    'a bounce to a return address with another message': mail(
      { ...daemon, 'Delivered-To': `bounces+${'0'.repeat(32)}@ours.example` },
      `<${recipient}>:\n550 5.1.1 no such user\n`,
    ),
  };
};

attack(
  'a mail that claims that a buyer bounced or complained takes no one out',
  [
    'a hard bounce in prose',
    'a delivery status notification',
    'a complaint',
    'a bounce to a return address with another message',
  ],
  async (kind) => {
    const state = () =>
      app.sql(
        `SELECT (SELECT count(*)::int FROM suppression) AS suppressions,
                (SELECT state FROM dispatch WHERE id = $1) AS message,
                (SELECT state FROM enrolment WHERE id = $2) AS enrolment`,
        [victim.id, victim.enrolment_id],
      );
    const before = await state();
    const arrived = await app.get(Arrivals).take(Buffer.from(forgeries()[kind]!), 'test');
    expect(arrived).toMatchObject({ state: 'unmatched', repeated: false });
    expect(await state()).toEqual(before);
  },
);
