import type { EntityManager } from 'typeorm';
import { TERMINAL_STATES, type EnrolmentState } from '../../../libs/plays/index.js';
import { rows } from '../../platform/index.js';
import { WITHDRAW_LEFT } from '../outbox/message-transitions.js';
import { RETRY_BUSY } from './drive.sql.js';

/** When the driver looks at the enrolment again. `given`: at the change's `until`, or never where that is null. */
type Next = 'given' | 'now' | 'never' | 'now if going' | 'now unless in flight' | 'never if going';

interface EnrolmentTransition {
  /** a state, or `state:reason` */
  from: readonly (EnrolmentState | `paused:${string}`)[];
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
const TRANSITIONS = {
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
  message_failed: { from: OPEN, to: 'failed', reason: 'poison', next: 'never', step: 'done', event: 'failed' },
  message_without_address: { from: ['active'], to: null, next: 'now', step: 'due', event: 'failed' },
  call_withdrawn: { from: OPEN, to: null, next: 'now if going', step: 'due', event: 'number_lost' },
  // what the reconciler finds
  repair_stranded: { from: ['active'], to: null, next: 'now', step: 'done', event: 'repaired' },
  repair_forgotten: { from: GOING, to: null, next: 'now', event: 'repaired' },
} as const satisfies Record<string, EnrolmentTransition>;

type TransitionName = keyof typeof TRANSITIONS;

/** One enrolment and what happens to it. What the transition leaves open stands here, and what its event says. */
export interface EnrolmentChange {
  id: string;
  transition: TransitionName;
  state?: EnrolmentState;
  reason?: string | null;
  until?: Date | null;
  deferred?: string | null;
  error?: string | null;
  step?: string | null;
  stepState?: 'due' | 'in_flight' | 'done';
  stepDoneAt?: Date | null;
  attempts?: number;
  fixRequested?: boolean;
  touchedAt?: Date | null;
  /** only while it stands at this step */
  atStep?: string;
  /** only while that step is in flight, too */
  inFlight?: boolean;
  /** of the event, where it is another than the enrolment's */
  eventStep?: string;
  detail?: Record<string, unknown> | null;
  /** who; left out: the actor of the transaction */
  by?: string;
}

export interface ChangedEnrolment {
  id: string;
  campaignId: string;
  organizationId: string;
  shard: number;
  /** of its event */
  step: string | null;
}

interface Changed extends ChangedEnrolment {
  ended: boolean;
  /** a decision or an answer moved it past its step */
  leftStep: boolean;
}

/**
 * Changes enrolments and writes what happened to them, in one statement. An enrolment that is no longer where its
 * transition starts stays as it is. Returns those that changed. What was queued for a step that they left, or for an
 * enrolment that has ended, is withdrawn: else it would reach a contact that has answered since. Each end makes room
 * for colleagues.
 */
export async function changeEnrolments(
  manager: EntityManager,
  changes: readonly EnrolmentChange[],
): Promise<ChangedEnrolment[]> {
  changes.forEach(assertDeclared);
  const changed: Changed[] = [];
  for (const batch of oncePerEnrolment(changes))
    changed.push(...(await rows<Changed>(manager, CHANGE_ENROLMENTS, [JSON.stringify(batch)])));
  const left = changed.filter(({ ended, leftStep }) => ended || leftStep);
  if (left.length > 0) await manager.query(WITHDRAW_LEFT, [left.map(({ id }) => id)]);
  await retryBusy(
    manager,
    changed.filter(({ ended }) => ended),
  );
  return changed;
}

/** Colleagues that were deferred because too many of their organization were active are due again. */
export async function retryBusy(
  manager: EntityManager,
  freed: readonly Pick<ChangedEnrolment, 'organizationId'>[],
): Promise<void> {
  if (freed.length > 0) await manager.query(RETRY_BUSY, [freed.map(({ organizationId }) => organizationId)]);
}

/** The same change of several. */
export const each = (ids: readonly string[], change: Omit<EnrolmentChange, 'id'>): EnrolmentChange[] =>
  ids.map((id) => ({ id, ...change }));

/** An UPDATE changes a row once: a second change of the same enrolment goes into the next batch. */
function oncePerEnrolment(changes: readonly EnrolmentChange[]): EnrolmentChange[][] {
  const batches: EnrolmentChange[][] = [];
  const seen = new Map<string, number>();
  for (const change of changes) {
    const nth = seen.get(change.id) ?? 0;
    seen.set(change.id, nth + 1);
    (batches[nth] ??= []).push(change);
  }
  return batches;
}

/**
 * What a change leaves open is checked here; where it may start from is checked by the statement, on the locked row.
 */
function assertDeclared({ transition, state, reason }: EnrolmentChange): void {
  const { to, reason: reasons = null }: EnrolmentTransition = TRANSITIONS[transition];
  if (to === null) return;
  if (typeof to === 'object' ? !state || !to.includes(state) : state && state !== to)
    throw new Error(`The transition ${transition} does not lead to ${state}.`);
  if (typeof reasons === 'object' && reasons ? !reason || !reasons.includes(reason) : reason && reason !== reasons)
    throw new Error(`The transition ${transition} does not know the reason ${reason}.`);
}

const all = (words: string | readonly string[]): readonly string[] => (typeof words === 'string' ? [words] : words);

/** The table as the statement reads it. */
const DECLARED = JSON.stringify(
  Object.entries<EnrolmentTransition>(TRANSITIONS).map(([name, { to, reason, step, ...rest }]) => ({
    ...rest,
    name,
    to: to && all(to),
    reasons: reason && all(reason),
    step: step ?? 'same',
  })),
);

const ENDED = `('${TERMINAL_STATES.join("', '")}')`;

/**
 * `locked` is the enrolment as it was, which RETURNING does not give; every transaction locks in the order of the ids.
 * $1 changes
 */
const CHANGE_ENROLMENTS = `
WITH transition AS (
  SELECT *
    FROM jsonb_to_recordset('${DECLARED}')
      AS t(name text, "from" text[], "to" text[], reasons text[], next text, step text, touch boolean,
           event text, quiet boolean)
), change AS (
  SELECT *
    FROM jsonb_to_recordset($1::jsonb)
      AS c(id uuid, transition text, state text, reason text, until timestamptz, deferred text, error text,
           step text, "stepState" text, "stepDoneAt" timestamptz, attempts smallint, "fixRequested" boolean,
           "touchedAt" timestamptz, "atStep" text, "inFlight" boolean, "eventStep" text, detail jsonb, by text)
), locked AS (
  SELECT id, state, reason, step, step_state, first_touch_at
    FROM enrolment
   WHERE id IN (SELECT id FROM change)
   ORDER BY id
     FOR NO KEY UPDATE
), target AS (
  SELECT c.*, t.next, t.step AS move, t.touch, t.event, t.quiet, t."to" IS NULL AS stays,
         l.state AS from_state, l.reason AS from_reason,
         CASE
           WHEN t."to" IS NULL THEN l.state
           WHEN t."to" = '{going}' AND l.first_touch_at IS NULL THEN 'pending'
           WHEN t."to" = '{going}' THEN 'active'
           ELSE coalesce(c.state, t."to"[1])
         END AS to_state,
         CASE WHEN t."to" IS NULL THEN l.reason ELSE coalesce(c.reason, t.reasons[1]) END AS to_reason
    FROM change c
    JOIN transition t ON t.name = c.transition
    JOIN locked l ON l.id = c.id
   WHERE (l.state = ANY(t."from") OR l.state || ':' || l.reason = ANY(t."from"))
     AND (c."atStep" IS NULL OR l.step = c."atStep")
     AND (c."inFlight" IS NOT TRUE OR l.step_state = 'in_flight')
), changed AS (
  UPDATE enrolment e
     SET state = t.to_state,
         reason = t.to_reason,
         step = CASE WHEN t.move = 'given' THEN t.step ELSE e.step END,
         step_state = CASE t.move WHEN 'given' THEN t."stepState" WHEN 'same' THEN e.step_state ELSE t.move END,
         step_done_at = CASE t.move WHEN 'given' THEN t."stepDoneAt" WHEN 'done' THEN app_now() ELSE e.step_done_at END,
         attempts = CASE WHEN t.move = 'given' THEN t.attempts ELSE e.attempts END,
         fix_requested = CASE WHEN t.move = 'given' THEN t."fixRequested" ELSE e.fix_requested END,
         deferred = CASE WHEN t.stays AND t.move <> 'given' THEN e.deferred ELSE t.deferred END,
         error = CASE WHEN t.stays AND t.move <> 'given' THEN e.error ELSE t.error END,
         touches = CASE WHEN t.touch THEN e.touches + 1 ELSE e.touches END,
         first_touch_at = coalesce(e.first_touch_at, t."touchedAt"),
         ended_at = CASE WHEN t.to_state IN ${ENDED} THEN coalesce(e.ended_at, app_now()) END,
         next_action_at = CASE t.next
           WHEN 'given' THEN t.until
           WHEN 'now' THEN app_now()
           WHEN 'now if going' THEN CASE WHEN t.to_state = 'paused' THEN e.next_action_at ELSE app_now() END
           WHEN 'now unless in flight' THEN CASE WHEN e.step_state = 'in_flight' THEN NULL ELSE app_now() END
           WHEN 'never if going' THEN CASE WHEN t.to_state = 'paused' THEN e.next_action_at END
         END
    FROM target t
   WHERE e.id = t.id
  RETURNING e.id, e.campaign_id, e.organization_id, e.shard, coalesce(t."eventStep", e.step) AS step,
            e.ended_at IS NOT NULL AS ended, t.move = 'given' AND e.step_state = 'done' AS left_step,
            t.event, t.quiet, t.from_state, t.from_reason, t.to_state, t.to_reason, t.detail, t.by
), recorded AS (
  INSERT INTO enrolment_event (enrolment_id, what, step, from_state, to_state, reason, by, detail)
  SELECT id, event, step, from_state, to_state, to_reason, coalesce(by, event_actor()), detail
    FROM changed
   WHERE quiet IS NOT TRUE OR (from_state, from_reason) IS DISTINCT FROM (to_state, to_reason)
)
SELECT id, campaign_id, organization_id, shard, step, ended, left_step
  FROM changed`;
