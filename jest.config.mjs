import { availableParallelism } from 'node:os';

const common = {
  testEnvironment: '<rootDir>/tools/jest/environment.mjs',
  runtime: '<rootDir>/tools/jest/runtime.cjs',
  // the files are built before, see tools/jest/runtime.cjs
  transform: {},
  globalSetup: '<rootDir>/tools/jest/built.mjs',
  globalTeardown: '<rootDir>/tools/jest/teardown.mjs',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};
const withServers = { ...common, globalSetup: '<rootDir>/tools/jest/servers.mjs' };

/**
 * `unit` needs nothing; `rooms` and `security` need a PostgreSQL, `browser` a Chromium from npm as well, `stories` the built programs,
 * `console` all of that. `node_modules/.bin/jest WORDS` builds and starts what its tests need.
 */
export default {
  testSequencer: '<rootDir>/tools/jest/sequencer.cjs',
  // a busy machine takes its time to make a database; a test that leaves something open must not keep CI for ever
  testTimeout: 120_000,
  forceExit: true,
  passWithNoTests: true,
  // beside one that waits for its processes another can work
  maxWorkers: Math.max(2, availableParallelism()),
  // what file after file leaves behind makes a process slower and slower: it is replaced in time
  workerIdleMemoryLimit: '400MB',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,src}/**/*.spec.ts', '<rootDir>/test/{laws,tools}/**/*.spec.ts'],
    },
    ...['rooms', 'security', 'browser', 'console', 'stories'].map((name) => ({
      ...withServers,
      displayName: name,
      testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
    })),
  ],
};
