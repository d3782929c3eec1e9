import type { NextStep } from './decide.js';
import type { PlayEnrolment, Position } from './enrolment.js';
import type { AnswerEffect } from './settle.js';
import { TERMINAL_STATES, isOneOf } from './words.js';

/** Where the enrolment stands once the decision is carried out: what the driver writes beside the dispatch or task. */
export function afterDecision(enrolment: PlayEnrolment, decision: NextStep): Position {
  switch (decision.do) {
    case 'rest':
      return position(enrolment);
    case 'finish':
      return { ...position(enrolment), state: 'finished' };
    case 'wait':
      return { ...moved(enrolment, decision.step), stepState: decision.stepState, stepDoneAt: decision.since };
    case 'fix_contact':
      return { ...moved(enrolment, decision.step), state: 'active', stepState: 'due' };
    case 'send':
    case 'open_task':
      return { ...moved(enrolment, decision.step.key), state: 'active', stepState: 'in_flight' };
  }
}

/** Where the enrolment stands once its step was done: a mail sent, a task done. */
export function afterDone(enrolment: PlayEnrolment, now: Date): Position {
  return { ...position(enrolment), stepState: 'done', stepDoneAt: now };
}

/** Where the enrolment stands once the answer is settled; a pause or a retry wakes it at the settlement's own time. */
export function afterSettlement(enrolment: PlayEnrolment, settlement: AnswerEffect, now: Date): Position {
  switch (settlement.do) {
    case 'finish':
      return { ...position(enrolment), state: settlement.state };
    case 'pause':
      // What had not been begun when the buyer asked to wait is still to be done afterwards.
      return {
        ...(enrolment.stepState === 'in_flight' ? afterDone(enrolment, now) : position(enrolment)),
        state: 'paused',
      };
    case 'retry':
      return {
        ...position(enrolment),
        stepState: 'due',
        // A step that is opened again waited its afterDays long ago: they must not run from its own end.
        stepDoneAt: enrolment.stepState === 'done' ? null : enrolment.stepDoneAt,
        attempts: enrolment.attempts + (settlement.counts ? 1 : 0),
      };
    case 'advance':
      // One already done keeps its time: an answer from elsewhere must not lengthen the waiting.
      return isOneOf(TERMINAL_STATES, enrolment.state) || enrolment.stepState === 'done'
        ? position(enrolment)
        : afterDone(enrolment, now);
  }
}

function moved(enrolment: PlayEnrolment, step: string): Position {
  return { ...position(enrolment), step, attempts: step === enrolment.step ? enrolment.attempts : 0 };
}

function position({ state, step, stepState, stepDoneAt, attempts }: PlayEnrolment): Position {
  return { state, step, stepState, stepDoneAt, attempts };
}
