import { PlayError } from './error.js';
import type { PlayEnrolment } from './enrolment.js';
import { END, type BranchStep, type CallStep, type BranchCondition, type EmailStep } from './play.js';
import type { InterestCheckStep, Play, Step, TaskStep } from './play.js';
import { DAY, instant } from './time.js';
import { INTERESTS, TERMINAL_STATES, isOneOf } from './words.js';

/** Not before `until`; meanwhile the enrolment stands at `step`. */
export interface StepWait {
  do: 'wait';
  until: Date;
  step: string;
  /** due: `step` is still to be done; done: it was, and its answer is awaited. */
  stepState: 'due' | 'done';
  /**
   * When the step before `step` was done: store it as stepDoneAt, and an early wake-up waits again to the same `until`.
   */
  since: Date;
  why: 'not_yet_due' | 'awaiting_answer' | 'awaiting_fix';
}

export type NextStep =
  | { do: 'send'; step: EmailStep | InterestCheckStep }
  | { do: 'open_task'; step: CallStep | TaskStep; attempt: number }
  | StepWait
  | { do: 'fix_contact'; step: string; missing: 'email' | 'phone' }
  | { do: 'finish'; reason: 'completed' | 'unreachable' }
  | { do: 'rest' };

/**
 * What is to be done next for this enrolment, at `now`. Pure: the same three always give the same answer.
 * A step is sent only when the enrolment is yet to do it; one that is in flight or done is never given again.
 * @throws PlayError when the stored position does not fit the play; fail that enrolment, not its batch.
 */
export function decide(enrolment: PlayEnrolment, play: Play, now: Date): NextStep {
  const time = instant(now, 'now');
  if (enrolment.state === 'paused' || isOneOf(TERMINAL_STATES, enrolment.state)) return { do: 'rest' };
  if (enrolment.stepState === 'in_flight') return { do: 'rest' };
  const at = positionOf(enrolment, play);
  let since = instant(enrolment.stepDoneAt ?? enrolment.enrolledAt, 'The time of the last step');

  const here = play.steps[at];
  const done = here !== undefined && enrolment.stepState === 'done';
  if (done && here.kind === 'interest_check' && !enrolment.answered) {
    const until = since + here.waitDays * DAY;
    if (time < until) return wait(until, here, since, 'awaiting_answer', 'done');
  }

  let index = at < 0 ? 0 : done && here.kind !== 'branch' ? at + 1 : at;
  for (let step = play.steps[index]; step; step = play.steps[index]) {
    // A branch has nothing of its own that could be done: one marked so is weighed again, and at once.
    const ready = step === here && done ? since : since + (step.afterDays ?? 0) * DAY;
    const over = step.kind === 'wait' ? ready + step.days * DAY : ready;
    if (time < over) return wait(over, step, since, 'not_yet_due');
    if (step.kind !== 'wait' && step.kind !== 'branch') return act(step, enrolment, time, since);
    since = over;
    index = step.kind === 'wait' ? index + 1 : target(step, index, enrolment, play);
  }
  return { do: 'finish', reason: ranOut(enrolment, play, at) ? 'unreachable' : 'completed' };
}

/** The index of the step it stands at; -1 before the first. @throws PlayError unknown_step */
export function positionOf(enrolment: PlayEnrolment, play: Play): number {
  if (enrolment.step === null) return -1;
  const index = play.steps.findIndex((step) => step.key === enrolment.step);
  if (index < 0)
    throw new PlayError('unknown_step', `The play has no step "${enrolment.step}", where this enrolment stands.`);
  return index;
}

function act(
  step: Exclude<Step, { kind: 'wait' | 'branch' }>,
  enrolment: PlayEnrolment,
  time: number,
  since: number,
): NextStep {
  const missing = missingFor(step, enrolment);
  // Looked at again daily, not only when the fix task closes: an import may bring the address too.
  if (missing && enrolment.fixRequested) return wait(time + DAY, step, since, 'awaiting_fix');
  if (missing) return { do: 'fix_contact', step: step.key, missing };
  if (step.kind === 'email' || step.kind === 'interest_check') return { do: 'send', step };
  return { do: 'open_task', step, attempt: (step.key === enrolment.step ? enrolment.attempts : 0) + 1 };
}

function missingFor(step: Step, enrolment: PlayEnrolment): 'email' | 'phone' | null {
  if (step.kind === 'email' || step.kind === 'interest_check') return enrolment.hasEmail ? null : 'email';
  // A number that is being corrected is known to be a stranger's: it is not called meanwhile.
  if (step.kind === 'call') return enrolment.hasPhone && !enrolment.fixRequested ? null : 'phone';
  return null;
}

function wait(
  until: number,
  step: Step,
  since: number,
  why: StepWait['why'],
  stepState: StepWait['stepState'] = 'due',
): NextStep {
  return { do: 'wait', until: new Date(until), step: step.key, stepState, since: new Date(since), why };
}

/** Strictly forward, so that the walk ends whatever it is given. */
function target(branch: BranchStep, from: number, enrolment: PlayEnrolment, play: Play): number {
  const key = holds(branch.when, enrolment) ? branch.then : branch.else;
  if (key === END) return play.steps.length;
  const index = play.steps.findIndex((step) => step.key === key);
  if (index > from) return index;
  throw new PlayError('backward_branch', `Branch "${branch.key}" leads to "${key}", which is no later step.`);
}

function holds(when: BranchCondition, enrolment: PlayEnrolment): boolean {
  if ('hasEmail' in when) return enrolment.hasEmail === when.hasEmail;
  if ('hasPhone' in when) return enrolment.hasPhone === when.hasPhone;
  if ('lastDispositionIn' in when) {
    return enrolment.lastDisposition !== null && when.lastDispositionIn.includes(enrolment.lastDisposition);
  }
  return (
    enrolment.interest !== 'unknown' && INTERESTS.indexOf(enrolment.interest) >= INTERESTS.indexOf(when.interestAtLeast)
  );
}

/**
 * A contact never spoken to leaves a call step only when its attempts are used up; one that a branch went round left no
 * disposition. So no further fact is needed to know that calling was tried to the end.
 */
function ranOut(enrolment: PlayEnrolment, play: Play, at: number): boolean {
  if (enrolment.conversed || enrolment.lastDisposition === null) return false;
  return play.steps.slice(0, at + 1).some((step) => step.kind === 'call');
}
