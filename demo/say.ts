const tty = process.stderr.isTTY;
let last = '';

/** Progress goes to stderr, so that stdout carries the result only. On a terminal one line changes; elsewhere a line a change. */
export function progress(text: string): void {
  if (text === last) return;
  last = text;
  process.stderr.write(tty ? `\r\x1b[K${text}` : `${text}\n`);
}

export function done(text: string): void {
  process.stderr.write(tty ? `\r\x1b[K${text}\n` : `${text}\n`);
  last = '';
}
