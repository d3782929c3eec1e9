const DAY = 86_400_000;

/**
 * How many mails a sender may begin on `day` (UTC, 2026-11-24): a new address starts with few and grows by a factor a
 * day, because a provider that never saw it takes many at once for spam.
 */
export function dayLimit(
  sender: { perDay: number; warmUpFrom: string | null; warmUpStart: number; warmUpGrowth: number },
  day: string,
): number {
  if (!sender.warmUpFrom) return sender.perDay;
  const age = Math.max(0, Math.round((Date.parse(day) - Date.parse(sender.warmUpFrom)) / DAY));
  return Math.min(sender.perDay, Math.floor(sender.warmUpStart * sender.warmUpGrowth ** Math.min(age, 200)));
}
