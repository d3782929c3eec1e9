import * as fc from 'fast-check';
import type { Walk, Walked } from './walk.js';

const number = (name: string, otherwise: number): number => Number(process.env[`OVERTURE_MODEL_${name}`] ?? otherwise);
const RUNS = number('RUNS', 40);
// everywhere else each run walks where none has walked; whether a change may land must not hang on luck
const SEED = number('SEED', process.env.CI ? 1 : Math.floor(Math.random() * 2 ** 31));
/** as a failure prints it: whose walk, fast-check's own path, and which of the commands were run */
const [WALK, PATH, ...REPLAY] = (process.env.OVERTURE_MODEL_PATH ?? '').split('/');
/** so many runs that no command can be missing by chance; a slow machine does not get so far */
const ENOUGH = 30;

export const seconds = (otherwise: number): number => number('SECONDS', otherwise);

/** Walks at random for so many seconds; a failure says how it is walked once more. A walk that another's failure names does not begin. */
export async function trial<M extends Walked, S>(
  name: string,
  walk: Walk<M, S>,
  limit: number,
  run: (commands: Iterable<fc.AsyncCommand<M, S>>) => Promise<void>,
): Promise<void> {
  if (WALK && WALK !== name) return;
  const since = Date.now();
  const told = await fc.check(fc.asyncProperty(walk.commands(REPLAY.join('/')), run), {
    seed: SEED,
    ...(PATH && { path: PATH, endOnFailure: true }),
    numRuns: PATH ? 1 : RUNS,
    unbiased: true,
    interruptAfterTimeLimit: limit * 1000,
  });
  const { done } = walk;
  const count = [...done.values()].reduce((sum, n) => sum + n, 0);
  process.stdout.write(
    `model of ${name}: seed ${SEED}, ${told.numRuns} runs, ${count} commands in ${((Date.now() - since) / 1000).toFixed(1)} s: ${[...done].map(([each, n]) => `${each} ${n}`).join(', ')}\n`,
  );
  if (told.failed) {
    const [ran] = told.counterexample!;
    const path = `${name}/${told.counterexamplePath}/${/replayPath="([^"]*)"/.exec(String(ran))?.[1] ?? ''}`;
    throw new Error(
      `${String(ran)}\nOnce more: OVERTURE_MODEL_SEED=${SEED} OVERTURE_MODEL_PATH='${path}' npm test -- rooms/model\n${(told.errorInstance as Error)?.message}`,
      { cause: told.errorInstance },
    );
  }
  expect(count).toBeGreaterThan(0);
  if (told.numRuns >= ENOUGH) expect([...done.keys()].toSorted()).toEqual(walk.names.toSorted());
}
