import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { ROLES, type Role } from '../../libs/plays/index.js';
import {
  Allow,
  Id,
  IfMatch,
  Json,
  Listed,
  ListOfPages,
  page,
  SomeOf,
  Text,
  Whole,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../platform/index.js';
import { Cohort } from './cohort.entity.js';
import { CohortView, RULE_EXAMPLE } from './cohort.view.js';
import { Cohorts } from './cohorts.js';
import { FieldCatalogue } from './rules/field-catalogue.js';

class CohortTerms {
  @Json({ optional: true, example: RULE_EXAMPLE }) rule?: Record<string, unknown>;
  @Text({ optional: true, lines: true }) rationale?: string;
  @SomeOf(ROLES, { optional: true, min: 1 }) requiredRoles?: Role[];
  @Whole({ optional: true, max: 50, description: 'of the organizations, how many wait' }) holdOutPercent?: number;
  @Text({ optional: true, min: 1, max: 100, description: 'the same seed, the same split' }) seed?: string;
}

class CohortChange extends CohortTerms {
  @Text({ optional: true, min: 1, example: 'Grocers with their own warehouse' }) name?: string;
}

/** What is left out comes from the version; the hold-out is off where the cohort is too small to show a difference. */
class NewCohort extends CohortTerms {
  @Id() versionId: string;
  @Text({ example: 'Grocers with their own warehouse' }) name: string;
}

const COHORTS: Listing = {
  id: 'c.id',
  defaultSort: '-createdAt',
  sorts: {
    createdAt: { column: 'c.createdAt', kind: 'instant', of: (cohort: Cohort) => cohort.createdAt },
    name: { column: 'c.name', kind: 'text', of: (cohort: Cohort) => cohort.name },
  },
  filters: { versionId: { column: 'c.versionId', kind: 'id' } },
  search: ['c.name', 'c.rationale'],
};

@ApiTags('cohorts')
@Controller('cohorts')
export class CohortsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly cohorts: Cohorts,
    private readonly fields: FieldCatalogue,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(COHORTS, CohortView)
  async list(@Listed(COHORTS) query: ListQuery): Promise<Page<CohortView>> {
    const { items, ...rest } = await page(this.source.getRepository(Cohort).createQueryBuilder('c'), COHORTS, query);
    const catalogue = await this.fields.read();
    return { items: items.map((cohort) => CohortView.of(cohort, catalogue)), ...rest };
  }

  @Post()
  @Allow('sales_ops', 'executive', 'admin')
  @ApiCreatedResponse({ type: CohortView })
  create(@Body() { versionId, ...facts }: NewCohort, @Writes() write: Write): Promise<CohortView> {
    return write(async (manager) => {
      const cohort = await this.cohorts.create(manager, versionId, facts, write.actor.id);
      return CohortView.of(cohort, await this.fields.read(manager));
    });
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: CohortView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<CohortView> {
    return withRevision(reply, CohortView.of(await this.cohorts.get(id), await this.fields.read()));
  }

  /** Snapshots that were frozen before stay as they are. */
  @Patch(':id')
  @Allow('sales_ops', 'executive', 'admin')
  @ApiOkResponse({ type: CohortView })
  async change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() change: CohortChange,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CohortView> {
    const view = await write(async (manager) =>
      CohortView.of(await this.cohorts.change(manager, id, read, change), await this.fields.read(manager)),
    );
    return withRevision(reply, view);
  }
}
