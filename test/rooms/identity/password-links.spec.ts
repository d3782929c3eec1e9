import { PasswordMailer } from '../../../src/channels/email/password-mailer.js';
import { PasswordMails } from '../../../src/identity/index.js';
import { choosePassword, type Json } from '../../support/http.js';
import { Installation, type Person } from '../../support/installation.js';
import { MailServer } from '../../support/mail-server.js';

const PASSWORD = 'five other good words';

let mail: MailServer;
let app: Installation;
let admin: Person;
let made = 0;

beforeAll(async () => {
  mail = await MailServer.open();
  app = await Installation.open({ smtpUrl: mail.url });
  admin = await app.as('admin', 'it');
});
afterEach(() => mail.reset());
afterAll(async () => {
  await app.close();
  await mail.close();
});

const send = () => app.get(PasswordMailer).send();
/** Of the mails to one address: those of other tests may leave at the same time. */
const tokens = (email: string) =>
  mail.accepted
    .filter(({ recipient }) => recipient === email)
    .map(({ parsed }) => /#([\w-]{43})/.exec(parsed.text!)![1]!);
const soon = () => app.sql('UPDATE password_link SET next_attempt_at = clock_timestamp()');

async function invite(more: object = {}): Promise<{ id: string; email: string }> {
  const email = `invited${++made}@northwind.example`;
  const facts = { email, name: 'Robert King', department: 'sales', roles: ['rep'], ...more };
  return { id: (await admin.post<Json>('/users', facts)).body.id, email };
}

const linkOf = async (id: string) => (await admin.get<Json>(`/users/${id}/password-links`)).body.items[0];

test('a mail is in the user’s language, in text and HTML, and its link leads to where a password is chosen', async () => {
  const { id, email } = await invite({ language: 'de', name: 'Jörg <Müller>' });
  await send();
  const [{ parsed, from }] = mail.accepted as [(typeof mail.accepted)[0]];
  expect(from).toBe('overture@overture.test');
  expect(parsed.subject).toBe('Ihr Zugang zu Overture');
  expect(parsed.text).toMatch(/^Guten Tag Jörg <Müller>,[\s\S]*http:\/\/overture\.test\/welcome#[\w-]{43}\n/);
  expect(parsed.html).toContain('Jörg &lt;Müller&gt;');
  expect(parsed.html).toContain(`<a href="http://overture.test/welcome#${tokens(email)[0]}">`);
  expect(await linkOf(id)).toMatchObject({ purpose: 'invitation', mailState: 'sent', usedAt: null });
});

test('a process that ends between making a link and reporting its mail loses nothing: another link is mailed', async () => {
  const { id, email } = await invite();
  const lost = await app.get(PasswordMails).next();
  expect(lost).toMatchObject({ userId: id });
  await send();
  expect(mail.accepted).toEqual([]);
  await soon();
  await send();
  const [token] = tokens(email);
  expect((await choosePassword(app.nobody, lost!.link.split('#')[1]!, PASSWORD)).status).toBe(404);
  expect((await choosePassword(app.nobody, token!, PASSWORD)).status).toBe(204);
});

test('a mail that is put off or may have left is sent again; one that is refused is not', async () => {
  const { id, email } = await invite();
  mail.refuse = () => '451 later';
  await send();
  expect(await linkOf(id)).toMatchObject({ mailState: 'queued', mailResponse: expect.stringContaining('451') });
  mail.reset();
  mail.hangUp = (recipient) => recipient === email;
  await soon();
  await send();
  mail.hangUp = () => false;
  await soon();
  await send();
  const [first, second] = tokens(email);
  expect((await choosePassword(app.nobody, first!, PASSWORD)).status).toBe(404);
  expect((await choosePassword(app.nobody, second!, PASSWORD)).status).toBe(204);
  const other = await invite();
  mail.refuse = () => '550 no such user';
  await send();
  await soon();
  await send();
  expect(await linkOf(other.id)).toMatchObject({
    mailState: 'failed',
    mailResponse: expect.stringContaining('no such user'),
  });
});

test('nothing is mailed while sending is off, and what is too old then is given up', async () => {
  const { id } = await invite();
  expect((await admin.put('/dispatching', { state: 'off', reason: 'a copy' })).status).toBe(200);
  await send();
  expect(mail.accepted).toEqual([]);
  await app.sql("UPDATE password_link SET created_at = created_at - interval '73 hours' WHERE user_id = $1", [id]);
  expect((await admin.put('/dispatching', { state: 'on', reason: 'the only one' })).status).toBe(200);
  await send();
  expect(mail.accepted).toEqual([]);
  expect(await linkOf(id)).toMatchObject({ mailState: 'failed' });
});

test('an administrator sets no password', async () => {
  const { id, email } = await invite();
  const facts = { name: 'X', department: 'it', roles: ['rep'], password: PASSWORD };
  const answers = [
    await admin.post<Json>('/users', { email: `x${email}`, ...facts }),
    await admin.patch<Json>(`/users/${id}`, { password: PASSWORD }, { 'if-match': '"1"' }),
  ];
  expect(answers.map(({ status, body }) => [status, body.errors[0].field])).toEqual([
    [422, 'password'],
    [422, 'password'],
  ]);
});

test('a user who is invited is listed as such; an edit of the name ends neither the invitation nor a session', async () => {
  const { id, email } = await invite();
  const rep = await app.as('rep', 'sales');
  for (const each of [id, rep.id]) {
    const edit = { name: 'Another Name', state: 'active', roles: ['rep'] };
    expect((await admin.patch(`/users/${each}`, edit, { 'if-match': '"1"' })).status).toBe(200);
  }
  expect((await rep.get('/sessions/current')).status).toBe(200);
  const { body } = await admin.get<Json>('/users?state=invited&q=Another');
  expect(body.items.map((each: Json) => each.id)).toEqual([id]);
  await send();
  expect((await choosePassword(app.nobody, tokens(email).at(-1)!, PASSWORD)).status).toBe(204);
  expect((await admin.get<Json>(`/users/${id}`)).body.state).toBe('active');
  // changed roles do end sessions
  expect((await admin.patch(`/users/${rep.id}`, { roles: ['manager'] }, { 'if-match': '"2"' })).status).toBe(200);
  expect((await rep.get('/sessions/current')).status).toBe(401);
});

test('a disabled user who had no password is invited again once enabled; none gets a link while disabled', async () => {
  const { id } = await invite();
  const turn = async (state: string, revision: number) =>
    (await admin.patch<Json>(`/users/${id}`, { state }, { 'if-match': `"${revision}"` })).body.state;
  expect(await turn('disabled', 1)).toBe('disabled');
  expect((await admin.post<Json>(`/users/${id}/password-links`, {})).body.code).toBe('user_disabled');
  expect(await turn('active', 2)).toBe('invited');
  expect(await linkOf(id)).toBeUndefined();
});

test('the audit trail tells who was invited, mailed, asked for a reset, and chose', async () => {
  const { id, email } = await invite();
  await send();
  expect((await choosePassword(app.nobody, tokens(email).at(-1)!, PASSWORD)).status).toBe(204);
  expect((await app.nobody.post('/password-resets', { email })).status).toBe(204);
  await send();
  const trail = async (entity: string) =>
    (await admin.get<Json>(`/audit-entries?entity=${entity}&entityId=${id}&sort=id`)).body.items.map((each: Json) => [
      each.actor === admin.id ? 'admin' : each.actor === id ? 'user' : each.actor,
      each.action,
      Object.keys(each.after).filter((key) => ['purpose', 'mail_state', 'used_at', 'password_hash'].includes(key)),
    ]);
  expect(await trail('password_link')).toEqual([
    ['admin', 'insert', ['purpose', 'used_at', 'mail_state']],
    ['worker', 'update', ['mail_state']],
    ['user', 'update', ['used_at']],
    ['worker', 'update', ['purpose', 'used_at', 'mail_state']],
    ['worker', 'update', ['mail_state']],
  ]);
  expect((await trail('app_user')).at(-1)).toEqual(['user', 'update', ['password_hash']]);
});
