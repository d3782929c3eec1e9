import { rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { eachLine, run } from './processes/child.mjs';
import { writeClient } from './client.mjs';
import { ensureInstalled } from './building/install.mjs';
import { resultsIn, slowest, suitesOf } from './jest/results.mjs';
import { startServers } from './jest/servers.mjs';
import { atEnd, live, stopping } from './processes/life.mjs';
import { inProject, root } from './project.mjs';
import { complain, line, step } from './say.mjs';
import { named, runChecks } from './steps.mjs';

/**
 * npm test: every check, then every test on servers of their own, and the short form of `npm run faults` beside them.
 * `npm test -- WORDS` runs only the tests that Jest finds by them.
 */

const filter = process.argv.slice(2);
const inCi = process.env.CI === 'true';
const counts = { passed: 0, failed: 0, skipped: 0 };
/** Said again at the end, where they are seen. */
const failures = [];
let missing = [];

async function test() {
  try {
    await ensureInstalled();
    await step('Building', () => build({ also: ['test'], specs: true }));
    if (await isSound()) await runTests();
    else line('What failed comes first: the tests were not run.');
  } catch (error) {
    if (stopping.aborted) throw error;
    complain(error);
    counts.failed += 1;
  }
  for (const { skipped, advice } of missing) sayLoudly(skipped, advice);
  for (const each of failures) line(`FAILED  ${each}`);
  line(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
  return counts.failed > 0 ? 1 : 0;
}

async function isSound() {
  if (filter.length > 0) return true;
  await writeClient();
  counts.failed += await runChecks();
  return counts.failed === 0;
}

async function runTests() {
  const servers = await step('Starting the servers of the tests', startServers);
  missing = servers.missing;
  const queues = servers.env.TEST_REDIS_URL ? ['postgres', 'redis'] : ['postgres'];
  const attacks = filter.length > 0 ? [] : queues.map((queue) => named(`faults on ${queue}`, () => attackOn(queue)));
  await Promise.all([named('tests', () => runJest(servers.env)), ...attacks]);
  if (filter.length > 0 && counts.passed + counts.failed + counts.skipped === 0) {
    counts.failed += 1;
    line(`No test fits ${filter.join(' ')}.`);
  }
}

/** The variables of people: no test may meet their database, queue or mail server. */
const NOT_OURS = { DATABASE_URL: undefined, REDIS_URL: undefined, SMTP_URL: undefined, OVERTURE_SECRET: undefined };

async function runJest(servers) {
  const results = join(tmpdir(), `overture-test-results-${process.pid}.json`);
  atEnd(() => rmSync(results, { force: true }));
  // a busy machine takes its time to make a database; a test that leaves something open must not keep CI for ever
  const args = ['--testTimeout=120000', '--forceExit', '--passWithNoTests', '--json', `--outputFile=${results}`];
  // beside one that waits for its processes another can work
  args.push(`--maxWorkers=${Math.max(2, availableParallelism())}`);
  const { exitCode } = await run(process.execPath, [inProject('node_modules/jest/bin/jest.js'), ...args, ...filter], {
    cwd: root,
    env: { ...NOT_OURS, ...servers },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const found = resultsIn(results, root);
  for (const name of ['passed', 'failed', 'skipped']) counts[name] += found[name];
  failures.push(...found.failures);
  // a run that broke down without a failed test to show has failed all the same
  if (exitCode !== 0 && found.failed === 0) counts.failed += 1;
  for (const { suite, files, seconds } of suitesOf(found.files))
    line(`        ${suite}: ${seconds.toFixed(0)} s in ${files} files`);
  if (found.files.length > 1) line('The slowest files:');
  for (const { name, seconds } of slowest(found.files, 10)) line(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
  return exitCode === 0 && found.failed === 0;
}

/** The short form of `npm run faults`: each promise that was attacked and kept counts as a test that passed. */
async function attackOn(queue) {
  const args = ['--short', '--json', '--enrolments', '200', '--rounds', '2', '--delay', '20', '--queue', queue];
  const said = [];
  const told = (text) => {
    said.push(text);
    if (/^(kept|BROKEN) /.test(text)) line(text);
  };
  const { exitCode } = await run(process.execPath, [inProject('tools/faults.mjs'), ...args], {
    cwd: root,
    env: { ...NOT_OURS, DEBUG: '1' },
    stdout: 'ignore',
    stderr: eachLine(told),
  });
  const count = (word) => said.filter((text) => text.startsWith(word)).length;
  counts.passed += count('kept');
  counts.failed += Math.max(count('BROKEN'), exitCode === 0 ? 0 : 1);
  if (exitCode !== 0) for (const text of said.slice(-60)) line(`  ${queue}: ${text}`);
  return exitCode === 0;
}

/** What was not tested is said where it cannot be missed; in CI it fails. */
function sayLoudly(what, advice) {
  if (inCi) counts.failed += 1;
  line('\n**********************************************************************');
  line(`  ${what} WERE SKIPPED${inCi ? ', WHICH FAILS HERE' : ''}.`);
  for (const each of advice) line(`  ${each}`);
  line('**********************************************************************');
}

await live(test);
