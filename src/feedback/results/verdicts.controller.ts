import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow } from '../../platform/index.js';
import { VerdictView } from './verdict.view.js';
import { Verdicts } from './verdicts.js';

@ApiTags('feedback')
@Controller('campaigns/:id/verdict')
export class VerdictsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly verdicts: Verdicts,
  ) {}

  /** Whether the campaign met its target on day 28; before that, its standing so far. */
  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: VerdictView })
  get(@Param('id') id: string): Promise<VerdictView> {
    return this.verdicts.of(this.source.manager, id);
  }
}
