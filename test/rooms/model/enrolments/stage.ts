import { Driver } from '../../../../src/campaigns/enrolments/driver.js';
import { CampaignSettlement } from '../../../../src/campaigns/lifecycle/settle-campaigns.js';
import { Outbox, Reconciler, type DeliveryResult } from '../../../../src/campaigns/index.js';
import { Launch } from '../../../../src/campaigns/lifecycle/launch.js';
import { Responses, type BuyerAnswer } from '../../../../src/channels/pages/responses.js';
import type { Installation, Json, Person } from '../../../support/installation.js';
import { world } from '../../../support/world.js';
import { toldBlockers } from '../propositions/stage.js';
import { Version, type Approval, type MobilisationItem } from '../propositions/version.js';
import { kind, type Kind } from '../walk.js';
import { anew, EXECUTIVES, freeze, ORGANIZATIONS, CAMPAIGNS, type Base } from './before.js';
import { PEOPLE_EACH, RETURNS_BEFORE_TASK, type Enrolment, type Message, type OpenTask } from './facts.js';
import type { Model } from './model.js';
import { readRows, type EnrolmentRow, type Rows } from './rows.js';

/** A command of this walk. */
export const enrolmentKind: <T>(of: Parameters<typeof kind<Model, Stage, T>>[0]) => Kind<Model, Stage> = kind;
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

/** The real app, with the hands that the commands need; each does what one of its users or workers would. */
export class Stage {
  campaigns: string[] = [];
  rows!: Rows;
  private keys = 1000;

  private constructor(
    readonly app: Installation,
    readonly ops: Person,
    readonly rep: Person,
    private readonly executives: Person[],
    private readonly base: Base,
    private readonly snapshots: string[],
    private readonly contacts: string[],
  ) {}

  static async open(app: Installation): Promise<Stage> {
    const made = await world(app, { organizations: ORGANIZATIONS, peopleEach: PEOPLE_EACH });
    const people = await app.sql<Json>(
      'SELECT contact_id, organization_id FROM snapshot_contact WHERE snapshot_id = $1 ORDER BY ordinal',
      [made.snapshotId],
    );
    const snapshots: string[] = [];
    for (const plan of CAMPAIGNS) snapshots.push(await freeze(app, made.snapshotId, people, plan));
    const [{ play_id: playId, proposition_id: propositionId }] = (await app.sql<Json>(
      'SELECT k.play_id, v.proposition_id FROM campaign k JOIN proposition_version v ON v.id = k.version_id WHERE k.id = $1',
      [made.campaignId],
    )) as [Json];
    const base = { userId: made.userId, versionId: made.versionId, propositionId, playId };
    const admin = await app.as('admin', 'it');
    await ok(admin.put('/settings/returnsBeforeTask', { value: RETURNS_BEFORE_TASK }));
    const executives: Person[] = [];
    for (const { role, department } of EXECUTIVES) executives.push(await app.as(role, department));
    const contacts = people.map(({ contact_id: id }) => id as string);
    return new Stage(
      app,
      await app.as('sales_ops', 'sales'),
      await app.as('rep', 'sales'),
      executives,
      base,
      snapshots,
      contacts,
    );
  }

  /** A version that is being decided on, two campaigns in draft that are to take it out, and nobody was ever touched. */
  async reset(): Promise<Version> {
    this.campaigns = await anew(this.app, this.base, this.snapshots);
    await this.read();
    return this.version();
  }

  private version(): Version {
    const content = { requiredDepartments: EXECUTIVES.map(({ department }) => department), noObjectionsNote: null };
    const version = new Version(1, content, EXECUTIVES);
    version.submit();
    version.mobilisationItems.push({
      ...this.rows.mobilisationItem!,
      owner: 1,
      required: true,
      state: 'open',
      because: null,
    });
    return version;
  }

  get versionId(): string {
    return this.base.versionId;
  }

  async read(): Promise<Rows> {
    this.rows = await readRows(this.app, this.base.versionId);
    return this.rows;
  }

  personOf = (contact: string | null): number | null => (contact === null ? null : this.contacts.indexOf(contact));
  campaignOf = (id: string | null): number | null => (id === null ? null : this.campaigns.indexOf(id));
  contactOf = (person: number): string => this.contacts[person]!;

  rowOf({ campaign, person }: Enrolment): EnrolmentRow | undefined {
    return this.rows.enrolments.find(
      (row) => row.campaign === this.campaigns[campaign] && row.contact === this.contacts[person],
    );
  }

  /** What stands between it and its launch, as "code department"; nothing where it was launched. */
  async launch(campaign: number): Promise<string[]> {
    const id = this.campaigns[campaign]!;
    const { status, body } = await this.ops.post(`/campaigns/${id}/launch`, {});
    if (body.code === 'launch_blocked') return toldBlockers(body.blockers);
    expect(status).toBe(200);
    await this.app.get(Launch).run(id);
    // one shard is one call to drive
    await this.app.sql('UPDATE enrolment SET shard = 0 WHERE campaign_id = $1', [id]);
    return [];
  }

  async change(campaign: number, what: 'pause' | 'resume' | 'abort'): Promise<void> {
    await ok(this.ops.post(`/campaigns/${this.campaigns[campaign]!}/${what}`, { reason: 'because' }));
  }

  /** Somebody has looked at the first wave. */
  async release(campaign: number): Promise<void> {
    await ok(this.ops.post(`/campaigns/${this.campaigns[campaign]!}/waves/2/release`, {}));
  }

  async approve({ department, by }: Approval): Promise<void> {
    const [{ id }] = (await this.app.sql<Json>('SELECT id FROM approval WHERE version_id = $1 AND department = $2', [
      this.base.versionId,
      department,
    ])) as [Json];
    await ok(this.executives[by!]!.put(`/approvals/${id}/decision`, { decision: 'approve' }));
  }

  async fulfil({ id }: MobilisationItem): Promise<void> {
    await ok(this.executives[1]!.put(`/mobilisation-items/${id}/completion`, { evidence: 'It runs.' }));
  }

  async goLive(versionId = this.base.versionId): Promise<void> {
    await ok(this.executives[0]!.post(`/versions/${versionId}/going-live`));
  }

  /** The next version was approved, and goes live. */
  async overtake(): Promise<void> {
    const [{ id }] = (await this.app.sql<Json>(
      "INSERT INTO proposition_version (proposition_id, number, state, narrative, created_by) VALUES ($1, 2, 'approved', 'We own it too.', $2) RETURNING id",
      [this.base.propositionId, this.base.userId],
    )) as [Json];
    await this.goLive(id);
  }

  /** Lets time pass; who is due is driven, what came to its end is noticed, and nothing was left to mend. */
  async tick(hours: number): Promise<number> {
    await this.app.travel(hours);
    const now = (await this.read()).now;
    for (const id of this.campaigns) await this.app.get(Driver).drive(id, 0);
    await this.app.get(CampaignSettlement).settle();
    expect(await this.app.get(Reconciler).run()).toEqual({
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
    await this.app.get(Outbox).claim(key, count, async (_, due) => ({
      go: due.map(({ id }) => ({ id, senderId: null, domain: null })),
      later: [],
    }));
    return key;
  }

  begin = ({ id }: Message, key: string): Promise<boolean> => this.app.get(Outbox).beginHandover(id, key);
  report = (key: string, outcomes: DeliveryResult[]): Promise<void> => this.app.get(Outbox).report(key, outcomes);

  /** The sender dies; what it believed, should it wake up again, is told too late. */
  async die(key: string, held: Message[]): Promise<void> {
    await this.app.transaction((manager) => this.app.get(Outbox).orphan(manager, key));
    await this.report(
      key,
      held.map(({ id }) => ({ id, state: 'sent', errorClass: null, response: 'too late' })),
    );
  }

  async settleMessage({ id }: { id: string }, result: 'sent' | 'not_sent'): Promise<void> {
    await ok(this.ops.put(`/messages/${id}/settlement`, { result }));
  }

  /** A mail about a message comes in. */
  async mailIn({ id }: Message, write: (about: Json) => Buffer): Promise<void> {
    const [about] = await this.app.sql<Json>('SELECT recipient, message_id FROM dispatch WHERE id = $1', [id]);
    const { state, error } = await ok(this.ops.post('/inbound-mails', write(about), MAIL));
    if (state !== 'handled') throw new Error(`The mail is ${state}: ${error}`);
  }

  /** What somebody says on the page that a mail of theirs leads to. */
  async answer(enrolment: Enrolment, given: Given): Promise<void> {
    await this.app.get(Responses).answer(this.rowOf(enrolment)!.id, { ...given, language: 'en' });
  }

  async exclude(enrolment: Enrolment): Promise<void> {
    await ok(this.ops.post(`/enrolments/${this.rowOf(enrolment)!.id}/exclusion`, { reason: 'because' }));
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
