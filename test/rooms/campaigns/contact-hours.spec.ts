import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { world } from '../../support/world.js';

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
afterAll(() => app.close());

async function travelTo(instant: string): Promise<void> {
  const [{ hours }] = (await app.sql<Json>(
    'SELECT extract(epoch FROM $1::timestamptz - app_now())::float8 / 3600 AS hours',
    [instant],
  )) as [Json];
  await app.travel(hours);
}

interface Where {
  zone?: string | null;
  country?: string | null;
  region?: string | null;
}

async function launched({ zone = null, country = null, region = null }: Where): Promise<string> {
  const made = await world(app, { always: false });
  await app.sql(
    `UPDATE organization SET time_zone = $2, country = $3, region = $4
      WHERE id IN (SELECT organization_id FROM snapshot_organization WHERE snapshot_id = $1)`,
    [made.snapshotId, zone, country, region],
  );
  await ops.post(`/campaigns/${made.campaignId}/launch`, {});
  await app.get(Launch).run(made.campaignId);
  return made.campaignId;
}

async function drive(campaignId: string): Promise<Json> {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  const [found] = await app.sql<Json>(
    `SELECT deferred, (SELECT count(*)::int FROM dispatch d WHERE d.enrolment_id = e.id) AS mails
       FROM enrolment e WHERE campaign_id = $1`,
    [campaignId],
  );
  return found!;
}

const at = async (instant: string, where: Where): Promise<Json> => {
  await travelTo(instant);
  return drive(await launched(where));
};

const HELD = { deferred: 'quiet_hours', mails: 0 };
const SENT = { deferred: null, mails: 1 };

// the case file 09-feast-days, and other days of its kind
test.each([
  ['Asia/Riyadh', 'SA', null, '2026-05-27T08:00:00Z', HELD],
  ['Europe/Istanbul', 'TR', null, '2026-05-28T07:00:00Z', HELD],
  ['Asia/Dubai', 'AE', null, '2026-05-28T08:00:00Z', HELD],
  ['Asia/Riyadh', 'SA', null, '2026-11-29T09:00:00Z', SENT],
  ['Asia/Riyadh', 'SA', null, '2026-12-04T09:00:00Z', HELD],
  ['Europe/Istanbul', 'TR', null, '2027-05-18T08:30:00Z', HELD],
  ['Africa/Cairo', 'EG', null, '2027-05-18T08:30:00Z', HELD],
  ['Europe/Istanbul', 'TR', null, '2027-05-20T08:30:00Z', SENT],
  ['Europe/Berlin', 'DE', 'Bayern', '2027-05-27T09:00:00Z', HELD],
  ['Europe/Berlin', 'DE', 'Berlin', '2027-05-27T09:00:00Z', SENT],
  ['Europe/Berlin', 'DE', null, '2027-05-27T09:00:00Z', SENT],
])('%s %s %s at %s', async (zone, country, region, instant, expected) => {
  expect(await at(instant, { zone, country, region })).toEqual(expected);
});

// the case file 10-us-without-place
test('with the country alone, a mail leaves when every zone of it is at work', async () => {
  for (const instant of ['2027-11-29T10:00:00Z', '2027-11-29T14:30:00Z', '2027-11-29T22:00:00Z'])
    expect([instant, await at(instant, { country: 'US' })]).toEqual([instant, HELD]);
  expect(await at('2027-11-30T19:30:00Z', { country: 'US' })).toEqual(SENT);
});

test('one without a place is held with the reason, listed, and reached once the place is known', async () => {
  await travelTo('2027-12-01T12:00:00Z');
  for (const where of [{}, { country: 'RU' }]) {
    const campaignId = await launched(where);
    expect(await drive(campaignId)).toEqual({ deferred: 'time_zone_unknown', mails: 0 });
    const { body } = await ops.get(`/enrolments?campaignId=${campaignId}&deferred=time_zone_unknown`);
    expect(body.items).toHaveLength(1);
    await app.sql(
      "UPDATE organization SET time_zone = 'Europe/Berlin' WHERE id = (SELECT organization_id FROM enrolment WHERE campaign_id = $1)",
      [campaignId],
    );
    await app.travel(1.01);
    expect(await drive(campaignId)).toEqual(SENT);
  }
});
