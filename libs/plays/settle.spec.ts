import { MONDAY, call, daysAfter, email, interestCheck, enrolment, play, task } from './builders.js';
import { DISPOSITIONS, DISPOSITION_FACTS, PlayError, afterDecision, afterSettlement, decide, settle } from './index.js';
import type { Disposition, PlayEnrolment, AnswerEffect } from './index.js';

const on = (days: number): Date => daysAfter(MONDAY, days);
const calls = play(email('hello'), call('talk', 3, { retryAfterHours: 12 }), email('bye'));
const calling = (more: Partial<PlayEnrolment> = {}): PlayEnrolment =>
  enrolment({ step: 'talk', stepState: 'in_flight', ...more });
const after = (disposition: Disposition, who = calling(), notBefore: Date | null = null, at = calls): AnswerEffect =>
  settle(who, at, { disposition, notBefore }, MONDAY);

describe('a final answer', () => {
  it.each([
    ['connected_interested', 'replied'],
    ['connected_meeting_set', 'meeting_booked'],
    ['connected_referred', 'replied'],
    ['connected_not_interested', 'declined'],
    ['connected_not_a_fit', 'not_a_fit'],
  ] as const)('%s finishes as %s, at whichever step it comes', (disposition, reason) => {
    const finish = { do: 'finish', state: 'finished', reason };
    expect(after(disposition)).toEqual(finish);
    expect(after(disposition, enrolment())).toEqual(finish);
    expect(after(disposition, enrolment({ step: 'hello', stepState: 'done' }))).toEqual(finish);
    expect(after(disposition, enrolment({ step: 'gone', stepState: 'in_flight' }))).toEqual(finish);
    expect(after(disposition, enrolment({ state: 'finished', step: 'bye', stepState: 'done' }))).toEqual(finish);
  });

  it('"do not contact" opts out, and nothing lifts it', () => {
    const optedOut = { do: 'finish', state: 'opted_out', reason: null };
    expect(after('connected_do_not_call')).toEqual(optedOut);
    for (const disposition of DISPOSITIONS) {
      expect(after(disposition, calling({ state: 'opted_out' }))).toEqual(optedOut);
    }
  });

  it('is final exactly where the table says so', () => {
    for (const disposition of DISPOSITIONS) {
      expect([disposition, after(disposition).do === 'finish']).toEqual([
        disposition,
        DISPOSITION_FACTS[disposition].final,
      ]);
    }
  });
});

describe('not now', () => {
  it('pauses to the day that was named, else for 90 days', () => {
    expect(after('connected_not_now', calling(), on(30))).toEqual({ do: 'pause', reason: 'not_before', until: on(30) });
    expect(after('connected_not_now')).toEqual({ do: 'pause', reason: 'not_before', until: on(90) });
    expect(after('connected_not_now', calling(), on(-3))).toMatchObject({ until: MONDAY });
  });

  it('goes on with the next step afterwards', () => {
    const caller = calling();
    const paused = { ...caller, ...afterSettlement(caller, after('connected_not_now'), MONDAY) };
    expect(decide(paused, calls, on(89))).toEqual({ do: 'rest' });
    expect(decide({ ...paused, state: 'active' }, calls, on(90))).toMatchObject({ do: 'send', step: { key: 'bye' } });
  });

  it('does not lose a step that had not begun', () => {
    const waiting = enrolment({ step: 'talk', stepState: 'due', attempts: 1 });
    const paused = { ...waiting, ...afterSettlement(waiting, after('connected_not_now', waiting), MONDAY) };
    expect(decide({ ...paused, state: 'active' }, calls, on(90))).toMatchObject({ do: 'open_task', attempt: 2 });
  });
});

describe('a call that must be repeated', () => {
  it.each(['no_answer', 'busy', 'voicemail_left', 'gatekeeper_message', 'gatekeeper_refused'] as const)(
    '%s comes back after the hours of the step, and counts',
    (disposition) => expect(after(disposition)).toEqual({ do: 'retry', at: on(0.5), counts: true }),
  );

  it('comes back no earlier than the rep says', () => {
    expect(after('gatekeeper_message', calling(), on(7))).toEqual({ do: 'retry', at: on(7), counts: true });
  });

  it('a wrong number counts and asks for a right one', () => {
    expect(after('wrong_number')).toEqual({ do: 'retry', at: on(0.5), counts: true, fixContact: 'phone' });
  });

  it('a technical failure and a call-back do not count, even at the last attempt', () => {
    const last = calling({ attempts: 2 });
    expect(after('technical_failure', last)).toEqual({ do: 'retry', at: on(0.5), counts: false });
    expect(after('connected_callback', last)).toEqual({ do: 'retry', at: on(1), counts: false });
    expect(after('connected_callback', last, on(4))).toEqual({ do: 'retry', at: on(4), counts: false });
  });

  it('is given up after the last attempt: on with the play, or unreachable where nothing follows', () => {
    const last = calling({ attempts: 2 });
    expect(after('no_answer', calling({ attempts: 1 }))).toMatchObject({ do: 'retry' });
    expect(after('no_answer', last)).toEqual({ do: 'advance' });
    expect(after('wrong_number', last)).toEqual({ do: 'advance' });
    const unreachable = { do: 'finish', state: 'finished', reason: 'unreachable' };
    expect(after('no_answer', last, null, play(call('talk', 3)))).toEqual(unreachable);
  });

  it('is attempted exactly as often as the step allows', () => {
    let caller = enrolment();
    const only = play(call('talk', 3));
    const attempts: number[] = [];
    while (caller.state === 'active') {
      const decision = decide(caller, only, MONDAY);
      if (decision.do === 'open_task') attempts.push(decision.attempt);
      caller = { ...caller, ...afterDecision(caller, decision) };
      caller = { ...caller, ...afterSettlement(caller, after('busy', caller, null, only), MONDAY) };
    }
    expect(attempts).toEqual([1, 2, 3]);
    expect(caller.state).toBe('finished');
  });

  it('is not taken up again because a stray call missed too', () => {
    const gaveUp = enrolment({ step: 'talk', stepState: 'done', stepDoneAt: MONDAY });
    for (const disposition of ['no_answer', 'wrong_number', 'technical_failure'] as const) {
      expect(after(disposition, gaveUp)).toEqual({ do: 'advance' });
    }
  });

  it('a call-back is honoured after the calls were given up', () => {
    const late = play(email('hello'), call('talk', 1, { afterDays: 5 }), email('bye', { afterDays: 9 }));
    const gaveUp = enrolment({ step: 'talk', stepState: 'done', stepDoneAt: on(5), attempts: 0 });
    const settlement = settle(gaveUp, late, { disposition: 'connected_callback', notBefore: on(6) }, on(5));
    expect(settlement).toEqual({ do: 'retry', at: on(6), counts: false });
    const reopened = { ...gaveUp, ...afterSettlement(gaveUp, settlement, on(5)) };
    expect(decide(reopened, late, on(6))).toMatchObject({ do: 'open_task', step: { key: 'talk' } });
  });
});

describe('an answer at a step that is no call', () => {
  it('closes a task, unless it is to be done later or could not be done', () => {
    const visits = play(task('visit'), email('bye'));
    const visiting = enrolment({ step: 'visit', stepState: 'in_flight' });
    expect(after('gatekeeper_message', visiting, null, visits)).toEqual({ do: 'advance' });
    expect(after('no_answer', visiting, null, play(task('visit')))).toEqual({ do: 'advance' });
    expect(after('connected_callback', visiting, on(3), visits)).toEqual({ do: 'retry', at: on(3), counts: false });
    expect(after('technical_failure', visiting, null, visits)).toEqual({ do: 'retry', at: on(1), counts: false });
    expect(after('technical_failure', { ...visiting, stepState: 'done' }, null, visits)).toEqual({ do: 'advance' });
  });

  it('never sends a mail again because its reader asks for a call: the play goes on that day', () => {
    const sent = enrolment({ step: 'hello', stepState: 'done', stepDoneAt: MONDAY });
    const next = enrolment({ step: 'hello', stepState: 'due' });
    for (const each of [sent, next])
      expect(after('connected_callback', each, on(2))).toEqual({ do: 'pause', reason: 'not_before', until: on(2) });
    expect(after('no_answer', sent)).toEqual({ do: 'advance' });
  });

  it('does not lengthen the wait for an interest check', () => {
    const asked = enrolment({ step: 'ask', stepState: 'done', stepDoneAt: MONDAY });
    expect(afterSettlement(asked, { do: 'advance' }, on(2))).toMatchObject({ stepState: 'done', stepDoneAt: MONDAY });
  });

  it('never skips a mail that is still to be sent', () => {
    const due = enrolment({ step: 'bye', stepState: 'due', stepDoneAt: MONDAY });
    for (const disposition of DISPOSITIONS.filter((name) => !DISPOSITION_FACTS[name].final)) {
      const settled = { ...due, ...afterSettlement(due, after(disposition, due), MONDAY), state: 'active' as const };
      expect(decide(settled, calls, on(200))).toMatchObject({ do: 'send', step: { key: 'bye' } });
    }
  });

  it('leaves the step when the rep who was to find the address found none', () => {
    const lacking = enrolment({ step: 'hello', hasEmail: false, fixRequested: true });
    expect(after('wrong_number', lacking)).toEqual({ do: 'advance' });
    expect(after('wrong_number', lacking, null, play(interestCheck('hello', 2)))).toMatchObject({
      reason: 'unreachable',
    });
    const noPhone = enrolment({ step: 'talk', hasPhone: false, fixRequested: true });
    expect(after('wrong_number', noPhone)).toEqual({ do: 'advance' });
  });

  it('that is not final never reopens an ended enrolment', () => {
    for (const state of ['finished', 'bounced', 'excluded', 'failed'] as const) {
      const ended = calling({ state });
      expect(after('connected_not_now', ended)).toEqual({ do: 'advance' });
      expect(afterSettlement(ended, after('no_answer', ended), MONDAY)).toMatchObject({ state });
    }
  });
});

describe('an answer that cannot be settled', () => {
  it('fails by name', () => {
    expect(() => after('no_answer', calling({ step: 'gone' }))).toThrow(PlayError);
    expect(() => after('connected_not_now', calling(), new Date(NaN))).toThrow(PlayError);
  });
});
