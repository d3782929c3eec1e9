import type { SampleCount } from './counts.js';
import { wilson } from './wilson.js';

/** rate(a) - rate(b), -1…1, with its interval. */
export interface Difference {
  difference: number;
  low: number;
  high: number;
}

/**
 * The difference of two independent proportions with Newcombe's hybrid score interval, method 10
 * (Statistics in Medicine 17 (1998), 873-890), built from the two Wilson intervals.
 * @returns null when either side tried nothing.
 * @throws RangeError on impossible counts or a confidence outside (0, 1).
 */
export function difference(a: SampleCount, b: SampleCount, confidence = 0.95): Difference | null {
  const first = wilson(a.successes, a.n, confidence);
  const second = wilson(b.successes, b.n, confidence);
  if (!first || !second) return null;
  const by = first.rate - second.rate;
  return {
    difference: by,
    low: Math.max(-1, by - Math.hypot(first.rate - first.low, second.high - second.rate)),
    high: Math.min(1, by + Math.hypot(first.high - first.rate, second.rate - second.low)),
  };
}
