import type { Installation } from '../support/installation.js';
import { Watch } from './watch.js';

/** What becomes of `work`; meanwhile the API, which this process serves, answers that it lives in `latest` ms each time. */
export async function whileAlive<T>(app: Installation, work: Promise<T>, latest?: number): Promise<T> {
  const watch = new Watch(app.origin, process.pid);
  try {
    const done = await work;
    await watch.expectAlive(latest);
    return done;
  } finally {
    await watch.close();
  }
}
