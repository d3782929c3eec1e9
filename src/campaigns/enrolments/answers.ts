import { Injectable } from '@nestjs/common';
import {
  afterSettlement,
  DISPOSITION_FACTS,
  settle,
  type Disposition,
  type Interest,
  type AnswerEffect,
  type Step,
} from '../../../libs/plays/index.js';
import type { EntityManager } from 'typeorm';
import { MAY_CALL_SQL, MAY_MAIL_SQL } from '../../accounts/index.js';
import { JobQueue, NotFound, row, rows, Settings } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { Colleagues } from './colleagues.js';
import { WAKE_WAITING, WRITE_EVENTS, WRITE_MEMBERS } from './drive.sql.js';
import type { DueEnrolment, MemberChange } from './step-decision.js';
import { enrolmentTask } from './enrolment-task.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { DRIVE_QUEUE } from '../queues.js';

const DAY = 86_400_000;

class EnrolmentNotFound extends NotFound {}

export interface Answer {
  enrolmentId: string;
  disposition: Disposition;
  notBefore?: Date | null | undefined;
  interest?: Interest | 'unknown' | undefined;
  /** a rep knows what they are doing; an answer that came in by itself pauses the colleagues until a rep decides */
  source: 'rep' | 'response_page' | 'reply';
}

/** One member as an answer finds it, locked. $1 enrolment */
export const MEMBER = `
SELECT e.id, e.contact_id AS "contactId", e.organization_id AS "organizationId", e.campaign_id AS "campaignId", e.shard, e.role, e.state, e.reason, e.step, e.step_state AS "stepState",
       e.step_done_at AS "stepDoneAt", e.attempts, e.touches, e.conversed, e.interest, e.last_disposition AS "lastDisposition", e.fix_requested AS "fixRequested",
       e.enrolled_at AS "enrolledAt", e.first_touch_at AS "firstTouchAt", e.next_action_at AS "nextActionAt", k.steps, app_now() AS now, c.name AS "contactName", o.name AS "organizationName", o.employees,
       ${MAY_MAIL_SQL} AS "hasEmail", ${MAY_CALL_SQL} AS "hasPhone"
  FROM enrolment e JOIN campaign k ON k.id = e.campaign_id JOIN contact c ON c.id = e.contact_id JOIN organization o ON o.id = e.organization_id
 WHERE e.id = $1 FOR UPDATE OF e`;

export type AnsweringEnrolment = DueEnrolment & { shard: number; steps: Step[]; now: Date; nextActionAt: Date | null };

/** What an answer does to its member. Called from above, in the transaction that writes the record of the conversation. */
@Injectable()
export class Answers {
  constructor(
    private readonly tasks: Tasks,
    private readonly colleagues: Colleagues,
    private readonly settings: Settings,
    private readonly jobQueue: JobQueue,
  ) {}

  async settle(manager: EntityManager, answer: Answer): Promise<void> {
    const member = await row<AnsweringEnrolment>(manager, MEMBER, [answer.enrolmentId]);
    if (!member) throw new EnrolmentNotFound('This person is not in the campaign.');
    const notBefore = answer.notBefore ?? (await this.laterDay(manager, answer.disposition, member.now));
    const settlement = settle(
      member,
      { steps: member.steps },
      { disposition: answer.disposition, notBefore },
      member.now,
    );
    const change = this.changeOf(member, settlement, member.now);
    await manager.query(WRITE_MEMBERS, [JSON.stringify([change])]);
    await manager.query(
      `UPDATE enrolment SET last_disposition = $2, conversed = conversed OR $3, interest = coalesce($4, interest), touches = touches + $5::int WHERE id = $1`,
      [
        member.id,
        answer.disposition,
        DISPOSITION_FACTS[answer.disposition].connected,
        answer.interest ?? null,
        answer.source === 'rep' ? 1 : 0,
      ],
    );
    await manager.query(WRITE_EVENTS, [
      JSON.stringify([
        {
          enrolmentId: member.id,
          what: 'answered',
          step: member.step,
          detail: { disposition: answer.disposition, source: answer.source, next: settlement.do },
        },
      ]),
    ]);
    if (change.fixRequested && !member.fixRequested) await this.askForNumber(manager, member);
    if (settlement.do === 'finish') await this.leave(manager, member);
    if (
      answer.source !== 'rep' &&
      // "I am the wrong person" says nothing about the house, and whom they named must not wait
      answer.disposition !== 'connected_referred' &&
      DISPOSITION_FACTS[answer.disposition].connected &&
      settlement.do === 'finish' &&
      settlement.state === 'finished'
    )
      await this.colleagues.pause(manager, member);
    this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId: member.campaignId, shard: member.shard });
  }

  private async laterDay(manager: EntityManager, disposition: Disposition, now: Date): Promise<Date | null> {
    if (disposition !== 'connected_not_now') return null;
    return new Date(now.getTime() + (await this.settings.get(CAMPAIGN_SETTINGS.notNowDays, manager)) * DAY);
  }

  /** The contact has a usable address or number again: whoever waited for it goes on. */
  async contactFixed(manager: EntityManager, contactId: string): Promise<void> {
    const woken = await rows<{ campaignId: string; shard: number }>(
      manager,
      `UPDATE enrolment SET fix_requested = false, next_action_at = CASE WHEN state IN ('pending', 'active') AND step_state = 'due' THEN app_now() ELSE next_action_at END
        WHERE contact_id = $1 AND fix_requested AND ended_at IS NULL RETURNING campaign_id AS "campaignId", shard`,
      [contactId],
    );
    for (const each of woken) this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, each);
  }

  /** There is no address or number to be found: the member leaves the step that needs it, and is never lost in between. */
  async contactNotFound(manager: EntityManager, enrolmentId: string): Promise<void> {
    await this.settle(manager, { enrolmentId, disposition: 'wrong_number', source: 'rep' });
    // looking for a number is no touch
    await manager.query(
      'UPDATE enrolment SET fix_requested = false, touches = greatest(touches - 1, 0) WHERE id = $1',
      [enrolmentId],
    );
  }

  private changeOf(member: AnsweringEnrolment, settlement: AnswerEffect, now: Date): MemberChange {
    const { reason, fixRequested } = member;
    const base = {
      id: member.id,
      ...afterSettlement(member, settlement, now),
      error: null,
      deferred: null,
      touchedAt: null,
      fixRequested,
    };
    // one that its colleague's answer or a person paused stays so until a person decides
    const held =
      member.state === 'paused' && (reason === 'colleague_reply' || reason === 'group_session' || reason === 'manual');
    switch (settlement.do) {
      case 'finish':
        return { ...base, reason: settlement.reason, nextActionAt: null };
      case 'pause':
        return { ...base, reason: settlement.reason, nextActionAt: settlement.until };
      case 'retry':
        return {
          ...base,
          ...(held
            ? { reason, nextActionAt: null }
            : { state: base.state === 'paused' ? 'active' : base.state, reason: null, nextActionAt: settlement.at }),
          fixRequested: fixRequested || settlement.fixContact === 'phone',
        };
      case 'advance':
        return {
          ...base,
          // what the reply said is filed now, and did not end it: the play goes on
          ...(member.state === 'active' ||
          member.state === 'pending' ||
          (member.state === 'paused' && reason === 'replied')
            ? { state: base.state === 'paused' ? 'active' : base.state, reason: null, nextActionAt: now }
            : { reason, nextActionAt: held ? null : member.nextActionAt }),
        };
    }
  }

  /** Whoever leaves makes room for a colleague who waited. */
  private async leave(manager: EntityManager, member: AnsweringEnrolment): Promise<void> {
    await this.tasks.cancel(manager, { enrolmentIds: [member.id] }, 'The person answered.');
    await manager.query(WAKE_WAITING, [[member.organizationId]]);
  }

  private async askForNumber(manager: EntityManager, member: AnsweringEnrolment): Promise<void> {
    await this.tasks.open(manager, [
      enrolmentTask(
        member,
        { kind: 'fix_contact', title: `Find a phone number for ${member.contactName}`, stepKey: member.step },
        member.now,
      ),
    ]);
  }
}
