import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TargetMeasure } from '../../campaigns/index.js';
import { rate } from '../../../libs/statistics/index.js';
import { NotFound, row, Settings } from '../../platform/index.js';
import { INTERESTED, verdict } from './results.js';
import { legsOf } from './scoreboard.js';
import { MEASURED, PROMISED, VERDICT_DAYS } from './verdict.sql.js';
import type { TargetResult, VerdictView } from './verdict.view.js';
import { CONNECTED, simulationLabel } from '../conversations/kinds.js';
import { FEEDBACK_SETTINGS } from '../feedback.settings.js';

class CampaignNotFound extends NotFound {}

interface Promised {
  id: string;
  versionId: string;
  propositionId: string;
  launchedAt: Date | null;
  targetMeasure: TargetMeasure | null;
  targetValue: number | null;
  dueAt: Date | null;
  until: Date | null;
  days: number | null;
}
type Measured = Record<
  | 'enrolled'
  | 'reached'
  | 'conversed'
  | 'interested'
  | 'mailed'
  | 'replied'
  | 'meetings'
  | 'spoken'
  | 'influential'
  | 'treated'
  | 'treatedEarly'
  | 'control'
  | 'controlEarly'
  | 'records'
  | 'simulated',
  number
>;

/** The results of four weeks of a campaign against the target registered before its launch (004-16, 004-17). */
@Injectable()
export class Verdicts {
  constructor(private readonly settings: Settings) {}

  async of(manager: EntityManager, campaignId: string): Promise<VerdictView> {
    const promised = await row<Promised>(manager, PROMISED, [campaignId]);
    if (!promised) throw new CampaignNotFound('There is no such campaign.');
    const { versionId, propositionId, launchedAt, dueAt, until, targetMeasure, targetValue } = promised;
    const minimum = await this.settings.get(FEEDBACK_SETTINGS.minimumSample, manager);
    const elapsed = promised.days ?? -1;
    const final = elapsed >= VERDICT_DAYS;
    // not launched: nothing lies before it, so every count is 0
    const counted = (await row<Measured>(manager, MEASURED, [
      campaignId,
      until ?? '-infinity',
      CONNECTED,
      INTERESTED,
    ]))!;
    const measures = shares(counted, minimum);
    const lift = against(counted, minimum, !final);
    const target = targetMeasure && targetValue ? { measure: targetMeasure, value: targetValue } : null;
    return {
      campaignId,
      versionId,
      propositionId,
      launchedAt,
      day: Math.min(elapsed + 1, VERDICT_DAYS),
      days: VERDICT_DAYS,
      final,
      dueAt,
      until,
      target,
      outcome: target ? (final ? outcome(target, measures, lift) : 'open') : 'none',
      measures,
      lift,
      latency: await legsOf(manager, [versionId, campaignId, null, null, null, null, null, until ?? '-infinity']),
      minimumSample: minimum,
      label: simulationLabel(counted.simulated, counted.records),
    };
  }
}

function shares(counted: Measured, minimum: number): VerdictView['measures'] {
  const { enrolled, reached, conversed, interested, mailed, replied, meetings, spoken, influential } = counted;
  return [
    { measure: 'coverage', of: 'enrolled', ...rate(reached, enrolled, minimum) },
    { measure: 'access', of: 'reached', ...rate(conversed, reached, minimum) },
    { measure: 'influence', of: 'spoken', ...rate(influential, spoken, minimum) },
    { measure: 'early_conversion', of: 'conversed', ...rate(interested, conversed, minimum) },
    { measure: 'reply', of: 'mailed', ...rate(replied, mailed, minimum) },
    { measure: 'next_meeting', of: 'conversed', ...rate(meetings, conversed, minimum) },
  ];
}

function against(counted: Measured, minimum: number, interim: boolean): VerdictView['lift'] {
  if (counted.control === 0) return null;
  const treated = { successes: counted.treatedEarly, n: counted.treated };
  const held = { successes: counted.controlEarly, n: counted.control };
  return { against: 'hold_out', version: null, interim, ...verdict(treated, held, minimum, interim) };
}

function outcome(
  { measure, value }: NonNullable<VerdictView['target']>,
  measures: VerdictView['measures'],
  lift: VerdictView['lift'],
): TargetResult {
  const reached = measure === 'lift' ? lift?.difference : measures.find((each) => each.measure === measure)?.rate;
  if (reached === undefined) return 'too_few';
  return reached >= value ? 'met' : 'missed';
}
