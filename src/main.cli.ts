import 'reflect-metadata';
import { boot } from './boot.js';
import { run } from './cli/index.js';

await boot(async () => {
  process.exitCode = await run(process.argv.slice(2));
  process.disconnect?.();
  process.exit();
});
