import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { emailKey, markEmail, Suppressions } from '../../accounts/index.js';
import { row, Settings, touched } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { holdCampaign } from '../lifecycle/campaign-lock.js';
import * as sql from './deliveries.sql.js';
import { noteEvents } from '../enrolments/enrolment-events.js';
import { changeEnrolments } from '../enrolments/enrolment-transitions.js';
import { Replies } from '../enrolments/replies.js';
import { BOUNCE, DELIVER } from './message-transitions.js';
import { Outbox } from './outbox.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';

/** What a mail that came back says about a message. */
export interface DeliveryReport {
  class: 'hard' | 'soft' | 'policy';
  /** us or message: the recipient is not meant */
  about: 'recipient' | 'us' | 'message' | 'route';
  reason: string;
  /** enhanced status code, such as 5.1.1 */
  status: string | null;
  words: string;
}

interface Sent {
  id: string;
  state: string;
  enrolmentId: string;
  campaignId: string;
  contactId: string;
  organizationId: string;
  stepKey: string;
  recipient: string | null;
  email: string | null;
}

/** What becomes of a message after it has left: reports that come back, days later and more than once. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly outbox: Outbox,
    private readonly tasks: Tasks,
    private readonly suppressions: Suppressions,
    private readonly settings: Settings,
    private readonly replies: Replies,
  ) {}

  /**
   * A mail came back. Hard: the message has bounced, its enrolment ends, and the address is suppressed. About us: the
   * words are kept, and count against the sender and the campaign (see Refusals). Else too many in a row pause the
   * enrolment for a rep. Any of it proves that an unknown message was sent.
   * @returns what it counted as; null where there is no such message, or it never left
   */
  async returned(
    manager: EntityManager,
    dispatchId: string,
    back: DeliveryReport,
  ): Promise<DeliveryReport['class'] | null> {
    const sent = await this.sent(manager, dispatchId);
    if (!sent) return null;
    const ofUs = back.class !== 'hard' && (back.about === 'us' || back.about === 'message');
    await manager.query(sql.KEEP_RETURN, [sent.id, back.class, back.reason, back.words, ofUs]);
    const ended = back.class === 'hard' && (await this.bounce(manager, sent, back));
    if (!ended) await note(manager, sent, back.class === 'hard' ? 'bounced' : 'returned', back);
    if (back.class !== 'hard' && !ofUs && (await this.tooOften(manager, sent)))
      await this.replies.undecided(manager, sent.enrolmentId, {
        title: 'Mail keeps coming back',
        words: `${sent.recipient ?? 'The address'} does not take our mails (${back.reason}): ${back.words}`,
      });
    return back.class;
  }

  /** A delivery report: it lies in the contact's mailbox. */
  async delivered(manager: EntityManager, dispatchId: string): Promise<boolean> {
    const sent = await this.sent(manager, dispatchId);
    if (!sent || (await touched(manager, DELIVER, [sent.id])) === 0) return false;
    await note(manager, sent, 'delivered', null);
    return true;
  }

  /** The contact, or their mail program, answers this very message: they have it. */
  async answered(manager: EntityManager, dispatchId: string): Promise<void> {
    await this.sent(manager, dispatchId);
  }

  /** Locks the enrolment, then the message, as answers do; an unknown message is known to have been sent. */
  private async sent(manager: EntityManager, dispatchId: string): Promise<Sent | null> {
    const found = await row<{ campaignId: string; enrolmentId: string }>(manager, sql.ENROLMENT_OF, [dispatchId]);
    if (!found) return null;
    await holdCampaign(manager, found.campaignId);
    await manager.query(sql.LOCK_ENROLMENT, [found.enrolmentId]);
    const sent = await row<Sent>(manager, sql.SENT, [dispatchId]);
    if (sent?.state === 'unknown') await this.outbox.decide(manager, dispatchId, 'sent', 'mail');
    return sent ?? null;
  }

  private async tooOften(manager: EntityManager, sent: Sent): Promise<boolean> {
    const inARow = await row<{ n: number }>(manager, sql.RETURNED_IN_A_ROW, [sent.contactId, sent.recipient]);
    return inARow!.n >= (await this.settings.get(CAMPAIGN_SETTINGS.returnsBeforeTask, manager));
  }

  /** True where the enrolment ended with it. */
  private async bounce(manager: EntityManager, sent: Sent, detail: DeliveryReport): Promise<boolean> {
    const { id, enrolmentId, stepKey, recipient, email, contactId } = sent;
    await manager.query(BOUNCE, [id]);
    if (recipient) await this.suppressions.addAddress(manager, recipient, 'hard_bounce', 'mail');
    // the address was corrected meanwhile: the contact can be reached
    if (email && recipient && emailKey(email) !== emailKey(recipient)) return false;
    await markEmail(manager, contactId, 'bounced');
    const ended = await changeEnrolments(manager, [
      {
        id: enrolmentId,
        transition: 'message_bounced',
        error: detail.words,
        eventStep: stepKey,
        detail: { ...detail },
        by: 'mail',
      },
    ]);
    await this.tasks.cancel(manager, { enrolmentIds: [enrolmentId] }, 'The address bounced.');
    return ended.length > 0;
  }
}

function note(
  manager: EntityManager,
  { enrolmentId, stepKey }: Sent,
  what: string,
  detail: DeliveryReport | null,
): Promise<void> {
  return noteEvents(manager, [{ enrolmentId, what, step: stepKey, detail: detail && { ...detail } }]);
}
