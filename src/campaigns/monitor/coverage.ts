import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { row, rows } from '../../platform/index.js';
import type { Wave } from '../lifecycle/campaign.entity.js';
import * as sql from './coverage.sql.js';

export interface Coverage {
  decisionMakers: number;
  enrolled: number;
  contacted: number;
  conversed: number;
  terminal: number;
  late: number;
  heldOut: number;
  /** never enrolled, each with a reason */
  notEnrolled: Record<string, number>;
  withReason: number;
  /** neither enrolled nor listed with a reason: 0 once the launch is done */
  skipped: number;
  endings: { state: string; reason: string; n: number }[];
  dispatches: Record<string, number>;
  tasks: Record<string, number>;
}

export interface OrganizationCoverage {
  organizationId: string;
  name: string;
  excluded: string | null;
  heldOut: boolean;
  enrolled: number;
  contacted: number;
  conversed: number;
  terminal: number;
  missingRoles: string[];
}

export type WaveStanding = Pick<Wave, 'ordinal' | 'size' | 'holdOut' | 'gated' | 'state' | 'releasedAt' | 'note'> & {
  enrolled: number;
  contacted: number;
  ended: number;
};

/** Who was reached, who was not and why: counted from the rows each time, not remembered. */
@Injectable()
export class Coverages {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(campaignId: string): Promise<Coverage | undefined> {
    const totals = await row<
      Omit<Coverage, 'notEnrolled' | 'withReason' | 'skipped' | 'endings' | 'messages' | 'tasks'>
    >(this.source, sql.COVERAGE, [campaignId]);
    if (!totals) return undefined;
    const [notEnrolled, skipped, endings, dispatches, tasks] = await Promise.all([
      rows<{ reason: string; n: number }>(this.source, sql.NOT_ENROLLED, [campaignId]),
      row<{ n: number }>(this.source, sql.SKIPPED, [campaignId]),
      rows<{ state: string; reason: string; n: number }>(this.source, sql.ENDINGS, [campaignId]),
      rows<{ state: string; n: number }>(this.source, sql.DISPATCHES, [campaignId]),
      rows<{ state: string; n: number }>(this.source, sql.TASKS, [campaignId]),
    ]);
    return {
      ...totals,
      notEnrolled: Object.fromEntries(notEnrolled.map(({ reason, n }) => [reason, n])),
      withReason: notEnrolled.reduce((sum, { n }) => sum + n, 0),
      skipped: skipped!.n,
      endings,
      dispatches: Object.fromEntries(dispatches.map(({ state, n }) => [state, n])),
      tasks: Object.fromEntries(tasks.map(({ state, n }) => [state, n])),
    };
  }

  async byWave(campaignId: string): Promise<WaveStanding[]> {
    return rows(this.source, sql.BY_WAVE, [campaignId]);
  }

  async byOrganization(
    campaignId: string,
    asked: { after: string | null; limit: number; gapsOnly: boolean; q: string },
  ) {
    const { after, limit, gapsOnly, q } = asked;
    const items = await rows<OrganizationCoverage>(this.source, sql.BY_ORGANIZATION, [
      campaignId,
      after,
      limit + 1,
      gapsOnly,
      `%${q.replace(/[\\%_]/g, '\\$&')}%`,
    ]);
    const more = items.length > limit;
    if (more) items.pop();
    return { items, nextCursor: more ? items.at(-1)!.organizationId : null };
  }
}
