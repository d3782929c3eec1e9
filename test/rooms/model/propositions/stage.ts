import type { Answer, Installation, Json, Person } from '../../../support/installation.js';
import { EMAIL, world, type World } from '../../../support/world.js';
import { kind, type Kind } from '../walk.js';
import { FOUNDER, PEOPLE, type Model } from './model.js';
import { readRows, type Rows } from './rows.js';
import type { Approval, Content, Version } from './version.js';

interface Wish<T> {
  /** how often it comes, against the others, where its time has come */
  weight: number;
  among: (model: Model) => T[];
  /** whether its time has come, for somebody who may */
  ripe: (about: T, model: Model) => boolean;
  run: (model: Model, stage: Stage, about: T, n: number) => Promise<void>;
}

/** A command that comes mostly when its time has come, and by another name now and then when it has not. */
export function wish<T>(name: string, { weight, among, ripe, run }: Wish<T>): Record<string, Kind<Model, Stage>> {
  const of = (now: boolean) => (model: Model) => among(model).filter((about) => ripe(about, model) === now);
  return {
    [name]: kind({ weight, among: of(true), run }),
    [`${name} anyhow`]: kind({ weight: 1, among: of(false), run }),
  };
}

/** Lacks nothing that its authors can write. */
export const WHOLE: Content = {
  customerProblem: 'Shelves stand empty while money lies in stock.',
  promise: 'We keep your shelves filled.',
  economics: 'A fifth less stock; we gain the whole range.',
  versusCompetitors: 'They deliver what is ordered.',
  versusNothing: 'You go on counting.',
  narrative: 'You stop counting; we fill it up.',
  claims: ['Nobody counts any more.'],
  cohortRule: { field: 'name', op: 'is_not_empty' },
  cohortRationale: 'They reorder the same goods each week.',
  requiredRoles: ['decision_maker'],
  requiredDepartments: ['finance', 'logistics'],
  salesRoleImpact: 'reduces',
  mustLearn: ['Who fears the loss of control?'],
  noObjectionsNote: 'The pilot had convinced them.',
};

/** The real application with its people; each asks what one of them would. */
export class Stage {
  rows!: Rows;
  themeId = '';
  private propositionId = '';

  private constructor(
    readonly app: Installation,
    readonly people: Person[],
    readonly ops: Person,
    private readonly made: World & { playId: string },
  ) {}

  static async open(app: Installation): Promise<Stage> {
    const made = await world(app, { steps: [EMAIL('intro')] });
    const [{ play_id: playId }] = (await app.sql<Json>('SELECT play_id FROM campaign WHERE id = $1', [
      made.campaignId,
    ])) as [Json];
    // nobody decides but those whom the model knows
    await app.sql("UPDATE app_user SET state = 'disabled' WHERE 'executive' = ANY(roles)");
    const people: Person[] = [];
    for (const { role, department } of PEOPLE) people.push(await app.as(role, department));
    return new Stage(app, people, await app.as('sales_ops', 'sales'), { ...made, playId });
  }

  /** A first draft, in which nothing is missing but authors of another department. */
  async reset(model: Model): Promise<void> {
    const founder = this.people[FOUNDER]!;
    const { body } = await founder.post('/propositions', { title: 'Vendor Managed Inventory' });
    this.propositionId = body.id;
    const version = model.draft(WHOLE);
    version.id = body.versions[0].id;
    version.authors.push(FOUNDER);
    version.revision++;
    await founder.patch(`/versions/${version.id}`, WHOLE, { 'if-match': '"1"' });
    const [theme] = await this.app.sql<Json>(
      "INSERT INTO theme (proposition_id, version_id, title, raised_by) VALUES ($1, $2, 'Lock-in', $3) RETURNING id",
      [this.propositionId, version.id, founder.id],
    );
    this.themeId = theme.id;
    await this.read();
  }

  async read(): Promise<Rows> {
    this.rows = await readRows(
      this.app,
      this.propositionId,
      this.people.map(({ id }) => id),
    );
    return this.rows;
  }

  /** What somebody asks is done, or refused with this code and nothing else. */
  async ask(
    who: number | Person,
    [method, path]: [method: string, path: string],
    { body, revision, refused }: { body?: object; revision?: number; refused: string | null },
  ): Promise<Answer<Json>> {
    const person = typeof who === 'number' ? this.people[who]! : who;
    const match: Record<string, string> = revision === undefined ? {} : { 'if-match': `"${revision}"` };
    const answer = await person.send(method, path, body, match);
    const told = answer.status < 300 ? null : (answer.body.code as string);
    if (told !== refused)
      throw new Error(
        `${method} ${path} was ${told === null ? 'done' : `refused: ${JSON.stringify(answer.body)}`}, not ${refused ?? 'done'}`,
      );
    return answer;
  }

  async approvalOf({ id }: Version, { department, round }: Approval): Promise<string> {
    const [row] = await this.app.sql<Json>(
      'SELECT id FROM approval WHERE version_id = $1 AND department = $2 AND round = $3',
      [id, department, round],
    );
    return row.id;
  }

  nextVersion = (): string => `/propositions/${this.propositionId}/versions`;

  /** A cohort that was frozen for this version, and a campaign in draft that takes it there. */
  async drawUp({ id: versionId }: Version): Promise<string> {
    const [snapshot] = await this.app.sql<Json>(
      `WITH frozen AS (SELECT f.id FROM cohort_snapshot f WHERE f.version_id = $2
       ), made AS (
         INSERT INTO cohort_snapshot (cohort_id, version_id, rule, sentence, required_roles, hold_out_percent, seed, organizations, decision_makers, frozen_by)
         SELECT cohort_id, $2, rule, sentence, required_roles, 0, 's', 1, 1, frozen_by FROM cohort_snapshot WHERE id = $1 AND NOT EXISTS (SELECT FROM frozen) RETURNING id
       ) SELECT id FROM frozen UNION ALL SELECT id FROM made`,
      [this.made.snapshotId, versionId],
    );
    const facts = { name: 'Campaign', versionId, snapshotId: snapshot.id, playId: this.made.playId };
    return (await this.ask(this.ops, ['POST', '/campaigns'], { body: facts, refused: null })).body.id;
  }
}

/** As the model names them. */
export const toldBlockers = (blockers: { code: string; department?: string }[]): string[] =>
  blockers.map(({ code, department }) => [code, department].filter(Boolean).join(' ')).toSorted();
