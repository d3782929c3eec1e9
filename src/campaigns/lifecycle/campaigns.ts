import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertRevision, Invalid } from '../../platform/index.js';
import { Campaign, Wave, type TargetMeasure } from './campaign.entity.js';
import { CampaignNotFound, PlayArchived, PlayNotFound, WrongState } from './campaigns.errors.js';
import { PlayRow } from '../plays/play.entity.js';
import { CampaignTransitions } from './campaign-transitions.js';

export interface CampaignFacts {
  name: string;
  versionId: string;
  snapshotId: string;
  playId: string;
  activePerOrganization?: number;
  hoursBetweenTouches?: number;
  dayStarts?: string;
  dayEnds?: string;
  workingDays?: number[];
  onUnknown?: 'continue' | 'hold';
  fromName?: string;
  fromAddress?: string;
  replyTo?: string;
  holdOutDays?: number;
  targetMeasure?: TargetMeasure | null;
  targetValue?: number | null;
  waves?: { size?: number | null; gated?: boolean }[];
}

class WavesInvalid extends Invalid {}
class HoursInvalid extends Invalid {}
class TargetInvalid extends Invalid {}

@Injectable()
export class Campaigns {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly transitions: CampaignTransitions,
  ) {}

  async create(manager: EntityManager, { waves, ...facts }: CampaignFacts, by: string): Promise<Campaign> {
    const steps = await this.stepsOf(manager, facts.playId);
    assertHours(facts.dayStarts, facts.dayEnds);
    assertTarget(facts);
    const { identifiers } = await manager.insert(Campaign, { ...facts, steps, createdBy: by });
    const id = identifiers[0]!.id as string;
    if (waves) await this.planWaves(manager, id, waves);
    return this.get(id, manager);
  }

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Campaign> {
    const campaign = await manager.findOneBy(Campaign, { id });
    if (!campaign) throw new CampaignNotFound('There is no such campaign.');
    return campaign;
  }

  /**
   * Before the launch everything may change but version and cohort; afterwards only pace and hours, which hold from the
   * next touch on.
   */
  async change(
    manager: EntityManager,
    id: string,
    read: number,
    { waves, ...facts }: Partial<CampaignFacts>,
  ): Promise<Campaign> {
    const campaign = await this.transitions.lock(manager, id);
    assertRevision(campaign, read);
    if (campaign.launchedAt && (facts.playId || waves))
      throw new WrongState('This campaign is launched: its play and its waves stand. Pace and hours may still change.');
    if (campaign.launchedAt && (facts.targetMeasure !== undefined || facts.targetValue !== undefined))
      throw new WrongState('This campaign is launched: what it is judged by does not change afterwards.');
    assertHours(facts.dayStarts ?? campaign.dayStarts, facts.dayEnds ?? campaign.dayEnds);
    assertTarget({ ...campaign, ...facts });
    const steps = facts.playId ? { steps: await this.stepsOf(manager, facts.playId) } : {};
    await manager.update(Campaign, { id }, { ...facts, ...steps, revision: read + 1, updatedAt: () => 'app_now()' });
    if (waves) await this.planWaves(manager, id, waves);
    return this.get(id, manager);
  }

  private async stepsOf(manager: EntityManager, playId: string) {
    const play = await manager.findOneBy(PlayRow, { id: playId });
    if (!play) throw new PlayNotFound('There is no such play.');
    if (play.archivedAt) throw new PlayArchived(`"${play.name}" is archived. Restore it, or choose another play.`);
    return play.steps;
  }

  private async planWaves(
    manager: EntityManager,
    campaignId: string,
    waves: { size?: number | null; gated?: boolean }[],
  ): Promise<void> {
    const open = waves.findIndex((wave) => !wave.size);
    if (open >= 0 && open < waves.length - 1)
      throw new WavesInvalid('Only the last wave may be without a size: it takes all that are left.', [
        { field: `waves.${open}.size`, code: 'missing', message: 'give a size, or make it the last wave' },
      ]);
    await manager.delete(Wave, { campaignId });
    // organizations that the sizes leave over are reached too
    const planned = open >= 0 || waves.length === 0 ? waves : [...waves, { gated: true }];
    if (planned.length > 0)
      await manager.insert(
        Wave,
        planned.map(({ size, gated }, i) => ({
          campaignId,
          ordinal: i + 1,
          size: size ?? null,
          gated: i === 0 ? false : (gated ?? true),
        })),
      );
  }
}

function assertHours(starts = '09:00', ends = '17:00'): void {
  if (starts.slice(0, 5) >= ends.slice(0, 5))
    throw new HoursInvalid('The day must end after it starts.', [
      { field: 'dayEnds', code: 'invalid', message: `must be after ${starts.slice(0, 5)}` },
    ]);
}

function assertTarget({
  targetMeasure = null,
  targetValue = null,
}: Pick<CampaignFacts, 'targetMeasure' | 'targetValue'>): void {
  if ((targetMeasure === null) !== (targetValue === null))
    throw new TargetInvalid('A target is a measure and its value: give both, or neither.', [
      { field: targetMeasure === null ? 'targetMeasure' : 'targetValue', code: 'missing', message: 'is needed too' },
    ]);
}
