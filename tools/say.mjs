/** What a person sees: lines, progress for what takes longer than a second, and plain errors. */

let stream = process.stdout;
let live = null;

const second = 1000;
const clear = '\r\u001b[2K';

// A reader that went away (`npm start | head`) must not take the programs down with it.
for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined);

/** Everything said goes to stderr from now on, so that stdout carries results only. */
export function speakOnStderr() {
  stream = process.stderr;
}

/** One line, never torn by the progress line below it. */
export function line(text = '') {
  if (live) stream.write(clear);
  stream.write(`${text}\n`);
  live?.();
}

const elapsed = (since) => (Date.now() - since) / second;

/**
 * Runs `work(report)` under a label. Silent when it ends within a second; else a line that counts the seconds (on a
 * terminal), or a line at one second and every ten (elsewhere). `report(text)` says how far it is.
 */
export async function step(label, work) {
  const since = Date.now();
  const outer = live;
  let note = '';
  let said = 0;
  const draw = () => {
    const seconds = elapsed(since);
    if (seconds < 1) return;
    if (stream.isTTY) {
      const text = `${label} … ${Math.floor(seconds)} s ${note}`;
      stream.write(clear + text.slice(0, Math.max(20, (stream.columns || 80) - 1)));
    } else if (said === 0 || seconds - said >= 10) {
      stream.write(`${label} …${said === 0 ? '' : ` ${Math.floor(seconds)} s`}${note && ` ${note}`}\n`);
      said = seconds;
    }
  };
  if (stream.isTTY) live = draw;
  const timer = setInterval(draw, 250);
  try {
    return await work((text) => (note = text));
  } finally {
    clearInterval(timer);
    live = outer;
    const seconds = elapsed(since);
    if (seconds >= 1) stream.write(`${stream.isTTY ? clear : ''}${label}: ${seconds.toFixed(1)} s\n`);
  }
}

/** An error that a person can act on: shown as its one line, never with a stack. */
export class Plain extends Error {}

/** Ends the command with one line: what is wrong, and what to do. */
export function fail(what, todo = '', cause = undefined) {
  throw new Plain(todo ? `${what} ${todo}` : what, { cause });
}

export function complain(error) {
  if (live) stream.write(clear);
  process.stderr.write(`${process.env.DEBUG ? withCauses(error) : plainly(error)}\n`);
}

function plainly(error) {
  if (error instanceof Plain) return error.message;
  const known = system[error?.code]?.(error.path ?? 'a file');
  return known ?? `Something unforeseen went wrong: ${firstLine(error)} (DEBUG=1 shows where)`;
}

const mine = (path) =>
  `${path} may not be read or written. Make the project your own (chown), or run as the one who began it.`;
const system = {
  ENOSPC: () => 'The disk is full. Free some space and try again; nothing is lost.',
  EDQUOT: () => 'Your share of the disk is full. Free some space and try again; nothing is lost.',
  EROFS: (path) => `${path} lies on a read-only file system. Put the project where it may write.`,
  EACCES: mine,
  EPERM: mine,
};

const withCauses = (error) =>
  error?.cause ? `${error.stack}\ncaused by ${withCauses(error.cause)}` : (error?.stack ?? String(error));

export const firstLine = (error) => String(error?.message || error?.code || error).split('\n')[0];
