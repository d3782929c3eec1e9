import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { row, touched } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { holdCampaign } from '../lifecycle/campaign-lock.js';
import { Colleagues } from './colleagues.js';
import { TAKE_BACK, WAKE_WAITING, WRITE_EVENTS } from './drive.sql.js';
import { enrolmentTask } from './enrolment-task.js';
import { MEMBER, type AnsweringEnrolment } from './answers.js';

/**
 * What a person's mail does to the member before anybody has filed it. Each holds the campaign alone for its moment: a claim that is
 * under way is over when this begins, and the next one sees what this wrote, so that nobody is sent to who has just answered.
 */
@Injectable()
export class Replies {
  constructor(
    private readonly tasks: Tasks,
    private readonly colleagues: Colleagues,
  ) {}

  /** Waits for those who send, and keeps them out until the transaction ends. */
  async hold(manager: EntityManager, enrolmentId: string): Promise<void> {
    const found = await row<{ id: string }>(manager, 'SELECT campaign_id AS id FROM enrolment WHERE id = $1', [
      enrolmentId,
    ]);
    if (found) await holdCampaign(manager, found.id);
  }

  /** Somebody wrote: they and their colleagues wait, and a rep is asked to read and file it. */
  async replied(manager: EntityManager, enrolmentId: string, words: string): Promise<void> {
    const member = await this.member(manager, enrolmentId);
    const paused = await touched(manager, PAUSE, [enrolmentId, 'replied', null]);
    await this.tell(manager, member, 'replied', null);
    // also of somebody whose part is over: what they write is read
    if (!(await this.tasks.addWords(manager, enrolmentId, 'reply', words)))
      await this.tasks.open(manager, [
        enrolmentTask(
          member,
          { kind: 'reply', title: `Read what ${member.contactName} answered`, stepKey: member.step, words },
          member.now,
        ),
      ]);
    if (paused > 0) await this.colleagues.pause(manager, member);
  }

  /** Away until then: put off, never ended; the driver wakes them. What a person decided or an answer awaits stands. */
  async away(manager: EntityManager, enrolmentId: string, until: Date): Promise<boolean> {
    const member = await this.member(manager, enrolmentId);
    const paused = await touched(manager, PUT_OFF, [enrolmentId, until]);
    await this.tell(manager, member, 'out_of_office', { until });
    return paused > 0;
  }

  /** "This is spam": their part ends here; the suppression keeps every other campaign from them. */
  async complained(manager: EntityManager, enrolmentId: string, dispatchId: string | null): Promise<void> {
    if (dispatchId)
      await manager.query('UPDATE dispatch SET complained_at = coalesce(complained_at, app_now()) WHERE id = $1', [
        dispatchId,
      ]);
    const member = await this.member(manager, enrolmentId);
    await manager.query(OPT_OUT, [enrolmentId]);
    await this.tell(manager, member, 'complained', null);
    await this.tasks.cancel(manager, { enrolmentIds: [enrolmentId] }, 'The person complained.');
    await manager.query(TAKE_BACK, [[enrolmentId], 'complaint']);
    await manager.query(WAKE_WAITING, [[member.organizationId]]);
  }

  private async member(manager: EntityManager, enrolmentId: string): Promise<AnsweringEnrolment> {
    await this.hold(manager, enrolmentId);
    return (await row<AnsweringEnrolment>(manager, MEMBER, [enrolmentId]))!;
  }

  private async tell(
    manager: EntityManager,
    member: AnsweringEnrolment,
    what: string,
    detail: object | null,
  ): Promise<void> {
    await manager.query(WRITE_EVENTS, [JSON.stringify([{ enrolmentId: member.id, what, step: member.step, detail }])]);
  }
}

/** $1 enrolment, $2 reason, $3 until or null: until a person decides */
const PAUSE = `
UPDATE enrolment SET state = 'paused', reason = $2, deferred = NULL, next_action_at = $3 WHERE id = $1 AND ended_at IS NULL`;

/** $1 enrolment, $2 until */
const PUT_OFF = `
UPDATE enrolment SET state = 'paused', reason = 'out_of_office', deferred = NULL, next_action_at = $2
 WHERE id = $1 AND (state IN ('pending', 'active') OR state = 'paused' AND reason = 'out_of_office')`;

const OPT_OUT = `
UPDATE enrolment SET state = 'opted_out', reason = NULL, deferred = NULL, next_action_at = NULL, ended_at = coalesce(ended_at, app_now()) WHERE id = $1`;
