import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Bell, Conflict, NotFound, row, touched } from '../platform/index.js';
import { Tasks } from '../work/index.js';
import { SHARD_OF, TAKE_BACK, WRITE_EVENTS } from './drive.sql.js';

export class EnrolmentUnknown extends NotFound {}
class EnrolmentEnded extends Conflict {}

export interface EnrolmentFacts {
  id: string;
  campaignId: string;
  versionId: string;
  organizationId: string;
  contactId: string;
  role: string;
  stepKey: string | null;
  state: string;
}

@Injectable()
export class Enrolments {
  constructor(
    private readonly tasks: Tasks,
    private readonly bell: Bell,
  ) {}

  /** Locks the row: what is read here stays true until the caller's transaction ends. */
  async facts(manager: EntityManager, id: string): Promise<EnrolmentFacts> {
    const found = await row<EnrolmentFacts>(
      manager,
      `SELECT e.id, e.campaign_id AS "campaignId", k.version_id AS "versionId", e.organization_id AS "organizationId", e.contact_id AS "contactId", e.role, e.step AS "stepKey", e.state
         FROM enrolment e JOIN campaign k ON k.id = e.campaign_id WHERE e.id = $1 FOR UPDATE OF e`,
      [id],
    );
    if (!found) throw new EnrolmentUnknown('This person is not in the campaign.');
    return found;
  }

  /** Somebody found after the launch joins the campaign, marked late. Null when they are in it already or it is over. */
  async addLate(
    manager: EntityManager,
    person: { campaignId: string; contactId: string; organizationId: string; role: string },
  ): Promise<string | null> {
    const made = await row<{ id: string; shard: number }>(
      manager,
      `INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, wave, shard, late, next_action_at)
       SELECT k.id, $2, organization_id, $4, coalesce((SELECT max(wave) FROM enrolment WHERE campaign_id = $1 AND organization_id = $3), 1), ${SHARD_OF}, true, app_now()
         FROM campaign k, (SELECT $3::uuid AS organization_id) o WHERE k.id = $1 AND k.state IN ('running', 'paused', 'in_review')
       ON CONFLICT (campaign_id, contact_id) DO NOTHING RETURNING id, shard`,
      [person.campaignId, person.contactId, person.organizationId, person.role],
    );
    if (!made) return null;
    await manager.query(WRITE_EVENTS, [
      JSON.stringify([{ enrolmentId: made.id, what: 'joined_late', step: null, detail: { role: person.role } }]),
    ]);
    this.bell.ringAfter(manager, 'drive', { campaignId: person.campaignId, shard: made.shard });
    return made.id;
  }

  /** A person takes a member out, with a reason. It stays listed, with that reason. */
  async exclude(manager: EntityManager, id: string, reason: string): Promise<void> {
    const changed = await touched(
      manager,
      "UPDATE enrolment SET state = 'excluded', reason = 'manual', error = $2, next_action_at = NULL, ended_at = app_now() WHERE id = $1 AND ended_at IS NULL",
      [id, reason],
    );
    if (changed === 0)
      throw new EnrolmentEnded('This person’s part in the campaign is over already, or there is no such person.');
    await manager.query(TAKE_BACK, [[id], 'excluded']);
    await this.tasks.cancel(manager, { enrolmentIds: [id] }, reason);
    await manager.query(WRITE_EVENTS, [
      JSON.stringify([{ enrolmentId: id, what: 'excluded', step: null, detail: { reason } }]),
    ]);
  }
}
