import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { showsDelivery, type MailReading, type MeetingAnswer, type Returned } from '../../../libs/mail/index.js';
import { cut } from '../../../libs/text/index.js';
import { Suppressions } from '../../accounts/index.js';
import { Deliveries, Enrolments, OwnerNotices, Replies } from '../../campaigns/index.js';
import { Conversations, MeetingAnswers } from '../../feedback/index.js';
import { Clock, Settings } from '../../platform/index.js';
import { Health } from '../email/senders/health.js';
import type { Authentication } from './authentication/authentication.js';
import type { Match } from './matching.js';
import { proposalOf } from './proposal.js';
import { CHANNEL_SETTINGS } from '../channel.settings.js';

const DAY = 86_400_000;
const LONGEST_WORDS = 20_000;

/** `nothing to do`: it is kept, with the reason why nothing follows. */
export type Outcome = 'handled' | 'unmatched' | 'nothing to do';

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
    private readonly meetingAnswers: MeetingAnswers,
    private readonly suppressions: Suppressions,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly health: Health,
    private readonly notices: OwnerNotices,
  ) {}

  /** What became of it: `unmatched` where it does nothing by itself and a person should look at it. `by`: for the audit. */
  async carryOut(
    manager: EntityManager,
    mail: MailReading,
    match: Match,
    authentication: Authentication,
    by: string,
  ): Promise<Outcome> {
    const named = match.verifiedBy === 'thread' || match.verifiedBy === 'address' || match.matchedBy === 'person';
    const sure = match.verifiedBy !== null || match.matchedBy === 'person';
    // anyone can write that an address bounced or complained: what names no message of ours is put before a person
    if ((mail.returned.length > 0 || mail.kind === 'complaint') && !named) return 'unmatched';
    if (mail.returned.length > 0) return (await this.returned(manager, mail.returned, match)) ? 'handled' : 'unmatched';
    // one that was only guessed at, or named by a person, may be about another
    const answers = match.dispatchId !== null && named && match.matchedBy !== 'person';
    if (answers && mail.kind !== 'other') await this.deliveries.answered(manager, match.dispatchId!);
    const shown = this.warning(mail, sure, authentication);
    switch (mail.kind) {
      case 'complaint':
        await this.complaint(manager, mail, match, by);
        return 'handled';
      case 'receipt':
        return answers && mail.receipt && showsDelivery(mail.receipt)
          ? this.delivered(manager, match.dispatchId!)
          : 'nothing to do';
      case 'auto_reply':
        return this.automatic(manager, mail, match, { sure, answers, shown, by });
      case 'calendar':
        await this.meeting(manager, mail, match, shown, sure);
        return 'handled';
      case 'opt_out':
      case 'reply':
        if (sure) await this.reply(manager, mail, match, by);
        else await this.claimed(manager, mail, match, authentication, by);
        return 'handled';
      default:
        // a report about our sending says nothing of the person
        if (!answers || mail.about === 'us') return 'unmatched';
        await this.unclear(manager, match, `${mail.evidence || 'A mail that nothing could be made of'}.`);
        return 'handled';
    }
  }

  private async automatic(
    manager: EntityManager,
    mail: MailReading,
    match: Match,
    { sure, answers, shown, by }: { sure: boolean; answers: boolean; shown: string; by: string },
  ): Promise<Outcome> {
    const { enrolmentId } = match;
    if (mail.left) await this.left(manager, mail, match, { sure, shown, by });
    else if (mail.away)
      await this.replies.away(manager, enrolmentId, await this.backOn(manager, sure ? mail.returnDate : null), sure);
    else if (mail.about === 'unclear') await this.unclear(manager, match, shown);
    else return answers ? this.delivered(manager, match.dispatchId!) : 'nothing to do';
    return 'handled';
  }

  /** It lies in the mailbox: that is all that follows. */
  private async delivered(manager: EntityManager, dispatchId: string): Promise<Outcome> {
    await this.deliveries.delivered(manager, dispatchId);
    return 'handled';
  }

  /** The person is put off until a rep has read it. */
  private async unclear(manager: EntityManager, { enrolmentId }: Match, words: string): Promise<void> {
    await this.replies.undecided(manager, enrolmentId, { title: 'Read what came back from', words });
  }

  private async meeting(
    manager: EntityManager,
    mail: MailReading,
    { enrolmentId, contactId }: Match,
    shown: string,
    sure: boolean,
  ): Promise<void> {
    const { answer, time } = mail.meeting!;
    const meeting = await this.meetingAnswers.keep(manager, contactId, mail.meeting!, sure);
    // the meeting that we know stands: nothing is to be done
    if (sure && answer === 'accepted' && meeting?.exact)
      return this.notices.tell(manager, enrolmentId, {
        what: 'meeting_accepted',
        title: `accepted the meeting${time ? ` on ${time}` : ''}`,
        detail: { ...mail.meeting },
      });
    const title = sure ? MEETING_TITLES[answer] : 'Sender not verified, calendar answer';
    const words = meeting ? `${shown}\nBooked with Overture: ${inWords(meeting.at)}` : shown;
    await this.replies.undecided(manager, enrolmentId, { title, words, proposal: proposalOf(mail) });
  }

  private async left(
    manager: EntityManager,
    { successor }: MailReading,
    match: Match,
    { sure, shown, by }: { sure: boolean; shown: string; by: string },
  ): Promise<void> {
    const { name = null, email = null } = successor ?? {};
    const whom = [name, email && `<${email}>`].filter(Boolean).join(' ') || null;
    await this.replies.left(manager, match.enrolmentId, { successor: whom, words: shown, sure });
    if (sure && match.recipient) await this.suppressions.addAddress(manager, match.recipient, 'left', by);
    if (sure) return;
    const left = { kind: 'contact', value: match.contactId, reason: 'left', note: cut(shown, 1000) } as const;
    await this.suppressions.add(manager, { ...left, by, unverified: shown.split('\n')[0]!.slice(0, 500) });
  }

  /** The words as a rep reads them, below a warning where nothing shows whose they are. */
  private warning(mail: MailReading, sure: boolean, { result, evidence }: Authentication): string {
    const words = cut(mail.replyText || '(no text)', LONGEST_WORDS);
    if (sure) return words;
    const shown = result === 'fail' ? `the check of its domain failed: ${evidence}` : evidence || 'nothing shows it';
    return `Sender not verified (${shown}). Ask the person before you act on it.\n\n${words}`;
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
    const words = cut(mail.replyText || '(no text)', LONGEST_WORDS);
    if (mail.wish !== 'stop') return this.replies.replied(manager, match.enrolmentId, words, proposalOf(mail));
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
    const words = cut(mail.replyText || '(no text)', LONGEST_WORDS);
    const shown = this.warning(mail, false, { result, evidence });
    await this.replies.unverified(manager, enrolmentId, shown, proposalOf(mail));
    if (mail.wish !== 'stop') return;
    const optOut = { kind: 'contact', value: contactId, reason: 'unsubscribe', note: cut(words, 1000) } as const;
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

const MEETING_TITLES: Record<MeetingAnswer['answer'], string> = {
  accepted: 'Accepted a meeting',
  declined: 'Declined the meeting',
  tentative: 'Accepted the meeting tentatively',
  countered: 'Proposed another time for the meeting',
};

/** 4 March 2031, 13:30 UTC */
const inWords = (at: Date): string =>
  `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}, ${at.toISOString().slice(11, 16)} UTC`;
