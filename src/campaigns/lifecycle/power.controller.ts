import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Type } from 'class-transformer';
import type { DataSource } from 'typeorm';
import { power } from '../../../libs/statistics/index.js';
import { Allow, Decimal, ListOf, row, Whole } from '../../platform/index.js';
import { CampaignNotFound } from './campaigns.errors.js';

/** Interest without any touch, where nothing better is known. */
const BASE_PERCENT = 5;
const WANTED = 0.8;
const STEPS = 60;

class PowerQuery {
  @Type(() => Number)
  @Whole({
    optional: true,
    min: 1,
    max: 90,
    description: 'in how many of a hundred held-out organizations a contact is interested anyway',
  })
  base?: number;
}

class PowerPoint {
  @Decimal({ min: 0, max: 1, example: 0.1, description: 'difference of shares' }) lift: number;
  @Decimal({ min: 0, max: 1, example: 0.82 }) power: number;
}

class PowerView {
  @Whole({ description: 'organizations that are written to' }) treated: number;
  @Whole({ description: 'organizations that are held out' }) heldOut: number;
  @Decimal({ min: 0, max: 1, example: 0.05 }) base: number;
  @Decimal({
    nullable: true,
    min: 0,
    max: 1,
    description: 'the smallest lift that shows in 8 of 10 cases; null: none does',
  })
  detectable: number | null;
  @ListOf(() => PowerPoint, { description: 'empty without a hold-out' }) points: PowerPoint[];
}

const ARMS = `
SELECT count(*) FILTER (WHERE NOT m.hold_out)::int AS treated, count(*) FILTER (WHERE m.hold_out)::int AS held_out
  FROM campaign k LEFT JOIN snapshot_organization m ON m.snapshot_id = k.snapshot_id AND m.excluded IS NULL
 WHERE k.id = $1 GROUP BY k.id`;

@ApiTags('campaigns')
@Controller('campaigns/:id/power')
export class PowerController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The chance that a lift shows, over its size: whether this hold-out can tell anything at all. */
  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: PowerView })
  async get(@Param('id') id: string, @Query() { base: percent = BASE_PERCENT }: PowerQuery): Promise<PowerView> {
    const arms = await row<{ treated: number; heldOut: number }>(this.source, ARMS, [id]);
    if (!arms) throw new CampaignNotFound('There is no such campaign.');
    const base = percent / 100;
    const chance = (lift: number) =>
      power({ rate: Math.min(1, base + lift), n: arms.treated }, { rate: base, n: arms.heldOut });
    const all = Array.from({ length: Math.round((1 - base) * 1000) }, (_, i) => (i + 1) / 1000);
    const detectable = arms.heldOut === 0 ? null : (all.find((lift) => chance(lift) >= WANTED) ?? null);
    const widest = Math.min(1 - base, Math.max(0.1, (detectable ?? 1) * 1.6));
    const lifts = Array.from({ length: STEPS + 1 }, (_, i) => (widest * i) / STEPS);
    const points = arms.heldOut === 0 ? [] : lifts.map((lift) => ({ lift, power: chance(lift) }));
    return { ...arms, base, detectable, points };
  }
}
