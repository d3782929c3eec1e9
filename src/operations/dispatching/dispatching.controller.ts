import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  Dispatching,
  Instant,
  OneOf,
  Heartbeat,
  Text,
  Whole,
  Writes,
  type Write,
} from '../../platform/index.js';

const STATES = ['on', 'off'] as const;

class DispatchingSwitch {
  @OneOf(STATES) state: (typeof STATES)[number];
  @Text({ min: 3, max: 500, example: 'The old server is shut down' }) reason: string;
}
class DispatchingView {
  @OneOf(STATES) state: string;
  @Text({ nullable: true, description: 'why it was switched; null: never' }) reason: string | null;
  @Text({ description: 'id of the user, cli, or system' }) changedBy: string;
  @Instant() changedAt: Date;
  @Whole({ description: 'programs that carry out what waits; none: nothing moves' }) workers: number;
}

/** The switch of everything that is sent without a person. */
@ApiTags('identity')
@Controller('dispatching')
export class DispatchingController {
  constructor(
    private readonly dispatching: Dispatching,
    private readonly heartbeat: Heartbeat,
  ) {}

  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: DispatchingView })
  async get(): Promise<DispatchingView> {
    return { ...(await this.dispatching.get()), workers: await this.heartbeat.workers() };
  }

  /** Off stops all sending within seconds; on confirms that this database is the live one. */
  @Put()
  @Allow('admin')
  @ApiOkResponse({ type: DispatchingView })
  turn(@Body() { state, reason }: DispatchingSwitch, @Writes() write: Write): Promise<DispatchingView> {
    return write(async (manager) => ({
      ...(await this.dispatching.turn(manager, state, reason, write.actor.id)),
      workers: await this.heartbeat.workers(),
    }));
  }
}
