import type { Installation } from '../support/installation.js';

/** A machine that is busy with tests answers late; a process that is held up answers not at all. */
const QUICKLY = 1_000;

/** What becomes of `work`; meanwhile the API keeps answering that it lives, each time within a second. */
export async function whileAlive<T>(app: Installation, work: Promise<T>): Promise<T> {
  const standing = { over: false };
  const end = () => void (standing.over = true);
  void work.then(end, end);
  let slowest = 0;
  while (!standing.over) {
    const asked = performance.now();
    expect((await app.nobody.get('/health/live')).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(slowest).toBeLessThan(QUICKLY);
  return work;
}
