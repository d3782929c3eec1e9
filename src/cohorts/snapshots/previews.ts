import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import { rows, type ListQuery, type Page } from '../../platform/index.js';
import { Cohorts, type CohortFacts } from '../cohorts.js';
import { detectableDifference } from './hold-out.js';
import { CohortLayouts, type CohortLayout } from './layout.js';
import { Overlaps } from './overlaps.js';
import * as sql from './preview.sql.js';
import type * as view from './preview.view.js';
import { warnings } from './warnings.js';

const SAMPLE_SIZE = 20;

/** Shows what freezing would do, and keeps nothing. */
@Injectable()
export class Previews {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly cohorts: Cohorts,
    private readonly layout: CohortLayouts,
    private readonly overlaps: Overlaps,
  ) {}

  ofTerms(given: Partial<CohortFacts> & { versionId?: string }): Promise<view.PreviewView> {
    return this.source.transaction(async (manager) => {
      // one seed for all that gave none: two previews of one rule must not differ
      const terms = await this.cohorts.terms(manager, { seed: 'preview', ...given });
      await manager.query(sql.SOON);
      return this.read(manager, await this.layout.lay(manager, terms));
    });
  }

  ofCohort(id: string): Promise<view.PreviewView> {
    return this.laid(id, (manager, laid) => this.read(manager, laid));
  }

  excludedOrganizations(id: string, query: ListQuery): Promise<Page<view.ExcludedOrganizationView>> {
    return this.laid(id, (manager) => excluded(manager, sql.EXCLUDED_ORGANIZATIONS, query));
  }

  excludedPeople(id: string, query: ListQuery): Promise<Page<view.ExcludedPersonView>> {
    return this.laid(id, (manager, { roles }) => excluded(manager, sql.EXCLUDED_PEOPLE, query, [roles]));
  }

  private laid<T>(id: string, work: (manager: EntityManager, laid: CohortLayout) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      const cohort = await this.cohorts.get(id, manager);
      await manager.query(sql.SOON);
      return work(manager, await this.layout.lay(manager, cohort));
    });
  }

  private async read(manager: EntityManager, laid: CohortLayout): Promise<view.PreviewView> {
    const { counts } = laid;
    const { decisionMakers: people, decisionMakersExcluded, decisionMakersVerified: verified } = counts;
    const [organizations, reached] = [
      counts.organizations - counts.organizationsExcluded,
      people - decisionMakersExcluded,
    ];
    const completeness = await this.completeness(manager, laid);
    return {
      sentence: laid.sentence,
      organizations: { found: counts.organizations, included: organizations, excluded: counts.organizationsExcluded },
      decisionMakers: {
        found: people,
        included: reached,
        excluded: decisionMakersExcluded,
        verified,
        unverified: reached - verified,
      },
      sample: await rows(manager, sql.SAMPLE, [SAMPLE_SIZE, laid.roles]),
      breakdown: await this.breakdown(manager, laid),
      completeness,
      exclusions: await rows(manager, sql.EXCLUSIONS),
      overlaps: await rows(manager, sql.overlapping(this.overlaps.sql)),
      holdOut: {
        percent: laid.holdOutPercent,
        suggestedPercent: laid.suggestedPercent,
        organizations: counts.heldOut,
        decisionMakers: counts.decisionMakersHeldOut,
        detectableDifference: detectableDifference(organizations - counts.heldOut, counts.heldOut),
      },
      warnings: warnings(laid, completeness),
    };
  }

  private async completeness(manager: EntityManager, { roles, counts }: CohortLayout): Promise<view.CompletenessView> {
    const found = await rows<{ filled: number; reachable: number; organizations: number }>(manager, sql.FILLED);
    const where = (test: (organization: { filled: number; reachable: number }) => boolean): number =>
      found.filter(test).reduce((sum, { organizations }) => sum + organizations, 0);
    return {
      roles: roles.map((role, at) => {
        const filled = where((organization) => Boolean(organization.filled & (1 << at)));
        const reachable = where((organization) => Boolean(organization.reachable & (1 << at)));
        return { role, with: filled, without: counts.organizations - filled, reachable };
      }),
      allFilled: where((organization) => organization.filled === (1 << roles.length) - 1),
      noneFilled: counts.organizations - where((organization) => organization.filled !== 0),
    };
  }

  private async breakdown(manager: EntityManager, { roles, counts }: CohortLayout): Promise<view.BreakdownView> {
    const all = await rows<view.ShareView & { what: string }>(manager, sql.BREAKDOWN, [sql.SHOWN]);
    const of = (wanted: string): view.SharesView => {
      const values = all
        .filter(({ what }) => what === wanted)
        .map(({ value, organizations, included }) => ({ value, organizations, included }));
      return {
        values,
        others: counts.organizations - values.reduce((sum, { organizations }) => sum + organizations, 0),
      };
    };
    const byRank = await rows<{ rank: number; decisionMakers: number; included: number }>(manager, sql.PEOPLE_BY_ROLE);
    const role = roles.map((name: Role, at) => {
      const { decisionMakers = 0, included = 0 } = byRank.find(({ rank }) => rank === at + 1) ?? {};
      return { role: name, decisionMakers, included };
    });
    return { sector: of('sector'), industry: of('industry'), country: of('country'), size: of('size'), role };
  }
}

/** The layout is no entity, so that platform's page() cannot read it; the cursor is the same. */
async function excluded<T extends { id: string }>(
  manager: EntityManager,
  statement: string,
  query: ListQuery,
  more: unknown[] = [],
): Promise<Page<T>> {
  const reasons = query.filters.find(({ name }) => name === 'reason')?.values ?? null;
  const items = await rows<T>(manager, statement, [reasons, query.after?.id ?? null, query.limit + 1, ...more]);
  const last = items.length > query.limit ? items.slice(0, query.limit).at(-1) : undefined;
  return {
    items: items.slice(0, query.limit),
    nextCursor: last ? Buffer.from(JSON.stringify(['id', last.id, last.id])).toString('base64url') : null,
  };
}
