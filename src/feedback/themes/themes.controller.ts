import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { OBJECTIONS, ROLES, type Objection, type Role } from '../../../libs/plays/index.js';
import {
  Allow,
  Day,
  Id,
  Ids,
  IfMatch,
  Listed,
  ListOfPages,
  Nested,
  OneOf,
  page,
  Text,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Theme } from './theme.entity.js';
import { Suggestions, ThemeDetail, ThemeView } from './theme.view.js';
import { Themes, type ThemeDecisionFacts, type NewThemeFacts } from './themes.js';
import { THEME_DECISIONS, type ThemeDecision } from '../conversations/kinds.js';

class ThemeFilter {
  @OneOf(OBJECTIONS, { optional: true }) objection?: Objection;
  @OneOf(ROLES, { optional: true }) role?: Role;
  @Text({ optional: true }) industry?: string;
  @Id({ optional: true }) campaignId?: string;
}

class NewTheme implements NewThemeFacts {
  @Id() versionId: string;
  @Text({ example: 'They fear to lose control of their stock' }) title: string;
  @Text({ optional: true, lines: true }) summary?: string;
  @OneOf(OBJECTIONS, { optional: true }) objection?: Objection;
  @Ids({ optional: true, max: 10_000 }) conversationIds?: string[];
  @Nested(() => ThemeFilter, {
    optional: true,
    description: 'all conversations that fit; left out: all with the objection',
  })
  filter?: ThemeFilter;
}

class NewThemeDecision implements ThemeDecisionFacts {
  @OneOf(THEME_DECISIONS) decision: ThemeDecision;
  @Id() ownerId: string;
  @Day() dueOn: string;
  @Text({ optional: true, lines: true, max: 4000 }) note?: string;
}

const THEMES: Listing = {
  id: 't.id',
  defaultSort: '-raisedAt',
  sorts: {
    raisedAt: { column: 't.raisedAt', kind: 'instant', of: (theme: Theme) => theme.raisedAt },
    decidedAt: { column: 't.decidedAt', kind: 'instant', of: (theme: Theme) => theme.decidedAt },
    title: { column: 't.title', kind: 'text', of: (theme: Theme) => theme.title },
  },
  filters: {
    propositionId: { column: 't.propositionId', kind: 'id' },
    versionId: { column: 't.versionId', kind: 'id' },
    objection: { column: 't.objection', kind: 'text', values: OBJECTIONS },
    decision: { column: 't.decision', kind: 'text', values: THEME_DECISIONS },
    ownerId: { column: 't.ownerId', kind: 'id' },
  },
  search: ['t.title', 't.summary'],
};

@ApiTags('feedback')
@Controller()
export class ThemesController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly themes: Themes,
  ) {}

  @Get('themes')
  @Allow('everyone')
  @ListOfPages(THEMES, ThemeView)
  async list(@Listed(THEMES) query: ListQuery): Promise<Page<ThemeView>> {
    const { items, ...rest } = await page(this.source.getRepository(Theme).createQueryBuilder('t'), THEMES, query);
    return { items: await this.themes.weigh(this.source.manager, items), ...rest };
  }

  @Post('themes')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ApiCreatedResponse({ type: ThemeDetail })
  raise(@Body() body: NewTheme, @Writes() write: Write): Promise<ThemeDetail> {
    return write((manager) => this.themes.raise(manager, body, write.actor.id));
  }

  /** The first time an executive reads it is noted. */
  @Get('themes/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: ThemeDetail })
  async get(
    @Param('id') id: string,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ThemeDetail> {
    return withRevision(reply, await write((manager) => this.themes.see(manager, id, write.actor)));
  }

  /** Change, keep, ask for more data, or retire: with who sees to it, and until when. */
  @Put('themes/:id/decision')
  @Allow('executive')
  @ApiOkResponse({ type: ThemeDetail })
  async decide(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: NewThemeDecision,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ThemeDetail> {
    const decided = await write((manager) => this.themes.decide(manager, id, read, body, write.actor.id));
    return withRevision(reply, decided);
  }

  @Get('propositions/:id/theme-suggestions')
  @Allow('everyone')
  @ApiOkResponse({ type: Suggestions })
  async suggest(@Param('id') id: string): Promise<Suggestions> {
    return { items: await this.themes.suggest(this.source.manager, id), nextCursor: null };
  }
}
