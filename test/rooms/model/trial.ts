import * as fc from 'fast-check';
import { Chance } from '../../faults/chance.js';
import type { Walk, Walked } from './walk.js';

const number = (name: string, otherwise: number): number => Number(process.env[`OVERTURE_MODEL_${name}`] ?? otherwise);
const RUNS = number('RUNS', 40);
// everywhere else each run walks where none has walked; whether a change may land must not hang on luck
const SEED = number('SEED', process.env.CI ? 1 : Math.floor(Math.random() * 2 ** 31));
/** as a failure prints it: whose walk, fast-check's own path, and which of the commands were run */
const [WALK, PATH, ...REPLAY] = (process.env.OVERTURE_MODEL_PATH ?? '').split('/');
/** steered runs at most, until all that can happen has happened: some of it shuts the door to the rest */
const MOST_STEERED = 20;

export const seconds = (otherwise: number): number => number('SECONDS', otherwise);

/**
 * Walks at random for so many seconds, and then to what chance has left out; a failure says how it is walked once more. A walk that
 * another's failure names does not begin. `run` makes a new beginning and hands it to `goOn`.
 */
export async function trial<M extends Walked, S>(
  name: string,
  walk: Walk<M, S>,
  limit: number,
  run: (goOn: (model: M, stage: S) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (WALK && WALK !== name) return;
  const since = Date.now();
  let last: Promise<void> = Promise.resolve();
  const atRandom = (commands: Iterable<fc.AsyncCommand<M, S>>) =>
    (last = run((model, real) => fc.asyncModelRun(() => ({ model, real }), commands)));
  const told = await fc.check(fc.asyncProperty(walk.commands(REPLAY.join('/')), atRandom), {
    seed: SEED,
    ...(PATH && { path: PATH, endOnFailure: true }),
    numRuns: PATH ? 1 : RUNS,
    unbiased: true,
    interruptAfterTimeLimit: limit * 1000,
  });
  // at its limit fast-check stops waiting, not the run: a steered one beside it would meet what it does to the same rows
  await last.catch(() => undefined);
  // a busy machine may not end one run in time, which proves nothing: the steered ones come after it
  if (told.failed && told.counterexample) {
    const [ran] = told.counterexample;
    const path = `${name}/${told.counterexamplePath}/${/replayPath="([^"]*)"/.exec(String(ran))?.[1] ?? ''}`;
    throw new Error(
      `${String(ran)}\nOnce more: OVERTURE_MODEL_SEED=${SEED} OVERTURE_MODEL_PATH='${path}' npm test -- rooms/model\n${(told.errorInstance as Error)?.message}`,
      { cause: told.errorInstance },
    );
  }
  const steered = PATH ? 0 : await steer(walk, run);
  const { done } = walk;
  const count = [...done.values()].reduce((sum, n) => sum + n, 0);
  const runs = `${told.numRuns} runs at random, ${steered} steered`;
  process.stdout.write(
    `model of ${name}: seed ${SEED}, ${runs}, ${count} commands in ${((Date.now() - since) / 1000).toFixed(1)} s: ${[...done].map(([each, n]) => `${each} ${n}`).join(', ')}\n`,
  );
  if (!PATH) expect(walk.missing).toEqual([]);
}

async function steer<M extends Walked, S>(
  walk: Walk<M, S>,
  run: (goOn: (model: M, stage: S) => Promise<void>) => Promise<void>,
): Promise<number> {
  const chance = new Chance(SEED);
  for (let n = 0; ; n++) {
    if (walk.missing.length === 0 || n === MOST_STEERED) return n;
    await run((model, stage) => walk.steer(model, stage, chance, n % 2 === 0));
  }
}
