import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { runToEnd } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { atEnd, live, stopping } from './life.mjs';
import { onPath } from './path.mjs';
import { installedPostgres } from './postgres/installed.mjs';
import { removeCluster, startPostgres } from './postgres.mjs';
import { alive } from './processes.mjs';
import { inData, inProject, root } from './project.mjs';
import { expectRedis, startRedis } from './redis.mjs';
import { complain, line, step } from './say.mjs';
import { checks, named, runCheck } from './steps.mjs';

/**
 * npm test: every check, then every test on servers of their own. `npm test -- WORDS` runs only the tests that Jest finds by them.
 * The first that fails ends it, but for tests in CI: nobody waits there, and whoever mends wants to know of all of them.
 */

const filter = process.argv.slice(2);
const inCi = process.env.CI === 'true';
const counts = { passed: 0, failed: 0, skipped: 0 };
/** Said again at the end, where nobody has to look for them. */
const failures = [];
let redisMissing = false;
let dovecotMissing = false;
let toolsMissing = false;

async function test() {
  try {
    await ensureInstalled();
    const steps = [
      ...(filter.length > 0 ? [] : checks.map((check) => () => runCheck(check))),
      () => named('build', buildAll),
      ...(await suites()),
      ...(filter.length > 0 ? [] : [() => named('faults', attack)]),
    ];
    for (const run of steps) {
      const { ok, name } = await run();
      if (ok) continue;
      const tests = name.startsWith('tests');
      if (!tests) counts.failed += 1;
      if (tests && inCi) continue;
      line(`${name}: failed; what comes after it was not run.`);
      break;
    }
    if (filter.length > 0 && counts.passed + counts.failed + counts.skipped === 0) {
      counts.failed += 1;
      line(`No test fits ${filter.join(' ')}.`);
    }
  } catch (error) {
    if (stopping.aborted) throw error;
    complain(error);
    counts.failed += 1;
  }
  if (redisMissing) sayLoudly('NO REDIS: QUEUE TESTS ON REDIS', REDIS_ADVICE);
  if (dovecotMissing) sayLoudly('NO DOVECOT: THE STORIES OF MAILBOXES', DOVECOT_ADVICE);
  if (toolsMissing) sayLoudly('NO PG_DUMP: THE STORIES OF BACKUPS', TOOLS_ADVICE);
  for (const each of failures) line(`FAILED  ${each}`);
  line(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
  return counts.failed > 0 ? 1 : 0;
}

const buildAll = () =>
  build({ also: ['test'], specs: true }).then(
    () => true,
    (error) => (complain(error), false),
  );

/** The Jest projects; their servers are started by the first of them, so that a failed check answers at once. */
async function suites() {
  let servers;
  return ['unit', 'rooms', 'browser', 'stories', 'console'].map((project) => async () => {
    servers ??= await step('Starting the servers of the tests', startServers);
    return named(`tests of ${project}`, () => runJest(project, servers));
  });
}

async function startServers() {
  const { TEST_DATABASE_URL, TEST_REDIS_URL, REDIS_URL } = process.env;
  const redis = TEST_REDIS_URL || REDIS_URL;
  if (redis) await expectRedis(redis);
  await unpackBrowser();
  const redisUrl = redis || (await startRedis())?.url;
  redisMissing = !redisUrl;
  const dovecot = onPath('dovecot');
  dovecotMissing = !dovecot;
  const tools = installedPostgres();
  toolsMissing = !tools;
  return {
    TEST_DATABASE_URL: TEST_DATABASE_URL || (await throwawayCluster()),
    ...(redisUrl && { TEST_REDIS_URL: redisUrl }),
    ...(dovecot && { TEST_DOVECOT: dovecot }),
    ...(tools && { TEST_POSTGRES_BIN: tools }),
  };
}

/** Two suites that begin at once would find it half unpacked. */
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

async function runJest(project, servers) {
  const results = join(tmpdir(), `overture-test-results-${process.pid}.json`);
  atEnd(() => rmSync(results, { force: true }));
  rmSync(results, { force: true });
  // a busy machine takes its time to make a database; a test that leaves something open must not keep CI for ever
  const patience = ['--testTimeout', '120000', '--forceExit'];
  // beside one that waits for its processes or its browser another can work
  const sideBySide = Math.max(2, availableParallelism() - 1);
  const workers = ['--maxWorkers', String(sideBySide)];
  const args = [
    '--selectProjects',
    project,
    ...patience,
    ...workers,
    '--passWithNoTests',
    '--json',
    '--outputFile',
    results,
  ];
  // No test may meet a database or a queue of people: only the addresses made for tests are handed on.
  const dropped = { DATABASE_URL: undefined, REDIS_URL: undefined, SMTP_URL: undefined, OVERTURE_SECRET: undefined };
  const nodeOptions =
    `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
  const { code } = await runToEnd(
    process.execPath,
    [inProject('node_modules', 'jest', 'bin', 'jest.js'), ...args, ...filter],
    {
      cwd: root,
      env: { ...process.env, ...dropped, ...servers, NODE_OPTIONS: nodeOptions },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const failed = count(results);
  // A run that broke down without a failed test to show has failed all the same.
  if (code !== 0 && failed === 0) counts.failed += 1;
  return code === 0 && failed === 0;
}

/** The short form of `npm run faults`, on both queues at once: each promise that was attacked and kept counts as a test that passed. */
async function attack() {
  const queues = redisMissing ? ['postgres'] : ['postgres', 'redis'];
  return (await Promise.all(queues.map(attackOn))).every(Boolean);
}

async function attackOn(queue) {
  const args = ['--short', '--json', '--members', '200', '--rounds', '2', '--delay', '20', '--queue', queue];
  const told = [];
  const { code } = await runToEnd(process.execPath, [inProject('tools', 'faults.mjs'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: undefined,
      REDIS_URL: undefined,
      SMTP_URL: undefined,
      OVERTURE_SECRET: undefined,
      DEBUG: '1',
    },
    onLine(text, isProse) {
      if (!isProse) return;
      told.push(text);
      if (/^(kept|BROKEN) /.test(text)) line(text);
    },
  });
  const said = (word) => told.filter((text) => text.startsWith(word)).length;
  counts.passed += said('kept');
  counts.failed += Math.max(said('BROKEN'), code === 0 ? 0 : 1);
  if (code !== 0) for (const text of told.slice(-60)) line(`  ${queue}: ${text}`);
  return code === 0;
}

/** Adds up Jest's own numbers; a file that could not even be loaded counts as one failure. */
function count(file) {
  try {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
    counts.passed += told.numPassedTests;
    counts.failed += failed;
    counts.skipped += told.numPendingTests + told.numTodoTests;
    for (const { name, status, assertionResults } of told.testResults) {
      const failing = assertionResults.filter((each) => each.status === 'failed').map((each) => each.fullName);
      if (status === 'failed' && failing.length === 0) failing.push('broke down');
      failures.push(...failing.map((what) => `${relative(root, name)}: ${what}`));
    }
    return failed;
  } catch {
    return 0;
  }
}

const REDIS_ADVICE = [
  'Put redis-server on the PATH (apt-get install redis-server, brew install',
  'redis) or set REDIS_URL, and run npm test again.',
];
const DOVECOT_ADVICE = [
  'Install a real IMAP server (apt-get install dovecot-imapd, brew install',
  'dovecot), and run npm test again.',
];
const TOOLS_ADVICE = [
  'Install a PostgreSQL with its tools (apt-get install postgresql, brew',
  'install postgresql), which need not run, and run npm test again.',
];

/** What was not tested is said where nobody can miss it; in CI it fails. */
function sayLoudly(what, advice) {
  if (inCi) counts.failed += 1;
  line('\n**********************************************************************');
  line(`  ${what} WERE SKIPPED${inCi ? ', WHICH FAILS HERE' : ''}.`);
  for (const each of advice) line(`  ${each}`);
  line('**********************************************************************');
}

await live(test);
