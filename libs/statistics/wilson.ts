import { checkCounted } from './counts.js';
import { twoSidedZ } from './normal.js';

/** A rate (0…1), the interval around it, and the sample it rests on. */
export interface Interval {
  rate: number;
  low: number;
  high: number;
  n: number;
}

/**
 * Wilson's score interval for a proportion (J. Am. Stat. Assoc. 22 (1927), 209-212), without continuity correction.
 * Not the textbook (Wald) interval: with few answers, as here, that one leaves [0, 1] and covers far less than it says.
 * @returns null when nothing was tried (n = 0).
 * @throws RangeError on impossible counts or a confidence outside (0, 1).
 */
export function wilson(successes: number, n: number, confidence = 0.95): Interval | null {
  checkCounted({ successes, n });
  const z = twoSidedZ(confidence);
  if (n === 0) return null;
  const rate = successes / n;
  const pull = (z * z) / n;
  const centre = (rate + pull / 2) / (1 + pull);
  const reach = (z * Math.sqrt((rate * (1 - rate)) / n + pull / (4 * n))) / (1 + pull);
  // The ends are known exactly at 0 and n; elsewhere rounding must not push the rate out of its own interval.
  return {
    rate,
    low: successes === 0 ? 0 : Math.max(0, Math.min(rate, centre - reach)),
    high: successes === n ? 1 : Math.min(1, Math.max(rate, centre + reach)),
    n,
  };
}
