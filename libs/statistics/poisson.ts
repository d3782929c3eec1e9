import { twoSidedZ } from './normal.js';

/**
 * The interval around a count of independent events, by the square root, which makes its spread constant
 * (Anscombe, Biometrika 35 (1948), 246-254). Good from about ten events on; below that it says little, as it should.
 * @throws RangeError on a count that is none or a confidence outside (0, 1).
 */
export function countInterval(n: number, confidence = 0.95): { low: number; high: number } {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`A count is a whole number from 0; this is ${n}.`);
  const reach = twoSidedZ(confidence) / 2;
  return { low: Math.max(0, Math.sqrt(n) - reach) ** 2, high: (Math.sqrt(n) + reach) ** 2 };
}
