import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Decimal,
  Flag,
  Id,
  IfMatch,
  Instant,
  Listed,
  ListOf,
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
import { Campaign, CAMPAIGN_STATES, TARGET_MEASURES, type TargetMeasure } from './campaign.entity.js';
import { CampaignView } from './campaign.view.js';
import { Campaigns } from './campaigns.js';
import { Coverages } from '../monitor/coverage.js';
import { CampaignRowView, PreflightView, WavesView } from '../monitor/monitor.view.js';
import { MissingData } from './missing-data.js';
import { Preflight } from './preflight.js';
import { Weekdays } from './weekdays.field.js';
import { Tallies } from '../monitor/tallies.js';
import { CampaignTransitions } from './campaign-transitions.js';

const HOUR = /^([01]\d|2[0-3]):[0-5]\d(:00)?$/;

class WavePlan {
  @Whole({ min: 1, nullable: true, optional: true, description: 'organizations; left out: all that are left' }) size?:
    | number
    | null;
  @Flag({ optional: true, description: 'wait for a person before it starts; the first wave starts with the launch' })
  gated?: boolean;
}

class Pacing {
  @Whole({ optional: true, min: 1, max: 50, description: 'people of one organization under way at once' })
  activePerOrganization?: number;
  @Whole({ optional: true, max: 720, description: 'hours between two touches of one organization' })
  hoursBetweenTouches?: number;
  @Text({ optional: true, pattern: HOUR, example: '09:00', description: 'in the contact’s own zone' })
  dayStarts?: string;
  @Text({ optional: true, pattern: HOUR, example: '17:00' }) dayEnds?: string;
  @Weekdays() workingDays?: number[];
  @OneOf(['continue', 'hold'], {
    optional: true,
    description: 'what an enrolment does whose message may or may not have left',
  })
  onUnknown?: 'continue' | 'hold';
  @Text({ optional: true, example: 'Nancy Davolio' }) fromName?: string;
  @Text({ optional: true, example: 'nancy@northwind.example' }) fromAddress?: string;
  @Text({ optional: true }) replyTo?: string;
  @Whole({ optional: true, min: 1, max: 365, description: 'days that held-out organizations wait' })
  holdOutDays?: number;
  @OneOf(TARGET_MEASURES, {
    optional: true,
    nullable: true,
    description: 'what it is judged by on day 28; stands from the launch on',
  })
  targetMeasure?: TargetMeasure | null;
  @Decimal({
    optional: true,
    nullable: true,
    min: 0.001,
    max: 1,
    description: 'a share; for lift a difference of shares',
  })
  targetValue?: number | null;
  @ListOf(() => WavePlan, { optional: true, max: 50 }) waves?: WavePlan[];
}

class CampaignChange extends Pacing {
  @Text({ optional: true, example: 'VMI to food retail, autumn' }) name?: string;
  @Id({ optional: true }) playId?: string;
}

class NewCampaign extends Pacing {
  @Text({ example: 'VMI to food retail, autumn' }) name: string;
  @Id() playId: string;
  @Id() versionId: string;
  @Id() snapshotId: string;
}

class LaunchRequest {
  @Instant({ optional: true, description: 'left out: now' }) at?: Date;
}

class Reason {
  @Text({ max: 500, example: 'The price list changes on Monday' }) reason: string;
}

class OptionalReason {
  @Text({ optional: true, max: 500 }) reason?: string;
}

const CAMPAIGNS: Listing = {
  id: 'k.id',
  defaultSort: '-createdAt',
  sorts: {
    name: { column: 'k.name', kind: 'text', of: (campaign: Campaign) => campaign.name },
    createdAt: { column: 'k.createdAt', kind: 'instant', of: (campaign: Campaign) => campaign.createdAt },
  },
  filters: {
    state: { column: 'k.state', kind: 'text', values: CAMPAIGN_STATES },
    versionId: { column: 'k.versionId', kind: 'id' },
    snapshotId: { column: 'k.snapshotId', kind: 'id' },
    playId: { column: 'k.playId', kind: 'id' },
  },
  search: ['k.name'],
};

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly campaigns: Campaigns,
    private readonly transitions: CampaignTransitions,
    private readonly preflight: Preflight,
    private readonly missing: MissingData,
    private readonly coverages: Coverages,
    private readonly tallies: Tallies,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(CAMPAIGNS, CampaignRowView)
  async list(@Listed(CAMPAIGNS) query: ListQuery): Promise<Page<CampaignRowView>> {
    const { items, ...rest } = await page(
      this.source.getRepository(Campaign).createQueryBuilder('k'),
      CAMPAIGNS,
      query,
    );
    const come = await this.tallies.howFar(items.map(({ id }) => id));
    return { items: items.map((campaign) => ({ ...CampaignView.of(campaign), ...come(campaign.id) })), ...rest };
  }

  @Post()
  @Allow('sales_ops')
  @ApiCreatedResponse({ type: CampaignView })
  create(@Body() body: NewCampaign, @Writes() write: Write): Promise<CampaignView> {
    return write(async (manager) => CampaignView.of(await this.campaigns.create(manager, body, write.actor.id)));
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: CampaignView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<CampaignView> {
    return withRevision(reply, CampaignView.of(await this.campaigns.get(id)));
  }

  @Patch(':id')
  @Allow('sales_ops')
  @ApiOkResponse({ type: CampaignView })
  change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: CampaignChange,
    @Writes() write: Write,
  ): Promise<CampaignView> {
    return write(async (manager) => CampaignView.of(await this.campaigns.change(manager, id, read, body)));
  }

  /** Everything that stands between this campaign and its launch. */
  @Get(':id/preflight')
  @Allow('everyone')
  @ApiOkResponse({ type: PreflightView })
  async blockers(@Param('id') id: string): Promise<PreflightView> {
    const campaign = await this.campaigns.get(id);
    const blockers = await this.preflight.blockers(this.source.manager, campaign);
    const warnings = await this.preflight.warnings(this.source.manager, campaign);
    return { ready: blockers.length === 0, blockers, missing: await this.missing.of(campaign), warnings };
  }

  /** Launches now, or at a later instant. A second launch changes nothing. */
  @Post(':id/launch')
  @Allow('sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: CampaignView })
  launch(@Param('id') id: string, @Body() body: LaunchRequest, @Writes() write: Write): Promise<CampaignView> {
    return write(async (manager) =>
      CampaignView.of(await this.transitions.launch(manager, id, write.actor.id, body.at ?? null)),
    );
  }

  /** When this returns, nothing more is handed over but for what is in flight. */
  @Post(':id/pause')
  @Allow('sales_ops', 'executive', 'manager')
  @HttpCode(200)
  @ApiOkResponse({ type: CampaignView })
  pause(@Param('id') id: string, @Body() body: Reason, @Writes() write: Write): Promise<CampaignView> {
    return write(async (manager) =>
      CampaignView.of(await this.transitions.pause(manager, id, write.actor.id, body.reason)),
    );
  }

  @Post(':id/resume')
  @Allow('sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: CampaignView })
  resume(@Param('id') id: string, @Body() body: OptionalReason, @Writes() write: Write): Promise<CampaignView> {
    return write(async (manager) =>
      CampaignView.of(await this.transitions.resume(manager, id, write.actor.id, body.reason ?? null)),
    );
  }

  @Post(':id/abort')
  @Allow('sales_ops', 'executive')
  @HttpCode(200)
  @ApiOkResponse({ type: CampaignView })
  abort(@Param('id') id: string, @Body() body: Reason, @Writes() write: Write): Promise<CampaignView> {
    return write(async (manager) =>
      CampaignView.of(await this.transitions.abort(manager, id, write.actor.id, body.reason)),
    );
  }

  @Get(':id/waves')
  @Allow('everyone')
  @ApiOkResponse({ type: WavesView })
  async waves(@Param('id') id: string): Promise<WavesView> {
    await this.campaigns.get(id);
    return { items: await this.coverages.byWave(id), nextCursor: null };
  }

  /** Lets a wave go, after a look at the one before. */
  @Post(':id/waves/:ordinal/release')
  @Allow('sales_ops')
  @HttpCode(200)
  release(
    @Param('id') id: string,
    @Param('ordinal', ParseIntPipe) ordinal: number,
    @Body() body: OptionalReason,
    @Writes() write: Write,
  ) {
    return write(async (manager) => {
      await this.transitions.releaseWave(manager, id, ordinal, write.actor.id, body.reason ?? null);
      return { released: ordinal };
    });
  }
}
