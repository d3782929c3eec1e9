import type { Fault } from '../faults.js';
import { pause, type Scene } from '../scene.js';
import { under } from './attack.js';

const SENT_ONCE = 'no message is handed to SMTP twice; each ambiguous one is listed as unknown';
const NOBODY_LEFT_OUT = 'every decision maker of the snapshot is enrolled or listed with a reason';

/** Milliseconds after which whoever stopped a program would kill it. */
const LONGEST_DRAIN = 10_000;

/** One of them at random; the api now and then. */
const victim = (scene: Scene) => {
  const { all, workers } = scene.programs;
  return scene.chance.next() < 0.15 ? scene.chance.of(all) : workers.length > 0 ? scene.chance.of(workers) : undefined;
};

async function kill(scene: Scene): Promise<void> {
  const program = victim(scene);
  if (!program) return;
  await scene.kill(program);
  void scene.start(program.name as 'api' | 'worker');
}

async function freeze(scene: Scene, seconds: number): Promise<void> {
  const program = victim(scene);
  if (!program) return;
  program.signal('SIGSTOP');
  scene.injected += 1;
  await pause(seconds * 1000);
  program.signal('SIGCONT');
}

async function roll(scene: Scene): Promise<void> {
  for (const program of scene.programs.all) {
    const next = scene.start(program.name as 'api' | 'worker');
    // two cannot listen on one port
    if (program.name === 'worker') await next;
    await scene.stop(program);
    await next;
  }
}

export const processes: Fault[] = [
  {
    name: 'calm',
    promise: SENT_ONCE,
    does: 'nothing: what the others are measured by',
    unknown: 0,
    run: async (scene) => {
      await scene.launch();
      await scene.during(async () => undefined);
    },
  },
  {
    name: 'kills',
    promise: SENT_ONCE,
    does: 'kill -9 of workers, and now and then of the api, at random',
    short: 'postgres',
    run: (scene) => under(scene, kill, [500, 6_000]),
  },
  {
    name: 'launch-kills',
    promise: NOBODY_LEFT_OUT,
    does: 'kill -9 of api and workers while decision makers are enrolled',
    short: 'postgres',
    run: async (scene) => {
      do {
        const launching = scene.launch();
        await scene.during(async () => {
          for (let n = 0; n < 3; n++) {
            await pause(scene.chance.between(20, 1_500));
            await kill(scene);
            await scene.whole(() => false);
          }
          await launching;
        });
      } while (scene.injected < scene.amount.rounds);
    },
  },
  {
    name: 'freezes',
    promise: SENT_ONCE,
    does: 'SIGSTOP, and SIGCONT after 1 to 45 s, longer than any lease',
    run: (scene) => under(scene, () => freeze(scene, scene.chance.of([1, 3, 8, 45])), [200, 2_000]),
  },
  {
    name: 'rolling-restarts',
    promise: SENT_ONCE,
    does: 'SIGTERM of one program after the other, each replaced',
    short: 'redis',
    unknown: 0,
    run: async (scene) => {
      await under(scene, roll, [200, 2_000]);
      if (scene.longestDrain >= LONGEST_DRAIN)
        throw new Error(`A program took ${scene.longestDrain} ms to end after SIGTERM.`);
    },
  },
  {
    name: 'clock-an-hour-off',
    promise: SENT_ONCE,
    does: 'one worker whose clock is an hour late and one an hour early (its JavaScript clock only), both killed now and then',
    run: async (scene) => {
      const off = (hours: number) => ({
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SHIFTED(hours))}`,
      });
      for (const worker of scene.programs.workers) await scene.stop(worker);
      await Promise.all([1, -1].map((hours) => scene.start('worker', off(hours))));
      let late = false;
      await under(scene, async () => {
        const [worker] = scene.programs.workers;
        if (!worker) return;
        await scene.kill(worker);
        late = !late;
        void scene.start('worker', off(late ? 1 : -1));
      }, [2_000, 6_000]);
    },
  },
];

/** A clock that is wrong from the first line on. */
const SHIFTED = (hours: number): string => `
const Right = Date, by = ${hours} * 3600000;
globalThis.Date = class extends Right {
  constructor(...given) { if (given.length === 0) super(Right.now() + by); else super(...given); }
  static now() { return Right.now() + by; }
};`;
