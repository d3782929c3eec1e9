import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue, NotFound, row, rows } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { SHARD_OF, TAKE_BACK, WRITE_EVENTS } from './drive.sql.js';
import { DRIVE_QUEUE } from '../queues.js';

export class EnrolmentNotFound extends NotFound {}

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
    private readonly jobQueue: JobQueue,
  ) {}

  /** Locks the row: what is read here stays true until the caller's transaction ends. */
  async facts(manager: EntityManager, id: string): Promise<EnrolmentFacts> {
    const found = await row<EnrolmentFacts>(
      manager,
      `SELECT e.id, e.campaign_id AS "campaignId", k.version_id AS "versionId", e.organization_id AS "organizationId", e.contact_id AS "contactId", e.role, e.step AS "stepKey", e.state
         FROM enrolment e JOIN campaign k ON k.id = e.campaign_id WHERE e.id = $1 FOR UPDATE OF e`,
      [id],
    );
    if (!found) throw new EnrolmentNotFound('This person is not in the campaign.');
    return found;
  }

  /** The campaigns under way that this organization is part of. */
  async liveAt(manager: EntityManager, organizationId: string): Promise<string[]> {
    return (await rows<{ id: string }>(manager, LIVE_AT, [organizationId])).map(({ id }) => id);
  }

  /**
   * Somebody found after the launch joins the campaign, marked late, and waits with the colleagues where their wave, or the hold-out,
   * waits. Null when they are in it already or it is over.
   */
  async addLate(
    manager: EntityManager,
    person: { campaignId: string; contactId: string; organizationId: string; role: string },
  ): Promise<string | null> {
    const made = await row<{ id: string; shard: number }>(manager, JOIN_LATE, [
      person.campaignId,
      person.contactId,
      person.organizationId,
      person.role,
    ]);
    if (!made) return null;
    await manager.query(WRITE_EVENTS, [
      JSON.stringify([{ enrolmentId: made.id, what: 'joined_late', step: null, detail: { role: person.role } }]),
    ]);
    this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId: person.campaignId, shard: made.shard });
    return made.id;
  }

  /**
   * Those of them that failed alone go on where they stood, and their number is returned: a mail that was surely not handed over is made
   * anew, whatever was done before is not. Of two clicks at once, one counts.
   */
  async retry(manager: EntityManager, ids: string[]): Promise<number> {
    const again = await rows<{ id: string; campaignId: string; shard: number; step: string | null }>(manager, RETRY, [
      ids,
    ]);
    await manager.query(WRITE_EVENTS, [
      JSON.stringify(again.map(({ id, step }) => ({ enrolmentId: id, what: 'retried', step, detail: null }))),
    ]);
    const shards = new Map(again.map(({ campaignId, shard }) => [`${campaignId} ${shard}`, { campaignId, shard }]));
    for (const shard of shards.values()) this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, shard);
    return again.length;
  }

  /** A person takes out those whose part is not over, with a reason; they stay listed with it. Returns how many. */
  async exclude(manager: EntityManager, ids: string[], reason: string): Promise<number> {
    const out = (await rows<{ id: string }>(manager, EXCLUDE, [ids, reason])).map(({ id }) => id);
    await manager.query(TAKE_BACK, [out, 'excluded']);
    await this.tasks.cancel(manager, { enrolmentIds: out }, reason);
    await manager.query(WRITE_EVENTS, [
      JSON.stringify(out.map((id) => ({ enrolmentId: id, what: 'excluded', step: null, detail: { reason } }))),
    ]);
    return out.length;
  }
}

const LIVE_AT = `
SELECT k.id FROM campaign k
 WHERE k.state IN ('running', 'paused', 'in_review')
   AND (EXISTS (SELECT FROM enrolment e WHERE e.campaign_id = k.id AND e.organization_id = $1)
     OR EXISTS (SELECT FROM snapshot_organization m WHERE m.snapshot_id = k.snapshot_id AND m.organization_id = $1 AND (m.excluded IS NULL OR m.excluded = 'no_decision_maker')))
 ORDER BY k.id`;
/** $1 campaign, $2 contact, $3 organization, $4 role */
const JOIN_LATE = `
INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, wave, hold_out, shard, late, next_action_at, deferred)
SELECT k.id, $2, organization_id, $4, coalesce(w.ordinal, 1), coalesce(w.hold_out, false), ${SHARD_OF}, true,
       CASE WHEN w.state IS NULL OR w.state = 'released' THEN app_now() END,
       CASE WHEN w.state IS NULL OR w.state = 'released' THEN NULL WHEN w.hold_out THEN 'hold_out' ELSE 'wave' END
  FROM campaign k CROSS JOIN (SELECT $3::uuid AS organization_id) o
  LEFT JOIN wave w ON w.campaign_id = k.id AND w.ordinal = coalesce(
    (SELECT max(wave) FROM enrolment WHERE campaign_id = $1 AND organization_id = $3),
    (SELECT h.ordinal FROM snapshot_organization m JOIN wave h ON h.campaign_id = $1 AND h.hold_out WHERE m.snapshot_id = k.snapshot_id AND m.organization_id = $3 AND m.hold_out),
    1)
 WHERE k.id = $1 AND k.state IN ('running', 'paused', 'in_review')
ON CONFLICT (campaign_id, contact_id) DO NOTHING RETURNING id, shard`;
/** $1 enrolments, $2 reason */
const EXCLUDE = `
WITH member AS (SELECT id FROM enrolment WHERE id = ANY($1) AND ended_at IS NULL ORDER BY id FOR UPDATE)
UPDATE enrolment e SET state = 'excluded', reason = 'manual', error = $2, next_action_at = NULL, ended_at = app_now()
  FROM member m WHERE e.id = m.id RETURNING e.id`;
/** $1 enrolments. A failed message goes, so that its step can be asked for once more; one that may have left is no failed one. */
const RETRY = `
WITH member AS (
  SELECT e.id, e.step FROM enrolment e JOIN campaign k ON k.id = e.campaign_id
   WHERE e.id = ANY($1) AND e.state = 'failed' AND k.state IN ('running', 'paused', 'in_review') ORDER BY e.id FOR UPDATE OF e
), gone AS (
  DELETE FROM dispatch d USING member m WHERE d.enrolment_id = m.id AND d.step_key = m.step AND d.state = 'failed' RETURNING d.enrolment_id
)
UPDATE enrolment e
   SET state = 'active', reason = NULL, error = NULL, ended_at = NULL, next_action_at = app_now(),
       step_state = CASE WHEN EXISTS (SELECT FROM gone g WHERE g.enrolment_id = e.id) THEN 'due' ELSE e.step_state END
  FROM member m WHERE e.id = m.id
RETURNING e.id, e.campaign_id AS "campaignId", e.shard, e.step`;
