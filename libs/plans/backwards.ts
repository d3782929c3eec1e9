import { dayOf, numberOf } from './days.js';
import { inOrder, PlanError, type Prerequisite } from './order.js';

/** Days are 2026-12-01; whatever finishes on a day is there for what starts on that day. */
export interface ScheduledPrerequisite {
  key: string;
  latestStart: string;
  latestFinish: string;
  /** were it begun as soon as it can be */
  earliestStart: string;
  earliestFinish: string;
  /** days to spare; below zero: this many too late */
  slack: number;
  critical: boolean;
}

export interface Backwards {
  placed: ScheduledPrerequisite[];
  feasible: boolean;
  /** the first day on which everything can be in place */
  earliestEnd: string;
  /** days that are missing; 0 where it is feasible */
  daysShort: number;
  /** keys of the longest chain that is still to be done, in its order */
  criticalChain: string[];
  /** what had to be started before today for the day to hold; null where it holds, or the day itself has passed */
  blockedBy: string | null;
}

interface Times {
  start: number;
  finish: number;
}

/**
 * From the day a buyer wants it, backwards: when each prerequisite must start and end at the latest, and whether that
 * can still be. What is done takes no time any more.
 * @throws PlanError for a cycle, a stranger, two of one key, or a day that does not exist; one at a time
 */
export function backwards(prerequisites: readonly Prerequisite[], wantedBy: string, today: string): Backwards {
  const ordered = inOrder(prerequisites);
  const [end, now] = [numberOf(wantedBy), numberOf(today)];
  if (Number.isNaN(end) || Number.isNaN(now)) throw new PlanError('day', [], 'The plan needs days that exist.');
  const latest = latestTimes(ordered, end);
  const earliest = earliestTimes(ordered, now);
  const earliestEnd = Math.max(now, ...[...earliest.values()].map(({ finish }) => finish));
  const criticalChain = longest(ordered, earliest);
  const daysShort = Math.max(0, earliestEnd - end);
  const placed = prerequisites.map(({ key }): ScheduledPrerequisite => {
    const [last, first] = [latest.get(key)!, earliest.get(key)!];
    return {
      key,
      latestStart: dayOf(last.start),
      latestFinish: dayOf(last.finish),
      earliestStart: dayOf(first.start),
      earliestFinish: dayOf(first.finish),
      slack: last.start - first.start,
      critical: criticalChain.includes(key),
    };
  });
  return {
    placed,
    feasible: daysShort === 0,
    earliestEnd: dayOf(earliestEnd),
    daysShort,
    criticalChain,
    blockedBy: daysShort > 0 ? (criticalChain[0] ?? null) : null,
  };
}

const lead = ({ leadDays, done }: Prerequisite): number => (done ? 0 : leadDays);

function latestTimes(ordered: readonly Prerequisite[], end: number): Map<string, Times> {
  const finish = new Map(ordered.map(({ key }) => [key, end]));
  const times = new Map<string, Times>();
  for (const each of ordered.toReversed()) {
    const last = finish.get(each.key)!;
    const start = last - lead(each);
    times.set(each.key, { start, finish: last });
    for (const before of each.after) finish.set(before, Math.min(finish.get(before)!, start));
  }
  return times;
}

function earliestTimes(ordered: readonly Prerequisite[], now: number): Map<string, Times> {
  const times = new Map<string, Times>();
  for (const each of ordered) {
    const start = Math.max(now, ...each.after.map((key) => times.get(key)!.finish));
    times.set(each.key, { start, finish: start + lead(each) });
  }
  return times;
}

/** Back from what ends last, each time to the one that it had to wait for; what takes no time delays nothing. */
function longest(ordered: readonly Prerequisite[], times: Map<string, Times>): string[] {
  const known = new Map(ordered.map((each) => [each.key, each]));
  const chain: string[] = [];
  const last = (keys: readonly string[]) => keys.toSorted((a, b) => times.get(b)!.finish - times.get(a)!.finish)[0];
  for (let at = last(ordered.map(({ key }) => key)); at !== undefined; at = last(known.get(at)!.after))
    if (lead(known.get(at)!) > 0) chain.unshift(at);
  return chain;
}
