// The published digits stand as printed, so that they can be compared; the nearest double is what is meant.
/* oxlint-disable no-loss-of-precision */
const LOG_SQRT_2PI = 0.9189385332046727418;
const SERIES_UNTIL = 2.5;
// At z = 2.5 the fraction is settled to the last bit after about 40 levels, sooner beyond.
const FRACTION_DEPTH = 60;

export function normalDensity(z: number): number {
  return Math.exp(-(z * z) / 2 - LOG_SQRT_2PI);
}

/**
 * P(Z > z) for a standard normal Z; relative error below 1e-12, also far out in the tail.
 *
 * Abramowitz & Stegun, Handbook of Mathematical Functions (1964): the series 26.2.10 near the middle, the continued
 * fraction 26.2.14 beyond. Preferred to the quicker rational fits, of which the popular ones are good to 1e-7 only.
 */
export function normalSurvival(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z must be a number; it is NaN.');
  if (z < 0) return 1 - normalSurvival(-z);
  if (z <= SERIES_UNTIL) return 0.5 - normalDensity(z) * oddSeries(z);
  let below = z;
  for (let level = FRACTION_DEPTH; level >= 1; level--) below = z + level / below;
  return normalDensity(z) / below;
}

/** z + z³/3 + z⁵/(3·5) + …: every term is positive, so nothing cancels. */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

const CENTRE = {
  over: [
    3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
    4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
  ],
  under: [
    1, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
    3.930789580009271061e4, 2.8729085735721942674e4, 5.226495278852854561e3,
  ],
};
const SHOULDER = {
  over: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
  ],
  under: [
    1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
    1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const TAIL = {
  over: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
    2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  under: [
    1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};

/**
 * The z below which a standard normal falls with probability `p`; relative error about 1e-15.
 *
 * Wichura, Algorithm AS 241 (PPND16): The Percentage Points of the Normal Distribution, Applied Statistics 37 (1988),
 * 477-484. Acklam's fit would need a Newton step to come below 1e-9.
 * @throws RangeError unless 0 < p < 1.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability must lie between 0 and 1; it is ${p}.`);
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(CENTRE, 0.180625 - fromMiddle * fromMiddle);
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const z = r <= 5 ? ratio(SHOULDER, r - 1.6) : ratio(TAIL, r - 5);
  return fromMiddle < 0 ? -z : z;
}

/**
 * The z that leaves (1 - confidence) / 2 in each tail: 1.96 for 0.95.
 * @throws RangeError unless 0 < confidence < 1.
 */
export function twoSidedZ(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must lie between 0 and 1, such as 0.95; it is ${confidence}.`);
  }
  // From the lower tail: 1 - confidence is exact where it matters, (1 + confidence) / 2 is not.
  return Math.abs(normalQuantile((1 - confidence) / 2));
}

function ratio({ over, under }: { over: number[]; under: number[] }, x: number): number {
  const at = (coefficients: number[]): number => coefficients.reduceRight((sum, c) => sum * x + c, 0);
  return at(over) / at(under);
}
