import { relative } from 'node:path';
import { readIfThere } from '../project.mjs';

/**
 * What Jest wrote with --json, in short: `{ passed, failed, skipped, failures, files }`. A file that could not even be loaded counts
 * as one failure; without a report there is nothing to count.
 */
export function resultsIn(file, root) {
  const text = readIfThere(file);
  if (text === null) return { passed: 0, failed: 0, skipped: 0, failures: [], files: [] };
  const report = JSON.parse(text);
  const files = report.testResults.map(({ name, startTime, endTime }) => ({
    name: relative(root, name).replaceAll('\\', '/'),
    seconds: (endTime - startTime) / 1000,
  }));
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failing = assertionResults.filter((each) => each.status === 'failed').map((each) => each.fullName);
    const whole = status === 'failed' && failing.length === 0 ? [message.trim().split('\n')[0]] : [];
    return [...failing, ...whole].map((what) => `${relative(root, name)}: ${what}`);
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
    files,
  };
}

export const slowest = (files, count) => files.toSorted((a, b) => b.seconds - a.seconds).slice(0, count);

/** How long the files of each suite took: a suite is the folder below test/, and what stands beside the code is `unit`. */
export function suitesOf(files) {
  const suites = new Map();
  for (const { name, seconds } of files) {
    const suite = /^test\/([^/]+)\//.exec(name)?.[1] ?? 'unit';
    const { files: count, seconds: sum } = suites.get(suite) ?? { files: 0, seconds: 0 };
    suites.set(suite, { files: count + 1, seconds: sum + seconds });
  }
  return [...suites].map(([suite, sums]) => ({ suite, ...sums })).toSorted((a, b) => b.seconds - a.seconds);
}
