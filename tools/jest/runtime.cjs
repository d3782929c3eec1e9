const { join, relative } = require('node:path');
const { pathToFileURL } = require('node:url');

/** Where jest-circus keeps the handlers of its events, for all of its copies in one process. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');

/** Runs what was built of a test file (dist/) with Node's own modules, and all else of Jest as it is. */
module.exports = class BuiltRuntime {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  /** jest-circus holds the tests of one file: each file gets a fresh copy. */
  requireInternalModule(file) {
    delete require.cache[file];
    delete globalThis[HANDLERS];
    return require(file);
  }

  requireModule(file) {
    return require(file);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(file) {
    const built = join(this.rootDir, 'dist', relative(this.rootDir, file)).replace(/\.ts$/, '.js');
    return import(pathToFileURL(built).href);
  }

  /** None of Jest's own: the built files name theirs. */
  getSourceMaps() {
    return null;
  }

  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}
  getAllCoverageInfoCopy() {}
  teardown() {}
};
