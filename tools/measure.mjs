import { prepare } from './boot.mjs';
import { run } from './processes/child.mjs';
import { live } from './processes/life.mjs';
import { inProject, root } from './project.mjs';
import { fail } from './say.mjs';

/** npm run measure -- mail: how well real mails are read, by the half that was seen while the rules were written and the other. */
const USAGE = 'npm run measure -- mail';

await live(async () => {
  if (process.argv[2] !== 'mail' || process.argv.length > 3) fail('Say what is measured: mail.', USAGE);
  await prepare({ tests: true, console: false });
  const jest = inProject('node_modules/jest/bin/jest.js');
  const { exitCode } = await run(process.execPath, [jest, '--silent', 'measured'], {
    cwd: root,
    stdout: 'inherit',
    stderr: 'ignore',
  });
  return exitCode;
});
