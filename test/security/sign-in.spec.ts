import { SignInLimits } from '../../src/identity/sessions/sign-in-limits.js';
import { Installation, PASSWORD, type Json, type Person } from '../support/installation.js';
import { choosePassword, invited } from '../support/http.js';
import { until } from '../support/programs.js';
import { attack } from './attack.js';

let app: Installation;
let admin: Person;
let made = 0;

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as('admin', 'it');
});
afterEach(() => app.sql('DELETE FROM sign_in_attempt'));
afterAll(() => app.close());

const from = (address: string) => ({ 'x-forwarded-for': address });
const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  app.nobody.post<Json>('/sessions', { email, password }, headers);

async function user(name = 'Nancy Davolio'): Promise<{ id: string; email: string }> {
  const email = `user${++made}@northwind.example`;
  const { id, token } = await invited(admin, { email, name, department: 'sales', roles: ['rep'] });
  expect((await choosePassword(app.nobody, token, PASSWORD)).status).toBe(204);
  await app.sql('DELETE FROM sign_in_attempt');
  return { id, email };
}

describe('guessing', () => {
  test('of one password ends after ten tries, also where the right one comes then', async () => {
    const { email } = await user();
    for (let i = 0; i < 10; i++) expect((await signIn(email, `wrong password ${i}`)).status).toBe(401);
    const refused = await signIn(email, PASSWORD);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('that comes all at once is counted all the same', async () => {
    const { email } = await user();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => signIn(email, `wrong password ${i}`)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
  });

  test('from many addresses does not lock out the person, who comes from where they came before', async () => {
    const { email } = await user();
    expect((await signIn(email, PASSWORD, from('203.0.113.7'))).status).toBe(201);
    for (let i = 0; i < 120; i++) await signIn(email, 'wrong password', from(`198.51.100.${i}`));
    expect((await signIn(email, PASSWORD, from('192.0.2.1'))).status).toBe(429);
    expect((await signIn(email, PASSWORD, from('203.0.113.7'))).status).toBe(201);
  });

  test('is counted together by two processes', async () => {
    const attempt = { email: 'x@northwind.example', from: '203.0.113.9', familiar: false };
    const processes = [new SignInLimits(app.source), new SignInLimits(app.source)];
    for (let i = 0; i < 10; i++) await processes[i % 2]!.count(attempt);
    await expect(processes[1]!.count(attempt)).rejects.toMatchObject({ status: 429 });
  });

  test('from the many addresses of one IPv6 network is counted together', async () => {
    const limits = new SignInLimits(app.source);
    const attempt = (i: number) => limits.count({ email: 'y@x.example', from: `2001:db8:1:2::${i}`, familiar: false });
    for (let i = 1; i <= 10; i++) await attempt(i);
    await expect(attempt(11)).rejects.toMatchObject({ status: 429 });
  });

  test('right passwords are given back: two hundred people of one office sign in', async () => {
    const { email } = await user();
    for (let i = 0; i < 25; i++) expect((await signIn(email, PASSWORD)).status).toBe(201);
    expect(await app.sql('SELECT sum(points)::int AS points FROM sign_in_attempt')).toEqual([{ points: 0 }]);
  });

  test('three hundred strangers at once delay nobody who is signed in, and break nothing', async () => {
    const crowd = Promise.all(
      Array.from({ length: 300 }, (_, i) => signIn(`stranger${i}@x.example`, 'wrong password', from('198.51.100.7'))),
    );
    const waits: number[] = [];
    const done = crowd.then(() => true);
    while (!(await Promise.race([done, Promise.resolve(false)]))) {
      const since = performance.now();
      expect((await admin.get('/sessions/current')).status).toBe(200);
      waits.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // the crowd itself is made in this process: while it connects, one question waits with it
    expect(waits.length).toBeGreaterThan(10);
    expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.8)]).toBeLessThan(500);
    const statuses = new Set((await crowd).map(({ status }) => status));
    expect([...statuses].filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
  });
});

describe('a sign-in or a write from another site', () => {
  const FOREIGN = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://overture.test.evil.example' },
    { origin: 'http://overture.test@evil.example' },
    { origin: 'file://' },
    { origin: 'nonsense' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[];

  attack('is refused for a sign-in', FOREIGN, async (headers) => {
    const { email } = await user();
    expect(await signIn(email, PASSWORD, headers)).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
  });

  attack('is refused for a write by cookie', FOREIGN, async (headers) => {
    const { email } = await user();
    const cookie = (await signIn(email, PASSWORD)).headers['set-cookie']!.split(';')[0]!;
    const view = { list: 'organizations', name: 'Berlin', filters: {} };
    expect((await app.nobody.post('/saved-views', view, { cookie, ...headers })).status).toBe(403);
  });

  test('our own pages and programs are welcome', async () => {
    const { email } = await user();
    for (const headers of [{}, { origin: 'http://overture.test' }, { 'sec-fetch-site': 'same-origin' }])
      expect((await signIn(email, PASSWORD, headers as Record<string, string>)).status).toBe(201);
  });
});

describe('a password', () => {
  attack(
    'that is common, repeats itself or consists of names is refused',
    [
      'password1234',
      'Password123!',
      'P@ssw0rd2026',
      'qwertyuiop12',
      '123456789012',
      'letmeinletmein',
      'aaaaaaaaaaaa',
      'iloveyou2024',
      'nancydavolio1',
      'Davolio!Nancy99',
      'NancyNancyNancy',
      'overture2026',
      'short',
      'x'.repeat(201),
    ],
    async (password) => {
      const facts = { email: `weak${++made}@x.example`, name: 'Nancy Davolio', department: 'sales', roles: ['rep'] };
      const { token } = await invited(admin, facts);
      const { status, body } = await choosePassword(app.nobody, token, password);
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'password']);
    },
  );

  test('is kept as it was typed, blanks too', async () => {
    const email = `typed${++made}@x.example`;
    const password = '  four words and blanks ';
    const { token } = await invited(admin, { email, name: 'Robert King', department: 'sales', roles: ['rep'] });
    expect((await choosePassword(app.nobody, token, password)).status).toBe(204);
    expect((await signIn(email, password)).status).toBe(201);
    expect((await signIn(email, password.trim())).status).toBe(401);
  });

  test('is changed by its owner, who knows the old one; the other sessions end', async () => {
    const { email } = await user();
    const one = (await signIn(email, PASSWORD)).headers['set-cookie']!.split(';')[0]!;
    const other = (await signIn(email, PASSWORD)).headers['set-cookie']!.split(';')[0]!;
    const change = (body: object) => app.nobody.put<Json>('/sessions/current/password', body, { cookie: one });
    expect((await change({ current: 'not this one at all', password: 'five other good words' })).status).toBe(401);
    expect((await change({ current: PASSWORD, password: 'password1234' })).status).toBe(422);
    expect((await change({ current: PASSWORD, password: 'five other good words' })).status).toBe(204);
    const me = (cookie: string) => app.nobody.send('GET', '/sessions/current', undefined, { cookie });
    expect([(await me(one)).status, (await me(other)).status]).toEqual([200, 401]);
    expect((await signIn(email, 'five other good words')).status).toBe(201);
  });
});

describe('a session', () => {
  test('over https is kept to this host, to https and to our own pages', async () => {
    const secure = await Installation.open({ publicUrl: 'https://overture.example' });
    await secure.as('rep');
    const credentials = { email: 'person1@overture.test', password: PASSWORD };
    const { headers, status } = await secure.nobody.post('/sessions', credentials);
    await secure.close();
    expect(status).toBe(201);
    expect(headers['set-cookie']).toMatch(
      /^__Host-overture=[^;]+; (?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Strict)/,
    );
    expect(headers['set-cookie']).not.toMatch(/Domain/i);
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('ends after two hours without a request, and after twelve in any case', async () => {
    const { email } = await user();
    for (const column of ["seen_at = seen_at - interval '121 minutes'", 'expires_at = clock_timestamp()']) {
      const cookie = (await signIn(email, PASSWORD)).headers['set-cookie']!.split(';')[0]!;
      const me = () => app.nobody.send('GET', '/sessions/current', undefined, { cookie });
      expect((await me()).status).toBe(200);
      await app.sql(`UPDATE session SET ${column}`);
      expect((await me()).status).toBe(401);
    }
    admin = await app.as('admin', 'it');
  });

  test('is listed and ended by its owner and by administrators, one or all', async () => {
    const { id, email } = await user();
    const cookies = await Promise.all(
      [1, 2, 3].map(async () => (await signIn(email, PASSWORD)).headers['set-cookie']!.split(';')[0]!),
    );
    const as = (cookie: string) => (method: string, path: string) =>
      app.nobody.send<Json>(method, path, undefined, { cookie });
    const [one, two, three] = cookies.map(as) as [ReturnType<typeof as>, ReturnType<typeof as>, ReturnType<typeof as>];
    const { items } = (await one('GET', '/sessions')).body;
    expect(items).toHaveLength(3);
    expect(items.filter((each: Json) => each.current)).toHaveLength(1);
    const listed = (await admin.get<Json>(`/users/${id}/sessions`)).body.items;
    expect(listed).toMatchObject(items.map(({ id: session }: Json) => ({ id: session, address: expect.any(String) })));
    expect((await one('GET', `/users/${id}/sessions`)).status).toBe(403);
    const current = (await two('GET', '/sessions')).body.items.find((each: Json) => each.current);
    expect((await admin.delete(`/users/${id}/sessions/${current.id}`)).status).toBe(204);
    expect([(await one('GET', '/sessions')).status, (await two('GET', '/sessions')).status]).toEqual([200, 401]);
    expect((await three('DELETE', '/sessions')).status).toBe(204);
    expect((await one('GET', '/sessions')).status).toBe(401);
    const { body } = await admin.get<Json>(`/audit-entries?entity=session&actor=${id}`);
    expect(body.items.map((each: Json) => each.action)).toEqual(expect.arrayContaining(['insert', 'update']));
    expect(JSON.stringify(body.items)).not.toMatch(/x[0-9a-f]{64}/);
  });

  test('ends its streams', async () => {
    const { id, email } = await user();
    const { body } = await app.nobody.post<Json>('/tokens', { email, password: PASSWORD });
    const stream = await fetch(`${app.origin}/api/v1/changes`, { headers: { authorization: `Bearer ${body.token}` } });
    expect(stream.status).toBe(200);
    let ended = false;
    void stream.text().then(() => (ended = true));
    expect((await admin.delete(`/users/${id}/sessions`)).status).toBe(204);
    await until('the stream has ended', async () => ended || 'open');
  });

  test('of a program may be for reading only, and for as long as was asked', async () => {
    const { email } = await user();
    const { body } = await app.nobody.post<Json>('/tokens', { email, password: PASSWORD, scope: 'read', days: 1 });
    expect(new Date(body.expiresAt).getTime() - Date.now()).toBeLessThan(25 * 3_600_000);
    const reader = (method: string, path: string, sent?: object) =>
      app.nobody.send<Json>(method, path, sent, { authorization: `Bearer ${body.token}` });
    expect((await reader('GET', '/tasks')).status).toBe(200);
    const view = { list: 'organizations', name: 'Berlin', filters: {} };
    expect(await reader('POST', '/saved-views', view)).toMatchObject({
      status: 403,
      body: { code: 'token_only_reads' },
    });
  });
});
