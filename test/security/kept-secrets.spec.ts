import { Installation, type Json, type Person } from '../support/installation.js';
import { choosePassword, invited } from '../support/http.js';
import { attack } from './attack.js';

let app: Installation;
let admin: Person;

beforeAll(async () => {
  app = await Installation.open();
  admin = await app.as('admin', 'it');
});
afterAll(() => app.close());

const PASSWORDS = {
  user: 'five other good words',
  sender: 'sesame of the sender',
  mailbox: 'sesame of the mailbox',
};

test('a repeated request does not answer a secret again, and no copy of it is kept', async () => {
  const key = { 'idempotency-key': 'make-webhook' };
  const made = await admin.post<Json>('/webhooks', { url: 'https://crm.example.com/overture' }, key);
  expect(made.status).toBe(201);
  const again = await admin.post<Json>('/webhooks', { url: 'https://crm.example.com/overture' }, key);
  expect(again).toMatchObject({ status: 409, body: { code: 'secret_shown_once' } });
  expect(await app.sql('SELECT count(*)::int AS n FROM webhook')).toEqual([{ n: 1 }]);
  expect(JSON.stringify(await app.sql('SELECT * FROM idempotency_key'))).not.toContain(made.body.secret);
});

test('passwords that are entered lie nowhere in the database as they are, nor as a plain hash', async () => {
  const key = (name: string) => ({ 'idempotency-key': name });
  const user = { email: 'x@northwind.example', name: 'Robert King', department: 'sales', roles: ['rep'] };
  const { token } = await invited(admin, user);
  expect((await choosePassword(app.nobody, token, PASSWORDS.user)).status).toBe(204);
  const made = [
    await admin.post(
      '/senders',
      {
        name: 'x',
        address: 'x@northwind.example',
        smtpHost: 'smtp.example.com',
        smtpPort: 587,
        smtpUser: 'us',
        smtpPassword: PASSWORDS.sender,
      },
      key('sender'),
    ),
    await admin.post(
      '/mailboxes',
      { name: 'x', host: 'imap.example.com', port: 993, username: 'us', password: PASSWORDS.mailbox },
      key('mailbox'),
    ),
  ];
  expect(made.map(({ status }) => status)).toEqual([201, 201]);
  const tables = await app.sql<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  expect(tables.length).toBeGreaterThan(50);
  for (const { name } of tables) {
    const [{ text }] = (await app.sql<{ text: string }>(
      `SELECT coalesce(string_agg(t::text, ' '), '') AS text FROM "${name}" t`,
    )) as [{ text: string }];
    for (const password of Object.values(PASSWORDS)) expect([name, text.includes(password)]).toEqual([name, false]);
  }
});

attack('no answer of the API has a field of a secret', ['users', 'senders', 'mailboxes', 'webhooks'], async (list) => {
  const { body, status } = await admin.get<Json>(`/${list}`);
  expect([status, body.items.length > 0]).toEqual([200, true]);
  const one = await admin.get<Json>(`/${list}/${body.items[0].id}`);
  for (const shown of [body, one.body])
    expect(JSON.stringify(shown)).not.toMatch(/Sealed|"password"|passwordHash|"secret"/);
});
