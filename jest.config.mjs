const common = {
  testEnvironment: '<rootDir>/tools/jest/environment.mjs',
  runtime: '<rootDir>/tools/jest/runtime.cjs',
  // the files are built before, see tools/jest/runtime.cjs
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

/** `unit` needs nothing; `rooms` and `security` need a PostgreSQL, `browser` a Chromium from npm as well, `stories` the built programs, `console` all of that. */
export default {
  testSequencer: '<rootDir>/tools/jest/sequencer.cjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,src}/**/*.spec.ts', '<rootDir>/test/{laws,tools}/**/*.spec.ts'],
    },
    { ...common, displayName: 'rooms', testMatch: ['<rootDir>/test/rooms/**/*.spec.ts'] },
    { ...common, displayName: 'security', testMatch: ['<rootDir>/test/security/**/*.spec.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
    { ...common, displayName: 'console', testMatch: ['<rootDir>/test/console/**/*.spec.ts'] },
    { ...common, displayName: 'stories', testMatch: ['<rootDir>/test/stories/**/*.spec.ts'] },
  ],
};
