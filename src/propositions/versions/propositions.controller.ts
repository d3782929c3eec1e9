import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import {
  Allow,
  Listed,
  ListOfPages,
  page,
  Text,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Dossiers } from '../approvals/dossiers.js';
import { Language } from '../materials/language.field.js';
import { Proposition } from './proposition.entity.js';
import { Propositions } from './propositions.js';
import { PropositionView } from './proposition.view.js';
import { PropositionVersion, VERSION_STATES } from './version.entity.js';
import { VersionView } from './version.view.js';

class NewProposition {
  @Text({ example: 'Vendor Managed Inventory' }) title: string;
  @Text({ optional: true, lines: true, max: 2_000, example: 'We keep your shelves filled; you stop counting.' })
  summary?: string;
  @Language({ optional: true, description: 'in which its versions are written; en, where left out' }) language?: string;
}

const PROPOSITIONS: Listing = {
  id: 'p.id',
  defaultSort: '-createdAt',
  sorts: {
    createdAt: { column: 'p.createdAt', kind: 'instant', of: (proposition: Proposition) => proposition.createdAt },
    title: { column: 'p.title', kind: 'text', of: (proposition: Proposition) => proposition.title },
  },
  filters: {
    state: { column: 'newest.state', kind: 'text', values: VERSION_STATES },
    live: {
      column: "EXISTS (SELECT FROM proposition_version l WHERE l.proposition_id = p.id AND l.state = 'live')",
      kind: 'flag',
    },
    createdBy: { column: 'p.createdBy', kind: 'id' },
    createdAt: { column: 'p.createdAt', kind: 'instant' },
  },
  search: ['p.title', 'p.summary', 'newest.promise', 'newest.customerProblem'],
};

@ApiTags('propositions')
@Controller('propositions')
export class PropositionsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly propositions: Propositions,
    private readonly dossiers: Dossiers,
  ) {}

  /** The library; `state` is that of the newest version. */
  @Get()
  @Allow('everyone')
  @ListOfPages(PROPOSITIONS, PropositionView)
  async list(@Listed(PROPOSITIONS) query: ListQuery): Promise<Page<PropositionView>> {
    const qb = this.source
      .getRepository(Proposition)
      .createQueryBuilder('p')
      .innerJoin(
        PropositionVersion,
        'newest',
        'newest.propositionId = p.id AND newest.number = (SELECT max(v.number) FROM proposition_version v WHERE v.proposition_id = p.id)',
      );
    const { items, ...rest } = await page(qb, PROPOSITIONS, query);
    return { items: await PropositionView.all(this.source.manager, items), ...rest };
  }

  /** Makes a proposition and its first draft, with you as the first author. */
  @Post()
  @Allow('executive', 'sales_ops', 'manager')
  @ApiCreatedResponse({ type: PropositionView })
  create(
    @Body() { title, summary = '', language = 'en' }: NewProposition,
    @Writes() write: Write,
  ): Promise<PropositionView> {
    return write(async (manager) =>
      this.view(manager, await this.propositions.create(manager, write.actor, { title, summary, language })),
    );
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: PropositionView })
  get(@Param('id') id: string): Promise<PropositionView> {
    return this.view(this.source.manager, id);
  }

  /**
   * The next version: a draft that starts as a copy of the newest version. It must cite market feedback before
   * submission.
   */
  @Post(':id/versions')
  @Allow('executive', 'sales_ops', 'manager', 'admin')
  @ApiCreatedResponse({ type: VersionView })
  async next(
    @Param('id') id: string,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VersionView> {
    const version = await write(async (manager) =>
      this.dossiers.read(manager, await this.propositions.next(manager, write.actor, id)),
    );
    return withRevision(reply, version);
  }

  private async view(manager: EntityManager, id: string): Promise<PropositionView> {
    return (await PropositionView.all(manager, [await this.propositions.get(manager, id)]))[0]!;
  }
}
