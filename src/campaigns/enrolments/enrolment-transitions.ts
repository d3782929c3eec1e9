import type { EntityManager } from 'typeorm';
import { TERMINAL_STATES, type EnrolmentState } from '../../../libs/plays/index.js';
import { rows } from '../../platform/index.js';
import { WITHDRAW_LEFT } from '../outbox/message-transitions.js';
import { RETRY_BUSY } from './drive.sql.js';
import { TRANSITIONS, type EnrolmentTransition, type TransitionName } from './enrolment-transition-table.js';

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
