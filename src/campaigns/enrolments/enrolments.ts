import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertNotMerged } from '../../accounts/index.js';
import { JobQueue, NotFound, row, rows } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { DISCARD_FAILED } from '../outbox/message-transitions.js';
import { lockColleagues } from './colleague-lock.js';
import { SHARD_OF } from './drive.sql.js';
import { noteEvents } from './enrolment-events.js';
import { changeEnrolments, each } from './enrolment-transitions.js';
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

  /** Locks it and its colleagues: what is read here stays true until the caller's transaction ends. */
  async facts(manager: EntityManager, id: string): Promise<EnrolmentFacts> {
    await lockColleagues(manager, id);
    const found = await row<EnrolmentFacts>(manager, FACTS, [id]);
    if (!found) throw new EnrolmentNotFound('This person is not in the campaign.');
    return found;
  }

  /** The running, paused and reviewed campaigns that this organization is part of. */
  async liveAt(manager: EntityManager, organizationId: string): Promise<string[]> {
    return (await rows<{ id: string }>(manager, LIVE_AT, [organizationId])).map(({ id }) => id);
  }

  /**
   * A contact found after the launch joins the campaign, marked late, and waits with the colleagues where their wave,
   * or the hold-out, waits. Null when the contact is enrolled already or the campaign is over.
   */
  async addLate(
    manager: EntityManager,
    person: { campaignId: string; contactId: string; organizationId: string; role: string },
  ): Promise<string | null> {
    const { campaignId, contactId, organizationId, role } = person;
    await assertNotMerged(manager, organizationId);
    const made = await row<{ id: string; shard: number }>(manager, JOIN_LATE, [
      campaignId,
      contactId,
      organizationId,
      role,
    ]);
    if (!made) return null;
    await noteEvents(manager, [{ enrolmentId: made.id, what: 'joined_late', step: null, detail: { role } }]);
    this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId, shard: made.shard });
    return made.id;
  }

  /**
   * Those of them that failed alone continue where they stood, and their number is returned: a mail that was surely not
   * handed over is queued anew, what was done before is not repeated. Of two clicks at once, one counts.
   */
  async retry(manager: EntityManager, ids: string[]): Promise<number> {
    const failed = (await rows<{ id: string }>(manager, FAILED, [ids])).map(({ id }) => id);
    const discarded = new Set((await rows<{ id: string }>(manager, DISCARD_FAILED, [failed])).map(({ id }) => id));
    const again = await changeEnrolments(
      manager,
      failed.map((id) => ({ id, transition: discarded.has(id) ? 'retry_step' : 'retry' })),
    );
    const shards = new Map(again.map(({ campaignId, shard }) => [`${campaignId} ${shard}`, { campaignId, shard }]));
    for (const shard of shards.values()) this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, shard);
    return again.length;
  }

  /** A person excludes those that have not ended, with a reason; they stay listed with it. Returns how many. */
  async exclude(manager: EntityManager, ids: string[], reason: string): Promise<number> {
    const changed = await changeEnrolments(
      manager,
      each(ids, { transition: 'exclude', error: reason, detail: { reason } }),
    );
    await this.tasks.cancel(manager, { enrolmentIds: changed.map(({ id }) => id) }, reason);
    return changed.length;
  }
}

/** $1 enrolment */
const FACTS = `
SELECT e.id, e.campaign_id, k.version_id, e.organization_id, e.contact_id, e.role, e.step AS step_key, e.state
  FROM enrolment e
  JOIN campaign k ON k.id = e.campaign_id
 WHERE e.id = $1`;

/** $1 organization */
const LIVE_AT = `
SELECT k.id
  FROM campaign k
 WHERE k.state IN ('running', 'paused', 'in_review')
   AND (EXISTS (SELECT FROM enrolment e WHERE e.campaign_id = k.id AND e.organization_id = $1)
     OR EXISTS (
       SELECT
         FROM snapshot_organization m
        WHERE m.snapshot_id = k.snapshot_id
          AND m.organization_id IN (SELECT id FROM organization WHERE id = $1 OR merged_into = $1)
          AND (m.excluded IS NULL OR m.excluded = 'no_decision_maker')))
 ORDER BY k.id`;

/**
 * The wave is the hold-out of the organization or of a record that was merged into it, that of the colleagues, or the
 * first. $1 campaign, $2 contact, $3 organization, $4 role
 */
const JOIN_LATE = `
WITH place AS (
  SELECT coalesce(
           (SELECT h.ordinal
              FROM snapshot_organization m
              JOIN campaign k ON k.id = $1 AND k.snapshot_id = m.snapshot_id
              JOIN wave h ON h.campaign_id = $1 AND h.hold_out
             WHERE m.organization_id IN (SELECT id FROM organization WHERE id = $3 OR merged_into = $3) AND m.hold_out
             LIMIT 1),
           (SELECT max(wave) FROM enrolment WHERE campaign_id = $1 AND organization_id = $3),
           1) AS wave,
         $3::uuid AS organization_id
), joined AS (
  SELECT k.id AS campaign_id, p.organization_id, coalesce(w.ordinal, 1) AS wave,
         coalesce(w.hold_out, false) AS hold_out,
         w.state IS NULL OR w.state = 'released' AS released
    FROM campaign k
   CROSS JOIN place p
    LEFT JOIN wave w ON w.campaign_id = k.id AND w.ordinal = p.wave
   WHERE k.id = $1 AND k.state IN ('running', 'paused', 'in_review')
)
INSERT INTO enrolment (
  campaign_id, contact_id, organization_id, role, wave, hold_out, shard, late, next_action_at, deferred)
SELECT campaign_id, $2, organization_id, $4, wave, hold_out, ${SHARD_OF}, true,
       CASE WHEN released THEN app_now() END,
       CASE WHEN released THEN NULL WHEN hold_out THEN 'hold_out' ELSE 'wave' END
  FROM joined
    ON CONFLICT (campaign_id, contact_id) WHERE merged_from IS NULL DO NOTHING
RETURNING id, shard`;

/** Locked, so that of two clicks one counts. $1 enrolments */
const FAILED = `
SELECT e.id
  FROM enrolment e
  JOIN campaign k ON k.id = e.campaign_id
 WHERE e.id = ANY($1)
   AND e.state = 'failed'
   AND k.state IN ('running', 'paused', 'in_review')
 ORDER BY e.id
   FOR UPDATE OF e`;
