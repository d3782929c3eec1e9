import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, JobQueue, row, rows, Settings } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { enrolmentTask, type TaskSubject } from './enrolment-task.js';
import { changeEnrolments, each } from './enrolment-transitions.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { DRIVE_QUEUE } from '../queues.js';

export class NoColleaguesWaiting extends Conflict {}

const HOUR = 3_600_000;

/**
 * One contact answered without a rep: the colleagues in that organization are paused until a rep, who knows what was
 * said, decides.
 */
@Injectable()
export class Colleagues {
  constructor(
    private readonly tasks: Tasks,
    private readonly settings: Settings,
    private readonly jobQueue: JobQueue,
  ) {}

  async pause(
    manager: EntityManager,
    answered: TaskSubject & { contactName: string; organizationName: string; now: Date },
  ): Promise<void> {
    const { id, campaignId, organizationId, contactName, organizationName, now } = answered;
    const hours = await this.settings.get(CAMPAIGN_SETTINGS.undecidedColleagueHours, manager);
    const colleagues = await rows<{ id: string }>(manager, OPEN_COLLEAGUES, [campaignId, organizationId, id]);
    const paused = await changeEnrolments(
      manager,
      each(
        colleagues.map((colleague) => colleague.id),
        {
          transition: 'pause_colleague',
          until: new Date(now.getTime() + hours * HOUR),
          detail: { colleague: id },
        },
      ),
    );
    if (paused.length === 0) return;
    const colleaguesPaused = `${paused.length} colleague${paused.length > 1 ? 's' : ''}`;
    const title = `${contactName} answered: decide on ${colleaguesPaused} at ${organizationName}`;
    await this.tasks.open(manager, [enrolmentTask(answered, { kind: 'colleague_replied', title }, now)]);
  }

  /**
   * `enrolmentId` is the one that answered. Excluding needs a reason: no colleague drops out of coverage without one.
   */
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
    const answered = await row<{ campaignId: string; organizationId: string; shard: number }>(manager, WHERE, [
      enrolmentId,
    ]);
    if (!answered) throw new NoColleaguesWaiting('No colleague waits for a decision here any more.');
    const { campaignId, organizationId, shard } = answered;
    const waiting = await waitingColleagues(manager, campaignId, organizationId, waitsFor);
    const facts = { detail: { reason }, by: actorId };
    const changed = await changeEnrolments(
      manager,
      each(
        waiting,
        decision === 'resume'
          ? { ...facts, transition: 'resume_colleague' }
          : { ...facts, transition: 'exclude', error: reason },
      ),
    );
    if (changed.length === 0) throw new NoColleaguesWaiting('No colleague waits for a decision here any more.');
    if (decision === 'exclude') await this.tasks.cancel(manager, { enrolmentIds: changed.map(({ id }) => id) }, reason);
    this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId, shard });
    return changed.length;
  }
}

/** Locked, so that of two decisions at once one counts. */
export async function waitingColleagues(
  manager: EntityManager,
  campaignId: string,
  organizationId: string,
  waitsFor: 'colleague_reply' | 'group_session',
): Promise<string[]> {
  const found = await rows<{ id: string }>(manager, WAITING_COLLEAGUES, [campaignId, organizationId, waitsFor]);
  return found.map(({ id }) => id);
}

/** $1 enrolment */
const WHERE = `
SELECT campaign_id, organization_id, shard
  FROM enrolment
 WHERE id = $1`;

/** $1 campaign, $2 organization, $3 the enrolment that answered */
const OPEN_COLLEAGUES = `
SELECT id
  FROM enrolment
 WHERE campaign_id = $1
   AND organization_id = $2
   AND id <> $3
   AND state IN ('pending', 'active')
   AND NOT hold_out
 ORDER BY id
   FOR NO KEY UPDATE`;

/** $1 campaign, $2 organization, $3 reason */
const WAITING_COLLEAGUES = `
SELECT id
  FROM enrolment
 WHERE campaign_id = $1
   AND organization_id = $2
   AND state = 'paused'
   AND reason = $3
 ORDER BY id
   FOR NO KEY UPDATE`;
