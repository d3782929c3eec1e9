import { Console } from '../support/console.js';
import { DnsServer, mx, txt } from '../support/dns-server.js';
import type { Credentials } from '../support/programs.js';
import { world } from '../support/world.js';

let app: Console;
let dns: DnsServer;
let ops: Credentials;
let senderId: string;
let campaignId: string;

beforeAll(async () => {
  // without SPF, DKIM and DMARC
  dns = await DnsServer.open({ 'acme.test': [mx('mx.acme.test')] });
  app = await Console.open({ dns: dns.address });
  const who = await app.programs.as('sales_ops');
  ops = who;
  const sender = { name: 'Nancy', address: 'nancy@acme.test', postalAddress: '1 Main Street' };
  const { status, body } = await who.post('/senders', {
    ...sender,
    smtpHost: '127.0.0.1',
    smtpPort: 9,
    smtpTls: 'none',
  });
  expect(status).toBe(201);
  senderId = body.id;
  ({ campaignId } = await world(app.programs, {}));
  await app.programs.sql('INSERT INTO campaign_sender (campaign_id, sender_id) VALUES ($1, $2)', [
    campaignId,
    senderId,
  ]);
}, 90_000);
afterAll(async () => {
  await app.close();
  await dns.close();
});
afterEach(() => app.leave());

test('a sender that providers would refuse is shown with the records to mend it, keeps the launch, and is checked again', async () => {
  const visit = await app.visit(ops, { height: 1200 });
  const { page } = visit;
  await visit.go(`/admin/senders?open=${senderId}`);
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Check now' }).click();
  await panel.getByText('v=spf1').first().waitFor({ timeout: 30_000 });
  await panel.getByText('v=spf1').first().scrollIntoViewIfNeeded();
  await visit.shot('domain-health');
  expect(await visit.barriers()).toEqual([]);

  await visit.go(`/campaigns/${campaignId}/launch?step=3`);
  await page.getByText(/Mail providers refuse emails without SPF and DKIM/).waitFor();
  await visit.shot('domain-health-launch');
  expect(await visit.barriers()).toEqual([]);

  dns.reset({ 'acme.test': [mx('mx.acme.test'), txt('v=spf1 a:mail.acme.test -all')] });
  await visit.go(`/admin/senders?open=${senderId}`);
  await panel.getByRole('button', { name: 'Check now' }).click();
  await panel.getByText('v=spf1 a:mail.acme.test -all').first().waitFor({ timeout: 30_000 });
  await visit.go(`/campaigns/${campaignId}/launch?step=3`);
  await page.getByText(/not all checks of the domain and server are met/).waitFor();
  expect(await page.getByText(/refuse emails without SPF/).count()).toBe(0);
}, 120_000);

test.each([
  ['light', 390],
  ['dark', 1280],
] as const)('the check of a domain is usable by everybody (%s, %i px)', async (theme, width) => {
  const visit = await app.visit(ops, { theme, width, height: 1200 });
  const { page } = visit;
  await visit.go(`/admin/senders?open=${senderId}`);
  await page.getByText('v=spf1').first().waitFor();
  await visit.settled();
  await visit.shot('domain-health');
  expect(await visit.barriers()).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
