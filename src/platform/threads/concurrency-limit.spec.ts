import { ConcurrencyLimit } from './concurrency-limit.js';

test('so many at once, the others in their order, also after one that fails', async () => {
  const turns = new ConcurrencyLimit(2);
  const begun: number[] = [];
  let [now, most] = [0, 0];
  const work = async (n: number) => {
    begun.push(n);
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    if (n % 3 === 0) throw new Error(`${n} fails`);
    return n;
  };
  const all = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map((n) => turns.take(() => work(n))));
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(2);
  expect(all.map(({ status }) => status === 'rejected')).toEqual([false, false, true, false, false, true, false]);
});
