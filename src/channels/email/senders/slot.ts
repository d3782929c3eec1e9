/** One lane as it stands: when its next mail may leave, and how far apart its mails are. */
export interface Slot {
  carrier: string;
  domain: string;
  nextAt: Date;
  gapMs: number;
  epoch: number;
  failures: number;
}

/** A few mails may leave at once after a pause; then they keep their distance. */
const BURST = 20;
const LONGEST_GAP = 10 * 60_000;
const SHORTEST_SLOW_GAP = 1_000;
const MINUTE = 60_000;
const LONGEST_BREAK_MINUTES = 60;

/**
 * The next place in the lane, and the lane as it is afterwards (GCRA: one instant stands for a whole token bucket). A place
 * that lies ahead is kept for whoever got it, so that a backlog of a slow domain is put off once and not asked again and again.
 */
export function takePlace(lane: Slot, now: Date): { at: Date; lane: Slot } {
  // without a limit and in good health there is nothing to wait for, whosever clock made the lane
  if (lane.gapMs === 0 && lane.failures === 0) return { at: now, lane };
  const next = Math.max(lane.nextAt.getTime(), now.getTime());
  const burst = lane.failures > 0 ? 0 : BURST * lane.gapMs;
  return {
    at: new Date(Math.max(now.getTime(), next - burst)),
    lane: { ...lane, nextAt: new Date(next + lane.gapMs) },
  };
}

/**
 * The provider asked for patience (4xx, 421) or did not answer: half the speed, and after `breakAt` refusals in a row a break
 * that doubles. A new epoch: places that were given out no longer count. The first mail after the break is the probe.
 */
export function slowed(lane: Slot, now: Date, breakAt: number): Slot {
  const failures = lane.failures + 1;
  const gapMs = Math.min(LONGEST_GAP, Math.max(SHORTEST_SLOW_GAP, lane.gapMs) * 2);
  const beyond = failures - breakAt;
  const pause = beyond < 0 ? gapMs : Math.min(LONGEST_BREAK_MINUTES, 2 ** Math.min(beyond, 10)) * MINUTE;
  return { ...lane, failures, gapMs, epoch: lane.epoch + 1, nextAt: new Date(now.getTime() + pause) };
}

/** A mail went through: the refusals are forgiven, and the lane comes back to its own speed step by step. */
export function relieved(lane: Slot, ownGapMs: number): Slot {
  const gapMs = Math.max(ownGapMs, Math.floor(lane.gapMs * 0.7));
  return { ...lane, failures: 0, gapMs: gapMs < SHORTEST_SLOW_GAP ? ownGapMs : gapMs };
}
