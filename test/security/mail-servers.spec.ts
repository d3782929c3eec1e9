import { existsSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transports } from '../../src/channels/email/senders/transports.js';
import { Senders } from '../../src/channels/email/senders/senders.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import { attack } from './attack.js';

const ran = join(tmpdir(), `overture-ran-${process.pid}`);

let app: Installation;
let ops: Person;
let admin: Person;
/** an SMTP server that offers AUTH without TLS, and keeps all that it is told */
let thief: Server;
let told: string;
let made = 0;

beforeAll(async () => {
  app = await Installation.open({ outboundAllow: '127.0.0.0/8' });
  ops = await app.as('sales_ops', 'sales');
  admin = await app.as('admin', 'it');
  thief = createServer(serveThief).listen(0, '127.0.0.1');
  await once(thief, 'listening');
});
beforeEach(() => (told = ''));
afterEach(() => rmSync(ran, { force: true }));
afterAll(async () => {
  await app.close();
  thief.close();
});

function serveThief(socket: Socket): void {
  socket.on('error', () => undefined);
  socket.write('220 thief ESMTP\r\n');
  socket.on('data', (data) => {
    told += data.toString();
    const said = data.toString();
    if (/^EHLO/m.test(said)) socket.write('250-thief\r\n250 AUTH PLAIN LOGIN\r\n');
    else socket.write(/^STARTTLS/m.test(said) ? '502 no STARTTLS here\r\n' : '250 OK\r\n');
  });
}

const port = () => (thief.address() as AddressInfo).port;
const sender = (facts: object) =>
  ops.post<Json>('/senders', { name: 'Nancy', address: `nancy${++made}@northwind.example`, ...facts });
const refused = (status: number) => {
  if (status !== 422) throw new Error(`answered ${status}`);
};

describe('a mail server that is more than a host', () => {
  const HOSTS = [
    `x.invalid/?sendmail=true&path=/usr/bin/touch&args=${ran}`,
    'x.invalid?sendmail=true',
    'x.invalid#sendmail',
    'user:password@x.invalid',
    'x.invalid:25/?pool=false',
    'x.invalid\r\nRCPT TO:<x@y.example>',
    'x.invalid%0d%0aQUIT',
    'x.invalid ',
    'x..invalid',
    '-x.invalid',
    'x_y.invalid',
    "x'; DROP TABLE sender; --",
    '$(touch /tmp/x)',
    '../../etc/passwd',
    '[::1]',
    'ｘ.invalid',
    'x'.repeat(254),
  ];

  attack(
    'is refused for a sender',
    HOSTS.filter((host) => host.trim() === host),
    async (smtpHost) => {
      refused((await sender({ smtpHost, smtpPort: 587 })).status);
      expect(existsSync(ran)).toBe(false);
    },
  );

  attack(
    'is refused for a mailbox',
    HOSTS.filter((host) => host.trim() === host),
    async (host) => {
      const facts = { name: 'x', host, port: 993, username: 'us', password: 'sesame' };
      refused((await admin.post('/mailboxes', facts)).status);
    },
  );

  attack('is refused by the tables', HOSTS, async (host) => {
    await expect(
      app.sql("INSERT INTO sender (name, address, smtp_host, smtp_port, created_by) VALUES ('x', 'x@y', $1, 25, $2)", [
        host,
        ops.id,
      ]),
    ).rejects.toThrow(/sender_smtp_host/);
  });

  attack('runs no program where a row has it all the same', HOSTS, async (smtpHost) => {
    const { body } = await sender({});
    const row = await app.get(Senders).get(body.id);
    const { result } = await app.get(Transports).trial(Object.assign(row, { smtpHost, smtpPort: 587 }), 'x@y.example');
    expect(result).not.toBe('sent');
    expect(existsSync(ran)).toBe(false);
  });
});

describe('a stored password', () => {
  attack(
    'is not taken along to another server, port, user or protection',
    [
      { smtpHost: 'thief.example' },
      { smtpPort: 2525 },
      { smtpUser: 'another' },
      { smtpTls: 'tls' },
      { smtpTls: 'none' },
      { smtpHost: '127.0.0.1', smtpTls: 'none' },
      { smtpHost: '127.0.0.1', smtpPort: 0, smtpTls: 'none' },
    ],
    async (moved: { smtpPort?: number }) => {
      const known = { smtpHost: 'smtp.example.com', smtpPort: 587, smtpUser: 'us', smtpPassword: 'sesame open' };
      const { body } = await sender(known);
      const to = 'smtpPort' in moved && moved.smtpPort === 0 ? { ...moved, smtpPort: port() } : moved;
      refused((await ops.patch(`/senders/${body.id}`, to, { 'if-match': '"1"' })).status);
      expect((await ops.get<Json>(`/senders/${body.id}`)).body).toMatchObject({ smtpHost: 'smtp.example.com' });
      expect(told).toBe('');
    },
  );

  attack(
    'is not entered for a server that would get it in clear text',
    ['smtp.example.com', '8.8.8.8'],
    async (host) => {
      const facts = { smtpHost: host, smtpPort: 587, smtpTls: 'none', smtpUser: 'us', smtpPassword: 'sesame open' };
      refused((await sender(facts)).status);
    },
  );

  attack('is not sent in clear text to a server that offers no TLS', ['starttls', 'tls'], async (smtpTls) => {
    const facts = { smtpHost: '127.0.0.1', smtpPort: port(), smtpTls, smtpUser: 'us', smtpPassword: 'sesame open' };
    const { body } = await sender(facts);
    const trial = await ops.post<Json>(`/senders/${body.id}/trials`, { to: 'x@y.example' });
    expect(trial.body.result).not.toBe('sent');
    expect(told).not.toMatch(/AUTH|sesame|c2VzYW1l/);
  });

  attack(
    'of a mailbox is not entered for a server that would get it in clear text',
    ['imap.example.com', '8.8.8.8'],
    async (host) => {
      const facts = { name: 'x', host, port: 143, tls: 'none', username: 'us', password: 'sesame open' };
      refused((await admin.post('/mailboxes', facts)).status);
    },
  );
});

test('a webhook keeps its secret to the server that it was made for', async () => {
  const { body } = await admin.post<Json>('/webhooks', { url: 'https://crm.example.com/overture' });
  const move = (url: string) => admin.patch<Json>(`/webhooks/${body.id}`, { url }, { 'if-match': '"1"' });
  expect(await move('https://thief.example/overture')).toMatchObject({ status: 409, body: { code: 'webhook_moved' } });
  expect(await move('https://crm.example.com:8443/overture')).toMatchObject({ status: 409 });
  expect((await move('https://crm.example.com/elsewhere')).status).toBe(200);
});

describe('a trial', () => {
  test('shows the words of a server to administrators only', async () => {
    const { body } = await sender({ smtpHost: '127.0.0.1', smtpPort: port(), smtpTls: 'starttls' });
    const to = { to: 'x@y.example' };
    expect((await ops.post<Json>(`/senders/${body.id}/trials`, to)).body.response).not.toMatch(/STARTTLS|thief/);
    expect((await admin.post<Json>(`/senders/${body.id}/trials`, to)).body.response).toMatch(/STARTTLS/);
  });
});

describe('without networks that the operator names', () => {
  let strict: Installation;
  let strictAdmin: Person;
  beforeAll(async () => {
    strict = await Installation.open({ outboundAllow: '' });
    strictAdmin = await strict.as('admin', 'it');
  });
  afterAll(() => strict.close());

  attack(
    'no sender and no mailbox has a private address',
    [
      '127.0.0.1',
      '10.0.0.8',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      'fd00::1',
      'fe80::1',
      '::ffff:7f00:1',
    ],
    async (host) => {
      const facts = { name: 'x', address: `x${++made}@y.example`, smtpHost: host, smtpPort: 25 };
      refused((await strictAdmin.post('/senders', facts)).status);
      const mailbox = { name: 'x', host, port: 993, username: 'us', password: 'sesame' };
      refused((await strictAdmin.post('/mailboxes', mailbox)).status);
    },
  );

  attack('no port is tried that is none of mail', [1, 22, 80, 443, 3306, 5432, 6379, 8080, 65_535], async (number) => {
    const facts = { name: 'x', address: `x${++made}@y.example`, smtpHost: 'smtp.example.com', smtpPort: number };
    refused((await strictAdmin.post('/senders', facts)).status);
    const mailbox = { name: 'x', host: 'imap.example.com', port: number, username: 'us', password: 'sesame' };
    refused((await strictAdmin.post('/mailboxes', mailbox)).status);
  });

  attack('a name that leads to a private address is not connected to', ['localhost'], async (smtpHost) => {
    const facts = { name: 'x', address: `x${++made}@y.example`, smtpHost, smtpPort: 25, smtpTls: 'none' };
    const { body, status } = await strictAdmin.post<Json>('/senders', facts);
    expect(status).toBe(201);
    const row = Object.assign(await strict.get(Senders).get(body.id), { smtpPort: port() });
    const { result, response } = await strict.get(Transports).trial(row, 'x@y.example');
    expect([result, response]).toEqual(['later', expect.stringMatching(/public internet/)]);
    expect(told).toBe('');
  });
});
