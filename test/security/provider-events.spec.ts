import { createHash } from 'node:crypto';
import { ProviderEventWorker } from '../../src/channels/provider-events/provider-event-worker.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import {
  fromMailgun,
  fromPostmark,
  mailgunEvent,
  postmarkEvent,
  SECRET,
  sendGridEvent,
  sendGridKeys,
  sesBounce,
} from '../support/providers/events.js';
import { LocalSns, TOPIC, type Posted } from '../support/providers/local-sns.js';
import { attack } from './attack.js';

const keys = sendGridKeys();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ABOUT = {
  recipient: 'maria@vmi.example',
  message_id: '<0193f0a0-0000-7000-8000-000000000000.0123456789ab@x.example>',
};

let app: Installation;
let admin: Person;
let sns: LocalSns;
const ids: Record<string, string> = {};

beforeAll(async () => {
  sns = await LocalSns.open();
  process.env.SNS_SIMULATOR = sns.origin;
  app = await Installation.open();
  admin = await app.as('admin', 'it');
  for (const [name, facts] of Object.entries({
    ses: { provider: 'ses', topic: TOPIC },
    sendgrid: { provider: 'sendgrid', secret: keys.publicKey },
    another: { provider: 'sendgrid', secret: sendGridKeys().publicKey },
    postmark: { provider: 'postmark', secret: SECRET },
    mailgun: { provider: 'mailgun', secret: SECRET },
  }))
    ids[name] = (await admin.post<Json>('/provider-connections', { name, ...facts })).body.id;
});
afterAll(async () => {
  await app.close();
  await sns.close();
});

let callers = 0;
/** Each from an address of its own: what is tried here is the signature, not the limit of an address. */
const post = (id: string, { body, headers }: Posted, from = `192.0.2.${(callers = (callers + 1) % 250)}`) =>
  fetch(`${app.origin}/api/v1/provider-events/${id}`, {
    method: 'POST',
    body,
    headers: { ...headers, 'x-forwarded-for': from },
  });
const kept = async () => (await app.sql<{ n: number }>('SELECT count(*)::int AS n FROM provider_event'))[0]!.n;

/** It is refused with one sentence, and nothing is kept of it. */
async function refused(id: string, posted: Posted, statuses = [401]): Promise<void> {
  const before = await kept();
  const answer = await post(id, posted);
  const { detail } = (await answer.json()) as Json;
  if (!statuses.includes(answer.status)) throw new Error(`answered ${answer.status}: ${detail}`);
  if (answer.status !== 413) expect(detail).toMatch(/^[A-Z][^\n]{10,200}\.$/);
  expect(await kept()).toBe(before);
}

const bounce = () => sesBounce(ABOUT, ['Permanent', 'NoEmail'], '550 5.1.1 user unknown');
const events = () => [sendGridEvent(ABOUT, 'bounce', { reason: '550 5.1.1 user unknown' })];

describe('an event that the provider did not sign', () => {
  attack('is refused without a signature', ['ses', 'sendgrid', 'postmark', 'mailgun'], async (name) => {
    const bodies: Json = {
      ses: { TopicArn: TOPIC, Type: 'Notification' },
      sendgrid: events(),
      postmark: {},
      mailgun: {},
    };
    await refused(ids[name]!, { body: JSON.stringify(bodies[name]), headers: { 'content-type': 'application/json' } });
  });

  attack(
    'is refused with one byte changed, wherever it is',
    Array.from({ length: 40 }, (_, n) => n),
    async (n) => {
      const signed = keys.sign(events());
      const at = Math.floor((signed.body.length * n) / 40);
      const other = signed.body[at] === 'x' ? 'y' : 'x';
      await refused(ids.sendgrid!, { ...signed, body: signed.body.slice(0, at) + other + signed.body.slice(at + 1) });
    },
  );

  attack(
    'is refused with any field of SNS changed',
    ['Message', 'MessageId', 'Timestamp', 'TopicArn', 'Type', 'Signature', 'SignatureVersion', 'SigningCertURL'],
    async (field) => {
      const { body, headers } = sns.event(bounce());
      const message = JSON.parse(body) as Json;
      for (const value of [
        '',
        'constructor',
        '__proto__',
        // what follows the end of a signature in base64 is no part of it
        ...(field === 'Signature' ? [] : [`${message[field]}x`]),
        `x${message[field]}`,
        7,
        null,
        ['x'],
        {},
      ])
        await refused(ids.ses!, { headers, body: JSON.stringify({ ...message, [field]: value }) });
    },
  );

  attack(
    'is refused where another connection’s key signed it',
    ['another', 'postmark', 'mailgun', 'ses'],
    async (name) => {
      if (name === 'another') await refused(ids.another!, keys.sign(events()));
      if (name === 'postmark')
        await refused(ids.postmark!, fromPostmark(postmarkEvent(ABOUT, 'Delivery'), `${SECRET}x`));
      if (name === 'mailgun')
        await refused(ids.mailgun!, fromMailgun(mailgunEvent(ABOUT, 'failed'), { secret: 'another secret' }));
      if (name === 'ses') await refused(ids.ses!, sns.event(bounce(), {}, { key: 'ca.key' }));
    },
  );

  attack(
    'is refused for another topic, signed by SNS all the same',
    [`${TOPIC}2`, TOPIC.replace('1234', '9999')],
    (TopicArn) => refused(ids.ses!, sns.event(bounce(), { TopicArn })),
  );
});

describe('an event that comes again', () => {
  attack('later than it may is refused', [-24, -11 / 60, 11 / 60, 25], async (hours) => {
    const at = Date.now() + hours * HOUR;
    await refused(ids.sendgrid!, keys.sign(events(), at));
    if (Math.abs(hours) < 1) return;
    await refused(ids.mailgun!, fromMailgun(mailgunEvent(ABOUT, 'failed'), { at }));
    const Timestamp = new Date(at + Math.sign(hours) * HOUR).toISOString();
    await refused(ids.ses!, sns.event(bounce(), { Timestamp }));
  });

  attack('is kept once', ['ses', 'sendgrid', 'postmark', 'mailgun'], async (name) => {
    const posted: Record<string, Posted> = {
      ses: sns.event(bounce()),
      sendgrid: keys.sign(events()),
      postmark: fromPostmark(postmarkEvent(ABOUT, 'Bounce', { ID: 1, Type: 'HardBounce' })),
      mailgun: fromMailgun(mailgunEvent(ABOUT, 'failed', { severity: 'permanent' })),
    };
    const before = await kept();
    const answers = await Promise.all([1, 2, 3].map(() => post(ids[name]!, posted[name]!)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await kept()).toBe(before + 1);
  });

  attack(
    'with a token of Mailgun that was used is refused for another event',
    ['failed', 'complained', 'opened'],
    async (name) => {
      const token = createHash('sha256').update(name).digest('hex').slice(0, 50);
      expect((await post(ids.mailgun!, fromMailgun(mailgunEvent(ABOUT, 'accepted'), { token }))).status).toBe(200);
      await refused(ids.mailgun!, fromMailgun(mailgunEvent(ABOUT, name), { token }));
    },
  );
});

attack(
  'no certificate is taken from elsewhere than SNS in the region of the topic',
  [
    'https://sns.us-east-1.amazonaws.com.attacker.example/sns.pem',
    'https://sns.us-east-1.amazonaws.com@attacker.example/sns.pem',
    'https://attacker.example/sns.us-east-1.amazonaws.com/sns.pem',
    'https://attacker.example#sns.us-east-1.amazonaws.com/sns.pem',
    'https://sns.us-east-1.amazonaws.com:8443/sns.pem',
    'https://user:password@sns.us-east-1.amazonaws.com/sns.pem',
    'http://sns.us-east-1.amazonaws.com/sns.pem',
    'https://sns.eu-west-1.amazonaws.com/sns.pem',
    'https://s3.us-east-1.amazonaws.com/bucket/sns.pem',
    'https://sns.us-east-1.amazonaws.com/../bucket/sns.pem',
    'https://sns.us-east-1.amazonaws.com/sns.pem?redirect=https://attacker.example',
    'https://10.0.0.8/sns.pem',
    'http://169.254.169.254/sns.pem',
    'file:///etc/ssl/cert.pem',
    'data:text/plain,x',
    '//attacker.example/sns.pem',
    // this machine may be reached, and is not SNS
    'http://127.0.0.1:9/sns.pem',
    'http://localhost:9/sns.pem',
    'sns.pem',
    '',
  ],
  (SigningCertURL) => refused(ids.ses!, sns.event(bounce(), { SigningCertURL })),
);

attack(
  'a certificate that is over, is none or cannot be had signs nothing',
  ['expired.pem', 'sns.key', 'gone.pem'],
  (name) => refused(ids.ses!, sns.event(bounce(), { SigningCertURL: `${sns.origin}/${name}` }), [401, 503]),
);

attack(
  'no subscription is confirmed elsewhere than at SNS',
  [
    'https://sns.us-east-1.amazonaws.com.attacker.example/?Action=ConfirmSubscription',
    'https://attacker.example/?Action=ConfirmSubscription',
    'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.8/',
    'file:///etc/passwd',
    '',
  ],
  async (SubscribeURL) => {
    await refused(
      ids.ses!,
      sns.message({ Type: 'SubscriptionConfirmation', Token: 'x', Message: 'confirm', SubscribeURL }),
    );
    expect((await admin.get<Json>(`/provider-connections/${ids.ses}`)).body.subscribedAt).toBeNull();
  },
);

describe('a body that is no event', () => {
  attack(
    'is refused, signed or not',
    ['', 'null', '7', '"x"', '{', '[', 'x=1&y=2', '\u0000', '['.repeat(200_000), '{"a":'.repeat(50_000)],
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      for (const name of ['ses', 'sendgrid', 'postmark', 'mailgun'])
        await refused(ids[name]!, { body, headers }, [401, 422]);
      await refused(ids.sendgrid!, keys.sign(null, Date.now(), body), [422]);
    },
  );

  attack('of more than a megabyte is refused', [1, 30], async (megabytes) => {
    const body = JSON.stringify([{ event: 'x'.repeat(megabytes * 1024 * 1024) }]);
    for (const name of ['sendgrid', 'another'])
      await refused(ids[name]!, keys.sign(null, Date.now(), body), [413]).catch((error: Error) => {
        // the server may close the line before all of it is sent
        if (!/fetch failed/.test(error.message)) throw error;
      });
  });

  attack(
    'of a strange shape is kept, and acts on nobody',
    [
      [null, 7, 'x', [], {}],
      [{ event: 'constructor', sg_event_id: '__proto__', 'smtp-id': {}, email: [] }],
      [{ event: 'bounce', reason: 'x'.repeat(100_000), timestamp: '9'.repeat(400), type: 'toString' }],
      [{ event: 'bounce', reason: '\u0000\ud800', email: "'; DROP TABLE contact; --", sg_event_id: '\u0000x' }],
      Array.from({ length: 1_000 }, () => events()[0]),
    ],
    async (list: unknown[]) => {
      const before = await kept();
      expect((await post(ids.sendgrid!, keys.sign(list))).status).toBe(200);
      expect(await kept()).toBe(before + list.length);
      await app.get(ProviderEventWorker).drain();
      const [left] = await app.sql(
        "SELECT count(*)::int AS n FROM provider_event WHERE state NOT IN ('unmatched', 'dismissed')",
      );
      expect(left).toEqual({ n: 0 });
      expect(await app.sql('SELECT FROM suppression')).toEqual([]);
    },
    60_000,
  );
});

attack(
  'a connection that does not exist says so',
  ['x', '', "'", '00000000-0000-4000-8000-000000000000'],
  async (id) => {
    const answer = await post(id || '%00', keys.sign(events()));
    if (answer.status !== 404) throw new Error(`answered ${answer.status}`);
  },
);

test('many wrong signatures from one address are answered 429, and hold up no right one', async () => {
  const wrong = keys.sign(events());
  const answers = [];
  for (let n = 0; n < 70; n++) answers.push((await post(ids.another!, wrong, '198.51.100.1')).status);
  expect([answers[0], answers.at(-1)]).toEqual([401, 429]);
  expect((await post(ids.sendgrid!, keys.sign(events()), '198.51.100.1')).status).toBe(200);
});

test('refusals are counted, and no secret is in any answer or in the audit trail', async () => {
  const { body } = await admin.get<Json>('/provider-connections');
  expect(body.items.every(({ refused: n }: Json) => n > 0)).toBe(true);
  const trail = JSON.stringify(await app.sql("SELECT * FROM audit_entry WHERE entity = 'provider_connection'"));
  for (const text of [JSON.stringify(body), trail]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(keys.publicKey);
  }
  expect(JSON.stringify(body)).not.toMatch(/[sS]ealed|"secret"/);
});
