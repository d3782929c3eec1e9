import { Body, Controller, Delete, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Id, Writes, type Write } from '../../platform/index.js';
import { Cards } from '../brief/cards.js';
import { Claims } from './claims.js';
import { TaskCard } from '../tasks/task.view.js';

class NewClaim {
  @Id({ optional: true, description: 'left out: the next task by expected contribution' }) taskId?: string;
}

@ApiTags('work')
@Controller('claims')
export class ClaimsController {
  constructor(
    private readonly claims: Claims,
    private readonly cards: Cards,
  ) {}

  /** Claims the next task, or this one. 204 when there is no work. */
  @Post()
  @Allow('rep', 'manager')
  @ApiCreatedResponse({ type: TaskCard })
  @ApiNoContentResponse({ description: 'there is no work' })
  async claim(
    @Body() { taskId }: NewClaim,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TaskCard | undefined> {
    const card = await write(async (manager) => {
      if (taskId) await this.claims.one(manager, write.actor, taskId);
      const claimed = taskId ?? (await this.claims.next(manager, write.actor));
      return claimed && (await this.cards.get(manager, claimed));
    });
    if (!card) void reply.status(204);
    return card || undefined;
  }

  /** Keeps the task for longer. */
  @Put(':taskId')
  @Allow('rep', 'manager')
  @ApiOkResponse({ type: TaskCard })
  renew(@Param('taskId') taskId: string, @Writes() write: Write): Promise<TaskCard> {
    return write(async (manager) => {
      await this.claims.renew(manager, write.actor.id, taskId);
      return this.cards.get(manager, taskId);
    });
  }

  /** Gives the task back to the queue. */
  @Delete(':taskId')
  @Allow('rep', 'manager')
  @HttpCode(204)
  giveBack(@Param('taskId') taskId: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.claims.giveBack(manager, write.actor.id, taskId));
  }
}
