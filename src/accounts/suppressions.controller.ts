import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
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
} from '../platform/index.js';
import {
  ASKED_KINDS,
  Suppression,
  SUPPRESSION_KINDS,
  SUPPRESSION_REASONS,
  type AskedKind,
  type SuppressionKind,
  type SuppressionReason,
} from './suppression.entity.js';
import { Suppressions } from './suppressions.js';

class NewSuppressionRequest {
  @OneOf(ASKED_KINDS) kind: AskedKind;
  @Text({
    max: 254,
    example: 'maria.anders@example.com',
    description: 'an id of a contact or organization, an address, a domain, or a phone number with its country code',
  })
  value: string;
  @OneOf(SUPPRESSION_REASONS) reason: SuppressionReason;
  @Text({ optional: true, nullable: true, max: 1000, lines: true }) note?: string | null;
}

class LiftRequest {
  @Text({ max: 1000, lines: true, example: 'Asked by phone to be written to again.' }) reason: string;
}

class SuppressionView {
  @Id() id: string;
  @OneOf(SUPPRESSION_KINDS) kind: SuppressionKind;
  @Text() value: string;
  @OneOf(SUPPRESSION_REASONS) reason: SuppressionReason;
  @Text({ nullable: true }) note: string | null;
  @Text() createdBy: string;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) liftedAt: Date | null;
  @Text({ nullable: true }) liftedBy: string | null;
  @Text({ nullable: true }) liftReason: string | null;
}

const SUPPRESSIONS: Listing = {
  id: 's.id',
  defaultSort: '-createdAt',
  sorts: {
    createdAt: { column: 's.createdAt', kind: 'instant', of: (suppression: Suppression) => suppression.createdAt },
  },
  filters: {
    kind: { column: 's.kind', kind: 'text', values: SUPPRESSION_KINDS },
    value: { column: 's.value', kind: 'text' },
    reason: { column: 's.reason', kind: 'text', values: SUPPRESSION_REASONS },
    liftedAt: { column: 's.liftedAt', kind: 'instant' },
  },
  search: ['s.value', 's.note'],
};

@ApiTags('accounts')
@Controller('suppressions')
export class SuppressionsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly suppressions: Suppressions,
  ) {}

  /** The live ones: `?liftedAt=none`. */
  @Get()
  @Allow('everyone')
  @ListOfPages(SUPPRESSIONS, SuppressionView)
  list(@Listed(SUPPRESSIONS) query: ListQuery): Promise<Page<SuppressionView>> {
    return page(this.source.getRepository(Suppression).createQueryBuilder('s'), SUPPRESSIONS, query);
  }

  /** No touch reaches it from now on, in any campaign. */
  @Post()
  @Allow('sales_ops', 'admin', 'rep', 'manager')
  @ApiCreatedResponse({ type: SuppressionView })
  create(@Body() body: NewSuppressionRequest, @Writes() write: Write): Promise<SuppressionView> {
    return write((manager) => this.suppressions.add(manager, { ...body, by: write.actor.id }));
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: SuppressionView })
  get(@Param('id') id: string): Promise<SuppressionView> {
    return this.suppressions.get(id);
  }

  /** Touches may reach it again; the suppression stays on record with the reason for lifting it. */
  @Post(':id/lifting')
  @Allow('sales_ops', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ type: SuppressionView })
  lift(@Param('id') id: string, @Body() body: LiftRequest, @Writes() write: Write): Promise<SuppressionView> {
    return write((manager) => this.suppressions.lift(manager, id, write.actor.id, body.reason));
  }
}
