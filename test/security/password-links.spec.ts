import { request } from 'node:http';
import { PasswordMailer } from '../../src/channels/email/password-mailer.js';
import { LinkLimits } from '../../src/identity/password-links/link-limits.js';
import { choosePassword, invited, tokenOf, type Json } from '../support/http.js';
import { Installation, PASSWORD, type Person } from '../support/installation.js';
import { MailServer } from '../support/mail-server.js';
import { until } from '../support/programs.js';
import { attack } from './attack.js';

const CHOSEN = 'five other good words';
const LINK = /http:\/\/overture\.test\/(?:welcome|reset)#([\w-]{43})/;

const LOCK_BOTH = `
SELECT FROM app_user u JOIN password_link l ON l.user_id = u.id WHERE u.id = $1 FOR UPDATE OF u, l`;
const WAITING = `
SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

let mail: MailServer;
let app: Installation;
let admin: Person;
let made = 0;

beforeAll(async () => {
  mail = await MailServer.open();
  app = await Installation.open({ smtpUrl: mail.url });
  admin = await app.as('admin', 'it');
});
afterEach(async () => {
  mail.reset();
  await app.sql('DELETE FROM sign_in_attempt');
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const from = (address: string) => ({ 'x-forwarded-for': address });
const ask = (email: string, headers: Record<string, string> = {}) =>
  app.nobody.post('/password-resets', { email }, headers);
const opening = (token: string, headers: Record<string, string> = {}) =>
  app.nobody.post<Json>('/password-links/opening', { token }, headers);
const choose = (token: string, password = CHOSEN) => choosePassword(app.nobody, token, password);
const signIn = (email: string, password: string) => app.nobody.post<Json>('/sessions', { email, password });
const passwordOf = async (email: string) =>
  (await app.sql<Json>('SELECT state, password_hash FROM app_user WHERE email = $1', [email]))[0];

/** All that waits is mailed. Returns the tokens that one address got, oldest first. */
async function mailed(email: string): Promise<string[]> {
  await app.get(PasswordMailer).send();
  return mail.accepted.filter(({ recipient }) => recipient === email).map(({ parsed }) => LINK.exec(parsed.text!)![1]!);
}

async function invitee(): Promise<{ id: string; email: string; token: string }> {
  const email = `invited${++made}@northwind.example`;
  const facts = { email, name: 'Robert King', department: 'sales', roles: ['rep'] };
  const { status, body } = await admin.post<Json>('/users', facts);
  expect([status, body.state]).toEqual([201, 'invited']);
  const [token] = await mailed(email);
  return { id: body.id, email, token: token! };
}

async function member(): Promise<{ id: string; email: string; cookie: string }> {
  const { id, email, token } = await invitee();
  expect((await choose(token, PASSWORD)).status).toBe(204);
  const cookie = (await signIn(email, PASSWORD)).headers['set-cookie']!.split(';')[0]!;
  mail.reset();
  return { id, email, cookie };
}

/** Neither usable nor used: the same answer as for one that never was. */
async function assertRefused(token: string, email: string): Promise<void> {
  const before = await passwordOf(email);
  const unknown = await choose('x'.repeat(43));
  for (const answer of [await opening(token), await choose(token, 'six words of somebody else')])
    expect([answer.status, answer.body]).toEqual([404, unknown.body]);
  expect(await passwordOf(email)).toEqual(before);
}

describe('a link', () => {
  attack('of which one character is another is refused', [0, 1, 7, 20, 41, 42], async (at) => {
    const { token, email } = await invitee();
    const other = token[at] === 'A' ? 'Q' : 'A';
    await assertRefused(token.slice(0, at) + other + token.slice(at + 1), email);
    expect((await opening(token)).status).toBe(200);
  });

  attack(
    'that is no link of ours is refused',
    ['x', 'x'.repeat(200), "' OR true --", '../../users', '\\x00', '𝔸'.repeat(40), '#', '%00'],
    async (token) => assertRefused(token, (await invitee()).email),
  );

  attack('is used once', ['invitation', 'reset'], async (purpose) => {
    const { email, ...rest } = purpose === 'reset' ? await member() : await invitee();
    if (purpose === 'reset') await ask(email);
    const token = 'token' in rest ? (rest.token as string) : (await mailed(email))[0]!;
    expect((await choose(token)).status).toBe(204);
    await assertRefused(token, email);
    expect((await signIn(email, CHOSEN)).status).toBe(201);
  });

  attack('that is used many times at once sets one password', [2, 4], async (times) => {
    const { id, token, email } = await invitee();
    const passwords = Array.from({ length: times }, (_, i) => `five other good words ${i}`);
    // hashing is done one after the other: all wait for it, and go on at the same moment
    const holder = app.source.createQueryRunner();
    await holder.startTransaction();
    await holder.query(LOCK_BOTH, [id]);
    const choices = Promise.all(passwords.map((each) => choose(token, each)));
    await until('all wait for the rows', async () => (await app.sql<Json>(WAITING))[0].n === times);
    await holder.commitTransaction();
    await holder.release();
    const statuses = (await choices).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([204, ...Array.from({ length: times - 1 }, () => 404)]);
    const works = await Promise.all(passwords.map(async (each) => (await signIn(email, each)).status === 201));
    expect(works).toEqual(statuses.map((status) => status === 204));
  });

  attack('that is too old is refused', ['invitation', 'reset'] as const, async (purpose) => {
    const one = purpose === 'reset' ? await member() : await invitee();
    if (purpose === 'reset') await ask(one.email);
    const token = 'token' in one ? one.token : (await mailed(one.email))[0]!;
    const [lives] = await app.sql<Json>(
      'SELECT extract(epoch FROM expires_at - clock_timestamp())::int AS s FROM password_link WHERE user_id = $1',
      [one.id],
    );
    const longest = purpose === 'reset' ? 30 * 60 : 72 * 3600;
    expect(lives.s).toBeLessThanOrEqual(longest);
    expect(lives.s).toBeGreaterThan(longest - 60);
    await app.sql('UPDATE password_link SET expires_at = clock_timestamp() WHERE user_id = $1', [one.id]);
    await assertRefused(token, one.email);
  });

  attack('of a disabled user is refused, also once the user is enabled again', ['before', 'after'], async (when) => {
    const { id, email } = await member();
    await ask(email);
    const [token] = await mailed(email);
    const turn = async (state: string) => {
      const { headers } = await admin.get(`/users/${id}`);
      const change = await admin.patch(`/users/${id}`, { state }, { 'if-match': headers.etag! });
      expect(change.status).toBe(200);
    };
    await turn('disabled');
    if (when === 'after') await turn('active');
    await assertRefused(token!, email);
  });

  attack(
    'that is older than another is refused',
    ['asked twice', 'sent again', 'sent by an administrator'],
    async (how) => {
      const { id, email, ...rest } = how === 'sent again' ? await invitee() : await member();
      if (how !== 'sent again') await ask(email);
      const older = 'token' in rest ? (rest.token as string) : (await mailed(email))[0]!;
      if (how === 'asked twice') await ask(email);
      else expect((await admin.post<Json>(`/users/${id}/password-links`, {})).body.link).toBeNull();
      const newer = (await mailed(email)).at(-1)!;
      expect(newer).not.toBe(older);
      await assertRefused(older, email);
      expect((await choose(newer)).status).toBe(204);
    },
  );

  test('ends when the password is changed otherwise', async () => {
    const { email, cookie } = await member();
    await ask(email);
    const [token] = await mailed(email);
    const change = { current: PASSWORD, password: 'seven quite other words' };
    expect((await app.nobody.put('/sessions/current/password', change, { cookie })).status).toBe(204);
    await assertRefused(token!, email);
  });

  test('sets no weak password, and may be used again for a better one', async () => {
    const { token, email } = await invitee();
    expect(await choose(token, 'password1234')).toMatchObject({ status: 422, body: { code: 'password_too_weak' } });
    expect((await choose(token, 'robertking1 northwind')).status).toBe(422);
    expect((await passwordOf(email)).state).toBe('invited');
    expect((await choose(token)).status).toBe(204);
  });

  test('ends all sessions and tokens of its owner, and of nobody else', async () => {
    const [one, other] = [await member(), await member()];
    const { body } = await app.nobody.post<Json>('/tokens', { email: one.email, password: PASSWORD });
    await ask(one.email);
    expect((await choose((await mailed(one.email))[0]!)).status).toBe(204);
    const me = async (headers: Record<string, string>) =>
      (await app.nobody.send('GET', '/sessions/current', undefined, headers)).status;
    expect([
      await me({ cookie: one.cookie }),
      await me({ authorization: `Bearer ${body.token}` }),
      await me({ cookie: other.cookie }),
    ]).toEqual([401, 401, 200]);
  });

  test('signs out somebody else in this browser when it is opened, and its owner not', async () => {
    const [owner, other] = [await member(), await member()];
    await ask(owner.email);
    const [token] = await mailed(owner.email);
    const me = async (cookie: string) =>
      (await app.nobody.send('GET', '/sessions/current', undefined, { cookie })).status;
    expect((await opening(token!, { cookie: owner.cookie })).headers['set-cookie']).toBeUndefined();
    expect(await me(owner.cookie)).toBe(200);
    const opened = await opening(token!, { cookie: other.cookie });
    expect(opened).toMatchObject({ status: 200, body: { email: owner.email, purpose: 'reset' } });
    expect(opened.headers['set-cookie']).toMatch(/^overture=;/);
    expect(await me(other.cookie)).toBe(401);
  });

  attack(
    'does nothing when it is only followed',
    ['/welcome', '/reset', '/api/v1/password-links/opening'],
    async (page) => {
      const { token, email } = await invitee();
      const before = await app.sql('SELECT * FROM password_link ORDER BY user_id');
      await app.nobody.get(`/${page}?token=${token}#${token}`);
      await app.nobody.send('HEAD', `/${page}`);
      expect(await app.sql('SELECT * FROM password_link ORDER BY user_id')).toEqual(before);
      expect((await passwordOf(email)).state).toBe('invited');
    },
  );
});

describe('asking for a link', () => {
  attack('is answered alike for every address', ['unknown', 'invited', 'disabled', 'known'], async (kind) => {
    const one = kind === 'invited' ? await invitee() : await member();
    if (kind === 'disabled') await app.sql("UPDATE app_user SET state = 'disabled' WHERE id = $1", [one.id]);
    mail.reset();
    const email = kind === 'unknown' ? `nobody${++made}@northwind.example` : one.email.toUpperCase();
    const { status, body, headers } = await ask(email);
    const { date: _, ...same } = headers;
    const control = await ask('control@northwind.example');
    const { date: __, ...controlled } = control.headers;
    expect([status, body, same]).toEqual([control.status, control.body, controlled]);
    expect(await mailed(one.email)).toHaveLength(kind === 'known' ? 1 : 0);
    expect(await app.sql('SELECT FROM password_reset_request')).toEqual([]);
  });

  attack('takes the same time for every address', ['unknown1@northwind.example'], async (unknown) => {
    const known = await member();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 120; i++) {
      if (i % 5 === 0) await app.sql('DELETE FROM sign_in_attempt');
      for (const kind of i % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const since = performance.now();
        await ask(kind === 'known' ? known.email : unknown, from(`198.51.100.${i}`));
        times[kind].push(performance.now() - since);
      }
    }
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[all.length / 2]!;
    const [one, other] = [median(times.known), median(times.unknown)];
    expect(Math.max(one, other) / Math.min(one, other)).toBeLessThan(1.3);
    await app.sql('DELETE FROM password_reset_request');
  });

  attack('too often is refused, whether the address is known or not', ['known', 'unknown'], async (kind) => {
    const email = kind === 'known' ? (await member()).email : `nobody${++made}@northwind.example`;
    const statuses: number[] = [];
    for (let i = 0; i < 8; i++) statuses.push((await ask(email, from(`198.51.100.${i}`))).status);
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429, 429]);
    expect((await mailed(email)).length).toBeLessThanOrEqual(1);
  });

  attack('from one network too often is refused', ['203.0.113.9', '2001:db8:1:2::'], async (network) => {
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) {
      const address = network.endsWith('::') ? `${network}${i}` : network;
      statuses.push((await ask(`flood${i}@x.example`, from(address))).status);
    }
    expect([statuses.filter((status) => status === 204).length, statuses.at(-1)]).toEqual([20, 429]);
  });

  test('by all together too often is refused, by two processes together', async () => {
    const processes = [new LinkLimits(app.source), new LinkLimits(app.source)];
    for (let i = 0; i < 120; i++) await processes[i % 2]!.countRequest(`x${i}@x.example`, `198.51.${i}.1`);
    await expect(processes[1]!.countRequest('y@x.example', '203.0.113.1')).rejects.toMatchObject({ status: 429 });
  });

  test('and trying links too often is refused', async () => {
    const statuses = await Promise.all(Array.from({ length: 70 }, () => choose('x'.repeat(43))));
    expect(statuses.filter(({ status }) => status === 404)).toHaveLength(60);
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(10);
  });

  attack(
    'with the name of another host writes no link to it',
    [
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example' },
      { forwarded: 'host=evil.example' },
      { host: 'overture.test@evil.example' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-port': '444' },
    ] as Record<string, string>[],
    async (headers) => {
      const { email } = await member();
      expect(await askAs(email, headers)).toBe(204);
      await mailed(email);
      const [{ parsed }] = mail.accepted.filter(({ recipient }) => recipient === email) as [(typeof mail.accepted)[0]];
      expect(`${parsed.text} ${String(parsed.html)}`).not.toContain('evil.example');
      expect(parsed.text).toMatch(/http:\/\/overture\.test\/reset#/);
    },
  );

  attack('from another site is refused', [{ origin: 'https://evil.example' }, { origin: 'null' }], async (headers) => {
    const { token } = await invitee();
    const statuses = [
      await ask('x@northwind.example', headers),
      await opening(token, headers),
      await app.nobody.post('/password-links/password', { token, password: CHOSEN }, headers),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403]);
  });
});

/** As no browser would: undici sets Host itself. */
function askAs(email: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(app.origin);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: hostname,
        port,
        path: '/api/v1/password-resets',
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (reply) => (reply.resume(), resolve(reply.statusCode!)),
    );
    asked.on('error', reject).end(JSON.stringify({ email }));
  });
}

describe('what a link holds', () => {
  const everything = async (): Promise<string> => {
    const tables = await app.sql<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    const texts = await Promise.all(
      tables.map(({ name }) =>
        app.sql<{ text: string }>(`SELECT coalesce(string_agg(t::text, ' '), '') AS text FROM "${name}" t`),
      ),
    );
    return texts.map(([found]) => found!.text).join('\n');
  };

  attack('lies nowhere in the database, not even in the queue of mails', ['queued', 'sent', 'used'], async (when) => {
    const { id, email, token } = await invitee();
    if (when === 'used') await choose(token);
    if (when === 'queued') {
      mail.refuse = () => '451 later';
      await admin.post(`/users/${id}/password-links`, {}, { 'idempotency-key': `again${made}` });
      await mailed(email);
    }
    const [{ hash }] = (await app.sql<Json>("SELECT encode(sha256($1::bytea), 'hex') AS hash", [token])) as [Json];
    mail.reset();
    const text = await everything();
    for (const form of [token, Buffer.from(token).toString('hex'), Buffer.from(token, 'base64url').toString('hex')])
      expect(text).not.toContain(form);
    expect([text.includes(hash as string), text.includes('password_link')]).toEqual([when !== 'queued', true]);
  });

  test('is given to an administrator only where no mail is sent, once', async () => {
    const { id } = await invitee();
    expect((await admin.post<Json>(`/users/${id}/password-links`, {})).body.link).toBeNull();
    const without = await Installation.open();
    try {
      const boss = await without.as('admin', 'it');
      const facts = { email: 'x@northwind.example', name: 'Robert King', department: 'sales', roles: ['rep'] };
      const user = await invited(boss, facts);
      const key = { 'idempotency-key': 'give-a-link' };
      const given = await boss.post<Json>(`/users/${user.id}/password-links`, {}, key);
      expect(given.body.link).toMatch(LINK);
      expect(await boss.post(`/users/${user.id}/password-links`, {}, key)).toMatchObject({
        status: 409,
        body: { code: 'secret_shown_once' },
      });
      await without.get(PasswordMailer).send();
      expect(await without.sql('SELECT FROM captured_mail')).toEqual([]);
      expect((await without.nobody.get<Json>('/password-resets')).body).toEqual({ byMail: false });
      expect((await without.nobody.post<Json>('/password-resets', { email: facts.email })).body.code).toBe(
        'no_mail_to_users',
      );
      expect((await choosePassword(without.nobody, user.token, CHOSEN)).status).toBe(404);
      expect((await choosePassword(without.nobody, tokenOf(given.body.link), CHOSEN)).status).toBe(204);
    } finally {
      await without.close();
    }
  });

  attack(
    'reaches its mail only, whatever the user is called',
    ['<img src=x onerror=alert(1)>', 'Robert" <evil@x.example>, "King', 'Robert, evil@x.example', '${link}', 'é ü 王'],
    async (name) => {
      const email = `invited${++made}@northwind.example`;
      expect((await admin.post('/users', { email, name, department: 'sales', roles: ['rep'] })).status).toBe(201);
      await mailed(email);
      const recipients = mail.accepted.map(({ recipient }) => recipient);
      expect(recipients.filter((each) => each === email || each.endsWith('x.example'))).toEqual([email]);
      const { parsed } = mail.accepted.find(({ recipient }) => recipient === email)!;
      expect(String(parsed.html)).not.toContain('<img');
      expect(parsed.text).toContain(name);
      mail.reset();
    },
  );
});
