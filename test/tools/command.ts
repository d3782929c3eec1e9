import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { project } from '../support/project.js';
import { until } from '../support/programs.js';

/** A command of tools/, in a process of its own; what it writes is kept. `modules` are paths in tools/, imported by their last part. */
export class Command {
  words = '';
  readonly exit: Promise<unknown[]>;
  private readonly child: ChildProcess;

  constructor(modules: string[], source: string) {
    const imports = modules.map((path) => `import * as ${path.split('/').at(-1)} from '${project}tools/${path}.mjs';`);
    this.child = spawn(process.execPath, ['--input-type=module', '-e', [...imports, source].join('\n')], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', (text: Buffer) => (this.words += text.toString()));
    this.child.stderr!.on('data', (text: Buffer) => (this.words += text.toString()));
    this.exit = once(this.child, 'close');
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  async says(words: string): Promise<this> {
    await until(`it says ${words}`, () => this.words.includes(words) || this.words);
    return this;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}
