import 'reflect-metadata';
import { boot } from './boot.js';
import { run } from './cli/index.js';

await boot(async () => {
  process.exitCode = await run(process.argv.slice(2));
  process.disconnect?.();
  // a reader at the other end of a pipe gets all of the output
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit();
});
