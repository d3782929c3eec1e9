/** What tests and hooks give themselves is meant for a machine that does nothing else. */
const PATIENCE = 3;

/**
 * One process runs file after file in its own global scope, so that Nest, TypeORM and our modules are loaded once and not for each
 * file. What a file changes of the process is put back after it.
 */
export default class PlainEnvironment {
  global = globalThis;
  #env = { ...process.env };
  #console = globalThis.console;
  #exit = process.exit;
  #patient = new Set();

  async setup() {}

  handleTestEvent({ name, test, hook }) {
    const timed = name === 'test_start' ? test : name === 'hook_start' ? hook : undefined;
    if (!timed?.timeout || this.#patient.has(timed)) return;
    this.#patient.add(timed);
    timed.timeout *= PATIENCE;
  }

  async teardown() {
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest asks for it; without one it measures no coverage. */
  getVmContext() {
    return null;
  }
}
