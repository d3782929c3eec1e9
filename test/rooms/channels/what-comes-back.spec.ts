import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { MailServer } from '../../support/mail-server.js';
import { mail, reply } from '../../support/mails-in.js';
import { EMAIL, world } from '../../support/world.js';

const caseFile = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../data/cases/${name}`, import.meta.url)), 'utf8');
const MAIL = { 'content-type': 'message/rfc822' };

let app: Installation;
let ops: Person;
let server: MailServer;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin'], 'sales');
  server = await MailServer.open();
  await app.sql("INSERT INTO setting (key, value) VALUES ('hoursBetweenContactTouches', '0')");
});
beforeEach(() => server.reset());
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));
afterAll(async () => {
  await app.close();
  await server.close();
});

async function drive(campaignId: string): Promise<void> {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
}
let made = 0;
/** A campaign with one person, whose first mail is out by a sender of its own. */
async function sent(facts: object = {}): Promise<{ campaignId: string; about: Json; wire: Json }> {
  const { hostname, port } = new URL(server.url);
  const smtp = { smtpHost: hostname, smtpPort: Number(port), smtpTls: 'none', perMinute: 6000 };
  const { body: sender } = await ops.post<Json>('/senders', {
    name: 'Nancy',
    address: `nancy${++made}@vmi.example`,
    ...smtp,
    ...facts,
  });
  const { campaignId } = await world(app, { steps: [EMAIL('intro'), EMAIL('second')] });
  await ops.put(`/campaigns/${campaignId}/senders`, { senderIds: [sender.id] });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  await drive(campaignId);
  await app.get(OutboxWorker).drain();
  const [about] = (await app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1', [campaignId])) as [Json];
  return { campaignId, about, wire: server.accepted.at(-1) as unknown as Json };
}
/** A case file as it would come from this person, about this message. */
const asTheirs = (name: string, { recipient, message_id: id }: Json): Buffer =>
  Buffer.from(
    caseFile(name)
      .replace(/^(From:.*?<?)[^\s<>]+@[^\s<>]+(>?)$/m, `$1${recipient}$2`)
      .replace(/^In-Reply-To:.*$/m, `In-Reply-To: ${id}`)
      .replace(/^Message-ID: <(.*?)@/m, `Message-ID: <${made}.$1@`)
      .replace(/^(Final-recipient: RFC822; ).*$/m, `$1${recipient}`),
  );
async function post(raw: Buffer): Promise<Json> {
  const { body } = await ops.post<Json>('/inbound-mails', raw, MAIL);
  return (await ops.get<Json>(`/inbound-mails/${body.id}`)).body;
}
const enrolment = async ({ enrolment_id: id }: Json) =>
  (await app.sql<Json>('SELECT state, reason, next_action_at FROM enrolment WHERE id = $1', [id]))[0];
const tasks = ({ organization_id: id }: Json) =>
  app.sql<Json>('SELECT kind, title, words, proposed_disposition FROM task WHERE organization_id = $1 ORDER BY id', [
    id,
  ]);
const standing = async (value: string) =>
  (await ops.get<Json>(`/suppressions?value=${value}&liftedAt=none`)).body.items;
const again = async (campaignId: string) => {
  await drive(campaignId);
  await app.get(OutboxWorker).drain();
  return (
    await app.sql("SELECT FROM dispatch WHERE campaign_id = $1 AND step_key = 'second' AND state <> 'queued'", [
      campaignId,
    ])
  ).length;
};

test.each(caseFile('02-interested-replies.txt').trim().split('\n'))('is a reply for a rep: %s', async (words) => {
  const { about } = await sent();
  expect(await post(reply(about, words))).toMatchObject({ kind: 'reply', state: 'handled', replyText: words });
  expect(await enrolment(about)).toMatchObject({ state: 'paused', reason: 'replied' });
  expect(await standing(about.contact_id)).toEqual([]);
  expect(await tasks(about)).toMatchObject([{ kind: 'reply', words }]);
});

test('Apple Mail’s unsubscription is an opt-out, and no further mail goes out', async () => {
  const { about, campaignId } = await sent();
  const arrived = await post(asTheirs('05-apple-unsubscribe.eml', about));
  expect(arrived).toMatchObject({ kind: 'opt_out', state: 'handled', about: 'person', certainty: 'certain' });
  expect(await standing(about.contact_id)).toMatchObject([{ reason: 'unsubscribe' }]);
  expect(await again(campaignId)).toBe(0);
});

describe('the List-Unsubscribe of a mail', () => {
  const toOf = ({ parsed }: Json): string =>
    /<mailto:([^>]+)>/.exec(
      parsed.headers.get('list').unsubscribe.mail ? `<mailto:${parsed.headers.get('list').unsubscribe.mail}>` : '',
    )![1]!;

  test.each([
    ['with a bounce address', { bounceAddress: 'bounces@vmi.example' }],
    ['without one', {}],
  ])('is answered as an opt-out of exactly that person: %s', async (_, facts) => {
    const { about, wire, campaignId } = await sent(facts);
    const [address, query] = toOf(wire).split('?') as [string, string];
    const subject = new URLSearchParams(query).get('subject')!;
    const raw = mail({ From: 'another.address@elsewhere.example', To: address, Subject: subject }, 'Sent by my phone.');
    expect(await post(raw)).toMatchObject({
      kind: 'opt_out',
      state: 'handled',
      verifiedBy: 'address',
      dispatchId: about.id,
    });
    expect(await enrolment(about)).toMatchObject({ state: 'opted_out' });
    expect(await standing(about.contact_id)).toMatchObject([{ unverified: false }]);
    expect(await again(campaignId)).toBe(0);
  });

  test('a token that we did not sign opts nobody out', async () => {
    const { about } = await sent();
    const raw = mail({ From: 'x@elsewhere.example', Subject: `unsubscribe ${'a'.repeat(40)}` }, '');
    expect(await post(raw)).toMatchObject({ state: 'unmatched' });
    expect(await enrolment(about)).toMatchObject({ state: 'active' });
  });

  test('the mail shows the way out and where its sender is', async () => {
    const { wire } = await sent({ postalAddress: 'VMI GmbH\n1 Main Street' });
    expect(wire.parsed.text).toMatch(/\n-- \nVMI GmbH\n1 Main Street\nNo more emails from us: http/);
  });

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
    ['text', 'text/plain', 'List-Unsubscribe=One-Click'],
    ['JSON', 'application/json', '{"choice":7}'],
    ['JSON that is none', 'application/json', '{'],
    ['nothing', 'application/json', ''],
    ['an unknown type', 'application/x-thing', 'x'],
  ])('one click acts with %s', async (_, type, body) => {
    const { about, wire } = await sent();
    const { url } = wire.parsed.headers.get('list').unsubscribe;
    const answer = await app.nobody.post(`/${new URL(url).pathname}`, body, { 'content-type': type });
    expect(answer.status).toBe(200);
    expect(await enrolment(about)).toMatchObject({ state: 'opted_out' });
  });
});

describe('who has left', () => {
  test.each([
    ['06a-retired.eml', 'Tom Brandt <tom.brandt@northmill.example>'],
    ['06b-left-the-company-de.eml', 'Tom Brandt <tom.brandt@nordmuehle.example>'],
  ])('%s: the person is gone in every campaign, and a task names the successor', async (name, successor) => {
    const { about, campaignId } = await sent();
    expect(await post(asTheirs(name, about))).toMatchObject({ kind: 'auto_reply', state: 'handled', returnDate: null });
    expect(await enrolment(about)).toMatchObject({ state: 'excluded', reason: 'left' });
    expect(await standing(about.recipient)).toMatchObject([{ kind: 'address', reason: 'left' }]);
    const [job] = await app.sql<Json>('SELECT until FROM employment WHERE contact_id = $1', [about.contact_id]);
    expect(job.until).not.toBeNull();
    expect(await tasks(about)).toMatchObject([{ kind: 'find_contact', title: expect.stringContaining(successor) }]);
    expect(await again(campaignId)).toBe(0);
  });

  test('without proof the person waits, in every campaign, until somebody has looked', async () => {
    const { about, campaignId } = await sent();
    const raw = Buffer.from(
      asTheirs('06a-retired.eml', about)
        .toString()
        .replace(/^In-Reply-To:.*\n/m, ''),
    );
    expect(await post(raw)).toMatchObject({ state: 'handled', verifiedBy: null });
    expect(await enrolment(about)).toMatchObject({ state: 'paused', reason: 'awaiting_rep' });
    expect(await standing(about.contact_id)).toMatchObject([{ reason: 'left', unverified: true }]);
    expect((await tasks(about)).map(({ kind }) => kind).sort()).toEqual(['find_contact', 'reply']);
    expect(await again(campaignId)).toBe(0);
  });
});

test('an absence told in one campaign holds the person in every other', async () => {
  const one = await sent();
  const other = await sent();
  const { about } = one;
  await app.sql('UPDATE enrolment SET contact_id = $2 WHERE id = $1', [other.about.enrolment_id, about.contact_id]);
  const until = new Date(Date.now() + 16 * 86_400_000).toISOString().slice(0, 10);
  const raw = asTheirs('07-away-two-campaigns.eml', about).toString().replace('14 December 2026', until);
  expect(await post(Buffer.from(raw))).toMatchObject({ kind: 'auto_reply', returnDate: until, state: 'handled' });
  expect(await enrolment(about)).toMatchObject({ state: 'paused', reason: 'out_of_office' });
  await app.sql("UPDATE campaign SET state = 'running' WHERE id = $1", [other.campaignId]);
  expect(await again(other.campaignId)).toBe(0);
  expect((await enrolment(other.about)).next_action_at).toEqual(new Date(`${until}T00:00:00Z`));
  await app.travel(17 * 24);
  expect(await again(other.campaignId)).toBe(1);
  await app.travel(-17 * 24);
});

test('a read receipt only marks the message', async () => {
  const { about } = await sent();
  expect(await post(asTheirs('08-read-receipt.eml', about))).toMatchObject({ kind: 'receipt', state: 'handled' });
  expect(await enrolment(about)).toMatchObject({ state: 'active' });
  expect(await tasks(about)).toEqual([]);
  expect(await app.sql('SELECT state FROM dispatch WHERE id = $1', [about.id])).toEqual([{ state: 'delivered' }]);
});

describe('a calendar', () => {
  const calendar = (method: string, status: string, start = 'DTSTART;TZID=Europe/Berlin:20261130T100000') =>
    `--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: text/calendar; method=${method}\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:abc\r\nSUMMARY:Shelves\r\n${start}\r\nATTENDEE;PARTSTAT=${status}:mailto:rosa@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n`;
  test.each([
    [
      'REPLY',
      'ACCEPTED',
      'Accepted: Shelves\nWhen: Monday, 30 November 2026, 10:00 (Europe/Berlin)',
      'connected_meeting_set',
    ],
    ['REPLY', 'DECLINED', 'Declined: Shelves\nWhen: Monday, 30 November 2026, 10:00 (Europe/Berlin)', null],
    [
      'REPLY',
      'TENTATIVE',
      'Accepted tentatively: Shelves\nWhen: Monday, 30 November 2026, 10:00 (Europe/Berlin)',
      null,
    ],
    [
      'COUNTER',
      'TENTATIVE',
      'Proposed another time for: Shelves\nProposed: Monday, 30 November 2026, 10:00 (Europe/Berlin)',
      'connected_meeting_set',
    ],
  ])('%s %s lands on a task in words', async (method, status, words, proposal) => {
    const { about } = await sent();
    const raw = reply(about, calendar(method, status), {
      'Content-Type': 'multipart/mixed; boundary=b',
      Subject: 'Accepted: Shelves',
    });
    expect(await post(raw)).toMatchObject({ kind: 'calendar', state: 'handled', proposedDisposition: proposal });
    expect(await enrolment(about)).toMatchObject({ state: 'paused', reason: 'awaiting_rep' });
    expect(await tasks(about)).toMatchObject([{ kind: 'reply', words, proposed_disposition: proposal }]);
  });

  describe('that answers a booked meeting', () => {
    const AT = '2031-03-04T13:30:00.000Z';
    const answer = (method: string, status: string, uid: string, start: string): string =>
      calendar(method, status, start).replace('UID:abc', `UID:${uid}`);
    const asCalendar = { 'Content-Type': 'multipart/mixed; boundary=b', Subject: 'Meeting' };
    const booked = async ({ enrolment_id: enrolmentId, contact_id: contactId }: Json, at = AT): Promise<string> => {
      const [{ id }] = (await app.sql<Json>(
        `INSERT INTO conversation (enrolment_id, contact_id, organization_id, source, disposition, sentiment, meeting_at,
                                   meeting_minutes, occurred_at)
         SELECT $1, $2, organization_id, 'rep', 'connected_meeting_set', 'positive', $3, 30, app_now()
           FROM enrolment WHERE id = $1
         RETURNING id`,
        [enrolmentId, contactId, at],
      )) as [Json];
      return id;
    };
    const meeting = async (id: string): Promise<Json> => (await ops.get<Json>(`/conversations/${id}`)).body;

    test('keeps the newest answer first, tells the owner of a yes and asks about a no', async () => {
      const { about } = await sent();
      const id = await booked(about);
      const owner = await app.as('rep', 'sales');
      await app.sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)', [
        about.organization_id,
        owner.id,
      ]);
      const uid = `${id}@overture`;
      await post(reply(about, answer('REPLY', 'ACCEPTED', uid, 'DTSTART:20310304T133000Z'), asCalendar));
      expect(await enrolment(about)).toMatchObject({ state: 'active' });
      await post(reply(about, answer('REPLY', 'DECLINED', uid, 'DTSTART:20310304T133000Z'), asCalendar));
      expect(await meeting(id)).toMatchObject({
        meetingAt: AT,
        meetingAnswers: [
          { answer: 'declined', proposedAt: null, verified: true },
          { answer: 'accepted', proposedAt: null, verified: true },
        ],
      });
      const open = await app.sql<Json>(
        "SELECT kind, title, words, rep_id FROM task WHERE contact_id = $1 AND state = 'open' ORDER BY id",
        [about.contact_id],
      );
      expect(open).toMatchObject([
        { kind: 'notice', title: expect.stringContaining('accepted the meeting'), rep_id: owner.id },
        {
          kind: 'reply',
          title: expect.stringMatching(/^Declined the meeting: Person/),
          words: expect.stringMatching(/^Declined: Shelves\n[^]*\nBooked with Overture: 4 March 2031, 13:30 UTC$/),
          rep_id: owner.id,
        },
      ]);
      expect(await enrolment(about)).toMatchObject({ state: 'paused', reason: 'awaiting_rep' });
    });

    const OUTLOOK = `BEGIN:VTIMEZONE\r\nTZID:Home\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT`;
    test.each([
      ['UTC', 'DTSTART:20310305T090000Z\r\nDTEND:20310305T100000Z', '2031-03-05T09:00:00.000Z'],
      ['a zone by its name', 'DTSTART;TZID=Europe/Berlin:20310705T090000\r\nDURATION:PT1H', '2031-07-05T07:00:00.000Z'],
      [
        'a zone of its own',
        'DTSTART;TZID=Home:20310305T090000\r\nDTEND;TZID=Home:20310305T100000',
        '2031-03-05T14:00:00.000Z',
      ],
      ['no zone', 'DTSTART:20310305T090000', null],
      ['an unknown zone', 'DTSTART;TZID=Moon:20310305T090000', null],
    ])('keeps a proposed time in %s with the next meeting, and asks', async (_name, start, proposedAt) => {
      const { about } = await sent();
      const [later, next] = [await booked(about, '2032-01-01T10:00:00Z'), await booked(about)];
      const raw = answer('COUNTER', 'TENTATIVE', 'outlook-1', start).replace('BEGIN:VEVENT', OUTLOOK);
      await post(reply(about, raw, asCalendar));
      const proposedUntil = proposedAt && new Date(Date.parse(proposedAt) + 3_600_000).toISOString();
      expect(await meeting(next)).toMatchObject({
        meetingAt: AT,
        meetingAnswers: [{ answer: 'countered', proposedAt, proposedUntil, verified: true }],
      });
      expect((await meeting(later)).meetingAnswers).toEqual([]);
      expect(await tasks(about)).toMatchObject([
        { title: expect.stringMatching(/^Proposed another time/), proposed_disposition: 'connected_meeting_set' },
      ]);
    });

    test('finds the meeting by its time, and never one of another person', async () => {
      const [{ about }, other] = [await sent(), await sent()];
      const [next, meant] = [await booked(about), await booked(about, '2032-01-01T10:00:00Z')];
      await post(reply(about, answer('REPLY', 'TENTATIVE', 'outlook-2', 'DTSTART:20320101T100000Z'), asCalendar));
      expect((await meeting(meant)).meetingAnswers).toMatchObject([{ answer: 'tentative' }]);
      expect((await meeting(next)).meetingAnswers).toEqual([]);
      const uid = `${await booked(other.about)}@overture`;
      await post(reply(about, answer('REPLY', 'ACCEPTED', uid, 'DTSTART:20310304T133000Z'), asCalendar));
      expect((await meeting(next)).meetingAnswers).toEqual([]);
      expect((await meeting(uid.split('@')[0]!)).meetingAnswers).toEqual([]);
    });

    test('that nothing verifies is shown as such, and a rep is asked', async () => {
      const { about } = await sent();
      const id = await booked(about);
      const raw = answer('REPLY', 'ACCEPTED', `${id}@overture`, 'DTSTART:20310304T133000Z');
      await post(mail({ From: about.recipient, ...asCalendar }, raw));
      expect((await meeting(id)).meetingAnswers).toMatchObject([{ answer: 'accepted', verified: false }]);
      expect(await tasks(about)).toMatchObject([
        {
          title: expect.stringMatching(/^Sender not verified, calendar answer: Person/),
          words: expect.stringMatching(/^Sender not verified/),
        },
      ]);
    });
  });
});

test('a copy of our own mail changes nothing, and says why', async () => {
  const { about, wire } = await sent();
  const raw = mail(
    { From: wire.parsed.from.text, To: about.recipient, 'Message-ID': about.message_id, Subject: 'About intro' },
    'Dear Person',
  );
  expect(await post(raw)).toMatchObject({
    kind: 'own',
    state: 'dismissed',
    dismissalReason: expect.stringContaining('ours'),
  });
  expect(await enrolment(about)).toMatchObject({ state: 'active' });
});

test('what stays unclear puts the person off until a rep has read it', async () => {
  const { about } = await sent();
  const raw = reply(about, 'Dit postvak wordt beheerd door team zeven.', {
    'Auto-Submitted': 'auto-replied',
    Subject: 'Bericht',
  });
  expect(await post(raw)).toMatchObject({ kind: 'auto_reply', about: 'unclear', state: 'handled' });
  expect(await enrolment(about)).toMatchObject({ state: 'paused', reason: 'awaiting_rep' });
  expect(await tasks(about)).toMatchObject([
    { kind: 'reply', title: expect.stringContaining('Read what came back from') },
  ]);
});

test('a wish within other words pauses, and the rep sees the proposal', async () => {
  const { about } = await sent();
  const words = 'Please remove me from your list, but send the price list to Ana first.';
  expect(await post(reply(about, words))).toMatchObject({
    kind: 'reply',
    proposedDisposition: 'connected_do_not_call',
  });
  expect(await enrolment(about)).toMatchObject({ state: 'paused', reason: 'replied' });
  expect(await standing(about.contact_id)).toEqual([]);
  expect(await tasks(about)).toMatchObject([{ proposed_disposition: 'connected_do_not_call' }]);
});
