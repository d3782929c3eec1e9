import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  Allow,
  Listed,
  ListOfPages,
  NotFound,
  page,
  row,
  rows,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { NewGroupConversation } from './group-conversation.body.js';
import { GroupSession } from './group-session.entity.js';
import { GroupSessionRecord, GroupSessionView, NAMED, WHO } from './group-session.view.js';
import { GroupSessions } from './group-sessions.js';

class GroupConversationNotFound extends NotFound {}

const SESSIONS: Listing = {
  id: 's.id',
  defaultSort: '-heldAt',
  sorts: { heldAt: { column: 's.heldAt', kind: 'instant', of: (one: GroupSession) => one.heldAt } },
  filters: {
    organizationId: { column: 's.organizationId', kind: 'id' },
    campaignId: { column: 's.campaignId', kind: 'id' },
    repId: { column: 's.repId', kind: 'id' },
    heldAt: { column: 's.heldAt', kind: 'instant' },
  },
};

type Names = { id: string; organization: string; rep: string };

@ApiTags('feedback')
@Controller('group-conversations')
export class GroupSessionsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sessions: GroupSessions,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(SESSIONS, GroupSessionView)
  async list(@Listed(SESSIONS) query: ListQuery): Promise<Page<GroupSessionView>> {
    const { items, ...rest } = await page(
      this.source.getRepository(GroupSession).createQueryBuilder('s'),
      SESSIONS,
      query,
    );
    return { items: await named(this.source.manager, items), ...rest };
  }

  /**
   * Records one conversation with several contacts: each with their own outcome, all in one transaction. Clicking twice
   * records it once.
   */
  @Post()
  @Allow('rep', 'manager')
  @ApiCreatedResponse({ type: GroupSessionRecord })
  record(@Body() body: NewGroupConversation, @Writes() write: Write): Promise<GroupSessionRecord> {
    return write(async (manager) => view(manager, await this.sessions.record(manager, body, write.actor)));
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: GroupSessionRecord })
  get(@Param('id') id: string): Promise<GroupSessionRecord> {
    return view(this.source.manager, id);
  }
}

async function named(manager: EntityManager, sessions: GroupSession[]): Promise<GroupSessionView[]> {
  const found = await rows<Names>(manager, NAMED, [sessions.map(({ id }) => id)]);
  const names = new Map(found.map((each) => [each.id, each]));
  return sessions.map((one) => ({ ...one, ...names.get(one.id)! }));
}

async function view(manager: EntityManager, id: string): Promise<GroupSessionRecord> {
  const session = await manager.findOneBy(GroupSession, { id });
  if (!session) throw new GroupConversationNotFound('There is no such group conversation.');
  const [shown] = await named(manager, [session]);
  const who = await row<Pick<GroupSessionRecord, 'participants' | 'absent'>>(manager, WHO, [id]);
  return { ...shown!, ...who! };
}
