import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { DnsServer } from '../support/dns-server.js';
import { ImapServer, withImap } from '../support/imap-server.js';
import type { Json } from '../support/http.js';
import { until } from '../support/programs.js';
import { Mailbox, replyTo, sentTo, tasksFor } from './mailbox.js';
import { setStage } from './stage.js';

withImap(() => {
  let imap: ImapServer;
  let dns: DnsServer;
  const stage = setStage('postgres', () => ({}), 'admin,sales_ops');
  beforeAll(async () => {
    imap = await ImapServer.open();
    dns = await DnsServer.open({ 's._domainkey.mute.test': 'silence' });
  }, 30_000);
  afterEach(() => stage.programs.sql('UPDATE mailbox SET active = false, revision = revision + 1'));
  afterAll(async () => {
    await imap?.close();
    await dns?.close();
  });

  /** With a DNS server only once the campaign is sent: it knows none of the addresses. */
  const restart = async (servers = 'none', meanwhile: () => Promise<void> = async () => undefined) => {
    await stage.programs.kill(stage.programs.workers[0]!);
    await meanwhile();
    await stage.programs.start('worker', { DNS_SERVERS: servers });
  };
  const listed = async (id: string): Promise<Json | undefined> =>
    (await stage.ops.get<Json>('/inbound-mails?state=unmatched')).body.items.find((each: Json) => each.id === id);
  const lastUid = async ({ id }: Mailbox) =>
    Number((await stage.programs.sql<Json>('SELECT last_uid FROM mailbox WHERE id = $1', [id]))[0].last_uid);

  /** Its reader waits for the key of its signature, until it gives up after four seconds. */
  async function slowMail(): Promise<Buffer> {
    const raw = `From: a@mute.test\r\nSubject: ${randomUUID()}\r\n\r\nHello.\r\n`;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signatureData = [
      {
        signingDomain: 'mute.test',
        selector: 's',
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      },
    ];
    const facts = { canonicalization: 'relaxed/relaxed', signatureData };
    const { signatures } = await dkimSign(raw, facts as unknown as Parameters<typeof dkimSign>[1]);
    return Buffer.from(signatures + raw);
  }

  test('the thread that reads it is ended; the next mail is read, and a person sees it', async () => {
    const [about] = (await sentTo(1, stage)) as [Json];
    const mailbox = await Mailbox.open(stage, imap);
    // its lines look like an attachment's: 36 MB of them take longer than any mail may
    const costly = Buffer.from(`From: a@b.example\r\nSubject: costly\r\n\r\n${`${'A'.repeat(60)}\n`.repeat(600_000)}`);
    await mailbox.deliver(costly, replyTo(about, 'After the costly one.'));
    await mailbox.take(1);
    expect(await tasksFor([about], stage.programs)).toEqual(['After the costly one.']);
    const [bad] = await mailbox.arrived();
    expect(bad).toMatchObject({ state: 'new', attempts: 1, error: expect.stringMatching(/took too long to read/) });
    expect((await stage.ops.get<Json>(`/inbound-mails/${bad.id}`)).body.error).toBe(bad.error);
    expect(await lastUid(mailbox)).toBe(2);
    expect((await mailbox.standing()).state).toBe('listening');
    // the next attempt reads the megabyte of it that was kept
    await restart();
    await mailbox.take(2);
    expect(await listed(bad.id)).toMatchObject({ whole: false });
    expect(await mailbox.arrived()).toMatchObject([{ attempts: 2 }, { attempts: 1 }]);
  }, 120_000);

  test('that ends its process each time is set aside after three attempts, and no mail is lost', async () => {
    const [about] = (await sentTo(1, stage)) as [Json];
    await restart(dns.address);
    const mailbox = await Mailbox.open(stage, imap);
    await mailbox.listening();
    await mailbox.deliver(await slowMail(), replyTo(about, 'After the deadly one.'));
    const bad = async () => (await mailbox.arrived())[0];
    for (let attempt = 1; attempt <= 3; attempt++) {
      await until(`attempt ${attempt} is under way`, async () => {
        const now = await bad();
        return (now?.attempts === attempt && now.state === 'new') || now || null;
      });
      // killed at once, before it gives up; what has lain for a minute is not being read by another worker
      await restart(dns.address, () => stage.programs.travel(0.05));
    }
    await mailbox.take(2);
    const { id } = await bad();
    expect(await listed(id)).toMatchObject({ error: expect.stringMatching(/^This mail ended the program/) });
    expect(await tasksFor([about], stage.programs)).toEqual(['After the deadly one.']);
    expect(await lastUid(mailbox)).toBe(2);
    expect(await mailbox.arrived()).toMatchObject([{ attempts: 3 }, { state: 'handled' }]);
    // a worker that starts after that leaves it alone
    await restart(dns.address);
    await mailbox.listening();
    await mailbox.deliver(Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\nHello.'));
    await mailbox.take(3);
    expect((await bad()).attempts).toBe(3);
    const dismissed = await stage.ops.post(`/inbound-mails/${id}/dismissal`, { reason: 'An attack.' });
    expect(dismissed.status).toBe(200);
  }, 120_000);
});
