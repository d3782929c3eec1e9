import { checkCount, checkCounted } from './counts.js';
import { wilson } from './wilson.js';

/** A rate as a screen may show it: with its interval, or only its counts while the sample is too small to say more. */
export type ShownRate =
  | { n: number; successes: number; shown: false }
  | { n: number; successes: number; shown: true; rate: number; low: number; high: number };

/**
 * A rate with its 95 % interval, hidden while n is under `minimum` (or 0): three of four answers are not "75 %".
 * @throws RangeError on impossible counts.
 */
export function rate(successes: number, n: number, minimum = 30): ShownRate {
  checkCounted({ successes, n });
  checkCount('minimum', minimum);
  const interval = n < minimum ? null : wilson(successes, n);
  if (!interval) return { n, successes, shown: false };
  return { n, successes, shown: true, rate: interval.rate, low: interval.low, high: interval.high };
}
