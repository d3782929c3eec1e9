import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { ROLES, type Role } from '../../../libs/plays/index.js';
import {
  Allow,
  Id,
  IfMatch,
  Json,
  OneOf,
  SomeOf,
  Text,
  Texts,
  withRevision,
  Writes,
  type Write,
} from '../../platform/index.js';
import { Authors } from './authors.js';
import { Citations } from './citations.js';
import { Comparison, ComparisonView } from './comparison.js';
import { Dossiers } from '../approvals/dossiers.js';
import { SALES_ROLE_IMPACTS, type Content, type SalesRoleImpact } from './version.entity.js';
import { VersionView } from './version.view.js';
import { Versions } from './versions.js';

class VersionChange implements Partial<Content> {
  @Text({ optional: true, lines: true }) customerProblem?: string;
  @Text({ optional: true, lines: true }) promise?: string;
  @Text({ optional: true, lines: true }) economics?: string;
  @Text({ optional: true, lines: true }) versusCompetitors?: string;
  @Text({ optional: true, lines: true }) versusNothing?: string;
  @Text({ optional: true, lines: true, description: 'what every decision maker reads, whatever the role' })
  narrative?: string;
  @Json({
    optional: true,
    description: 'by role: text added for it',
    example: { economic_buyer: 'Stock is idle money.' },
  })
  lenses?: Partial<Record<Role, string>>;
  @Texts({ optional: true, each: 1_000, example: ['Customers hold 20 % less stock after a year.'] }) claims?: string[];
  @Texts({ optional: true, each: 1_000, example: ['Ends with any month.'] }) terms?: string[];
  @Json({ optional: true, nullable: true, description: 'a cohort rule' }) cohortRule?: Record<string, unknown> | null;
  @Text({ optional: true, lines: true, description: 'what makes these organizations alike' }) cohortRationale?: string;
  @SomeOf(ROLES, { optional: true }) requiredRoles?: Role[];
  @Texts({ optional: true, each: 40, example: ['finance', 'logistics'] }) requiredDepartments?: string[];
  @OneOf(SALES_ROLE_IMPACTS, { optional: true, nullable: true }) salesRoleImpact?: SalesRoleImpact | null;
  @Texts({ optional: true, each: 1_000, example: ['Which share fears the loss of control?'] }) mustLearn?: string[];
  @Text({
    optional: true,
    nullable: true,
    lines: true,
    description: 'why there are no internal objections, where there are none',
  })
  noObjectionsNote?: string | null;
}

class CitationAnswer {
  @Text({ lines: true, max: 2_000, example: 'Terms now end with any month.' }) answer: string;
}

class ComparedWith {
  @Id({ description: 'the version to compare with: its text is `before`' }) with: string;
}

@ApiTags('propositions')
@Controller('versions/:id')
export class VersionsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly versions: Versions,
    private readonly dossiers: Dossiers,
    private readonly authors: Authors,
    private readonly citations: Citations,
    private readonly comparison: Comparison,
  ) {}

  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: VersionView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<VersionView> {
    return withRevision(reply, await this.dossiers.read(this.source.manager, id));
  }

  /** For authors, in draft and changes_requested. A stale edit gets 409 with the current values of its fields. */
  @Patch()
  @Allow('everyone')
  @ApiOkResponse({ type: VersionView })
  async edit(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() change: VersionChange,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VersionView> {
    const version = await write(async (manager) => {
      await this.versions.edit(manager, write.actor, id, read, change);
      return this.dossiers.read(manager, id);
    });
    return withRevision(reply, version);
  }

  /** Which fields differ from another version of the same proposition. */
  @Get('comparison')
  @Allow('everyone')
  @ApiOkResponse({ type: ComparisonView })
  compare(@Param('id') id: string, @Query() query: ComparedWith): Promise<ComparisonView> {
    return this.comparison.of(this.source.manager, id, query.with);
  }

  @Put('authors/:userId')
  @Allow('everyone')
  @ApiOkResponse({ type: VersionView })
  addAuthor(@Param('id') id: string, @Param('userId') userId: string, @Writes() write: Write): Promise<VersionView> {
    return write(async (manager) => {
      await this.authors.add(manager, write.actor, id, userId);
      return this.dossiers.read(manager, id);
    });
  }

  @Delete('authors/:userId')
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeAuthor(@Param('id') id: string, @Param('userId') userId: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.authors.remove(manager, write.actor, id, userId));
  }

  /** Says which theme of market feedback this version answers, and how. */
  @Put('citations/:themeId')
  @Allow('everyone')
  @ApiOkResponse({ type: VersionView })
  cite(
    @Param('id') id: string,
    @Param('themeId') themeId: string,
    @Body() { answer }: CitationAnswer,
    @Writes() write: Write,
  ): Promise<VersionView> {
    return write(async (manager) => {
      await this.citations.put(manager, write.actor, id, themeId, answer);
      return this.dossiers.read(manager, id);
    });
  }

  @Delete('citations/:themeId')
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeCitation(@Param('id') id: string, @Param('themeId') themeId: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.citations.remove(manager, write.actor, id, themeId));
  }
}
