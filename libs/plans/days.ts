const DAY = 86_400_000;

/** Days since 1970 of a calendar day, 2026-12-01; NaN where the calendar has no such day. */
export function numberOf(day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return dayOf(time / DAY) === day ? time / DAY : NaN;
}

export function dayOf(number: number): string {
  return Number.isFinite(number) ? new Date(number * DAY).toISOString().slice(0, 10) : '';
}
