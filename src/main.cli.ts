import 'reflect-metadata';
import { boot } from './boot.js';
import { run } from './cli/index.js';

await boot(async () => {
  process.exitCode = await run(process.argv.slice(2));
  process.disconnect?.();
  // whoever reads through a pipe gets the last word too
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit();
});
