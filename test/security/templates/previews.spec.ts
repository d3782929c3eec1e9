import { Installation, type Json, type Person } from '../../support/installation.js';
import { EMAIL, world, type World } from '../../support/world.js';
import { whileAlive } from '../alive.js';
import { attack } from '../attack.js';
import { face, MUCH_TEXT, RUNAWAY_MARKUP, WAY_OUT } from './markup.corpus.js';

let app: Installation;
let ops: Person;
let made: World;
let contactId: string;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
  made = await world(app);
  [{ contactId }] = (await app.sql<Json>('SELECT contact_id AS "contactId" FROM snapshot_contact')) as [Json];
  // the first mail of a process waits for the compiler
  expect((await preview(face('x'))).status).toBe(200);
});
afterAll(() => app.close());

const step = (mjml: string) => EMAIL('intro', { body: WAY_OUT, mjml });
const preview = (mjml: string) =>
  ops.post<Json>('/plays/mail-previews', { step: step(mjml), versionId: made.versionId, contactId });
/** As a row that was kept before anything looked at markup. */
const keep = (mjml: string) =>
  app.sql('UPDATE campaign SET steps = $2 WHERE id = $1', [made.campaignId, JSON.stringify([step(mjml)])]);

attack(
  'a preview of markup that runs away is refused, and the API answers meanwhile',
  RUNAWAY_MARKUP,
  async (mjml) => {
    const { status, body } = await whileAlive(app, preview(mjml));
    expect([status, body.errors?.[0].field]).toEqual([422, 'steps.0.mjml']);
  },
  300_000,
);

attack(
  'a preview of markup of much text is shown or refused, and the API answers meanwhile',
  MUCH_TEXT,
  async (inside) => {
    const { status, body } = await whileAlive(app, preview(face(inside)));
    expect([200, 422]).toContain(status);
    if (status === 200) expect(body.html).toContain('example.com/r/preview');
  },
  300_000,
);

attack(
  'a campaign that kept markup that runs away says so before its launch, previews nothing of it, and launches never',
  // styles, depth, loops, and what is no markup
  RUNAWAY_MARKUP.filter((_, n) => [0, 4, 7, 9].includes(n)),
  async (mjml) => {
    await keep(mjml);
    const { status, body } = await whileAlive(app, ops.get<Json>(`/campaigns/${made.campaignId}/preflight`));
    expect([status, body.blockers.map(({ code }: Json) => code)]).toEqual([200, expect.arrayContaining(['template'])]);
    const shown = await whileAlive(
      app,
      ops.post<Json>(`/campaigns/${made.campaignId}/mail-previews`, { stepKey: 'intro', contactId }),
    );
    // too slow is 503: the machine may have been busy
    expect([422, 503]).toContain(shown.status);
    const launched = await whileAlive(app, ops.post<Json>(`/campaigns/${made.campaignId}/launch`, {}));
    expect(launched.status).toBeGreaterThanOrEqual(400);
    expect(launched.status).not.toBe(500);
    expect(await app.sql('SELECT FROM campaign WHERE launched_at IS NOT NULL')).toEqual([]);
  },
  600_000,
);

attack(
  'previews that run away, many at once, keep no one from a preview that is well',
  [5],
  async (many) => {
    const runaways = Array.from({ length: many }, () => preview(RUNAWAY_MARKUP[0]!));
    const statuses = (await whileAlive(app, Promise.all(runaways))).map(({ status }) => status);
    expect(statuses.filter((status) => ![422, 429, 503].includes(status))).toEqual([]);
    expect((await preview(face('x'))).status).toBe(200);
  },
  300_000,
);
