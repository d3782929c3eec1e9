import { Installation, type Json, type Person } from '../../support/installation.js';
import { EMAIL, world, type World } from '../../support/world.js';

let app: Installation;
let ops: Person;
let made: World;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  made = await world(app, {
    organizations: 3,
    always: false,
    steps: [EMAIL('intro', { subject: 'Ten minutes, {{ contact.givenName }}?' })],
  });
  await app.sql(
    `UPDATE contact SET name = email, given_name = NULL
      WHERE id IN (SELECT contact_id FROM snapshot_contact WHERE snapshot_id = $1 AND ordinal < 3)`,
    [made.snapshotId],
  );
  await app.sql(
    `UPDATE organization SET time_zone = NULL
      WHERE id IN (SELECT organization_id FROM snapshot_contact WHERE snapshot_id = $1 AND ordinal = 1)`,
    [made.snapshotId],
  );
});
afterAll(() => app.close());

const preview = async (ordinal: number): Promise<Json> => {
  const [{ contact_id: contactId }] = (await app.sql<Json>(
    'SELECT contact_id FROM snapshot_contact WHERE snapshot_id = $1 AND ordinal = $2',
    [made.snapshotId, ordinal],
  )) as [Json];
  return (await ops.post(`/campaigns/${made.campaignId}/mail-previews`, { stepKey: 'intro', contactId })).body;
};

test('whom no name is known of is greeted without one, and the preview says what is missing', async () => {
  expect(await preview(1)).toMatchObject({
    subject: 'Ten minutes?',
    text: expect.stringMatching(/^Hello: https/),
    missing: ['contact.givenName'],
  });
  expect(await preview(3)).toMatchObject({ subject: 'Ten minutes, Person?', missing: [] });
});

test('the launch check lists what is missing and for how many, and does not keep the launch for it', async () => {
  const { body } = await ops.get(`/campaigns/${made.campaignId}/preflight`);
  expect(body.missing).toEqual([
    { field: 'contact.givenName', people: 2 },
    { field: 'timeZone', people: 1 },
  ]);
  expect(body.blockers.map(({ code }: Json) => code)).not.toContain('missing');
});
