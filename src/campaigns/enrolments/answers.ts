import { Injectable } from '@nestjs/common';
import {
  afterSettlement,
  DISPOSITION_FACTS,
  settle,
  type AnswerEffect,
  type Disposition,
  type Interest,
  type Step,
} from '../../../libs/plays/index.js';
import type { EntityManager } from 'typeorm';
import { JobQueue, NotFound, row, rows, Settings } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { lockColleagues } from './colleague-lock.js';
import { Colleagues } from './colleagues.js';
import { PLAY_COLUMNS } from './drive.sql.js';
import { enrolmentTask } from './enrolment-task.js';
import { changeEnrolments, type EnrolmentChange } from './enrolment-transitions.js';
import type { DueEnrolment } from './step-decision.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { DRIVE_QUEUE } from '../queues.js';

const DAY = 86_400_000;

class EnrolmentNotFound extends NotFound {}

export interface Answer {
  enrolmentId: string;
  disposition: Disposition;
  notBefore?: Date | null;
  interest?: Interest | 'unknown';
  /** a rep decides for the colleagues too; an answer that came in by itself pauses them until a rep decides */
  source: 'rep' | 'response_page' | 'reply';
}

/** One enrolment as an answer finds it; locked before, by lockColleagues. $1 enrolment */
export const ANSWERING_ENROLMENT = `
SELECT ${PLAY_COLUMNS},
       e.shard, e.next_action_at, k.steps, app_now() AS now
  FROM enrolment e
  JOIN campaign k ON k.id = e.campaign_id
  JOIN contact c ON c.id = e.contact_id
  JOIN organization o ON o.id = e.organization_id
 WHERE e.id = $1`;

export type AnsweringEnrolment = DueEnrolment & { shard: number; steps: Step[]; now: Date; nextActionAt: Date | null };

/**
 * What an answer does to its enrolment. Called from above, in the transaction that writes the record of the
 * conversation.
 */
@Injectable()
export class Answers {
  constructor(
    private readonly tasks: Tasks,
    private readonly colleagues: Colleagues,
    private readonly settings: Settings,
    private readonly jobQueue: JobQueue,
  ) {}

  async settle(manager: EntityManager, answer: Answer): Promise<void> {
    await lockColleagues(manager, answer.enrolmentId);
    const enrolment = await row<AnsweringEnrolment>(manager, ANSWERING_ENROLMENT, [answer.enrolmentId]);
    if (!enrolment) throw new EnrolmentNotFound('This person is not in the campaign.');
    const { disposition, source } = answer;
    const { now } = enrolment;
    const notBefore = answer.notBefore ?? (await this.laterDay(manager, disposition, now));
    const effect = settle(enrolment, { steps: enrolment.steps }, { disposition, notBefore }, now);
    const change = changeOf(enrolment, effect, now);
    await changeEnrolments(manager, [{ ...change, detail: { disposition, source, next: effect.do } }]);
    const { connected } = DISPOSITION_FACTS[disposition];
    const touches = source === 'rep' ? 1 : 0;
    await manager.query(RECORD_ANSWER, [enrolment.id, disposition, connected, answer.interest ?? null, touches]);
    if (change.fixRequested && !enrolment.fixRequested) await this.askForNumber(manager, enrolment);
    if (effect.do === 'finish')
      await this.tasks.cancel(manager, { enrolmentIds: [enrolment.id] }, 'The person answered.');
    if (
      source !== 'rep' &&
      // "I am the wrong person" says nothing about the organization, and the contact that was named must not wait
      disposition !== 'connected_referred' &&
      connected &&
      effect.do === 'finish' &&
      effect.state === 'finished'
    )
      await this.colleagues.pause(manager, enrolment);
    this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId: enrolment.campaignId, shard: enrolment.shard });
  }

  private async laterDay(manager: EntityManager, disposition: Disposition, now: Date): Promise<Date | null> {
    if (disposition !== 'connected_not_now') return null;
    return new Date(now.getTime() + (await this.settings.get(CAMPAIGN_SETTINGS.notNowDays, manager)) * DAY);
  }

  /** The contact has a usable address or number again: enrolments that asked for it are due. */
  async contactFixed(manager: EntityManager, contactId: string): Promise<void> {
    const due = await rows<{ campaignId: string; shard: number }>(manager, CONTACT_FIXED, [contactId]);
    for (const each of due) this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, each);
  }

  /** There is no address or number to be found: the enrolment leaves the step that needs it. */
  async contactNotFound(manager: EntityManager, enrolmentId: string): Promise<void> {
    await this.settle(manager, { enrolmentId, disposition: 'wrong_number', source: 'rep' });
    await manager.query(NOTHING_TO_FIX, [enrolmentId]);
  }

  private async askForNumber(manager: EntityManager, enrolment: AnsweringEnrolment): Promise<void> {
    const title = `Find a phone number for ${enrolment.contactName}`;
    await this.tasks.open(manager, [
      enrolmentTask(enrolment, { kind: 'fix_contact', title, stepKey: enrolment.step }, enrolment.now),
    ]);
  }
}

function changeOf(enrolment: AnsweringEnrolment, effect: AnswerEffect, now: Date): EnrolmentChange {
  const { id, reason, state, fixRequested, nextActionAt } = enrolment;
  const { state: after, ...position } = { ...afterSettlement(enrolment, effect, now), id, fixRequested };
  const continues = { ...position, state: after === 'paused' ? ('active' as const) : after };
  // one that a colleague's answer or a person paused stays so until a person decides
  const held =
    state === 'paused' && (reason === 'colleague_reply' || reason === 'group_session' || reason === 'manual');
  switch (effect.do) {
    case 'finish':
      return effect.state === 'opted_out'
        ? { ...position, transition: 'answer_opts_out' }
        : { ...position, transition: 'answer_finishes', reason: effect.reason };
    case 'pause':
      return { ...position, transition: 'answer_pauses', until: effect.until };
    case 'retry': {
      const asks = { fixRequested: fixRequested || effect.fixContact === 'phone' };
      return held
        ? { ...position, ...asks, transition: 'answer_recorded', until: null }
        : { ...continues, ...asks, transition: 'answer_continues', until: effect.at };
    }
    case 'advance':
      // what the reply said is recorded now, and did not end it: the play continues
      return state === 'active' ||
        state === 'pending' ||
        (state === 'paused' && (reason === 'replied' || reason === 'awaiting_rep'))
        ? { ...continues, transition: 'answer_continues', until: now }
        : { ...position, transition: 'answer_recorded', until: held ? null : nextActionAt };
  }
}

/** $1 enrolment, $2 disposition, $3 connected, $4 interest or null: as before, $5 touches */
const RECORD_ANSWER = `
UPDATE enrolment
   SET last_disposition = $2,
       conversed = conversed OR $3,
       interest = coalesce($4, interest),
       touches = touches + $5::int
 WHERE id = $1`;

/** $1 contact */
const CONTACT_FIXED = `
UPDATE enrolment
   SET fix_requested = false,
       next_action_at = CASE
         WHEN state IN ('pending', 'active') AND step_state = 'due' THEN app_now()
         ELSE next_action_at
       END
 WHERE contact_id = $1 AND fix_requested AND ended_at IS NULL
RETURNING campaign_id, shard`;

/** Looking for a number is no touch. $1 enrolment */
const NOTHING_TO_FIX = `UPDATE enrolment SET fix_requested = false, touches = greatest(touches - 1, 0) WHERE id = $1`;
