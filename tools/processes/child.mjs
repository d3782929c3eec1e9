import { atEnd, hurried, stopping } from './life.mjs';

/**
 * Starts a program that ends with this command: `{ child }`, a subprocess of execa whose promise does not reject. It is asked to
 * end first, and killed when it still runs after `grace` milliseconds.
 */
export async function begin(file, args, { grace = 10_000, ...options } = {}) {
  // here, because this file is loaded before the packages are installed
  const { execa } = await import('execa');
  stopping.throwIfAborted();
  const stdin = options.stdio === undefined && options.input === undefined && { stdin: 'ignore' };
  const child = execa(file, args, { reject: false, forceKillAfterDelay: grace, ...stdin, ...options });
  const forget = atEnd(() => stopChild(child));
  void child.then(forget);
  return { child };
}

/** Runs a program to its end and tells execa's result: lines in `all`, `stdout` and `stderr`, and `exitCode` where it ended by itself. */
export async function run(file, args, options) {
  const { child } = await begin(file, args, { all: true, lines: true, ...options });
  const result = await child;
  stopping.throwIfAborted();
  return result;
}

/** Asks a child to end, or kills it when the person hurries, and tells its result. */
export async function stopChild(child) {
  const kill = () => child.kill('SIGKILL');
  hurried.addEventListener('abort', kill, { once: true });
  child.kill(hurried.aborted ? 'SIGKILL' : 'SIGTERM');
  const result = await child;
  hurried.removeEventListener('abort', kill);
  return result;
}

/** Where a stream goes of which each line is told; `kept` stands in the result too. */
export const eachLine = (told, { kept = false } = {}) =>
  function* (text) {
    told(text);
    if (kept) yield text;
  };
