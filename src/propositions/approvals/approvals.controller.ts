import { Body, Controller, Get, Param, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Writes,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Approval, APPROVAL_STATES, DECISIONS, type ApprovalDecision } from './approval.entity.js';
import { ApprovalView } from './approval.view.js';
import { DECIDERS } from './approvers.sql.js';
import { Dossiers } from './dossiers.js';
import { Approvals } from './approvals.js';
import { VersionView } from '../versions/version.view.js';

class NewDecision {
  @OneOf(DECISIONS) decision: ApprovalDecision;
  @Text({ optional: true, nullable: true, lines: true, max: 5_000, description: 'needed unless you simply approve' })
  note?: string | null;
}

const APPROVALS: Listing = {
  id: 'a.id',
  defaultSort: 'dueAt',
  sorts: { dueAt: { column: 'a.dueAt', kind: 'instant', of: (approval: Approval) => approval.dueAt } },
  filters: {
    mine: {
      column: `(a.state = 'pending' AND EXISTS (SELECT FROM (${DECIDERS}) seat WHERE seat.user_id = :actor))`,
      kind: 'flag',
    },
    overdue: { column: "(a.state = 'pending' AND a.dueAt < app_now())", kind: 'flag' },
    state: { column: 'a.state', kind: 'text', values: APPROVAL_STATES },
    department: { column: 'a.department', kind: 'text' },
    versionId: { column: 'a.versionId', kind: 'id' },
    dueAt: { column: 'a.dueAt', kind: 'instant' },
  },
};

@ApiTags('propositions')
@Controller()
export class ApprovalsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reviews: Approvals,
    private readonly dossiers: Dossiers,
  ) {}

  /** Asks each required department to decide. Refused with everything that is missing. */
  @Post('versions/:id/submission')
  @Allow('everyone')
  @ApiCreatedResponse({ type: VersionView })
  submit(@Param('id') id: string, @Writes() write: Write): Promise<VersionView> {
    return write(async (manager) => {
      await this.reviews.submit(manager, write.actor, id);
      return this.dossiers.read(manager, id);
    });
  }

  /** An author takes a version back from review to draft. */
  @Post('versions/:id/recall')
  @Allow('everyone')
  @ApiCreatedResponse({ type: VersionView })
  recall(@Param('id') id: string, @Writes() write: Write): Promise<VersionView> {
    return write(async (manager) => {
      await this.reviews.recall(manager, write.actor, id);
      return this.dossiers.read(manager, id);
    });
  }

  /** `mine=true`: what waits for me, by my department or by delegation. `overdue=true`: what is late. */
  @Get('approvals')
  @Allow('everyone')
  @ListOfPages(APPROVALS, ApprovalView)
  async list(@Listed(APPROVALS) query: ListQuery, @Req() request: ActorRequest): Promise<Page<ApprovalView>> {
    const qb = this.source.getRepository(Approval).createQueryBuilder('a').setParameter('actor', request.actor!.id);
    const { items, ...rest } = await page(qb, APPROVALS, query);
    return { items: await ApprovalView.all(this.source.manager, items), ...rest };
  }

  /** One department's decision; the version moves on with the last one, and at once with a rejection. */
  @Put('approvals/:id/decision')
  @Allow('executive', 'sales_ops', 'manager', 'admin')
  @ApiOkResponse({ type: ApprovalView })
  decide(
    @Param('id') id: string,
    @Body() { decision, note }: NewDecision,
    @Writes() write: Write,
  ): Promise<ApprovalView> {
    return write(async (manager) => {
      const approval = await this.reviews.decide(manager, write.actor, id, decision, note || null);
      return (await ApprovalView.all(manager, [approval]))[0]!;
    });
  }
}
