import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow, ListOf, Text, Writes, type Write } from '../../platform/index.js';
import { Dossiers } from '../approvals/dossiers.js';
import { Lifecycle } from './lifecycle.js';
import { Readiness, type ReadinessBlocker } from '../mobilisation/readiness.js';
import { VersionView } from './version.view.js';

class RetirementReason {
  @Text({ lines: true, max: 2_000, example: 'The market answers that nothing has to change.' }) reason: string;
}

class ReadinessBlockerView implements ReadinessBlocker {
  @Text({ example: 'mobilisation_item_open' }) code: string;
  @Text({ optional: true, example: 'it' }) department?: string;
  @Text({ optional: true, example: 'promise' }) field?: string;
  @Text({ example: 'it has yet to do, due 2026-12-01: open the stock interface' }) message: string;
}

class ReadinessView {
  @ListOf(() => ReadinessBlockerView, { description: 'empty for a live version only' })
  blockers: ReadinessBlockerView[];
}

@ApiTags('propositions')
@Controller('versions/:id')
export class LifecycleController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly readiness: Readiness,
    private readonly lifecycle: Lifecycle,
    private readonly dossiers: Dossiers,
  ) {}

  /** What is missing before a launch. */
  @Get('readiness')
  @Allow('everyone')
  @ApiOkResponse({ type: ReadinessView })
  async blockers(@Param('id') id: string): Promise<ReadinessView> {
    return { blockers: await this.readiness.blockers(this.source.manager, id) };
  }

  /**
   * Makes an approved version the one that campaigns launch, in place of the one before. Running campaigns stay on
   * theirs.
   */
  @Post('going-live')
  @Allow('executive', 'sales_ops', 'manager', 'admin')
  @ApiCreatedResponse({ type: VersionView })
  goLive(@Param('id') id: string, @Writes() write: Write): Promise<VersionView> {
    return write(async (manager) => {
      await this.lifecycle.goLive(manager, write.actor, id);
      return this.dossiers.read(manager, id);
    });
  }

  @Post('retirement')
  @Allow('executive')
  @ApiCreatedResponse({ type: VersionView })
  retire(@Param('id') id: string, @Body() { reason }: RetirementReason, @Writes() write: Write): Promise<VersionView> {
    return write(async (manager) => {
      await this.lifecycle.retire(manager, write.actor, id, reason);
      return this.dossiers.read(manager, id);
    });
  }
}
