import { Installation, type Json, type Person } from '../../support/installation.js';
import { everything } from '../../support/everything.js';
import { EMAIL, world, type World, type WorldPlan } from '../../support/world.js';
import { Mails, Outbox, CampaignTransitions } from '../../../src/campaigns/index.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Links } from '../../../src/channels/pages/links.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { Throttle } from '../../../src/channels/email/senders/throttle.js';
import { Transports } from '../../../src/channels/email/senders/transports.js';
import { CHOICES } from '../../../src/channels/pages/response.entity.js';
import { Transport, type Handover, type Message } from '../../../src/channels/email/transport.js';
import {
  Clock,
  ConcurrencyLimit,
  Config,
  Shutdown,
  lockOf,
  SessionLocks,
  Settings,
} from '../../../src/platform/index.js';
import { ReturnAddresses } from '../../../src/channels/email/verp.js';

const DAY = 86_400_000;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_PLEASE = { accept: 'application/json' };

let app: Installation;
let ops: Person;

beforeAll(async () => {
  app = await Installation.open();
  ops = await app.as('sales_ops', 'sales');
});
// each test has the outbox to itself
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));
afterAll(() => app.close());

const enrolments = (campaignId: string) =>
  app.sql<Json>('SELECT * FROM enrolment WHERE campaign_id = $1 ORDER BY enrolled_at, id', [campaignId]);
const dispatches = (campaignId: string) =>
  app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1 ORDER BY id', [campaignId]);
const conversations = (enrolmentId: string) =>
  app.sql<Json>('SELECT * FROM conversation WHERE enrolment_id = $1 ORDER BY recorded_at, id', [enrolmentId]);
const captured = (campaignId: string) =>
  app.sql<Json>(
    `SELECT m.* FROM captured_mail m JOIN dispatch d USING (message_id) WHERE d.campaign_id = $1 ORDER BY m.id`,
    [campaignId],
  );

/** A campaign whose mails wait in the outbox. */
async function queued(plan: WorldPlan = {}): Promise<World & { people: Json[] }> {
  const made = await world(app, plan);
  expect((await ops.post(`/campaigns/${made.campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(made.campaignId);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(made.campaignId, shard);
  return { ...made, people: await enrolments(made.campaignId) };
}

async function sent(plan: WorldPlan = {}): Promise<World & { people: Json[] }> {
  const made = await queued(plan);
  await app.get(OutboxWorker).drain();
  return made;
}

async function linkOf(enrolmentId: string, purpose: 'respond' | 'stop' = 'respond', at?: Date): Promise<string> {
  const url = app.get(Links).url(purpose, enrolmentId, at ?? (await app.get(Clock).now()));
  return `//r/${url.split('/r/')[1]!}`;
}

const answer = async (enrolmentId: string, body: object) =>
  app.nobody.post<Json>(await linkOf(enrolmentId), body, JSON_PLEASE);

describe('a link', () => {
  test('opened, by a person or by a scanner, changes nothing at all', async () => {
    const { people } = await sent({ peopleEach: 2 });
    const links = [await linkOf(people[0].id), await linkOf(people[0].id, 'stop')];
    const before = await everything(app);
    for (const link of [...links, ...links, `${links[0]}?choice=interested`, `${links[1]}?choice=stop`]) {
      const { status, body } = await app.nobody.get<string>(link);
      expect(status).toBe(200);
      expect(body).toContain('<form method="post">');
    }
    await app.nobody.send('HEAD', links[1]!);
    expect(await everything(app)).toEqual(before);
  });

  test('shows the proposition and every choice, may not be framed, kept or leaked', async () => {
    const { people } = await sent();
    const { body, headers } = await app.nobody.get<string>(await linkOf(people[0].id));
    expect(body).toContain('<h1>VMI</h1>');
    expect(body).toContain('We keep your shelves full.');
    for (const choice of CHOICES) expect(body).toContain(`name="choice" value="${choice}"`);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).not.toMatch(/<script|https?:\/\//);
  });

  test('shows what was written in a proposition as text, whatever it contains', async () => {
    const { people, versionId } = await sent();
    const hostile = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&`;
    await app.sql(
      'UPDATE proposition SET title = $2 WHERE id = (SELECT proposition_id FROM proposition_version WHERE id = $1)',
      [versionId, hostile],
    );
    await app.asOwner('ALTER TABLE proposition_version DISABLE TRIGGER USER');
    await app.sql('UPDATE proposition_version SET narrative = $2 WHERE id = $1', [
      versionId,
      `${hostile}\n\n${hostile}`,
    ]);
    await app.asOwner('ALTER TABLE proposition_version ENABLE TRIGGER USER');
    const { body } = await app.nobody.get<string>(await linkOf(people[0].id));
    expect(body).not.toMatch(/<script|<img|onerror=alert\(2\)>"/);
    const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;&quot;&#39;&amp;';
    // the title, the heading and two paragraphs
    expect(body.split(escaped)).toHaveLength(5);
  });

  test.each([
    ['a broken one', async (id: string) => `${await linkOf(id)}x`, 422, 'broken'],
    ['one cut short', async (id: string) => (await linkOf(id)).slice(0, -3), 422, 'broken'],
    ['one with a letter changed', async (id: string) => flipped(await linkOf(id)), 422, 'broken'],
    ['one that is no link', async () => '//r/hello', 422, 'broken'],
    ['an old one', (id: string) => linkOf(id, 'respond', new Date(Date.now() - 401 * DAY)), 422, 'too old'],
    ['one of an enrolment that is gone', () => linkOf('0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b'), 404, ''],
  ])('%s gets a kind page and does nothing, opened or answered', async (_, make, status, words) => {
    const { people } = await sent();
    const link = await make(people[0].id);
    const before = await everything(app);
    for (const shown of [
      await app.nobody.get<string>(link),
      await app.nobody.post<string>(link, 'choice=interested', FORM),
    ]) {
      expect(shown.status).toBe(status);
      expect(shown.headers['content-type']).toContain('text/html');
      expect(shown.body).toContain('That did not work');
      expect(shown.body).toContain(words);
      expect(shown.body).not.toMatch(/stack|Error:|undefined/);
    }
    expect(await everything(app)).toEqual(before);
  });

  test('a program that asks for JSON gets a problem with a code', async () => {
    const { people } = await sent();
    expect(await app.nobody.post(`${await linkOf(people[0].id)}x`, { choice: 'stop' }, JSON_PLEASE)).toMatchObject({
      status: 422,
      body: { code: 'link_broken' },
    });
  });

  test('that is hammered is stopped, and other links still work', async () => {
    const { people } = await sent({ peopleEach: 2 });
    const link = await linkOf(people[0].id);
    const statuses: number[] = [];
    for (let click = 0; click < 22; click++)
      statuses.push((await app.nobody.post(link, 'choice=not_now', FORM)).status);
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(statuses.slice(20)).toEqual([429, 429]);
    expect((await answer(people[1].id, { choice: 'not_now' })).status).toBe(200);
  });
});

function flipped(link: string): string {
  const at = link.length - 10;
  return link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
}

describe('an answer', () => {
  test('"interested" ends the enrolment as replied, is a record, and pauses the colleagues until a rep decides', async () => {
    const { people, campaignId, versionId } = await sent({ peopleEach: 3, steps: [EMAIL('intro'), EMAIL('second')] });
    const [who] = people;
    const reply = await app.nobody.post<string>(await linkOf(who.id), 'choice=interested&words=Call+after+ten', FORM);
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('<h1>Thank you</h1>');
    const after = await enrolments(campaignId);
    expect(after.find(({ id }) => id === who.id)).toMatchObject({
      state: 'finished',
      reason: 'replied',
      conversed: true,
      interest: 'active',
    });
    expect(after.filter(({ id }) => id !== who.id).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'paused colleague_reply',
      'paused colleague_reply',
    ]);
    expect(await conversations(who.id)).toMatchObject([
      {
        source: 'response_page',
        disposition: 'connected_interested',
        sentiment: 'positive',
        interest: 'active',
        verbatim: 'Call after ten',
        version_id: versionId,
        campaign_id: campaignId,
        step_key: 'intro',
        rep_id: null,
      },
    ]);
    expect(
      await app.sql("SELECT kind, state FROM task WHERE campaign_id = $1 AND kind = 'colleague_replied'", [campaignId]),
    ).toEqual([{ kind: 'colleague_replied', state: 'open' }]);
    const [response] = await app.sql<Json>('SELECT * FROM response WHERE enrolment_id = $1', [who.id]);
    expect(response).toMatchObject({ choice: 'interested', conversation_id: (await conversations(who.id))[0].id });
  });

  test('"not now" puts the enrolment off, and nobody else', async () => {
    const { people, campaignId } = await sent({ peopleEach: 2, steps: [EMAIL('intro'), EMAIL('second')] });
    expect(await answer(people[0].id, { choice: 'not_now' })).toMatchObject({
      status: 200,
      body: { choice: 'not_now' },
    });
    const [first, second] = await enrolments(campaignId);
    const [asked, other] = first.id === people[0].id ? [first, second] : [second, first];
    expect(asked).toMatchObject({ state: 'paused', reason: 'not_before' });
    expect(asked.next_action_at.getTime()).toBeGreaterThan(Date.now() + 7 * DAY);
    expect(other).toMatchObject({ state: 'active', reason: null });
  });

  test('"not before" a day binds the person, in every campaign', async () => {
    const { people, campaignId } = await sent({ steps: [EMAIL('intro'), EMAIL('second')] });
    const day = new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10);
    const reply = await app.nobody.post(await linkOf(people[0].id), `choice=not_before&notBefore=${day}`, FORM);
    expect(reply.status).toBe(200);
    const at = new Date(`${day}T00:00:00Z`);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'paused', reason: 'not_before', next_action_at: at }]);
    expect(await app.sql('SELECT not_before FROM contact WHERE id = $1', [people[0].contact_id])).toEqual([
      { not_before: at },
    ]);
    expect(await conversations(people[0].id)).toMatchObject([{ not_before: at }]);
  });

  test.each([
    ['no day', {}],
    ['a day that is over', { notBefore: '2020-01-01' }],
    ['what is no day', { notBefore: 'soon' }],
    ['a day that the calendar lacks', { notBefore: '2099-02-31' }],
    ['a day that no database can hold', { notBefore: '+275760-01-01T00:00:00Z' }],
  ])('"not before" with %s is refused with what to do, and nothing changes', async (_, body) => {
    const { people, campaignId } = await sent();
    const before = await enrolments(campaignId);
    const { status, body: problem } = await answer(people[0].id, { choice: 'not_before', ...body });
    expect(status).toBe(422);
    expect(problem.detail).toMatch(/day/);
    expect(await enrolments(campaignId)).toEqual(before);
    expect(await conversations(people[0].id)).toEqual([]);
  });

  test('"wrong person, try …" brings the right one into the buying group and the campaign', async () => {
    const { people, campaignId } = await sent();
    const body = 'choice=wrong_person&name=Ana+Trujillo&email=ana%40app.example';
    expect((await app.nobody.post(await linkOf(people[0].id), body, FORM)).status).toBe(200);
    const after = await enrolments(campaignId);
    expect(after.find(({ id }) => id === people[0].id)).toMatchObject({ state: 'finished', reason: 'replied' });
    const late = after.find(({ late }) => late);
    expect(late).toMatchObject({ organization_id: people[0].organization_id, role: 'unknown', ended_at: null });
    expect(await app.sql('SELECT name, email FROM contact WHERE id = $1', [late.contact_id])).toEqual([
      { name: 'Ana Trujillo', email: 'ana@app.example' },
    ]);
    expect(
      await app.sql('SELECT role FROM buying_role WHERE contact_id = $1 AND organization_id = $2', [
        late.contact_id,
        late.organization_id,
      ]),
    ).toEqual([{ role: 'unknown' }]);
    const [record] = await conversations(people[0].id);
    expect(record).toMatchObject({ disposition: 'connected_referred' });
    expect(
      await app.sql('SELECT contact_id, referred FROM found_person WHERE conversation_id = $1', [record.id]),
    ).toEqual([{ contact_id: late.contact_id, referred: true }]);
  });

  test('"wrong person" with nobody named, as an empty form sends it, ends this enrolment only', async () => {
    const { people, campaignId } = await sent();
    expect((await app.nobody.post(await linkOf(people[0].id), 'choice=wrong_person&name=&email=', FORM)).status).toBe(
      200,
    );
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'finished', reason: 'not_a_fit' }]);
    expect(await app.sql('SELECT choice FROM response WHERE enrolment_id = $1', [people[0].id])).toEqual([
      { choice: 'wrong_person' },
    ]);
  });

  test('"not a fit" ends the enrolment with that reason and keeps the words', async () => {
    const { people, campaignId } = await sent();
    await answer(people[0].id, { choice: 'not_a_fit', words: 'We sell\nonly online.' });
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'finished', reason: 'not_a_fit' }]);
    expect(await conversations(people[0].id)).toMatchObject([
      { disposition: 'connected_not_a_fit', interest: 'none', verbatim: 'We sell\nonly online.' },
    ]);
  });

  test('"stop" is for good, in every campaign that the person is in', async () => {
    const first = await sent();
    const second = await queued();
    const contactId = first.people[0].contact_id;
    await app.sql('UPDATE enrolment SET contact_id = $2 WHERE campaign_id = $1', [second.campaignId, contactId]);
    await app.sql('UPDATE dispatch SET contact_id = $2 WHERE campaign_id = $1', [second.campaignId, contactId]);
    expect((await answer(first.people[0].id, { choice: 'stop' })).status).toBe(200);
    expect(await enrolments(first.campaignId)).toMatchObject([{ state: 'opted_out' }]);
    expect(
      await app.sql("SELECT reason FROM suppression WHERE kind = 'contact' AND value = $1 AND lifted_at IS NULL", [
        contactId,
      ]),
    ).toEqual([{ reason: 'unsubscribe' }]);
    await app.get(OutboxWorker).drain();
    expect(await dispatches(second.campaignId)).toMatchObject([{ state: 'suppressed' }]);
    expect(await enrolments(second.campaignId)).toMatchObject([{ state: 'excluded', reason: 'suppressed' }]);
    expect(await captured(second.campaignId)).toEqual([]);
    // nothing lifts it by the way
    await answer(first.people[0].id, { choice: 'interested' });
    expect(await enrolments(first.campaignId)).toMatchObject([{ state: 'opted_out' }]);
  });

  test('given twice is one record, also at the same moment; another one counts too', async () => {
    const { people, campaignId } = await sent();
    const [{ id }] = people as [Json];
    const replies = await Promise.all([1, 2, 3, 4].map(() => answer(id, { choice: 'interested' })));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await conversations(id)).toHaveLength(1);
    await answer(id, { choice: 'interested' });
    expect(await conversations(id)).toHaveLength(1);
    await answer(id, { choice: 'not_a_fit' });
    expect((await conversations(id)).map(({ disposition }) => disposition)).toEqual([
      'connected_interested',
      'connected_not_a_fit',
    ]);
    // the last word counts
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'finished', reason: 'not_a_fit' }]);
    expect(await app.sql('SELECT FROM response WHERE enrolment_id = $1', [id])).toHaveLength(2);
  });

  test('of eight colleagues at the same moment is eight records: each waits for the other, without a deadlock', async () => {
    const { people, campaignId } = await sent({ peopleEach: 8 });
    const before = await app.deadlocks();
    const replies = await Promise.all(people.map(({ id }) => answer(id, { choice: 'interested' })));
    expect(replies.map(({ status }) => status)).toEqual(people.map(() => 200));
    expect(await app.deadlocks()).toBe(before);
    expect(new Set((await enrolments(campaignId)).map(({ state, reason }) => `${state} ${reason}`))).toEqual(
      new Set(['finished replied']),
    );
  });

  test('that came after the campaign was over is kept', async () => {
    const { people, campaignId } = await sent();
    await app.sql("UPDATE campaign SET state = 'completed', ended_at = app_now() WHERE id = $1", [campaignId]);
    expect((await answer(people[0].id, { choice: 'interested' })).status).toBe(200);
    expect(await conversations(people[0].id)).toHaveLength(1);
  });

  test('without a choice, with an unknown one or with unknown fields is refused, and changes nothing', async () => {
    const { people, campaignId } = await sent();
    const before = await enrolments(campaignId);
    for (const body of [
      {},
      { choice: 'maybe' },
      { choice: 'interested', enrolmentId: people[0].id },
      { choice: ['stop'] },
    ])
      expect((await answer(people[0].id, body)).status).toBe(422);
    expect(await enrolments(campaignId)).toEqual(before);
    expect(await conversations(people[0].id)).toEqual([]);
  });

  test('a form that is filled in wrongly gets a page, not a document for programs', async () => {
    const { people } = await sent();
    const link = await linkOf(people[0].id);
    for (const body of [
      'choice=maybe',
      'choice=wrong_person&name=Ana&email=nonsense',
      `choice=interested&words=${'x'.repeat(2001)}`,
    ]) {
      const {
        status,
        headers,
        body: shown,
      } = await app.nobody.post<string>(link, body, { ...FORM, accept: 'text/html' });
      expect(status).toBe(422);
      expect(headers['content-type']).toContain('text/html');
      expect(shown).toContain('That did not work');
    }
  });

  test('with hostile words is stored as it was said', async () => {
    const { people } = await sent();
    const words = `'); DROP TABLE contact; -- <script>alert(1)</script> {{ contact.email }} ＠ 😀`;
    expect((await answer(people[0].id, { choice: 'interested', words })).status).toBe(200);
    expect(await conversations(people[0].id)).toMatchObject([{ verbatim: words }]);
  });
});

describe('one-click unsubscribe (RFC 8058)', () => {
  const boundary = 'x1234';
  const multipart = `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`;
  test.each([
    ['as a form', 'List-Unsubscribe=One-Click', FORM],
    ['as JSON', { 'List-Unsubscribe': 'One-Click' }, {}],
    ['as multipart, which the RFC prefers', multipart, { 'content-type': `multipart/form-data; boundary=${boundary}` }],
    ['from the page', 'choice=stop', FORM],
    ['with an empty body', '', FORM],
  ])('%s opts the person out', async (_, body, headers) => {
    const { people, campaignId } = await sent({ steps: [EMAIL('intro'), EMAIL('second')] });
    const reply = await app.nobody.post<string>(await linkOf(people[0].id, 'stop'), body, headers);
    expect(reply.status).toBe(200);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'opted_out' }]);
    expect(
      await app.sql("SELECT FROM suppression WHERE kind = 'contact' AND value = $1", [people[0].contact_id]),
    ).toHaveLength(1);
  });

  test('again and again is one opt-out', async () => {
    const { people } = await sent();
    const link = await linkOf(people[0].id, 'stop');
    const replies = await Promise.all([1, 2, 3].map(() => app.nobody.post(link, 'List-Unsubscribe=One-Click', FORM)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await conversations(people[0].id)).toHaveLength(1);
  });

  test('the stop link never does anything else', async () => {
    const { people, campaignId } = await sent();
    await app.nobody.post(await linkOf(people[0].id, 'stop'), 'choice=interested', FORM);
    expect(await enrolments(campaignId)).toMatchObject([{ state: 'opted_out' }]);
  });
});

describe('captured mail', () => {
  test('is what would have left, with both unsubscribe headers, and can be found by its recipient', async () => {
    const { people, campaignId } = await sent({ peopleEach: 2 });
    const [dispatch] = (await dispatches(campaignId)).filter(({ enrolment_id: id }) => id === people[0].id);
    const admin = await app.as('admin');
    for (const person of [ops, admin]) {
      const { status, body } = await person.get(`/captured-mails?recipient=${encodeURIComponent(dispatch.recipient)}`);
      expect(status).toBe(200);
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({
        messageId: dispatch.message_id,
        recipient: dispatch.recipient,
        subject: 'About intro',
        headers: {
          'List-Unsubscribe': expect.stringMatching(
            /^<http:\/\/overture\.test\/r\/[\w-]{54}>, <mailto:[^>]+\?subject=unsubscribe%20[a-z2-7]{40}>$/,
          ),
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      });
    }
  });

  test.each(['rep', 'manager', 'executive'])('is not for a %s', async (role) => {
    expect((await (await app.as(role, 'sales')).get('/captured-mails')).status).toBe(403);
  });

  test('is not for people who are not signed in', async () => {
    expect((await app.nobody.get('/captured-mails')).status).toBe(401);
  });
});

describe('the sender', () => {
  test('drained twice at once hands each message over once', async () => {
    const { campaignId } = await queued({ organizations: 50, peopleEach: 2 });
    await Promise.all([app.get(OutboxWorker).drain(), app.get(OutboxWorker).drain(), app.get(OutboxWorker).drain()]);
    const mails = await captured(campaignId);
    expect(mails).toHaveLength(100);
    expect(new Set(mails.map(({ message_id: id }) => id)).size).toBe(100);
    expect(new Set((await dispatches(campaignId)).map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  test('two of two processes hand each message over once', async () => {
    const { campaignId } = await queued({ organizations: 50, peopleEach: 2 });
    const other = senderWith(app.get(Transport));
    await Promise.all([app.get(OutboxWorker).drain(), other.sender.drain()]);
    await other.lock.release();
    const mails = await captured(campaignId);
    expect(mails).toHaveLength(100);
    expect(new Set(mails.map(({ message_id: id }) => id)).size).toBe(100);
  });

  test('a mail whose template fails, fails alone and with its reason', async () => {
    const body =
      "{% if contact.name contains '.2' %}{{ contact.shoeSize }}{% endif %}Dear {{ contact.name }}: {{ links.respond }}";
    const { campaignId } = await queued({ peopleEach: 3, steps: [EMAIL('intro', { body })] });
    await app.get(OutboxWorker).drain();
    const all = await dispatches(campaignId);
    expect(all.map(({ state }) => state).sort()).toEqual(['failed', 'sent', 'sent']);
    const failed = all.find(({ state }) => state === 'failed');
    expect(failed).toMatchObject({ error_class: 'template', response: expect.stringContaining('shoeSize') });
    const [enrolment] = await app.sql<Json>('SELECT * FROM enrolment WHERE id = $1', [failed.enrolment_id]);
    expect(enrolment).toMatchObject({ state: 'failed', reason: 'poison', error: expect.stringContaining('shoeSize') });
  });

  test('a template cannot reach beyond what a mail may name', async () => {
    const name = '{{ links.respond }}{% for i in (1..9) %}x{% endfor %}<b>';
    const { campaignId, people } = await queued();
    await app.sql('UPDATE contact SET given_name = $2 WHERE id = $1', [people[0].contact_id, name]);
    await app.get(OutboxWorker).drain();
    expect((await captured(campaignId))[0].text).toContain(`Dear ${name}:`);
  });

  test('errors in a row pause the campaign with the reason; another campaign goes on', async () => {
    await app.sql(
      "INSERT INTO setting (key, value) VALUES ('sendErrorsBeforePause', '3') ON CONFLICT (key) DO UPDATE SET value = '3'",
    );
    const sick = await queued({ organizations: 5 });
    const addresses = (
      await app.sql<Json>(
        'SELECT c.email FROM enrolment e JOIN contact c ON c.id = e.contact_id WHERE e.campaign_id = $1',
        [sick.campaignId],
      )
    ).map(({ email }) => email);
    const well = await queued({ organizations: 5 });
    const failing = new TransportDouble(({ to }) =>
      addresses.includes(to.address)
        ? { result: 'later', response: '421 too many connections', errorClass: 'deferred' }
        : { result: 'sent', response: '250 ok' },
    );
    const { sender, lock } = senderWith(failing);
    await sender.drain();
    await lock.release();
    expect((await ops.get(`/campaigns/${sick.campaignId}`)).body.state).toBe('paused');
    const { body } = await ops.get(`/campaigns/${sick.campaignId}/changes`);
    expect(body.items.at(-1)).toMatchObject({
      change: 'pause',
      changedBy: 'worker',
      reason: expect.stringMatching(/^3 mails in a row could not be sent.*421 too many connections/),
    });
    expect((await ops.get(`/campaigns/${well.campaignId}`)).body.state).toBe('running');
    expect((await dispatches(well.campaignId)).map(({ state }) => state)).toEqual(
      Array.from({ length: 5 }, () => 'sent'),
    );
    // none is lost: they wait for the campaign to be resumed
    expect(new Set((await dispatches(sick.campaignId)).map(({ state }) => state))).toEqual(new Set(['queued']));
    await app.sql("DELETE FROM setting WHERE key = 'sendErrorsBeforePause'");
  });

  test('one success in between begins the count anew', async () => {
    await app.sql(
      "INSERT INTO setting (key, value) VALUES ('sendErrorsBeforePause', '3') ON CONFLICT (key) DO UPDATE SET value = '3'",
    );
    const { campaignId } = await queued({ organizations: 5 });
    const all = (await dispatches(campaignId)).map(({ id }) => id as string);
    let outcome: Handover;
    const { sender, lock } = senderWith(new TransportDouble(() => outcome));
    const drain = async (ids: string[], result: Handover) => {
      outcome = result;
      // the providers' patience is another story
      await app.sql('DELETE FROM throttle');
      await app.sql(
        "UPDATE dispatch SET next_attempt_at = app_now() + CASE WHEN id = ANY($2) THEN interval '0' ELSE interval '1 day' END WHERE campaign_id = $1 AND state = 'queued'",
        [campaignId, ids],
      );
      await sender.drain();
    };
    const later: Handover = { result: 'later', response: '451 later', errorClass: 'deferred' };
    await drain(all.slice(0, 2), later);
    await drain(all.slice(2, 3), { result: 'sent', response: '250 ok' });
    await drain(all.slice(3), later);
    expect((await ops.get(`/campaigns/${campaignId}`)).body.state).toBe('running');
    await drain(all.slice(0, 1), later);
    expect((await ops.get(`/campaigns/${campaignId}`)).body.state).toBe('paused');
    await lock.release();
    await app.sql("DELETE FROM setting WHERE key = 'sendErrorsBeforePause'");
  });

  test('an orderly stop finishes what is in flight, claims nothing more and leaves nothing "sending"', async () => {
    const { campaignId } = await queued({ organizations: 50, peopleEach: 2 });
    let handedOver = 0;
    let begun = () => undefined as void;
    const inFlight = new Promise<void>((resolve) => (begun = resolve));
    const { sender, shutdown } = senderWith(
      new TransportDouble(async () => {
        handedOver += 1;
        begun();
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { result: 'sent', response: '250 ok' };
      }, 2),
    );
    const draining = sender.drain();
    await inFlight;
    shutdown.begin();
    await sender.beforeApplicationShutdown();
    await draining;
    // what its batch still had in hand goes back, and only what was on the two connections goes on
    expect(handedOver).toBeLessThanOrEqual(4);
    const states = (await dispatches(campaignId)).map(({ state }) => state);
    expect(states.filter((state) => state === 'sending')).toEqual([]);
    expect(states.filter((state) => state === 'sent')).toHaveLength(handedOver);
    expect(states.filter((state) => state === 'queued')).toHaveLength(100 - handedOver);
    await sender.drain();
    expect((await dispatches(campaignId)).filter(({ state }) => state === 'sent')).toHaveLength(handedOver);
  });

  test('a sender that lost its lock hands nothing more over, and what it held is settled by the others', async () => {
    const { campaignId } = await queued({ organizations: 10 });
    const handedOver: string[] = [];
    const { sender, lock } = senderWith(
      new TransportDouble(async ({ messageId }) => {
        handedOver.push(messageId);
        return { result: 'sent', response: '250 ok' };
      }),
    );
    const key = lockOf('a batch of this test');
    await lock.take(key);
    const { claimed } = await app.get(Outbox).claim(key, 4, app.get(Throttle).admit);
    for (const { id } of claimed.slice(0, 3)) expect(await app.get(Outbox).beginHandover(id, key)).toBe(true);
    await app.get(OutboxWorker).settleOrphans();
    // its owner is alive, however slow: nobody takes from it
    expect((await dispatches(campaignId)).filter(({ state }) => state === 'sending')).toHaveLength(4);
    await cutLock(key);
    while (lock.holds(key)) await new Promise((resolve) => setTimeout(resolve, 10));
    await app.get(OutboxWorker).settleOrphans(0);
    expect((await dispatches(campaignId)).filter(({ state }) => state === 'unknown')).toHaveLength(3);
    expect(await app.get(Outbox).beginHandover(claimed[3]!.id, key)).toBe(false);
    // under a new lock it goes on with the others, and with what was only claimed
    await sender.drain();
    expect(handedOver).toHaveLength(7);
    expect(handedOver).toContain(claimed[3]!.messageId);
    await lock.release();
  });

  /** As a restart of the database does: the connection that holds this lock ends. */
  const cutLock = (key: string) =>
    app.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'overture locks' AND datname = current_database() AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND (classid::bigint << 32 | objid::bigint) = $1)",
      [key],
    );

  /** The database refuses to keep that a mail was sent, `times` times, with `code`. */
  async function refuseReports(code: string, times: number): Promise<void> {
    await app.asOwner('CREATE SEQUENCE refused_report');
    await app.asOwner(`CREATE FUNCTION refuse_report() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('refused_report') <= ${times} THEN RAISE EXCEPTION 'refused' USING ERRCODE = '${code}'; END IF;
        RETURN NEW;
      END $$`);
    await app.asOwner(
      "CREATE TRIGGER refuse_report BEFORE UPDATE ON dispatch FOR EACH ROW WHEN (NEW.state = 'sent' AND current_setting('application_name') = 'overture') EXECUTE FUNCTION refuse_report()",
    );
  }
  const acceptReports = () =>
    app.asOwner('DROP TRIGGER refuse_report ON dispatch; DROP FUNCTION refuse_report; DROP SEQUENCE refused_report');

  test('the outcome of a mail is reported again when the database was down', async () => {
    const { campaignId } = await queued({ organizations: 5 });
    let handedOver = 0;
    const { sender, lock } = senderWith(
      new TransportDouble(async () => {
        if (++handedOver === 1) await refuseReports('57P01', 2);
        return { result: 'sent', response: '250 ok' };
      }),
    );
    await sender.drain().finally(acceptReports);
    await lock.release();
    expect(handedOver).toBe(5);
    expect(new Set((await dispatches(campaignId)).map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  test('a sender that lost its lock, as all do when the database restarts, still reports the outcome of its mails', async () => {
    const { campaignId } = await queued({ organizations: 5 });
    let handedOver = 0;
    const { sender, lock } = senderWith(
      new TransportDouble(async () => {
        if (++handedOver === 1) {
          const [{ key }] = (await app.sql('SELECT DISTINCT owner_key AS key FROM dispatch WHERE campaign_id = $1', [
            campaignId,
          ])) as [{ key: string }];
          await refuseReports('57P01', 2);
          await cutLock(key);
          while (lock.holds(key)) await new Promise((resolve) => setTimeout(resolve, 10));
          await app.get(OutboxWorker).settleOrphans();
        }
        return { result: 'sent', response: '250 ok' };
      }, 1),
    );
    await sender.drain().finally(acceptReports);
    await app.get(OutboxWorker).settleOrphans(0);
    await lock.release();
    const states = (await dispatches(campaignId)).map(({ state }) => state);
    expect(states.filter((state) => state === 'sent')).toHaveLength(handedOver);
    expect(states.filter((state) => state === 'queued')).toHaveLength(5 - handedOver);
  });

  test('an outcome that cannot be reported is listed as unknown by this process, and no other mail is', async () => {
    const { campaignId } = await queued({ organizations: 5 });
    let handedOver = 0;
    const { sender, lock } = senderWith(
      new TransportDouble(async () => {
        // once for all of them together, and once for the first alone
        if (++handedOver === 1) await refuseReports('23514', 2);
        return { result: 'sent', response: '250 ok' };
      }),
    );
    await sender.drain();
    await acceptReports();
    const states = async () => (await dispatches(campaignId)).map(({ state }) => state).toSorted();
    expect(await states()).toEqual(['sending', 'sent', 'sent', 'sent', 'sent']);
    await sender.settleOrphans(0);
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent', 'unknown']);
    await lock.release();
    expect(handedOver).toBe(5);
  });
});

/** Stands in for the outside world where a test needs it to fail on purpose; it sends nothing, and says so here. */
class TransportDouble extends Transport {
  private readonly turns: ConcurrencyLimit | null;

  /** `connections`: as many handovers at once; without it, all of them */
  constructor(
    private readonly answer: (message: Message) => Handover | Promise<Handover>,
    connections?: number,
  ) {
    super();
    this.turns = connections ? new ConcurrencyLimit(connections) : null;
  }

  override inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns ? this.turns.take(work) : work();
  }

  async send(message: Message): Promise<Handover> {
    return this.answer(message);
  }

  async close(): Promise<void> {}
}

/** A sender as another process would have it: with a lock of its own. */
function senderWith(transport: Transport): { sender: OutboxWorker; lock: SessionLocks; shutdown: Shutdown } {
  const lock = new SessionLocks(app.get(Config));
  const shutdown = new Shutdown();
  const sender = new OutboxWorker(
    app.source,
    app.get(Outbox),
    app.get(Mails),
    lock,
    transport,
    app.get(Transports),
    app.get(Throttle),
    app.get(Links),
    app.get(ReturnAddresses),
    app.get(CampaignTransitions),
    app.get(Settings),
    app.get(Clock),
    shutdown,
  );
  return { sender, lock, shutdown };
}
