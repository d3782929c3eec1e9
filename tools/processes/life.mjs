import { complain, line } from '../say.mjs';

/** The life of one command: what was started is stopped in reverse order, however the command ends. */

const undo = [];
const stop = new AbortController();
const hurry = new AbortController();
let ending = null;

/** Aborted as soon as the command is asked to stop. */
export const stopping = stop.signal;
/** Aborted when it is asked a second time: now is the time to be rude. */
export const hurried = hurry.signal;

/** To be called in the same tick as the thing is started, so that no signal can fall between. Returns a way to forget it. */
export function atEnd(work) {
  undo.push(work);
  return () => {
    const at = undo.indexOf(work);
    if (at >= 0) undo.splice(at, 1);
  };
}

/** Waits, unless the command is asked to stop. */
export async function pause(milliseconds) {
  stopping.throwIfAborted();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  stopping.throwIfAborted();
}

/** Ends the command with this exit code, once all that was started has stopped. */
export function end(code) {
  ending ??= (async () => {
    stop.abort(new Error('stopping'));
    setTimeout(() => line('Stopping … (a second Ctrl-C stops at once)'), 1500);
    await stopAll();
    process.exit(code);
  })();
  return ending;
}

let stoppingAll = null;

/** Stops what was started, the last first. */
export function stopAll() {
  return (stoppingAll ??= popAll().finally(() => (stoppingAll = null)));
}

async function popAll() {
  while (undo.length > 0) await Promise.resolve(undo.pop()()).catch(complain);
}

/** Resolves never: the command lives until it is told to stop. */
export const forever = () => new Promise(() => setInterval(() => undefined, 2 ** 30));

/**
 * Runs a command. `codeWhenStopped` is the exit code after Ctrl-C and the like (a number, or a function asked then);
 * by default 128 + the signal's number.
 */
export async function live(main, { codeWhenStopped } = {}) {
  requireNode();
  stopOnSignals(codeWhenStopped);
  process.on('uncaughtException', crash);
  stopWithNpm(() => stopOn('SIGTERM', 143));
  try {
    const code = await main();
    if (!ending) await end(code ?? 0);
  } catch (error) {
    if (!ending) await crash(error);
  }
}

let listens = false;

/** Lets Ctrl-C and the like end this process in order, also one that is not ours (Jest's). */
export function stopOnSignals(codeWhenStopped) {
  if (listens) return;
  listens = true;
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }))
    process.on(signal, () => stopOn(signal, codeWhenStopped?.() ?? 128 + number));
}

/** A signal to npm reaches only the shell between npm and us: when that shell is gone, we are meant. */
function stopWithNpm(stopNow) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && !ending && stopNow(), 250).unref();
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Overture needs Node 20.19 or newer; this is ${process.versions.node}. Install it from https://nodejs.org and try again.\n`,
  );
  process.exit(1);
}

let firstAsked = 0;

// npm passes Ctrl-C on to a child that the terminal has already told, so two signals within a second are one.
function stopOn(signal, code) {
  if (!ending) {
    firstAsked = Date.now();
    if (signal === 'SIGINT' && process.stderr.isTTY) process.stderr.write('\n');
    void end(code);
  } else if (Date.now() - firstAsked > 1000 && !hurried.aborted) {
    line('Stopping at once.');
    hurry.abort();
  }
}

function crash(error) {
  complain(error);
  return end(1);
}
