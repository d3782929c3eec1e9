import {
  afterDecision,
  decide,
  isOneOf,
  TERMINAL_STATES,
  type NextStep,
  type Play,
  type PlayEnrolment,
} from '../../../libs/plays/index.js';
import type { NewTask } from '../../work/index.js';
import type { ContactPolicy } from '../contact-policy/contact-policy.js';
import { enrolmentTask, type TaskSubject } from './enrolment-task.js';
import type { EnrolmentChange } from './enrolment-transitions.js';

/** One due enrolment with the facts that the play and the contact policy ask for. */
export interface DueEnrolment extends PlayEnrolment, Omit<TaskSubject, 'interest' | 'stepDoneAt' | 'lastDisposition'> {
  reason: string | null;
  firstTouchAt: Date | null;
  contactName: string;
  organizationName: string;
  preference: string;
  notBefore: Date | null;
  awayUntil: Date | null;
  erasedAt: Date | null;
  zone: string | null;
  country: string | null;
  region: string | null;
  city: string | null;
  suppressed: boolean;
  unverifiedOptOut: boolean;
  /** what its wave waits for; null: it is released */
  waitsFor: 'wave' | 'hold_out' | null;
}

/** What is to be done with one due enrolment; written set-based with the whole batch. */
export interface StepDecision {
  change: EnrolmentChange;
  /** key of the step whose message is to go out */
  send: string | null;
  task: NewTask | null;
  touched: boolean;
}

const DAY = 86_400_000;

/**
 * Asks the play, then the contact policy, and says what to write. Pure but for what the policy remembers of its batch.
 */
export function decideStep(enrolment: DueEnrolment, play: Play, policy: ContactPolicy, now: Date): StepDecision {
  if (isOneOf(TERMINAL_STATES, enrolment.state)) return decision({ ...positionOf(enrolment), transition: 'rest' });
  if (enrolment.erasedAt) return excluded(enrolment, 'erased');
  if (enrolment.suppressed && !enrolment.unverifiedOptOut) return excluded(enrolment, 'suppressed');
  if (enrolment.preference === 'we_contact_you') return excluded(enrolment, 'contacts_us');
  // no rep decided on this colleague in time: shown to managers, and asked again
  if (
    enrolment.state === 'paused' &&
    (enrolment.reason === 'colleague_reply' || enrolment.reason === 'group_session')
  ) {
    const until = new Date(now.getTime() + 2 * DAY);
    return decision({ ...positionOf(enrolment), transition: 'escalate', deferred: 'undecided', until });
  }
  const awake: DueEnrolment =
    enrolment.state === 'paused' ? { ...enrolment, state: enrolment.firstTouchAt ? 'active' : 'pending' } : enrolment;
  // it may have been paused when its wave was not released yet: the release wakes it again
  if (awake.waitsFor) return postponed({ ...awake, state: 'pending' }, null, awake.waitsFor);
  // a person may still lift it, and an enrolment that had ended would not go on
  if (awake.unverifiedOptOut) return postponed(awake, new Date(now.getTime() + DAY), 'unverified_opt_out');
  // in whichever campaign they told it
  if (awake.awayUntil && awake.awayUntil > now) return postponed(awake, awake.awayUntil, 'out_of_office');
  return carryOut(awake, decide(awake, play, now), policy, now);
}

function carryOut(enrolment: DueEnrolment, next: NextStep, policy: ContactPolicy, now: Date): StepDecision {
  const at = { ...positionOf(enrolment), ...afterDecision(enrolment, next) };
  switch (next.do) {
    case 'rest':
      return decision({ ...at, transition: 'wait' });
    case 'wait':
      return decision({ ...at, transition: 'wait', until: next.until, deferred: next.why });
    case 'finish':
      return decision({ ...at, transition: 'finish', reason: next.reason, detail: { reason: next.reason } });
    case 'fix_contact':
      return {
        ...decision({
          ...at,
          transition: 'request_fix',
          fixRequested: true,
          until: new Date(now.getTime() + DAY),
          deferred: 'awaiting_fix',
          detail: { missing: next.missing },
        }),
        task: enrolmentTask(
          enrolment,
          { kind: 'fix_contact', title: fixTitle(enrolment, next.missing), stepKey: next.step },
          now,
        ),
      };
    case 'send':
    case 'open_task': {
      const facts = { ...enrolment, pending: enrolment.state === 'pending' };
      const answer = policy.ask(facts);
      if (!answer.pass) return postponed(enrolment, answer.until, answer.why);
      policy.touched(facts);
      if (next.do === 'send')
        return {
          ...decision({ ...at, transition: 'queue_message', touchedAt: now }),
          send: next.step.key,
          touched: true,
        };
      const { step, attempt } = next;
      const title = step.kind === 'call' ? `Call ${enrolment.contactName}` : step.title;
      return {
        ...decision({ ...at, transition: 'open_task', touchedAt: now }),
        task: enrolmentTask(enrolment, { kind: step.kind, title, stepKey: step.key, attempt }, now),
        touched: true,
      };
    }
  }
}

function fixTitle({ contactName, preference }: DueEnrolment, missing: 'email' | 'phone'): string {
  if (missing === 'email' && preference === 'no_email') return `${contactName} wants no e-mail: find another way`;
  if (missing === 'phone' && preference === 'no_calls') return `${contactName} wants no calls: find another way`;
  return `Find ${missing === 'email' ? 'an e-mail address' : 'a phone number'} for ${contactName}`;
}

/** An enrolment that could not be driven fails alone, with its reason. */
export function failedDecision(
  enrolment: Pick<DueEnrolment, 'id' | 'step' | 'stepState' | 'stepDoneAt' | 'attempts' | 'fixRequested'>,
  error: unknown,
): StepDecision {
  const message = (error as Error).message.slice(0, 500);
  const { id, step, stepState, stepDoneAt, attempts, fixRequested } = enrolment;
  return decision({
    id,
    step,
    stepState,
    stepDoneAt,
    attempts,
    fixRequested,
    transition: 'fail_step',
    error: message,
    detail: { error: message },
  });
}

/** It stays at its step, and is looked at again at `until`; null: once its wave is released. */
function postponed(enrolment: DueEnrolment, until: Date | null, deferred: string): StepDecision {
  return decision({ ...positionOf(enrolment), transition: 'wait', until, deferred });
}

function excluded(enrolment: DueEnrolment, reason: 'erased' | 'suppressed' | 'contacts_us'): StepDecision {
  const { state: _, ...position } = positionOf(enrolment);
  return decision({ ...position, transition: 'exclude_unreachable', reason, detail: { reason } });
}

function positionOf({ id, state, step, stepState, stepDoneAt, attempts, fixRequested }: DueEnrolment) {
  return { id, state, step, stepState, stepDoneAt, attempts, fixRequested };
}

function decision(change: EnrolmentChange): StepDecision {
  return { change, send: null, task: null, touched: false };
}
