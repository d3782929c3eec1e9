/** A throttle's state: when its next mail may leave, and how far apart its mails are. */
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
 * The next slot, and the throttle after it (GCRA: one instant replaces a whole token bucket). A slot in the future is
 * reserved for its message, so that a backlog of a slow domain is postponed once and not asked again and again.
 */
export function takePlace(throttle: Slot, now: Date): { at: Date; throttle: Slot } {
  // without a limit and in good health there is nothing to wait for, whichever clock made the row
  if (throttle.gapMs === 0 && throttle.failures === 0) return { at: now, throttle };
  const next = Math.max(throttle.nextAt.getTime(), now.getTime());
  const burst = throttle.failures > 0 ? 0 : BURST * throttle.gapMs;
  return {
    at: new Date(Math.max(now.getTime(), next - burst)),
    throttle: { ...throttle, nextAt: new Date(next + throttle.gapMs) },
  };
}

/**
 * The provider asked for patience (4xx, 421) or did not answer: half the speed, and after `breakAt` refusals in a row a
 * break that doubles. A new epoch: earlier slots no longer count. The first mail after the break is the probe.
 */
export function slowed(throttle: Slot, now: Date, breakAt: number): Slot {
  const failures = throttle.failures + 1;
  const gapMs = Math.min(LONGEST_GAP, Math.max(SHORTEST_SLOW_GAP, throttle.gapMs) * 2);
  const beyond = failures - breakAt;
  const pause = beyond < 0 ? gapMs : Math.min(LONGEST_BREAK_MINUTES, 2 ** Math.min(beyond, 10)) * MINUTE;
  return { ...throttle, failures, gapMs, epoch: throttle.epoch + 1, nextAt: new Date(now.getTime() + pause) };
}

/** A mail went through: the refusals are cleared, and the throttle returns to its own speed step by step. */
export function relieved(throttle: Slot, ownGapMs: number): Slot {
  const gapMs = Math.max(ownGapMs, Math.floor(throttle.gapMs * 0.7));
  return { ...throttle, failures: 0, gapMs: gapMs < SHORTEST_SLOW_GAP ? ownGapMs : gapMs };
}
