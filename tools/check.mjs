import { prepare } from './boot.mjs';
import { writeClient } from './client.mjs';
import { live } from './processes/life.mjs';
import { runChecks } from './steps.mjs';

/** npm run check: types, lint, staircase, format. */
await live(async () => {
  await prepare({ console: false });
  await writeClient();
  return (await runChecks()) === 0 ? 0 : 1;
});
