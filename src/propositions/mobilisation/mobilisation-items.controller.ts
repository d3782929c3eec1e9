import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Day,
  Flag,
  Id,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Whole,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { MobilisationItem, MOBILISATION_STATES, type MobilisationItemState } from './mobilisation-item.entity.js';
import { MobilisationItems } from './mobilisation-items.js';
import { Versions } from '../versions/versions.js';

class NewMobilisationItem {
  @Text({ example: 'it' }) department: string;
  @Text({ lines: true, max: 2_000, example: 'Open the stock interface to pilot customers.' }) text: string;
  @Id() ownerId: string;
  @Day() dueOn: string;
  @Flag({ optional: true, description: 'left out: required. What is not required holds nothing up.' })
  required?: boolean;
}

class Completion {
  @Text({ lines: true, max: 5_000, example: 'https://wiki.example/stock-interface' }) evidence: string;
}

class Waiver {
  @Text({ lines: true, max: 2_000, example: 'The pilot works from nightly files.' }) reason: string;
}

class MobilisationItemView {
  @Id() id: string;
  @Id() versionId: string;
  @Text({ example: 'it' }) department: string;
  @Text({ lines: true }) text: string;
  @Flag() required: boolean;
  @Id() ownerId: string;
  @Day() dueOn: string;
  @OneOf(MOBILISATION_STATES) state: MobilisationItemState;
  @Text({ nullable: true, lines: true }) evidence: string | null;
  @Text({ nullable: true, lines: true }) waiveReason: string | null;
  @Id({ nullable: true }) closedBy: string | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Whole({ example: 1 }) revision: number;
  @Instant() createdAt: Date;

  static of(mobilisationItem: MobilisationItem): MobilisationItemView {
    return { ...mobilisationItem };
  }
}

const MOBILISATION_ITEMS: Listing = {
  id: 'c.id',
  defaultSort: 'dueOn',
  sorts: {
    dueOn: { column: 'c.dueOn', kind: 'instant', of: (mobilisationItem: MobilisationItem) => mobilisationItem.dueOn },
    createdAt: {
      column: 'c.createdAt',
      kind: 'instant',
      of: (mobilisationItem: MobilisationItem) => mobilisationItem.createdAt,
    },
  },
  filters: {
    department: { column: 'c.department', kind: 'text' },
    state: { column: 'c.state', kind: 'text', values: MOBILISATION_STATES },
    required: { column: 'c.required', kind: 'flag' },
    ownerId: { column: 'c.ownerId', kind: 'id' },
    versionId: { column: 'c.versionId', kind: 'id' },
  },
};

@ApiTags('propositions')
@Controller()
export class MobilisationItemsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly versions: Versions,
    private readonly mobilisationItems: MobilisationItems,
  ) {}

  /** Those of all versions, the most urgent first: `?ownerId=…&state=open` are a user's own. */
  @Get('mobilisation-items')
  @Allow('everyone')
  @ListOfPages(MOBILISATION_ITEMS, MobilisationItemView)
  all(@Listed(MOBILISATION_ITEMS) query: ListQuery): Promise<Page<MobilisationItemView>> {
    return page(this.source.getRepository(MobilisationItem).createQueryBuilder('c'), MOBILISATION_ITEMS, query);
  }

  @Get('versions/:id/mobilisation-items')
  @Allow('everyone')
  @ListOfPages(MOBILISATION_ITEMS, MobilisationItemView)
  async list(
    @Param('id') id: string,
    @Listed(MOBILISATION_ITEMS) query: ListQuery,
  ): Promise<Page<MobilisationItemView>> {
    await this.versions.get(this.source.manager, id);
    const qb = this.source.getRepository(MobilisationItem).createQueryBuilder('c').where('c.versionId = :id', { id });
    return page(qb, MOBILISATION_ITEMS, query);
  }

  /** What a department does before launch; from draft until live. */
  @Post('versions/:id/mobilisation-items')
  @Allow('everyone')
  @ApiCreatedResponse({ type: MobilisationItemView })
  make(
    @Param('id') id: string,
    @Body() body: NewMobilisationItem,
    @Writes() write: Write,
  ): Promise<MobilisationItemView> {
    return write(async (manager) =>
      MobilisationItemView.of(await this.mobilisationItems.make(manager, write.actor, id, { required: true, ...body })),
    );
  }

  /** By its owner, or an executive of its department. */
  @Put('mobilisation-items/:id/completion')
  @Allow('everyone')
  @ApiOkResponse({ type: MobilisationItemView })
  complete(
    @Param('id') id: string,
    @Body() { evidence }: Completion,
    @Writes() write: Write,
  ): Promise<MobilisationItemView> {
    return write(async (manager) =>
      MobilisationItemView.of(await this.mobilisationItems.complete(manager, write.actor, id, evidence)),
    );
  }

  /** Only by an executive of the department that promised. */
  @Put('mobilisation-items/:id/waiver')
  @Allow('executive')
  @ApiOkResponse({ type: MobilisationItemView })
  waive(@Param('id') id: string, @Body() { reason }: Waiver, @Writes() write: Write): Promise<MobilisationItemView> {
    return write(async (manager) =>
      MobilisationItemView.of(await this.mobilisationItems.waive(manager, write.actor, id, reason)),
    );
  }
}
