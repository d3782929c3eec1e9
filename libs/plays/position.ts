import type { NextStep } from './decide.js';
import type { PlayEnrolment, Position } from './member.js';
import type { AnswerEffect } from './settle.js';
import { TERMINAL_STATES, isOneOf } from './words.js';

/** Where the member stands once the decision is carried out: what the driver writes beside the dispatch or task. */
export function afterDecision(member: PlayEnrolment, decision: NextStep): Position {
  switch (decision.do) {
    case 'rest':
      return position(member);
    case 'finish':
      return { ...position(member), state: 'finished' };
    case 'wait':
      return { ...moved(member, decision.step), stepState: decision.stepState, stepDoneAt: decision.since };
    case 'fix_contact':
      return { ...moved(member, decision.step), state: 'active', stepState: 'due' };
    case 'send':
    case 'open_task':
      return { ...moved(member, decision.step.key), state: 'active', stepState: 'in_flight' };
  }
}

/** Where the member stands once its step was done: a mail sent, a task done. */
export function afterDone(member: PlayEnrolment, now: Date): Position {
  return { ...position(member), stepState: 'done', stepDoneAt: now };
}

/** Where the member stands once the answer is settled; a pause or a retry wakes it at the settlement's own time. */
export function afterSettlement(member: PlayEnrolment, settlement: AnswerEffect, now: Date): Position {
  switch (settlement.do) {
    case 'finish':
      return { ...position(member), state: settlement.state };
    case 'pause':
      // What had not been begun when the buyer asked to wait is still to be done afterwards.
      return { ...(member.stepState === 'in_flight' ? afterDone(member, now) : position(member)), state: 'paused' };
    case 'retry':
      return {
        ...position(member),
        stepState: 'due',
        // A step that is opened again waited its afterDays long ago: they must not run from its own end.
        stepDoneAt: member.stepState === 'done' ? null : member.stepDoneAt,
        attempts: member.attempts + (settlement.counts ? 1 : 0),
      };
    case 'advance':
      // One already done keeps its time: an answer from elsewhere must not lengthen the waiting.
      return isOneOf(TERMINAL_STATES, member.state) || member.stepState === 'done'
        ? position(member)
        : afterDone(member, now);
  }
}

function moved(member: PlayEnrolment, step: string): Position {
  return { ...position(member), step, attempts: step === member.step ? member.attempts : 0 };
}

function position({ state, step, stepState, stepDoneAt, attempts }: PlayEnrolment): Position {
  return { state, step, stepState, stepDoneAt, attempts };
}
