import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../support/project.js';

const { resultsIn, slowest, suitesOf } = await import(`${project}tools/jest/results.mjs`);

const folder = mkdtempSync(join(tmpdir(), 'overture-results-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, seconds: number, facts: object = {}) => ({
  name: `/project/${name}`,
  startTime: 1_000,
  endTime: 1_000 + seconds * 1000,
  status: 'passed',
  message: '',
  assertionResults: [],
  ...facts,
});
const report = (facts: object) => {
  const path = join(folder, 'results.json');
  writeFileSync(
    path,
    JSON.stringify({
      numPassedTests: 0,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
      ...facts,
    }),
  );
  return path;
};

test('failed tests are named with their file, and so is a file that could not be loaded', () => {
  const failing = [
    { status: 'failed', fullName: 'a is b' },
    { status: 'passed', fullName: 'c is d' },
  ];
  const path = report({
    numPassedTests: 1,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      file('test/rooms/a.spec.ts', 2, { status: 'failed', message: 'long', assertionResults: failing }),
      file('test/rooms/b.spec.ts', 1, { status: 'failed', message: '\nCannot find module x\n at y' }),
    ],
  });
  expect(resultsIn(path, '/project')).toMatchObject({
    passed: 1,
    failed: 2,
    skipped: 3,
    failures: ['test/rooms/a.spec.ts: a is b', 'test/rooms/b.spec.ts: Cannot find module x'],
  });
});

test('a run that left no report counts nothing: its exit code says that it failed', () => {
  const nothing = { passed: 0, failed: 0, skipped: 0, failures: [], files: [] };
  expect(resultsIn(join(folder, 'none.json'), '/project')).toEqual(nothing);
});

test('the slowest files come first, and each suite has the sum of its files', () => {
  const { files } = resultsIn(
    report({
      testResults: [
        file('libs/plays/a.spec.ts', 1),
        file('test/stories/b.spec.ts', 5),
        file('test/stories/c.spec.ts', 3),
      ],
    }),
    '/project',
  );
  expect(slowest(files, 2).map(({ name }: { name: string }) => name)).toEqual([
    'test/stories/b.spec.ts',
    'test/stories/c.spec.ts',
  ]);
  expect(suitesOf(files)).toEqual([
    { suite: 'stories', files: 2, seconds: 8 },
    { suite: 'unit', files: 1, seconds: 1 },
  ]);
});
