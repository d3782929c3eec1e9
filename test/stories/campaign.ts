import type { Json, Person } from '../support/http.js';
import type { MailServer } from '../support/mail-server.js';
import { until, type Programs } from '../support/programs.js';
import type { World } from '../support/world.js';

/** One campaign as the stories look at it: through its rows, the API and what the mail server took. */
export class Launched {
  private constructor(
    private readonly programs: Programs,
    private readonly ops: Person,
    private readonly mail: MailServer,
    readonly id: string,
  ) {}

  static async launch(
    programs: Programs,
    ops: Person,
    mail: MailServer,
    { campaignId }: Pick<World, 'campaignId'>,
  ): Promise<Launched> {
    expect(await ops.post(`/campaigns/${campaignId}/launch`, {})).toMatchObject({ status: 200 });
    return new Launched(programs, ops, mail, campaignId);
  }

  async arrived(n: number): Promise<void> {
    await until(`${n} mails have arrived`, () => this.mail.accepted.length >= n || this.mail.accepted.length);
  }

  /** As many mails wait for a sender that is paused. */
  async waiting(n: number): Promise<void> {
    await until(`${n} mails wait`, async () => {
      const held = (await this.dispatches()).filter(({ deferred }) => deferred === 'no_sender').length;
      return held === n || held;
    });
  }

  /** Every enrolment has its end, says the campaign itself. */
  async completed(): Promise<void> {
    await until(
      'the campaign is completed',
      async () => {
        const { body } = await this.ops.get(`/campaigns/${this.id}/progress`);
        return body.state === 'completed' || { ...body, dispatches: await this.states(), said: this.programs.said };
      },
      180,
    );
  }

  private states(): Promise<Json[]> {
    return this.programs.sql(
      'SELECT state, error_class, response, attempts, count(*)::int AS n FROM dispatch WHERE campaign_id = $1 GROUP BY 1, 2, 3, 4',
      [this.id],
    );
  }

  dispatches(): Promise<Json[]> {
    return this.programs.sql('SELECT * FROM dispatch WHERE campaign_id = $1 ORDER BY id', [this.id]);
  }

  enrolments(): Promise<Json[]> {
    return this.programs.sql(
      `SELECT e.*, c.email, o.external_id AS organization FROM enrolment e JOIN contact c ON c.id = e.contact_id JOIN organization o ON o.id = e.organization_id
        WHERE e.campaign_id = $1 ORDER BY e.id`,
      [this.id],
    );
  }

  async count(state: string): Promise<number> {
    const [{ n }] = (await this.programs.sql(
      'SELECT count(*)::int AS n FROM dispatch WHERE campaign_id = $1 AND state = $2',
      [this.id, state],
    )) as [Json];
    return n as number;
  }

  async coverage(): Promise<Json> {
    return (await this.ops.get(`/campaigns/${this.id}/coverage`)).body;
  }

  /** Each of `people` was sent one mail, nobody two, and the rows say so. */
  async reachedOnce(people: number): Promise<void> {
    const sent = await this.dispatches();
    expect(sent.map(({ state }) => state)).toEqual(Array.from({ length: people }, () => 'sent'));
    expect(this.mail.messageIds.sort()).toEqual(sent.map(({ message_id: id }) => id).sort());
    expect(await this.coverage()).toMatchObject({ decisionMakers: people, enrolled: people, skipped: 0 });
  }
}
