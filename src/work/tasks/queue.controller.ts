import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Id,
  Ids,
  Instant,
  ListOf,
  OneOf,
  row,
  Settings,
  Text,
  Whole,
  type ActorRequest,
} from '../../platform/index.js';
import { Claims } from '../claims/claims.js';
import { QUEUE } from './queue.sql.js';
import { TASK_KINDS, TASK_STATES } from './kinds.js';
import { WORK_SETTINGS } from '../work.settings.js';

const DAY = 86_400_000;

class Today {
  @Instant({ optional: true, description: 'when the rep’s day began; a day ago, where left out' }) since?: Date;
}

class NextUp {
  @Id() id: string;
  @OneOf(TASK_KINDS) kind: string;
  @Text({ example: 'Call Maria Anders' }) title: string;
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @Instant({ description: 'due, or awake again' }) at: string;
  @OneOf(TASK_STATES) state: string;
  @Text({ nullable: true }) snoozeReason: string | null;
}

class QueueView {
  @Whole({ description: 'what POST /claims would hand out now, one after the other' }) ready: number;
  @Whole({ description: 'of these: without an owner; the rep who claims one becomes it' }) unowned: number;
  @Whole({ description: 'waits because its campaign is paused' }) held: number;
  @Whole({ description: 'closed by me today' }) done: number;
  @Whole({ description: 'setting dailyTasksPerRep' }) aDay: number;
  @Ids({ description: 'tasks that I hold now, the longest held first' }) claimed: string[];
  @ListOf(() => NextUp, { description: 'what comes next, and when' }) next: NextUp[];
}

/** What waits for the person who asks. */
@ApiTags('work')
@Controller('queue')
export class QueueController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly claims: Claims,
  ) {}

  @Get()
  @Allow('rep', 'manager')
  @ApiOkResponse({ type: QueueView })
  async get(@Query() { since }: Today, @Req() { actor }: ActorRequest): Promise<QueueView> {
    const { id, roles } = actor!;
    const mine = [id, ...(await this.claims.covered(this.source.manager, id))];
    const today = since ?? new Date(Date.now() - DAY);
    const [found, aDay] = await Promise.all([
      row<Omit<QueueView, 'aDay'>>(this.source, QUEUE, [mine, roles.includes('rep'), id, today]),
      this.settings.get(WORK_SETTINGS.dailyTasksPerRep),
    ]);
    return { ...found!, aDay };
  }
}
