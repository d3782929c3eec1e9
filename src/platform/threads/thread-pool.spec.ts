import { TooBusy } from './concurrency-limit.js';
import { ThreadEnded, ThreadPool } from './thread-pool.js';

const LIMITS = { threads: 1, waiting: 2, milliseconds: 2_000, megabytes: 64 };
type Task = { spin?: number; fill?: boolean; echo?: string; fail?: string };
let pool: ThreadPool<Task, string>;

beforeEach(() => (pool = new ThreadPool('../test/support/probe.thread.js', LIMITS)));
afterEach(() => pool.close());

test('answers from another thread, while this one goes on', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 10);
  expect(await pool.run({ spin: 500, echo: 'done' })).toBe('done');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});

test('one that never ends is ended, and the next one runs', async () => {
  await expect(pool.run({ spin: Infinity })).rejects.toThrow(ThreadEnded);
  expect(await pool.run({ echo: 'next' })).toBe('next');
});

test('one that takes all memory is ended, and the next one runs', async () => {
  await expect(pool.run({ fill: true })).rejects.toThrow(ThreadEnded);
  expect(await pool.run({ echo: 'next' })).toBe('next');
});

test('what it throws is thrown here', async () => {
  await expect(pool.run({ fail: 'not so' })).rejects.toThrow('not so');
});

test('more than may wait are refused at once, and those that wait are answered', async () => {
  const answers = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => pool.run({ spin: 50, echo: String(n) })));
  expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : each.reason.constructor))).toEqual([
    '1',
    '2',
    '3',
    TooBusy,
    TooBusy,
  ]);
});
