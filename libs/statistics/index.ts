export { chiSquareSurvival } from './chi-square.js';
export type { Counted } from './counts.js';
export { difference, type Difference } from './difference.js';
export { normalQuantile, normalSurvival } from './normal.js';
export { percentile } from './percentile.js';
export { twoProportions, type ProportionsTest } from './proportions.js';
export { rate, type ShownRate } from './rate.js';
export { splitCheck, type SplitCheck } from './split.js';
export { wilson, type Interval } from './wilson.js';
