import { lockOf } from '../../src/platform/index.js';
import { ImapServer, withImap } from '../support/imap-server.js';
import type { Json, Person } from '../support/http.js';
import { MailServer } from '../support/mail-server.js';
import { Programs, until } from '../support/programs.js';
import { EMAIL, world } from '../support/world.js';
import { Launched } from './campaign.js';

withImap(() => {
  let programs: Programs;
  let smtp: MailServer;
  let imap: ImapServer;
  let admin: Person;
  let user = 0;

  beforeAll(async () => {
    [smtp, imap] = await Promise.all([MailServer.open(), ImapServer.open()]);
    programs = await Programs.open('postgres', { smtpUrl: smtp.url });
    admin = await programs.as('admin,sales_ops');
  }, 90_000);
  afterEach(async () => {
    await programs.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'");
    await programs.sql('UPDATE mailbox SET active = false, revision = revision + 1');
    smtp.reset();
  });
  afterAll(async () => {
    await programs?.close();
    await smtp?.close();
    await imap?.close();
  }, 30_000);

  /** A user of the server with an empty INBOX, and our mailbox that reads it. */
  async function mailbox(): Promise<{ name: string; id: string }> {
    const name = `user${++user}`;
    await imap.deliver(name, []);
    const facts = { name, host: '127.0.0.1', port: imap.port, tls: 'none', username: name, password: imap.password };
    const made = await admin.post<Json>('/mailboxes', facts);
    expect(made.status).toBe(201);
    return { name, id: made.body.id };
  }
  const standing = async (id: string) => (await admin.get<Json>(`/mailboxes/${id}`)).body;
  const listening = (id: string) =>
    until('somebody listens', async () => {
      const now = await standing(id);
      return now.state === 'listening' || now;
    });
  const arrived = (id: string) =>
    programs.sql<Json>(
      'SELECT id, message_id, state, enrolment_id, error FROM inbound_mail WHERE mailbox_id = $1 ORDER BY received_at',
      [id],
    );
  const take = (id: string, n: number) =>
    until(`${n} mails are taken`, async () => {
      const mails = await arrived(id);
      // kept before they are read
      return (
        mails.filter(({ state }) => state !== 'new').length >= n || {
          n: mails.length,
          mailbox: await standing(id),
          said: programs.said,
        }
      );
    });

  async function launch(people: number): Promise<Json[]> {
    const made = await world(programs, {
      organizations: people,
      steps: [EMAIL('intro'), EMAIL('second', { afterDays: 5 })],
    });
    const launched = await Launched.launch(programs, admin, smtp, made);
    await launched.arrived(people);
    await until('all are sent', async () => (await launched.count('sent')) === people);
    return launched.dispatches();
  }

  const reply = (about: Json, words: string): Buffer =>
    Buffer.from(
      `From: Person <${about.recipient}>\r\nTo: us@ours.example\r\nSubject: Re: About intro\r\nMessage-ID: <r-${about.id}@buyer.example>\r\nIn-Reply-To: ${about.message_id}\r\nDate: ${new Date().toUTCString()}\r\n\r\n${words}\r\n`,
    );

  test('what lies in it and what comes is taken within a moment', async () => {
    const [first, second] = (await launch(2)) as [Json, Json];
    const { name, id } = await mailbox();
    await imap.deliver(name, [reply(first, 'It lay here.')]);
    await listening(id);
    await take(id, 1);
    const started = Date.now();
    await imap.deliver(name, [reply(second, 'It came.')]);
    await take(id, 2);
    // IDLE, and not the next look at the folder
    expect(Date.now() - started).toBeLessThan(4_000);
    const tasks = await programs.sql<Json>(
      "SELECT words FROM task WHERE enrolment_id = ANY($1) AND kind = 'reply' ORDER BY created_at",
      [[first.enrolment_id, second.enrolment_id]],
    );
    expect(tasks.map(({ words }) => words)).toEqual(['It lay here.', 'It came.']);
    expect((await admin.post<Json>(`/mailboxes/${id}/check`)).body).toEqual({
      works: true,
      messages: 2,
      problem: null,
    });
  }, 60_000);

  test('a worker killed with SIGKILL in the middle of the mail loses none and carries none out twice', async () => {
    const people = 80;
    const dispatches = await launch(people);
    const { name, id } = await mailbox();
    await listening(id);
    await imap.deliver(
      name,
      dispatches.map((about, i) => reply(about, `Answer ${i}.`)),
    );
    for (let kills = 0, before = 0; kills < 3; kills++) {
      await take(id, Math.min(before + 8, people));
      await programs.kill(programs.workers[0]!);
      before = (await arrived(id)).length;
      await programs.start('worker');
    }
    await take(id, people);
    await until('all are carried out', async () => (await arrived(id)).every(({ state }) => state === 'handled'));
    const mails = await arrived(id);
    expect(mails.map(({ message_id: one }) => one).sort()).toEqual(
      dispatches.map((about) => `<r-${about.id}@buyer.example>`).sort(),
    );
    const tasks = await programs.sql<Json>(
      "SELECT enrolment_id, words FROM task WHERE enrolment_id = ANY($1) AND kind = 'reply'",
      [dispatches.map(({ enrolment_id: one }) => one)],
    );
    expect(tasks).toHaveLength(people);
    expect(new Set(tasks.map(({ words }) => words))).toEqual(new Set(dispatches.map((_, i) => `Answer ${i}.`)));
    const enrolments = await programs.sql<Json>('SELECT DISTINCT state, reason FROM enrolment WHERE id = ANY($1)', [
      dispatches.map(({ enrolment_id: one }) => one),
    ]);
    expect(enrolments).toEqual([{ state: 'paused', reason: 'replied' }]);
  }, 120_000);

  test('UIDs that count anew are read again, and nothing doubles', async () => {
    const [about, other] = (await launch(2)) as [Json, Json];
    const { name, id } = await mailbox();
    await imap.deliver(name, [reply(about, 'Once.')]);
    await take(id, 1);
    const [{ uid_validity: before }] = await programs.sql<Json>('SELECT uid_validity FROM mailbox WHERE id = $1', [id]);
    await imap.countAnew(name);
    await imap.deliver(name, [reply(other, 'Later.')]);
    await take(id, 2);
    await until('the new count is known', async () => {
      const [now] = await programs.sql<Json>('SELECT uid_validity, last_uid FROM mailbox WHERE id = $1', [id]);
      return (now.uid_validity !== before && Number(now.last_uid) === 2) || now;
    });
    expect(await arrived(id)).toHaveLength(2);
    const tasks = await programs.sql<Json>("SELECT words FROM task WHERE enrolment_id = $1 AND kind = 'reply'", [
      about.enrolment_id,
    ]);
    expect(tasks).toEqual([{ words: 'Once.' }]);
  }, 60_000);

  test('a server that is away is said so, and listened to again when it is back', async () => {
    const { name, id } = await mailbox();
    await listening(id);
    await imap.stop();
    await until('it is said', async () => (await standing(id)).state === 'failing' || (await standing(id)));
    expect((await standing(id)).lastError).toMatch(/\w/);
    await imap.start();
    await listening(id);
    await imap.deliver(name, [Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\nBack again.')]);
    await take(id, 1);
  }, 60_000);

  test('mail that nobody can read stops nothing', async () => {
    const [about] = (await launch(1)) as [Json];
    const { name, id } = await mailbox();
    const deep = `From: a@b.example\r\n${Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}`;
    await imap.deliver(name, [
      Buffer.from(deep),
      Buffer.from('\r\n\u0001\u0002 no header\r\n'),
      reply(about, 'After the poison.'),
    ]);
    await take(id, 3);
    expect(
      await programs.sql("SELECT words FROM task WHERE enrolment_id = $1 AND kind = 'reply'", [about.enrolment_id]),
    ).toEqual([{ words: 'After the poison.' }]);
    expect((await standing(id)).state).toBe('listening');
  }, 60_000);

  test('of two workers one listens; when it dies the other does', async () => {
    const { name, id } = await mailbox();
    const second = await programs.start('worker');
    await listening(id);
    const holders = () =>
      programs.sql<Json>(
        `SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
          WHERE l.locktype = 'advisory' AND l.granted AND a.application_name = 'overture locks' AND a.datname = current_database()
            AND ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint`,
        [lockOf(`mailbox ${id}`)],
      );
    const [holder, ...others] = await holders();
    expect(others).toEqual([]);
    for (const worker of programs.workers.filter((each) => each !== second)) await programs.kill(worker);
    await until('the other listens', async () => {
      const now = await holders();
      return (now.length === 1 && (now[0].pid !== holder.pid || programs.workers.length === 1)) || now;
    });
    await imap.deliver(name, [Buffer.from(`From: a@b.example\r\nSubject: ${name}\r\n\r\nHello.`)]);
    await take(id, 1);
    expect(await arrived(id)).toHaveLength(1);
  }, 60_000);

  test('a wrong password is said, never shown, and mended by the next', async () => {
    const { name, id } = await mailbox();
    await listening(id);
    const { revision } = await standing(id);
    await admin.patch(`/mailboxes/${id}`, { password: 'not-the-right-one' }, { 'if-match': `"${revision}"` });
    await until('it is refused', async () => (await standing(id)).state === 'failing' || (await standing(id)));
    expect((await standing(id)).lastError).toMatch(/refuses the user or the password/);
    await admin.patch(`/mailboxes/${id}`, { password: imap.password }, { 'if-match': `"${revision + 1}"` });
    await listening(id);
    await imap.deliver(name, [Buffer.from(`From: a@b.example\r\nSubject: ${name}\r\n\r\nHello.`)]);
    await take(id, 1);
    expect(programs.said.join()).not.toMatch(/not-the-right-one|correct-horse-imap/);
  }, 90_000);
});
