import * as fc from 'fast-check';
import { power } from './index.js';

describe('power', () => {
  // the examples in the manual of R's power.prop.test: n = 50 gives 0.740, and 0.9 takes 76.7 in each group
  it('is what R finds', () => {
    expect(power({ rate: 0.75, n: 50 }, { rate: 0.5, n: 50 })).toBeCloseTo(0.74, 3);
    expect(power({ rate: 0.75, n: 76 }, { rate: 0.5, n: 76 })).toBeLessThan(0.9);
    expect(power({ rate: 0.75, n: 77 }, { rate: 0.5, n: 77 })).toBeGreaterThan(0.9);
  });

  it('is half the error allowed where there is no difference, and nothing where a side has nobody', () => {
    expect(power({ rate: 0.1, n: 400 }, { rate: 0.1, n: 100 })).toBeCloseTo(0.025, 10);
    expect(power({ rate: 0.5, n: 400 }, { rate: 0.1, n: 0 })).toBe(0);
    expect(() => power({ rate: 1.5, n: 4 }, { rate: 0.1, n: 4 })).toThrow(RangeError);
  });

  it('never falls as the sample grows', () => {
    const share = fc.double({ min: 0.05, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 5, max: 500 }), (base, lift, n) => {
        const at = (size: number) => power({ rate: base + lift, n: size }, { rate: base, n: size });
        expect(at(n * 2)).toBeGreaterThanOrEqual(at(n) - 1e-12);
      }),
    );
  });
});
