import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from '../processes/life.mjs';
import { onPath } from '../servers/path.mjs';
import { installedPostgres } from '../postgres/installed.mjs';
import { removeCluster, startPostgres } from '../postgres/postgres.mjs';
import { alive } from '../processes/processes.mjs';
import { inData } from '../project.mjs';
import { expectRedis, startRedis } from '../servers/redis.mjs';

/** What some tests need and this machine may not have: its variable, what is skipped without it, and what to do. */
const OPTIONAL = [
  {
    name: 'TEST_REDIS_URL',
    skipped: 'NO REDIS: QUEUE TESTS ON REDIS',
    advice: [
      'Put redis-server on the PATH (apt-get install redis-server, brew install',
      'redis) or set REDIS_URL, and run npm test again.',
    ],
  },
  {
    name: 'TEST_DOVECOT',
    skipped: 'NO DOVECOT: THE STORIES OF MAILBOXES',
    advice: [
      'Install a real IMAP server (apt-get install dovecot-imapd, brew install',
      'dovecot), and run npm test again.',
    ],
  },
  {
    name: 'TEST_POSTGRES_BIN',
    skipped: 'NO PG_DUMP: THE STORIES OF BACKUPS',
    advice: [
      'Install a PostgreSQL with its tools (apt-get install postgresql, brew',
      'install postgresql), which need not run, and run npm test again.',
    ],
  },
];

/** Starts what the tests need: `{ env, missing }`, the variables by which they find it, and what is not there. */
export async function startServers() {
  const { TEST_DATABASE_URL, TEST_REDIS_URL, REDIS_URL } = process.env;
  const redis = TEST_REDIS_URL || REDIS_URL;
  if (redis) await expectRedis(redis);
  await unpackBrowser();
  const found = {
    TEST_DATABASE_URL: TEST_DATABASE_URL || (await throwawayCluster()),
    TEST_REDIS_URL: redis || (await startRedis())?.url,
    TEST_DOVECOT: onPath('dovecot'),
    TEST_POSTGRES_BIN: installedPostgres(),
  };
  const env = Object.fromEntries(Object.entries(found).filter(([, value]) => value));
  return { env, missing: OPTIONAL.filter(({ name }) => !env[name]) };
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
