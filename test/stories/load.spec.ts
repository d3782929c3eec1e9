import { onEachBackend } from '../support/backends.js';
import type { Json, Person } from '../support/http.js';
import { MailServer } from '../support/mail-server.js';
import { Programs, until } from '../support/programs.js';
import { world, type WorldPlan } from '../support/world.js';
import { Launched } from './campaign.js';

onEachBackend((backend) => {
  let programs: Programs;
  let mail: MailServer;
  let ops: Person;

  beforeAll(async () => {
    mail = await MailServer.open();
    programs = await Programs.open(backend, { smtpUrl: mail.url });
    ops = await programs.as('sales_ops');
    // on a busy machine the programs take their time to start
  }, 120_000);
  beforeEach(() => (mail.delay = 40));
  afterEach(async () => {
    await programs.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'");
    mail.reset();
  });
  afterAll(async () => {
    await programs?.close();
    await mail?.close();
  }, 30_000);

  const launch = async (plan: WorldPlan) => Launched.launch(programs, ops, mail, await world(programs, plan));

  test('pause under load: after it returned only what was in flight arrives; resume sends the rest', async () => {
    const launched = await launch({ organizations: 100, peopleEach: 3 });
    await launched.arrived(60);
    expect(await ops.post(`/campaigns/${launched.id}/pause`, { reason: 'prices change' })).toMatchObject({
      status: 200,
    });
    const atPause = mail.accepted.length;
    await until('nothing is in flight', async () => (await launched.count('sending')) === 0);
    const afterwards = mail.accepted.length;
    // what had its turn at one of five connections, and two that were asked just before
    expect(afterwards - atPause).toBeLessThanOrEqual(7);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(mail.accepted.length).toBe(afterwards);
    expect(await launched.count('queued')).toBeGreaterThan(0);
    expect(await ops.post(`/campaigns/${launched.id}/resume`, {})).toMatchObject({ status: 200 });
    await launched.completed();
    await launched.reachedOnce(300);
  }, 60_000);

  test('abort under load: what was not handed over never is, and every enrolment has that reason', async () => {
    const launched = await launch({ organizations: 100, peopleEach: 3 });
    await launched.arrived(60);
    expect(await ops.post(`/campaigns/${launched.id}/abort`, { reason: 'supplier left' })).toMatchObject({
      status: 200,
    });
    const atAbort = mail.accepted.length;
    await until('every enrolment has an end', async () => {
      const open = (await launched.enrolments()).filter(({ ended_at: endedAt }) => endedAt === null).length;
      return open === 0 || open;
    });
    await until('nothing is in flight', async () => (await launched.count('sending')) === 0);
    expect(mail.accepted.length - atAbort).toBeLessThanOrEqual(7);
    expect((await launched.count('sent')) + (await launched.count('suppressed'))).toBe(
      (await launched.dispatches()).length,
    );
    expect(new Set(mail.messageIds).size).toBe(mail.accepted.length);
  }, 60_000);

  test('two workers share the work, and each mail is sent by one of them', async () => {
    const second = await programs.start('worker');
    const launched = await launch({ organizations: 100, peopleEach: 4 });
    const senders = new Set<number>();
    await until('all mails have arrived', async () => {
      const holding = await programs.sql<Json>(
        `SELECT DISTINCT l.pid FROM dispatch d JOIN pg_locks l ON l.locktype = 'advisory' AND ((l.classid::bigint << 32) | l.objid::bigint) = d.owner_key
          WHERE d.campaign_id = $1 AND d.state = 'sending'`,
        [launched.id],
      );
      for (const { pid } of holding) senders.add(pid);
      return mail.accepted.length >= 400 || mail.accepted.length;
    });
    await launched.completed();
    await launched.reachedOnce(400);
    expect(senders.size).toBe(2);
    await programs.stop(second);
  }, 60_000);
});
