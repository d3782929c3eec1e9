/**
 * One process runs file after file in its own global scope, so that Nest, TypeORM and our modules are loaded once and not for each
 * file. What a file changes of the process is put back after it.
 */
export default class PlainEnvironment {
  global = globalThis;
  #env = { ...process.env };
  #console = globalThis.console;
  #exit = process.exit;

  async setup() {}

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
