import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { checkPlay, type Step } from '../../../libs/plays/index.js';
import { assertRevision, rows, type FieldProblem } from '../../platform/index.js';
import { PlayInvalid, PlayNotFound } from '../lifecycle/campaigns.errors.js';
import { PlayRow, STATE_OF_PLAY, type PlayState } from './play.entity.js';
import type { NewPlay, PlayChange, PlayView } from './play.view.js';
import { templateProblems } from './templates.js';

const STANDING = `
SELECT p.id, ${STATE_OF_PLAY} AS state,
       (SELECT count(*)::int
          FROM campaign k
         WHERE k.play_id = p.id AND k.state NOT IN ('completed', 'aborted')) AS campaigns
  FROM play p
 WHERE p.id = ANY($1)`;

@Injectable()
export class Plays {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** With what becomes of them, in the same order. */
  async views(plays: PlayRow[], manager: EntityManager = this.source.manager): Promise<PlayView[]> {
    const ids = plays.map(({ id }) => id);
    const found = await rows<{ id: string; state: PlayState; campaigns: number }>(manager, STANDING, [ids]);
    const standing = new Map(found.map((each) => [each.id, each]));
    return plays.map(({ archivedAt: _archived, createdBy: _by, ...play }) => ({ ...play, ...standing.get(play.id)! }));
  }

  async get(id: string, manager: EntityManager = this.source.manager): Promise<PlayView> {
    const play = await manager.findOneBy(PlayRow, { id });
    if (!play) throw new PlayNotFound('There is no such play.');
    return (await this.views([play], manager))[0]!;
  }

  async create(manager: EntityManager, body: NewPlay, by: string): Promise<PlayView> {
    const steps = await readSteps(body.steps);
    const { identifiers } = await manager.insert(PlayRow, { ...body, steps, createdBy: by });
    return this.get(identifiers[0]!.id as string, manager);
  }

  async change(
    manager: EntityManager,
    id: string,
    read: number,
    { archived, steps, ...facts }: PlayChange,
  ): Promise<PlayView> {
    const play = await manager.findOne(PlayRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!play) throw new PlayNotFound('There is no such play.');
    assertRevision(play, read);
    await manager.update(
      PlayRow,
      { id },
      {
        ...facts,
        ...(steps ? { steps: await readSteps(steps) } : {}),
        ...(archived === undefined ? {} : { archivedAt: archived ? () => 'app_now()' : null }),
        revision: read + 1,
        updatedAt: () => 'app_now()',
      },
    );
    return this.get(id, manager);
  }
}

/** Steps as a client sent them. @throws PlayInvalid with everything that is wrong with them */
export async function readSteps(steps: unknown): Promise<Step[]> {
  const errors = await problemsOf(steps);
  const checked = checkPlay({ steps });
  if (errors.length > 0 || 'problems' in checked) throw new PlayInvalid('The play is not right yet.', errors);
  return checked.play.steps;
}

/** What is wrong with these steps, by field: `steps.2.subject`; of each field the first thing. */
export async function problemsOf(steps: unknown): Promise<FieldProblem[]> {
  const checked = checkPlay({ steps });
  if ('play' in checked) return templateProblems(checked.play.steps);
  const found = checked.problems.map(({ path, code, message }) => ({
    field: path.replace(/\[(\d+)\]/g, '.$1'),
    code,
    message,
  }));
  // a mail that is not complete yet still says what its texts name
  for (const problem of await templateProblems(withTexts(steps)))
    if (!found.some(({ field }) => field === problem.field)) found.push(problem);
  return found;
}

/** The same number of steps, so that each keeps its place; of those that cannot be rendered nothing is asked. */
const withTexts = (steps: unknown): Step[] =>
  (Array.isArray(steps) ? (steps as unknown[]) : []).map((step) => {
    const { kind, subject, body, mjml, lenses } = (step ?? {}) as Record<string, unknown>;
    if ((kind !== 'email' && kind !== 'interest_check') || !isText(subject) || !isText(body))
      return { kind: 'wait' } as Step;
    const readable = Object.entries(lenses ?? {}).filter(([, text]) => isText(text));
    return {
      kind,
      subject,
      body,
      lenses: Object.fromEntries(readable),
      ...(isText(mjml) ? { mjml } : {}),
    } as unknown as Step;
  });

const isText = (value: unknown): value is string => typeof value === 'string';
