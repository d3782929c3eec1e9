import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { BUYING_JOBS, ROLES, type BuyingJob, type Role } from '../../../libs/plays/index.js';
import {
  Allow,
  Day,
  Id,
  IfMatch,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Whole,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Asset, ASSET_KINDS, type AssetKind } from './asset.entity.js';
import { Assets, type AssetFacts } from './assets.js';
import { Language } from './language.field.js';
import { Propositions } from '../versions/propositions.js';

const MAYBE = { optional: true, nullable: true };

class AssetRest implements Partial<AssetFacts> {
  @Text({ ...MAYBE, max: 2_000, description: 'https; or else text', example: 'https://example.com/vmi-guide.pdf' })
  url?: string | null;
  @Text({ ...MAYBE, lines: true, description: 'or else url' }) text?: string | null;
  @OneOf(BUYING_JOBS, { ...MAYBE, description: 'which job of buying it helps with' }) buyingJob?: BuyingJob | null;
  @OneOf(ROLES, { ...MAYBE, description: 'null: for everybody' }) role?: Role | null;
  @Language(MAYBE) language?: string | null;
  @Whole({ optional: true, max: 9_999, description: 'smaller ones first' }) position?: number;
}

class NewAsset extends AssetRest {
  @Text({ example: 'How a takeover of your stock works' }) title: string;
  @OneOf(ASSET_KINDS) kind: AssetKind;
  @Day({ description: 'the last day on which it is shown unless it is reviewed' }) reviewBy: string;
}

class AssetChange extends AssetRest {
  @Text({ optional: true, min: 1 }) title?: string;
  @OneOf(ASSET_KINDS, { optional: true }) kind?: AssetKind;
  @Day({ optional: true }) reviewBy?: string;
}

class AssetView implements AssetFacts {
  @Id() id: string;
  @Id() propositionId: string;
  @Text() title: string;
  @OneOf(ASSET_KINDS) kind: AssetKind;
  @Text({ nullable: true }) url: string | null;
  @Text({ nullable: true, lines: true }) text: string | null;
  @OneOf(BUYING_JOBS, { nullable: true }) buyingJob: BuyingJob | null;
  @OneOf(ROLES, { nullable: true }) role: Role | null;
  @Language({ nullable: true }) language: string | null;
  @Day() reviewBy: string;
  @Whole() position: number;
  @Id() createdBy: string;
  @Whole({ example: 1 }) revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;
}

const ASSETS: Listing = {
  id: 'a.id',
  defaultSort: 'position',
  sorts: {
    position: { column: 'a.position', kind: 'number', of: (asset: Asset) => asset.position },
    reviewBy: { column: 'a.reviewBy', kind: 'instant', of: (asset: Asset) => asset.reviewBy },
    title: { column: 'a.title', kind: 'text', of: (asset: Asset) => asset.title },
  },
  filters: {
    kind: { column: 'a.kind', kind: 'text', values: ASSET_KINDS },
    buyingJob: { column: 'a.buyingJob', kind: 'text', values: BUYING_JOBS },
    role: { column: 'a.role', kind: 'text', values: ROLES },
    language: { column: 'a.language', kind: 'text' },
    reviewBy: { column: 'a.reviewBy', kind: 'instant' },
  },
  search: ['a.title'],
};

/** What a buyer finds on the page, free for all: no asset can depend on something that the buyer does first. */
@ApiTags('propositions')
@Controller()
export class AssetsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly propositions: Propositions,
    private readonly assets: Assets,
  ) {}

  @Get('propositions/:id/assets')
  @Allow('everyone')
  @ListOfPages(ASSETS, AssetView)
  async list(@Param('id') id: string, @Listed(ASSETS) query: ListQuery): Promise<Page<AssetView>> {
    await this.propositions.get(this.source.manager, id);
    const qb = this.source.getRepository(Asset).createQueryBuilder('a').where('a.propositionId = :id', { id });
    return page(qb, ASSETS, query);
  }

  /** By an author or sales ops. */
  @Post('propositions/:id/assets')
  @Allow('everyone')
  @ApiCreatedResponse({ type: AssetView })
  create(@Param('id') id: string, @Body() body: NewAsset, @Writes() write: Write): Promise<AssetView> {
    const nothing = { url: null, text: null, buyingJob: null, role: null, language: null, position: 0 };
    return write((manager) => this.assets.create(manager, write.actor, id, { ...nothing, ...body }));
  }

  @Get('assets/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: AssetView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<AssetView> {
    return withRevision(reply, await this.assets.get(this.source.manager, id));
  }

  @Patch('assets/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: AssetView })
  change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: AssetChange,
    @Writes() write: Write,
  ): Promise<AssetView> {
    return write((manager) => this.assets.change(manager, write.actor, id, read, body));
  }

  @Delete('assets/:id')
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.assets.remove(manager, write.actor, id));
  }
}
