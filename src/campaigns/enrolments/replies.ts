import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Disposition } from '../../../libs/plays/index.js';
import { Employments, markAway } from '../../accounts/index.js';
import { row, rows } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { holdCampaign } from '../lifecycle/campaign-lock.js';
import { ANSWERING_ENROLMENT, type AnsweringEnrolment } from './answers.js';
import { lockColleagues } from './colleague-lock.js';
import { Colleagues } from './colleagues.js';
import { noteEvents } from './enrolment-events.js';
import { enrolmentTask } from './enrolment-task.js';
import { changeEnrolments, each } from './enrolment-transitions.js';

/**
 * What a contact's mail does to the enrolment before a rep has recorded it. Each holds the campaign alone for its
 * moment: a claim that is under way is over when this begins, and the next one sees what this wrote, so that no contact
 * who has just answered is sent to.
 */
@Injectable()
export class Replies {
  constructor(
    private readonly tasks: Tasks,
    private readonly colleagues: Colleagues,
    private readonly employments: Employments,
  ) {}

  /** Waits for the drivers and senders of the campaign, and keeps them out until the transaction ends. */
  async hold(manager: EntityManager, enrolmentId: string): Promise<void> {
    const found = await row<{ id: string }>(manager, CAMPAIGN_OF, [enrolmentId]);
    if (found) await holdCampaign(manager, found.id);
  }

  /** The contact wrote: the enrolment and its colleagues are paused, and a rep is asked to read and record it. */
  async replied(
    manager: EntityManager,
    enrolmentId: string,
    words: string,
    proposal: Disposition | null = null,
  ): Promise<void> {
    const enrolment = await this.lock(manager, enrolmentId);
    const paused = await changeEnrolments(manager, [{ id: enrolmentId, transition: 'reply' }]);
    if (paused.length === 0) await this.note(manager, enrolment, 'replied', null);
    await this.askRep(manager, enrolment, `Read what ${enrolment.contactName} answered`, words, proposal);
    if (paused.length > 0) await this.colleagues.pause(manager, enrolment);
  }

  /**
   * A mail claims to be from the contact, and nothing shows it: only the enrolment is paused until a rep has read it.
   * The colleagues go on, or one mail of a stranger would stop a whole organization.
   */
  async unverified(
    manager: EntityManager,
    enrolmentId: string,
    words: string,
    proposal: Disposition | null = null,
  ): Promise<void> {
    const enrolment = await this.lock(manager, enrolmentId);
    const paused = await changeEnrolments(manager, [{ id: enrolmentId, transition: 'reply' }]);
    if (paused.length === 0) await this.note(manager, enrolment, 'replied', null);
    await this.askRep(
      manager,
      enrolment,
      `Sender not verified: who wrote as ${enrolment.contactName}?`,
      words,
      proposal,
    );
  }

  /** What came back cannot be settled by itself: this enrolment alone waits until a rep has decided. */
  async undecided(
    manager: EntityManager,
    enrolmentId: string,
    { title, words, proposal = null }: { title: string; words: string; proposal?: Disposition | null },
  ): Promise<void> {
    const enrolment = await this.lock(manager, enrolmentId);
    const paused = await changeEnrolments(manager, [{ id: enrolmentId, transition: 'await_rep' }]);
    if (paused.length === 0) await this.note(manager, enrolment, 'awaiting_rep', null);
    await this.askRep(manager, enrolment, `${title}: ${enrolment.contactName}`, words, proposal);
  }

  /**
   * Away until then: paused, never ended; the driver resumes it. What a person decided or an answer waits for stays. No
   * other campaign reaches the person before either. `sure`: something shows that they wrote it.
   */
  async away(manager: EntityManager, enrolmentId: string, until: Date, sure = true): Promise<boolean> {
    const enrolment = await this.lock(manager, enrolmentId);
    await markAway(manager, enrolment.contactId, until, sure);
    const paused = await changeEnrolments(manager, [
      { id: enrolmentId, transition: 'out_of_office', until, detail: { until } },
    ]);
    if (paused.length === 0) await this.note(manager, enrolment, 'out_of_office', { until });
    return paused.length > 0;
  }

  /**
   * The person has left this employer. Surely: their enrolments there end, in every campaign, and the employment with
   * them. Else this one waits for a rep. Whom the mail names is to be looked for in any case.
   */
  async left(
    manager: EntityManager,
    enrolmentId: string,
    { successor, words, sure }: { successor: string | null; words: string; sure: boolean },
  ): Promise<void> {
    const enrolment = await this.lock(manager, enrolmentId);
    const { contactId, organizationId, contactName } = enrolment;
    if (sure) {
      const theirs = await rows<{ id: string; campaignId: string }>(manager, AT_EMPLOYER, [contactId, organizationId]);
      for (const campaignId of new Set(theirs.map((each) => each.campaignId))) await holdCampaign(manager, campaignId);
      const detail = { successor };
      const ids = theirs.map(({ id }) => id);
      await changeEnrolments(manager, each(ids, { transition: 'leave', error: 'The person has left.', detail }));
      if (ids.length > 0) await this.tasks.cancel(manager, { enrolmentIds: ids }, 'The person has left.');
      await this.employments.end(manager, contactId, organizationId);
    } else {
      await changeEnrolments(manager, [{ id: enrolmentId, transition: 'await_rep' }]);
      await this.askRep(manager, enrolment, `Sender not verified: has ${contactName} left?`, words, null);
    }
    const title = `Find the successor of ${contactName}${successor ? `: ${successor}` : ''}`.slice(0, 300);
    const task = enrolmentTask(enrolment, { kind: 'find_contact', title, words }, enrolment.now);
    // it outlives the enrolment that it is about
    await this.tasks.open(manager, [{ ...task, enrolmentId: null }]);
  }

  /** "This is spam": the enrolment ends here; the suppression keeps every other campaign from the contact. */
  async complained(manager: EntityManager, enrolmentId: string, dispatchId: string | null): Promise<void> {
    if (dispatchId) await manager.query(KEEP_COMPLAINT, [dispatchId]);
    await this.lock(manager, enrolmentId);
    await changeEnrolments(manager, [{ id: enrolmentId, transition: 'complain' }]);
    await this.tasks.cancel(manager, { enrolmentIds: [enrolmentId] }, 'The person complained.');
  }

  /** Also where the enrolment has ended: what the contact writes is read. */
  private async askRep(
    manager: EntityManager,
    enrolment: AnsweringEnrolment,
    title: string,
    words: string,
    proposedDisposition: Disposition | null,
  ): Promise<void> {
    if (await this.tasks.addWords(manager, enrolment.id, 'reply', words, proposedDisposition)) return;
    const task = {
      kind: 'reply',
      title: title.slice(0, 300),
      stepKey: enrolment.step,
      words,
      proposedDisposition,
    } as const;
    await this.tasks.open(manager, [enrolmentTask(enrolment, task, enrolment.now)]);
  }

  private async lock(manager: EntityManager, enrolmentId: string): Promise<AnsweringEnrolment> {
    await this.hold(manager, enrolmentId);
    await lockColleagues(manager, enrolmentId);
    return (await row<AnsweringEnrolment>(manager, ANSWERING_ENROLMENT, [enrolmentId]))!;
  }

  private async note(
    manager: EntityManager,
    { id, step }: AnsweringEnrolment,
    what: string,
    detail: Record<string, unknown> | null,
  ): Promise<void> {
    await noteEvents(manager, [{ enrolmentId: id, what, step, detail }]);
  }
}

/** $1 enrolment */
const CAMPAIGN_OF = `SELECT campaign_id AS id FROM enrolment WHERE id = $1`;

/** In one order, so that two never wait for each other's campaigns. $1 contact, $2 organization */
const AT_EMPLOYER = `
SELECT id, campaign_id
  FROM enrolment
 WHERE contact_id = $1 AND organization_id = $2 AND ended_at IS NULL
 ORDER BY campaign_id, id`;

/** $1 message */
const KEEP_COMPLAINT = `UPDATE dispatch SET complained_at = coalesce(complained_at, app_now()) WHERE id = $1`;
