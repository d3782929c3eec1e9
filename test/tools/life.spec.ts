import { Command as AnyCommand } from './command.js';

const MODULES = ['processes/life', 'processes/locks', 'processes/child', 'say'];

class Command extends AnyCommand {
  constructor(source: string) {
    super(MODULES, source);
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

test('a second command waits for the lock, says which process holds it, and goes on', async () => {
  const work = (mine: string) => `
    await life.live(() => locks.withLock('${NAME}-work', async () => {
      say.line('${mine} begins');
      await life.pause(500);
      say.line('${mine} ends');
    }, (pid) => say.line('waiting for ' + pid)));`;
  const first = await new Command(work('first')).says('first begins');
  const second = new Command(work('second'));
  await Promise.all([first.exit, second.exit]);
  expect(second.words).toBe(`waiting for ${first.pid}\nsecond begins\nsecond ends\n`);
});
