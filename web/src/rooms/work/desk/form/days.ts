const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Quick follow-up dates in calendar days, moved off the weekend. */
export const DAYS = { tomorrow: 1, threeDays: 3, week: 7, twoWeeks: 14, month: 30, quarter: 91 } as const;

export function dayIn(days: number, now: number): string {
  const day = new Date(now + days * DAY);
  const weekend = { 6: 2, 0: 1 }[day.getDay()] ?? 0;
  day.setDate(day.getDate() + weekend);
  return localDay(day);
}

const two = (n: number): string => String(n).padStart(2, '0');
const localDay = (day: Date): string => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;

/** 10:00 on the next working day, in the format of a browser's date field. */
export const usualMeeting = (now: number): string => `${dayIn(1, now)}T10:00`;

/** How long each snooze reason lasts. */
export const SNOOZE_UNTIL: Record<'out' | 'notNow' | 'tomorrow' | 'prepare' | 'waiting', (now: number) => string> = {
  out: (now) => new Date(now + HOUR).toISOString(),
  notNow: (now) => new Date(now + 3 * HOUR).toISOString(),
  tomorrow: (now) => new Date(`${dayIn(1, now)}T09:00`).toISOString(),
  prepare: (now) => new Date(`${dayIn(1, now)}T11:00`).toISOString(),
  waiting: (now) => new Date(`${dayIn(7, now)}T09:00`).toISOString(),
};
