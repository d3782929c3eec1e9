import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { row, rows } from '../platform/index.js';
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

/** Who was reached, who was not and why: counted from the rows each time, not remembered. */
@Injectable()
export class Coverages {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(campaignId: string): Promise<Coverage | undefined> {
    const totals = await row<
      Omit<Coverage, 'notEnrolled' | 'withReason' | 'skipped' | 'endings' | 'dispatches' | 'tasks'>
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

  async byOrganization(campaignId: string, after: string | null, limit: number, gapsOnly: boolean) {
    const items = await rows<{ organizationId: string }>(this.source, sql.BY_ORGANIZATION, [
      campaignId,
      after,
      limit + 1,
      gapsOnly,
    ]);
    const more = items.length > limit;
    if (more) items.pop();
    return { items, nextCursor: more ? items.at(-1)!.organizationId : null };
  }
}
