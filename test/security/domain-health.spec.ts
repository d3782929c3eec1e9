import { DnsServer, mx, txt, type Zone } from '../support/dns-server.js';
import { Installation, type Person } from '../support/installation.js';
import { MailServer } from '../support/mail-server.js';
import { attack } from './attack.js';

let dns: DnsServer;
let mail: MailServer;
let app: Installation;
let ops: Person;
let senderId: string;

beforeAll(async () => {
  dns = await DnsServer.open();
  mail = await MailServer.open();
  app = await Installation.open({ dns: dns.address });
  ops = await app.as('sales_ops', 'sales');
  const { hostname, port } = new URL(mail.url);
  const facts = { name: 'N', address: 'n@acme.test', smtpHost: hostname, smtpPort: Number(port), smtpTls: 'none' };
  senderId = (await ops.post('/senders', facts)).body.id;
});
afterAll(async () => {
  await app.close();
  await Promise.all([mail.close(), dns.close()]);
});

const fan = (name: string, depth: number): Zone =>
  Object.fromEntries(
    Array.from({ length: depth }, (_, n) => [
      n === 0 ? name : `f${n}.test`,
      [txt(`v=spf1 ${`include:f${n + 1}.test mx:f${n + 1}.test `.repeat(9)}-all`)],
    ]),
  );
const HOSTILE: Record<string, Zone> = {
  'a TXT record of 60 KB': { 'acme.test': [txt(`v=spf1 ${'a '.repeat(30_000)}`)] },
  'a hundred long TXT records': { 'acme.test': Array.from({ length: 100 }, () => txt('v=spf1 '.padEnd(400, 'x'))) },
  'an SPF record that includes itself': { 'acme.test': [txt('v=spf1 include:acme.test redirect=acme.test')] },
  'two SPF records that include each other': {
    'acme.test': [txt('v=spf1 include:b.test -all')],
    'b.test': [txt('v=spf1 include:acme.test -all')],
  },
  'includes that fan out': fan('acme.test', 30),
  'control characters': {
    'acme.test': [txt('v=spf1 \0\u0007\u001B[31m -all'), mx('x\u0001.test')],
    '_dmarc.acme.test': [txt('v=DMARC1; p=none\0; rua=mailto:\u001B]0;x\u0007')],
  },
  markup: { '_dmarc.acme.test': [txt('v=DMARC1; p=<script>alert(1)</script>; =; ;;;;')] },
  macros: { 'acme.test': [txt(`v=spf1 exists:${'%{i}'.repeat(200)}.test -all`)] },
};

attack(
  'a hostile DNS record ends in time, and is kept without control characters',
  Object.keys(HOSTILE),
  async (what) => {
    dns.reset(HOSTILE[what]!);
    const began = performance.now();
    const { status, body } = await ops.post(`/senders/${senderId}/domain-checks`, {});
    expect([status, body.lines?.length]).toEqual([200, 22]);
    expect(performance.now() - began).toBeLessThan(20_000);
    for (const { found } of body.lines as { found: string | null }[]) expect(found ?? '').toMatch(/^\P{Cc}{0,500}$/u);
  },
);
