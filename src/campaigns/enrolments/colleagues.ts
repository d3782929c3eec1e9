import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue, Conflict, row, rows, Settings, touched } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { TAKE_BACK, WAKE_WAITING } from './drive.sql.js';
import { enrolmentTask, type TaskSubject } from './enrolment-task.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { DRIVE_QUEUE } from '../queues.js';

export class NoColleaguesWaiting extends Conflict {}

/** One member answered by themselves: the others of that house wait until a rep, who knows what was said, decides. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly tasks: Tasks,
    private readonly settings: Settings,
    private readonly jobQueue: JobQueue,
  ) {}

  async pause(
    manager: EntityManager,
    replied: TaskSubject & { contactName: string; organizationName: string; now: Date },
  ): Promise<void> {
    const hours = await this.settings.get(CAMPAIGN_SETTINGS.undecidedColleagueHours, manager);
    const paused = await touched(
      manager,
      `UPDATE enrolment SET state = 'paused', reason = 'colleague_reply', deferred = NULL, next_action_at = app_now() + make_interval(hours => $4)
        WHERE campaign_id = $1 AND organization_id = $2 AND id <> $3 AND state IN ('pending', 'active') AND NOT hold_out`,
      [replied.campaignId, replied.organizationId, replied.id, hours],
    );
    if (paused === 0) return;
    const title = `${replied.contactName} answered: decide on ${paused} colleague${paused > 1 ? 's' : ''} at ${replied.organizationName}`;
    await this.tasks.open(manager, [enrolmentTask(replied, { kind: 'colleague_replied', title }, replied.now)]);
  }

  /** `enrolmentId` is whoever answered. Excluding needs a reason; nobody drops out of coverage silently. */
  async decide(
    manager: EntityManager,
    {
      enrolmentId,
      decision,
      reason,
      actorId,
      waitsFor = 'colleague_reply',
    }: {
      enrolmentId: string;
      decision: 'resume' | 'exclude';
      reason: string;
      actorId: string;
      waitsFor?: 'colleague_reply' | 'group_session';
    },
  ): Promise<number> {
    const who = await row<{ campaignId: string; organizationId: string; shard: number }>(
      manager,
      'SELECT campaign_id AS "campaignId", organization_id AS "organizationId", shard FROM enrolment WHERE id = $1',
      [enrolmentId],
    );
    const changed = who
      ? await rows<{ id: string }>(
          manager,
          decision === 'resume'
            ? `UPDATE enrolment SET state = CASE WHEN first_touch_at IS NULL THEN 'pending' ELSE 'active' END, reason = NULL, deferred = NULL,
                      next_action_at = CASE WHEN step_state = 'in_flight' THEN NULL ELSE app_now() END
                WHERE campaign_id = $1 AND organization_id = $2 AND state = 'paused' AND reason = $3 RETURNING id`
            : `UPDATE enrolment SET state = 'excluded', reason = 'manual', error = $4, deferred = NULL, next_action_at = NULL, ended_at = app_now()
                WHERE campaign_id = $1 AND organization_id = $2 AND state = 'paused' AND reason = $3 RETURNING id`,
          [who.campaignId, who.organizationId, waitsFor, ...(decision === 'resume' ? [] : [reason])],
        )
      : [];
    if (!who || changed.length === 0) throw new NoColleaguesWaiting('No colleague waits for a decision here any more.');
    const ids = changed.map(({ id }) => id);
    await manager.query(
      "INSERT INTO enrolment_event (enrolment_id, what, detail) SELECT id, $2, jsonb_build_object('reason', $3::text, 'by', $4::text) FROM unnest($1::uuid[]) id",
      [ids, decision === 'resume' ? 'resumed' : 'excluded', reason, actorId],
    );
    if (decision === 'exclude') {
      await this.tasks.cancel(manager, { enrolmentIds: ids }, reason);
      await manager.query(TAKE_BACK, [ids, actorId]);
      await manager.query(WAKE_WAITING, [[who.organizationId]]);
    }
    this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId: who.campaignId, shard: who.shard });
    return ids.length;
  }
}
