import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  Allow,
  Clock,
  Forbidden,
  Id,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  row,
  Text,
  Writes,
  type Actor,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { ExpertQuestion, MAIL_STATES, type MailState } from './question.entity.js';
import { Questions } from './questions.js';

const STATES = ['open', 'overdue', 'answered'] as const;

class QuestionNotYours extends Forbidden {}

class NewAnswer {
  @Text({
    optional: true,
    lines: true,
    max: 4_000,
    description: 'for colleagues',
    example: 'Sent the interface guide.',
  })
  answer?: string;
}

class MailSettlement {
  @OneOf(['sent', 'not_sent'], { description: 'not_sent: it is mailed again' }) result: 'sent' | 'not_sent';
}

class ExpertQuestionView {
  @Id() id: string;
  @Id() propositionId: string;
  @OneOf(STATES) state: (typeof STATES)[number];
  @Text({ lines: true }) question: string;
  @Text({ nullable: true }) name: string | null;
  @Text({ nullable: true, example: 'maria.anders@example.com' }) replyAddress: string | null;
  @Text({ example: 'de' }) language: string;
  @Id({ nullable: true, description: 'null: asked on the open page, by an unknown person' }) organizationId:
    | string
    | null;
  @Id({ nullable: true }) contactId: string | null;
  @Id({ nullable: true }) enrolmentId: string | null;
  @Id({ nullable: true }) conversationId: string | null;
  @Instant() askedAt: Date;
  @Instant() dueAt: Date;
  @OneOf(MAIL_STATES, { description: 'of the mail that tells the expert' }) mailState: MailState;
  @Text({ nullable: true, description: 'the expert’s address, once it was mailed' }) recipient: string | null;
  @Text({ nullable: true, description: 'the mail server’s own words' }) mailResponse: string | null;
  @Instant({ nullable: true }) sentAt: Date | null;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @Id({ nullable: true }) answeredBy: string | null;
  @Text({ nullable: true, lines: true }) answer: string | null;

  static of(question: ExpertQuestion, now: Date): ExpertQuestionView {
    const state = question.answeredAt ? 'answered' : question.dueAt < now ? 'overdue' : 'open';
    return { ...question, state };
  }
}

const QUESTIONS: Listing = {
  id: 'q.id',
  defaultSort: 'dueAt',
  sorts: {
    dueAt: { column: 'q.dueAt', kind: 'instant', of: (question: ExpertQuestion) => question.dueAt },
    askedAt: { column: 'q.askedAt', kind: 'instant', of: (question: ExpertQuestion) => question.askedAt },
  },
  filters: {
    state: {
      column:
        "CASE WHEN q.answeredAt IS NOT NULL THEN 'answered' WHEN q.dueAt < app_now() THEN 'overdue' ELSE 'open' END",
      kind: 'text',
      values: STATES,
    },
    propositionId: { column: 'q.propositionId', kind: 'id' },
    organizationId: { column: 'q.organizationId', kind: 'id' },
    contactId: { column: 'q.contactId', kind: 'id' },
    mailState: { column: 'q.mailState', kind: 'text', values: MAIL_STATES },
    dueAt: { column: 'q.dueAt', kind: 'instant' },
    askedAt: { column: 'q.askedAt', kind: 'instant' },
  },
  search: ['q.question', 'q.name'],
};

/** A rep: those of their own organizations, and those they are the expert for. */
const MINE = `(EXISTS (SELECT FROM ownership w WHERE w.organization_id = q.organizationId AND w.rep_id = :me)
  OR EXISTS (SELECT FROM expert x WHERE x.proposition_id = q.propositionId AND x.user_id = :me))`;
const IS_MINE = `
SELECT FROM expert_question q
  WHERE q.id = $1 AND (EXISTS (SELECT FROM ownership w WHERE w.organization_id = q.organization_id AND w.rep_id = $2)
  OR EXISTS (SELECT FROM expert x WHERE x.proposition_id = q.proposition_id AND x.user_id = $2))`;
const isOnlyRep = ({ roles }: Actor): boolean => roles.every((role) => role === 'rep');

@ApiTags('channels')
@Controller('expert-questions')
export class QuestionsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly questions: Questions,
    private readonly clock: Clock,
  ) {}

  /** Buyers' questions, the most urgent first: `?state=open,overdue`. A rep sees those of their own organizations. */
  @Get()
  @Allow('everyone')
  @ListOfPages(QUESTIONS, ExpertQuestionView)
  async list(@Listed(QUESTIONS) query: ListQuery, @Req() { actor }: ActorRequest): Promise<Page<ExpertQuestionView>> {
    const qb = this.source.getRepository(ExpertQuestion).createQueryBuilder('q');
    if (isOnlyRep(actor!)) qb.where(MINE, { me: actor!.id });
    const [{ items, ...rest }, now] = await Promise.all([page(qb, QUESTIONS, query), this.clock.now()]);
    return { items: items.map((question) => ExpertQuestionView.of(question, now)), ...rest };
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: ExpertQuestionView })
  async get(@Param('id') id: string, @Req() { actor }: ActorRequest): Promise<ExpertQuestionView> {
    return this.view(this.source.manager, actor!, await this.questions.get(this.source.manager, id));
  }

  /** Marks the question as answered. The first to do so is recorded. */
  @Post(':id/answer')
  @Allow('everyone')
  @HttpCode(200)
  @ApiOkResponse({ type: ExpertQuestionView })
  answer(@Param('id') id: string, @Body() body: NewAnswer, @Writes() write: Write): Promise<ExpertQuestionView> {
    return write(async (manager) => {
      await this.view(manager, write.actor, await this.questions.get(manager, id));
      const answered = await this.questions.answer(manager, id, write.actor.id, body.answer || null);
      return this.view(manager, write.actor, answered);
    });
  }

  /** Settles a mail that is unknown or bounced. */
  @Post(':id/mail-settlement')
  @Allow('sales_ops', 'manager', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ type: ExpertQuestionView })
  settle(@Param('id') id: string, @Body() body: MailSettlement, @Writes() write: Write): Promise<ExpertQuestionView> {
    return write(async (manager) =>
      this.view(manager, write.actor, await this.questions.settleMail(manager, id, body.result)),
    );
  }

  private async view(manager: EntityManager, actor: Actor, question: ExpertQuestion): Promise<ExpertQuestionView> {
    if (isOnlyRep(actor) && !(await row(manager, IS_MINE, [question.id, actor.id])))
      throw new QuestionNotYours('This question was asked by an organization that you do not own.');
    return ExpertQuestionView.of(question, await this.clock.now(manager));
  }
}
