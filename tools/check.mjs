import { prepare } from './boot.mjs';
import { writeClient } from './client.mjs';
import { live } from './life.mjs';
import { checks, runCheck } from './steps.mjs';

/** npm run check: types, lint, staircase, format; all of them, whatever the first says. */
await live(async () => {
  await prepare({ console: false });
  await writeClient();
  let failed = 0;
  for (const check of checks) if (!(await runCheck(check)).ok) failed += 1;
  return failed === 0 ? 0 : 1;
});
