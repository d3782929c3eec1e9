import type { Fault } from '../faults.js';
import { pause, type Scene } from '../scene.js';
import { under } from './attack.js';

const COSTS_A_RETRY = 'a PostgreSQL restart or cut connection costs a retry, not an enrolment';

const OURS = "datname = current_database() AND application_name LIKE 'overture%'";

export const postgres: Fault[] = [
  {
    name: 'cut-connections',
    promise: COSTS_A_RETRY,
    does: 'pg_terminate_backend of a random share of the connections',
    short: 'redis',
    run: (scene) =>
      under(scene, async () => {
        await scene.programs.sql(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OURS} AND random() < $1`,
          [scene.chance.of([0.1, 0.4, 1])],
        );
        scene.injected += 1;
      }, [300, 2_500]),
  },
  {
    name: 'statement-timeouts',
    promise: COSTS_A_RETRY,
    does: 'running statements end as a time-out ends them (pg_cancel_backend), many times a second',
    run: (scene) =>
      under(scene, async () => {
        await scene.programs.sql(
          `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE ${OURS} AND state <> 'idle' AND random() < 0.5`,
        );
        scene.injected += 1;
      }, [20, 400]),
  },
  {
    name: 'database-restarts',
    promise: COSTS_A_RETRY,
    does: 'pg_ctl restart -m immediate',
    short: 'postgres',
    run: (scene) =>
      under(scene, async () => {
        await scene.servers.postgres.restart();
        scene.injected += 1;
      }, [2_000, 5_000]),
  },
  {
    name: 'database-absent',
    promise: COSTS_A_RETRY,
    does: 'no PostgreSQL when api and workers boot; it comes 3 to 10 s later',
    run: (scene) => under(scene, absent, [500, 3_000]),
  },
  {
    name: 'disk-full',
    promise: COSTS_A_RETRY,
    does: 'not a byte is free on the disk of PostgreSQL for 2 to 8 s',
    smallDisk: true,
    run: (scene) => under(scene, full, [300, 2_000]),
  },
];

async function absent(scene: Scene): Promise<void> {
  const names = scene.programs.all.map(({ name }) => name as 'api' | 'worker');
  await Promise.all(scene.programs.all.map((program) => scene.kill(program)));
  await scene.servers.postgres.down();
  const back = names.map((name) => scene.start(name));
  await pause(scene.chance.between(3_000, 10_000));
  await scene.servers.postgres.up();
  await Promise.all(back);
}

/** PostgreSQL may refuse, or end: then somebody starts it again when there is room. */
async function full(scene: Scene): Promise<void> {
  const disk = scene.servers.disk!;
  await disk.fill();
  scene.injected += 1;
  const end = Date.now() + scene.chance.between(2_000, 8_000);
  let refused = 0;
  for (; Date.now() < end; await pause(200))
    await scene.programs.asOwner(GROW).catch((error: { code?: string }) => (refused += error.code === '53100' ? 1 : 0));
  await disk.free();
  await scene.insist(async () => {
    await scene.servers.postgres.up();
    await scene.programs.sql('SELECT 1');
  });
  await scene.programs.asOwner('DROP TABLE IF EXISTS ballast');
  scene.notes.push(`full: ${refused} statements were refused`);
}

/** Something must want room, or a full disk harms nobody. */
const GROW = `CREATE TABLE IF NOT EXISTS ballast AS SELECT repeat('x', 1000) FROM generate_series(1, 2000)`;
