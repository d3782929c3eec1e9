import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  OrganizationMergeParts,
  type MergeConflict,
  type MergeDecision,
  type MergePart,
  type Moved,
} from '../accounts/index.js';
import { row, rows } from '../platform/index.js';
import { Ownerships } from './ownership/ownerships.js';
import { LOCK_TASKS } from './ownership/ownerships.sql.js';

/** Tasks go with the organization and to its owner: of two owners the kept one's, unless a person takes the other. */
@Injectable()
export class OrganizationTaskMerging implements MergePart, OnModuleInit {
  constructor(
    private readonly parts: OrganizationMergeParts,
    private readonly ownerships: Ownerships,
  ) {}

  onModuleInit(): void {
    this.parts.register('work', this);
  }

  async hold(manager: EntityManager, organizationIds: string[]): Promise<void> {
    await manager.query(LOCK_TASKS, [organizationIds]);
  }

  async conflicts(manager: EntityManager, survivorId: string, mergedId: string): Promise<MergeConflict[]> {
    const [kept, other] = [await owner(manager, survivorId), await owner(manager, mergedId)];
    return kept && other && kept.id !== other.id ? [{ field: 'owner', kept: kept.name, other: other.name }] : [];
  }

  async move(manager: EntityManager, from: string, to: string, { take, by }: MergeDecision): Promise<Moved> {
    const [theirs, ours] = [await owner(manager, from), await owner(manager, to)];
    const next = theirs && (take.includes('owner') || (!ours && theirs.active)) ? theirs : ours;
    const given = next && next.id !== ours?.id;
    if (given)
      await this.ownerships.reassign(manager, [to], { repId: next.id, reason: 'Merged organizations', changedBy: by });
    const tasksCancelled = idsOf(await rows(manager, CANCEL_SECOND, [from, to, CANCELLED]));
    const tasks = idsOf(await rows(manager, MOVE_TASKS, [from, to]));
    const tasksHandedOver = idsOf(await rows(manager, HAND_OVER_THESE, [tasks, next?.id ?? null]));
    const changed = given ? [`${ours?.id ?? NOBODY} ${next.id}`] : [];
    const moved = { tasks, tasksHandedOver, tasksCancelled, owner: changed };
    return Object.fromEntries(Object.entries(moved).filter(([, ids]) => ids.length > 0));
  }

  async back(manager: EntityManager, moved: Moved, from: string, to: string): Promise<void> {
    const { tasks = [], tasksCancelled = [], owner: changed = [] } = moved;
    await manager.query(MOVE_TASKS_BACK, [from, to, tasks]);
    await manager.query(OPEN_AGAIN, [tasksCancelled, CANCELLED]);
    await manager.query(HAND_OVER_THESE, [tasks, (await owner(manager, from))?.id ?? null]);
    for (const change of changed) await this.ownedAsBefore(manager, to, change.split(' ') as [string, string]);
  }

  /** Unless the organization was given to somebody else since. */
  private async ownedAsBefore(manager: EntityManager, id: string, [before, after]: [string, string]): Promise<void> {
    if ((await owner(manager, id))?.id !== after) return;
    await manager.query(before === NOBODY ? DISOWN : OWNED_BY, before === NOBODY ? [id] : [id, before]);
    await manager.query(HAND_OVER_ALL, [id, before === NOBODY ? null : before]);
  }
}

const NOBODY = 'none';
const CANCELLED = 'Merged with another record of the organization.';
const idsOf = (found: { id: string }[]): string[] => found.map(({ id }) => id);

interface Owner {
  id: string;
  name: string;
  /** a rep who may be given organizations */
  active: boolean;
}
const owner = (manager: EntityManager, organizationId: string): Promise<Owner | undefined> =>
  row<Owner>(manager, OWNER, [organizationId]);

/** $1 organization */
const OWNER = `
SELECT u.id, u.name, u.state = 'active' AND 'rep' = ANY(u.roles) AS active
  FROM ownership w
  JOIN app_user u ON u.id = w.rep_id
 WHERE w.organization_id = $1`;

/** An organization is asked for one of these once in a campaign. */
const SECOND = `t.state IN ('open', 'claimed', 'snoozed')
   AND t.kind IN ('find_contact', 'group_session')
   AND EXISTS (
     SELECT
       FROM task s
      WHERE s.organization_id = $2
        AND s.campaign_id = t.campaign_id
        AND s.kind = t.kind
        AND (s.title = t.title OR s.kind = 'group_session')
        AND s.state IN ('open', 'claimed', 'snoozed'))`;

/** What a rep holds at this moment stays with the merged record until it is closed. $1 from, $2 to, $3 reason */
const CANCEL_SECOND = `
UPDATE task t
   SET state = 'cancelled', lease_until = NULL, cancel_reason = $3
 WHERE organization_id = $1 AND t.state <> 'claimed' AND ${SECOND}
RETURNING id::text`;
const MOVE_TASKS = `
UPDATE task t
   SET organization_id = $2
 WHERE organization_id = $1 AND NOT (${SECOND})
RETURNING id::text`;
const MOVE_TASKS_BACK = 'UPDATE task SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])';
/** $1 tasks, $2 reason */
const OPEN_AGAIN = `
UPDATE task
   SET state = 'open', cancel_reason = NULL
 WHERE id = ANY($1::uuid[]) AND state = 'cancelled' AND cancel_reason = $2`;

const TO_THE_REP = `
   SET rep_id = $2, claimed_by = CASE WHEN state = 'claimed' THEN claimed_by END
 WHERE state IN ('open', 'snoozed', 'claimed') AND rep_id IS DISTINCT FROM $2::uuid`;
/** $1 tasks, $2 rep or null: the queue of all */
const HAND_OVER_THESE = `UPDATE task ${TO_THE_REP} AND id = ANY($1::uuid[]) RETURNING id::text`;
/** $1 organization, $2 rep or null */
const HAND_OVER_ALL = `UPDATE task ${TO_THE_REP} AND organization_id = $1`;
const DISOWN = 'DELETE FROM ownership WHERE organization_id = $1';
const OWNED_BY = 'UPDATE ownership SET rep_id = $2, since = app_now() WHERE organization_id = $1';
