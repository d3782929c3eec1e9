import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ROLES } from '../../../libs/plays/index.js';
import { Allow, Id, Instant, OneOf, Text } from '../../platform/index.js';
import { Scoreboard, type ScoreboardFilter } from './scoreboard.js';
import { ScoreboardView } from './scoreboard.view.js';

class ScoreboardQuery implements ScoreboardFilter {
  @Id({ optional: true }) campaignId?: string;
  @OneOf(ROLES, { optional: true }) role?: string;
  @Text({ optional: true, example: 'Food distribution' }) industry?: string;
  @Id({ optional: true, description: 'people: of his organizations; conversations: those he had' }) repId?: string;
  @Text({ optional: true, example: 'first_call' }) step?: string;
  @Instant({ optional: true, description: 'from this instant on' }) from?: Date;
  @Instant({ optional: true, description: 'until when' }) to?: Date;
}

@ApiTags('feedback')
@Controller('versions/:id/scoreboard')
export class ScoreboardController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly scoreboard: Scoreboard,
  ) {}

  /** Funnel, interest, objections and the speed and quality of feedback, each rate with its sample. */
  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: ScoreboardView })
  get(@Param('id') id: string, @Query() query: ScoreboardQuery): Promise<ScoreboardView> {
    return this.scoreboard.of(this.source.manager, id, query);
  }
}
