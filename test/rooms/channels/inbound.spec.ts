import { createHmac, randomUUID } from 'node:crypto';
import { Installation, type Json, type Person } from '../../support/installation.js';
import { complaint, mail, reply, report } from '../../support/mails-in.js';
import { EMAIL, world, type World, type WorldPlan } from '../../support/world.js';
import { Outbox, Replies } from '../../../src/campaigns/index.js';
import { shareCampaigns } from '../../../src/campaigns/lifecycle/campaign-lock.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Arrivals } from '../../../src/channels/inbound/arrivals.js';
import { Retention } from '../../../src/channels/inbound/retention.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { Throttle } from '../../../src/channels/email/senders/throttle.js';
import { lockOf, SessionLocks } from '../../../src/platform/index.js';
import { ReturnAddresses } from '../../../src/channels/email/verp.js';

const MAIL = { 'content-type': 'message/rfc822' };
const DAY = 86_400_000;
const INBOUND_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

let app: Installation;
let ops: Person;

beforeAll(async () => {
  process.env.INBOUND_SECRET = INBOUND_SECRET;
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin'], 'sales');
  await app.sql("INSERT INTO setting (key, value) VALUES ('hoursBetweenContactTouches', '0')");
});
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));
afterAll(async () => {
  delete process.env.INBOUND_SECRET;
  await app.close();
});

interface Sent extends World {
  people: Json[];
  dispatches: Json[];
}

const enrolments = (campaignId: string) =>
  app.sql<Json>('SELECT * FROM enrolment WHERE campaign_id = $1 ORDER BY id', [campaignId]);
const claimOf = async (key: string, count: number) =>
  (await app.get(Outbox).claim(key, count, app.get(Throttle).admit)).claimed;
const enrolment = async (id: string) => (await app.sql<Json>('SELECT * FROM enrolment WHERE id = $1', [id]))[0];
const dispatch = async (id: string) => (await app.sql<Json>('SELECT * FROM dispatch WHERE id = $1', [id]))[0];
const contact = async (id: string) => (await app.sql<Json>('SELECT * FROM contact WHERE id = $1', [id]))[0];
const tasks = (enrolmentId: string) =>
  app.sql<Json>('SELECT * FROM task WHERE enrolment_id = $1 ORDER BY created_at, id', [enrolmentId]);
const suppressed = (value: string) =>
  app.sql<Json>('SELECT kind, reason FROM suppression WHERE value = $1 AND lifted_at IS NULL', [value]);
const events = async (enrolmentId: string) =>
  (await app.sql<Json>('SELECT what FROM enrolment_event WHERE enrolment_id = $1 ORDER BY id', [enrolmentId])).map(
    ({ what }) => what as string,
  );

async function drive(campaignId: string): Promise<void> {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
}

/** A campaign whose first mails are out. */
async function sent(plan: WorldPlan = {}): Promise<Sent> {
  const made = await world(app, { steps: [EMAIL('intro'), EMAIL('second', { afterDays: 3 })], ...plan });
  expect((await ops.post(`/campaigns/${made.campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(made.campaignId);
  await drive(made.campaignId);
  await app.get(OutboxWorker).drain();
  const dispatches = await app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1 ORDER BY id', [
    made.campaignId,
  ]);
  const byId = new Map((await enrolments(made.campaignId)).map((each) => [each.id, each]));
  return { ...made, dispatches, people: dispatches.map(({ enrolment_id }) => byId.get(enrolment_id)) };
}

async function post(raw: Buffer): Promise<Json> {
  const answer = await ops.post<Json>('/inbound-mails', raw, MAIL);
  expect(answer.status).toBe(200);
  return answer.body;
}
const stored = async (id: string) => (await ops.get<Json>(`/inbound-mails/${id}`)).body;

describe('a hard bounce', () => {
  test('ends the dispatch and the enrolment, and suppresses the address, with the words kept', async () => {
    const { dispatches, people } = await sent();
    const [about] = dispatches as [Json];
    const arrival = await post(report(about, 'failed', '5.1.1', '550 5.1.1 User unknown'));
    expect(arrival).toMatchObject({ state: 'handled', repeated: false });
    expect(await dispatch(about.id)).toMatchObject({
      state: 'bounced',
      bounce_class: 'hard',
      bounce_reason: 'userunknown',
      bounce_words: '550 5.1.1 User unknown',
      response: '550 5.1.1 User unknown',
      settled_by: 'mail',
    });
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'bounced', next_action_at: null });
    expect((await enrolment(people[0].id)).ended_at).not.toBeNull();
    expect(await contact(people[0].contact_id)).toMatchObject({ email_state: 'bounced' });
    expect(await suppressed(about.recipient)).toEqual([{ kind: 'address', reason: 'hard_bounce' }]);
    expect(await stored(arrival.id)).toMatchObject({
      kind: 'bounce',
      bounceClass: 'hard',
      matchedBy: 'thread',
      guessed: false,
      dispatchId: about.id,
      enrolmentId: people[0].id,
    });
    expect(await events(people[0].id)).toContain('bounced');
  });

  test('is matched by the address that it came to, whatever is left of the mail it quotes', async () => {
    const { dispatches } = await sent();
    const [about] = dispatches as [Json];
    const raw = mail(
      {
        From: 'MAILER-DAEMON@mx.example',
        Subject: 'failure notice',
        'Delivered-To': app.get(ReturnAddresses).of('bounces@ours.example', about.id),
      },
      '<someone.else@forwarded.example>:\n550 5.1.1 no such user (in reply to RCPT TO command)\n',
    );
    expect(await stored((await post(raw)).id)).toMatchObject({ matchedBy: 'address', dispatchId: about.id });
    expect(await dispatch(about.id)).toMatchObject({ state: 'bounced' });
  });

  test('without any trace of ours is shown with its recipient, and does nothing until a person decides', async () => {
    const { dispatches, people } = await sent();
    const [about] = dispatches as [Json];
    const raw = mail(
      { From: 'MAILER-DAEMON@mx.example', Subject: 'failure notice' },
      `<${about.recipient}>:\n550 5.1.1 no such user (in reply to RCPT TO command)\n`,
    );
    const { id } = await post(raw);
    expect(await stored(id)).toMatchObject({ state: 'unmatched', matchedBy: 'sender', dispatchId: about.id });
    expect(await dispatch(about.id)).toMatchObject({ state: 'sent' });
    expect(await suppressed(about.recipient)).toEqual([]);
    const assigned = await ops.post(`/inbound-mails/${id}/match`, { enrolmentId: people[0].id });
    expect(assigned.status).toBe(200);
    expect(await dispatch(about.id)).toMatchObject({ state: 'bounced' });
  });

  test('settles an unknown dispatch', async () => {
    const { dispatches, people } = await sent();
    const [about] = dispatches as [Json];
    await app.sql("UPDATE dispatch SET state = 'unknown', sent_at = NULL WHERE id = $1", [about.id]);
    await app.sql(
      "UPDATE enrolment SET state = 'paused', reason = 'unknown_dispatch', step_state = 'done' WHERE id = $1",
      [people[0].id],
    );
    await post(report(about, 'failed', '5.1.1', '550 5.1.1 User unknown'));
    expect(await dispatch(about.id)).toMatchObject({ state: 'bounced' });
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'bounced', reason: null });
  });

  test.each([
    ['a reply', 'In-Reply-To', {}, 'Tell me more, please.', 'replied'],
    [
      'an out-of-office note',
      'In-Reply-To',
      { Subject: 'Out of office: About intro', 'Auto-Submitted': 'auto-replied' },
      'I am out of the office until further notice.',
      'out_of_office',
    ],
  ])('so does %s to it, and the enrolment waits for that', async (_, name, headers, words, reason) => {
    const { dispatches, people } = await sent();
    const [about] = dispatches as [Json];
    const forget = async () => {
      await app.sql("UPDATE dispatch SET state = 'unknown', sent_at = NULL WHERE id = $1", [about.id]);
      await app.sql(
        "UPDATE enrolment SET state = 'paused', reason = 'unknown_dispatch', step_state = 'in_flight', touches = 0, next_action_at = NULL WHERE id = $1",
        [people[0].id],
      );
    };
    await forget();
    await post(mail({ From: about.recipient, Subject: 'Re: About intro', ...headers }, words));
    expect(await dispatch(about.id)).toMatchObject({ state: 'unknown' });
    await forget();
    await post(
      mail({ From: about.recipient, Subject: 'Re: About intro', [name]: about.message_id, ...headers }, words),
    );
    expect(await dispatch(about.id)).toMatchObject({ state: 'sent', settled_by: 'mail' });
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'paused', reason, step_state: 'done', touches: 1 });
  });

  test('of an address that was corrected meanwhile leaves the person in', async () => {
    const { dispatches, people } = await sent();
    const [about] = dispatches as [Json];
    await app.sql("UPDATE contact SET email = 'new-' || email, email_key = 'new-' || email_key WHERE id = $1", [
      people[0].contact_id,
    ]);
    await post(report(about, 'failed', '5.1.1', '550 5.1.1 User unknown'));
    expect(await dispatch(about.id)).toMatchObject({ state: 'bounced' });
    expect(await suppressed(about.recipient)).toHaveLength(1);
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'active' });
    expect((await contact(people[0].contact_id)).email_state).not.toBe('bounced');
  });
});

describe('other reports', () => {
  test('a soft bounce is kept on the dispatch and as an event, and the enrolment goes on', async () => {
    const { dispatches, people } = await sent();
    const [about] = dispatches as [Json];
    await post(report(about, 'failed', '5.2.2', '552 5.2.2 Mailbox full'));
    expect(await dispatch(about.id)).toMatchObject({
      state: 'sent',
      bounce_class: 'soft',
      bounce_reason: 'mailboxfull',
    });
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'active' });
    expect(await suppressed(about.recipient)).toEqual([]);
    expect(await events(people[0].id)).toContain('returned');
  });

  test('as many mails in a row as the setting says that come back softly are put before a rep; notices about one mail count once, and one that is only claimed not', async () => {
    const { dispatches, people, campaignId } = await sent({ steps: [EMAIL('a'), EMAIL('b'), EMAIL('c'), EMAIL('d')] });
    const all = [dispatches[0] as Json];
    for (const key of ['b', 'c']) {
      await drive(campaignId);
      await app.get(OutboxWorker).drain();
      all.push(
        (await app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1 AND step_key = $2', [campaignId, key]))[0],
      );
    }
    expect(all.map(({ state }) => state).slice(1)).toEqual(['sent', 'sent']);
    for (let notice = 0; notice < 3; notice++) await post(report(all[0], 'delayed', '4.4.1', 'connection timed out'));
    await post(report(all[1], 'failed', '5.2.2', '552 5.2.2 Mailbox full'));
    expect((await dispatch(all[1].id)).state).toBe('sent');
    await drive(campaignId);
    const claimed = await app.sql(
      `UPDATE dispatch SET state = 'sending', handover = 'not_begun', sending_at = app_now(), recipient = $3
        WHERE campaign_id = $1 AND step_key = $2 RETURNING id`,
      [campaignId, 'd', all[2].recipient],
    );
    expect(claimed).toHaveLength(1);
    await post(report(all[2], 'failed', '5.2.2', '552 5.2.2 Mailbox full'));
    expect((await dispatch(all[2].id)).state).toBe('sent');
    expect(await suppressed(all[2].recipient)).toEqual([]);
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'paused', reason: 'awaiting_rep' });
    expect(await tasks(people[0].id)).toMatchObject([
      { kind: 'reply', words: expect.stringContaining('Mailbox full') },
    ]);
  });

  test('a refusal for policy is about us: it never suppresses the person', async () => {
    const { dispatches, people } = await sent();
    const [about] = dispatches as [Json];
    await post(report(about, 'failed', '5.7.1', '550 5.7.1 Message rejected as spam by content filtering'));
    expect(await dispatch(about.id)).toMatchObject({
      state: 'sent',
      bounce_class: 'policy',
      bounce_reason: 'spamdetected',
    });
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'active' });
    expect(await suppressed(about.recipient)).toEqual([]);
  });

  test('a delivery report says delivered, also of an unknown one, whose enrolment goes on', async () => {
    const { dispatches, people } = await sent({ peopleEach: 2 });
    const [one, other] = dispatches as [Json, Json];
    await app.sql("UPDATE dispatch SET state = 'unknown', sent_at = NULL WHERE id = $1", [other.id]);
    await app.sql(
      "UPDATE enrolment SET state = 'paused', reason = 'unknown_dispatch', step_state = 'done', next_action_at = NULL WHERE id = $1",
      [people[1].id],
    );
    for (const about of [one, other])
      expect(
        await post(report(about, 'delivered', '2.0.0', '250 ok', { Subject: 'Successful Mail Delivery Report' })),
      ).toMatchObject({ state: 'handled' });
    expect((await dispatch(one.id)).state).toBe('delivered');
    expect(await dispatch(other.id)).toMatchObject({ state: 'delivered' });
    expect(await enrolment(people[1].id)).toMatchObject({ state: 'active', reason: null });
  });
});

describe('a complaint', () => {
  test('suppresses address and person at once, and the enrolment has opted out', async () => {
    const { dispatches, people } = await sent();
    const [about] = dispatches as [Json];
    await post(complaint(about));
    expect(await suppressed(about.recipient)).toEqual([{ kind: 'address', reason: 'complaint' }]);
    expect(await suppressed(people[0].contact_id)).toEqual([{ kind: 'contact', reason: 'complaint' }]);
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'opted_out', next_action_at: null });
  });

  test('that names no message of ours suppresses no one until a person decides', async () => {
    const { dispatches } = await sent();
    for (const address of [`stranger-${randomUUID()}@isp.example`, (dispatches[0] as Json).recipient]) {
      const forged = complaint({ recipient: address }, '<x@elsewhere.example>');
      expect(await post(forged)).toMatchObject({ state: 'unmatched' });
      expect(await suppressed(address)).toEqual([]);
    }
  });
});

test('a complaint that names no address is carried out all the same', async () => {
  const { dispatches, people } = await sent();
  const [about] = dispatches as [Json];
  await post(complaint({ ...about, recipient: 'nobody@localhost' }));
  expect(await suppressed(people[0].contact_id)).toEqual([{ kind: 'contact', reason: 'complaint' }]);
  expect(await enrolment(people[0].id)).toMatchObject({ state: 'opted_out' });
  expect(await suppressed('nobody@localhost')).toEqual([]);
});

describe('somebody who is away', () => {
  const away = (about: Json, text: string, subject = 'Automatic reply: About intro') =>
    reply(about, text, { Subject: subject, 'Auto-Submitted': 'auto-replied' });

  test('is put off until the day on which they are back, and comes back by themselves', async () => {
    const { dispatches, people, campaignId } = await sent();
    const day = new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10);
    await post(away(dispatches[0], `I am out of the office and will be back on ${day}.`));
    expect(await enrolment(people[0].id)).toMatchObject({
      state: 'paused',
      reason: 'out_of_office',
      ended_at: null,
      next_action_at: new Date(`${day}T00:00:00Z`),
    });
    await drive(campaignId);
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'paused' });
    await app.travel(21 * 24);
    await drive(campaignId);
    expect((await enrolment(people[0].id)).state).toBe('active');
    await app.get(OutboxWorker).drain();
    expect(
      await app.sql("SELECT state FROM dispatch WHERE campaign_id = $1 AND step_key = 'second'", [campaignId]),
    ).toEqual([{ state: 'sent' }]);
    await app.travel(-21 * 24);
  });

  test('and names no day is put off for the days of the setting', async () => {
    const { dispatches, people } = await sent();
    await post(away(dispatches[0], 'I am out of the office.'));
    const { state, reason, next_action_at: next } = await enrolment(people[0].id);
    expect([state, reason]).toEqual(['paused', 'out_of_office']);
    expect(Math.abs(next.getTime() - Date.now() - 7 * DAY)).toBeLessThan(DAY / 2);
  });

  test('is not woken by an absence after having replied', async () => {
    const { dispatches, people } = await sent();
    await post(reply(dispatches[0], 'Tell me more.'));
    await post(away(dispatches[0], 'I am out of the office.'));
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'paused', reason: 'replied', next_action_at: null });
  });

  test('an acknowledgement changes nothing', async () => {
    const { dispatches, people } = await sent();
    const before = await enrolment(people[0].id);
    const arrival = await post(
      away(dispatches[0], 'We have received your message and will get back to you.', 'Thank you for your message'),
    );
    expect(await stored(arrival.id)).toMatchObject({ kind: 'auto_reply', state: 'handled' });
    expect(await enrolment(people[0].id)).toEqual(before);
    expect(await tasks(people[0].id)).toEqual([]);
  });
});

describe('a reply', () => {
  test('pauses the person and the colleagues, and asks the owner to read it; what the rep files settles the enrolment', async () => {
    const { dispatches, people, campaignId } = await sent({ peopleEach: 3 });
    const rep = await app.as('rep', 'sales');
    await app.sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)', [
      people[0].organization_id,
      rep.id,
    ]);
    const arrival = await post(
      reply(
        dispatches[0],
        `Call me on Thursday.\r\n\r\nOn Mon, 14 Dec 2026 at 09:00, Us <us@ours.example> wrote:\r\n> Dear Person\r\n`,
      ),
    );
    expect(await stored(arrival.id)).toMatchObject({
      kind: 'reply',
      replyText: 'Call me on Thursday.',
      state: 'handled',
      matchedBy: 'thread',
    });
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'paused', reason: 'replied', next_action_at: null });
    const others = (await enrolments(campaignId)).filter(({ id }) => id !== people[0].id);
    expect(others.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'paused colleague_reply',
      'paused colleague_reply',
    ]);
    const [task] = (await tasks(people[0].id)).filter(({ kind }) => kind === 'reply') as [Json];
    expect(task).toMatchObject({
      state: 'open',
      rep_id: rep.id,
      words: 'Call me on Thursday.',
      contact_id: people[0].contact_id,
    });
    const { body: card } = await rep.post<Json>('/claims', { taskId: task.id });
    expect(card).toMatchObject({ id: task.id, kind: 'reply', words: 'Call me on Thursday.' });
    const filed = await rep.post<Json>('/conversations', {
      taskId: task.id,
      fence: card.fence,
      disposition: 'connected_meeting_set',
      sentiment: 'positive',
      verbatim: 'Call me on Thursday.',
    });
    expect(filed.status).toBe(201);
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'finished', reason: 'meeting_booked' });
  });

  test('that ends nothing lets the play go on once it is filed', async () => {
    const { dispatches, people } = await sent();
    await post(reply(dispatches[0], 'My assistant reads this, try again.'));
    const rep = await app.as('rep', 'sales');
    const [task] = (await tasks(people[0].id)) as [Json];
    const { body: card } = await rep.post<Json>('/claims', { taskId: task.id });
    const filed = await rep.post('/conversations', {
      taskId: task.id,
      fence: card.fence,
      disposition: 'gatekeeper_message',
      sentiment: 'neutral',
    });
    expect(filed.status).toBe(201);
    const after = await enrolment(people[0].id);
    expect(after).toMatchObject({ state: 'active', reason: null, ended_at: null });
    expect(after.next_action_at).not.toBeNull();
  });

  test('a second one adds to the open task', async () => {
    const { dispatches, people } = await sent();
    await post(reply(dispatches[0], 'First.'));
    await post(reply(dispatches[0], 'Second.'));
    expect((await tasks(people[0].id)).map(({ kind, words }) => [kind, words])).toEqual([
      ['reply', 'First.\n\nSecond.'],
    ]);
  });

  test('of somebody whose part is over is read too', async () => {
    const { dispatches, people } = await sent();
    await app.sql(
      "UPDATE enrolment SET state = 'finished', reason = 'completed', ended_at = app_now(), next_action_at = NULL WHERE id = $1",
      [people[0].id],
    );
    await post(reply(dispatches[0], 'Sorry for the delay.'));
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'finished', reason: 'completed' });
    expect(await tasks(people[0].id)).toMatchObject([{ kind: 'reply', words: 'Sorry for the delay.' }]);
  });

  test('that only asks to be left alone is carried out at once', async () => {
    const { dispatches, people } = await sent({ peopleEach: 2 });
    const arrival = await post(reply(dispatches[0], 'Please remove me from your list.'));
    expect(await stored(arrival.id)).toMatchObject({ proposedDisposition: 'connected_do_not_call', state: 'handled' });
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'opted_out' });
    expect(await enrolment(people[1].id)).toMatchObject({ state: 'active' });
    expect(await suppressed(people[0].contact_id)).toHaveLength(1);
    expect(
      await app.sql<Json>('SELECT source, disposition, verbatim FROM conversation WHERE enrolment_id = $1', [
        people[0].id,
      ]),
    ).toEqual([
      { source: 'reply', disposition: 'connected_do_not_call', verbatim: 'Please remove me from your list.' },
    ]);
  });

  test('in no thread is matched by its sender; of two campaigns the latest touched is a guess', async () => {
    const first = await sent();
    const [about] = first.dispatches as [Json];
    const loose = () => mail({ From: about.recipient, Subject: 'Your offer' }, 'Hello.');
    expect(await stored((await post(loose())).id)).toMatchObject({
      matchedBy: 'sender',
      guessed: false,
      enrolmentId: first.people[0].id,
    });
    const second = await sent();
    await app.sql('UPDATE enrolment SET contact_id = $2 WHERE id = $1', [
      second.people[0].id,
      first.people[0].contact_id,
    ]);
    await app.sql("UPDATE campaign SET state = 'running' WHERE id = $1", [first.campaignId]);
    expect(await stored((await post(loose())).id)).toMatchObject({
      matchedBy: 'sender',
      guessed: true,
      enrolmentId: second.people[0].id,
    });
  });

  test('a claim under way is over before a reply counts, and none begins while one is written', async () => {
    const { campaignId, people, dispatches } = await sent({
      organizations: 2,
      steps: [EMAIL('intro'), EMAIL('second')],
    });
    await drive(campaignId);
    const held = () => {
      let open = () => undefined as void;
      const gate = new Promise<void>((resolve) => (open = resolve));
      return { gate, open };
    };
    const claiming = held();
    const claim = app.transaction(async (manager) => {
      await shareCampaigns(manager, [campaignId]);
      await claiming.gate;
    });
    const taking = app.get(Arrivals).take(reply(dispatches[0], 'Hello.'), 'test');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await enrolment(people[0].id)).state).toBe('active');
    claiming.open();
    await Promise.all([claim, taking]);
    expect((await enrolment(people[0].id)).state).toBe('paused');

    const writing = held();
    const replying = app.transaction(async (manager) => {
      await app.get(Replies).replied(manager, people[1].id, 'Hello.');
      await writing.gate;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const key = lockOf('a batch of this test');
    await app.get(SessionLocks).take(key);
    const claimed = claimOf(key, 40);
    await new Promise((resolve) => setTimeout(resolve, 300));
    writing.open();
    await replying;
    expect((await claimed).map(({ enrolmentId }) => enrolmentId)).toEqual([]);
  });

  test('nothing is sent to somebody who has just answered, whichever of the two comes first', async () => {
    const made = await world(app, { organizations: 20, steps: [EMAIL('intro'), EMAIL('second')] });
    await ops.post(`/campaigns/${made.campaignId}/launch`, {});
    await app.get(Launch).run(made.campaignId);
    await drive(made.campaignId);
    await app.get(OutboxWorker).drain();
    const firsts = await app.sql<Json>("SELECT * FROM dispatch WHERE campaign_id = $1 AND step_key = 'intro'", [
      made.campaignId,
    ]);
    expect(firsts).toHaveLength(20);
    await drive(made.campaignId);
    const key = lockOf('a batch of this test');
    await app.get(SessionLocks).take(key);
    const claims: string[] = [];
    const answered: string[] = [];
    await Promise.all([
      (async () => {
        for (const about of firsts) {
          await app.get(Arrivals).take(reply(about, 'Hello.'), 'test');
          const [row] = await app.sql<Json>(
            "SELECT state FROM dispatch WHERE enrolment_id = $1 AND step_key = 'second'",
            [about.enrolment_id],
          );
          if (row.state === 'queued') answered.push(about.enrolment_id);
        }
      })(),
      (async () => {
        for (let turn = 0; turn < 12; turn++)
          claims.push(...(await claimOf(key, 1)).map(({ enrolmentId }) => enrolmentId));
      })(),
    ]);
    claims.push(...(await claimOf(key, 40)).map(({ enrolmentId }) => enrolmentId));
    expect(answered.length).toBeGreaterThan(0);
    expect(claims.filter((id) => answered.includes(id))).toEqual([]);
    expect(new Set([...claims, ...answered]).size).toBe(20);
  });
});

describe('whose nobody knows', () => {
  const stranger = (text = 'Who are you?') =>
    mail({ From: `stranger-${randomUUID()}@x.example`, Subject: 'Hello' }, text);

  test('waits in a list, and is filed as soon as a person says whose it is', async () => {
    const { people } = await sent();
    const arrival = await post(stranger('Please call me.'));
    expect(arrival.state).toBe('unmatched');
    const { body } = await ops.get<Json>('/inbound-mails?state=unmatched&kind=reply');
    expect(body.items.map(({ id }: Json) => id)).toContain(arrival.id);
    const matched = await ops.post<Json>(`/inbound-mails/${arrival.id}/match`, { enrolmentId: people[0].id });
    expect(matched).toMatchObject({
      status: 200,
      body: { state: 'handled', matchedBy: 'person', enrolmentId: people[0].id, handledBy: ops.id },
    });
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'paused', reason: 'replied' });
    expect(await tasks(people[0].id)).toMatchObject([{ kind: 'reply', words: 'Please call me.' }]);
    expect((await ops.post(`/inbound-mails/${arrival.id}/match`, { enrolmentId: people[0].id })).status).toBe(409);
  });

  test('a bounce that a person matches bounces what was last sent', async () => {
    const { people, dispatches } = await sent();
    const arrival = await post(
      report(
        { id: randomUUID(), recipient: `gone-${randomUUID()}@x.example` },
        'failed',
        '5.1.1',
        '550 5.1.1 User unknown',
      ),
    );
    expect(arrival.state).toBe('unmatched');
    await ops.post(`/inbound-mails/${arrival.id}/match`, { enrolmentId: people[0].id });
    expect(await dispatch(dispatches[0].id)).toMatchObject({ state: 'bounced' });
  });

  test('is dismissed with a reason, once', async () => {
    const arrival = await post(stranger());
    expect((await ops.post(`/inbound-mails/${arrival.id}/dismissal`, {})).status).toBe(422);
    for (let click = 0; click < 2; click++)
      expect(await ops.post(`/inbound-mails/${arrival.id}/dismissal`, { reason: 'Spam.' })).toMatchObject({
        status: 200,
        body: { state: 'dismissed', dismissalReason: 'Spam.' },
      });
    expect((await ops.post(`/inbound-mails/${arrival.id}/match`, { enrolmentId: randomUUID() })).status).toBe(409);
  });

  test('a newsletter waits too, and does nothing to whom it comes from', async () => {
    const { dispatches, people } = await sent();
    const before = await enrolment(people[0].id);
    const raw = mail(
      { From: dispatches[0].recipient, Subject: 'News', 'List-Unsubscribe': '<https://x>', Precedence: 'bulk' },
      'Buy.',
    );
    expect(await post(raw)).toMatchObject({ state: 'unmatched' });
    expect(await enrolment(people[0].id)).toEqual(before);
  });
});

describe('the door', () => {
  test('the same mail is stored once, also at once, with other line ends, and after a restart of its sender', async () => {
    const { dispatches, people } = await sent();
    const raw = reply(dispatches[0], 'Once.');
    const unix = Buffer.from(raw.toString().replaceAll('\r\n', '\n'));
    const arrivals = await Promise.all([raw, unix, raw, raw].map(post));
    expect(new Set(arrivals.map(({ id }) => id)).size).toBe(1);
    expect(arrivals.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await tasks(people[0].id)).toMatchObject([{ words: 'Once.' }]);
  });

  test('a mail is taken with a signature, and with none but somebody’s who may', async () => {
    const raw = mail({ From: `a-${randomUUID()}@x.example`, Subject: 'Hello' }, 'Hello, \u00e9.');
    const at = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', Buffer.alloc(32, 9)).update(`1.${at}.`).update(raw).digest('base64');
    const signed = { ...MAIL, 'webhook-id': '1', 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` };
    expect(await app.nobody.post('/inbound-mails', raw, signed)).toMatchObject({
      status: 200,
      body: { state: 'unmatched' },
    });
    expect((await app.nobody.post('/inbound-mails', Buffer.concat([raw, Buffer.from('!')]), signed)).status).toBe(401);
    expect((await app.nobody.post('/inbound-mails', raw, MAIL)).status).toBe(401);
    expect((await (await app.as('rep', 'sales')).post('/inbound-mails', raw, MAIL)).status).toBe(403);
    expect((await ops.post('/inbound-mails', '   ', MAIL)).status).toBe(422);
    expect((await ops.post('/inbound-mails', { raw: 'x' })).status).toBe(422);
    expect((await app.nobody.post('/mailboxes', {}, signed)).status).toBe(401);
  });

  test('a big mail keeps its headers and its text', async () => {
    const raw = mail(
      { From: `big-${randomUUID()}@x.example`, Subject: 'Plans', 'Content-Type': 'multipart/mixed; boundary=b' },
      `--b\r\nContent-Type: text/plain\r\n\r\nSee the plans.\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUJD'.repeat(600_000)}\r\n--b--\r\n`,
    );
    const arrival = await post(raw);
    expect(await stored(arrival.id)).toMatchObject({ whole: false, subject: 'Plans', replyText: 'See the plans.' });
    const [kept] = await app.sql<Json>(
      "SELECT length(raw) AS n, convert_from(raw, 'UTF8') AS raw FROM inbound_mail WHERE id = $1",
      [arrival.id],
    );
    expect(kept.n).toBeLessThan(2_000);
    expect(kept.raw).toContain('Subject: Plans');
  });

  test.each([
    [
      'a NUL and half a character',
      Buffer.from('From: a@b.example\nSubject: =?utf-16?Q?=00?= x\n\n\u0000 \\u0000 \\\\u0000 text', 'utf8'),
    ],
    [
      'bytes that are no text',
      Buffer.concat([Buffer.from('From: a@b.example\nSubject: x\n\n'), Buffer.from([0xff, 0xfe, 0, 0x80, 0xc3])]),
    ],
    [
      'parts within parts within parts',
      Buffer.from(
        `From: a@b.example\n${Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('')}`,
      ),
    ],
    ['nothing but a header', Buffer.from('Subject: alone')],
  ])('%s is kept, whatever it is', async (_, raw) => {
    const { id } = await post(Buffer.concat([raw, Buffer.from(` ${randomUUID()}`)]));
    expect((await stored(id)).state).toBe('unmatched');
  });

  test('what cannot be carried out is kept, tried again, and then carried out', async () => {
    const { dispatches, people } = await sent();
    await app.asOwner("ALTER TABLE task ADD CONSTRAINT broken CHECK (kind <> 'reply') NOT VALID");
    const arrival = await post(reply(dispatches[0], 'Do not lose me.'));
    expect(arrival.state).toBe('new');
    expect((await stored(arrival.id)).error).toMatch(/broken/);
    expect(await enrolment(people[0].id)).toMatchObject({ state: 'active' });
    await app.get(Arrivals).again();
    expect((await stored(arrival.id)).state).toBe('new');
    await app.asOwner('ALTER TABLE task DROP CONSTRAINT broken');
    await app.get(Arrivals).again();
    expect(await stored(arrival.id)).toMatchObject({ state: 'handled', error: null });
    expect(await tasks(people[0].id)).toMatchObject([{ kind: 'reply', words: 'Do not lose me.' }]);
  });
});

describe('mailboxes', () => {
  const FACTS = { name: 'Replies', host: '127.0.0.1', port: 9, tls: 'none', username: 'us', password: 'sesame open' };

  test('are made, changed, checked and deleted by an administrator, and the password never comes out', async () => {
    const made = await ops.post<Json>('/mailboxes', FACTS);
    expect(made).toMatchObject({ status: 201, body: { state: 'waiting', folder: 'INBOX', active: true, revision: 1 } });
    const { id } = made.body;
    const changed = await ops.patch<Json>(`/mailboxes/${id}`, { name: 'Answers' }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Answers', revision: 2 } });
    expect((await ops.patch(`/mailboxes/${id}`, { name: 'X' }, { 'if-match': '"1"' })).status).toBe(409);
    const checked = await ops.post<Json>(`/mailboxes/${id}/check`);
    expect(checked).toMatchObject({ status: 200, body: { works: false, messages: null } });
    const list = await ops.get<Json>('/mailboxes');
    const audit = await app.sql<Json>(
      "SELECT before, after FROM audit_entry WHERE entity = 'mailbox' AND entity_id = $1",
      [id],
    );
    expect(audit.length).toBeGreaterThan(1);
    const [{ password_sealed: sealed }] = await app.sql<Json>('SELECT password_sealed FROM mailbox WHERE id = $1', [
      id,
    ]);
    for (const shown of [made.body, changed.body, checked.body, list.body, audit]) {
      expect(JSON.stringify(shown)).not.toContain('sesame');
      expect(JSON.stringify(shown)).not.toContain(sealed);
    }
    expect((await ops.delete(`/mailboxes/${id}`)).status).toBe(204);
    expect((await ops.get(`/mailboxes/${id}`)).status).toBe(404);
  });

  test('one that mail came through is switched off, and not forgotten', async () => {
    const { id } = (await ops.post<Json>('/mailboxes', FACTS)).body;
    await app.sql(
      "INSERT INTO inbound_mail (hash, kind, mailbox_id, reading) VALUES (sha256('used'), 'other', $1, '{}')",
      [id],
    );
    expect(await ops.delete(`/mailboxes/${id}`)).toMatchObject({ status: 409, body: { code: 'mailbox_used' } });
    const off = await ops.patch(`/mailboxes/${id}`, { active: false }, { 'if-match': '"1"' });
    expect(off).toMatchObject({ status: 200, body: { active: false } });
  });

  test('a stored password goes to no other server: it is asked for again', async () => {
    const { id } = (await ops.post<Json>('/mailboxes', { ...FACTS, active: false })).body;
    const moved = { host: 'imap.elsewhere.example', port: 993, tls: 'implicit' };
    expect(await ops.patch(`/mailboxes/${id}`, moved, { 'if-match': '"1"' })).toMatchObject({
      status: 422,
      body: { code: 'password_needed' },
    });
    expect((await ops.patch(`/mailboxes/${id}`, { ...moved, password: 'another' }, { 'if-match': '"1"' })).status).toBe(
      200,
    );
  });

  test('nobody else may see them', async () => {
    for (const role of ['sales_ops', 'rep', 'manager', 'executive'])
      expect((await (await app.as(role)).get('/mailboxes')).status).toBe(403);
  });
});

test('a mail that is done with is not kept as it came for ever; what it said is', async () => {
  const { dispatches } = await sent();
  const [about] = dispatches as [Json];
  const answered = await post(reply(about, 'Tell me more, please.'));
  const waiting = await post(mail({ From: 'nobody@elsewhere.example', Subject: 'Hello' }, 'Who are you?'));
  const kept = async () =>
    app.sql<Json>(
      'SELECT id, raw IS NOT NULL AS raw, text IS NOT NULL AS text, reply_text FROM inbound_mail WHERE id = ANY($1)',
      [[answered.id, waiting.id]],
    );
  expect(await app.get(Retention).forget()).toBe(0);
  await app.sql("UPDATE inbound_mail SET received_at = app_now() - interval '366 days' WHERE id = ANY($1)", [
    [answered.id, waiting.id],
  ]);
  expect(await app.get(Retention).forget()).toBe(1);
  const rest = await kept();
  expect(rest.find(({ id }) => id === answered.id)).toMatchObject({
    raw: false,
    text: false,
    reply_text: 'Tell me more, please.',
  });
  expect(rest.find(({ id }) => id === waiting.id)).toMatchObject({ raw: true, text: true });
  expect((await ops.get(`/inbound-mails/${answered.id}`)).body).toMatchObject({ text: null, whole: false });
});
