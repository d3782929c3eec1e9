import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { program, runCli } from '../boot.mjs';
import { eachLine, run } from '../processes/child.mjs';
import { inData, inProject, readIfThere } from '../project.mjs';
import { line } from '../say.mjs';

const DAY = 86_400;
const SECONDS_A_DAY = 3;
/** While the first campaign is prepared half an hour goes by a second, so that a slow machine does not use up its two weeks. */
const RATE_BEFORE = 1_800;

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
  const begun = readIfThere(note);
  if (begun === 'loaded' || !wanted || !existsSync(inProject('dist/demo/main.js'))) return begun === 'loaded';
  const [state] = await runCli(['demo-state'], env);
  if (state === 'loaded') return (writeFileSync(note, 'loaded'), true);
  if (state === 'partial' && begun !== 'loading') return false;
  writeFileSync(note, 'loading');
  if (state === 'empty') {
    await runCli(['clock', '--rate', String(RATE_BEFORE), '--start', overTwoWeeksAgo(), '--catch-up'], env);
    await demoAdministrator(env);
  }
  line(state === 'empty' ? 'Loading the demo world (first start only).' : 'Going on with the demo world.');
  const play = async (part) => {
    const args = program('dist/demo/main.js', part, '--url', api);
    const show = eachLine((text) => line(`demo   │ ${text}`));
    return (await run(process.execPath, args, { env, stdout: show, stderr: show })).exitCode === 0;
  };
  const launched = await play('launch');
  // two weeks of life in less than a minute, up to now; from then on the clock is the wall's
  if (launched) await runCli(['clock', '--rate', String(DAY / SECONDS_A_DAY), '--catch-up'], env);
  if (!launched || !(await play('world'))) {
    line('The demo world was not loaded (see above); Overture runs without it, and the next start tries again.');
    return false;
  }
  writeFileSync(note, 'loaded');
  return true;
}

/** The first administrator of a demonstration; the demo signs in as them and makes the others. */
export async function demoAdministrator(env) {
  const { email, name, department, password } = people().find(({ role }) => role === 'admin');
  const facts = ['--email', email, '--name', name, '--department', department, '--roles', 'admin'];
  await runCli(['create-user', ...facts, '--password-stdin'], env, { input: password });
}

const people = () => JSON.parse(readFileSync(inProject('dist/demo/people.json'), 'utf8'));

/** A Friday, so that the first campaign is launched before a week of working days. */
function overTwoWeeksAgo() {
  const day = new Date(Date.now() - 14 * DAY * 1000);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) - 3);
  day.setUTCHours(6, 0, 0, 0);
  return day.toISOString();
}

/** One sign-in for each role, as lines. */
export function signIns() {
  try {
    const all = people();
    const first = all.filter(({ role }, at) => all.findIndex((other) => other.role === role) === at);
    const wide = (key) => Math.max(...first.map((person) => person[key].length));
    return first.map(
      ({ role, email, password, name }) =>
        `  ${role.padEnd(wide('role'))}  ${email.padEnd(wide('email'))}  ${password}  ${name}`,
    );
  } catch {
    return [];
  }
}
