import { normalDensity, normalSurvival } from './normal.js';

/**
 * P(X > x) for a chi-square X with `df` degrees of freedom; absolute error below 1e-12.
 *
 * Whole degrees of freedom have a finite sum: Abramowitz & Stegun 26.4.4 (odd) and 26.4.5 (even). All terms are
 * positive, and they are kept as logarithms, so that neither a large x nor many degrees of freedom overflow; the
 * general incomplete gamma function would bring a convergence limit and nothing that is needed here.
 * @throws RangeError unless x >= 0 and df is a whole number, 1 or more.
 */
export function chiSquareSurvival(x: number, df: number): number {
  if (!(x >= 0)) throw new RangeError(`chi-square must be 0 or more; it is ${x}.`);
  if (!Number.isSafeInteger(df) || df < 1) {
    throw new RangeError(`Degrees of freedom must be a whole number, 1 or more; they are ${df}.`);
  }
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  return Math.min(1, df % 2 === 0 ? evenSum(x, df) : oddSum(x, df));
}

/** e^(-x/2) · (1 + x/2 + x²/(2·4) + …), df/2 terms. */
function evenSum(x: number, df: number): number {
  let logTerm = -x / 2;
  let sum = Math.exp(logTerm);
  for (let factor = 2; factor < df; factor += 2) {
    logTerm += Math.log(x / factor);
    sum += Math.exp(logTerm);
  }
  return sum;
}

/** 2·Q(√x) + 2·φ(√x) · (√x + x√x/3 + x²√x/(3·5) + …), (df - 1)/2 terms. */
function oddSum(x: number, df: number): number {
  const root = Math.sqrt(x);
  let sum = 2 * normalSurvival(root);
  if (df === 1) return sum;
  let logTerm = Math.log(2 * root) + logDensity(root);
  sum += Math.exp(logTerm);
  for (let factor = 3; factor < df; factor += 2) {
    logTerm += Math.log(x / factor);
    sum += Math.exp(logTerm);
  }
  return sum;
}

// normalDensity underflows beyond z = 38, where many degrees of freedom still leave a large sum.
function logDensity(z: number): number {
  return Math.log(normalDensity(0)) - (z * z) / 2;
}
