import { Body, Controller, Get, Header, Param, Patch, Put, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Id, IfMatch, Writes, type ActorRequest, type Write } from '../../platform/index.js';
import { BuyerMapView, RiskStandingView } from './buyer-map.view.js';
import { BuyerMaps } from './buyer-maps.js';
import { BuyingPlanBody, BuyingPlanView } from './buying-plan.view.js';
import { BuyingPlans } from './buying-plans.js';
import { RiskChanges } from './risk-changes.js';
import { ChangedRisk } from './risks.js';

class BuyerMapQuery {
  @Id({ optional: true, description: 'left out: what was offered there last' }) propositionId?: string;
}

@ApiTags('feedback')
@Controller('organizations/:id')
export class BuyerMapController {
  constructor(
    private readonly maps: BuyerMaps,
    private readonly plans: BuyingPlans,
    private readonly risks: RiskChanges,
  ) {}

  /** The buying group and what moves it. Personal risks are for the rep who works here. */
  @Get('buyer-map')
  @Allow('everyone')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: BuyerMapView })
  get(
    @Param('id') id: string,
    @Query() { propositionId }: BuyerMapQuery,
    @Req() { actor }: ActorRequest,
  ): Promise<BuyerMapView> {
    return this.maps.of(id, propositionId, actor!.id);
  }

  /** When the buyer wants it, and what comes before. If-Match "0" for the first. */
  @Put('buying-plans/:propositionId')
  @Allow('rep', 'manager')
  @ApiOkResponse({ type: BuyingPlanView })
  plan(
    @Param('id') organizationId: string,
    @Param('propositionId') propositionId: string,
    @IfMatch() revision: number,
    @Body() body: BuyingPlanBody,
    @Writes() write: Write,
  ): Promise<BuyingPlanView> {
    return write((manager) => this.plans.save(manager, { organizationId, propositionId, revision }, body, write.actor));
  }

  /** Says that a risk was eased, or is not; and shows a personal one to managers, or no more. */
  @Patch('risks/:riskId')
  @Allow('rep', 'manager')
  @ApiOkResponse({ type: RiskStandingView })
  changeRisk(
    @Param('id') organizationId: string,
    @Param('riskId') riskId: string,
    @IfMatch() revision: number,
    @Body() body: ChangedRisk,
    @Writes() write: Write,
  ): Promise<RiskStandingView> {
    return write((manager) => this.risks.change(manager, { organizationId, riskId, revision }, body, write.actor));
  }
}
