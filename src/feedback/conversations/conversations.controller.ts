import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { DISPOSITIONS, INTERESTS, OBJECTIONS, ROLES, SENTIMENTS } from '../../../libs/plays/index.js';
import {
  Allow,
  Listed,
  ListOfPages,
  page,
  row,
  rows,
  Writes,
  type Actor,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { seesPersonal } from '../buying/personal-risk.sql.js';
import { NewConversation } from './conversation.body.js';
import { Conversation } from './conversation.entity.js';
import {
  ConversationRecord,
  ConversationView,
  ListedConversation,
  NAMED,
  PARTS,
  type ConversationParts,
} from './conversation.view.js';
import { Conversations, ConversationNotFound } from './conversations.js';
import { MeetingAnswers } from './meeting-answers.js';
import { Meetings } from './meetings.js';
import { CONNECTED, SOURCES } from './kinds.js';

const SPOKEN = `(c.disposition IN (${CONNECTED.map((each) => `'${each}'`).join(', ')}))`;
/** A contact's latest interest in a campaign: one conversation for each contact, as the scoreboard counts. */
const LATEST = `(c.enrolmentId IS NOT NULL AND c.interest <> 'unknown' AND NOT EXISTS (
  SELECT FROM conversation n
    WHERE n.enrolment_id = c.enrolmentId AND n.interest <> 'unknown'
    AND (n.occurred_at, n.id) > (c.occurredAt, c.id)))`;
const QUOTED =
  '(c.verbatim IS NOT NULL OR EXISTS (SELECT FROM objection x WHERE x.conversation_id = c.id AND x.verbatim IS NOT NULL))';

/** Who looks for objections finds no personal risk that they may not read. */
const OPEN_TO = `(NOT EXISTS (SELECT FROM objection x WHERE x.conversation_id = c.id AND x.code = 'risk_personal')
  OR ${seesPersonal('c.organizationId', ':viewer')})`;

const CONVERSATIONS: Listing = {
  id: 'c.id',
  defaultSort: '-recordedAt',
  sorts: {
    recordedAt: { column: 'c.recordedAt', kind: 'instant', of: (one: Conversation) => one.recordedAt },
    occurredAt: { column: 'c.occurredAt', kind: 'instant', of: (one: Conversation) => one.occurredAt },
  },
  filters: {
    versionId: { column: 'c.versionId', kind: 'id' },
    campaignId: { column: 'c.campaignId', kind: 'id' },
    enrolmentId: { column: 'c.enrolmentId', kind: 'id' },
    organizationId: { column: 'c.organizationId', kind: 'id' },
    contactId: { column: 'c.contactId', kind: 'id' },
    sessionId: { column: 'c.sessionId', kind: 'id' },
    repId: { column: 'c.repId', kind: 'id' },
    source: { column: 'c.source', kind: 'text', values: SOURCES },
    role: { column: "coalesce(c.role, 'unknown')", kind: 'text', values: ROLES },
    industry: { column: '(SELECT o.industry FROM organization o WHERE o.id = c.organizationId)', kind: 'text' },
    stepKey: { column: 'c.stepKey', kind: 'text' },
    connected: { column: SPOKEN, kind: 'flag' },
    latest: { column: LATEST, kind: 'flag' },
    competitor: { column: 'c.competitor', kind: 'text' },
    quoted: { column: QUOTED, kind: 'flag' },
    disposition: { column: 'c.disposition', kind: 'text', values: DISPOSITIONS },
    sentiment: { column: 'c.sentiment', kind: 'text', values: SENTIMENTS },
    interest: { column: 'c.interest', kind: 'text', values: [...INTERESTS, 'unknown'] },
    objection: {
      column: 'ARRAY(SELECT x.code FROM objection x WHERE x.conversation_id = c.id)',
      kind: 'set',
      values: OBJECTIONS,
    },
    simulated: { column: 'c.simulated', kind: 'flag' },
    recordedAt: { column: 'c.recordedAt', kind: 'instant' },
    occurredAt: { column: 'c.occurredAt', kind: 'instant' },
  },
  search: ['c.verbatim', 'c.wants', 'c.needs', 'c.aspirations', 'c.whatChanged'],
};

@ApiTags('feedback')
@Controller('conversations')
export class ConversationsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly conversations: Conversations,
    private readonly meetings: Meetings,
    private readonly meetingAnswers: MeetingAnswers,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(CONVERSATIONS, ListedConversation)
  async list(
    @Listed(CONVERSATIONS) query: ListQuery,
    @Req() { actor }: ActorRequest,
  ): Promise<Page<ListedConversation>> {
    // an export leaves Overture, so that it has only what every user may read
    const viewer = query.sort === '' ? null : actor!.id;
    const qb = this.source.getRepository(Conversation).createQueryBuilder('c');
    if (
      query.count?.includes('objection') ||
      query.filters.some(({ name }) => name === 'objection' || name === 'quoted')
    )
      qb.where(OPEN_TO, { viewer });
    const { items, ...rest } = await page(qb, CONVERSATIONS, query);
    const named = await rows<ListedConversation>(this.source.manager, NAMED, [items.map(({ id }) => id), viewer]);
    const names = new Map(named.map((each) => [each.id, each]));
    return { items: items.map((one) => ({ ...ConversationView.of(one), ...names.get(one.id)! })), ...rest };
  }

  /**
   * Records the conversation, closes the task, and moves the enrolment, all in one transaction. Clicking twice records
   * it once.
   */
  @Post()
  @Allow('rep', 'manager')
  @ApiCreatedResponse({ type: ConversationRecord })
  log(@Body() body: NewConversation, @Writes() write: Write): Promise<ConversationRecord> {
    return write(async (manager) =>
      this.view(manager, await this.conversations.log(manager, body, write.actor.id), write.actor),
    );
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: ConversationRecord })
  get(@Param('id') id: string, @Req() { actor }: ActorRequest): Promise<ConversationRecord> {
    return this.view(this.source.manager, id, actor!);
  }

  /** The meeting that was booked, for a calendar. */
  @Get(':id/meeting.ics')
  @Allow('everyone')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async meeting(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const calendar = await this.meetings.calendar(id);
    void reply
      .header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
      .header('content-disposition', 'attachment; filename="meeting.ics"')
      .send(calendar);
  }

  private async view(manager: EntityManager, id: string, actor: Actor): Promise<ConversationRecord> {
    const conversation = await manager.findOneBy(Conversation, { id });
    if (!conversation) throw new ConversationNotFound('There is no such conversation.');
    const parts = await row<ConversationParts>(manager, PARTS, [id, actor.id]);
    return {
      ...ConversationView.of(conversation),
      ...parts!,
      meetingAnswers: await this.meetingAnswers.of(manager, id),
    };
  }
}
