import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { createTransport } from 'nodemailer';
import { Launch } from '../../src/campaigns/lifecycle/launch.js';
import { SHARDS } from '../../src/campaigns/enrolments/drive.sql.js';
import { Driver } from '../../src/campaigns/enrolments/driver.js';
import { Arrivals } from '../../src/channels/inbound/arrivals.js';
import { OutboxWorker } from '../../src/channels/email/outbox-worker.js';
import { ReturnAddresses } from '../../src/channels/email/verp.js';
import { Config } from '../../src/platform/index.js';
import { DnsServer } from '../support/dns-server.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import { complaint, mail, reply, report } from '../support/mails-in.js';
import { EMAIL, world } from '../support/world.js';
import { attack } from './attack.js';

const OURS = 'mx.ours.example';
const SELECTOR = 'k1';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PRIVATE = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const KEY = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const WISH = 'Please remove me from your list.';

let app: Installation;
let dns: DnsServer;
let ops: Person;
let victims: Json[];
let mailboxId: string;

beforeAll(async () => {
  dns = await DnsServer.open();
  app = await Installation.open({ dns: dns.address });
  ops = await app.as(['sales_ops', 'admin'], 'sales');
  const { campaignId } = await world(app, {
    organizations: 60,
    steps: [EMAIL('intro'), EMAIL('second', { afterDays: 3 })],
  });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  await app.get(Launch).run(campaignId);
  for (let shard = 0; shard < SHARDS; shard++) await app.get(Driver).drive(campaignId, shard);
  await app.get(OutboxWorker).drain();
  victims = await app.sql<Json>("SELECT * FROM dispatch WHERE campaign_id = $1 AND state = 'sent'", [campaignId]);
  expect(victims).toHaveLength(60);
  const facts = { name: 'x', host: '127.0.0.1', port: 993, username: 'us', password: 'sesame', active: false };
  mailboxId = (await ops.post<Json>('/mailboxes', { ...facts, trustedAuthservId: OURS })).body.id;
});
afterAll(async () => {
  await app.close();
  await dns.close();
});

/** Someone to whom nothing was done yet; DNS knows the key of their domain. */
function victim(): Json {
  const one = victims.pop()!;
  serve(domainOf(one), KEY);
  return one;
}
const domainOf = ({ recipient }: Json): string => recipient.split('@')[1];
const serve = (domain: string, text: string): void => {
  dns.zone[`${SELECTOR}._domainkey.${domain}`] = [{ type: 'TXT', name: '', ttl: 60, data: text.match(/.{1,255}/g)! }];
};
const take = (raw: Buffer) => app.get(Arrivals).take(raw, 'test', mailboxId);
const stored = async (id: string) => (await app.sql<Json>('SELECT * FROM inbound_mail WHERE id = $1', [id]))[0];
const enrolment = async ({ enrolment_id: id }: Json) =>
  (await app.sql<Json>('SELECT state, reason FROM enrolment WHERE id = $1', [id]))[0];
const suppressions = ({ contact_id: id }: Json) =>
  app.sql<Json>('SELECT reason, unverified, evidence FROM suppression WHERE value = $1 AND lifted_at IS NULL', [id]);

/** A mail as its author's own server would send it, signed for `domain`. */
async function signed(domain: string, facts: object): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const dkim = { domainName: domain, keySelector: SELECTOR, privateKey: PRIVATE };
  const { message } = await transport.sendMail({ to: 'us@ours.example', subject: 'Hello', text: WISH, dkim, ...facts });
  return message as Buffer;
}

describe('a report that a mail bounced or was complained about takes no one out', () => {
  const daemon = { From: 'MAILER-DAEMON@mx.example', Subject: 'failure notice' };
  const bounced = ({ recipient }: Json, to: string) =>
    mail({ ...daemon, 'Delivered-To': to }, `<${recipient}>:\n550 5.1.1 no such user (in reply to RCPT TO command)\n`);
  const untouched = async (about: Json, raw: Buffer) => {
    const state = async () => [await enrolment(about), await app.sql('SELECT count(*)::int AS n FROM suppression')];
    const before = await state();
    expect(await take(raw)).toMatchObject({ state: 'unmatched', repeated: false });
    expect(await state()).toEqual(before);
    expect(await app.sql('SELECT state FROM dispatch WHERE id = $1', [about.id])).toEqual([{ state: 'sent' }]);
  };
  const addressOf = (about: Json) => app.get(ReturnAddresses).of('bounces@ours.example', about.id);
  const flipped = (address: string, at: number): string =>
    address.slice(0, at) + (address[at] === 'a' ? 'b' : 'a') + address.slice(at + 1);

  const FORGERIES: Record<string, (about: Json) => Buffer> = {
    'in prose': ({ recipient }) =>
      mail(daemon, `<${recipient}>:\n550 5.1.1 no such user (in reply to RCPT TO command)\n`),
    'as a status notification that names another message': (about) =>
      report({ ...about, message_id: '<x@elsewhere.example>' }, 'failed', '5.1.1', '550 5.1.1 User unknown'),
    'as one that knows the id of ours, and not its Message-ID': (about) =>
      report({ ...about, message_id: `<${about.id}@overture.test>` }, 'failed', '5.1.1', '550 5.1.1 User unknown'),
    'as one with another end of our Message-ID': (about) =>
      report(
        { ...about, message_id: about.message_id.replace(/\.[0-9a-f]{12}@/, `.${'0'.repeat(12)}@`) },
        'failed',
        '5.1.1',
        '550 5.1.1 User unknown',
      ),
    'as a complaint': ({ recipient }) => complaint({ recipient }, '<x@elsewhere.example>'),
    'as a complaint that knows the id of ours': (about) => complaint(about, `<${about.id}@overture.test>`),
    'at the address of another message': (about) => bounced(about, `bounces+${'0'.repeat(32)}@ours.example`),
    'at an address without a signature, as we made them once': (about) =>
      bounced(about, `bounces+${about.id.replaceAll('-', '')}@ours.example`),
    'at a guessed address': (about) => bounced(about, `bounces+${'a'.repeat(40)}@ours.example`),
    'at an address that another installation signed': (about) => {
      const config = new Config({ DATABASE_URL: 'x', OVERTURE_SECRET: 'cd'.repeat(32) });
      return bounced(about, new ReturnAddresses(config).of('bounces@ours.example', about.id));
    },
    'with the word of DMARC for its own domain': ({ recipient }) =>
      mail(
        { 'Authentication-Results': `${OURS}; dmarc=pass header.from=mx.example`, ...daemon },
        `<${recipient}>:\n550 5.1.1 no such user (in reply to RCPT TO command)\n`,
      ),
  };
  attack('however it is written', Object.keys(FORGERIES), async (how) => {
    const about = victim();
    await untouched(about, FORGERIES[how]!(about));
  });

  attack(
    'at our address with any letter of it changed',
    Array.from({ length: 40 }, (_, at) => at),
    async (at) => {
      const about = victims[0]!;
      await untouched(about, bounced(about, flipped(addressOf(about), 'bounces+'.length + at)));
    },
  );

  test('and the real ones do', async () => {
    const [one, two, three] = [victim(), victim(), victim()];
    expect(await take(bounced(one, addressOf(one).toLowerCase()))).toMatchObject({ state: 'handled' });
    expect(await take(report(two, 'failed', '5.1.1', '550 5.1.1 User unknown'))).toMatchObject({ state: 'handled' });
    expect(await take(complaint(three))).toMatchObject({ state: 'handled' });
    expect((await Promise.all([one, two, three].map(enrolment))).map(({ state }) => state)).toEqual([
      'bounced',
      'bounced',
      'opted_out',
    ]);
  });
});

describe('a mail in a buyer’s name that asks to be left alone', () => {
  const plain = (about: Json, headers: Record<string, string> = {}, top: Record<string, string> = {}) =>
    mail({ ...top, From: `Person <${about.recipient}>`, Subject: 'Stop', ...headers }, WISH);
  const results = (about: Json, more = '') => `dmarc=pass header.from=${domainOf(about)}${more}`;
  const replaced = (raw: Buffer, from: string | RegExp, to: string) =>
    Buffer.from(raw.toString('latin1').replace(from, to), 'latin1');

  const FORGERIES: Record<string, (about: Json) => Buffer | Promise<Buffer>> = {
    'with nothing else': (about) => plain(about),
    'in a thread of its own': (about) => plain(about, { 'In-Reply-To': '<x@elsewhere.example>' }),
    'with the id of our message, and not its Message-ID': (about) =>
      plain(about, { 'In-Reply-To': `<${about.id}@overture.test>` }),
    'with a result below the server of a stranger': (about) =>
      plain(
        about,
        {},
        {
          Received: 'from a.example by mx.stranger.example with ESMTP',
          'Authentication-Results': `${OURS}; ${results(about)}`,
        },
      ),
    'with a result below that of our own server': (about) =>
      plain(
        about,
        { 'Authentication-Results': `${OURS}; ${results(about)}` },
        {
          'authentication-results': `${OURS}; dmarc=fail header.from=${domainOf(about)}`,
        },
      ),
    'with a result of another server': (about) =>
      plain(about, {}, { 'Authentication-Results': `mx.ours.example.stranger.example; ${results(about)}` }),
    'with our server’s name in a comment': (about) =>
      plain(about, {}, { 'Authentication-Results': `mx.stranger.example (${OURS}); ${results(about)}` }),
    'with a result in a comment': (about) =>
      plain(about, {}, { 'Authentication-Results': `${OURS}; none (; ${results(about)};)` }),
    'with a result in comments within comments': (about) =>
      plain(
        about,
        {},
        { 'Authentication-Results': `${OURS}; spf=none (a (b) ; ${results(about)} \\) ; ) smtp.helo=x` },
      ),
    'with a result in a quoted string': (about) =>
      plain(about, {}, { 'Authentication-Results': `${OURS}; dmarc=none reason="; ${results(about)}"` }),
    'with a quoted word for a result': (about) =>
      plain(about, {}, { 'Authentication-Results': `${OURS}; dmarc="pass" header.from=${domainOf(about)}` }),
    'with two results of one policy': (about) =>
      plain(
        about,
        {},
        { 'Authentication-Results': `${OURS}; dmarc=fail header.from=${domainOf(about)}; ${results(about)}` },
      ),
    'with a result for another domain': (about) =>
      plain(about, {}, { 'Authentication-Results': `${OURS}; dmarc=pass header.from=stranger.example` }),
    'with a result for a longer domain': (about) =>
      plain(about, {}, { 'Authentication-Results': `${OURS}; dmarc=pass header.from=x.${domainOf(about)}` }),
    'with two domains in a result': (about) =>
      plain(about, {}, { 'Authentication-Results': `${OURS}; ${results(about, ' header.from=stranger.example')}` }),
    'with an encoded word in a result': (about) =>
      plain(about, {}, { 'Authentication-Results': `${OURS}; spf=none smtp.helo==?utf-8?q?x;_dmarc=3Dpass?=` }),
    'with a second From': (about) =>
      plain(about, { from: 'x@stranger.example' }, { 'Authentication-Results': `${OURS}; ${results(about)}` }),
    'with the signature of another domain': async (about) => {
      serve('stranger.example', KEY);
      return signed('stranger.example', { from: about.recipient });
    },
    'with the buyer’s address for a name': (about) => {
      serve('stranger.example', KEY);
      return signed('stranger.example', {
        from: { name: about.recipient, address: 'x@stranger.example' },
        replyTo: about.recipient,
      });
    },
    'with another body than was signed': async (about) =>
      replaced(
        await signed(domainOf(about), { from: about.recipient, text: 'Please call me.' }),
        'Please call me.',
        WISH,
      ),
    'with another subject than was signed': async (about) =>
      replaced(await signed(domainOf(about), { from: about.recipient }), 'Subject: Hello', 'Subject: Stop'),
    'with a second subject above the signed one': async (about) =>
      Buffer.concat([Buffer.from('Subject: Stop\r\n'), await signed(domainOf(about), { from: about.recipient })]),
    'with a second From above the signed one': async (about) => {
      serve('stranger.example', KEY);
      return Buffer.concat([
        Buffer.from(`From: ${about.recipient}\r\n`),
        await signed('stranger.example', { from: 'x@stranger.example' }),
      ]);
    },
    'with words below what was signed': async (about) => {
      const raw = await signed(domainOf(about), { from: about.recipient, text: 'Hello.', dkim: undefined });
      const key = { signingDomain: domainOf(about), selector: SELECTOR, privateKey: PRIVATE, maxBodyLength: 8 };
      const facts = { canonicalization: 'relaxed/relaxed', signatureData: [key] };
      const { signatures } = await dkimSign(raw, facts as unknown as Parameters<typeof dkimSign>[1]);
      return Buffer.concat([Buffer.from(signatures), raw, Buffer.from(`${WISH}\r\n`)]);
    },
    'with a key that the domain does not have': async (about) => {
      const raw = await signed(domainOf(about), { from: about.recipient });
      dns.zone[`${SELECTOR}._domainkey.${domainOf(about)}`] = [];
      return raw;
    },
    'with more signatures than anybody needs': async (about) => {
      const raw = await signed(domainOf(about), { from: about.recipient });
      return Buffer.concat([Buffer.from('DKIM-Signature: v=1; d=x.example; s=y\r\n'.repeat(60)), raw]);
    },
    'while DNS fails': async (about) => {
      dns.zone[`${SELECTOR}._domainkey.${domainOf(about)}`] = 'SERVFAIL';
      return signed(domainOf(about), { from: about.recipient });
    },
    'while DNS never answers': async (about) => {
      dns.zone[`${SELECTOR}._domainkey.${domainOf(about)}`] = 'silence';
      return signed(domainOf(about), { from: about.recipient });
    },
  };
  /** What is written of those whose check came to an end. */
  const RESULTS: Record<string, string> = {
    // of the stranger's own domain
    'with the buyer’s address for a name': 'pass',
    'with a result below that of our own server': 'fail',
    'with another body than was signed': 'fail',
    'with another subject than was signed': 'fail',
    'while DNS fails': 'unknown',
    'while DNS never answers': 'unknown',
  };

  attack(
    'ends nothing by itself, and can be undone',
    Object.keys(FORGERIES),
    async (how) => {
      const about = victim();
      const started = Date.now();
      const { id, state } = await take(await FORGERIES[how]!(about));
      expect(Date.now() - started).toBeLessThan(6_000);
      expect(await stored(id)).toMatchObject({ verified_by: null, authentication: RESULTS[how] ?? 'none' });
      expect(await app.sql('SELECT 1 FROM conversation WHERE enrolment_id = $1', [about.enrolment_id])).toEqual([]);
      const kept = await suppressions(about);
      // from another address than the buyer's it concerns nobody
      if (state === 'unmatched') return expect(kept).toEqual([]);
      expect(kept).toMatchObject([{ reason: 'unsubscribe', unverified: true, evidence: expect.any(String) }]);
      expect(await enrolment(about)).toEqual({ state: 'paused', reason: 'replied' });
      const tasks = await app.sql<Json>("SELECT title, words FROM task WHERE enrolment_id = $1 AND kind = 'reply'", [
        about.enrolment_id,
      ]);
      expect(tasks).toMatchObject([
        { title: expect.stringMatching(/^Sender not verified/), words: expect.stringContaining(WISH) },
      ]);
    },
    60_000,
  );

  const GENUINE: Record<string, (about: Json) => Buffer | Promise<Buffer>> = {
    'by its signature': (about) => signed(domainOf(about), { from: about.recipient }),
    'by the signature of a related domain': (about) => {
      const { recipient } = about;
      serve(`mail.${domainOf(about)}`, KEY);
      return signed(`mail.${domainOf(about)}`, { from: recipient });
    },
    'by the word of our own server': (about) =>
      plain(about, {}, { 'Authentication-Results': `${OURS}; ${results(about)}` }),
    'by our Message-ID': (about) => reply(about, WISH),
    'by the return address of our message': (about) =>
      plain(about, { 'Delivered-To': app.get(ReturnAddresses).of('bounces@ours.example', about.id) }),
  };
  test.each(Object.keys(GENUINE))('is carried out where it is known %s', async (how) => {
    const about = victim();
    const { id } = await take(await GENUINE[how]!(about));
    expect((await stored(id)).verified_by).not.toBeNull();
    expect(await enrolment(about)).toMatchObject({ state: 'opted_out' });
    expect(await suppressions(about)).toEqual([{ reason: 'unsubscribe', unverified: false, evidence: null }]);
  });

  test('is not known by a related domain where the policy wants the name itself', async () => {
    const about = victim();
    serve(`mail.${domainOf(about)}`, KEY);
    dns.zone[`_dmarc.${domainOf(about)}`] = [{ type: 'TXT', name: '', ttl: 60, data: ['v=DMARC1; p=reject; adkim=s'] }];
    const { id } = await take(await signed(`mail.${domainOf(about)}`, { from: about.recipient }));
    expect(await stored(id)).toMatchObject({ verified_by: null, authentication: 'none' });
  });

  test('asks DNS for nothing where that is switched off', async () => {
    await app.sql("INSERT INTO setting (key, value) VALUES ('checkSignatures', '0')");
    const about = victim();
    const asked = dns.asked.length;
    const { id } = await take(await signed(domainOf(about), { from: about.recipient }));
    await app.sql("DELETE FROM setting WHERE key = 'checkSignatures'");
    expect(await stored(id)).toMatchObject({ verified_by: null, authentication: 'unknown' });
    expect(dns.asked).toHaveLength(asked);
  });
});
