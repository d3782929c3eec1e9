import fc from 'fast-check';
import { relieved, slowed, takePlace, type Slot } from './slot.js';

const now = new Date('2026-11-24T10:00:00Z');
const fresh: Slot = { carrier: 'default', domain: 'a.example', nextAt: now, gapMs: 500, epoch: 1, failures: 0 };
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

function places(throttle: Slot, count: number, at: Date): { places: Date[]; throttle: Slot } {
  const found: Date[] = [];
  let current = throttle;
  for (let i = 0; i < count; i++) {
    const { at: place, throttle: next } = takePlace(current, at);
    found.push(place);
    current = next;
  }
  return { places: found, throttle: current };
}

test('a throttle lets a few go at once, and keeps the others apart', () => {
  const { places: given } = places(fresh, 100, now);
  expect(given.filter((place) => place <= now)).toHaveLength(21);
  expect(given.at(-1)).toEqual(after((99 - 20) * 0.5));
});

test('whatever comes when, no window holds more than the burst and what its length allows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 200 }), (pauses) => {
      let throttle = fresh;
      let clock = now.getTime();
      const left: number[] = [];
      for (const pause of pauses) {
        clock += pause;
        const { at, throttle: next } = takePlace(throttle, new Date(clock));
        throttle = next;
        left.push(at.getTime());
      }
      left.sort((a, b) => a - b);
      for (let i = 0; i < left.length; i++)
        for (let j = i; j < left.length; j++) expect(j - i).toBeLessThanOrEqual(20 + (left[j]! - left[i]!) / 500);
    }),
  );
});

test('a provider that asks for patience gets it: half the speed, no bursts, then breaks that double up to an hour', () => {
  let throttle = fresh;
  const breaks: number[] = [];
  for (let i = 0; i < 14; i++) {
    throttle = slowed(throttle, now, 5);
    breaks.push((throttle.nextAt.getTime() - now.getTime()) / 60_000);
  }
  expect(breaks.slice(4, 12)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(breaks[0]).toBeLessThan(0.1);
  expect(throttle).toMatchObject({ epoch: 15, failures: 14, gapMs: 600_000 });
  // the probe after the break goes alone
  const { places: given } = places(throttle, 2, throttle.nextAt);
  expect(given[0]).toEqual(throttle.nextAt);
  expect(given[1]!.getTime() - given[0]!.getTime()).toBe(600_000);
});

test('what goes through brings the old speed back, step by step', () => {
  let throttle = slowed(slowed(fresh, now, 5), now, 5);
  let steps = 0;
  for (; throttle.gapMs > 500 && steps < 50; steps++) throttle = relieved(throttle, 500);
  expect(throttle).toMatchObject({ gapMs: 500, failures: 0 });
  expect(steps).toBeGreaterThan(1);
  expect(relieved({ ...fresh, gapMs: 0 }, 0).gapMs).toBe(0);
});
