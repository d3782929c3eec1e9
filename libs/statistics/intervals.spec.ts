import * as fc from 'fast-check';
import { difference, rate, wilson } from './index.js';

const counted = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
const confidence = fc.double({ min: 0.001, max: 0.9999999, noNaN: true });

describe("Wilson's interval", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is the one that Newcombe printed', (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('says nothing of nothing', () => expect(wilson(0, 0)).toBeNull());

  it('is exact at its ends: none of n, and all of n', () => {
    expect(wilson(0, 7)).toMatchObject({ rate: 0, low: 0 });
    expect(wilson(7, 7)).toMatchObject({ rate: 1, high: 1 });
    expect(wilson(7, 7)?.low).toBeLessThan(1);
  });

  it('holds its rate, stays within 0 and 1, and mirrors when success and failure change places', () => {
    fc.assert(
      fc.property(counted, confidence, ({ successes, n }, level) => {
        const interval = wilson(successes, n, level)!;
        const mirrored = wilson(n - successes, n, level)!;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(interval.rate);
        expect(interval.high).toBeGreaterThanOrEqual(interval.rate);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - interval.high, 12);
      }),
    );
  });

  it('narrows as the same rate rests on more, and widens with more confidence', () => {
    const width = (successes: number, n: number, level?: number): number => {
      const interval = wilson(successes, n, level)!;
      return interval.high - interval.low;
    };
    fc.assert(
      fc.property(counted, fc.integer({ min: 2, max: 1000 }), ({ successes, n }, times) => {
        expect(width(successes * times, n * times)).toBeLessThan(width(successes, n));
        expect(width(successes, n, 0.99)).toBeGreaterThan(width(successes, n, 0.9));
      }),
    );
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, 5.5],
    [NaN, 5],
    [1, Infinity],
    [0, -1],
  ])('refuses %d successes in %d', (successes, n) => expect(() => wilson(successes, n)).toThrow(RangeError));

  it.each([0, 1, 95, -0.5, NaN])('refuses the confidence %d, also before anything was tried', (level) => {
    expect(() => wilson(1, 5, level)).toThrow(RangeError);
    expect(() => wilson(0, 0, level)).toThrow(RangeError);
  });
});

describe("Newcombe's interval for a difference", () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %d/%d and %d/%d is the one that he printed', (x, m, y, n, low, high) => {
    const found = difference({ successes: x, n: m }, { successes: y, n });
    expect(found?.difference).toBeCloseTo(x / m - y / n, 12);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('says nothing when either side tried nothing', () => {
    expect(difference({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull();
    expect(difference({ successes: 1, n: 2 }, { successes: 0, n: 0 })).toBeNull();
  });

  it('holds the difference, stays within -1 and 1, and turns its sign when the sides change places', () => {
    fc.assert(
      fc.property(counted, counted, confidence, (a, b, level) => {
        const found = difference(a, b, level)!;
        const turned = difference(b, a, level)!;
        expect(found.low).toBeLessThanOrEqual(found.difference);
        expect(found.high).toBeGreaterThanOrEqual(found.difference);
        expect(found.low).toBeGreaterThanOrEqual(-1);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(turned.low).toBeCloseTo(-found.high, 12);
      }),
    );
  });

  it('refuses more successes than trials on either side', () => {
    expect(() => difference({ successes: 3, n: 2 }, { successes: 1, n: 2 })).toThrow(RangeError);
    expect(() => difference({ successes: 1, n: 2 }, { successes: 3, n: 2 })).toThrow(RangeError);
  });
});

describe('a rate on a screen', () => {
  it('is hidden under the minimum sample, and shown from it on', () => {
    expect(rate(20, 29)).toEqual({ n: 29, successes: 20, shown: false });
    const { low, high } = wilson(20, 30)!;
    expect(rate(20, 30)).toEqual({ n: 30, successes: 20, shown: true, rate: 20 / 30, low, high });
    expect(rate(3, 4, 4)).toMatchObject({ shown: true, rate: 0.75 });
  });

  it('of nothing is never shown, whatever the minimum', () => {
    expect(rate(0, 0, 0)).toEqual({ n: 0, successes: 0, shown: false });
  });

  it('refuses nonsense even where it would be hidden', () => {
    expect(() => rate(6, 5)).toThrow(RangeError);
    expect(() => rate(1, 5, -1)).toThrow(RangeError);
    expect(() => rate(1, 5, NaN)).toThrow(RangeError);
  });
});
