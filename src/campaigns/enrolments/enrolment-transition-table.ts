import { FINISH_REASONS, PAUSE_REASONS, TERMINAL_STATES, type EnrolmentState } from '../../../libs/plays/index.js';

/** When the driver looks at the enrolment again. `given`: at the change's `until`, or never where that is null. */
type Next = 'given' | 'now' | 'never' | 'now if going' | 'now unless in flight' | 'never if going';

export interface EnrolmentTransition {
  /** a state, or `state:reason` */
  from: readonly (EnrolmentState | `${'paused' | 'excluded'}:${string}`)[];
  /**
   * several: the change says which; `going`: pending before the first touch, active after it; null: the state and its
   * reason stay
   */
  to: EnrolmentState | readonly EnrolmentState[] | 'going' | null;
  /** several: the change says which; null: none */
  reason?: string | readonly string[] | null;
  next: Next;
  /** `given`: the whole position in the play is written, as `libs/plays` decided it */
  step?: 'given' | 'due' | 'in_flight' | 'done';
  /** counts as a touch of the contact */
  touch?: true;
  event: string;
  /** the event is written only where the state or the reason changes */
  quiet?: true;
}

const GOING = ['pending', 'active'] as const;
const OPEN = [...GOING, 'paused'] as const;
const ANY = [...OPEN, ...TERMINAL_STATES] as const;
const UNDECIDED = ['paused:colleague_reply', 'paused:group_session'] as const;

/** Every change of an enrolment: nothing else writes its state, its reason and when it ended. */
export const TRANSITIONS = {
  // the driver
  wait: { from: OPEN, to: GOING, next: 'given', step: 'given', event: 'resumed', quiet: true },
  rest: { from: ANY, to: null, next: 'never', event: 'resumed', quiet: true },
  queue_message: { from: OPEN, to: 'active', next: 'never', step: 'given', event: 'queued' },
  open_task: { from: OPEN, to: 'active', next: 'never', step: 'given', event: 'task_opened' },
  request_fix: { from: OPEN, to: 'active', next: 'given', step: 'given', event: 'fix_requested' },
  escalate: { from: UNDECIDED, to: null, next: 'given', step: 'given', event: 'escalated' },
  finish: {
    from: OPEN,
    to: 'finished',
    reason: ['completed', 'unreachable'],
    next: 'never',
    step: 'given',
    event: 'finished',
  },
  exclude_unreachable: {
    from: OPEN,
    to: 'excluded',
    reason: ['erased', 'suppressed', 'contacts_us'],
    next: 'never',
    step: 'given',
    event: 'excluded',
  },
  fail_step: { from: OPEN, to: 'failed', reason: 'poison', next: 'never', step: 'given', event: 'failed' },
  // answers
  answer_finishes: {
    from: [...OPEN, 'finished', 'bounced', 'excluded', 'failed'],
    to: 'finished',
    reason: ['replied', 'meeting_booked', 'declined', 'not_a_fit', 'unreachable'],
    next: 'never',
    step: 'given',
    event: 'answered',
  },
  answer_opts_out: { from: ANY, to: 'opted_out', next: 'never', step: 'given', event: 'answered' },
  answer_pauses: { from: OPEN, to: 'paused', reason: 'not_before', next: 'given', step: 'given', event: 'answered' },
  answer_continues: { from: OPEN, to: GOING, next: 'given', step: 'given', event: 'answered' },
  answer_recorded: { from: ANY, to: null, next: 'given', step: 'given', event: 'answered' },
  // mail that comes in
  reply: { from: OPEN, to: 'paused', reason: 'replied', next: 'never', event: 'replied' },
  await_rep: { from: OPEN, to: 'paused', reason: 'awaiting_rep', next: 'never', event: 'awaiting_rep' },
  leave: { from: OPEN, to: 'excluded', reason: 'left', next: 'never', event: 'left' },
  out_of_office: {
    from: [...GOING, 'paused:out_of_office'],
    to: 'paused',
    reason: 'out_of_office',
    next: 'given',
    event: 'out_of_office',
  },
  complain: { from: ANY, to: 'opted_out', next: 'never', event: 'complained' },
  // colleagues and group sessions
  pause_colleague: { from: GOING, to: 'paused', reason: 'colleague_reply', next: 'given', event: 'paused' },
  resume_colleague: { from: UNDECIDED, to: 'going', next: 'now unless in flight', event: 'resumed' },
  merge_into_group: {
    from: ['paused:colleague_reply'],
    to: 'paused',
    reason: 'group_session',
    next: 'given',
    event: 'merged',
  },
  resume_after_group: { from: UNDECIDED, to: 'going', next: 'now unless in flight', event: 'group_missed' },
  await_next_group: {
    from: [...GOING, ...UNDECIDED],
    to: 'paused',
    reason: 'group_session',
    next: 'given',
    event: 'group_missed',
  },
  // people, campaigns and erasure
  exclude: { from: OPEN, to: 'excluded', reason: 'manual', next: 'never', event: 'excluded' },
  retry: { from: ['failed'], to: 'active', next: 'now', event: 'retried' },
  retry_step: { from: ['failed'], to: 'active', next: 'now', step: 'due', event: 'retried' },
  close_aborted: { from: OPEN, to: 'excluded', reason: 'campaign_aborted', next: 'never', event: 'excluded' },
  merge: { from: OPEN, to: 'excluded', reason: 'merged', next: 'never', event: 'excluded' },
  unmerge: { from: ['excluded:merged'], to: 'going', next: 'now', event: 'resumed' },
  erase: { from: OPEN, to: 'excluded', reason: 'erased', next: 'never', event: 'excluded' },
  // messages and tasks
  message_sent: { from: OPEN, to: null, next: 'now if going', step: 'done', touch: true, event: 'sent' },
  message_unknown: { from: OPEN, to: null, next: 'now if going', step: 'done', touch: true, event: 'unknown' },
  hold_unknown: { from: GOING, to: 'paused', reason: 'unknown_dispatch', next: 'never', event: 'unknown' },
  settle_sent: { from: ['paused:unknown_dispatch'], to: 'active', next: 'now', event: 'resumed' },
  settle_not_sent: {
    from: ['paused:unknown_dispatch'],
    to: 'active',
    next: 'never',
    step: 'in_flight',
    event: 'resumed',
  },
  send_again: { from: OPEN, to: null, next: 'never if going', step: 'in_flight', event: 'queued' },
  message_bounced: { from: OPEN, to: 'bounced', next: 'never', step: 'done', event: 'bounced' },
  message_suppressed: {
    from: OPEN,
    to: 'excluded',
    reason: 'suppressed',
    next: 'never',
    step: 'done',
    event: 'suppressed',
  },
  message_duplicate: {
    from: OPEN,
    to: 'excluded',
    reason: 'same_address',
    next: 'never',
    step: 'done',
    event: 'excluded',
  },
  message_skipped: { from: OPEN, to: null, next: 'now if going', step: 'done', event: 'skipped' },
  message_returned: {
    from: OPEN,
    to: 'paused',
    reason: 'awaiting_rep',
    next: 'never',
    step: 'done',
    event: 'returned',
  },
  message_failed: { from: OPEN, to: 'failed', reason: 'poison', next: 'never', step: 'done', event: 'failed' },
  message_without_address: { from: ['active'], to: null, next: 'now', step: 'due', event: 'failed' },
  call_withdrawn: { from: OPEN, to: null, next: 'now if going', step: 'due', event: 'number_lost' },
  // what the reconciler finds
  repair_stranded: { from: ['active'], to: null, next: 'now', step: 'done', event: 'repaired' },
  repair_forgotten: { from: GOING, to: null, next: 'now', event: 'repaired' },
} as const satisfies Record<string, EnrolmentTransition>;

export type TransitionName = keyof typeof TRANSITIONS;

/** Every reason that an enrolment may have. */
export const ENROLMENT_REASONS: readonly string[] = [
  ...new Set([
    ...PAUSE_REASONS,
    ...FINISH_REASONS,
    ...Object.values<EnrolmentTransition>(TRANSITIONS).flatMap(({ reason }) => reason ?? []),
  ]),
];
