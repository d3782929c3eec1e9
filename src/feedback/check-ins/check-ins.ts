import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Organizations } from '../../accounts/index.js';
import { assertRevision, Conflict, Invalid, NotFound, row, rows, Settings } from '../../platform/index.js';
import { CheckIn, type DROPPED } from './check-in.entity.js';
import { DUE } from './due.sql.js';
import { gapOf, type Picture } from './gap.js';

class CheckInUnknown extends NotFound {}
class CheckInOpen extends Conflict {}
class CheckInEnded extends Conflict {}
class CheckInNoCustomer extends Invalid {}
class DeciderElsewhere extends Invalid {}

export interface DueAccount {
  id: string;
  name: string;
  employees: number | null;
  tier: string;
  ownerId: string | null;
  since: Date;
  reasons: string[];
  urgency: number;
}
export interface DueAsked {
  reasons?: string[] | undefined;
  tiers?: string[] | undefined;
  owners?: string[] | undefined;
  after: { urgency: number; id: string } | null;
  limit: number;
}

@Injectable()
export class CheckIns {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly organizations: Organizations,
    private readonly settings: Settings,
  ) {}

  async due(asked: DueAsked): Promise<DueAccount[]> {
    const days = await this.settings.all();
    const byTier = { small: days.checkInDaysSmall, medium: days.checkInDaysMedium, large: days.checkInDaysLarge };
    const { reasons, tiers, owners, after, limit } = asked;
    return rows(this.source, DUE, [
      JSON.stringify(byTier),
      days.checkInSilentDays,
      reasons ?? null,
      tiers ?? null,
      owners ?? null,
      after?.urgency ?? null,
      after?.id ?? null,
      limit,
    ]);
  }

  /** The assumption comes first (002-11). Of two reps at once, one begins. */
  async start(manager: EntityManager, organizationId: string, assumption: Picture, doneBy: string): Promise<CheckIn> {
    const { relationship } = await this.organizations.get(organizationId, manager);
    if (relationship !== 'customer') throw new CheckInNoCustomer('Check-ins are for customers.');
    await this.assertWorksThere(manager, organizationId, assumption);
    const made = await row<{ id: string }>(manager, START, [organizationId, doneBy, JSON.stringify(assumption)]);
    if (!made) throw new CheckInOpen('Somebody has begun a check-in with this customer already.');
    return this.get(manager, made.id);
  }

  async get(manager: EntityManager, id: string): Promise<CheckIn> {
    const found = await manager.findOneBy(CheckIn, { id });
    if (!found) throw new CheckInUnknown('There is no such check-in.');
    return found;
  }

  async finish(manager: EntityManager, id: string, read: number, answers: Picture): Promise<CheckIn> {
    const { organizationId, assumption } = await this.opened(manager, id, read);
    await this.assertWorksThere(manager, organizationId, answers);
    return this.end(manager, id, { state: 'done', answers, gap: gapOf(assumption, answers) });
  }

  async drop(manager: EntityManager, id: string, read: number, why: (typeof DROPPED)[number]): Promise<CheckIn> {
    await this.opened(manager, id, read);
    return this.end(manager, id, { state: 'dropped', droppedBecause: why });
  }

  private async opened(manager: EntityManager, id: string, read: number): Promise<CheckIn> {
    await row(manager, 'SELECT FROM check_in WHERE id = $1 FOR UPDATE', [id]);
    const checkIn = await this.get(manager, id);
    if (checkIn.state !== 'open') throw new CheckInEnded('This check-in has ended.');
    assertRevision(checkIn, read);
    return checkIn;
  }

  private async end(manager: EntityManager, id: string, columns: Partial<CheckIn>): Promise<CheckIn> {
    const { revision } = await this.get(manager, id);
    await manager.update(CheckIn, { id }, { ...columns, revision: revision + 1, endedAt: () => 'app_now()' });
    return this.get(manager, id);
  }

  private async assertWorksThere(
    manager: EntityManager,
    organizationId: string,
    { decidesId }: Picture,
  ): Promise<void> {
    if (decidesId && !(await row(manager, WORKS_THERE, [organizationId, decidesId])))
      throw new DeciderElsewhere('Who decides must work at this organization.');
  }
}

/** $1 organization, $2 who, $3 assumption */
const START = `
INSERT INTO check_in (organization_id, done_by, for_owner, assumption)
SELECT $1, $2, (SELECT rep_id FROM ownership WHERE organization_id = $1), $3
ON CONFLICT (organization_id) WHERE state = 'open' DO NOTHING RETURNING id`;
const WORKS_THERE = 'SELECT 1 FROM employment WHERE organization_id = $1 AND contact_id = $2 AND until IS NULL';
