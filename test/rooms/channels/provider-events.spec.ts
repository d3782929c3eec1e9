import { SHARDS } from '../../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../../src/campaigns/enrolments/driver.js';
import { Launch } from '../../../src/campaigns/lifecycle/launch.js';
import { OutboxWorker } from '../../../src/channels/email/outbox-worker.js';
import { ProviderEventWorker } from '../../../src/channels/provider-events/provider-event-worker.js';
import { Installation, type Json, type Person } from '../../support/installation.js';
import {
  fromMailgun,
  fromPostmark,
  mailgunEvent,
  postmarkEvent,
  SECRET,
  sendGridEvent,
  sendGridKeys,
  sesBounce,
  sesEvent,
} from '../../support/providers/events.js';
import { LocalSns, TOPIC, type Posted } from '../../support/providers/local-sns.js';
import { EMAIL, world } from '../../support/world.js';

const keys = sendGridKeys();
const USER_UNKNOWN = '550 5.1.1 <maria@vmi.example>: user unknown';
let app: Installation;
let ops: Person;
let sns: LocalSns;
const urls: Record<string, string> = {};

beforeAll(async () => {
  sns = await LocalSns.open();
  process.env.SNS_SIMULATOR = sns.origin;
  app = await Installation.open();
  ops = await app.as(['sales_ops', 'admin'], 'sales');
  await app.sql("INSERT INTO setting (key, value) VALUES ('hoursBetweenContactTouches', '0')");
  for (const [provider, key] of Object.entries({
    ses: { topic: TOPIC },
    sendgrid: { secret: keys.publicKey },
    postmark: { secret: SECRET },
    mailgun: { secret: SECRET },
  }))
    urls[provider] = (await connect(provider, key)).id;
});
afterEach(() => app.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'"));
afterAll(async () => {
  await app.close();
  await sns.close();
});

async function connect(provider: string, facts: object): Promise<Json> {
  const { status, body } = await ops.post<Json>('/provider-connections', { provider, name: provider, ...facts });
  expect([status, body]).toEqual([201, body]);
  return body;
}

async function drive(campaignId: string): Promise<void> {
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
}

/** A campaign with one person, whose first mail is out. */
async function sent(): Promise<Json> {
  const { campaignId } = await world(app, { steps: [EMAIL('intro'), EMAIL('second')] });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  await drive(campaignId);
  await app.get(OutboxWorker).drain();
  const [about] = (await app.sql<Json>('SELECT * FROM dispatch WHERE campaign_id = $1', [campaignId])) as [Json];
  return about;
}

const post = (id: string, { body, headers }: Posted) =>
  fetch(`${app.origin}/api/v1/provider-events/${id}`, { method: 'POST', body, headers });
/** What a provider tells, kept and carried out. */
async function told(provider: string, posted: Posted): Promise<void> {
  const answer = await post(urls[provider]!, posted);
  expect([answer.status, await answer.json()]).toEqual([200, { events: expect.any(Number) }]);
  await app.get(ProviderEventWorker).drain();
}
const inSes = (event: Json) => told('ses', sns.event(event));
const inSendGrid = (...events: Json[]) => told('sendgrid', keys.sign(events));

const dispatch = async ({ id }: Json) => (await app.sql<Json>('SELECT * FROM dispatch WHERE id = $1', [id]))[0];
const enrolment = async ({ enrolment_id: id }: Json) =>
  (await app.sql<Json>('SELECT state, reason FROM enrolment WHERE id = $1', [id]))[0];
const events = async ({ id }: Json): Promise<Json[]> =>
  (await ops.get<Json>(`/provider-events?dispatchId=${id}`)).body.items;
const suppressed = async ({ recipient }: Json) =>
  (await ops.get<Json>(`/suppressions?value=${recipient}&liftedAt=none`)).body.items.map((each: Json) => each.reason);

describe('a bounce', () => {
  const BOUNCES: [string, (about: Json) => Promise<void>][] = [
    ['SES', (about) => inSes(sesBounce(about, ['Permanent', 'General'], USER_UNKNOWN))],
    ['SES, by its class alone', (about) => inSes(sesBounce(about, ['Permanent', 'NoEmail'], '', ''))],
    [
      'SendGrid',
      (about) => inSendGrid(sendGridEvent(about, 'bounce', { type: 'bounce', status: '5.1.1', reason: USER_UNKNOWN })),
    ],
    [
      'SendGrid, by its class alone',
      (about) => inSendGrid(sendGridEvent(about, 'bounce', { bounce_classification: 'Invalid Address', reason: '' })),
    ],
    [
      'Postmark',
      (about) =>
        told(
          'postmark',
          fromPostmark(
            postmarkEvent(about, 'Bounce', {
              ID: 4711,
              Type: 'HardBounce',
              TypeCode: 1,
              Email: about.recipient,
              Details: `smtp;${USER_UNKNOWN}`,
              BouncedAt: new Date().toISOString(),
            }),
          ),
        ),
    ],
    [
      'Mailgun',
      (about) =>
        told(
          'mailgun',
          fromMailgun(
            mailgunEvent(about, 'failed', {
              severity: 'permanent',
              reason: 'bounce',
              'delivery-status': { code: 550, message: '5.1.1 user unknown', 'enhanced-code': '5.1.1' },
            }),
          ),
        ),
    ],
  ];

  test.each(BOUNCES)('ends the person and suppresses the address: %s', async (_, bounce) => {
    const about = await sent();
    await bounce(about);
    expect(await dispatch(about)).toMatchObject({ state: 'bounced', bounce_class: 'hard' });
    expect(await enrolment(about)).toMatchObject({ state: 'bounced' });
    expect(await suppressed(about)).toEqual(['hard_bounce']);
    expect(await events(about)).toMatchObject([{ kind: 'bounced', state: 'handled' }]);
  });

  test.each<[string, Json]>([
    ['a refusal of us', ['Permanent', 'General', '550 5.7.1 Service unavailable; client host blocked using Spamhaus']],
    ['a full mailbox', ['Transient', 'MailboxFull', '452 4.2.2 mailbox full']],
    ['one that is called transient, whatever the words', ['Transient', 'General', USER_UNKNOWN]],
    ['one without words and with a broad class', ['Permanent', 'General', '']],
    ['one on the list of those that SES does not write to', ['Permanent', 'OnAccountSuppressionList', '']],
  ])('ends nobody: %s', async (_, [type, subtype, words]) => {
    const about = await sent();
    await inSes(sesBounce(about, [type, subtype], words, ''));
    expect(await dispatch(about)).toMatchObject({ state: 'sent', bounced_at: expect.any(Date) });
    expect(await suppressed(about)).toEqual([]);
    expect(await enrolment(about)).toMatchObject({ state: 'active' });
  });

  test('after a delivery is late, and counts; a delivery after it changes nothing and is noted', async () => {
    const about = await sent();
    await inSes(
      sesEvent(about, 'Delivery', { recipients: [about.recipient], smtpResponse: '250 2.6.0 Message received' }),
    );
    expect(await dispatch(about)).toMatchObject({ state: 'delivered' });
    await inSes(sesBounce(about, ['Permanent', 'NoEmail'], USER_UNKNOWN));
    await inSes(sesEvent(about, 'Delivery', { recipients: [about.recipient] }));
    expect(await dispatch(about)).toMatchObject({ state: 'bounced' });
    expect((await events(about)).map(({ state }) => state).sort()).toEqual(['dismissed', 'handled', 'handled']);
  });

  test('that comes twice, by two ways or at once, is one', async () => {
    const about = await sent();
    const event = sesBounce(about, ['Permanent', 'NoEmail'], USER_UNKNOWN);
    const one = sns.event(event);
    const answers = await Promise.all([one, one, sns.event(event)].map((each) => post(urls.ses!, each)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await app.get(ProviderEventWorker).drain();
    expect(await events(about)).toHaveLength(1);
  });
});

describe('an unknown message', () => {
  const unknown = async () => {
    const about = await sent();
    await app.sql("UPDATE dispatch SET state = 'unknown' WHERE id = $1", [about.id]);
    return about;
  };

  test.each<[string, (about: Json) => Promise<void>, string]>([
    ['delivered', (about) => inSendGrid(sendGridEvent(about, 'delivered', { response: '250 OK' })), 'delivered'],
    ['bounced', (about) => inSes(sesBounce(about, ['Permanent', 'NoEmail'], USER_UNKNOWN)), 'bounced'],
    ['unsubscribed', (about) => inSendGrid(sendGridEvent(about, 'unsubscribe')), 'sent'],
  ])('is settled by %s', async (_, tell, state) => {
    const about = await unknown();
    await tell(about);
    expect(await dispatch(about)).toMatchObject({ state });
    expect(
      await app.sql("SELECT FROM dispatch WHERE enrolment_id = $1 AND step_key = 'intro'", [about.enrolment_id]),
    ).toHaveLength(1);
  });
});

describe('what the person does', () => {
  test('a complaint and an opt-out end all contact', async () => {
    const one = await sent();
    await inSes(
      sesEvent(one, 'Complaint', {
        feedbackId: '1',
        complaintFeedbackType: 'abuse',
        complainedRecipients: [{ emailAddress: one.recipient }],
      }),
    );
    expect(await dispatch(one)).toMatchObject({ complained_at: expect.any(Date) });
    expect(await suppressed(one)).toEqual(['complaint']);
    const other = await sent();
    await inSendGrid(sendGridEvent(other, 'unsubscribe'), sendGridEvent(other, 'group_unsubscribe'));
    expect(await enrolment(other)).toMatchObject({ state: 'opted_out' });
    expect((await events(other)).map(({ state }) => state).sort()).toEqual(['dismissed', 'handled']);
  });

  test.each<[string, Json]>([
    [
      'a mail that SendGrid dropped for an address that unsubscribed there',
      ['dropped', { reason: 'Unsubscribed Address' }],
    ],
    ['a report of spam that SendGrid knew', ['dropped', { reason: 'Spam Reporting Address' }]],
  ])('%s is an opt-out', async (_, [event, more]) => {
    const about = await sent();
    await inSendGrid(sendGridEvent(about, event, more));
    expect(await enrolment(about)).toMatchObject({ state: 'opted_out' });
  });

  test('opens and clicks are kept, machines marked, and nothing follows', async () => {
    const about = await sent();
    const later = Math.floor(Date.now() / 1000) + 60;
    const SAFARI = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.1 Safari/605.1.15';
    await inSendGrid(
      sendGridEvent(about, 'open', { useragent: SAFARI, timestamp: later }),
      sendGridEvent(about, 'open', { useragent: SAFARI, timestamp: later, sg_machine_open: true }),
      sendGridEvent(about, 'open', { useragent: 'Mozilla/5.0', timestamp: later }),
      sendGridEvent(about, 'open', { useragent: 'via ggpht.com GoogleImageProxy', timestamp: later }),
      sendGridEvent(about, 'click', { useragent: 'curl/8.5.0', timestamp: later }),
      sendGridEvent(about, 'click', { useragent: SAFARI, timestamp: later - 60 }),
    );
    const kept = await events(about);
    expect(kept.map(({ state }) => state)).toEqual(Array(6).fill('handled'));
    expect(kept.filter(({ machine }) => !machine).map(({ kind }) => kind)).toEqual(['opened']);
    expect(await app.sql('SELECT interest FROM enrolment WHERE id = $1', [about.enrolment_id])).toEqual([
      { interest: 'unknown' },
    ]);
  });
});

test('a deferral slows the domain, once a minute', async () => {
  const about = await sent();
  const delayed = () =>
    inSes(
      sesEvent(about, 'DeliveryDelay', {
        delayType: 'RecipientServerError',
        delayedRecipients: [
          { emailAddress: about.recipient, status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect' },
        ],
      }),
    );
  await delayed();
  const throttle = () =>
    app.sql<Json>("SELECT failures, words FROM throttle WHERE carrier = 'default' AND domain = $1", [
      about.recipient.split('@')[1],
    ]);
  expect(await throttle()).toEqual([{ failures: 1, words: '421 4.4.1 Unable to connect' }]);
  await delayed();
  expect(await throttle()).toMatchObject([{ failures: 1 }]);
  expect(await dispatch(about)).toMatchObject({ state: 'sent' });
});

test('an event that comes before our own report waits for it', async () => {
  const about = await sent();
  await app.sql("UPDATE dispatch SET state = 'sending' WHERE id = $1", [about.id]);
  await inSendGrid(sendGridEvent(about, 'delivered'));
  expect(await dispatch(about)).toMatchObject({ state: 'sending' });
  await app.sql("UPDATE dispatch SET state = 'sent' WHERE id = $1", [about.id]);
  await app.sql("UPDATE provider_event SET next_attempt_at = app_now() WHERE state = 'new'");
  await app.get(ProviderEventWorker).drain();
  expect(await dispatch(about)).toMatchObject({ state: 'delivered' });
});

describe('an event that names no message of ours', () => {
  test.each<[string, (about: Json) => Json]>([
    ['none at all', () => ({ 'smtp-id': '<x@y.example>' })],
    ['by the address alone', () => ({ 'smtp-id': '' })],
    ['by the id without the random part', ({ id }) => ({ 'smtp-id': `<${id}@vmi.example>` })],
    ['by another random part', ({ id }) => ({ 'smtp-id': `<${id}.000000000000@vmi.example>` })],
  ])('is listed and acts on nobody: %s', async (_, named) => {
    const about = await sent();
    const event = sendGridEvent(about, 'bounce', { reason: USER_UNKNOWN, ...named(about) });
    await inSendGrid(event);
    expect(await dispatch(about)).toMatchObject({ state: 'sent', bounced_at: null });
    const { body } = await ops.get<Json>(`/provider-events?state=unmatched&connectionId=${urls.sendgrid}`);
    expect(body.items).toContainEqual(expect.objectContaining({ eventId: event.sg_event_id, dispatchId: null }));
  });

  test('a message of a sender that the connection does not cover', async () => {
    const { body: sender } = await ops.post<Json>('/senders', { name: 'Nancy', address: 'nancy@covered.example' });
    const connection = await connect('postmark', { secret: SECRET, senderIds: [sender.id] });
    const about = await sent();
    const event = postmarkEvent(about, 'Delivery', {
      Recipient: about.recipient,
      DeliveredAt: new Date().toISOString(),
    });
    expect((await post(connection.id, fromPostmark(event))).status).toBe(200);
    await app.get(ProviderEventWorker).drain();
    expect(await dispatch(about)).toMatchObject({ state: 'sent' });
    expect((await ops.get<Json>(`/provider-connections/${connection.id}`)).body).toMatchObject({
      counts: { delivered: 1 },
      unmatched: 1,
    });
  });
});

describe('a connection', () => {
  test('of SES is confirmed at SNS, for its topic', async () => {
    const SubscribeURL = `${sns.origin}/confirm?Action=ConfirmSubscription`;
    const message = sns.message({ Type: 'SubscriptionConfirmation', Token: 'x', Message: 'confirm', SubscribeURL });
    expect((await post(urls.ses!, message)).status).toBe(200);
    expect(sns.asked).toContain('/confirm?Action=ConfirmSubscription');
    expect((await ops.get<Json>(`/provider-connections/${urls.ses}`)).body.subscribedAt).not.toBeNull();
  });

  test('takes the older signature of SNS too', async () => {
    const about = await sent();
    await told('ses', sns.event(sesEvent(about, 'Delivery'), {}, { version: '1' }));
    expect(await dispatch(about)).toMatchObject({ state: 'delivered' });
  });

  test('that is paused keeps what comes, and acts on it when it is active again', async () => {
    const { id } = await connect('postmark', { secret: SECRET });
    const pause = (state: string, revision: number) =>
      ops.patch(`/provider-connections/${id}`, { state }, { 'if-match': `"${revision}"` });
    expect((await pause('paused', 1)).status).toBe(200);
    const about = await sent();
    await post(id, fromPostmark(postmarkEvent(about, 'Delivery')));
    await app.get(ProviderEventWorker).drain();
    expect(await dispatch(about)).toMatchObject({ state: 'sent' });
    await pause('active', 2);
    await app.get(ProviderEventWorker).drain();
    expect(await dispatch(about)).toMatchObject({ state: 'delivered' });
    expect(await ops.delete(`/provider-connections/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'provider_connection_used' },
    });
  });

  test.each<[string, object]>([
    ['topic', { provider: 'ses' }],
    ['topic', { provider: 'ses', topic: 'arn:aws:sqs:us-east-1:123456789012:overture' }],
    ['secret', { provider: 'ses', topic: TOPIC, secret: SECRET }],
    ['secret', { provider: 'sendgrid', secret: 'no key' }],
    ['secret', { provider: 'sendgrid' }],
    ['secret', { provider: 'postmark', secret: 'short' }],
    ['secret', { provider: 'mailgun' }],
    ['topic', { provider: 'mailgun', secret: SECRET, topic: TOPIC }],
    ['senderIds', { provider: 'mailgun', secret: SECRET, senderIds: ['00000000-0000-4000-8000-000000000000'] }],
  ])('says what is wrong with its %s: %j', async (field, facts) => {
    const answer = await ops.post<Json>('/provider-connections', { name: 'x', ...facts });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });
});
