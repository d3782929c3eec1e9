import { checkCounted, type SampleCount } from './counts.js';
import { normalSurvival } from './normal.js';

/** `z` is positive when a's rate is the higher one; `p` is two-sided. */
export interface ProportionsTest {
  z: number;
  p: number;
}

/**
 * Pooled two-proportion z test (two-sided, no continuity correction).
 * @returns null when there is nothing to test: a side tried nothing, or all succeeded, or none did.
 * @throws RangeError on impossible counts.
 */
export function twoProportions(a: SampleCount, b: SampleCount): ProportionsTest | null {
  checkCounted(a);
  checkCounted(b);
  const successes = a.successes + b.successes;
  const n = a.n + b.n;
  if (a.n === 0 || b.n === 0 || successes === 0 || successes === n) return null;
  const pooled = successes / n;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  const z = (a.successes / a.n - b.successes / b.n) / error;
  return { z, p: 2 * normalSurvival(Math.abs(z)) };
}
