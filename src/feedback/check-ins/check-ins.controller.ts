import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Transform } from 'class-transformer';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Id,
  IfMatch,
  Ids,
  Listed,
  ListOfPages,
  OneOf,
  page,
  rows,
  SomeOf,
  Text,
  Whole,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { CHECK_IN_STATES, CheckIn, DROPPED } from './check-in.entity.js';
import { CheckInAnswers } from './check-in.body.js';
import {
  CheckInSummaryView,
  CheckInView,
  DueView,
  ListedCheckIn,
  OpenCohorts,
  ToldView,
  DUE_REASONS,
  PictureBody,
  TIERS,
} from './check-in.view.js';
import { CheckIns } from './check-ins.js';

const list = Transform(({ value }) => (typeof value === 'string' ? value.split(',') : value) as unknown);
const number = Transform(({ value }) => (typeof value === 'string' ? Number(value) : value) as unknown);
const CURSOR = /^\d{1,9}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

class DueQuery {
  @list @SomeOf(DUE_REASONS, { optional: true }) reason?: string[];
  @list @SomeOf(TIERS, { optional: true }) tier?: string[];
  @list @Ids({ optional: true, max: 100 }) ownerId?: string[];
  @Text({ optional: true, pattern: CURSOR, description: 'nextCursor of the page before' }) cursor?: string;
  @number @Whole({ optional: true, min: 1, max: 500 }) limit?: number;
  @Text({ optional: true, description: 'anything: counts by reason and tier come along' }) count?: string;
}
class SummaryQuery {
  @number @Whole({ optional: true, min: 1, max: 3650 }) days?: number;
}
const CHECK_INS: Listing = {
  id: 'i.id',
  defaultSort: '-startedAt',
  sorts: {
    startedAt: { column: 'i.startedAt', kind: 'instant', of: (one: CheckIn) => one.startedAt },
  },
  filters: {
    state: { column: 'i.state', kind: 'text', values: CHECK_IN_STATES },
    gap: { column: 'i.gap', kind: 'number' },
    organizationId: { column: 'i.organizationId', kind: 'id' },
    doneBy: { column: 'i.doneBy', kind: 'id' },
    forOwner: { column: 'i.forOwner', kind: 'id' },
    endedAt: { column: 'i.endedAt', kind: 'instant' },
  },
};
class NewCheckIn extends PictureBody {
  @Id() organizationId: string;
}
class Drop {
  @OneOf(DROPPED) why: (typeof DROPPED)[number];
}

@ApiTags('feedback')
@Controller()
export class CheckInsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly checkIns: CheckIns,
  ) {}

  /** Customers whose check-in is due, the most urgent first; size never excludes one. */
  @Get('check-ins/due')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ApiOkResponse({ type: DueView })
  async due(@Query() { reason, tier, ownerId, cursor, limit = 50, count }: DueQuery): Promise<DueView> {
    const [urgency, id] = cursor?.split('~') ?? [];
    const after = id === undefined ? null : { urgency: Number(urgency), id };
    const asked = { reasons: reason, tiers: tier, owners: ownerId };
    const found = await this.checkIns.due({ ...asked, after, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    const page = { items, nextCursor: last ? `${last.urgency}~${last.id}` : null };
    if (count === undefined) return page;
    const { total, ...by } = await this.checkIns.dueCounts(asked);
    return { ...page, counts: { total, by } };
  }

  /** Begins with what you believe. No proposition is part of it. */
  @Post('check-ins')
  @Allow('rep', 'manager')
  @ApiCreatedResponse({ type: CheckInView })
  start(@Body() { organizationId, ...assumption }: NewCheckIn, @Writes() write: Write): Promise<CheckInView> {
    return write(async (m) => CheckInView.of(await this.checkIns.start(m, organizationId, assumption, write.actor.id)));
  }

  @Get('check-ins')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ListOfPages(CHECK_INS, ListedCheckIn)
  async list(@Listed(CHECK_INS) query: ListQuery): Promise<Page<ListedCheckIn>> {
    const { items, ...rest } = await page(this.source.getRepository(CheckIn).createQueryBuilder('i'), CHECK_INS, query);
    const names = await rows<{ id: string; name: string }>(
      this.source,
      'SELECT id, name FROM organization WHERE id = ANY($1)',
      [items.map(({ organizationId }) => organizationId)],
    );
    const organization = (id: string) => names.find((each) => each.id === id)!.name;
    return {
      items: items.map((each) => ({ ...CheckInView.of(each), organization: organization(each.organizationId) })),
      ...rest,
    };
  }

  /** Results of the check-ins of the last days. */
  @Get('check-ins/summary')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ApiOkResponse({ type: CheckInSummaryView })
  summary(@Query() { days = 90 }: SummaryQuery): Promise<CheckInSummaryView> {
    return this.checkIns.summary(days);
  }

  @Get('check-ins/:id')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ApiOkResponse({ type: CheckInView })
  async get(@Param('id') id: string): Promise<CheckInView> {
    return CheckInView.of(await this.checkIns.get(this.source.manager, id));
  }

  /** The customer's answers; responds with the gap to what the rep assumed. */
  @Post('check-ins/:id/answers')
  @Allow('rep', 'manager')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckInView })
  finish(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: CheckInAnswers,
    @Writes() write: Write,
  ): Promise<CheckInView> {
    return write(async (m) => CheckInView.of(await this.checkIns.finish(m, id, read, body, write.actor)));
  }

  @Get('check-ins/:id/record')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ApiOkResponse({ type: ToldView })
  async told(@Param('id') id: string): Promise<ToldView> {
    await this.checkIns.get(this.source.manager, id);
    return this.checkIns.told(this.source.manager, id);
  }

  /** Cohorts that the organization could join; refused until the check-in is done. */
  @Get('check-ins/:id/cohorts')
  @Allow('rep', 'manager')
  @ApiOkResponse({ type: OpenCohorts })
  async cohorts(@Param('id') id: string): Promise<OpenCohorts> {
    return { items: await this.checkIns.cohorts(this.source.manager, id) };
  }

  @Post('check-ins/:id/drop')
  @Allow('rep', 'manager')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckInView })
  drop(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() { why }: Drop,
    @Writes() write: Write,
  ): Promise<CheckInView> {
    return write(async (m) => CheckInView.of(await this.checkIns.drop(m, id, read, why, write.actor)));
  }
}
