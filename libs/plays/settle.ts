import { positionOf } from './decide.js';
import type { PlayEnrolment } from './enrolment.js';
import type { Play, Step } from './play.js';
import { DAY, HOUR, instant } from './time.js';
import { TERMINAL_STATES, isOneOf, type Disposition, type FinishReason } from './words.js';

export type AnswerEffect =
  | { do: 'finish'; state: 'finished' | 'opted_out'; reason: FinishReason | null }
  | { do: 'pause'; reason: 'not_before'; until: Date }
  /** Do the current step (again) at `at`; `counts`: this was one of its attempts. */
  | { do: 'retry'; at: Date; counts: boolean; fixContact?: 'phone' }
  /** The current step is done with: mark it so, and decide. */
  | { do: 'advance' };

export interface StepOutcome {
  disposition: Disposition;
  notBefore?: Date | null;
}

const NOT_NOW_DAYS = 90;
const CALL_BACK_DAYS = 1;

const ENDINGS: Partial<Record<Disposition, FinishReason>> = {
  connected_interested: 'replied',
  connected_meeting_set: 'meeting_booked',
  connected_referred: 'replied',
  connected_not_interested: 'declined',
  connected_not_a_fit: 'not_a_fit',
};

/**
 * What an answer means for the enrolment, whichever step it stands at and wherever it was recorded (a call, a task, a
 * reply, the public response link). `notBefore` overrides the day of whatever comes next; in the past it means now. A
 * final answer settles even an ended enrolment, whose last word counts; one that is not final never reopens it, and
 * nothing lifts an opt-out.
 * @throws PlayError when an answer that is not final finds a stored position which does not fit the play.
 */
export function settle(enrolment: PlayEnrolment, play: Play, outcome: StepOutcome, now: Date): AnswerEffect {
  const time = instant(now, 'now');
  const named = outcome.notBefore ? Math.max(time, instant(outcome.notBefore, 'notBefore')) : null;
  const { disposition } = outcome;
  if (enrolment.state === 'opted_out' || disposition === 'connected_do_not_call') {
    return { do: 'finish', state: 'opted_out', reason: null };
  }
  const reason = ENDINGS[disposition];
  if (reason) return { do: 'finish', state: 'finished', reason };
  if (isOneOf(TERMINAL_STATES, enrolment.state)) return { do: 'advance' };
  if (disposition === 'connected_not_now') return pause(named ?? time + NOT_NOW_DAYS * DAY);

  const at = positionOf(enrolment, play);
  const step = play.steps[at];
  const last = at === play.steps.length - 1;
  if (step && disposition === 'wrong_number' && nothingFound(enrolment, step)) return leave(last);
  if (step?.kind === 'call') return afterCall(enrolment, step, last, disposition, named, time);
  if (disposition === 'connected_callback') return calledBack(step, named ?? time + CALL_BACK_DAYS * DAY);
  // What is still to be done stays to be done: an answer from elsewhere must not skip it.
  if (!step || enrolment.stepState === 'due') return retry(named ?? time, false);
  if (step.kind === 'task' && enrolment.stepState === 'in_flight' && disposition === 'technical_failure') {
    return retry(named ?? time + DAY, false);
  }
  return { do: 'advance' };
}

/** A rep reports that there is no address or number to be found: asking again would never end. */
function nothingFound(enrolment: PlayEnrolment, step: Step): boolean {
  if (!enrolment.fixRequested || enrolment.stepState !== 'due') return false;
  if (step.kind === 'call') return !enrolment.hasPhone;
  return (step.kind === 'email' || step.kind === 'interest_check') && !enrolment.hasEmail;
}

function afterCall(
  enrolment: PlayEnrolment,
  step: Extract<Step, { kind: 'call' }>,
  last: boolean,
  disposition: Disposition,
  named: number | null,
  time: number,
): AnswerEffect {
  if (disposition === 'connected_callback') return retry(named ?? time + CALL_BACK_DAYS * DAY, false);
  if (enrolment.stepState === 'done') return { do: 'advance' };
  const next = named ?? time + step.retryAfterHours * HOUR;
  if (disposition === 'technical_failure') return retry(next, false);
  if (enrolment.attempts + 1 < step.maxAttempts) {
    return disposition === 'wrong_number' ? { ...retry(next, true), fixContact: 'phone' } : retry(next, true);
  }
  return leave(last);
}

function leave(last: boolean): AnswerEffect {
  return last ? { do: 'finish', state: 'finished', reason: 'unreachable' } : { do: 'advance' };
}

/** A mail is not sent again because its reader asked for a call later: the play rests, and continues that day. */
function calledBack(step: Step | undefined, until: number): AnswerEffect {
  return step?.kind === 'task' ? retry(until, false) : pause(until);
}

function pause(until: number): AnswerEffect {
  return { do: 'pause', reason: 'not_before', until: new Date(until) };
}

function retry(at: number, counts: boolean): Extract<AnswerEffect, { do: 'retry' }> {
  return { do: 'retry', at: new Date(at), counts };
}
