import { setTimeout as sleep } from 'node:timers/promises';
import { stopping } from './life.mjs';
import { tryLock } from './locks.mjs';
import { portProblem } from './ports.mjs';
import { fail, step } from '../say.mjs';

/** One `npm start` (or `npm run dev`) at a time for one embedded database. Tells whether the last one was killed. */
export function onlyHere() {
  if (process.env.DATABASE_URL) return { afterCrash: false };
  const { holder, wasAbandoned } = tryLock('start');
  if (holder)
    fail(
      `Overture runs already in this folder, as process ${holder}.`,
      `Use that one, or stop it first (Ctrl-C in its terminal, or kill ${holder}).`,
    );
  return { afterCrash: wasAbandoned };
}

/** Ends the command with one line when nobody can listen there. `patient`: a killed start's api may need a moment to leave. */
export async function expectFreePort({ port, host }, { patient = false } = {}) {
  let problem = await problemAt(port, host);
  if (problem === 'EADDRINUSE' && patient) {
    await step(`Waiting for the last api to leave port ${port}`, async () => {
      for (let waited = 0; problem && waited < 15_000; waited += 250) {
        await sleep(250, null, { signal: stopping });
        problem = await problemAt(port, host);
      }
    });
  }
  if (!problem) return;
  let other = port < 1024 ? 3000 : port + 1;
  while (other < 65_535 && (await problemAt(other, host))) other += 1;
  const instead = `PORT=${other} npm start`;
  if (problem === 'EADDRINUSE')
    fail(`Port ${port} is taken by another program.`, `Stop that, or choose another port: ${instead}`);
  if (problem === 'EACCES') fail(`Port ${port} is only for root.`, `Choose another: ${instead}`);
  fail(
    `Nobody can listen on ${host}:${port} (${problem}).`,
    'HOST must be an address of this machine, for example HOST=0.0.0.0.',
  );
}

async function problemAt(port, host) {
  // A browser tries `localhost` on IPv6 first and would meet whoever listens there.
  const sixth = host === '127.0.0.1' && (await portProblem(port, '::1')) === 'EADDRINUSE';
  return sixth ? 'EADDRINUSE' : portProblem(port, host);
}
