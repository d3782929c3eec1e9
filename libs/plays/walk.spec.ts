import * as fc from 'fast-check';
import { MONDAY, branch, call, email, interestCheck, enrolment, pause, play, task } from './builders.js';
import {
  DISPOSITIONS,
  ENROLMENT_STATES,
  INTERESTS,
  PlayError,
  TERMINAL_STATES,
  checkPlay,
  decide,
  isOneOf,
  settle,
} from './index.js';
import type { BranchCondition, PlayEnrolment, Play, Step } from './index.js';
import { Walker } from './walker.js';

/**
 * No way is longer than what its steps allow: each attempt may ask for a fix, each stray answer repeats a step once.
 */
function bound({ steps }: Play, spare: number): number {
  const ofStep = (step: Step): number => (step.kind === 'call' ? 6 * step.maxAttempts : 0) + 8;
  return 4 + steps.reduce((sum, step) => sum + ofStep(step), 0) + 10 * spare;
}

function walk(through: Play, facts: Partial<PlayEnrolment>, spare: number): Walker {
  const walker = new Walker(through);
  const start = {
    enrolment: enrolment({ state: 'pending', ...facts }),
    now: MONDAY.getTime(),
    wakes: 0,
    sent: [],
    spare,
  };
  expect(walker.longest(start)).toBeLessThanOrEqual(bound(through, spare));
  return walker;
}

const PLAYS: Record<string, Play> = {
  'one mail': play(email('hello')),
  'one call': play(call('talk', 3)),
  'mail, call, mail': play(email('hello'), call('talk', 3, { afterDays: 2 }), email('bye', { afterDays: 5 })),
  'check, then call the curious': play(
    interestCheck('ask', 5),
    branch('fork', { interestAtLeast: 'curious' }, 'talk', 'wait'),
    call('talk', 2),
    pause('wait', 30),
    email('bye'),
  ),
  'write to whom calls do not reach': play(
    call('talk', 2),
    branch('missed', { lastDispositionIn: ['no_answer', 'voicemail_left'] }, 'visit', 'end', 1),
    task('visit'),
    interestCheck('ask', 3, { afterDays: 1 }),
    call('again', 2),
  ),
  'whatever can be reached': play(
    branch('mail', { hasEmail: true }, 'hello', 'phone'),
    email('hello'),
    pause('week', 7),
    branch('phone', { hasPhone: true }, 'talk', 'visit'),
    call('talk', 2, { afterDays: 1 }),
    task('visit'),
  ),
};
const LACKING = [{}, { hasEmail: false }, { hasPhone: false }, { hasEmail: false, hasPhone: false }];

describe.each(Object.entries(PLAYS))('every way through "%s"', (_, through) => {
  it('is in order as a play', () => expect(checkPlay(through)).toEqual({ play: through }));

  it.each(LACKING)('ends, and sends no step twice, for an enrolment with %j', (facts) => {
    walk(through, facts, 1);
  });
});

describe('the ways through a play', () => {
  it('end also when much comes from elsewhere', () => {
    walk(PLAYS['check, then call the curious']!, { hasEmail: false }, 3);
  });

  it('come to every ending there is', () => {
    const { endings } = walk(PLAYS['mail, call, mail']!, {}, 2);
    for (const ending of ['replied', 'meeting_booked', 'declined', 'not_a_fit', 'unreachable', 'completed']) {
      expect(endings).toContain(ending);
    }
    for (const state of ['finished', 'bounced', 'opted_out']) expect(endings).toContain(state);
  });

  it('are many: the walk is no empty promise', () => {
    expect(walk(PLAYS['whatever can be reached']!, { hasPhone: false }, 2).moments).toBeGreaterThan(500);
  });
});

const days = fc.constantFrom(0.5, 1, 7, 30);
const condition: fc.Arbitrary<BranchCondition> = fc.oneof(
  fc.constantFrom(...INTERESTS).map((interestAtLeast) => ({ interestAtLeast })),
  fc.subarray([...DISPOSITIONS], { minLength: 1 }).map((lastDispositionIn) => ({ lastDispositionIn })),
  fc.boolean().map((hasEmail) => ({ hasEmail })),
  fc.boolean().map((hasPhone) => ({ hasPhone })),
);

/** Every step can be reached, since one arm of a branch always leads to the step that follows it. */
function stepAt(index: number, length: number): fc.Arbitrary<Step> {
  const key = `s${index}`;
  const later = Array.from({ length: length - index - 1 }, (_, i) => `s${index + 1 + i}`);
  const following = later[0] ?? 'end';
  const fork = fc
    .tuple(condition, fc.constantFrom(...later, 'end'), fc.boolean(), fc.constantFrom(0, 2))
    .map(([when, far, turned, after]) => branch(key, when, turned ? following : far, turned ? far : following, after));
  const plain = fc.oneof(
    fc.constant(email(key)),
    days.map((waitDays) => interestCheck(key, waitDays)),
    fc.integer({ min: 1, max: 3 }).map((attempts) => call(key, attempts)),
    fc.constant(task(key)),
    days.map((length_) => pause(key, length_)),
  );
  const delayed = fc.tuple(plain, fc.constantFrom(0, 1, 4)).map(([step, afterDays]) => ({ ...step, afterDays }));
  return fc.oneof({ weight: 3, arbitrary: delayed }, { weight: 1, arbitrary: fork });
}

const anyPlay = fc
  .integer({ min: 1, max: 5 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, i) => stepAt(i, length))))
  .map((steps): Play => ({ steps }));

const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const anyMemberOf = ({ steps }: Play): fc.Arbitrary<PlayEnrolment> =>
  fc.record({
    state: fc.constantFrom(...ENROLMENT_STATES),
    step: fc.constantFrom(null, ...steps.map((step) => step.key)),
    stepState: fc.constantFrom('due', 'in_flight', 'done'),
    stepDoneAt: fc.option(moment),
    attempts: fc.nat(5),
    touches: fc.nat(50),
    conversed: fc.boolean(),
    interest: fc.constantFrom('unknown', ...INTERESTS),
    lastDisposition: fc.option(fc.constantFrom(...DISPOSITIONS)),
    hasEmail: fc.boolean(),
    hasPhone: fc.boolean(),
    fixRequested: fc.boolean(),
    answered: fc.boolean(),
    enrolledAt: moment,
  });
const anyCase = anyPlay.chain((through) => fc.tuple(fc.constant(through), anyMemberOf(through), moment));

describe('any play that checks out', () => {
  it('is walked to its end from every way in, and sends no step twice', () => {
    fc.assert(
      fc.property(anyPlay, fc.constantFrom(...LACKING), (through, facts) => {
        expect(checkPlay(through)).toEqual({ play: through });
        walk(through, facts, 1);
      }),
      { numRuns: 60 },
    );
  });

  it('has a decision for every enrolment, and the same one when asked again', () => {
    fc.assert(
      fc.property(anyCase, ([through, who, now]) => {
        const before = JSON.stringify([through, who]);
        const decision = decide(who, through, now);
        expect(decide(who, through, now)).toEqual(decision);
        expect(JSON.stringify([through, who])).toBe(before);
        const closed = who.state === 'paused' || who.stepState === 'in_flight' || isOneOf(TERMINAL_STATES, who.state);
        expect(decision.do === 'rest').toBe(closed);
        if (decision.do === 'wait') expect(decision.until.getTime()).toBeGreaterThan(now.getTime());
        if (decision.do === 'send') expect(decision.step.key === who.step && who.stepState !== 'due').toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('has a settlement for every answer, which never lies in the past', () => {
    const outcome = fc.record({ disposition: fc.constantFrom(...DISPOSITIONS), notBefore: fc.option(moment) });
    fc.assert(
      fc.property(anyCase, outcome, ([through, who, now], given) => {
        const settlement = settle(who, through, given, now);
        if (settlement.do === 'retry') expect(settlement.at.getTime()).toBeGreaterThanOrEqual(now.getTime());
        if (settlement.do === 'pause') expect(settlement.until.getTime()).toBeGreaterThanOrEqual(now.getTime());
      }),
      { numRuns: 500 },
    );
  });

  it('fails only by name when the enrolment stands nowhere in it', () => {
    fc.assert(
      fc.property(anyCase, ([through, who, now]) => {
        try {
          decide({ ...who, step: 'gone' }, through, now);
        } catch (error) {
          expect(error).toBeInstanceOf(PlayError);
        }
      }),
    );
  });
});
