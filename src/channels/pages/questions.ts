import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Experts, type ExpertFacts } from '../../propositions/index.js';
import { Conflict, Invalid, NotFound, row, Settings, touched } from '../../platform/index.js';
import { ExpertQuestion } from './question.entity.js';
import { CHANNEL_SETTINGS } from '../channel.settings.js';

class QuestionMissing extends Invalid {}
class QuestionNotFound extends NotFound {}
class MailNotSettled extends Conflict {}

/** Who would answer, and by when: what a page may promise. */
export interface Answering {
  expert: ExpertFacts | undefined;
  hours: number;
}

export interface NewQuestion {
  propositionId: string;
  question: string | undefined;
  name?: string;
  replyAddress?: string;
  language: string;
  /** of the page that was sent: the same page sent twice is one question */
  once?: string;
  /** who asked, where we know */
  enrolment?: { enrolmentId: string; organizationId: string; contactId: string; conversationId: string };
}

// One moment for both: app_now() moves on within a statement. DO UPDATE of nothing, because DO NOTHING would answer no
// id
const ASK = `
WITH asked AS MATERIALIZED (SELECT app_now()::timestamptz(3) AS moment)
INSERT INTO expert_question (proposition_id, enrolment_id, organization_id, contact_id, conversation_id, question,
    name, reply_address, language, once, asked_at, due_at)
SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, moment, moment + make_interval(hours => $11) FROM asked
ON CONFLICT (once) DO UPDATE SET once = excluded.once RETURNING id`;

const ANSWER = `
UPDATE expert_question SET answered_at = app_now(), answered_by = $2, answer = $3
  WHERE id = $1 AND answered_at IS NULL`;

/** Also where the mail bounced: the expert's address may have been corrected since. */
const SETTLE = `
UPDATE expert_question
   SET mail_state = CASE WHEN $2 = 'sent' THEN 'sent' ELSE 'queued' END, next_attempt_at = app_now(),
       mail_response = $3,
       sent_at = CASE WHEN $2 = 'sent' THEN coalesce(sent_at, app_now()) END
 WHERE id = $1 AND mail_state IN ('unknown', 'bounced')`;

/** Buyers' questions, from asked to answered. */
@Injectable()
export class Questions {
  constructor(
    private readonly experts: Experts,
    private readonly settings: Settings,
  ) {}

  async answering(manager: EntityManager, propositionId: string): Promise<Answering> {
    const expert = await this.experts.onDuty(manager, propositionId);
    return {
      expert,
      hours: expert?.replyWithinHours ?? (await this.settings.get(CHANNEL_SETTINGS.expertReplyHours, manager)),
    };
  }

  /** Keeps the question; the sweep mails it. Where no expert is named it waits for one, and is listed meanwhile. */
  async ask(manager: EntityManager, asked: NewQuestion, { hours }: Answering): Promise<string> {
    const { propositionId, enrolment, question, name, replyAddress, language, once } = asked;
    if (!question)
      throw new QuestionMissing('Please write your question.', [
        { field: 'question', code: 'required', message: 'a question is needed' },
      ]);
    const kept = await row<{ id: string }>(manager, ASK, [
      propositionId,
      enrolment?.enrolmentId ?? null,
      enrolment?.organizationId ?? null,
      enrolment?.contactId ?? null,
      enrolment?.conversationId ?? null,
      question,
      name || null,
      replyAddress || null,
      language,
      once ?? null,
      hours,
    ]);
    return kept!.id;
  }

  async get(manager: EntityManager, id: string): Promise<ExpertQuestion> {
    const question = await manager.findOneBy(ExpertQuestion, { id });
    if (!question) throw new QuestionNotFound('There is no such question.');
    return question;
  }

  /** The first answer counts. */
  async answer(manager: EntityManager, id: string, by: string, answer: string | null): Promise<ExpertQuestion> {
    await touched(manager, ANSWER, [id, by, answer]);
    return this.get(manager, id);
  }

  /** A person who knows what became of a mail records it; `not_sent` sends it again. */
  async settleMail(manager: EntityManager, id: string, result: 'sent' | 'not_sent'): Promise<ExpertQuestion> {
    const changed = await touched(manager, SETTLE, [id, result, `settled by a person: ${result}`]);
    const question = await this.get(manager, id);
    if (changed === 0)
      throw new MailNotSettled(
        `The mail is ${question.mailState}; only one that is unknown or bounced can be settled by a person.`,
      );
    return question;
  }
}
