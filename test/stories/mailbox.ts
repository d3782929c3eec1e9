import type { ImapServer } from '../support/imap-server.js';
import type { Json, Person } from '../support/http.js';
import { until, type Programs } from '../support/programs.js';
import { EMAIL, world } from '../support/world.js';
import { Launched } from './campaign.js';
import type { Stage } from './stage.js';

let user = 0;

/** A user of the server with an empty INBOX, and our mailbox that reads it. */
export class Mailbox {
  private constructor(
    private readonly programs: Programs,
    private readonly admin: Person,
    private readonly imap: ImapServer,
    readonly name: string,
    readonly id: string,
  ) {}

  static async open({ programs, ops: admin }: Stage, imap: ImapServer): Promise<Mailbox> {
    const name = `user${++user}`;
    await imap.deliver(name, []);
    const facts = { name, host: '127.0.0.1', port: imap.port, tls: 'none', username: name, password: imap.password };
    const made = await admin.post<Json>('/mailboxes', facts);
    expect(made.status).toBe(201);
    return new Mailbox(programs, admin, imap, name, made.body.id);
  }

  deliver(...mails: Buffer[]): Promise<void> {
    return this.imap.deliver(this.name, mails);
  }

  async standing(): Promise<Json> {
    return (await this.admin.get<Json>(`/mailboxes/${this.id}`)).body;
  }

  listening(): Promise<void> {
    return until('somebody listens', async () => {
      const now = await this.standing();
      return now.state === 'listening' || now;
    });
  }

  arrived(): Promise<Json[]> {
    return this.programs.sql(
      `SELECT id, message_id, state, enrolment_id, error, attempts
         FROM inbound_mail
        WHERE mailbox_id = $1
        ORDER BY received_at`,
      [this.id],
    );
  }

  take(n: number): Promise<void> {
    return until(`${n} mails are taken`, async () => {
      const mails = await this.arrived();
      // kept before they are read
      return (
        mails.filter(({ state }) => state !== 'new').length >= n || {
          n: mails.length,
          mailbox: await this.standing(),
          said: this.programs.said,
        }
      );
    });
  }
}

/** The messages of a new campaign, once all are sent. */
export async function sentTo(people: number, { programs, ops, mail }: Stage): Promise<Json[]> {
  const made = await world(programs, {
    organizations: people,
    steps: [EMAIL('intro'), EMAIL('second', { afterDays: 5 })],
  });
  const launched = await Launched.launch(programs, ops, mail, made);
  await launched.arrived(people);
  await until('all are sent', async () => (await launched.count('sent')) === people);
  return launched.dispatches();
}

/** The words of the tasks that replies to these messages have opened. */
export async function tasksFor(dispatches: Json[], programs: Programs): Promise<string[]> {
  const tasks = await programs.sql<Json>(
    "SELECT words FROM task WHERE enrolment_id = ANY($1) AND kind = 'reply' ORDER BY created_at",
    [dispatches.map(({ enrolment_id: id }) => id)],
  );
  return tasks.map(({ words }) => words as string);
}

export const replyTo = (about: Json, words: string): Buffer =>
  Buffer.from(
    `From: Person <${about.recipient}>\r\nTo: us@ours.example\r\nSubject: Re: About intro\r\nMessage-ID: <r-${about.id}@buyer.example>\r\nIn-Reply-To: ${about.message_id}\r\nDate: ${new Date().toUTCString()}\r\n\r\n${words}\r\n`,
  );
