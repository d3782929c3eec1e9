import { begin, eachLine, stopChild } from './child.mjs';
import { atEnd, end, pause, stopping } from './life.mjs';
import { inProject } from '../project.mjs';
import { Plain, fail, line } from '../say.mjs';

const perMinute = 5;

/** Counts mishaps: tells how long to wait before the next attempt, or null when there were too many within a minute. */
export function backoff() {
  const times = [];
  return () => {
    times.push(Date.now());
    const recent = times.filter((time) => time > Date.now() - 60_000).length;
    return recent > perMinute ? null : { wait: 500 * 2 ** (recent - 1), attempt: recent };
  };
}

/**
 * Starts a program of ours (`dist/programs/main.api.js`) and waits until it says that it serves: `{ url, stop() }`. Each of its
 * lines is shown behind its name. A program that dies later is started again; one that keeps dying ends everything. One that dies
 * before it serves ends the command with its own words.
 */
export async function startProgram(name, file, env, { width = name.length } = {}) {
  const next = backoff();
  const show = (text) => line(`${name.padEnd(width)} │ ${text}`);
  let current = null;
  let wanted = true;

  const stop = async () => {
    wanted = false;
    const { isForcefullyTerminated } = await stopChild(current.child);
    if (isForcefullyTerminated) line(`${name} did not stop by itself and was ended.`);
  };

  const start = async () => {
    current = await launch(file, env, show);
    const { ready, exit } = current;
    const message = await ready;
    void exit.then((how) => wanted && !stopping.aborted && message && again(how));
    return message;
  };
  const again = async (how) => {
    const delay = next();
    const unexpected = `${name} stopped unexpectedly (${how})`;
    if (!delay) {
      line(`${unexpected} more than ${perMinute} times in a minute: everything stops. Its last lines stand above.`);
      return end(1);
    }
    line(`${unexpected}; it starts again in ${delay.wait / 1000} s (${delay.attempt} of ${perMinute}).`);
    await pause(delay.wait).catch(() => (wanted = false));
    if (!wanted) return undefined;
    if (await start()) return line(`${name} serves again.`);
    current.words.forEach(show);
    return wanted && !stopping.aborted ? again(await current.exit) : undefined;
  };

  const forget = atEnd(() => current && stop());
  const ready = await start();
  stopping.throwIfAborted();
  if (!ready) {
    forget();
    refuse(name, current.words, await current.exit);
  }
  return { url: ready.url, stop: () => (forget(), stop()) };
}

async function launch(file, env, show) {
  const words = [];
  let serves = false;
  const { child } = await begin(inProject(file), [], {
    env,
    node: true,
    nodeOptions: ['--enable-source-maps'],
    // by this they notice too when this command was killed
    ipc: true,
    // In a session of its own: Ctrl-C reaches the whole foreground group, and we decide who stops when.
    detached: true,
    stdout: eachLine(show),
    // What it complains about before it serves may be the one line that ends the command: it is held back until that is known.
    stderr: eachLine((text) => (serves ? show(text) : words.push(text))),
  });
  const exit = child.then(({ code, signal, exitCode }) => signal ?? code ?? `exit code ${exitCode}`);
  const said = new Promise((resolve) => child.on('message', (message) => message?.ready && resolve(message)));
  const ready = Promise.race([said, exit.then(() => null)]).then((message) => {
    serves = message !== null;
    if (serves) words.splice(0).forEach(show);
    return message;
  });
  return { child, words, ready, exit };
}

function refuse(name, words, how) {
  const [only, ...more] = words.filter(Boolean);
  if (only && more.length === 0) fail(only);
  if (process.env.DEBUG) for (const text of words) line(`${name} │ ${text}`);
  const telling = words.find((text) => /^\s*(\w*Error|Fatal)\b.*:/i.test(text)) ?? only ?? how;
  throw new Plain(`${name} does not start: ${telling.trim()} (DEBUG=1 shows more.)`);
}
