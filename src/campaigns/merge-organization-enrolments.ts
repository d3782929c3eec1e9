import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationMergeParts, type MergePart, type Moved } from '../accounts/index.js';
import { rows } from '../platform/index.js';
import { Tasks } from '../work/index.js';
import { noteEvents } from './enrolments/enrolment-events.js';
import { changeEnrolments, each } from './enrolments/enrolment-transitions.js';
import { holdCampaign } from './lifecycle/campaign-lock.js';
import * as sql from './merge-organization-enrolments.sql.js';

/**
 * Two records of one organization in one campaign: the people of the one that stays go on. Those of the other are not
 * contacted any more, unless they have answered. Where one of the two is held out, nobody of either is contacted for
 * the first time.
 */
@Injectable()
export class OrganizationEnrolmentMerging implements MergePart, OnModuleInit {
  constructor(
    private readonly parts: OrganizationMergeParts,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.parts.register('campaigns', this);
  }

  async hold(manager: EntityManager, organizationIds: string[]): Promise<void> {
    const campaigns = await rows<{ id: string }>(manager, sql.CAMPAIGNS_AT, [organizationIds]);
    for (const { id } of campaigns) await holdCampaign(manager, id);
    await manager.query(sql.LOCK_ENROLMENTS_AT, [organizationIds]);
  }

  async move(manager: EntityManager, from: string, to: string): Promise<Moved> {
    const enrolmentsEnded = await this.end(manager, from, to);
    const enrolmentsHeldOut = await this.holdOut(manager, from, to);
    const enrolments = idsOf(await rows(manager, sql.MOVE_ENROLMENTS, [from, to]));
    await manager.query(sql.RESHARD, [enrolments]);
    const messages = idsOf(await rows(manager, sql.MOVE_MESSAGES, [from, to]));
    await manager.query(sql.KEEP_LATER_PACE, [from, to]);
    const moved = { enrolments, messages, enrolmentsEnded, enrolmentsHeldOut };
    return Object.fromEntries(Object.entries(moved).filter(([, ids]) => ids.length > 0));
  }

  /** What was ended by the merge goes on where its campaign still runs, and who was not held out is due again. */
  async back(manager: EntityManager, moved: Moved, from: string, to: string): Promise<void> {
    const { enrolments = [], messages = [], enrolmentsEnded = [], enrolmentsHeldOut = [] } = moved;
    await manager.query(sql.MOVE_ENROLMENTS_BACK, [from, to, enrolments]);
    await manager.query(sql.RESHARD, [enrolments]);
    await manager.query(sql.MOVE_MESSAGES_BACK, [from, to, messages]);
    await manager.query(sql.HOLD_OUT_NO_LONGER, [enrolmentsHeldOut]);
    const live = idsOf(await rows(manager, sql.IN_LIVE_CAMPAIGNS, [enrolmentsEnded]));
    await changeEnrolments(manager, each(live, { transition: 'unmerge' }));
  }

  private async end(manager: EntityManager, from: string, to: string): Promise<string[]> {
    const twice = idsOf(await rows(manager, sql.IN_ONE_CAMPAIGN, [from, to]));
    const begun = idsOf(await rows(manager, sql.BEGUN_WHERE_HELD_OUT, [from, to]));
    const ended = idsOf(
      await changeEnrolments(
        manager,
        each([...new Set([...twice, ...begun])], { transition: 'merge', detail: { mergedOrganization: from } }),
      ),
    );
    if (ended.length > 0)
      await this.tasks.cancel(manager, { enrolmentIds: ended }, 'Merged with another record of the organization.');
    return ended;
  }

  /** Each with the wave that it was in. */
  private async holdOut(manager: EntityManager, from: string, to: string): Promise<string[]> {
    const held = await rows<{ id: string; wave: number }>(manager, sql.HOLD_OUT, [from, to]);
    await noteEvents(
      manager,
      held.map(({ id, wave }) => ({
        enrolmentId: id,
        what: 'held_out',
        step: null,
        detail: { mergedOrganization: from, wave },
      })),
    );
    return held.map(({ id, wave }) => `${id} ${wave}`);
  }
}

const idsOf = (found: { id: string }[]): string[] => found.map(({ id }) => id);
