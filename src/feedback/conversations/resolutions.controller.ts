import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Email, Id, Instant, ListOf, OneOf, Text, Whole, Writes, type Write } from '../../platform/index.js';
import { TASK_KINDS } from '../../work/index.js';
import { NewPersonBody } from './conversation.body.js';
import { Resolutions, RESOLUTIONS, type Resolution, type TaskResolution } from './resolutions.js';

class NewResolution implements TaskResolution {
  @Id() taskId: string;
  @Whole({ description: 'of the claim', example: 1 }) fence: number;
  @OneOf(RESOLUTIONS, {
    description:
      'fix_contact: corrected, not_found; find_contact: found, not_found; colleague_replied: resume, exclude, group; group_session: resume, exclude; notice: seen',
  })
  resolution: Resolution;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, example: '+49 30 0074321' }) phone?: string;
  @ListOf(() => NewPersonBody, { optional: true, max: 20 }) newPeople?: NewPersonBody[];
  @Text({ optional: true, max: 1000, description: 'needed to exclude', example: 'the buyer speaks for all of them' })
  reason?: string;
}

class FoundView {
  @Id() contactId: string;
  @Text() name: string;
  @Id({ nullable: true, description: 'null: the campaign is over, or the person was in it already' })
  enrolmentId: string | null;
}

class ResolutionView {
  @Id() taskId: string;
  @OneOf(TASK_KINDS) kind: string;
  @OneOf(RESOLUTIONS) resolution: string | null;
  @Instant() closedAt: Date;
  @ListOf(() => FoundView) found: FoundView[];
}

@ApiTags('feedback')
@Controller('task-resolutions')
export class ResolutionsController {
  constructor(private readonly resolutions: Resolutions) {}

  /** Closes a task that is no conversation. */
  @Post()
  @Allow('rep', 'manager')
  @ApiCreatedResponse({ type: ResolutionView })
  resolve(@Body() body: NewResolution, @Writes() write: Write): Promise<ResolutionView> {
    return write(async (manager) => {
      const closed = await this.resolutions.resolve(manager, body, write.actor.id);
      const { id: taskId, kind, resolution, closedAt, found } = closed;
      return { taskId, kind, resolution, closedAt, found };
    });
  }
}
