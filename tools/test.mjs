import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './boot.mjs';
import { writeClient } from './client.mjs';
import { NOT_OURS } from './jest/built.mjs';
import { REDIS, whatIsMissing } from './jest/optional.mjs';
import { resultsIn, slowest, suitesOf } from './jest/results.mjs';
import { eachLine, run } from './processes/child.mjs';
import { atEnd, live, stopping } from './processes/life.mjs';
import { inProject, root } from './project.mjs';
import { complain, line } from './say.mjs';
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

async function test() {
  const missing = whatIsMissing();
  try {
    await prepare({ tests: true });
    if (await isSound()) await runTests();
    else line('What failed comes first: the tests were not run.');
  } catch (error) {
    if (stopping.aborted) throw error;
    complain(error);
    counts.failed += 1;
  }
  for (const each of missing) sayLoudly(each);
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
  const queues = REDIS.find() ? ['postgres', 'redis'] : ['postgres'];
  const attacks = filter.length > 0 ? [] : queues.map((queue) => named(`faults on ${queue}`, () => attackOn(queue)));
  await Promise.all([named('tests', runJest), ...attacks]);
  if (filter.length > 0 && counts.passed + counts.failed + counts.skipped === 0) {
    counts.failed += 1;
    line(`No test fits ${filter.join(' ')}.`);
  }
}

async function runJest() {
  const results = join(tmpdir(), `overture-test-results-${process.pid}.json`);
  atEnd(() => rmSync(results, { force: true }));
  const jest = inProject('node_modules/jest/bin/jest.js');
  const args = [jest, '--json', `--outputFile=${results}`, ...filter];
  const { exitCode } = await run(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
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
    // the servers of people stay theirs
    env: { ...Object.fromEntries(NOT_OURS.map((name) => [name, undefined])), DEBUG: '1' },
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
function sayLoudly({ skipped, advice }) {
  if (inCi) counts.failed += 1;
  const frame = '*'.repeat(70);
  line(`\n${frame}\n  ${skipped} WERE SKIPPED${inCi ? ', WHICH FAILS HERE' : ''}.\n  ${advice}\n${frame}`);
}

await live(test);
