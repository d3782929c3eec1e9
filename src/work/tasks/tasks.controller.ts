import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { DISPOSITIONS } from '../../../libs/plays/index.js';
import {
  Allow,
  ForMany,
  Id,
  Instant,
  Listed,
  ListOfPages,
  Many,
  ManyDone,
  matching,
  page,
  rows,
  Text,
  Writes,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Cards, seesOnlyOwn } from '../brief/cards.js';
import { Claims } from '../claims/claims.js';
import { Ownerships } from '../ownership/ownerships.js';
import { Task } from './task.entity.js';
import { TaskCard, TaskRow } from './task.view.js';
import { TASK_KINDS, TASK_STATES } from './kinds.js';

class Snooze {
  @Instant() until: Date;
  @Text({ example: 'asked to be called after the stocktaking' }) reason: string;
}

class Reassignments extends Many {
  @Id() repId: string;
  @Text({ example: 'Nancy moves to another region' }) reason: string;
}

const TASKS: Listing = {
  id: 't.id',
  defaultSort: '-contribution',
  sorts: {
    contribution: { column: 't.contribution', kind: 'number', of: (task: Task) => task.contribution },
    dueAt: { column: 't.dueAt', kind: 'instant', of: (task: Task) => task.dueAt },
    createdAt: { column: 't.createdAt', kind: 'instant', of: (task: Task) => task.createdAt },
    closedAt: { column: 't.closedAt', kind: 'instant', of: (task: Task) => task.closedAt },
  },
  filters: {
    state: { column: 't.state', kind: 'text', values: TASK_STATES },
    kind: { column: 't.kind', kind: 'text', values: TASK_KINDS },
    campaignId: { column: 't.campaignId', kind: 'id' },
    organizationId: { column: 't.organizationId', kind: 'id' },
    contactId: { column: 't.contactId', kind: 'id' },
    enrolmentId: { column: 't.enrolmentId', kind: 'id' },
    repId: { column: 't.repId', kind: 'id' },
    claimedBy: { column: 't.claimedBy', kind: 'id' },
    closedBy: { column: 't.closedBy', kind: 'id' },
    disposition: { column: 't.disposition', kind: 'text', values: DISPOSITIONS },
    dueAt: { column: 't.dueAt', kind: 'instant' },
    closedAt: { column: 't.closedAt', kind: 'instant' },
  },
  search: ['t.title'],
};

@ApiTags('work')
@Controller('tasks')
export class TasksController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly cards: Cards,
    private readonly claims: Claims,
    private readonly ownerships: Ownerships,
  ) {}

  /** For a rep, their own and those of the reps they cover; all, for every other role. */
  @Get()
  @Allow('everyone')
  @ListOfPages(TASKS, TaskRow)
  async list(@Listed(TASKS) query: ListQuery, @Req() { actor }: ActorRequest): Promise<Page<TaskRow>> {
    const qb = this.source.getRepository(Task).createQueryBuilder('t');
    if (seesOnlyOwn(actor!))
      qb.where("(t.repId = ANY(:mine) OR t.closedBy = :me OR (t.state = 'claimed' AND t.claimedBy = :me))", {
        me: actor!.id,
        mine: [actor!.id, ...(await this.claims.covered(this.source.manager, actor!.id))],
      });
    const { items, ...rest } = await page(qb, TASKS, query);
    return { items: await this.cards.rows(this.source.manager, items), ...rest };
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: TaskCard })
  get(@Param('id') id: string, @Req() { actor }: ActorRequest): Promise<TaskCard> {
    return this.cards.show(this.source.manager, id, actor!);
  }

  /**
   * Gives the organizations of the open tasks that match to another rep, with all their open tasks; the rest stays as
   * it is.
   */
  @Post('reassignments')
  @Allow('manager', 'sales_ops', 'admin')
  @ForMany(TASKS)
  reassign(
    @Listed(TASKS) query: ListQuery,
    @Body() { repId, reason, ...many }: Reassignments,
    @Writes() write: Write,
  ): Promise<ManyDone> {
    return write(async (manager) => {
      const ids = await matching(manager.getRepository(Task).createQueryBuilder('t'), TASKS, query, many);
      const organizations = await rows<{ id: string }>(manager, ORGANIZATIONS_OF, [ids]);
      const given = await this.ownerships.reassign(
        manager,
        organizations.map(({ id }) => id),
        { repId, reason, changedBy: write.actor.id },
      );
      const meant = new Set(ids);
      const done = given.filter((id) => meant.has(id)).length;
      return { done, left: ids.length - done };
    });
  }

  /** Puts the task aside until then. */
  @Post(':id/snooze')
  @Allow('rep', 'manager')
  @HttpCode(200)
  @ApiOkResponse({ type: TaskCard })
  snooze(@Param('id') id: string, @Body() body: Snooze, @Writes() write: Write): Promise<TaskCard> {
    return write(async (manager) => {
      await this.claims.snooze(manager, write.actor.id, id, body.until, body.reason);
      return this.cards.get(manager, id);
    });
  }
}

/** $1 tasks. The organizations of those that are not done. */
const ORGANIZATIONS_OF = `
SELECT DISTINCT organization_id AS id FROM task WHERE id = ANY($1) AND state IN ('open', 'snoozed', 'claimed')`;
