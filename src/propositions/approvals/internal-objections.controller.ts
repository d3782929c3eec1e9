import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Id,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { InternalObjections } from './internal-objections.js';
import { InternalObjection, SEVERITIES, type Severity } from './internal-objection.entity.js';
import { Versions } from '../versions/versions.js';

class NewInternalObjection {
  @Text({ lines: true, max: 5_000, example: 'Our stock moves onto our books: who pays for the capital?' }) text: string;
  @OneOf(SEVERITIES) severity: Severity;
}

class Resolution {
  @Text({ lines: true, max: 5_000, example: 'Customers pay on use; finance insures the stock.' }) resolution: string;
  @Id({ optional: true, nullable: true, description: 'the mobilisation item that resolves it, where one does' })
  mobilisationItemId?: string | null;
}

class InternalObjectionView {
  @Id() id: string;
  @Id() versionId: string;
  @Text({ example: 'finance' }) department: string;
  @Text({ lines: true }) text: string;
  @OneOf(SEVERITIES) severity: Severity;
  @Text({ nullable: true, lines: true }) resolution: string | null;
  @Id({ nullable: true }) mobilisationItemId: string | null;
  @Id() raisedBy: string;
  @Instant() raisedAt: Date;
  @Id({ nullable: true }) resolvedBy: string | null;
  @Instant({ nullable: true }) resolvedAt: Date | null;

  static of(objection: InternalObjection): InternalObjectionView {
    return { ...objection };
  }
}

const INTERNAL_OBJECTIONS: Listing = {
  id: 'r.id',
  defaultSort: 'raisedAt',
  sorts: {
    raisedAt: { column: 'r.raisedAt', kind: 'instant', of: (objection: InternalObjection) => objection.raisedAt },
  },
  filters: {
    department: { column: 'r.department', kind: 'text' },
    severity: { column: 'r.severity', kind: 'text', values: SEVERITIES },
    resolved: { column: '(r.resolvedAt IS NOT NULL)', kind: 'flag' },
  },
};

@ApiTags('propositions')
@Controller()
export class InternalObjectionsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly versions: Versions,
    private readonly objections: InternalObjections,
  ) {}

  @Get('versions/:id/internal-objections')
  @Allow('everyone')
  @ListOfPages(INTERNAL_OBJECTIONS, InternalObjectionView)
  async list(
    @Param('id') id: string,
    @Listed(INTERNAL_OBJECTIONS) query: ListQuery,
  ): Promise<Page<InternalObjectionView>> {
    await this.versions.get(this.source.manager, id);
    const qb = this.source.getRepository(InternalObjection).createQueryBuilder('r').where('r.versionId = :id', { id });
    return page(qb, INTERNAL_OBJECTIONS, query);
  }

  /** Logs what your department has against it. It holds nothing up: a department does that by its decision. */
  @Post('versions/:id/internal-objections')
  @Allow('everyone')
  @ApiCreatedResponse({ type: InternalObjectionView })
  raise(
    @Param('id') id: string,
    @Body() body: NewInternalObjection,
    @Writes() write: Write,
  ): Promise<InternalObjectionView> {
    return write(async (manager) =>
      InternalObjectionView.of(await this.objections.raise(manager, write.actor, id, body)),
    );
  }

  /** By an author or an executive. */
  @Put('internal-objections/:id/resolution')
  @Allow('everyone')
  @ApiOkResponse({ type: InternalObjectionView })
  resolve(
    @Param('id') id: string,
    @Body() { resolution, mobilisationItemId = null }: Resolution,
    @Writes() write: Write,
  ): Promise<InternalObjectionView> {
    return write(async (manager) =>
      InternalObjectionView.of(await this.objections.resolve(manager, write.actor, id, resolution, mobilisationItemId)),
    );
  }
}
