import { checkCount } from './counts.js';
import { normalSurvival, twoSidedZ } from './normal.js';

/** A group of `n` in which a share `rate` succeeds. */
export interface Group {
  rate: number;
  n: number;
}

/**
 * The chance that `a`, where it really is the better one, is also found to be: power of the two-sided pooled
 * two-proportion z test in the direction of the effect, without continuity correction (Fleiss, Statistical Methods for
 * Rates and Proportions, §4; what R's power.prop.test computes, here for unequal groups too).
 * @returns 0 where a side is empty.
 * @throws RangeError on rates outside [0, 1], impossible counts, or a confidence outside (0, 1).
 */
export function power(a: Group, b: Group, confidence = 0.95): number {
  for (const { rate, n } of [a, b]) {
    checkCount('n', n);
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`A rate must lie between 0 and 1; it is ${rate}.`);
  }
  const z = twoSidedZ(confidence);
  if (a.n === 0 || b.n === 0) return 0;
  const pooled = (a.n * a.rate + b.n * b.rate) / (a.n + b.n);
  const without = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  const spread = Math.sqrt((a.rate * (1 - a.rate)) / a.n + (b.rate * (1 - b.rate)) / b.n);
  const beyond = z * without - (a.rate - b.rate);
  if (spread === 0) return beyond < 0 ? 1 : 0;
  return normalSurvival(beyond / spread);
}
