import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Disposition, Interest, Objection, Sentiment } from '../../../libs/plays/index.js';
import { withdrawNotBefore } from '../../accounts/index.js';
import { CAMPAIGN_SETTINGS, type EnrolmentFacts, Enrolments, OwnerNotices } from '../../campaigns/index.js';
import { Conversations, type RecordedConversation } from '../../feedback/index.js';
import { Clock, Invalid, row, Settings, transaction } from '../../platform/index.js';
import { Questions, type Answering } from './questions.js';
import { BuyerResponse, type Choice } from './response.entity.js';

export interface BuyerAnswer {
  choice: Choice;
  notBefore?: Date;
  /** wrong person: the right one; a question: who asks, where it is another person */
  name?: string;
  email?: string;
  words?: string;
  because?: Objection[];
  /** in which they read the page */
  language: string;
}

/** What the page may show of it. */
export interface Answered {
  choice: Choice;
  /** until when we keep quiet */
  until: Date | null;
  expert: string | null;
  replyWithinHours: number | null;
  referredTo: string | null;
}

interface Last {
  choice: Choice;
  notBefore: Date | null;
  fingerprint: string | null;
}

class AnswerIncomplete extends Invalid {}
class QuestionMissing extends Invalid {}

const HOUR = 3_600_000;

/** Each choice as a conversation's disposition. */
const MEANING: Record<Choice, { disposition: Disposition; sentiment: Sentiment; interest?: Interest }> = {
  interested: { disposition: 'connected_interested', sentiment: 'positive', interest: 'active' },
  // not final: the play rests until the answer is due, and then continues
  ask_expert: { disposition: 'connected_callback', sentiment: 'neutral', interest: 'curious' },
  not_now: { disposition: 'connected_not_now', sentiment: 'neutral', interest: 'aware' },
  not_before: { disposition: 'connected_not_now', sentiment: 'neutral', interest: 'aware' },
  wrong_person: { disposition: 'connected_referred', sentiment: 'neutral' },
  not_a_fit: { disposition: 'connected_not_a_fit', sentiment: 'neutral', interest: 'none' },
  stop_campaign: { disposition: 'connected_do_not_call', sentiment: 'negative', interest: 'none' },
  stop: { disposition: 'connected_do_not_call', sentiment: 'negative', interest: 'none' },
};

/** Which of the fields an answer has; a form, or a mail program, may send others. */
const PARTS: Record<Choice, (keyof BuyerAnswer)[]> = {
  interested: ['words'],
  ask_expert: ['words', 'name', 'email'],
  not_now: [],
  not_before: ['notBefore'],
  wrong_person: ['name', 'email'],
  not_a_fit: ['because', 'words'],
  stop_campaign: [],
  stop: [],
};

const LAST = `
SELECT choice, not_before, fingerprint FROM response WHERE enrolment_id = $1 ORDER BY answered_at DESC, id DESC
  LIMIT 1`;

/** A buyer's own answers: each is a conversation record, and moves the enrolment, in one transaction. */
@Injectable()
export class Responses {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly enrolments: Enrolments,
    private readonly conversations: Conversations,
    private readonly notices: OwnerNotices,
    private readonly questions: Questions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The same answer again changes nothing; another one counts, because the last word does. */
  async answer(enrolmentId: string, given: BuyerAnswer): Promise<Answered> {
    const by = `response:${enrolmentId}`;
    return transaction(this.source, by, async (manager) => {
      const enrolment = await this.enrolments.facts(manager, enrolmentId);
      const now = await this.clock.now(manager);
      const answer = only(given);
      assertComplete(answer, now);
      const answering = await this.questions.answering(manager, await propositionOf(manager, enrolment));
      const days = await this.settings.get(CAMPAIGN_SETTINGS.notNowDays, manager);
      const answered = told(answer, answering, new Date(now.getTime() + days * 24 * HOUR));
      const last = await row<Last>(manager, LAST, [enrolmentId]);
      const fingerprint = fingerprintOf(answer);
      if (last?.fingerprint === fingerprint) return answered;
      const due = answer.choice === 'ask_expert' ? new Date(now.getTime() + answering.hours * HOUR) : undefined;
      const recorded = await this.record(manager, enrolment, answer, { by, due, last });
      await this.follow(manager, enrolment, answer, { recorded, answering, last });
      await manager.insert(BuyerResponse, {
        enrolmentId,
        choice: answer.choice,
        notBefore: answer.notBefore ?? null,
        words: answer.words || null,
        conversationId: recorded.conversationId,
        referredContactId: recorded.found[0]?.contactId ?? null,
        fingerprint,
      });
      return answered;
    });
  }

  private record(
    manager: EntityManager,
    enrolment: EnrolmentFacts,
    answer: BuyerAnswer,
    { by, due, last }: { by: string; due: Date | undefined; last: Last | undefined },
  ): Promise<RecordedConversation> {
    const { choice, notBefore, words, because = [] } = answer;
    const referred = choice === 'wrong_person' ? nameOf(answer) : undefined;
    // without a name, all that we learn is that this is not the right person
    const { interest, ...meaning } = choice === 'wrong_person' && !referred ? MEANING.not_a_fit : MEANING[choice];
    // a question does not lower the interest that was recorded before
    const lessened = choice === 'ask_expert' && last?.choice === 'interested';
    return this.conversations.record(manager, {
      enrolmentId: enrolment.id,
      source: 'response_page',
      by,
      ...meaning,
      ...(interest && !lessened ? { interest } : {}),
      ...((notBefore ?? due) ? { notBefore: notBefore ?? due } : {}),
      ...(words ? { verbatim: words } : {}),
      objections: because.map((code) => ({ code })),
      ...(choice === 'stop_campaign' ? { thisCampaignOnly: true } : {}),
      ...(referred
        ? {
            newPeople: [{ name: referred, email: answer.email, role: 'unknown' as const }],
            referredTo: referred,
          }
        : {}),
    });
  }

  /** What else an answer changes: the contact's other campaigns, the expert's questions, the owner's tasks. */
  private async follow(
    manager: EntityManager,
    enrolment: EnrolmentFacts,
    answer: BuyerAnswer,
    { recorded, answering, last }: { recorded: RecordedConversation; answering: Answering; last: Last | undefined },
  ): Promise<void> {
    const { choice, language } = answer;
    const { id: enrolmentId, contactId, organizationId } = enrolment;
    const welcome = choice === 'interested' || choice === 'ask_expert';
    if (welcome && last?.choice === 'not_before') await withdrawNotBefore(manager, contactId, last.notBefore);
    if (choice === 'interested') await this.notices.handOver(manager, enrolmentId, 'is interested and waits for you');
    if (choice === 'wrong_person' && recorded.found[0])
      await this.notices.tell(manager, enrolmentId, {
        what: 'referred',
        title: `is the wrong person and named ${recorded.found[0].name}`,
        always: true,
        detail: { contactId: recorded.found[0].contactId },
      });
    if (choice !== 'ask_expert') return;
    const { conversationId } = recorded;
    const questionId = await this.questions.ask(
      manager,
      {
        propositionId: await propositionOf(manager, enrolment),
        question: answer.words,
        name: answer.name,
        replyAddress: answer.email,
        language,
        enrolment: { enrolmentId, organizationId, contactId, conversationId },
      },
      answering,
    );
    const whom = answering.expert?.displayName ?? 'our expert (none is named yet)';
    await this.notices.tell(manager, enrolmentId, {
      what: 'asked_expert',
      title: `asked ${whom} a question`,
      // where no expert is named, a person must notice
      always: !answering.expert,
      detail: { questionId },
    });
  }
}

function only(given: BuyerAnswer): BuyerAnswer {
  const parts = PARTS[given.choice].filter((part) => given[part] !== undefined);
  const answer = Object.fromEntries(parts.map((part) => [part, given[part]]));
  return { ...answer, choice: given.choice, language: given.language };
}

function fingerprintOf({ choice, notBefore, name, email, words, because }: BuyerAnswer): string {
  const told = [choice, notBefore?.toISOString(), name, email?.toLowerCase(), words, because?.toSorted()];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

function assertComplete({ choice, notBefore, words }: BuyerAnswer, now: Date): void {
  if (choice === 'ask_expert' && !words)
    throw new QuestionMissing('Please write your question.', [
      { field: 'words', code: 'required', message: 'a question is needed' },
    ]);
  if (choice !== 'not_before' || (notBefore && notBefore > now)) return;
  const message = 'Please choose a day that is still to come.';
  throw new AnswerIncomplete(message, [{ field: 'notBefore', code: 'invalid', message }]);
}

/** The person who was named; with only an address, the name that it seems to contain. */
function nameOf({ name, email }: BuyerAnswer): string | undefined {
  if (name || !email) return name;
  const [local] = email.split('@') as [string];
  const words = local.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;
}

function told(answer: BuyerAnswer, { expert, hours }: Answering, later: Date): Answered {
  const { choice, notBefore } = answer;
  return {
    choice,
    until: choice === 'not_now' ? later : (notBefore ?? null),
    expert: expert?.displayName ?? null,
    replyWithinHours: choice === 'ask_expert' ? hours : null,
    referredTo: choice === 'wrong_person' ? (nameOf(answer) ?? null) : null,
  };
}

async function propositionOf(manager: EntityManager, { versionId }: EnrolmentFacts): Promise<string> {
  const found = await row<{ id: string }>(
    manager,
    'SELECT proposition_id AS id FROM proposition_version WHERE id = $1',
    [versionId],
  );
  return found!.id;
}
