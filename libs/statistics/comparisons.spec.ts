import * as fc from 'fast-check';
import { difference, percentile, splitCheck, twoProportions } from './index.js';

// Kevin Hillstrom's randomised e-mail test of 2008 (MineThatData): arms, and conversions in each.
const MENS = { successes: 267, n: 21_307 };
const WOMENS = { successes: 189, n: 21_387 };
const NO_EMAIL = { successes: 122, n: 21_306 };

describe('two proportions', () => {
  it('finds what the Hillstrom test found', () => {
    expect(twoProportions(MENS, NO_EMAIL)?.z).toBeCloseTo(7.385, 3);
    const womens = twoProportions(WOMENS, NO_EMAIL)!;
    expect(womens.z).toBeCloseTo(3.78, 3);
    expect(womens.p).toBeCloseTo(1.571e-4, 7);
    expect(difference(WOMENS, NO_EMAIL)?.difference).toBeCloseTo(0.003111, 6);
  });

  it('has nothing to test without trials, without successes and without failures', () => {
    expect(twoProportions({ successes: 0, n: 0 }, MENS)).toBeNull();
    expect(twoProportions({ successes: 0, n: 9 }, { successes: 0, n: 5 })).toBeNull();
    expect(twoProportions({ successes: 9, n: 9 }, { successes: 5, n: 5 })).toBeNull();
  });

  it('sees no difference between equals, and turns its sign when the sides change places', () => {
    expect(twoProportions(MENS, MENS)).toEqual({ z: 0, p: 1 });
    const there = twoProportions(MENS, WOMENS)!;
    const back = twoProportions(WOMENS, MENS)!;
    expect(back.z).toBeCloseTo(-there.z, 12);
    expect(back.p).toBeCloseTo(there.p, 12);
  });

  it('refuses more successes than trials', () => {
    expect(() => twoProportions({ successes: 3, n: 2 }, MENS)).toThrow(RangeError);
  });
});

describe('the split check', () => {
  it('finds the Hillstrom split as it should be', () => {
    const check = splitCheck([MENS.n, WOMENS.n, NO_EMAIL.n], [1, 1, 1])!;
    expect(check.chi2).toBeCloseTo(0.2025, 4);
    expect(check.df).toBe(2);
    expect(check.p).toBeCloseTo(0.904, 3);
  });

  it('sounds the alarm when an arm lost one in twenty', () => {
    expect(splitCheck([10_000, 9500], [0.5, 0.5])?.p).toBeLessThan(0.001);
  });

  it('takes shares, weights and sizes alike, however large', () => {
    const shares = splitCheck([90, 12], [0.9, 0.1])!;
    for (const expected of [
      [9, 1],
      [900, 100],
      [9e307, 1e307],
    ]) {
      expect(splitCheck([90, 12], expected)?.chi2).toBeCloseTo(shares.chi2, 10);
    }
  });

  it('waits until somebody was assigned', () => expect(splitCheck([0, 0], [1, 1])).toBeNull());

  it.each([
    [[5], [1]],
    [
      [5, 5],
      [1, 1, 1],
    ],
    [
      [5, -5],
      [1, 1],
    ],
    [
      [5, 0.5],
      [1, 1],
    ],
    [
      [5, 5],
      [1, 0],
    ],
    [
      [5, 5],
      [1, NaN],
    ],
  ])('refuses %j against %j', (observed, expected) => {
    expect(() => splitCheck(observed, expected)).toThrow(RangeError);
  });
});

describe('a percentile', () => {
  it('interpolates between neighbours, in any order of the values', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(percentile([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 0.9)).toBeCloseTo(9.1, 12);
    expect(percentile([100, 9], 1)).toBe(100);
    expect(percentile([7], 0.3)).toBe(7);
  });

  it('of nothing is nothing', () => expect(percentile([], 0.5)).toBeNull());

  it('leaves the given array in its order', () => {
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('lies between the smallest and the largest, and rises with q', () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 50 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (given, p, q) => {
        const lower = percentile(given, Math.min(p, q))!;
        const upper = percentile(given, Math.max(p, q))!;
        expect(lower).toBeGreaterThanOrEqual(Math.min(...given));
        expect(upper).toBeLessThanOrEqual(Math.max(...given));
        expect(lower <= upper || Math.abs(lower / upper - 1) < 1e-12).toBe(true);
      }),
    );
  });

  it('refuses a q outside 0 and 1, and values that are no numbers', () => {
    expect(() => percentile([1], 90)).toThrow(RangeError);
    expect(() => percentile([1], NaN)).toThrow(RangeError);
    expect(() => percentile([1, NaN], 0.5)).toThrow(RangeError);
    expect(() => percentile([1, Infinity], 0.5)).toThrow(RangeError);
  });
});
