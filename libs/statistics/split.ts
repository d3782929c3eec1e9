import { chiSquareSurvival } from './chi-square.js';
import { checkCount } from './counts.js';

export interface SplitCheck {
  chi2: number;
  df: number;
  p: number;
}

/**
 * Sample-ratio mismatch: did the arms get the planned sizes? Pearson's chi-square, goodness of fit.
 * `observed` are the arms' sizes; `expected` are their shares, weights or sizes, scaled here to the observed total.
 * A small p (0.001 is customary) says that the split itself is broken, so no comparison of the arms can be believed.
 * @returns null when no organization was assigned yet.
 * @throws RangeError on fewer than two arms, unequal lengths, impossible counts, or an expectation that is not above 0.
 */
export function splitCheck(observed: number[], expected: number[]): SplitCheck | null {
  if (observed.length < 2 || observed.length !== expected.length) {
    throw new RangeError(
      `A split needs two arms or more, each with its expectation; got ${observed.length} and ${expected.length}.`,
    );
  }
  for (const count of observed) checkCount('Every observed size', count);
  for (const weight of expected) {
    if (!(weight > 0 && weight < Infinity))
      throw new RangeError(`Every expectation must be above 0; one is ${weight}.`);
  }
  const total = sum(observed);
  if (total === 0) return null;
  // Scaled to the largest first: the sum of huge weights must not overflow.
  const largest = Math.max(...expected);
  const shares = expected.map((weight) => weight / largest);
  const scale = total / sum(shares);
  const chi2 = sum(
    observed.map((count, arm) => {
      const meant = (shares[arm] ?? 0) * scale;
      return (count - meant) ** 2 / meant;
    }),
  );
  const df = observed.length - 1;
  return { chi2, df, p: chiSquareSurvival(chi2, df) };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
