import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installedPostgres } from '../postgres/installed.mjs';
import { removeCluster, startPostgres } from '../postgres/postgres.mjs';
import { atEnd } from '../processes/life.mjs';
import { alive } from '../processes/processes.mjs';
import { inData } from '../project.mjs';
import { step } from '../say.mjs';
import { onPath } from '../servers/path.mjs';
import { expectRedis, startRedis } from '../servers/redis.mjs';
import { build, inOrder } from './built.mjs';

/** Jest's globalSetup of tests that need servers: starts them, and leaves in the environment where they are. */
export default async function servers() {
  const redis = process.env.TEST_REDIS_URL || process.env.REDIS_URL;
  await build({ console: true });
  await inOrder(() => step('Starting the servers of the tests', () => start(redis)));
}

async function start(redis) {
  if (redis) await expectRedis(redis);
  await unpackBrowser();
  const found = {
    TEST_DATABASE_URL: process.env.TEST_DATABASE_URL || (await throwawayCluster()),
    TEST_REDIS_URL: redis || (await startRedis())?.url,
    TEST_DOVECOT: onPath('dovecot'),
    TEST_POSTGRES_BIN: installedPostgres(),
  };
  const before = { ...process.env };
  for (const [name, value] of Object.entries(found)) {
    if (!value) continue;
    process.env[name] = value;
    // watching, Jest comes here again when these have stopped
    if (!before[name]) atEnd(() => delete process.env[name]);
  }
}

/** Two files that begin at once would find it half unpacked. */
async function unpackBrowser() {
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
}

/** One cluster a run, so that two runs do not meet; what a killed run left is removed by the next. */
async function throwawayCluster() {
  const folder = inData('test-postgres');
  mkdirSync(folder, { recursive: true });
  for (const pid of new Set(readdirSync(folder).map((name) => name.split('.')[0]))) {
    if (!alive(Number(pid))) await removeCluster(join(folder, pid));
  }
  const dataDir = join(folder, String(process.pid));
  atEnd(() => removeCluster(dataDir));
  const { adminUrl } = await startPostgres({ dataDir, quick: true });
  return adminUrl;
}
