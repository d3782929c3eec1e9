import type { Answer, Measured } from './main.js';

/** What may be missing, such as an expert whom nobody named, is shown and is no failure. */
export const isBad = ({ best, status }: Answer, most: number): boolean =>
  best > most || (status >= 400 && status !== 404);

/** The slowest answers and all that are bad, as Markdown. */
export function reportOf({ rows, answers, notAsked }: Measured, most: number): string {
  const counts = Object.entries(rows).map(([table, n]) => `${table} ${n.toLocaleString('en')}`);
  const bad = answers.filter((each) => isBad(each, most));
  const shown = answers.filter((each, at) => at < 20 || each.status >= 400 || isBad(each, most));
  return [
    counts.join(', '),
    '\n| ms | first | status | bytes | question |\n| --- | --- | --- | --- | --- |',
    ...shown.map(
      ({ best, first, status, bytes, question }) =>
        `| ${best.toFixed(0)} | ${first.toFixed(0)} | ${status} | ${bytes} | ${question} |`,
    ),
    `\n${answers.length} questions, ${bad.length} slower than ${most} ms or refused; nothing there to ask: ${notAsked.join(' ')}`,
  ].join('\n');
}
