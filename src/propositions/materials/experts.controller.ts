import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow, Email, Id, Instant, Text, Whole, Writes, type Write } from '../../platform/index.js';
import type { Expert } from './expert.entity.js';
import { Experts, type ExpertFacts } from './experts.js';

class NewExpert implements Partial<ExpertFacts> {
  @Id() userId: string;
  @Text({ max: 120, example: 'Andrew Fuller' }) displayName: string;
  @Text({ max: 120, example: 'Head of replenishment' }) title: string;
  @Email({ description: 'shown on the page; questions are mailed to it' }) email: string;
  @Text({ optional: true, nullable: true, max: 40, example: '+49 30 0074321' }) phone?: string | null;
  @Whole({ optional: true, min: 1, max: 720, description: '24, where left out' }) replyWithinHours?: number;
}

class ExpertView implements ExpertFacts {
  @Id() propositionId: string;
  @Id() userId: string;
  @Text() displayName: string;
  @Text() title: string;
  @Email() email: string;
  @Text({ nullable: true }) phone: string | null;
  @Whole({ example: 24 }) replyWithinHours: number;
  @Id() namedBy: string;
  @Instant() namedAt: Date;
}

@ApiTags('propositions')
@Controller('propositions/:id/expert')
export class ExpertsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly experts: Experts,
  ) {}

  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: ExpertView })
  get(@Param('id') id: string): Promise<Expert> {
    return this.experts.get(this.source.manager, id);
  }

  /** Sets whom buyers reach directly, and how soon they answer. By an author or sales ops. */
  @Put()
  @Allow('everyone')
  @ApiOkResponse({ type: ExpertView })
  name(@Param('id') id: string, @Body() body: NewExpert, @Writes() write: Write): Promise<Expert> {
    return write((manager) =>
      this.experts.name(manager, write.actor, id, { phone: null, replyWithinHours: 24, ...body }),
    );
  }

  @Delete()
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  release(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.experts.release(manager, write.actor, id));
  }
}
