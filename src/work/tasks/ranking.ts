import type { Interest, Role } from '../../../libs/plays/index.js';
import type { TaskKind } from './kinds.js';

/** One row of "why it ranks here". */
export interface RankingReason {
  factor: 'interest' | 'role' | 'size' | 'freshness' | 'kind' | 'promise';
  points: number;
  /** a short English sentence for the rep */
  because: string;
}

export interface ContributionFacts {
  kind: TaskKind;
  interest: Interest | 'unknown';
  role: Role | null;
  employees: number | null;
  /** null: never touched */
  daysSinceTouch: number | null;
  /** a call-back on a day that was promised, and the day has come */
  promised?: boolean;
}

const INTEREST: Record<Interest | 'unknown', number> = {
  commits_next_step: 50,
  active: 40,
  curious: 30,
  aware: 20,
  unknown: 10,
  none: 0,
};
const ROLE: Record<Role, number> = {
  economic_buyer: 20,
  decision_maker: 20,
  executive_sponsor: 18,
  champion: 14,
  legal_procurement: 10,
  technical_evaluator: 10,
  influencer: 8,
  coach: 6,
  end_user: 6,
  gatekeeper_appointed: 4,
  gatekeeper_self_appointed: 4,
  blocker: 4,
  other: 3,
  unknown: 2,
};
const KIND: Record<TaskKind, { points: number; because: string }> = {
  reply: { points: 30, because: 'they answered and wait for us' },
  call: { points: 15, because: 'a call' },
  colleague_replied: { points: 12, because: 'colleagues are on hold until you decide' },
  group_session: { points: 25, because: 'several people wait for one talk' },
  notice: { points: 20, because: 'for your information' },
  task: { points: 10, because: 'a step of the play' },
  fix_contact: { points: 8, because: 'the contact cannot be reached before this is fixed' },
  find_contact: { points: 5, because: 'a role of the buying group is empty' },
};
const PROMISED = 40;
const MOST_FOR_SIZE = 20;
const SIZE_NOT_KNOWN = 4;
const WARM = 10;
const NEVER_TOUCHED = 5;
const HALF_COLD_DAYS = 7;

/**
 * What a rep may expect of a task, in points, with the reasons. From the market's side only: commission and personal
 * relationship are no factors (002-16, 003-17).
 */
export function contributionOf(facts: ContributionFacts): { contribution: number; why: RankingReason[] } {
  const role = facts.role ?? 'unknown';
  const why: RankingReason[] = [
    { factor: 'interest', points: INTEREST[facts.interest], because: `interest: ${words(facts.interest)}` },
    { factor: 'role', points: ROLE[role], because: `role: ${words(role)}` },
    size(facts.employees),
    freshness(facts.daysSinceTouch),
    { factor: 'kind', ...KIND[facts.kind] },
    ...(facts.promised
      ? [{ factor: 'promise' as const, points: PROMISED, because: 'a call-back we promised, due now' }]
      : []),
  ];
  return { contribution: round(why.reduce((sum, { points }) => sum + points, 0)), why };
}

function size(employees: number | null): RankingReason {
  if (!employees) return { factor: 'size', points: SIZE_NOT_KNOWN, because: 'size not known' };
  return {
    factor: 'size',
    points: round(Math.min(MOST_FOR_SIZE, 4 * Math.log10(employees))),
    because: `${employees.toLocaleString('en')} employee${employees === 1 ? '' : 's'}`,
  };
}

function freshness(days: number | null): RankingReason {
  if (days === null) return { factor: 'freshness', points: NEVER_TOUCHED, because: 'not touched yet' };
  const whole = Math.max(0, Math.floor(days));
  return {
    factor: 'freshness',
    points: round(WARM * 0.5 ** (whole / HALF_COLD_DAYS)),
    because: whole === 0 ? 'last touch today' : `last touch ${whole} day${whole === 1 ? '' : 's'} ago`,
  };
}

const words = (name: string): string => name.replaceAll('_', ' ');
const round = (points: number): number => Math.round(points * 10) / 10;
