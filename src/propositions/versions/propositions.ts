import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Conflict, NotFound, row, rows, type Actor } from '../../platform/index.js';
import { VersionAuthor } from './author.entity.js';
import { assertAuthorOrExecutive } from '../permissions.js';
import { Proposition } from './proposition.entity.js';
import { OPEN, PropositionVersion } from './version.entity.js';

class PropositionNotFound extends NotFound {}
class VersionOpen extends Conflict {}

/** All that was written but the note on internal objections, which is each version's own. */
const COPIED = `customer_problem, promise, economics, versus_competitors, versus_nothing, narrative, lenses, claims, terms,
       cohort_rule, cohort_rationale, required_roles, required_departments, sales_role_impact, must_learn`;

/** $1 proposition, $2 creator */
const COPY_NEWEST = `
INSERT INTO proposition_version (proposition_id, number, created_by, ${COPIED})
SELECT proposition_id, number + 1, $2, ${COPIED}
  FROM proposition_version
 WHERE proposition_id = $1
 ORDER BY number DESC
 LIMIT 1
RETURNING id`;

/** $1 from version, $2 to version: those who still work here, with the department they are in now. */
const COPY_AUTHORS = `
INSERT INTO version_author (version_id, user_id, department)
SELECT $2, u.id, u.department FROM version_author w JOIN app_user u ON u.id = w.user_id AND u.state = 'active'
  WHERE w.version_id = $1
ON CONFLICT DO NOTHING`;

@Injectable()
export class Propositions {
  async create(
    manager: EntityManager,
    actor: Actor,
    facts: Pick<Proposition, 'title' | 'summary' | 'language'>,
  ): Promise<string> {
    const { identifiers } = await manager.insert(Proposition, { ...facts, createdBy: actor.id });
    const propositionId = identifiers[0]!.id as string;
    const version = await manager.insert(PropositionVersion, { propositionId, number: 1, createdBy: actor.id });
    await this.sign(manager, actor, version.identifiers[0]!.id as string);
    return propositionId;
  }

  async get(manager: EntityManager, id: string): Promise<Proposition> {
    const proposition = await manager.findOneBy(Proposition, { id });
    if (!proposition) throw new PropositionNotFound('There is no such proposition.');
    return proposition;
  }

  /** A new draft that starts as a copy of the newest version; its id. */
  async next(manager: EntityManager, actor: Actor, propositionId: string): Promise<string> {
    await this.get(manager, propositionId);
    // two people asking at once: the second finds the first one's draft
    await manager.findOneOrFail(Proposition, { where: { id: propositionId }, lock: { mode: 'for_no_key_update' } });
    const open = await manager.findOneBy(PropositionVersion, { propositionId, state: In(OPEN) });
    if (open)
      throw new VersionOpen(`Version ${open.number} is ${open.state}: work on that one, or retire it first.`, {
        versionId: open.id,
        state: open.state,
      });
    const newest = await manager.findOneOrFail(PropositionVersion, {
      where: { propositionId },
      order: { number: 'DESC' },
    });
    await assertAuthorOrExecutive(manager, newest.id, actor);
    const { id } = (await row<{ id: string }>(manager, COPY_NEWEST, [propositionId, actor.id]))!;
    await this.sign(manager, actor, id);
    await rows(manager, COPY_AUTHORS, [newest.id, id]);
    return id;
  }

  private async sign(manager: EntityManager, actor: Actor, versionId: string): Promise<void> {
    await manager.insert(VersionAuthor, { versionId, userId: actor.id, department: actor.department! });
  }
}
