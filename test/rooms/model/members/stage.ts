import { Driver } from '../../../../src/campaigns/driver.js';
import { Endings } from '../../../../src/campaigns/endings.js';
import { Outbox, Reconciler, type Outcome } from '../../../../src/campaigns/index.js';
import { Launch } from '../../../../src/campaigns/launch.js';
import { Responses, type BuyerAnswer } from '../../../../src/channels/responses.js';
import type { House, Json, Person } from '../../../support/house.js';
import { CALL, EMAIL, world } from '../../../support/world.js';
import { kind, type Kind } from '../walk.js';
import { PEOPLE_EACH, type Campaign, type Member, type Message, type Model, type OpenTask } from './model.js';
import { readRows, type MemberRow, type Rows } from './rows.js';

export const HOUSES = 4;
/** Two campaigns over houses that partly are the same; one person of the first is excluded from it. */
export const CAMPAIGNS: Omit<Campaign, 'state'>[] = [
  { houses: [0, 1, 2], excluded: [1], onUnknown: 'continue' },
  { houses: [1, 2, 3], excluded: [], onUnknown: 'hold' },
];
const STEPS = [
  [EMAIL('intro'), CALL('call', { afterDays: 1 }), EMAIL('last', { afterDays: 1 })],
  [EMAIL('hello'), EMAIL('bye', { afterDays: 2 })],
];
/** Tables that hold anything of a campaign, and what else a run leaves behind. */
const TOUCHED = `
WITH RECURSIVE touched(id) AS (
  SELECT unnest('{campaign,suppression,organization_pace,contact_pace,ownership,inbound_mail,consent,clock,enrolment_tally,held_campaign}'::regclass[])
  UNION SELECT conrelid::regclass FROM pg_constraint JOIN touched ON confrelid = id WHERE contype = 'f'
) SELECT id::text AS name FROM touched`;
/** A command of this walk. */
export const memberKind: <T>(of: Parameters<typeof kind<Model, Stage, T>>[0]) => Kind<Model, Stage> = kind;
export type Given = Pick<BuyerAnswer, 'choice' | 'notBefore'>;

/** What reps come back with. */
export const ANSWERS = [
  { disposition: 'no_answer', sentiment: 'neutral' },
  { disposition: 'connected_interested', sentiment: 'positive', interest: 'active' },
  { disposition: 'connected_not_interested', sentiment: 'negative', interest: 'none', verbatim: 'No.' },
  { disposition: 'connected_not_now', sentiment: 'neutral', interest: 'aware', verbatim: 'Later.' },
  { disposition: 'connected_do_not_call', sentiment: 'negative', interest: 'none' },
];
const MAIL = { 'content-type': 'message/rfc822' };

/** The real house, with the hands that the commands need; each does what one of its users or workers would. */
export class Stage {
  campaigns: string[] = [];
  rows!: Rows;
  private keys = 1000;

  private constructor(
    readonly house: House,
    readonly ops: Person,
    readonly rep: Person,
    private readonly base: { userId: string; versionId: string; playId: string },
    private readonly snapshots: string[],
    private readonly contacts: string[],
  ) {}

  static async open(house: House): Promise<Stage> {
    const made = await world(house, { organizations: HOUSES, peopleEach: PEOPLE_EACH });
    const people = await house.sql<Json>(
      'SELECT contact_id, organization_id FROM snapshot_person WHERE snapshot_id = $1 ORDER BY ordinal',
      [made.snapshotId],
    );
    const snapshots = [];
    for (const { houses, excluded } of CAMPAIGNS) {
      const [{ id }] = (await house.sql<Json>(
        `INSERT INTO cohort_snapshot (cohort_id, version_id, rule, sentence, required_roles, hold_out_percent, seed, members, decision_makers, decision_makers_excluded, frozen_by)
         SELECT cohort_id, version_id, rule, sentence, required_roles, 0, 's', $2, $3, $4, frozen_by FROM cohort_snapshot WHERE id = $1 RETURNING id`,
        [made.snapshotId, houses.length, houses.length * PEOPLE_EACH, excluded.length],
      )) as [Json];
      const chosen = people.flatMap((each, n) =>
        houses.includes(Math.floor(n / PEOPLE_EACH)) ? [{ ...each, excluded: excluded.includes(n) }] : [],
      );
      await house.sql(
        "INSERT INTO snapshot_member (snapshot_id, organization_id, stratum) SELECT DISTINCT $1::uuid, id, 's' FROM unnest($2::uuid[]) id",
        [id, chosen.map((each) => each.organization_id)],
      );
      await house.sql(
        `INSERT INTO snapshot_person (snapshot_id, ordinal, contact_id, organization_id, role, excluded)
         SELECT $1, row_number() OVER (), p.contact_id, p.organization_id, 'decision_maker', CASE WHEN p.excluded THEN 'suppressed' END
           FROM jsonb_to_recordset($2::jsonb) AS p(contact_id uuid, organization_id uuid, excluded boolean)`,
        [id, JSON.stringify(chosen)],
      );
      snapshots.push(id as string);
    }
    const [{ play_id: playId }] = (await house.sql<Json>('SELECT play_id FROM campaign WHERE id = $1', [
      made.campaignId,
    ])) as [Json];
    const base = { userId: made.userId, versionId: made.versionId, playId };
    const contacts = people.map(({ contact_id: id }) => id as string);
    return new Stage(
      house,
      await house.as('sales_ops', 'sales'),
      await house.as('rep', 'sales'),
      base,
      snapshots,
      contacts,
    );
  }

  /** Two campaigns in draft, and nobody was ever touched. */
  async reset(): Promise<void> {
    await this.house.transaction(async (manager) => {
      // a truncation of as many tables takes a quarter of a second; the order of deletions would be a second schema
      await manager.query('SET LOCAL session_replication_role = replica');
      for (const { name } of await this.house.sql<{ name: string }>(TOUCHED))
        await manager.query(`DELETE FROM ${name}`);
    });
    await this.house.sql('UPDATE contact SET email_state = DEFAULT, phone_state = DEFAULT, not_before = NULL');
    this.campaigns = [];
    for (const [n, { onUnknown }] of CAMPAIGNS.entries()) {
      const [{ id }] = (await this.house.sql<Json>(
        `INSERT INTO campaign (name, version_id, snapshot_id, play_id, steps, created_by, on_unknown, day_starts, day_ends, working_days, hours_between_touches, active_per_organization)
         VALUES ('Campaign', $1, $2, $3, $4, $5, $6, '00:00', '23:59:59', '{1,2,3,4,5,6,7}', 0, 50) RETURNING id`,
        [
          this.base.versionId,
          this.snapshots[n],
          this.base.playId,
          JSON.stringify(STEPS[n]),
          this.base.userId,
          onUnknown,
        ],
      )) as [Json];
      this.campaigns.push(id);
    }
    await this.read();
  }

  async read(): Promise<Rows> {
    this.rows = await readRows(this.house);
    return this.rows;
  }

  personOf = (contact: string | null): number | null => (contact === null ? null : this.contacts.indexOf(contact));
  campaignOf = (id: string | null): number | null => (id === null ? null : this.campaigns.indexOf(id));
  contactOf = (person: number): string => this.contacts[person]!;

  rowOf({ campaign, person }: Member): MemberRow | undefined {
    return this.rows.members.find(
      (row) => row.campaign === this.campaigns[campaign] && row.contact === this.contacts[person],
    );
  }

  async change(campaign: number, what: 'launch' | 'pause' | 'resume' | 'abort'): Promise<void> {
    const id = this.campaigns[campaign]!;
    await ok(this.ops.post(`/campaigns/${id}/${what}`, what === 'launch' ? {} : { reason: 'because' }));
    if (what !== 'launch') return;
    await this.house.get(Launch).run(id);
    // one shard is one call to drive
    await this.house.sql('UPDATE enrolment SET shard = 0 WHERE campaign_id = $1', [id]);
  }

  /** Lets time pass; who is due is driven, what came to its end is noticed, and nothing was left to mend. */
  async tick(hours: number): Promise<number> {
    await this.house.travel(hours);
    const now = (await this.read()).now;
    for (const id of this.campaigns) await this.house.get(Driver).drive(id, 0);
    await this.house.get(Endings).settle();
    expect(await this.house.get(Reconciler).run()).toEqual({
      stranded: 0,
      forgotten: 0,
      leftBehind: 0,
      launches: 0,
      tallies: 0,
    });
    return now;
  }

  async claim(count: number): Promise<string> {
    const key = String(++this.keys);
    await this.house.get(Outbox).claim(key, count, async (_, due) => ({
      go: due.map(({ id }) => ({ id, senderId: null, domain: null })),
      later: [],
    }));
    return key;
  }

  begin = ({ id }: Message, key: string): Promise<boolean> => this.house.get(Outbox).beginHandover(id, key);
  report = (key: string, outcomes: Outcome[]): Promise<void> => this.house.get(Outbox).report(key, outcomes);

  /** The sender dies; what it believed, should it wake up again, is told too late. */
  async die(key: string, held: Message[]): Promise<void> {
    await this.house.transaction((manager) => this.house.get(Outbox).orphan(manager, key));
    await this.report(
      key,
      held.map(({ id }) => ({ id, state: 'sent', errorClass: null, response: 'too late' })),
    );
  }

  async verdict({ id }: { id: string }, verdict: 'sent' | 'not_sent'): Promise<void> {
    await ok(this.ops.put(`/dispatches/${id}/verdict`, { verdict }));
  }

  /** A mail about a message comes in. */
  async mailIn({ id }: Message, write: (about: Json) => Buffer): Promise<void> {
    const [about] = await this.house.sql<Json>('SELECT recipient, message_id FROM dispatch WHERE id = $1', [id]);
    const { state, error } = await ok(this.ops.post('/inbound-mails', write(about), MAIL));
    if (state !== 'handled') throw new Error(`The mail is ${state}: ${error}`);
  }

  /** What somebody says on the page that a mail of theirs leads to. */
  async answer(member: Member, given: Given): Promise<void> {
    await this.house.get(Responses).answer(this.rowOf(member)!.id, { ...given, language: 'en' });
  }

  async exclude(member: Member): Promise<void> {
    await ok(this.ops.post(`/enrolments/${this.rowOf(member)!.id}/exclusion`, { reason: 'because' }));
  }

  async suppress(person: number): Promise<void> {
    const value = this.contacts[person]!;
    await ok(this.ops.post('/suppressions', { kind: 'contact', value, reason: 'manual' }));
  }

  /** False where the task is not handed out. */
  async work({ id }: OpenTask, path: 'conversations' | 'task-resolutions', said: object): Promise<boolean> {
    const { status, body } = await this.rep.post('/claims', { taskId: id });
    if (status !== 201) {
      expect(body.code).toBe('campaign_paused');
      return false;
    }
    await ok(this.rep.post(`/${path}`, { taskId: id, fence: body.fence, ...said }));
    return true;
  }
}

async function ok(asked: Promise<{ status: number; body: Json }>): Promise<Json> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
