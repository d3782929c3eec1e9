import type { Backend } from '../support/backends.js';
import type { Json, Person } from '../support/http.js';
import { MailServer } from '../support/mail-server.js';
import { Programs, type Outside } from '../support/programs.js';
import type { World } from '../support/world.js';
import { Launched } from './campaign.js';

/** What a story about mail stands on: Overture as processes, a mail server, and somebody of sales ops. */
export class Stage {
  programs!: Programs;
  mail!: MailServer;
  ops!: Person;

  private senders = 0;

  /** One who sends through the mail server. */
  async sender(facts: object = {}): Promise<Json> {
    const { hostname, port } = new URL(this.mail.url);
    const server = { smtpHost: hostname, smtpPort: Number(port), smtpTls: 'none' };
    const address = `nancy${++this.senders}@northwind.example`;
    const reply = await this.ops.post('/senders', { name: 'Nancy', address, perMinute: 6000, ...server, ...facts });
    expect([reply.status, reply.body]).toEqual([201, expect.anything()]);
    return reply.body;
  }

  async turn(sender: Json, state: 'active' | 'paused', reason: string): Promise<void> {
    expect((await this.ops.put(`/senders/${sender.id}/state`, { state, reason })).status).toBe(200);
  }

  /** By these senders; by the installation's own server where none is named. */
  async launch(made: Pick<World, 'campaignId'>, senders: Json[] = []): Promise<Launched> {
    const senderIds = senders.map(({ id }) => id);
    expect((await this.ops.put(`/campaigns/${made.campaignId}/senders`, { senderIds })).status).toBe(200);
    return Launched.launch(this.programs, this.ops, this.mail, made);
  }
}

/** Set before the tests of this block, and struck after them; each test has the mail server to itself. `outside` is asked then. */
export function setStage(
  backend: Backend,
  outside: () => Outside | Promise<Outside> = () => ({}),
  roles = 'sales_ops',
): Stage {
  const stage = new Stage();
  beforeAll(async () => {
    stage.mail = await MailServer.open();
    stage.programs = await Programs.open(backend, { smtpUrl: stage.mail.url, ...(await outside()) });
    stage.ops = await stage.programs.as(roles);
    // on a busy machine the programs take their time to start
  }, 120_000);
  afterEach(async () => {
    await stage.programs.sql("UPDATE campaign SET state = 'completed' WHERE state <> 'draft'");
    stage.mail.reset();
  });
  afterAll(async () => {
    await stage.programs?.close();
    await stage.mail?.close();
  }, 30_000);
  return stage;
}
