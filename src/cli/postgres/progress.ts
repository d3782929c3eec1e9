/**
 * Says on stderr how far it is: on a terminal in one line, elsewhere every ten seconds. `work` hands on its last words.
 */
export async function progress<T>(label: string, work: (note: (words: string) => void) => Promise<T>): Promise<T> {
  const { stderr } = process;
  let words = '';
  const say = stderr.isTTY
    ? () => stderr.write(`\r\u001b[2K${`${label} … ${words}`.slice(0, (stderr.columns || 80) - 1)}`)
    : () => stderr.write(`${label} … ${words}\n`);
  const timer = setInterval(say, stderr.isTTY ? 250 : 10_000);
  try {
    return await work((now) => (words = now));
  } finally {
    clearInterval(timer);
    if (stderr.isTTY) stderr.write('\r\u001b[2K');
  }
}

/** 12.3 MB */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
