import { PlayError } from './error.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Milliseconds since 1970. @throws PlayError invalid_time */
export function instant(date: Date, what: string): number {
  const time = date.getTime();
  if (Number.isNaN(time)) throw new PlayError('invalid_time', `${what} is not a valid date.`);
  return time;
}
