import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  DeadLetters,
  Flag,
  Id,
  Instant,
  Json,
  ListOf,
  ManyDone,
  OneOf,
  Heartbeat,
  Text,
  Texts,
  Whole,
  type DeadLetter,
  type Program,
  type ProgramKind,
  type QueueState,
} from '../../platform/index.js';

class ProgramView implements Program {
  @Id() id: string;
  @OneOf(['api', 'worker']) kind: ProgramKind;
  @Text({ example: 'app-1' }) host: string;
  @Whole() pid: number;
  @Instant() startedAt: Date;
  @Instant({ description: 'its last heartbeat' }) beatAt: Date;
  @Flag({ description: 'it missed several beats' }) silent: boolean;
}

class QueueStanding implements QueueState {
  @Text({ example: 'drive' }) name: string;
  @Whole() waiting: number;
  @Whole() active: number;
  @Whole({ description: 'kept: at most 200' }) failed: number;
  @Instant({ nullable: true, description: 'of the first that waits' }) waitingSince: Date | null;
}

class QueuesStanding {
  @ListOf(() => ProgramView) programs: Program[];
  @ListOf(() => QueueStanding) queues: QueueState[];
}

class DeadLetterView implements DeadLetter {
  @Text({ example: '4kQx0mN1sWb7uT2eYpLr9A' }) id: string;
  @Text({ example: 'drive' }) queue: string;
  @Json({ description: 'what the job was about', example: { shard: 3 } }) data: Record<string, unknown>;
  @Text() error: string;
  @Whole({ description: 'how often it failed like this' }) times: number;
  @Instant() firstAt: Date;
  @Instant() lastAt: Date;
}

class DeadLettersView {
  @ListOf(() => DeadLetterView, { description: 'latest first' }) items: DeadLetter[];
  @Text({ nullable: true }) nextCursor: null;
}

class Replay {
  @Texts({ optional: true, max: 1_200, description: 'left out: all' }) ids?: string[];
}

/**
 * What Overture's programs do, and jobs that failed. A job only points to work: the work itself is in rows, and is
 * found without it.
 */
@ApiTags('identity')
@Controller('queues')
export class QueuesController {
  constructor(
    private readonly heartbeat: Heartbeat,
    private readonly letters: DeadLetters,
  ) {}

  @Get()
  @Allow('admin', 'sales_ops')
  @ApiOkResponse({ type: QueuesStanding })
  async list(): Promise<QueuesStanding> {
    const [programs, queues] = await Promise.all([this.heartbeat.programs(), this.letters.queues()]);
    return { programs, queues };
  }

  @Get('failed')
  @Allow('admin', 'sales_ops')
  @ApiOkResponse({ type: DeadLettersView })
  async failed(): Promise<DeadLettersView> {
    return { items: await this.letters.list(), nextCursor: null };
  }

  /** Enqueues each once more and forgets its failures. */
  @Post('failed/replay')
  @Allow('admin', 'sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: ManyDone })
  replay(@Body() { ids }: Replay): Promise<ManyDone> {
    return this.letters.replay(ids ?? null);
  }
}
