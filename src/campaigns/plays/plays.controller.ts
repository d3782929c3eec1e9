import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  Allow,
  IfMatch,
  Listed,
  ListOfPages,
  page,
  withRevision,
  Writes,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { PlayRow } from './play.entity.js';
import { NewPlay, PlayChange, PlayCheck, PlayDraft, PLAYS, PlayView } from './play.view.js';
import { Plays, problemsOf } from './plays.js';

@ApiTags('campaigns')
@Controller('plays')
export class PlaysController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly plays: Plays,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(PLAYS, PlayView)
  async list(@Listed(PLAYS) query: ListQuery): Promise<Page<PlayView>> {
    const { items, ...rest } = await page(this.source.getRepository(PlayRow).createQueryBuilder('p'), PLAYS, query);
    return { items: await this.plays.views(items), ...rest };
  }

  /**
   * Every step is checked, and every template rendered once: an unknown variable is named here, not in a buyer's
   * mailbox.
   */
  @Post()
  @Allow('sales_ops', 'executive')
  @ApiCreatedResponse({ type: PlayView })
  create(@Body() body: NewPlay, @Writes() write: Write): Promise<PlayView> {
    return write((manager) => this.plays.create(manager, body, write.actor.id));
  }

  /** All that would be refused if these steps were saved. Nothing is kept. */
  @Post('check')
  @Allow('sales_ops', 'executive')
  @HttpCode(200)
  @ApiOkResponse({ type: PlayCheck })
  async check(@Body() { steps }: PlayDraft): Promise<PlayCheck> {
    return { problems: await problemsOf(steps) };
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: PlayView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlayView> {
    return withRevision(reply, await this.plays.get(id));
  }

  /**
   * Campaigns keep the steps that the play had when they took it: under way for good, as a draft until they take it
   * anew.
   */
  @Patch(':id')
  @Allow('sales_ops', 'executive')
  @ApiOkResponse({ type: PlayView })
  change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: PlayChange,
    @Writes() write: Write,
  ): Promise<PlayView> {
    return write((manager) => this.plays.change(manager, id, read, body));
  }
}
