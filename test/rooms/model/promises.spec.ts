import * as fc from 'fast-check';
import { commands, done, names } from './commands.js';
import { finish } from './finish.js';
import { Model } from './model.js';
import { CAMPAIGNS, HOUSES, Stage } from './stage.js';

const number = (name: string, otherwise: number): number => Number(process.env[`OVERTURE_MODEL_${name}`] ?? otherwise);
const RUNS = number('RUNS', 40);
const SECONDS = number('SECONDS', 30);
// everywhere else each run walks where none has walked; whether a change may land must not hang on luck
const SEED = number('SEED', process.env.CI ? 1 : Math.floor(Math.random() * 2 ** 31));
/** as a failure prints it: fast-check's own path, and which of the commands were run */
const [PATH, REPLAY] = (process.env.OVERTURE_MODEL_PATH ?? '').split('/');

const ENOUGH = 20;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.house.close());

test(
  'whatever happens in whatever order, nobody is skipped, nobody is written to twice, and what is stopped is still',
  async () => {
    const since = Date.now();
    const property = fc.asyncProperty(commands(REPLAY), async (cmds) => {
      await stage.reset();
      const model = new Model(HOUSES, CAMPAIGNS);
      await fc.asyncModelRun(() => ({ model, real: stage }), cmds);
      await finish(model, stage);
    });
    const told = await fc.check(property, {
      seed: SEED,
      ...(PATH && { path: PATH, endOnFailure: true }),
      numRuns: PATH ? 1 : RUNS,
      unbiased: true,
      interruptAfterTimeLimit: SECONDS * 1000,
    });
    const count = [...done.values()].reduce((sum, n) => sum + n, 0);
    process.stdout.write(
      `model: seed ${SEED}, ${told.numRuns} runs, ${count} commands in ${((Date.now() - since) / 1000).toFixed(1)} s: ${[...done].map(([name, n]) => `${name} ${n}`).join(', ')}\n`,
    );
    if (told.failed) {
      const [ran] = told.counterexample!;
      const path = `${told.counterexamplePath}/${/replayPath="([^"]*)"/.exec(String(ran))?.[1] ?? ''}`;
      throw new Error(
        `${String(ran)}\nOnce more: OVERTURE_MODEL_SEED=${SEED} OVERTURE_MODEL_PATH='${path}' npm test -- rooms/model\n${(told.errorInstance as Error)?.message}`,
        { cause: told.errorInstance },
      );
    }
    expect(count).toBeGreaterThan(0);
    // enough of them that none can be missing by chance; a slow machine does not get so far
    if (told.numRuns >= ENOUGH) expect([...done.keys()].toSorted()).toEqual(names.toSorted());
  },
  (SECONDS + 60) * 1000,
);
