import { randomUUID } from 'node:crypto';
import { Arrivals } from '../../src/channels/inbound/arrivals.js';
import { InboundActions } from '../../src/channels/inbound/inbound-actions.js';
import { MailReader } from '../../src/channels/inbound/mail-reader.js';
import { hostileText, NUMBERED, REPEATED } from './hostile-texts.js';
import { whileAlive } from './alive.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import { mail } from '../support/mails-in.js';
import { attack } from './attack.js';
import { ReturnAddresses } from '../../src/channels/email/verp.js';
import { MailAuthentication } from '../../src/channels/inbound/authentication/mail-authentication.js';

const MAIL = { 'content-type': 'message/rfc822' };
const MEGABYTE = 1024 * 1024;
let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin'], 'sales');
});
afterAll(() => app.close());

const unique = (body: string, headers: Record<string, string> = {}): Buffer =>
  mail({ From: `a-${randomUUID()}@x.example`, Subject: 'Undelivered', ...headers }, body);

async function take(raw: Buffer, latest?: number): Promise<Json> {
  const { status, body } = await whileAlive(app, ops.post<Json>('/inbound-mails', raw, MAIL), latest);
  expect(status).toBe(200);
  return body;
}
const stored = async (id: string) => (await ops.get<Json>(`/inbound-mails/${id}`)).body;

attack(
  'a megabyte that is made to stop its reader is read, and the API answers meanwhile',
  [...REPEATED, ...NUMBERED],
  async (piece) => {
    const { state } = await take(unique(hostileText(piece, MEGABYTE)));
    expect(state).toBe('unmatched');
  },
  600_000,
);

attack(
  'so is a small mail that is made of what was cubic',
  ['1 <@ <@:\n', '<@', 'mail @@', '* ', '"<(', 'From:  ', '- ', 'to   '].map((piece) => hostileText(piece, 2_176)),
  async (body) => {
    expect((await take(unique(body))).state).toBe('unmatched');
    expect((await take(unique('x', { Subject: body.replaceAll(/\s+/g, ' ') }))).state).toBe('unmatched');
  },
);

describe('a mail that takes more than any mail needs', () => {
  test('is kept with its error while the API answers, and others are read; its first megabyte is read later', async () => {
    // a text whose lines look like an attachment's: 600,000 of them; this process sends and stores its 36 MB too
    const bad = await take(unique(`${'A'.repeat(60)}\n`.repeat(600_000)), 1_000);
    expect(bad.state).toBe('new');
    expect(await stored(bad.id)).toMatchObject({ state: 'new', error: expect.stringMatching(/^This mail took too/) });
    expect((await take(unique('Hello.'))).state).toBe('unmatched');
    await whileAlive(app, app.get(Arrivals).again());
    expect(await stored(bad.id)).toMatchObject({ state: 'unmatched', whole: false, error: null });
  }, 120_000);

  describe('each time', () => {
    let reader: MailReader;
    let arrivals: Arrivals;
    beforeEach(() => {
      reader = new MailReader({ milliseconds: 1 });
      arrivals = new Arrivals(
        app.source,
        reader,
        app.get(MailAuthentication),
        app.get(ReturnAddresses),
        app.get(InboundActions),
      );
    });
    afterEach(() => reader.close());

    test('is tried few times, and then waits for a person, with its source and its error', async () => {
      const { id, state } = await arrivals.take(unique('Hello.'), 'test');
      expect(state).toBe('new');
      for (let attempt = 2; attempt <= 5; attempt++) await arrivals.again();
      const [kept] = await app.sql<Json>('SELECT attempts, length(raw) AS n FROM inbound_mail WHERE id = $1', [id]);
      expect([kept.attempts, kept.n > 100]).toEqual([3, true]);
      const listed = (await ops.get<Json>('/inbound-mails?state=unmatched')).body.items;
      expect(listed.find((each: Json) => each.id === id)).toMatchObject({
        error: expect.stringMatching(/^This mail took too long to read/),
      });
      expect((await ops.post(`/inbound-mails/${id}/dismissal`, { reason: 'An attack.' })).status).toBe(200);
    });

    test('is not taken a second time where its mailbox offers it again', async () => {
      const raw = unique('Hello.');
      const first = await arrivals.take(raw, 'test');
      expect(first).toMatchObject({ state: 'new', repeated: false });
      expect(await arrivals.take(raw, 'test')).toEqual({ id: first.id, state: 'new', repeated: true });
      // the reader was too slow that day: the next attempt reads it
      await app.get(Arrivals).again();
      expect(await stored(first.id)).toMatchObject({ state: 'unmatched', subject: 'Undelivered', error: null });
    });
  });

  test('that ended the process itself is known by its attempt, and is set aside after few', async () => {
    const { id } = await take(unique('Hello.'));
    // as a process leaves it that dies while it reads
    await app.sql(
      "UPDATE inbound_mail SET state = 'new', reading = NULL, attempts = 3, received_at = app_now() - interval '2 minutes' WHERE id = $1",
      [id],
    );
    expect((await ops.post(`/inbound-mails/${id}/match`, { enrolmentId: randomUUID() })).status).toBe(409);
    await app.get(Arrivals).again();
    expect(await stored(id)).toMatchObject({ state: 'unmatched', error: expect.stringMatching(/ended the program/) });
  });
});
