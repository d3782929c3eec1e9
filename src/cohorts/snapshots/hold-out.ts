import { normalQuantile } from '../../../libs/statistics/index.js';

export interface Stratum {
  stratum: string;
  /** organizations that take part */
  size: number;
}

/** A stratum smaller than this would seldom hold anybody out: such ones are pooled. */
export function smallestStratum(percent: number): number {
  return percent === 0 ? 1 : Math.ceil(100 / percent);
}

/**
 * How many organizations of each stratum wait, by largest remainder: every stratum gets its share to within one, and
 * the whole gets exactly round(n * percent / 100).
 */
export function quotas(strata: Stratum[], percent: number): (Stratum & { quota: number })[] {
  const total = strata.reduce((sum, { size }) => sum + size, 0);
  // in whole hundredths, because 0.07 * 100 is not 7
  const shares = strata.map((each) => ({
    ...each,
    quota: Math.floor((each.size * percent) / 100),
    rest: (each.size * percent) % 100,
  }));
  let left = Math.round((total * percent) / 100) - shares.reduce((sum, { quota }) => sum + quota, 0);
  const neediest = [...shares].sort((a, b) => b.rest - a.rest || (a.stratum < b.stratum ? -1 : 1));
  for (const share of neediest) if (left-- > 0) share.quota++;
  return shares.map(({ stratum, size, quota }) => ({ stratum, size, quota }));
}

/** The assumed share of organizations that commit where no data exists yet; stated wherever the result shows. */
export const ASSUMED_RATE = 0.1;
/** A difference that no campaign would hope for shows nothing. */
export const USEFUL_DIFFERENCE = 0.1;
export const USUAL_PERCENT = 10;

/**
 * The smallest difference between the two rates (0…1) that such groups would show in four of five cases at the 5 %
 * level. null where a group is empty: no difference would ever show.
 */
export function detectableDifference(approached: number, heldOut: number): number | null {
  if (approached <= 0 || heldOut <= 0) return null;
  const certainty = normalQuantile(0.975) + normalQuantile(0.8);
  return certainty * Math.sqrt(ASSUMED_RATE * (1 - ASSUMED_RATE) * (1 / approached + 1 / heldOut));
}

export function showsDifference(approached: number, heldOut: number): boolean {
  return (detectableDifference(approached, heldOut) ?? Infinity) <= USEFUL_DIFFERENCE;
}

/** Off where the cohort is too small for the usual hold-out to show anything. */
export function suggestedPercent(organizations: number): number {
  const heldOut = Math.round((organizations * USUAL_PERCENT) / 100);
  return showsDifference(organizations - heldOut, heldOut) ? USUAL_PERCENT : 0;
}
