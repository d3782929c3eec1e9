import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { program, runCli } from './boot.mjs';
import { runToEnd } from './child.mjs';
import { inData, inProject } from './project.mjs';
import { line } from './say.mjs';

/**
 * Loads the demo world into an empty database, once; tells whether it is there. A database given from outside only gets it with
 * OVERTURE_DEMO=1, and OVERTURE_DEMO=0 never does. A loading that was interrupted goes on; work of people is never added to.
 */
export async function demoWorld({ api, env }) {
  const wanted = process.env.OVERTURE_DEMO ? process.env.OVERTURE_DEMO === '1' : !process.env.DATABASE_URL;
  const note = inData(
    `demo-${createHash('sha256')
      .update(env.DATABASE_URL.replace(/:[^:@/]*@/, '@'))
      .digest('hex')
      .slice(0, 8)}`,
  );
  const begun = read(note);
  if (begun === 'loaded' || !wanted || !existsSync(inProject('dist/demo/main.js'))) return begun === 'loaded';
  const [state] = await runCli(['demo-state'], env);
  if (state === 'loaded') return (writeFileSync(note, 'loaded'), true);
  if (state === 'partial' && begun !== 'loading') return false;
  writeFileSync(note, 'loading');
  line(state === 'empty' ? 'Loading the demo world (first start only).' : 'Going on with the demo world.');
  const args = program('dist/demo/main.js', 'world', '--url', api);
  const { code } = await runToEnd(process.execPath, args, {
    env: { ...process.env, ...env },
    onLine: (text) => line(`demo   │ ${text}`),
  });
  if (code !== 0) {
    line('The demo world was not loaded (see above); Overture runs without it, and the next start tries again.');
    return false;
  }
  writeFileSync(note, 'loaded');
  return true;
}

/** One sign-in for each role, as lines. */
export function signIns() {
  try {
    const people = JSON.parse(readFileSync(inProject('dist/demo/people.json'), 'utf8'));
    const first = people.filter(({ role }, at) => people.findIndex((other) => other.role === role) === at);
    const wide = (key) => Math.max(...first.map((person) => person[key].length));
    return first.map(
      ({ role, email, password, name }) =>
        `  ${role.padEnd(wide('role'))}  ${email.padEnd(wide('email'))}  ${password}  ${name}`,
    );
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
