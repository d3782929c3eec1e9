import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow, Id } from '../../platform/index.js';
import { Results } from './results.js';
import { ResultsView, TrendView } from './results.view.js';

class ResultsQuery {
  @Id({ optional: true, description: 'left out: of all propositions' }) propositionId?: string;
}

@ApiTags('feedback')
@Controller()
export class ResultsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly results: Results,
  ) {}

  /**
   * Every version that was ever live, beside its hold-out and the version before it, with the conclusions that the data
   * supports.
   */
  @Get('results')
  @Allow('everyone')
  @ApiOkResponse({ type: ResultsView })
  all(@Query() { propositionId }: ResultsQuery): Promise<ResultsView> {
    return this.results.all(this.source.manager, propositionId ?? null);
  }

  /** How the share of interested conversations settled, as they came in. */
  @Get('versions/:id/trend')
  @Allow('everyone')
  @ApiOkResponse({ type: TrendView })
  trend(@Param('id') id: string): Promise<TrendView> {
    return this.results.trend(this.source.manager, id);
  }
}
