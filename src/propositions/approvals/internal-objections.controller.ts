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
import { Objections } from './internal-objections.js';
import { Resistance, SEVERITIES, type Severity } from './internal-objection.entity.js';
import { Versions } from '../versions/versions.js';

class NewResistance {
  @Text({ lines: true, max: 5_000, example: 'Our stock moves onto our books: who pays for the capital?' }) text: string;
  @OneOf(SEVERITIES) severity: Severity;
}

class Resolution {
  @Text({ lines: true, max: 5_000, example: 'Customers pay on use; finance insures the stock.' }) resolution: string;
  @Id({ optional: true, nullable: true, description: 'the commitment that resolves it, where one does' })
  commitmentId?: string | null;
}

class ResistanceView {
  @Id() id: string;
  @Id() versionId: string;
  @Text({ example: 'finance' }) department: string;
  @Text({ lines: true }) text: string;
  @OneOf(SEVERITIES) severity: Severity;
  @Text({ nullable: true, lines: true }) resolution: string | null;
  @Id({ nullable: true }) commitmentId: string | null;
  @Id() raisedBy: string;
  @Instant() raisedAt: Date;
  @Id({ nullable: true }) resolvedBy: string | null;
  @Instant({ nullable: true }) resolvedAt: Date | null;

  static of(resistance: Resistance): ResistanceView {
    return { ...resistance };
  }
}

const RESISTANCE: Listing = {
  id: 'r.id',
  defaultSort: 'raisedAt',
  sorts: { raisedAt: { column: 'r.raisedAt', kind: 'instant', of: (resistance: Resistance) => resistance.raisedAt } },
  filters: {
    department: { column: 'r.department', kind: 'text' },
    severity: { column: 'r.severity', kind: 'text', values: SEVERITIES },
    resolved: { column: '(r.resolvedAt IS NOT NULL)', kind: 'flag' },
  },
};

@ApiTags('propositions')
@Controller()
export class ObjectionsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly versions: Versions,
    private readonly objections: Objections,
  ) {}

  @Get('versions/:id/resistance')
  @Allow('everyone')
  @ListOfPages(RESISTANCE, ResistanceView)
  async list(@Param('id') id: string, @Listed(RESISTANCE) query: ListQuery): Promise<Page<ResistanceView>> {
    await this.versions.get(this.source.manager, id);
    const qb = this.source.getRepository(Resistance).createQueryBuilder('r').where('r.versionId = :id', { id });
    return page(qb, RESISTANCE, query);
  }

  /** Logs what your department has against it. It holds nothing up: a department does that by its decision. */
  @Post('versions/:id/resistance')
  @Allow('everyone')
  @ApiCreatedResponse({ type: ResistanceView })
  raise(@Param('id') id: string, @Body() body: NewResistance, @Writes() write: Write): Promise<ResistanceView> {
    return write(async (manager) => ResistanceView.of(await this.objections.raise(manager, write.actor, id, body)));
  }

  /** By an author or an executive. */
  @Put('resistance/:id/resolution')
  @Allow('everyone')
  @ApiOkResponse({ type: ResistanceView })
  resolve(
    @Param('id') id: string,
    @Body() { resolution, commitmentId = null }: Resolution,
    @Writes() write: Write,
  ): Promise<ResistanceView> {
    return write(async (manager) =>
      ResistanceView.of(await this.objections.resolve(manager, write.actor, id, resolution, commitmentId)),
    );
  }
}
