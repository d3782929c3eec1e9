import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MailReading, Returned } from '../../../libs/mail/index.js';
import { Suppressions } from '../../accounts/index.js';
import { Deliveries, Enrolments, Replies } from '../../campaigns/index.js';
import { Conversations } from '../../feedback/index.js';
import { Clock, Settings } from '../../platform/index.js';
import { Health } from '../email/senders/health.js';
import type { Authentication } from './authentication/authentication.js';
import type { Match } from './matching.js';
import { CHANNEL_SETTINGS } from '../channel.settings.js';

const DAY = 86_400_000;
const LONGEST_WORDS = 20_000;

/**
 * What a mail does, once its kind and its contact are known. In the caller's transaction; twice is once, by the mail's
 * own row.
 */
@Injectable()
export class InboundActions {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly replies: Replies,
    private readonly enrolments: Enrolments,
    private readonly conversations: Conversations,
    private readonly suppressions: Suppressions,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly health: Health,
  ) {}

  /** False where it does nothing by itself and a person should look at it. `by` is who the audit names. */
  async carryOut(
    manager: EntityManager,
    mail: MailReading,
    match: Match,
    authentication: Authentication,
    by: string,
  ): Promise<boolean> {
    const named = match.verifiedBy === 'thread' || match.verifiedBy === 'address';
    const sure = match.verifiedBy !== null || match.matchedBy === 'person';
    // anyone can write that an address bounced or complained: what names no message of ours is put before a person
    if ((mail.returned.length > 0 || mail.kind === 'complaint') && !named && match.matchedBy !== 'person') return false;
    if (mail.returned.length > 0) return this.returned(manager, mail.returned, match);
    // one that was only guessed at, or named by a person, may be about another
    if (match.dispatchId && named && mail.kind !== 'other') await this.deliveries.answered(manager, match.dispatchId);
    switch (mail.kind) {
      case 'complaint':
        await this.complaint(manager, mail, match, by);
        return true;
      case 'auto_reply':
        if (mail.away)
          await this.replies.away(
            manager,
            match.enrolmentId,
            await this.backOn(manager, sure ? mail.returnDate : null),
          );
        return true;
      case 'reply':
        if (sure) await this.reply(manager, mail, match, by);
        else await this.claimed(manager, mail, match, authentication, by);
        return true;
      default:
        return false;
    }
  }

  /**
   * Of a report on several recipients only that about ours counts; of one on a single other, the mail was passed on.
   */
  private async returned(manager: EntityManager, returned: Returned[], match: Match): Promise<boolean> {
    if (match.dispatchId === null) return false;
    const ours = returned.find(({ recipient }) => recipient?.toLowerCase() === match.recipient?.toLowerCase());
    const about = ours ?? (returned.length === 1 ? returned[0] : undefined);
    if (!about) return false;
    if (about.action === 'failed' || about.action === 'delayed') {
      const counted = await this.deliveries.returned(manager, match.dispatchId, about);
      if (counted === 'hard' || counted === 'policy') await this.health.note(manager, match.dispatchId, 'bounced');
      return counted !== null;
    }
    if (about.action === 'delivered') await this.deliveries.delivered(manager, match.dispatchId);
    return true;
  }

  private async complaint(manager: EntityManager, mail: MailReading, match: Match, by: string): Promise<void> {
    for (const address of new Set([mail.complaint!.recipient, match.recipient]))
      if (address) await this.suppressions.addAddress(manager, address, 'complaint', by);
    await this.suppressions.add(manager, { kind: 'contact', value: match.contactId, reason: 'complaint', by });
    await this.replies.complained(manager, match.enrolmentId, match.dispatchId);
    if (match.dispatchId) await this.health.note(manager, match.dispatchId, 'complained');
  }

  private async reply(manager: EntityManager, mail: MailReading, match: Match, by: string): Promise<void> {
    const words = (mail.replyText || '(no text)').slice(0, LONGEST_WORDS);
    if (mail.wish !== 'stop') return this.replies.replied(manager, match.enrolmentId, words);
    await this.replies.hold(manager, match.enrolmentId);
    await this.enrolments.facts(manager, match.enrolmentId);
    await this.conversations.record(manager, {
      enrolmentId: match.enrolmentId,
      source: 'reply',
      by,
      disposition: 'connected_do_not_call',
      sentiment: 'negative',
      interest: 'none',
      verbatim: words,
    });
  }

  /**
   * It only says whose it is: a rep reads it, with the warning. That it asks to be left alone is obeyed all the same,
   * in a way that a person can take back: nothing ends, and no answer is recorded.
   */
  private async claimed(
    manager: EntityManager,
    mail: MailReading,
    { enrolmentId, contactId }: Match,
    { result, evidence }: Authentication,
    by: string,
  ): Promise<void> {
    const shown = result === 'fail' ? `the check of its domain failed: ${evidence}` : evidence || 'nothing shows it';
    const warning = `Sender not verified (${shown}). Ask the person before you act on it.`;
    const words = (mail.replyText || '(no text)').slice(0, LONGEST_WORDS);
    await this.replies.unverified(manager, enrolmentId, `${warning}\n\n${words}`);
    if (mail.wish !== 'stop') return;
    const optOut = { kind: 'contact', value: contactId, reason: 'unsubscribe', note: words.slice(0, 1000) } as const;
    await this.suppressions.add(manager, { ...optOut, by, unverified: `${result}: ${evidence || 'not looked at'}` });
  }

  /**
   * Midnight of the day on which they are back; the gate knows their own hours. A day that has come meanwhile is now.
   */
  private async backOn(manager: EntityManager, day: string | null): Promise<Date> {
    const now = await this.clock.now(manager);
    if (day) return new Date(Math.max(now.getTime(), new Date(`${day}T00:00:00Z`).getTime()));
    return new Date(now.getTime() + (await this.settings.get(CHANNEL_SETTINGS.outOfOfficeDays, manager)) * DAY);
  }
}
