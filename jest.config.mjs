const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

/** `unit` needs nothing; `rooms` needs a PostgreSQL, `browser` a Chromium from npm as well, `stories` the built programs, `console` all of that. */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,src}/**/*.spec.ts', '<rootDir>/test/laws/**/*.spec.ts'],
    },
    { ...common, displayName: 'rooms', testMatch: ['<rootDir>/test/rooms/**/*.spec.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
    { ...common, displayName: 'console', testMatch: ['<rootDir>/test/console/**/*.spec.ts'] },
    { ...common, displayName: 'stories', testMatch: ['<rootDir>/test/stories/**/*.spec.ts'] },
  ],
};
