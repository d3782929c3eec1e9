import { migrate } from '../boot.mjs';
import { programEnvironment, withoutOwner } from './address.mjs';
import { startProgram } from '../processes/programs.mjs';
import { step } from '../say.mjs';

/**
 * A migrated database with one api and some workers on it: `{ env, api, stop() }`. `beforePrograms(env)` runs between the two.
 * When one of them does not start, the others are stopped again.
 */
export async function openInstallation({ database, at, workers = 1, extra = {}, beforePrograms }) {
  const ownerEnv = { ...programEnvironment(database, at), ...extra };
  await migrate(ownerEnv);
  const env = withoutOwner(ownerEnv);
  await beforePrograms?.(env);
  const names = Array.from({ length: workers }, (_, number) => (workers === 1 ? 'worker' : `worker ${number + 1}`));
  const width = Math.max(...names.map((name) => name.length));
  // At the end of a command, what was started last is stopped first: the api, which takes orders, before the workers.
  const starting = [
    ...names.map((name) => startProgram(name, 'dist/programs/main.worker.js', env, { width })),
    startProgram('api', 'dist/programs/main.api.js', env, { width }),
  ];
  const started = await step('Starting the programs', () => Promise.allSettled(starting));
  const running = started.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  const stop = async () => {
    for (const program of running.toReversed()) await program.stop();
  };
  const refused = started.findLast(({ status }) => status === 'rejected');
  if (!refused) return { env, api: running.at(-1), stop };
  await stop();
  throw refused.reason;
}
