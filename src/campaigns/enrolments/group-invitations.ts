import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, JobQueue, row, Settings } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { ANSWERING_ENROLMENT, type AnsweringEnrolment } from './answers.js';
import { lockColleagues } from './colleague-lock.js';
import { NoColleaguesWaiting, waitingColleagues } from './colleagues.js';
import { noteEvents } from './enrolment-events.js';
import { enrolmentTask } from './enrolment-task.js';
import { changeEnrolments, each, type EnrolmentChange } from './enrolment-transitions.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { DRIVE_QUEUE } from '../queues.js';

const DAY = 86_400_000;

interface MissedSession {
  campaignId: string;
  organizationId: string;
  sessionId: string;
  absent: { enrolmentId: string; next: 'again' | 'resume' }[];
  /** an enrolment of that organization */
  first: string;
}

/** Colleagues who are to talk together: paused for that session, and asked after when it does not come about. */
@Injectable()
export class GroupInvitations {
  constructor(
    private readonly tasks: Tasks,
    private readonly settings: Settings,
    private readonly jobQueue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * All that are paused because this contact answered wait for one group session instead, which a task asks the owner
   * for.
   */
  async merge(manager: EntityManager, enrolmentId: string, actorId: string): Promise<void> {
    await lockColleagues(manager, enrolmentId);
    const enrolment = await row<AnsweringEnrolment>(manager, ANSWERING_ENROLMENT, [enrolmentId]);
    if (!enrolment) throw new NoColleaguesWaiting('No colleague waits for a decision here any more.');
    const { campaignId, organizationId } = enrolment;
    const waiting = await waitingColleagues(manager, campaignId, organizationId, 'colleague_reply');
    const until = await this.askAgainAt(manager);
    const merged = await changeEnrolments(
      manager,
      each(waiting, { transition: 'merge_into_group', until, by: actorId }),
    );
    if (merged.length === 0) throw new NoColleaguesWaiting('No colleague waits for a decision here any more.');
    await this.ask(manager, enrolment);
  }

  /** They spoke: from here on their own answer says what is next. */
  async release(manager: EntityManager, enrolmentIds: string[]): Promise<void> {
    await changeEnrolments(manager, each(enrolmentIds, { transition: 'resume_colleague' }));
  }

  /** Those invited who did not come resume, or wait for the next session, which is asked for. */
  async missed(
    manager: EntityManager,
    { campaignId, organizationId, sessionId, absent, first }: MissedSession,
  ): Promise<void> {
    const until = await this.askAgainAt(manager);
    const changes = absent.map(({ enrolmentId: id, next }): EnrolmentChange => {
      const detail = { next, sessionId };
      return next === 'again'
        ? { id, transition: 'await_next_group', until, detail }
        : { id, transition: 'resume_after_group', detail };
    });
    const changed = await changeEnrolments(manager, changes);
    // what a person or their own answer decided stands, and they were absent all the same
    await noteEvents(
      manager,
      changes
        .filter(({ id }) => !changed.some((one) => one.id === id))
        .map(({ id, detail = null }) => ({ enrolmentId: id, what: 'group_missed', step: null, detail })),
    );
    for (const { shard } of changed) this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId, shard });
    if (absent.every(({ next }) => next === 'resume')) return;
    const enrolment = await row<AnsweringEnrolment>(manager, ANSWERING_ENROLMENT, [first]);
    if (enrolment?.organizationId === organizationId) await this.ask(manager, enrolment);
  }

  private async askAgainAt(manager: EntityManager): Promise<Date> {
    const days = await this.settings.get(CAMPAIGN_SETTINGS.groupSessionDays, manager);
    return new Date((await this.clock.now(manager)).getTime() + days * DAY);
  }

  /** One task for each organization and campaign: a colleague that is merged later joins it. */
  private async ask(manager: EntityManager, enrolment: AnsweringEnrolment): Promise<void> {
    const title = `Bring the people of ${enrolment.organizationName} together`;
    await this.tasks.open(manager, [enrolmentTask(enrolment, { kind: 'group_session', title }, enrolment.now)]);
  }
}
