import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue, row, rows, Settings } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { NoColleaguesWaiting } from './colleagues.js';
import { enrolmentTask } from './enrolment-task.js';
import { MEMBER, type AnsweringEnrolment } from './answers.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { DRIVE_QUEUE } from '../queues.js';

interface House {
  campaignId: string;
  organizationId: string;
}

/** Colleagues who are to talk together: they wait for it, with that reason, and are asked after when it does not come about. */
@Injectable()
export class GroupInvitations {
  constructor(
    private readonly tasks: Tasks,
    private readonly settings: Settings,
    private readonly jobQueue: JobQueue,
  ) {}

  /** All who wait because this member answered wait for one talk instead, which a task asks the owner for. */
  async merge(manager: EntityManager, enrolmentId: string, actorId: string): Promise<void> {
    const member = await row<AnsweringEnrolment>(manager, MEMBER, [enrolmentId]);
    const days = await this.settings.get(CAMPAIGN_SETTINGS.groupSessionDays, manager);
    const merged = member
      ? await rows<{ id: string }>(manager, MERGE, [member.campaignId, member.organizationId, days])
      : [];
    if (!member || merged.length === 0)
      throw new NoColleaguesWaiting('No colleague waits for a decision here any more.');
    await manager.query(TELL, [merged.map(({ id }) => id), 'merged', JSON.stringify({ by: actorId })]);
    await this.ask(manager, member);
  }

  /** Who waits no longer, because they spoke: from here on their own answer says what is next. */
  async release(manager: EntityManager, enrolmentIds: string[]): Promise<void> {
    await manager.query(RELEASE, [enrolmentIds]);
  }

  /** Who was invited and did not come goes on, or waits for the next talk, which is asked for. `first`: a member of that house */
  async missed(
    manager: EntityManager,
    {
      campaignId,
      organizationId,
      sessionId,
      absent,
      first,
    }: House & {
      sessionId: string;
      absent: { enrolmentId: string; next: 'again' | 'resume' }[];
      first: string;
    },
  ): Promise<void> {
    for (const { enrolmentId, next } of absent)
      await manager.query(TELL, [[enrolmentId], 'group_missed', JSON.stringify({ next, sessionId })]);
    const resumed = absent.filter(({ next }) => next === 'resume').map(({ enrolmentId }) => enrolmentId);
    const shards = await rows<{ shard: number }>(manager, RELEASE, [resumed]);
    for (const { shard } of shards) this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId, shard });
    const again = absent.filter(({ next }) => next === 'again').map(({ enrolmentId }) => enrolmentId);
    if (again.length === 0) return;
    await manager.query(AGAIN, [again, await this.settings.get(CAMPAIGN_SETTINGS.groupSessionDays, manager)]);
    const member = await row<AnsweringEnrolment>(manager, MEMBER, [first]);
    if (member?.organizationId === organizationId) await this.ask(manager, member);
  }

  /** One task a house and campaign: whoever is merged later joins it. */
  private async ask(manager: EntityManager, member: AnsweringEnrolment): Promise<void> {
    const title = `Bring the people of ${member.organizationName} together`;
    await this.tasks.open(manager, [enrolmentTask(member, { kind: 'group_session', title }, member.now)]);
  }
}

/** $1 campaign, $2 organization, $3 days until it is asked after */
const MERGE = `
UPDATE enrolment SET reason = 'group_session', deferred = NULL, next_action_at = app_now() + make_interval(days => $3::int)
 WHERE campaign_id = $1 AND organization_id = $2 AND state = 'paused' AND reason = 'colleague_reply' RETURNING id`;
/** $1 enrolments */
const RELEASE = `
UPDATE enrolment SET state = CASE WHEN first_touch_at IS NULL THEN 'pending' ELSE 'active' END, reason = NULL, deferred = NULL,
       next_action_at = CASE WHEN step_state = 'in_flight' THEN NULL ELSE app_now() END
 WHERE id = ANY($1::uuid[]) AND state = 'paused' AND reason IN ('colleague_reply', 'group_session') RETURNING shard`;
/** $1 enrolments, $2 days. What a person or their own answer decided stands. */
const AGAIN = `
UPDATE enrolment SET state = 'paused', reason = 'group_session', deferred = NULL, next_action_at = app_now() + make_interval(days => $2::int)
 WHERE id = ANY($1::uuid[]) AND (state IN ('pending', 'active') OR state = 'paused' AND reason IN ('colleague_reply', 'group_session'))`;
/** $1 enrolments, $2 what, $3 detail */
const TELL =
  'INSERT INTO enrolment_event (enrolment_id, what, detail) SELECT id, $2, $3::jsonb FROM unnest($1::uuid[]) id';
