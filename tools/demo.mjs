import { randomBytes } from 'node:crypto';
import { openDatabase, prepare, program, runCli } from './boot.mjs';
import { run } from './processes/child.mjs';
import { dropDatabase, ensureDatabase, withDatabase } from './servers/database.mjs';
import { openInstallation } from './servers/installation.mjs';
import { atEnd, live } from './processes/life.mjs';
import { freePort } from './processes/ports.mjs';
import { expectRedis, startRedis } from './servers/redis.mjs';
import { aboveZero, flag, optionsOf, queue, text } from './options.mjs';
import { fail, line, speakOnStderr } from './say.mjs';
import { demoAdministrator } from './servers/demo-world.mjs';

/** npm run demo: the whole job on a database of its own, in fast-forward. stdout carries the demo's words only. */

speakOnStderr();

const options = {
  json: flag,
  keep: flag,
  organizations: aboveZero,
  seed: text,
  workers: { ...aboveZero, default: '1' },
  queue,
  rate: { ...aboveZero, default: '43200' },
  start: text,
};
const USAGE =
  'Usage: npm run demo -- [--json] [--organizations N] [--workers N] [--queue redis|postgres] [--seed N] [--keep]';

async function demo() {
  const args = process.argv.slice(2);
  const chosen = optionsOf(options, USAGE);
  await prepare();
  const redis = await queueOf(chosen.queue);
  const database = await throwawayDatabase(await openDatabase(), chosen.keep);
  const port = await freePort();
  const at = { port, host: '127.0.0.1', url: `http://127.0.0.1:${port}` };
  // its people are made up: nobody's mail server is asked about them
  const extra = { REDIS_URL: redis ?? '', DNS_SERVERS: 'none' };
  const { env } = await openInstallation({ database, at, workers: chosen.workers, extra, beforePrograms });
  const { exitCode } = await run(process.execPath, program('dist/demo/main.js', 'run', '--url', at.url, ...args), {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  return exitCode ?? 1;

  async function beforePrograms(programsEnv) {
    await runCli(['clock', '--rate', String(chosen.rate), '--start', chosen.start ?? lastMonday()], programsEnv);
    await demoAdministrator(programsEnv);
  }
}

/** The address of the Redis that carries the queue, or null when PostgreSQL does. */
async function queueOf(wanted) {
  const given = process.env.REDIS_URL;
  if (wanted === 'postgres' || (!wanted && !given)) {
    delete process.env.REDIS_URL;
    return null;
  }
  if (given) return expectRedis(given).then(() => given);
  const redis = await startRedis();
  return (
    redis?.url ??
    fail(
      '--queue redis needs a Redis.',
      'Install redis-server (apt-get install redis-server, brew install redis), or set REDIS_URL.',
    )
  );
}

async function throwawayDatabase(home, keep) {
  const name = `overture_demo_${randomBytes(4).toString('hex')}`;
  const url = withDatabase(home.url, name);
  const ownerUrl = home.ownerUrl && withDatabase(home.ownerUrl, name);
  atEnd(async () => {
    if (keep) line(`The demo's database is kept: ${name}`);
    else
      await dropDatabase(ownerUrl || url).catch((error) =>
        line(`The demo's database ${name} could not be removed: ${error.message}`),
      );
  });
  await ensureDatabase(ownerUrl || url);
  return { url, ownerUrl };
}

/** Working days come first, in UTC. */
function lastMonday() {
  const day = new Date();
  day.setUTCHours(6, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString();
}

await live(demo);
