/** 1 Monday … 7 Sunday */
type Weekday = number;

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const SATURDAY = 6;
const SUNDAY = 7;

/**
 * Where CLDR, the source of `Intl`, differs from the working week of business: Brunei rests on Friday and Sunday, Nepal
 * on Saturday, the others on Friday.
 */
const WEEKENDS: Record<string, Weekday[]> = {
  BD: [5, 6],
  BN: [5, 7],
  DJ: [5, 6],
  MV: [5, 6],
  NP: [6],
  PS: [5, 6],
  SO: [5],
};
/** States of Malaysia that rest on Friday and Saturday. */
const FRIDAY_STATES = /^(kedah|kelantan|terengganu|trengganu)$/i;

/**
 * On which days a contact of that country may be touched. Monday to Friday stands for the country's own working week:
 * its days of rest are closed, and a Saturday or Sunday that begins its week is open. Saturday or Sunday in a campaign's
 * days says that these very days are meant.
 */
export function workingDaysOf(
  days: readonly Weekday[],
  country: string | null,
  region: string | null = null,
): readonly Weekday[] {
  if (country === null || days.includes(SATURDAY) || days.includes(SUNDAY)) return days;
  const rest = country === 'MY' && FRIDAY_STATES.test(region?.trim() ?? '') ? [5, 6] : weekendOf(country);
  const open = days.filter((day) => !rest.includes(day));
  if (!MONDAY_TO_FRIDAY.every((day) => days.includes(day))) return open;
  if (rest.includes(5) && !rest.includes(SATURDAY)) open.push(SATURDAY);
  const begun = rest.includes(SATURDAY) || open.includes(SATURDAY);
  if (begun && !rest.includes(SUNDAY)) open.push(SUNDAY);
  return open;
}

/** The days of rest of a country (ISO 3166). In Iran Friday only, although many offices close on Thursday noon. */
export function weekendOf(country: string): readonly Weekday[] {
  const known = weekends.get(country) ?? WEEKENDS[country] ?? cldr(country);
  weekends.set(country, known);
  return known;
}
const weekends = new Map<string, readonly Weekday[]>();

function cldr(country: string): readonly Weekday[] {
  if (!/^[A-Z]{2}$/.test(country)) return [SATURDAY, SUNDAY];
  // a property up to Node 22, a method since
  const locale = new Intl.Locale(`und-${country}`) as { weekInfo?: WeekInfo; getWeekInfo?: () => WeekInfo };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? [SATURDAY, SUNDAY];
}
interface WeekInfo {
  weekend: Weekday[];
}
