import { afterDecision, decide, type NextStep, type PlayEnrolment, type Play } from '../../../libs/plays/index.js';
import type { NewTask } from '../../work/index.js';
import type { ContactPolicy } from '../contact-policy/contact-policy.js';
import { enrolmentTask, type TaskSubject } from './enrolment-task.js';

/** One due member with the facts that the play and the gate ask for. */
export interface DueEnrolment extends PlayEnrolment, Omit<TaskSubject, 'interest' | 'stepDoneAt' | 'lastDisposition'> {
  reason: string | null;
  firstTouchAt: Date | null;
  contactName: string;
  organizationName: string;
  preference: string;
  notBefore: Date | null;
  erasedAt: Date | null;
  zone: string | null;
  country: string | null;
  suppressed: boolean;
  /** why nobody of their wave is touched yet; null: it was let go */
  waitsFor: 'wave' | 'hold_out' | null;
}

/** The enrolment's columns as they are to be written. */
export interface MemberChange {
  id: string;
  state: PlayEnrolment['state'];
  reason: string | null;
  step: string | null;
  stepState: PlayEnrolment['stepState'];
  stepDoneAt: Date | null;
  attempts: number;
  nextActionAt: Date | null;
  deferred: string | null;
  error: string | null;
  fixRequested: boolean;
  touchedAt: Date | null;
}

/** What one member's turn comes to; written set-based with the whole batch. */
export interface StepDecision {
  change: MemberChange;
  event: { what: string; step: string | null; detail: Record<string, unknown> | null } | null;
  /** key of the step whose message is to go out */
  send: string | null;
  task: NewTask | null;
  touched: boolean;
}

const DAY = 86_400_000;

/** Asks the play, then the gate, and says what to write. Pure but for the gate's memory of its batch. */
export function decideStep(member: DueEnrolment, play: Play, gate: ContactPolicy, now: Date): StepDecision {
  if (member.erasedAt) return ended(member, 'excluded', 'erased');
  if (member.suppressed) return ended(member, 'excluded', 'suppressed');
  if (member.preference === 'we_contact_you') return ended(member, 'excluded', 'contacts_us');
  // nobody decided on this colleague in time: shown to managers, and asked again
  if (member.state === 'paused' && (member.reason === 'colleague_reply' || member.reason === 'group_session'))
    return turn(
      { ...unchanged(member), deferred: 'undecided', nextActionAt: new Date(now.getTime() + 2 * DAY) },
      { what: 'escalated', step: member.step, detail: null },
    );
  const awake: DueEnrolment =
    member.state === 'paused' ? { ...member, state: member.firstTouchAt ? 'active' : 'pending', reason: null } : member;
  // whatever woke them, a colleague or a day that they had named: the release of their wave wakes them again
  if (awake.waitsFor) return turn({ ...unchanged(awake), state: 'pending', deferred: awake.waitsFor }, null);
  return carryOut(awake, decide(awake, play, now), gate, now);
}

function carryOut(member: DueEnrolment, decision: NextStep, gate: ContactPolicy, now: Date): StepDecision {
  const at = { ...unchanged(member), ...afterDecision(member, decision), deferred: null, error: null };
  switch (decision.do) {
    case 'rest':
      return turn({ ...at, nextActionAt: null }, null);
    case 'wait':
      return turn({ ...at, nextActionAt: decision.until, deferred: decision.why }, null);
    case 'finish':
      return turn(
        { ...at, reason: decision.reason, nextActionAt: null },
        { what: 'finished', step: member.step, detail: { reason: decision.reason } },
      );
    case 'fix_contact':
      return {
        ...turn(
          { ...at, fixRequested: true, nextActionAt: new Date(now.getTime() + DAY), deferred: 'awaiting_fix' },
          { what: 'fix_requested', step: decision.step, detail: { missing: decision.missing } },
        ),
        task: enrolmentTask(
          member,
          {
            kind: 'fix_contact',
            title: wayTo(member, decision.missing),
            stepKey: decision.step,
          },
          now,
        ),
      };
    case 'send':
    case 'open_task': {
      const facts = { ...member, pending: member.state === 'pending' };
      const verdict = gate.ask(facts);
      // put off: it stands where it stood, and will be asked again
      if (!verdict.pass)
        return turn({ ...unchanged(member), nextActionAt: verdict.until, deferred: verdict.why }, null);
      gate.touched(facts);
      const touched = {
        ...turn(
          { ...at, nextActionAt: null, touchedAt: now },
          { what: decision.do === 'send' ? 'queued' : 'task_opened', step: decision.step.key, detail: null },
        ),
        touched: true,
      };
      if (decision.do === 'send') return { ...touched, send: decision.step.key };
      const { step, attempt } = decision;
      const title = step.kind === 'call' ? `Call ${member.contactName}` : step.title;
      return { ...touched, task: enrolmentTask(member, { kind: step.kind, title, stepKey: step.key, attempt }, now) };
    }
  }
}

function wayTo({ contactName, preference }: DueEnrolment, missing: 'email' | 'phone'): string {
  if (missing === 'email' && preference === 'no_email') return `${contactName} wants no e-mail: find another way`;
  if (missing === 'phone' && preference === 'no_calls') return `${contactName} wants no calls: find another way`;
  return `Find ${missing === 'email' ? 'an e-mail address' : 'a phone number'} for ${contactName}`;
}

/** A member that could not be driven fails alone, with its reason. */
export function failedDecision(
  member: Pick<DueEnrolment, 'id' | 'step' | 'stepState' | 'stepDoneAt' | 'attempts' | 'fixRequested'>,
  error: unknown,
): StepDecision {
  const message = (error as Error).message.slice(0, 500);
  return turn(
    { ...unchanged(member as DueEnrolment), state: 'failed', reason: 'poison', nextActionAt: null, error: message },
    { what: 'failed', step: member.step, detail: { error: message } },
  );
}

function ended(member: DueEnrolment, state: 'excluded', reason: string): StepDecision {
  return turn(
    { ...unchanged(member), state, reason, nextActionAt: null, deferred: null },
    { what: 'excluded', step: member.step, detail: { reason } },
  );
}

function unchanged({
  id,
  state,
  reason,
  step,
  stepState,
  stepDoneAt,
  attempts,
  fixRequested,
}: DueEnrolment): MemberChange {
  return {
    id,
    state,
    reason,
    step,
    stepState,
    stepDoneAt,
    attempts,
    fixRequested,
    nextActionAt: null,
    deferred: null,
    error: null,
    touchedAt: null,
  };
}

function turn(change: MemberChange, event: StepDecision['event']): StepDecision {
  return { change, event, send: null, task: null, touched: false };
}
