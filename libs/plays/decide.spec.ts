import { MONDAY, branch, call, daysAfter, email, interestCheck, enrolment, pause, play, task } from './builders.js';
import { PlayError, afterDecision, decide, type PlayEnrolment } from './index.js';

const doneAt = (step: string, days = 0, more: Partial<PlayEnrolment> = {}): PlayEnrolment =>
  enrolment({ step, stepState: 'done', stepDoneAt: daysAfter(MONDAY, days), ...more });
const on = (days: number): Date => daysAfter(MONDAY, days);

describe('an enrolment at the start', () => {
  const opening = play(email('hello'), call('talk', 3, { afterDays: 2 }));

  it('is sent the first step at once', () => {
    expect(decide(enrolment({ state: 'pending' }), opening, MONDAY)).toEqual({ do: 'send', step: opening.steps[0] });
  });

  it('waits for a first step that comes days after enrolment', () => {
    const later = play(email('hello', { afterDays: 3 }));
    expect(decide(enrolment(), later, on(1))).toMatchObject({
      do: 'wait',
      until: on(3),
      step: 'hello',
      stepState: 'due',
    });
    expect(decide(enrolment(), later, on(3))).toMatchObject({ do: 'send' });
  });

  it('waits after the mail, and is then called for the first time', () => {
    expect(decide(doneAt('hello'), opening, on(1))).toMatchObject({ do: 'wait', until: on(2), step: 'talk' });
    expect(decide(doneAt('hello'), opening, on(2))).toEqual({ do: 'open_task', step: opening.steps[1], attempt: 1 });
  });
});

describe('an enrolment for whom nothing is to be done', () => {
  const opening = play(email('hello'), email('again'));

  it.each(['paused', 'finished', 'bounced', 'opted_out', 'excluded', 'failed'] as const)('rests when %s', (state) => {
    expect(decide(enrolment({ state }), opening, MONDAY)).toEqual({ do: 'rest' });
  });

  it('rests while a mail is in flight, and is not sent it again when it is done', () => {
    const inFlight = enrolment({ step: 'hello', stepState: 'in_flight' });
    expect(decide(inFlight, opening, on(30))).toEqual({ do: 'rest' });
    expect(decide(doneAt('hello'), opening, MONDAY)).toEqual({ do: 'send', step: opening.steps[1] });
  });
});

describe('waiting', () => {
  it('adds up waits, each from the end of the one before', () => {
    const patient = play(email('hello'), pause('week', 7), pause('more', 3, { afterDays: 1 }), email('again'));
    expect(decide(doneAt('hello'), patient, on(1))).toMatchObject({ do: 'wait', until: on(7), step: 'week' });
    expect(decide(doneAt('hello'), patient, on(8))).toMatchObject({ do: 'wait', until: on(11), step: 'more' });
    expect(decide(doneAt('hello'), patient, on(11))).toMatchObject({ do: 'send', step: { key: 'again' } });
  });

  it('waits again to the same moment when it is woken early', () => {
    const patient = play(email('hello'), pause('week', 7), email('again', { afterDays: 2 }));
    let sleeper = doneAt('hello');
    for (const day of [1, 3, 7, 8]) {
      const decision = decide(sleeper, patient, on(day));
      expect(decision).toMatchObject({ do: 'wait', until: on(day < 7 ? 7 : 9) });
      sleeper = { ...sleeper, ...afterDecision(sleeper, decision) };
    }
    expect(decide(sleeper, patient, on(9))).toMatchObject({ do: 'send', step: { key: 'again' } });
  });

  it('gives an interest check its days for an answer, then goes on', () => {
    const asking = play(interestCheck('ask', 5), email('again', { afterDays: 1 }));
    expect(decide(doneAt('ask'), asking, on(4.9))).toMatchObject({
      do: 'wait',
      until: on(5),
      step: 'ask',
      stepState: 'done',
      why: 'awaiting_answer',
    });
    expect(decide(doneAt('ask'), asking, on(5))).toMatchObject({ do: 'send', step: { key: 'again' } });
  });

  it('waits no longer for an answer that came', () => {
    const asking = play(interestCheck('ask', 5), email('again'));
    expect(decide(doneAt('ask', 0, { answered: true }), asking, on(1))).toMatchObject({ do: 'send' });
  });

  it('waits for the answer also when the interest check is the last step', () => {
    const asking = play(interestCheck('ask', 5));
    expect(decide(doneAt('ask'), asking, on(1))).toMatchObject({ do: 'wait', until: on(5) });
    expect(decide(doneAt('ask'), asking, on(5))).toEqual({ do: 'finish', reason: 'completed' });
  });
});

describe('a branch', () => {
  const chooses = (when: Parameters<typeof branch>[1], facts: Partial<PlayEnrolment>): unknown => {
    const forked = play(branch('fork', when, 'yes', 'no'), task('yes'), task('no'));
    return decide(enrolment(facts), forked, MONDAY);
  };
  const yes = { do: 'open_task', step: { key: 'yes' } };
  const no = { do: 'open_task', step: { key: 'no' } };

  it.each([
    ['curious', yes],
    ['commits_next_step', yes],
    ['aware', no],
    ['none', no],
    ['unknown', no],
  ] as const)('that asks for curiosity sees interest "%s"', (interest, way) => {
    expect(chooses({ interestAtLeast: 'curious' }, { interest })).toMatchObject(way);
  });

  it('that asks for any known interest is not taken by an unknown one', () => {
    expect(chooses({ interestAtLeast: 'none' }, { interest: 'none' })).toMatchObject(yes);
    expect(chooses({ interestAtLeast: 'none' }, { interest: 'unknown' })).toMatchObject(no);
  });

  it('sees the last disposition, the address and the number', () => {
    expect(chooses({ lastDispositionIn: ['busy', 'no_answer'] }, { lastDisposition: 'busy' })).toMatchObject(yes);
    expect(chooses({ lastDispositionIn: ['busy'] }, { lastDisposition: null })).toMatchObject(no);
    expect(chooses({ hasEmail: false }, { hasEmail: false })).toMatchObject(yes);
    expect(chooses({ hasPhone: true }, { hasPhone: false })).toMatchObject(no);
  });

  it('is weighed on its day, with the facts of that day', () => {
    const forked = play(email('hello'), branch('fork', { interestAtLeast: 'curious' }, 'talk', 'end', 4), call('talk'));
    const reader = doneAt('hello');
    const decision = decide(reader, forked, on(1));
    expect(decision).toMatchObject({ do: 'wait', until: on(4), step: 'fork' });
    const woken = { ...reader, ...afterDecision(reader, decision) };
    expect(decide({ ...woken, interest: 'active' }, forked, on(4))).toMatchObject({ do: 'open_task' });
    expect(decide(woken, forked, on(4))).toEqual({ do: 'finish', reason: 'completed' });
  });

  it('is not weighed again once it was passed', () => {
    const forked = play(
      branch('fork', { hasPhone: true }, 'talk', 'write'),
      call('talk', 2, { afterDays: 3 }),
      email('write'),
    );
    const person = enrolment();
    const waiting = { ...person, ...afterDecision(person, decide(person, forked, MONDAY)), hasPhone: false };
    expect(decide(waiting, forked, on(3))).toEqual({ do: 'fix_contact', step: 'talk', missing: 'phone' });
  });

  it('that was marked done by mistake is weighed, not passed over', () => {
    const forked = play(branch('fork', { hasPhone: true }, 'no', 'yes', 9), task('yes'), task('no'));
    expect(decide(doneAt('fork'), forked, MONDAY)).toMatchObject(no);
  });
});

describe('a missing address or number', () => {
  it('is asked for in the open, never passed over', () => {
    expect(decide(enrolment({ hasEmail: false }), play(email('hello')), MONDAY)).toEqual({
      do: 'fix_contact',
      step: 'hello',
      missing: 'email',
    });
    expect(decide(enrolment({ hasEmail: false }), play(interestCheck('ask', 2)), MONDAY)).toMatchObject({
      missing: 'email',
    });
    expect(decide(enrolment({ hasPhone: false }), play(call('talk')), MONDAY)).toMatchObject({ missing: 'phone' });
  });

  it('is asked for once, and looked for daily meanwhile', () => {
    const lacking = enrolment({ hasEmail: false, fixRequested: true });
    expect(decide(lacking, play(email('hello')), on(5))).toMatchObject({
      do: 'wait',
      until: on(6),
      why: 'awaiting_fix',
    });
    expect(decide({ ...lacking, hasEmail: true }, play(email('hello')), on(6))).toMatchObject({ do: 'send' });
  });

  it('a number that is being corrected is not called', () => {
    const wrong = enrolment({ step: 'talk', attempts: 1, fixRequested: true });
    expect(decide(wrong, play(call('talk')), MONDAY)).toMatchObject({ do: 'wait', step: 'talk', why: 'awaiting_fix' });
    expect(decide({ ...wrong, fixRequested: false }, play(call('talk')), MONDAY)).toMatchObject({ attempt: 2 });
  });

  it('does not hold up what needs neither', () => {
    const bare = enrolment({ hasEmail: false, hasPhone: false, fixRequested: true });
    expect(decide(bare, play(task('visit')), MONDAY)).toMatchObject({ do: 'open_task', attempt: 1 });
  });
});

describe('the end of the play', () => {
  const short = play(email('hello'), call('talk', 2), email('bye'));

  it('is "unreachable" when the calls ran out and nobody ever spoke', () => {
    const missed = doneAt('bye', 0, { lastDisposition: 'no_answer' });
    expect(decide(missed, short, MONDAY)).toEqual({ do: 'finish', reason: 'unreachable' });
  });

  it('is "completed" when somebody spoke, when nobody was called, and for mails alone', () => {
    const spoke = doneAt('bye', 0, { lastDisposition: 'no_answer', conversed: true });
    expect(decide(spoke, short, MONDAY)).toEqual({ do: 'finish', reason: 'completed' });
    const round = play(branch('fork', { hasPhone: true }, 'talk', 'bye'), call('talk'), email('bye'));
    expect(decide(doneAt('bye', 0, { hasPhone: false }), round, MONDAY)).toMatchObject({ reason: 'completed' });
    expect(decide(doneAt('hello'), play(email('hello')), MONDAY)).toMatchObject({ reason: 'completed' });
  });

  it('is "unreachable" right after the call, when a branch ends the play there', () => {
    const ended = play(call('talk', 2), branch('fork', { hasEmail: true }, 'end', 'end'));
    expect(decide(doneAt('talk', 0, { lastDisposition: 'busy' }), ended, MONDAY)).toMatchObject({
      reason: 'unreachable',
    });
  });

  it('is "completed" when a call from elsewhere missed, but no call step was come to', () => {
    const around = play(email('hello'), branch('fork', { hasPhone: true }, 'end', 'talk'), call('talk'));
    expect(decide(doneAt('hello', 0, { lastDisposition: 'busy' }), around, MONDAY)).toMatchObject({
      reason: 'completed',
    });
  });

  it('starts each call step at its own first attempt', () => {
    const twice = play(call('one', 2), call('two', 2));
    expect(decide(doneAt('one', 0, { attempts: 1 }), twice, MONDAY)).toMatchObject({
      step: { key: 'two' },
      attempt: 1,
    });
  });
});

describe('an enrolment whose data is poison', () => {
  const codeOf = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error instanceof PlayError ? error.code : error;
    }
  };

  it('fails by name: a step that the play lacks', () => {
    expect(codeOf(() => decide(enrolment({ step: 'gone' }), play(email('hello')), MONDAY))).toBe('unknown_step');
  });

  it('fails by name: a date that is none', () => {
    expect(codeOf(() => decide(enrolment(), play(email('hello')), new Date(NaN)))).toBe('invalid_time');
    expect(codeOf(() => decide(doneAt('a', NaN), play(email('a')), MONDAY))).toBe('invalid_time');
  });

  it('fails by name, and ends, on a play that was never checked and goes in a circle', () => {
    const circle = play(branch('a', { hasEmail: true }, 'b', 'b'), branch('b', { hasEmail: true }, 'a', 'a'));
    expect(codeOf(() => decide(enrolment(), circle, MONDAY))).toBe('backward_branch');
  });

  it('leaves an ended enrolment alone', () => {
    expect(decide(enrolment({ step: 'gone', state: 'excluded' }), play(email('hello')), MONDAY)).toEqual({
      do: 'rest',
    });
  });
});
