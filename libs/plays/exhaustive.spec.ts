import { MONDAY, branch, call, email, interestCheck, enrolment, pause, play, task } from './builders.js';
import { END, FINISH_REASONS, TERMINAL_STATES, checkPlay, decide, isOneOf } from './index.js';
import type { BranchCondition, NextStep, PlayEnrolment, Play, Step } from './index.js';
import { afterDecision, afterDone } from './position.js';

const KEYS = ['s0', 's1', 's2'];
const CONDITIONS: BranchCondition[] = [
  { hasEmail: true },
  { hasPhone: true },
  { interestAtLeast: 'curious' },
  { lastDispositionIn: ['no_answer'] },
];
const PLAIN = [email, (key: string) => interestCheck(key, 2), call, task, (key: string) => pause(key, 2)];
const RESTING = ['paused', ...TERMINAL_STATES] as const;
const HOUR = 3_600_000;

/** Every step that can stand at this place; a branch with every pair of later places that it can lead to. */
function stepsAt(index: number, length: number, afterDays: number): Step[] {
  const key = KEYS[index]!;
  const later = [...KEYS.slice(index + 1, length), END];
  const forks = CONDITIONS.flatMap((when) =>
    later.flatMap((yes) => later.map((no) => branch(key, when, yes, no, afterDays))),
  );
  return [...PLAIN.map((make) => ({ ...make(key), ...(afterDays > 0 && { afterDays }) })), ...forks];
}

/**
 * Which of the steps come a day later: all or none of one or two, and of three that in the middle, so that both kinds
 * meet.
 */
const DELAYS = [[0], [1], [0, 0], [1, 1], [0, 1, 0]];

function* plays(): Generator<Play> {
  for (const delays of DELAYS)
    for (const steps of product(delays.map((afterDays, i) => stepsAt(i, delays.length, afterDays)))) {
      const one = play(...steps);
      // what no way leads to is refused before it is ever driven
      if ('play' in checkPlay(one)) yield one;
    }
}

function product<T>(lists: T[][]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((head) => list.map((last) => [...head, last])), [[]]);
}

/** All that `decide` can know of somebody in this play; facts that none of its steps asks for stay as they are. */
function factsIn({ steps }: Play): Partial<PlayEnrolment>[] {
  const kinds = steps.map(({ kind }) => kind);
  const asks = (fact: string) => steps.some((step) => step.kind === 'branch' && fact in step.when);
  const mails = kinds.includes('email') || kinds.includes('interest_check') || asks('hasEmail');
  const calls = kinds.includes('call') || asks('hasPhone');
  const axes: Partial<PlayEnrolment>[][] = [
    mails ? [{ hasEmail: true }, { hasEmail: false }] : [{}],
    calls ? [{ hasPhone: true }, { hasPhone: false }] : [{}],
    mails || calls ? [{ fixRequested: false }, { fixRequested: true }] : [{}],
    kinds.includes('interest_check') ? [{ answered: false }, { answered: true }] : [{}],
    asks('interestAtLeast') ? [{ interest: 'unknown' }, { interest: 'curious' }] : [{}],
    kinds.includes('call') || asks('lastDispositionIn')
      ? [{}, { lastDisposition: 'no_answer' }, { lastDisposition: 'connected_callback', conversed: true }]
      : [{}],
  ];
  return product(axes).map((parts): Partial<PlayEnrolment> => Object.assign({}, ...parts));
}

/** Before the first step, or at each of them, before and after it was done. */
function positionsIn({ steps }: Play): Partial<PlayEnrolment>[] {
  const at = steps.flatMap(({ key }) =>
    (['due', 'done'] as const).map((stepState): Partial<PlayEnrolment> => ({ step: key, stepState, attempts: 1 })),
  );
  return [{ step: null, stepState: 'due', state: 'pending' }, ...at];
}

class Explorer {
  plays = 0;
  enrolments = 0;
  decisions = 0;

  explore(through: Play): void {
    this.plays++;
    const positions = positionsIn(through);
    for (const position of positions) this.rests(through, enrolment({ ...position, stepDoneAt: MONDAY }));
    for (const facts of factsIn(through))
      for (const position of positions) this.follow(through, enrolment({ stepDoneAt: MONDAY, ...facts, ...position }));
  }

  /**
   * Strictly forward, and each wait to the moment that it said. From the start to the end, with every step done an hour
   * after it was begun; from elsewhere to the next thing that is done.
   */
  private follow(through: Play, from: PlayEnrolment): void {
    this.enrolments++;
    const places = new Map(through.steps.map(({ key }, i) => [key, i]));
    const acted = new Set<string>();
    let who = from;
    let now = MONDAY.getTime();
    for (let turn = 0; turn <= 4 * through.steps.length + 1; turn++) {
      const decision = this.ask(who, through, now);
      const fail = (why: string): never => {
        throw new Error(`${why}: ${JSON.stringify({ play: through, from, who, now: new Date(now), decision })}`);
      };
      if (decision.do === 'rest') return fail('It rests though it goes');
      if (decision.do === 'finish')
        return isOneOf(FINISH_REASONS, decision.reason) ? undefined : fail('An end without a reason');
      const key = typeof decision.step === 'string' ? decision.step : decision.step.key;
      const place = places.get(key) ?? fail('A step that the play lacks');
      const at = who.step === null ? -1 : places.get(who.step)!;
      const goesOn = who.stepState === 'done' && through.steps[at]!.kind !== 'branch';
      const awaits = decision.do === 'wait' && decision.stepState === 'done';
      if (place < at || (place === at && goesOn !== awaits)) fail('A step that is past');
      if (awaits && (place !== at || through.steps[at]!.kind !== 'interest_check')) fail('An answer to no question');
      if (decision.do === 'fix_contact') {
        if (who.fixRequested) fail('A fix is asked for twice');
        who = { ...who, ...afterDecision(who, decision), fixRequested: true };
      } else if (decision.do === 'wait') {
        // until somebody finds the address it is asked again daily, for ever
        if (decision.why === 'awaiting_fix') return who.fixRequested ? undefined : fail('No fix was asked for');
        who = { ...who, ...afterDecision(who, decision) };
        now = this.sleep(who, through, now, decision, fail);
      } else {
        if (acted.has(key)) fail('The same step twice');
        acted.add(key);
        const attempts = key === who.step ? who.attempts : 0;
        if (decision.do === 'open_task' && decision.attempt !== attempts + 1) fail('An attempt is not counted');
        who = { ...who, ...afterDecision(who, decision) };
        if (this.ask(who, through, now).do !== 'rest') fail('Something is done while the step is in flight');
        if (from.step !== null) return;
        now += HOUR;
        who = { ...who, ...afterDone(who, new Date(now)) };
      }
    }
    throw new Error(`It does not end: ${JSON.stringify({ play: through, from })}`);
  }

  /** Just before its time it waits on to that very time; at it, and after it, no more. */
  private sleep(
    who: PlayEnrolment,
    through: Play,
    now: number,
    { until, step }: Extract<NextStep, { do: 'wait' }>,
    fail: (why: string) => never,
  ): number {
    const due = until.getTime();
    if (due <= now) fail('It waits for what is past');
    const before = this.ask(who, through, due - 1);
    if (before.do !== 'wait' || before.until.getTime() !== due || before.step !== step)
      fail('Early, it does not wait on');
    const after = this.ask(who, through, due + 1);
    if (after.do === 'wait' && after.until.getTime() <= due + 1) fail('Late, it waits for what is past');
    return due;
  }

  private rests(through: Play, who: PlayEnrolment): void {
    for (const now of [-1, 0, 100 * 24 * HOUR].map((since) => MONDAY.getTime() + since)) {
      for (const state of RESTING) this.nothing({ ...who, state }, through, now);
      if (who.step !== null) this.nothing({ ...who, stepState: 'in_flight' }, through, now);
    }
  }

  private nothing(who: PlayEnrolment, through: Play, now: number): void {
    const decision = this.ask(who, through, now);
    if (decision.do !== 'rest') throw new Error(`Told to ${decision.do}: ${JSON.stringify({ play: through, who })}`);
  }

  private ask(who: PlayEnrolment, through: Play, now: number): NextStep {
    this.decisions++;
    return decide(who, through, new Date(now));
  }
}

it('decides for every enrolment of every play of up to three steps, forward, once and to an end with a reason', () => {
  const explorer = new Explorer();
  for (const through of plays()) explorer.explore(through);
  const { plays: count, enrolments, decisions } = explorer;
  process.stdout.write(`decide: ${count} plays, ${enrolments} enrolments, ${decisions} decisions\n`);
  // all plays without a branch lead through all their steps; each position of each rests in each resting state at three
  // times
  const straight = DELAYS.map(({ length }) => ({ length, plays: PLAIN.length ** length }));
  expect(count).toBeGreaterThan(straight.reduce((sum, each) => sum + each.plays, 0));
  const resting = straight.reduce((sum, each) => sum + each.plays * (2 * each.length + 1) * RESTING.length * 3, 0);
  expect(decisions).toBeGreaterThan(resting + 3 * enrolments);
});
