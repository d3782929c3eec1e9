import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { NotFound, row, rows } from '../../platform/index.js';
import { simulationLabel } from '../conversations/kinds.js';
import { MISSING_ROLES, OFFERED, PEOPLE, SESSIONS, STANDING } from './buyer-map.sql.js';
import type { BuyerMapView } from './buyer-map.view.js';
import { BuyingPlans } from './buying-plans.js';

class OrganizationNotFound extends NotFound {}
class NotOffered extends NotFound {}

interface BuyingContext {
  name: string;
  personalShown: boolean;
  mine: boolean;
  simulated: number;
  talks: number;
}

/** The buying group of an organization, what moves it, and when it wants to decide. */
@Injectable()
export class BuyerMaps {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly plans: BuyingPlans,
  ) {}

  /** Of the proposition that was offered there last, where none is named. */
  async of(organizationId: string, propositionId: string | undefined, viewerId: string): Promise<BuyerMapView> {
    const offered = await rows<BuyerMapView['propositions'][number]>(this.source, OFFERED, [organizationId]);
    const proposition = propositionId ? offered.find(({ id }) => id === propositionId) : offered[0];
    if (propositionId && !proposition) throw new NotOffered('This was not offered to this organization.');
    const at = [organizationId, proposition?.id ?? null];
    const standing = await row<BuyingContext>(this.source, STANDING, [
      organizationId,
      viewerId,
      proposition?.id ?? null,
    ]);
    if (!standing) throw new OrganizationNotFound('There is no such organization.');
    const { name: organization, personalShown, mine, simulated, talks } = standing;
    const missing = await rows<{ role: string }>(this.source, MISSING_ROLES, at);
    return {
      organizationId,
      organization,
      proposition: proposition ?? null,
      propositions: offered,
      missingRoles: missing.map(({ role }) => role),
      people: await rows(this.source, PEOPLE, [...at, viewerId]),
      sessions: await rows(this.source, SESSIONS, at),
      personalShown,
      mine,
      plan: proposition ? await this.plans.of(this.source.manager, organizationId, proposition.id) : null,
      label: simulationLabel(simulated, talks),
    };
  }
}
