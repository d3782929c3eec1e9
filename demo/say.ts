const tty = process.stderr.isTTY;
let last = '';
let lastAt = 0;
/** where nothing can be overwritten, a line now and then is enough */
const QUIET_MS = 5_000;

/** Progress goes to stderr, so that stdout carries the result only. On a terminal one line changes; elsewhere a line a change. */
export function progress(text: string): void {
  if (text === last || (!tty && Date.now() - lastAt < QUIET_MS)) return;
  last = text;
  lastAt = Date.now();
  process.stderr.write(tty ? `\r\x1b[K${text}` : `${text}\n`);
}

export function done(text: string): void {
  process.stderr.write(tty ? `\r\x1b[K${text}\n` : `${text}\n`);
  last = '';
}
