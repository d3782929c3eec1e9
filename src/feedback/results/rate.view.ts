import type { ShownRate } from '../../../libs/statistics/index.js';
import { Decimal, Flag, Whole } from '../../platform/index.js';

const SHARE = { optional: true, min: 0, max: 1 };

/** A rate with its 95 % interval, or only its counts while the sample is under the setting minimumSample. */
export class RateView {
  @Whole({ example: 120 }) n: number;
  @Whole({ example: 30 }) successes: number;
  @Flag({ description: 'false: the sample is too small, and rate, low and high are left out' }) shown: boolean;
  @Decimal({ ...SHARE, example: 0.25 }) rate?: number;
  @Decimal({ ...SHARE, example: 0.18 }) low?: number;
  @Decimal({ ...SHARE, example: 0.33 }) high?: number;
}

export type ShownRateView = ShownRate & RateView;
