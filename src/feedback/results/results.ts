import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { INTERESTS } from '../../../libs/plays/index.js';
import { difference, rate, splitCheck, type SampleCount } from '../../../libs/statistics/index.js';
import { rows, Settings } from '../../platform/index.js';
import { ARMS, RESULTS, TREND } from './results.sql.js';
import type { ComparedView, ResultsView, ResultView, TrendView } from './results.view.js';
import { CONNECTED, simulationLabel } from '../conversations/kinds.js';
import { FEEDBACK_SETTINGS } from '../feedback.settings.js';

export const INTERESTED = INTERESTS.slice(INTERESTS.indexOf('curious'));
/**
 * Looked at day after day, a 95 % interval finds differences where there are none. While a campaign runs, only one that
 * 99.9 % leaves counts (Haybittle and Peto); at the end the usual 95 % holds then.
 */
export const INTERIM = 0.999;
export const FINAL = 0.95;
/** A split as odd as this does not happen by chance. */
const SUSPICIOUS = 0.001;

type Found = Omit<ResultView, 'measures' | 'arms' | 'compared' | 'split' | 'label'> &
  Record<
    | 'reached'
    | 'conversed'
    | 'interested'
    | 'commits'
    | 'organizations'
    | 'organizationsInterested'
    | 'treated'
    | 'treatedEarly'
    | 'control'
    | 'controlEarly'
    | 'records',
    number
  > & { interim: boolean };
interface Arm {
  versionId: string;
  holdOut: boolean;
  drawn: number;
  enrolled: number;
}

/** Versions compared with each other, and with their hold-out. */
@Injectable()
export class Results {
  constructor(private readonly settings: Settings) {}

  async all(manager: EntityManager, propositionId: string | null): Promise<ResultsView> {
    const minimumSample = await this.settings.get(FEEDBACK_SETTINGS.minimumSample, manager);
    const found = await rows<Found>(manager, RESULTS, [propositionId, CONNECTED, INTERESTED]);
    const arms = await rows<Arm>(manager, ARMS, [found.map(({ versionId }) => versionId)]);
    const items = found.map((one, i) => {
      const before = found[i + 1];
      return result(one, before?.propositionId === one.propositionId ? before : undefined, arms, minimumSample);
    });
    return { items, minimumSample, nextCursor: null };
  }

  async trend(manager: EntityManager, versionId: string): Promise<TrendView> {
    const minimum = await this.settings.get(FEEDBACK_SETTINGS.minimumSample, manager);
    const found = await rows<SampleCount & { period: string; on: string }>(manager, TREND, [
      versionId,
      CONNECTED,
      INTERESTED,
    ]);
    return {
      period: found[0]?.period ?? 'day',
      points: found.map(({ on, n, successes }) => ({ on, ...rate(successes, n, minimum) })),
    };
  }
}

function result(one: Found, before: Found | undefined, arms: Arm[], minimum: number): ResultView {
  const { reached, conversed, interested, commits, enrolled, control, interim } = one;
  const treated = { successes: one.treatedEarly, n: one.treated };
  const held = { successes: one.controlEarly, n: control };
  const compare = (against: ComparedView['against'], a: SampleCount, b: SampleCount, version: number | null) => ({
    against,
    version,
    interim,
    ...verdict(a, b, minimum, interim),
  });
  const { versionId, propositionId, title, number, state, liveAt, heldOut, simulated } = one;
  return {
    versionId,
    propositionId,
    title,
    number,
    state,
    liveAt,
    enrolled,
    heldOut,
    measures: [
      { measure: 'reached', of: 'enrolled', ...rate(reached, enrolled, minimum) },
      { measure: 'conversed', of: 'reached', ...rate(conversed, reached, minimum) },
      { measure: 'interested', of: 'reached', ...rate(interested, reached, minimum) },
      { measure: 'commits_next_step', of: 'reached', ...rate(commits, reached, minimum) },
    ],
    arms:
      control === 0
        ? []
        : [
            { arm: 'treated', ...rate(treated.successes, treated.n, minimum) },
            { arm: 'hold_out', ...rate(held.successes, held.n, minimum) },
          ],
    compared: [
      ...(control === 0 ? [] : [compare('hold_out', treated, held, null)]),
      ...(before
        ? [
            compare(
              'previous',
              { successes: one.organizationsInterested, n: one.organizations },
              { successes: before.organizationsInterested, n: before.organizations },
              before.number,
            ),
          ]
        : []),
    ],
    split: split(arms.filter((arm) => arm.versionId === versionId)),
    simulated,
    label: simulationLabel(simulated, one.records),
  };
}

/** What the difference of two shares supports; too few where it is too early. */
export function verdict(
  a: SampleCount,
  b: SampleCount,
  minimum: number,
  interim: boolean,
): Pick<ComparedView, 'finding' | 'n' | 'confidence' | 'difference' | 'low' | 'high'> {
  const confidence = interim ? INTERIM : FINAL;
  const n = Math.min(a.n, b.n);
  const found = n < minimum ? null : difference(a, b, confidence);
  if (!found) return { finding: 'too_few', n, confidence };
  const finding = found.low > 0 ? 'better' : found.high < 0 ? 'worse' : 'no_difference';
  return { finding, n, confidence, ...found };
}

function split(arms: Arm[]): ResultView['split'] {
  const [treated, held] = [arms.find((arm) => !arm.holdOut), arms.find((arm) => arm.holdOut)];
  if (!treated || !held) return null;
  const check = splitCheck([treated.enrolled, held.enrolled], [treated.drawn, held.drawn]);
  if (!check) return null;
  return {
    treated: treated.enrolled,
    heldOut: held.enrolled,
    treatedDrawn: treated.drawn,
    heldOutDrawn: held.drawn,
    p: check.p,
    suspicious: check.p < SUSPICIOUS,
  };
}
