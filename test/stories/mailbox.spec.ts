import { lockOf } from '../../src/platform/index.js';
import { ImapServer, withImap } from '../support/imap-server.js';
import type { Json } from '../support/http.js';
import { until } from '../support/programs.js';
import { Mailbox, replyTo, sentTo, tasksFor } from './mailbox.js';
import { setStage } from './stage.js';

withImap(() => {
  let imap: ImapServer;
  const stage = setStage('postgres', () => ({}), 'admin,sales_ops');
  beforeAll(async () => void (imap = await ImapServer.open()), 30_000);
  afterEach(() => stage.programs.sql('UPDATE mailbox SET active = false, revision = revision + 1'));
  afterAll(() => imap?.close());

  test('what lies in it and what comes is taken within a moment', async () => {
    const [first, second] = (await sentTo(2, stage)) as [Json, Json];
    const mailbox = await Mailbox.open(stage, imap);
    await mailbox.deliver(replyTo(first, 'It lay here.'));
    await mailbox.listening();
    await mailbox.take(1);
    const started = Date.now();
    await mailbox.deliver(replyTo(second, 'It came.'));
    await mailbox.take(2);
    // IDLE, and not the next look at the folder
    expect(Date.now() - started).toBeLessThan(4_000);
    expect(await tasksFor([first, second], stage.programs)).toEqual(['It lay here.', 'It came.']);
    expect((await stage.ops.post<Json>(`/mailboxes/${mailbox.id}/check`)).body).toEqual({
      works: true,
      messages: 2,
      problem: null,
    });
  }, 60_000);

  test('a worker killed with SIGKILL in the middle of the mail loses none and carries none out twice', async () => {
    const people = 80;
    const dispatches = await sentTo(people, stage);
    const mailbox = await Mailbox.open(stage, imap);
    await mailbox.listening();
    await mailbox.deliver(...dispatches.map((about, i) => replyTo(about, `Answer ${i}.`)));
    for (let kills = 0, before = 0; kills < 3; kills++) {
      await mailbox.take(Math.min(before + 8, people));
      await stage.programs.kill(stage.programs.workers[0]!);
      before = (await mailbox.arrived()).length;
      await stage.programs.start('worker');
    }
    await mailbox.take(people);
    await until('all are carried out', async () => (await mailbox.arrived()).every(({ state }) => state === 'handled'));
    const mails = await mailbox.arrived();
    expect(mails.map(({ message_id: one }) => one).sort()).toEqual(
      dispatches.map((about) => `<r-${about.id}@buyer.example>`).sort(),
    );
    expect((await tasksFor(dispatches, stage.programs)).sort()).toEqual(
      dispatches.map((_, i) => `Answer ${i}.`).sort(),
    );
    const enrolments = await stage.programs.sql<Json>(
      'SELECT DISTINCT state, reason FROM enrolment WHERE id = ANY($1)',
      [dispatches.map(({ enrolment_id: one }) => one)],
    );
    expect(enrolments).toEqual([{ state: 'paused', reason: 'replied' }]);
  }, 120_000);

  test('UIDs that count anew are read again, and nothing doubles', async () => {
    const [about, other] = (await sentTo(2, stage)) as [Json, Json];
    const mailbox = await Mailbox.open(stage, imap);
    await mailbox.deliver(replyTo(about, 'Once.'));
    await mailbox.take(1);
    const [{ uid_validity: before }] = await stage.programs.sql<Json>(
      'SELECT uid_validity FROM mailbox WHERE id = $1',
      [mailbox.id],
    );
    await imap.countAnew(mailbox.name);
    await mailbox.deliver(replyTo(other, 'Later.'));
    await mailbox.take(2);
    await until('the new count is known', async () => {
      const [now] = await stage.programs.sql<Json>('SELECT uid_validity, last_uid FROM mailbox WHERE id = $1', [
        mailbox.id,
      ]);
      return (now.uid_validity !== before && Number(now.last_uid) === 2) || now;
    });
    expect(await mailbox.arrived()).toHaveLength(2);
    expect(await tasksFor([about], stage.programs)).toEqual(['Once.']);
  }, 60_000);

  test('a server that is away is said so, and listened to again when it is back', async () => {
    const mailbox = await Mailbox.open(stage, imap);
    await mailbox.listening();
    await imap.stop();
    await until('it is said', async () => (await mailbox.standing()).state === 'failing' || (await mailbox.standing()));
    expect((await mailbox.standing()).lastError).toMatch(/\w/);
    await imap.start();
    await mailbox.listening();
    await mailbox.deliver(Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\nBack again.'));
    await mailbox.take(1);
  }, 60_000);

  test('mail that nobody can read stops nothing', async () => {
    const [about] = (await sentTo(1, stage)) as [Json];
    const mailbox = await Mailbox.open(stage, imap);
    const deep = `From: a@b.example\r\n${Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}`;
    await mailbox.deliver(
      Buffer.from(deep),
      Buffer.from('\r\n\u0001\u0002 no header\r\n'),
      replyTo(about, 'After the poison.'),
    );
    await mailbox.take(3);
    expect(await tasksFor([about], stage.programs)).toEqual(['After the poison.']);
    expect((await mailbox.standing()).state).toBe('listening');
  }, 60_000);

  test('of two workers one listens; when it dies the other does', async () => {
    const mailbox = await Mailbox.open(stage, imap);
    const second = await stage.programs.start('worker');
    await mailbox.listening();
    const holders = () =>
      stage.programs.sql<Json>(
        `SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
          WHERE l.locktype = 'advisory' AND l.granted AND a.application_name = 'overture locks' AND a.datname = current_database()
            AND ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint`,
        [lockOf(`mailbox ${mailbox.id}`)],
      );
    const [holder, ...others] = await holders();
    expect(others).toEqual([]);
    for (const worker of stage.programs.workers.filter((each) => each !== second)) await stage.programs.kill(worker);
    await until('the other listens', async () => {
      const now = await holders();
      return (now.length === 1 && (now[0].pid !== holder.pid || stage.programs.workers.length === 1)) || now;
    });
    await mailbox.deliver(Buffer.from(`From: a@b.example\r\nSubject: ${mailbox.name}\r\n\r\nHello.`));
    await mailbox.take(1);
    expect(await mailbox.arrived()).toHaveLength(1);
  }, 60_000);

  test('a wrong password is said, never shown, and mended by the next', async () => {
    const mailbox = await Mailbox.open(stage, imap);
    await mailbox.listening();
    const { revision } = await mailbox.standing();
    await stage.ops.patch(
      `/mailboxes/${mailbox.id}`,
      { password: 'not-the-right-one' },
      { 'if-match': `"${revision}"` },
    );
    await until(
      'it is refused',
      async () => (await mailbox.standing()).state === 'failing' || (await mailbox.standing()),
    );
    expect((await mailbox.standing()).lastError).toMatch(/refuses the user or the password/);
    await stage.ops.patch(`/mailboxes/${mailbox.id}`, { password: imap.password }, { 'if-match': `"${revision + 1}"` });
    await mailbox.listening();
    await mailbox.deliver(Buffer.from(`From: a@b.example\r\nSubject: ${mailbox.name}\r\n\r\nHello.`));
    await mailbox.take(1);
    expect(stage.programs.said.join()).not.toMatch(/not-the-right-one|correct-horse-imap/);
  }, 90_000);
});
