import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Flag,
  Id,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  rows,
  Text,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { CheckInNeed, NEED_KINDS, NEED_STATES } from './check-in-need.entity.js';
import { Needs } from './needs.js';

class SuggestedCohort {
  @Id({ nullable: true, description: 'null: no cohort fits' }) cohortId: string | null;
}
class NeedDecision {
  @Flag() approve: boolean;
  @Text({ optional: true, max: 500, description: 'needed to refuse' }) reason?: string;
}

export class NeedView {
  @Id() id: string;
  @Id() checkInId: string;
  @Id() organizationId: string;
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @OneOf(NEED_KINDS) kind: string;
  @Text({ lines: true, description: 'in the customer’s own words' }) words: string;
  @OneOf(NEED_STATES) state: string;
  @Id({ nullable: true }) cohortId: string | null;
  @Text({ nullable: true }) cohort: string | null;
  @Text({ nullable: true, description: 'why it was refused, or what sales ops added' }) reason: string | null;
  @Instant() createdAt: Date;
  @Id({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
}

const NEEDS: Listing = {
  id: 'n.id',
  defaultSort: '-createdAt',
  sorts: { createdAt: { column: 'n.createdAt', kind: 'instant', of: (need: CheckInNeed) => need.createdAt } },
  filters: {
    state: { column: 'n.state', kind: 'text', values: NEED_STATES },
    kind: { column: 'n.kind', kind: 'text', values: NEED_KINDS },
    organizationId: { column: 'n.organizationId', kind: 'id' },
    checkInId: { column: 'n.checkInId', kind: 'id' },
    cohortId: { column: 'n.cohortId', kind: 'id' },
    createdAt: { column: 'n.createdAt', kind: 'instant' },
  },
  search: ['n.words'],
};
const NAMES = `
SELECT n.id, o.name AS organization, c.name AS cohort
  FROM check_in_need n JOIN organization o ON o.id = n.organization_id LEFT JOIN cohort c ON c.id = n.cohort_id
    WHERE n.id = ANY($1)`;

/** What customers lack: what sales ops decide on, and what executives read because nothing of ours is made for it. */
@ApiTags('feedback')
@Controller('needs')
export class NeedsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly needs: Needs,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(NEEDS, NeedView)
  async list(@Listed(NEEDS) query: ListQuery): Promise<Page<NeedView>> {
    const { items, ...rest } = await page(this.source.getRepository(CheckInNeed).createQueryBuilder('n'), NEEDS, query);
    return { items: await this.views(items), ...rest };
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: NeedView })
  async get(@Param('id') id: string): Promise<NeedView> {
    return (await this.views([await this.needs.get(this.source.manager, id)]))[0]!;
  }

  /** A rep thinks that the organization belongs to this cohort. */
  @Put(':id/cohort')
  @Allow('rep', 'manager')
  @ApiOkResponse({ type: NeedView })
  async suggest(
    @Param('id') id: string,
    @Body() { cohortId }: SuggestedCohort,
    @Writes() write: Write,
  ): Promise<NeedView> {
    const need = await write((manager) => this.needs.suggest(manager, id, cohortId));
    return (await this.views([need]))[0]!;
  }

  /** Sales ops approve, and the organization joins the cohort's next snapshot; or refuse, with a reason. */
  @Post(':id/decision')
  @Allow('sales_ops', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ type: NeedView })
  async decide(@Param('id') id: string, @Body() body: NeedDecision, @Writes() write: Write): Promise<NeedView> {
    const need = await write((manager) => this.needs.decide(manager, id, body, write.actor.id));
    return (await this.views([need]))[0]!;
  }

  private async views(needs: CheckInNeed[]): Promise<NeedView[]> {
    const names = await rows<{ id: string; organization: string; cohort: string | null }>(this.source, NAMES, [
      needs.map(({ id }) => id),
    ]);
    return needs.map((need) => ({ ...need, ...names.find(({ id }) => id === need.id)! }));
  }
}
