import { onEachBackend } from '../support/backends.js';
import type { Json, Person } from '../support/http.js';
import { MailServer } from '../support/mail-server.js';
import { Programs, until } from '../support/programs.js';
import { EMAIL, world, type WorldPlan } from '../support/world.js';
import { Launched } from './campaign.js';

const TWO_MAILS = [EMAIL('intro'), EMAIL('second', { afterDays: 1 })];

onEachBackend((backend) => {
  let programs: Programs;
  let mail: MailServer;
  let ops: Person;

  beforeAll(async () => {
    mail = await MailServer.open();
    programs = await Programs.open(backend, { smtpUrl: mail.url });
    ops = await programs.as('sales_ops');
  }, 60_000);
  afterEach(async () => {
    await programs.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'");
    mail.reset();
  });
  afterAll(async () => {
    await programs?.close();
    await mail?.close();
  }, 30_000);

  const launch = async (plan: WorldPlan) => Launched.launch(programs, ops, mail, await world(programs, plan));

  test('the queue runs on the backend that the story is about', async () => {
    expect((await ops.get('/health')).body).toMatchObject({ status: 'ok', queueBackend: backend });
  });

  test('a campaign reaches everybody, each once, with a mail that can be answered and unsubscribed', async () => {
    const campaign = {
      from_name: 'Nancy Davolio',
      from_address: 'nancy@northwind.example',
      reply_to: 'vmi@northwind.example',
    };
    const launched = await launch({ organizations: 30, peopleEach: 2, campaign });
    await launched.completed();
    await launched.reachedOnce(60);
    const addresses = (await launched.enrolments()).map(({ email }) => email);
    expect(mail.accepted.map(({ recipient }) => recipient).sort()).toEqual(addresses.sort());
    for (const { recipient, parsed } of mail.accepted) {
      expect(parsed.from).toMatchObject({ value: [{ name: 'Nancy Davolio', address: 'nancy@northwind.example' }] });
      expect(parsed.to).toMatchObject({ value: [{ name: expect.stringMatching(/^Person /), address: recipient }] });
      expect(parsed.replyTo).toMatchObject({ value: [{ address: 'vmi@northwind.example' }] });
      expect(parsed.subject).toBe('About intro');
      expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
      const list = parsed.headers.get('list') as Json;
      expect(list.unsubscribe.url).toMatch(new RegExp(`^${programs.origin}/r/[\\w-]+$`));
      expect(list['unsubscribe-post'].name).toBe('List-Unsubscribe=One-Click');
      expect(parsed.text).toMatch(new RegExp(`Dear Person: ${programs.origin}/r/[\\w-]+`));
    }
  }, 60_000);

  test('a bounce stops the sequence: no second mail goes there, and no other campaign writes there', async () => {
    mail.refuse = (recipient) => (recipient.startsWith('p1@') ? '550 no such user' : undefined);
    const launched = await launch({ organizations: 1, peopleEach: 3, steps: TWO_MAILS });
    await launched.arrived(2);
    await until('the bounce is known', async () => (await launched.count('bounced')) === 1);
    await programs.travel(30);
    await launched.completed();
    expect(mail.accepted.map(({ recipient }) => recipient.slice(0, 2)).sort()).toEqual(['p2', 'p2', 'p3', 'p3']);
    const [bounced] = (await launched.enrolments()).filter(({ email }) => email.startsWith('p1@'));
    expect(bounced).toMatchObject({ state: 'bounced', error: expect.stringContaining('550') });
    expect(
      await programs.sql('SELECT reason FROM suppression WHERE value = $1 AND lifted_at IS NULL', [bounced.email]),
    ).toEqual([{ reason: 'hard_bounce' }]);
    expect(await launched.coverage()).toMatchObject({ decisionMakers: 3, skipped: 0 });
  }, 60_000);

  test('a deferred mail arrives later, with the same Message-ID', async () => {
    let deferrals = 0;
    mail.refuse = () => (deferrals++ === 0 ? '451 try again later' : undefined);
    const launched = await launch({});
    await until('the mail is deferred', async () => {
      const [dispatch] = await launched.dispatches();
      return dispatch?.error_class === 'deferred' || dispatch?.state;
    });
    const [waiting] = await launched.dispatches();
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1, response: expect.stringContaining('451') });
    expect(mail.accepted).toHaveLength(0);
    await programs.travel(1);
    await launched.completed();
    expect(mail.messageIds).toEqual([expect.stringContaining(waiting.id)]);
    expect(await launched.dispatches()).toMatchObject([{ id: waiting.id, state: 'sent', attempts: 2 }]);
  }, 60_000);

  test('a line cut after the dot leaves an unknown mail, which is listed and never sent again by itself', async () => {
    mail.hangUp = (recipient) => recipient.startsWith('p1@');
    const launched = await launch({ peopleEach: 2 });
    await launched.completed();
    await programs.travel(48);
    // long enough for every sweep to have looked twice
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(mail.accepted.map(({ recipient }) => recipient.slice(0, 2)).sort()).toEqual(['p1', 'p2']);
    const { body } = await ops.get(`/messages?state=unknown&campaignId=${launched.id}`);
    expect(body.items).toMatchObject([{ state: 'unknown', recipient: expect.stringMatching(/^p1@/) }]);
  }, 60_000);

  test('a colleague’s answer through the link in the mail pauses the others of that organization only', async () => {
    const launched = await launch({ organizations: 2, peopleEach: 3, steps: TWO_MAILS });
    await launched.arrived(6);
    await until('all are sent', async () => (await launched.count('sent')) === 6);
    const [first] = mail.accepted;
    const link = /http:\S+\/r\/[\w-]+/.exec(first!.parsed.text!)![0];
    expect((await fetch(link)).status).toBe(200);
    const answer = await fetch(link, { method: 'POST', body: new URLSearchParams({ choice: 'interested' }) });
    expect(answer.status).toBe(200);
    const enrolments = await launched.enrolments();
    const answered = enrolments.find(({ email }) => email === first!.recipient);
    expect(answered).toMatchObject({ state: 'finished', reason: 'replied' });
    const states = (same: boolean) =>
      enrolments
        .filter(({ id, organization }) => id !== answered.id && (organization === answered.organization) === same)
        .map(({ state, reason }) => `${state} ${reason}`);
    expect(states(true)).toEqual(['paused colleague_reply', 'paused colleague_reply']);
    expect(states(false)).toEqual(['active null', 'active null', 'active null']);
    await programs.travel(30);
    await launched.arrived(9);
    const second = mail.accepted.filter(({ parsed }) => parsed.subject === 'About second');
    const organizations = new Map(enrolments.map(({ email, organization }) => [email, organization]));
    expect(second.map(({ recipient }) => organizations.get(recipient) === answered.organization)).toEqual([
      false,
      false,
      false,
    ]);
  }, 60_000);
});
