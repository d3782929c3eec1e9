import fc from 'fast-check';
import { detectableDifference, quotas, showsDifference, smallestStratum, suggestedPercent } from './hold-out.js';

const sum = (list: number[]): number => list.reduce((total, each) => total + each, 0);
const strata = fc
  .array(fc.nat(500), { maxLength: 40 })
  .map((sizes) => sizes.map((size, at) => ({ stratum: `s${at}`, size })));

describe('how many of each stratum wait', () => {
  it('comes to the percentage of the whole, to the nearest organization', () => {
    fc.assert(
      fc.property(strata, fc.nat(50), (list, percent) => {
        const total = sum(list.map(({ size }) => size));
        expect(sum(quotas(list, percent).map(({ quota }) => quota))).toBe(Math.round((total * percent) / 100));
      }),
    );
  });

  it('comes to the percentage of each stratum, to within one organization', () => {
    fc.assert(
      fc.property(strata, fc.nat(50), (list, percent) => {
        for (const { size, quota } of quotas(list, percent)) {
          expect(Math.abs(quota - (size * percent) / 100)).toBeLessThan(1);
          expect(quota).toBeLessThanOrEqual(size);
        }
      }),
    );
  });

  it('does not depend on the order in which the strata come', () => {
    fc.assert(
      fc.property(strata, fc.nat(50), (list, percent) => {
        const forwards = new Map(quotas(list, percent).map(({ stratum, quota }) => [stratum, quota]));
        for (const { stratum, quota } of quotas(list.toReversed(), percent)) expect(quota).toBe(forwards.get(stratum));
      }),
    );
  });

  it('gives the organizations left over to the strata that lost most to rounding', () => {
    const list = [
      { stratum: 'a', size: 14 },
      { stratum: 'b', size: 19 },
      { stratum: 'c', size: 11 },
    ];
    expect(quotas(list, 10).map(({ quota }) => quota)).toEqual([1, 2, 1]);
  });

  it('pools what is too small to have one of its own wait', () => {
    expect([0, 1, 7, 10, 50].map(smallestStratum)).toEqual([1, 100, 15, 10, 2]);
  });
});

describe('whether a hold-out shows anything', () => {
  it('knows the textbook’s number: 10 % against 90 %, of a thousand', () => {
    // (1.96 + 0.8416) * sqrt(0.09 * (1/900 + 1/100))
    expect(detectableDifference(900, 100)).toBeCloseTo(0.0886, 4);
  });

  it('says never where a group is empty', () => {
    expect(detectableDifference(0, 10)).toBeNull();
    expect(detectableDifference(10, 0)).toBeNull();
    expect(showsDifference(10, 0)).toBe(false);
  });

  it('is off for a small cohort and on for a large one', () => {
    expect([0, 12, 500, 1000, 200_000].map(suggestedPercent)).toEqual([0, 0, 0, 10, 10]);
  });
});
