import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { project } from '../support/project.js';
import { until } from '../support/programs.js';

/** A command of tools/, in a process of its own; what it writes is kept. */
class Command {
  words = '';
  readonly exit: Promise<unknown[]>;
  private readonly child: ChildProcess;

  constructor(source: string) {
    const imports = ['processes/life', 'processes/locks', 'processes/child', 'say'].map(
      (path) => `import * as ${path.split('/').at(-1)} from '${project}tools/${path}.mjs';`,
    );
    this.child = spawn(process.execPath, ['--input-type=module', '-e', [...imports, source].join('\n')], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', (text: Buffer) => (this.words += text.toString()));
    this.child.stderr!.on('data', (text: Buffer) => (this.words += text.toString()));
    this.exit = once(this.child, 'close');
  }

  async says(words: string): Promise<this> {
    await until(`it says ${words}`, () => this.words.includes(words) || this.words);
    return this;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

const NAME = `test-${process.pid}`;

test('a command that is stopped stops what it started in reverse order, and says by its code which signal it was', async () => {
  const command = await new Command(`
    await life.live(async () => {
      life.atEnd(() => say.line('first'));
      life.atEnd(() => say.line('second'));
      say.line('ready');
      await life.forever();
    });`).says('ready');
  command.kill('SIGINT');
  expect(await command.exit).toEqual([130, null]);
  expect(command.words.trim().split('\n')).toEqual(['ready', 'second', 'first']);
});

test('what can be put right is said in one line, and anything else with a way to see more', async () => {
  const plain = new Command(`await life.live(async () => say.fail('It is so.', 'Do this.'));`);
  const unforeseen = new Command(`await life.live(async () => { throw new TypeError('x is no y'); });`);
  expect([await plain.exit, plain.words]).toEqual([[1, null], 'It is so. Do this.\n']);
  expect(await unforeseen.exit).toEqual([1, null]);
  expect(unforeseen.words).toBe('Something unforeseen went wrong: x is no y (DEBUG=1 shows where)\n');
});

test('a program that does not stop when it is asked is ended after its grace', async () => {
  const deaf = `process.on('SIGTERM', () => undefined); console.log('deaf'); setInterval(() => undefined, 1000);`;
  const command = new Command(`
    await life.live(async () => {
      await child.run(process.execPath, ['-e', ${JSON.stringify(deaf)}], { grace: 200, stdout: child.eachLine(say.line) });
    });`);
  await command.says('deaf');
  command.kill('SIGTERM');
  expect(await command.exit).toEqual([143, null]);
});

test('a lock has one holder; that of a holder that was killed is free, and known as abandoned', async () => {
  const take = `const { holder, wasAbandoned } = locks.tryLock('${NAME}'); say.line(holder ? 'held' : wasAbandoned ? 'abandoned' : 'free');`;
  const holder = await new Command(`${take} await life.forever();`).says('free');
  const second = new Command(`${take} process.exit();`);
  await second.exit;
  expect(second.words).toBe('held\n');
  holder.kill('SIGKILL');
  await holder.exit;
  const third = new Command(`await life.live(async () => { ${take} });`);
  await third.exit;
  expect(third.words).toBe('abandoned\n');
  // it ended in order
  const fourth = new Command(`await life.live(async () => { ${take} });`);
  await fourth.exit;
  expect(fourth.words).toBe('free\n');
});
