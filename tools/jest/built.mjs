import { prepare } from '../boot.mjs';
import { end, stopOnSignals, stopping } from '../processes/life.mjs';
import { complain, speakOnStderr } from '../say.mjs';

/** The variables of people: no test may meet their database, queue or mail server. */
export const NOT_OURS = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL', 'SMTP_URL', 'OVERTURE_SECRET'];

/** Jest's globalSetup of tests that need no server: what they run is built. */
export default () => build({ console: false });

export async function build({ console }) {
  await inOrder(() => prepare({ tests: true, console }));
  for (const name of NOT_OURS) delete process.env[name];
}

/** What fails is said in one line and ends the run, and Ctrl-C stops what was started. */
export async function inOrder(work) {
  speakOnStderr();
  stopOnSignals();
  try {
    await work();
  } catch (error) {
    if (!stopping.aborted) complain(error);
    await end(1);
  }
}
