import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Transform } from 'class-transformer';
import type { DataSource } from 'typeorm';
import { Allow, Id, IfMatch, Ids, OneOf, SomeOf, Text, Whole, Writes, type Write } from '../../platform/index.js';
import { DROPPED } from './check-in.entity.js';
import { CheckInView, DueView, DUE_REASONS, PictureBody, TIERS } from './check-in.view.js';
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
}
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

  /** Customers whom nobody has asked for too long, the most urgent first; size never leaves one out. */
  @Get('check-ins/due')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ApiOkResponse({ type: DueView })
  async due(@Query() { reason, tier, ownerId, cursor, limit = 50 }: DueQuery): Promise<DueView> {
    const [urgency, id] = cursor?.split('~') ?? [];
    const after = id === undefined ? null : { urgency: Number(urgency), id };
    const found = await this.checkIns.due({ reasons: reason, tiers: tier, owners: ownerId, after, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? `${last.urgency}~${last.id}` : null };
  }

  /** Begins with what you believe. No proposition is part of it. */
  @Post('check-ins')
  @Allow('rep', 'manager')
  @ApiCreatedResponse({ type: CheckInView })
  start(@Body() { organizationId, ...assumption }: NewCheckIn, @Writes() write: Write): Promise<CheckInView> {
    return write(async (m) => CheckInView.of(await this.checkIns.start(m, organizationId, assumption, write.actor.id)));
  }

  @Get('check-ins/:id')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ApiOkResponse({ type: CheckInView })
  async get(@Param('id') id: string): Promise<CheckInView> {
    return CheckInView.of(await this.checkIns.get(this.source.manager, id));
  }

  /** What they said; answers with the gap to what was assumed. */
  @Post('check-ins/:id/answers')
  @Allow('rep', 'manager')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckInView })
  finish(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: PictureBody,
    @Writes() write: Write,
  ): Promise<CheckInView> {
    return write(async (m) => CheckInView.of(await this.checkIns.finish(m, id, read, { ...body })));
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
    return write(async (m) => CheckInView.of(await this.checkIns.drop(m, id, read, why)));
  }
}
