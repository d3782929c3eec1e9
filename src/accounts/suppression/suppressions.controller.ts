import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  ActsOn,
  ActsOnNamed,
  Allow,
  Flag,
  Forbidden,
  Id,
  Instant,
  Invalid,
  Listed,
  ListOf,
  ListOfPages,
  OneOf,
  page,
  Text,
  Whole,
  Writes,
  type ActedOn,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import {
  ASKED_KINDS,
  Suppression,
  SUPPRESSION_KINDS,
  SUPPRESSION_REASONS,
  type AskedKind,
  type SuppressionKind,
  type SuppressionReason,
} from './suppression.entity.js';
import { isStream } from '../imports/upload.js';
import { UploadLimit } from '../upload-limit.js';
import { SuppressionList } from './suppression-list.js';
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

class ListReason {
  @OneOf(SUPPRESSION_REASONS, { optional: true, description: 'for lines that give none; manual where left out' })
  reason?: SuppressionReason;
}

class LineProblemView {
  @Whole({ example: 12 }) line: number;
  @OneOf(['kind', 'reason', 'value', 'unreadable', 'note']) code: string;
  @Text() message: string;
}

class SuppressionListView {
  @Whole({ example: 1200 }) rows: number;
  @Whole({ description: 'suppressed from now on' }) added: number;
  @Whole({ description: 'were so already' }) present: number;
  @Whole() refused: number;
  @ListOf(() => LineProblemView, { max: 1000, description: 'the first thousand' }) errors: LineProblemView[];
}

/** What takes many people out with one word. */
const MANY_AT_ONCE: ReadonlySet<string> = new Set(['organization', 'domain']);

function suppressed({ body }: FastifyRequest): ActedOn | undefined {
  const { kind, value } = (body ?? {}) as { kind?: unknown; value?: unknown };
  if ((kind !== 'contact' && kind !== 'address' && kind !== 'phone') || typeof value !== 'string') return undefined;
  return { kind, value: value.trim() };
}

class SuppressionTooWide extends Forbidden {}
class ListBodyInvalid extends Invalid {}

class StandingView {
  @Flag({ description: 'no touch may reach them now' }) suppressed: boolean;
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
  @Id({ nullable: true, description: 'of an address: the suppression of the contact with which it is lifted' })
  follows: string | null;
  @Flag({ description: 'a mail asked for it that nothing shows to be the person’s: the owning rep may lift it too' })
  unverified: boolean;
  @Text({ nullable: true, description: 'what was known of such a mail' }) evidence: string | null;
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
    unverified: { column: 's.unverified', kind: 'flag' },
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
    private readonly lists: SuppressionList,
    private readonly limit: UploadLimit,
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
  @ActsOn(suppressed)
  @ApiCreatedResponse({ type: SuppressionView })
  create(@Body() body: NewSuppressionRequest, @Writes() write: Write): Promise<SuppressionView> {
    const { roles } = write.actor;
    if (MANY_AT_ONCE.has(body.kind) && !roles.includes('sales_ops') && !roles.includes('admin'))
      throw new SuppressionTooWide('A whole organization or domain is suppressed by sales ops.');
    return write((manager) => this.suppressions.add(manager, { ...body, by: write.actor.id }));
  }

  /**
   * A suppression list as the body, text/csv: value[,kind][,reason][,note], with or without a header. A missing kind
   * is derived from the value. Lines that cannot be read are reported, the others are saved; the same list again adds
   * nothing.
   */
  @Post('import')
  @Allow('sales_ops', 'admin')
  @HttpCode(200)
  @ApiConsumes('text/csv', 'application/octet-stream')
  @ApiBody({ schema: { type: 'string', example: 'value,kind,reason\nmaria@example.com,address,unsubscribe' } })
  @ApiOkResponse({ type: SuppressionListView })
  async import(
    @Query() { reason }: ListReason,
    @Req() { body, actor }: FastifyRequest & ActorRequest,
  ): Promise<SuppressionListView> {
    if (!isStream(body)) throw new ListBodyInvalid('Send the list as the body, as text/csv.');
    await this.limit.count(actor!.id);
    return this.lists.take(body, actor!.id, reason ?? 'manual');
  }

  /**
   * What every touch asks: also true where an erasure, a domain above the address, the organization or missing consent
   * forbids it.
   */
  @Get('of/:contactId')
  @Allow('everyone')
  @ApiOkResponse({ type: StandingView })
  async of(@Param('contactId') contactId: string): Promise<StandingView> {
    return { suppressed: await this.suppressions.stands(this.source.manager, contactId) };
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: SuppressionView })
  get(@Param('id') id: string): Promise<SuppressionView> {
    return this.suppressions.get(id);
  }

  /**
   * Touches may reach it again; the suppression stays on record with the reason for lifting it. A rep lifts only an
   * opt-out whose sender is not verified, of a person of their own.
   */
  @Post(':id/lifting')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('suppression')
  @HttpCode(200)
  @ApiOkResponse({ type: SuppressionView })
  lift(@Param('id') id: string, @Body() body: LiftRequest, @Writes() write: Write): Promise<SuppressionView> {
    const { id: by, roles } = write.actor;
    const onlyUnverified = !roles.includes('sales_ops') && !roles.includes('admin');
    return write((manager) => this.suppressions.lift(manager, id, by, body.reason, onlyUnverified));
  }
}
