import * as fc from 'fast-check';
import { chiSquareSurvival, normalQuantile, normalSurvival } from './index.js';

// Reference values were computed at 30 digits from erfc, its inverse and the incomplete gamma function.
const near = (actual: number, wanted: number, relative = 1e-12): void =>
  expect(Math.abs(actual / wanted - 1)).toBeLessThan(relative);

describe('the normal distribution', () => {
  it.each([
    [0.1, 0.460172162722971],
    [1, 0.15865525393145705],
    [1.959963984540054, 0.025000000000000015],
    [2.4, 0.00819753592459613],
    [2.6, 0.00466118802371875],
    [5, 2.866515718791939e-7],
    [10, 7.619853024160525e-24],
    [37, 5.725571222524577e-300],
  ])('leaves above z = %d the published area', (z, area) => {
    near(normalSurvival(z), area);
    expect(normalSurvival(-z)).toBeCloseTo(1 - area, 14);
  });

  it('is half and half at the middle, and ends at 0 and 1', () => {
    expect(normalSurvival(0)).toBe(0.5);
    expect(normalSurvival(Infinity)).toBe(0);
    expect(normalSurvival(-Infinity)).toBe(1);
  });

  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798407],
    [1e-10, -6.361340902404057],
    [0.0005, -3.290526731491895],
    [0.025, -1.9599639845400543],
    [0.074, -1.4466320671589785],
    [0.076, -1.4325027208258116],
    [0.3, -0.5244005127080408],
    [0.9, 1.2815515655446006],
    [0.975, 1.9599639845400543],
  ])('has its quantile of %d where the tables have it', (p, z) => near(normalQuantile(p), z, 1e-13));

  it('quantile and area undo each other', () => {
    const inside = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
    fc.assert(fc.property(inside, (p) => expect(normalSurvival(-normalQuantile(p))).toBeCloseTo(p, 12)));
  });

  it.each([0, 1, -0.1, 1.1, NaN, Infinity])('refuses %d as a probability', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('the chi-square distribution', () => {
  it.each([
    [0.2025, 2, 0.903707077873196],
    [3.841458820694124, 1, 0.05000000000000006],
    [18.307038053275146, 10, 0.05000000000000001],
    [30, 7, 9.495972508134183e-5],
    [1, 1, 0.3173105078629141],
    [100, 60, 0.0009168288614560798],
    [2000, 1999, 0.48948666158439313],
    [2000, 2000, 0.4957947558197845],
    [0.001, 5, 0.9999999983185123],
    [500, 3, 4.771672031912758e-108],
  ])('leaves above %d with %d degrees of freedom the reference area', (x, df, area) => {
    near(chiSquareSurvival(x, df), area, 1e-11);
  });

  it('starts at 1, ends at 0 and only falls', () => {
    expect(chiSquareSurvival(0, 3)).toBe(1);
    expect(chiSquareSurvival(Infinity, 3)).toBe(0);
    const x = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(x, x, fc.integer({ min: 1, max: 60 }), (a, b, df) => {
        const [less, more] = [chiSquareSurvival(Math.min(a, b), df), chiSquareSurvival(Math.max(a, b), df)];
        expect(less).toBeGreaterThanOrEqual(more - 1e-13);
        expect(less).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    [-1, 2],
    [NaN, 2],
    [1, 0],
    [1, 1.5],
  ])('refuses chi-square %d with %d degrees of freedom', (x, df) => {
    expect(() => chiSquareSurvival(x, df)).toThrow(RangeError);
  });
});
