import fc from 'fast-check';
import { backwards, PlanError, type Prerequisite } from './index.js';

const of = (key: string, leadDays: number, after: string[] = [], done = false): Prerequisite => ({
  key,
  title: key.toUpperCase(),
  leadDays,
  after,
  done,
});
const refusal = (work: () => unknown): PlanError => {
  try {
    work();
  } catch (error) {
    if (error instanceof PlanError) return error;
  }
  throw new Error('nothing was refused');
};

test('it is November, and they want it by September: each step has its last day', () => {
  const steps = [of('contract', 30), of('interface', 60, ['contract']), of('stock', 20, ['contract'])];
  const { placed, feasible, criticalChain, earliestEnd } = backwards(steps, '2027-09-01', '2026-11-24');
  expect(feasible).toBe(true);
  expect(criticalChain).toEqual(['contract', 'interface']);
  expect(earliestEnd).toBe('2027-02-22');
  expect(placed.map(({ key, latestStart, latestFinish }) => [key, latestStart, latestFinish])).toEqual([
    ['contract', '2027-06-03', '2027-07-03'],
    ['interface', '2027-07-03', '2027-09-01'],
    ['stock', '2027-08-12', '2027-09-01'],
  ]);
});

test('an impossible day is shown with its cause, and a finished step takes no time', () => {
  const steps = [of('contract', 30), of('interface', 60, ['contract']), of('stock', 20, ['contract'])];
  const late = backwards(steps, '2027-02-12', '2026-11-24');
  expect(late).toMatchObject({ feasible: false, daysShort: 10, blockedBy: 'contract', earliestEnd: '2027-02-22' });
  expect(late.placed.map(({ slack }) => slack)).toEqual([-10, -10, 30]);
  const signed = backwards([of('contract', 30, [], true), ...steps.slice(1)], '2027-02-12', '2026-11-24');
  expect(signed).toMatchObject({ feasible: true, blockedBy: null, criticalChain: ['interface'] });
});

test('without prerequisites only the day itself counts', () => {
  expect(backwards([], '2026-11-24', '2026-11-24')).toMatchObject({ feasible: true, criticalChain: [] });
  expect(backwards([], '2026-11-23', '2026-11-24')).toMatchObject({ feasible: false, daysShort: 1, blockedBy: null });
});

test('a cycle is one clear error that names it', () => {
  const error = refusal(() => backwards([of('a', 1, ['b']), of('b', 1, ['a'])], '2027-01-01', '2026-01-01'));
  expect(error).toMatchObject({ code: 'cycle', keys: ['a', 'b'] });
  expect(error.message).toBe('These wait for each other: “A” waits for “B” waits for “A”.');
  expect(refusal(() => backwards([of('a', 1, ['a'])], '2027-01-01', '2026-01-01')).code).toBe('cycle');
});

test('what is not sound is refused', () => {
  const code = (steps: Prerequisite[], day = '2027-01-01') => refusal(() => backwards(steps, day, '2026-01-01')).code;
  expect(code([of('a', 1), of('a', 2)])).toBe('repeated');
  expect(code([of('a', 1, ['z'])])).toBe('unknown');
  expect(code([of('a', -1)])).toBe('lead');
  expect(code([of('a', 1.5)])).toBe('lead');
  expect(code([], '2027-02-30')).toBe('day');
});

/** any plan without a cycle: each may wait only for what stands before it */
const plans = fc
  .array(fc.record({ leadDays: fc.nat(90), waits: fc.array(fc.nat(20), { maxLength: 3 }), done: fc.boolean() }), {
    maxLength: 12,
  })
  .map((steps) =>
    steps.map(({ leadDays, waits, done }, i) =>
      of(String(i), leadDays, i === 0 ? [] : [...new Set(waits.map((each) => String(each % i)))], done),
    ),
  );
const days = fc.integer({ min: 0, max: 800 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));

test('nothing starts before what it waits for has ended, forwards and backwards, and nothing ends after the wanted day', () => {
  fc.assert(
    fc.property(plans, days, days, (steps, wanted, today) => {
      const { placed } = backwards(steps, wanted, today);
      const at = new Map(placed.map((each) => [each.key, each]));
      for (const { key, after } of steps) {
        const { latestStart, latestFinish, earliestStart } = at.get(key)!;
        expect(latestFinish <= wanted && latestStart <= latestFinish && earliestStart >= today).toBe(true);
        for (const before of after) {
          expect(at.get(before)!.latestFinish <= latestStart).toBe(true);
          expect(at.get(before)!.earliestFinish <= earliestStart).toBe(true);
        }
      }
    }),
  );
});

test('infeasible is exactly: something has less than no time to spare, or the day has passed; and the chain says how much', () => {
  fc.assert(
    fc.property(plans, days, days, (steps, wanted, today) => {
      const plan = backwards(steps, wanted, today);
      const least = Math.min(0, ...plan.placed.map(({ slack }) => slack));
      expect(plan.feasible).toBe(least === 0 && wanted >= today);
      if (plan.blockedBy !== null) {
        const blocking = plan.placed.find(({ key }) => key === plan.blockedBy)!;
        expect(blocking.slack).toBe(-plan.daysShort);
        expect(blocking.latestStart < today).toBe(true);
      }
      const length = plan.criticalChain.reduce((sum, key) => sum + steps.find((each) => each.key === key)!.leadDays, 0);
      expect(Date.parse(plan.earliestEnd) - Date.parse(today)).toBe(length * 86_400_000);
    }),
  );
});
