import { openDatabase, prepare, program } from './boot.mjs';
import { run } from './processes/child.mjs';
import { programEnvironment } from './servers/address.mjs';
import { live } from './processes/life.mjs';
import { speakOnStderr } from './say.mjs';

/** npm run cli -- …: one command of main.cli.js, on DATABASE_URL or the embedded database (started for it when nobody runs it). */

/** These answer from their arguments and standard input alone. */
const WITHOUT_DATABASE = new Set([undefined, 'help', 'mail', 'openapi', 'verify']);

speakOnStderr();

await live(async () => {
  const args = process.argv.slice(2);
  await prepare({ console: false });
  const environment = WITHOUT_DATABASE.has(args[0]) ? {} : programEnvironment(await openDatabase());
  const { exitCode } = await run(process.execPath, program('dist/programs/main.cli.js', ...args), {
    stdio: 'inherit',
    // npm changes to the project's folder; a file named on the command line lies where the person is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: environment,
  });
  return exitCode ?? 1;
});
