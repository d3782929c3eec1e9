import { Installation, type Json } from '../../support/installation.js';
import { EMAIL, world } from '../../support/world.js';
import { CLAIM } from '../../../src/campaigns/outbox/message-transitions.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';

const [QUEUED, CLAIMED] = [600, 300];

let app: Installation;

beforeAll(async () => {
  app = await Installation.open();
});
afterAll(() => app.close());

interface Plan {
  'Rows Removed by Join Filter'?: number;
  Plans?: Plan[];
}

const compared = ({ 'Rows Removed by Join Filter': rows = 0, Plans = [] }: Plan): number =>
  rows + Plans.reduce((sum, plan) => sum + compared(plan), 0);

test('a claim right after a launch, of which the planner knows nothing yet, does not compare each message with each', async () => {
  const ops = await app.as('sales_ops', 'sales');
  const { campaignId } = await world(app, { organizations: QUEUED / 2, peopleEach: 2, steps: [EMAIL('first_mail')] });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  const queued = await app.sql<Json>(
    `SELECT d.id, c.email_key AS "emailKey", 'hash of ' || c.email_key AS "emailHash"
       FROM dispatch d JOIN contact c ON c.id = d.contact_id WHERE d.state = 'queued'`,
  );
  expect(queued).toHaveLength(QUEUED);
  await app.transaction(async (manager) => {
    const admitted = JSON.stringify(queued.slice(0, CLAIMED));
    const [plan] = await manager.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${CLAIM}`, ['1', admitted]);
    expect(plan['QUERY PLAN'][0].Plan['Actual Rows']).toBe(CLAIMED);
    expect(compared(plan['QUERY PLAN'][0].Plan)).toBeLessThan(10 * CLAIMED);
  });
});
