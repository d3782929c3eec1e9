import { Controller, Get, Param, Query, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Observable } from 'rxjs';
import type { DataSource } from 'typeorm';
import { Allow, rows } from '../../platform/index.js';
import { CoverageView } from '../lifecycle/campaign.view.js';
import { Campaigns } from '../lifecycle/campaigns.js';
import { CampaignNotFound } from '../lifecycle/campaigns.errors.js';
import { Coverages } from './coverage.js';
import { CampaignChangesView, OrganizationCoveragesView, PaceView, ProgressView } from './monitor.view.js';
import { Paces } from './forecast.js';
import { ProgressStream } from './progress-stream.js';
import { Tallies } from './tallies.js';

/** The progress of a campaign: nothing here changes it. */
@ApiTags('campaigns')
@Controller('campaigns')
export class MonitorController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly campaigns: Campaigns,
    private readonly tallies: Tallies,
    private readonly coverages: Coverages,
    private readonly paces: Paces,
    private readonly stream: ProgressStream,
  ) {}

  /** Who launched, paused, resumed or aborted it, when and why. */
  @Get(':id/changes')
  @Allow('everyone')
  @ApiOkResponse({ type: CampaignChangesView })
  async changes(@Param('id') id: string): Promise<CampaignChangesView> {
    return { items: await rows(this.source, CHANGES, [id]), nextCursor: null };
  }

  @Get(':id/progress')
  @Allow('everyone')
  @ApiOkResponse({ type: ProgressView })
  async progress(@Param('id') id: string): Promise<ProgressView> {
    const campaign = await this.campaigns.get(id);
    return { state: campaign.state, ...(await this.tallies.of(id)) };
  }

  /** What it reached by day, and when it would end at the pace of the last seven days. */
  @Get(':id/pace')
  @Allow('everyone')
  @ApiOkResponse({ type: PaceView })
  pace(@Param('id') id: string): Promise<PaceView> {
    return this.paces.of(id);
  }

  /** The same as server-sent events, when it changes. */
  @Sse(':id/events')
  @Allow('everyone')
  events(@Param('id') id: string): Observable<{ data: object }> {
    return this.stream.of(id);
  }

  @Get(':id/coverage')
  @Allow('everyone')
  @ApiOkResponse({ type: CoverageView })
  async coverage(@Param('id') id: string): Promise<CoverageView> {
    const coverage = await this.coverages.of(id);
    if (!coverage) throw new CampaignNotFound('There is no such campaign.');
    return coverage;
  }

  /** Coverage by organization, with the required roles that no contact has yet. */
  @Get(':id/coverage/organizations')
  @Allow('everyone')
  @ApiOkResponse({ type: OrganizationCoveragesView })
  byOrganization(
    @Param('id') id: string,
    @Query('cursor') cursor?: string,
    @Query('limit') limit?: string,
    @Query('gaps') gaps?: string,
    @Query('q') q?: string,
  ): Promise<OrganizationCoveragesView> {
    return this.coverages.byOrganization(id, {
      after: cursor ?? null,
      limit: Math.min(Math.max(Number(limit) || 50, 1), 500),
      gapsOnly: gaps === 'true',
      q: q?.trim() ?? '',
    });
  }
}

/** $1 campaign */
const CHANGES = `
SELECT c.change, c.reason, c.changed_by, u.name, c.changed_at
  FROM campaign_change c
  LEFT JOIN app_user u ON u.id::text = c.changed_by
 WHERE c.campaign_id = $1
 ORDER BY c.changed_at, c.id
 LIMIT 500`;
