import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow, Decimal, Flag, Id, ListOf, OneOf, rows, Settings, Text, Whole } from '../../platform/index.js';
import { WORK_SETTINGS } from '../work.settings.js';

const FLAGS = ['low', 'right', 'high'] as const;
type BufferFlag = (typeof FLAGS)[number];

class RepBuffer {
  @Id() repId: string;
  @Text() name: string;
  @Flag({ description: 'away now: a cover has the queue' }) away: boolean;
  @Whole({ example: 45 }) ready: number;
  @Decimal({ example: 1.5, description: 'ready items ÷ what a rep works in a day' }) days: number;
  @OneOf(FLAGS) flag: BufferFlag;
}

class QueueBuffer {
  @Whole({ description: 'setting dailyTasksPerRep' }) dailyTasksPerRep: number;
  @Whole({ description: 'ready items in all' }) ready: number;
  @Whole({ description: 'ready items of organizations without an owner' }) unowned: number;
  @Decimal({
    nullable: true,
    description: 'ready items ÷ daily capacity of the reps who are not absent; null: none is',
  })
  days: number | null;
  @Whole({ example: 1, description: 'setting queueBufferLowDays: low under it' }) lowDays: number;
  @Whole({ example: 5, description: 'setting queueBufferHighDays: high over it' }) highDays: number;
  @OneOf(FLAGS) flag: BufferFlag;
  @ListOf(() => RepBuffer) reps: RepBuffer[];
}

// a cover's work is counted with its owner: the same task must not fill two buffers
const READY_PER_REP = `
WITH ready AS (
  SELECT rep_id, count(*)::int AS n FROM task t
   WHERE state = 'open' AND due_at <= app_now()
     AND NOT EXISTS (SELECT FROM held_campaign h WHERE h.campaign_id = t.campaign_id)
   GROUP BY rep_id
)
SELECT u.id AS rep_id, u.name, coalesce(r.n, 0) AS ready,
       EXISTS (SELECT FROM absence a WHERE a.user_id = u.id AND a.starts_at <= app_now()
         AND a.ends_at > app_now()) AS away
  FROM app_user u LEFT JOIN ready r ON r.rep_id = u.id
 WHERE u.state = 'active' AND 'rep' = ANY(u.roles)
UNION ALL
SELECT NULL, '', coalesce(sum(n), 0)::int, false FROM ready WHERE rep_id IS NULL
 ORDER BY 2, 1`;

/** Whether the reps have enough ready work, and not too much (the buffer of opportunities that is kept for them). */
@ApiTags('work')
@Controller('queue-buffer')
export class QueueBufferController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('manager', 'sales_ops', 'executive', 'admin')
  @ApiOkResponse({ type: QueueBuffer })
  async get(): Promise<QueueBuffer> {
    const settings = await this.settings.of(WORK_SETTINGS);
    const { dailyTasksPerRep: daily, queueBufferLowDays: lowDays, queueBufferHighDays: highDays } = settings;
    const flag = (ratio: number): BufferFlag => (ratio < lowDays ? 'low' : ratio > highDays ? 'high' : 'right');
    const found = await rows<{ repId: string | null; name: string; ready: number; away: boolean }>(
      this.source,
      READY_PER_REP,
    );
    const reps = found.flatMap(({ repId, ...rep }) =>
      repId === null ? [] : [{ repId, ...rep, days: days(rep.ready, daily), flag: flag(rep.ready / daily) }],
    );
    const ready = found.reduce((sum, row) => sum + row.ready, 0);
    const here = reps.filter((rep) => !rep.away).length;
    return {
      dailyTasksPerRep: daily,
      ready,
      unowned: found.find(({ repId }) => repId === null)?.ready ?? 0,
      days: here === 0 ? null : days(ready, here * daily),
      lowDays,
      highDays,
      flag: flag(here === 0 ? (ready > 0 ? Infinity : 0) : ready / (here * daily)),
      reps,
    };
  }
}

const days = (ready: number, capacity: number): number => Math.round((ready / capacity) * 100) / 100;
