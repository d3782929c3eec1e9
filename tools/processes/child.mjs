import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { atEnd, hurried, stopping } from './life.mjs';

/**
 * Runs a program to its end and tells `{ code, signal, lines }` (the last 200 lines of both streams). `onLine` sees each line;
 * with `stdio: 'inherit'` there are none. `input` goes to its stdin. When the command ends
 * it gets `grace` milliseconds to do so too. A program that cannot be started is code 127.
 */
export async function runToEnd(file, args, { onStart, onLine, input, stdio, grace, ...options } = {}) {
  stopping.throwIfAborted();
  const child = spawn(file, args, {
    stdio: stdio ?? [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    ...options,
  });
  const forget = atEnd(() => stopChild(child, { grace }));
  if (child.pid) onStart?.(child.pid);
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (text) => {
      lines.push(text);
      if (lines.length > 200) lines.shift();
      onLine?.(text, stream === child.stderr);
    });
  }
  child.stdin?.on('error', () => undefined);
  if (input !== undefined) child.stdin.end(input);
  const result = await new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, signal: null, error }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  forget();
  stopping.throwIfAborted();
  return { ...result, lines };
}

/** Asks a child to stop; insists after `grace` milliseconds, or at once when the person hurries. True when it had to insist. */
export async function stopChild(child, { signal = 'SIGTERM', grace = 10_000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return false;
  let insisted = false;
  const insist = () => {
    insisted = true;
    child.kill('SIGKILL');
  };
  const closed = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(insist, grace);
  hurried.addEventListener('abort', insist, { once: true });
  if (hurried.aborted) insist();
  else child.kill(signal);
  await closed;
  clearTimeout(timer);
  hurried.removeEventListener('abort', insist);
  return insisted;
}
