import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { emailKey, markEmail, Suppressions } from '../../accounts/index.js';
import { row, Settings, touched } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { holdCampaign } from '../lifecycle/campaign-lock.js';
import * as sql from './deliveries.sql.js';
import { TAKE_BACK, WAKE_WAITING, WRITE_EVENTS } from '../enrolments/drive.sql.js';
import { Outbox } from './outbox.js';
import { STOP_MEMBERS } from './outbox.sql.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';

/** What a mail that came back says about a dispatch. */
export interface DeliveryReport {
  class: 'hard' | 'soft' | 'policy';
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
  ) {}

  /**
   * A mail came back. Hard, or put off too often in a row: the dispatch has bounced, its member ends, and the address is suppressed.
   * Else the words are kept, and whoever wrote them refused us and not the person. Any of it proves that an unknown message was sent.
   * @returns what it counted as; null where there is no such dispatch, or it never left
   */
  async returned(
    manager: EntityManager,
    dispatchId: string,
    back: DeliveryReport,
  ): Promise<DeliveryReport['class'] | null> {
    const sent = await this.left(manager, dispatchId);
    if (!sent) return null;
    await manager.query(sql.KEEP_RETURN, [sent.id, back.class, back.reason, back.words]);
    const bounceClass = back.class === 'soft' && (await this.tooOften(manager, sent)) ? 'hard' : back.class;
    await this.tell(manager, sent, bounceClass === 'hard' ? 'bounced' : 'returned', { ...back, class: bounceClass });
    if (bounceClass === 'hard') await this.bounce(manager, sent, back.words);
    return bounceClass;
  }

  /** A delivery report: it lies in the person's mailbox. */
  async delivered(manager: EntityManager, dispatchId: string): Promise<boolean> {
    const sent = await this.left(manager, dispatchId);
    if (!sent || (await touched(manager, sql.DELIVERED, [sent.id])) === 0) return false;
    await this.tell(manager, sent, 'delivered', null);
    return true;
  }

  /** Somebody, or their mail program, answers this very message: they have it. */
  async answered(manager: EntityManager, dispatchId: string): Promise<void> {
    await this.left(manager, dispatchId);
  }

  /** Locks the member, then the dispatch, as answers do; what was unknown is known to have been sent. */
  private async left(manager: EntityManager, dispatchId: string): Promise<Sent | null> {
    const found = await row<{ campaignId: string; enrolmentId: string }>(manager, sql.WHOSE, [dispatchId]);
    if (!found) return null;
    await holdCampaign(manager, found.campaignId);
    await manager.query(sql.LOCK_MEMBER, [found.enrolmentId]);
    const sent = await row<Sent>(manager, sql.SENT, [dispatchId]);
    if (sent?.state === 'unknown') await this.outbox.decide(manager, dispatchId, 'sent', 'mail');
    return sent ?? null;
  }

  private async tooOften(manager: EntityManager, sent: Sent): Promise<boolean> {
    const inARow = await row<{ n: number }>(manager, sql.SOFT_IN_A_ROW, [sent.contactId, sent.recipient]);
    return inARow!.n >= (await this.settings.get(CAMPAIGN_SETTINGS.softBouncesBeforeHard, manager));
  }

  private async bounce(manager: EntityManager, sent: Sent, words: string): Promise<void> {
    await manager.query(sql.BOUNCED, [sent.id]);
    if (sent.recipient) await this.suppressions.addAddress(manager, sent.recipient, 'hard_bounce', 'mail');
    // the address was corrected meanwhile: the person can be reached
    if (sent.email && sent.recipient && emailKey(sent.email) !== emailKey(sent.recipient)) return;
    await markEmail(manager, sent.contactId, 'bounced');
    const stopped = { enrolmentId: sent.enrolmentId, state: 'bounced', reason: null, error: words };
    await manager.query(STOP_MEMBERS, [JSON.stringify([stopped])]);
    await this.tasks.cancel(manager, { enrolmentIds: [sent.enrolmentId] }, 'The address bounced.');
    await manager.query(TAKE_BACK, [[sent.enrolmentId], 'bounce']);
    await manager.query(WAKE_WAITING, [[sent.organizationId]]);
  }

  private async tell(manager: EntityManager, sent: Sent, what: string, detail: object | null): Promise<void> {
    await manager.query(WRITE_EVENTS, [
      JSON.stringify([{ enrolmentId: sent.enrolmentId, what, step: sent.stepKey, detail }]),
    ]);
  }
}
