import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Disposition, Interest, Sentiment } from '../../libs/plays/index.js';
import { Enrolments } from '../campaigns/index.js';
import { Conversations } from '../feedback/index.js';
import { Clock, Invalid, row, transaction } from '../platform/index.js';
import { BuyerResponse, type Choice } from './response.entity.js';

export interface BuyerAnswer {
  choice: Choice;
  notBefore?: Date | undefined;
  /** wrong person: who is the right one */
  name?: string | undefined;
  email?: string | undefined;
  words?: string | undefined;
}

class AnswerIncomplete extends Invalid {}

/** What each choice says, in the words of a conversation. */
const MEANING: Record<Choice, { disposition: Disposition; sentiment: Sentiment; interest?: Interest }> = {
  interested: { disposition: 'connected_interested', sentiment: 'positive', interest: 'active' },
  not_now: { disposition: 'connected_not_now', sentiment: 'neutral', interest: 'aware' },
  not_before: { disposition: 'connected_not_now', sentiment: 'neutral', interest: 'aware' },
  wrong_person: { disposition: 'connected_referred', sentiment: 'neutral' },
  not_a_fit: { disposition: 'connected_not_a_fit', sentiment: 'neutral', interest: 'none' },
  stop: { disposition: 'connected_do_not_call', sentiment: 'negative', interest: 'none' },
};

/** A buyer's own answers: each is a conversation record, and moves the member, in one transaction. */
@Injectable()
export class Responses {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly enrolments: Enrolments,
    private readonly conversations: Conversations,
    private readonly clock: Clock,
  ) {}

  /** The same answer again changes nothing; another one counts, because the last word does. */
  async answer(enrolmentId: string, answer: BuyerAnswer): Promise<void> {
    const by = `response:${enrolmentId}`;
    await transaction(this.source, by, async (manager) => {
      const member = await this.enrolments.facts(manager, enrolmentId);
      assertComplete(answer, await this.clock.now(manager));
      if (await this.repeated(manager, enrolmentId, answer)) return;
      const { choice, notBefore, name, email, words } = answer;
      // nobody named: all that we learn is that this is not the person
      const meaning = choice === 'wrong_person' && !name ? MEANING.not_a_fit : MEANING[choice];
      const recorded = await this.conversations.record(manager, {
        enrolmentId,
        source: 'response_page',
        by,
        ...meaning,
        ...(notBefore ? { notBefore } : {}),
        ...(words ? { verbatim: words } : {}),
        ...(choice === 'wrong_person' && name
          ? { newPeople: [{ name, email: email || undefined, role: 'unknown' as const }], referredTo: name }
          : {}),
      });
      // the wish binds every campaign, not only this one
      if (notBefore)
        await manager.query(
          'UPDATE contact SET not_before = greatest(not_before, $2), updated_at = app_now() WHERE id = $1',
          [member.contactId, notBefore],
        );
      await manager.insert(BuyerResponse, {
        enrolmentId,
        choice,
        notBefore: notBefore ?? null,
        words: words || null,
        conversationId: recorded.conversationId,
        referredContactId: recorded.found[0]?.contactId ?? null,
      });
    });
  }

  private async repeated(manager: EntityManager, enrolmentId: string, answer: BuyerAnswer): Promise<boolean> {
    const last = await row<{ choice: Choice; not_before: Date | null }>(
      manager,
      'SELECT choice, not_before FROM response WHERE enrolment_id = $1 ORDER BY answered_at DESC, id DESC LIMIT 1',
      [enrolmentId],
    );
    return (
      last?.choice === answer.choice && (last.not_before?.getTime() ?? null) === (answer.notBefore?.getTime() ?? null)
    );
  }
}

function assertComplete({ choice, notBefore }: BuyerAnswer, now: Date): void {
  const problem =
    choice === 'not_before' && (!notBefore || notBefore <= now) ? 'Please choose a day that is still to come.' : null;
  if (problem) throw new AnswerIncomplete(problem, [{ field: 'notBefore', code: 'invalid', message: problem }]);
}
