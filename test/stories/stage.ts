import type { Backend } from '../support/backends.js';
import type { Person } from '../support/http.js';
import { MailServer } from '../support/mail-server.js';
import { Programs, type Outside } from '../support/programs.js';
import { world, type World, type WorldPlan } from '../support/world.js';
import { Launched } from './campaign.js';

/** What a story about mail stands on: the house as processes, a mail server, and somebody of sales ops. */
export class Stage {
  programs!: Programs;
  mail!: MailServer;
  ops!: Person;

  launch(made: Pick<World, 'campaignId'>): Promise<Launched> {
    return Launched.launch(this.programs, this.ops, this.mail, made);
  }

  async launchWorld(plan: WorldPlan): Promise<Launched> {
    return this.launch(await world(this.programs, plan));
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
