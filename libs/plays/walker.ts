import { decide, type NextStep } from './decide.js';
import { DISPOSITION_FACTS } from './dispositions.js';
import type { PlayEnrolment } from './enrolment.js';
import type { Play } from './play.js';
import { afterDecision, afterDone, afterSettlement } from './position.js';
import { settle } from './settle.js';
import { DAY } from './time.js';
import { DISPOSITIONS, TERMINAL_STATES, isOneOf, type Disposition } from './words.js';

/** One moment of one enrolment's way through a play. */
export interface WalkState {
  enrolment: PlayEnrolment;
  now: number;
  /** When it wakes, if it is paused or is to try again. */
  wakes: number;
  sent: readonly string[];
  /** How many more things may happen that the play does not count: call-backs, failures, answers from elsewhere. */
  spare: number;
}

/** For the specs: walks every way that an enrolment can take through a play, and throws at the first promise broken. */
export class Walker {
  readonly endings = new Set<string>();
  moments = 0;
  private readonly heights = new Map<string, number>();
  private readonly open = new Set<string>();

  constructor(private readonly play: Play) {}

  /** The length of the longest way from here to an end. */
  longest(moment: WalkState): number {
    const key = keyOf(moment);
    const known = this.heights.get(key);
    if (known !== undefined) return known;
    if (this.open.has(key)) throw new Error(`It goes round in a circle at ${key}`);
    this.open.add(key);
    this.moments++;
    const height = 1 + Math.max(-1, ...this.next(moment).map((following) => this.longest(following)));
    this.open.delete(key);
    this.heights.set(key, height);
    return height;
  }

  private next(moment: WalkState): WalkState[] {
    const { enrolment } = moment;
    const decision = decide(enrolment, this.play, new Date(moment.now));
    if (isOneOf(TERMINAL_STATES, enrolment.state)) {
      if (decision.do !== 'rest') throw new Error(`${enrolment.state}, yet asked to ${decision.do}`);
      this.endings.add(enrolment.state);
      return [];
    }
    const step = this.play.steps.find(({ key }) => key === enrolment.step);
    if (enrolment.state === 'paused') {
      if (decision.do !== 'rest') throw new Error(`paused, yet asked to ${decision.do}`);
      return [change(moment, { state: 'active' }, { now: moment.wakes })];
    }
    if (enrolment.stepState === 'in_flight') {
      if (decision.do !== 'rest') throw new Error(`in flight, yet asked to ${decision.do}`);
      if (step?.kind === 'call' || step?.kind === 'task') return this.answers(moment);
      return [
        change(moment, afterDone(enrolment, new Date(moment.now))),
        change(moment, { state: 'bounced' }),
        ...this.strays(moment),
      ];
    }
    return [...this.carryOut(moment, decision), ...this.strays(moment)];
  }

  private carryOut(moment: WalkState, decision: NextStep): WalkState[] {
    const position = afterDecision(moment.enrolment, decision);
    switch (decision.do) {
      case 'rest':
        throw new Error('It rests for ever, though it is active and nothing is in flight');
      case 'finish':
        this.endings.add(decision.reason);
        return [change(moment, position)];
      case 'send': {
        const { key } = decision.step;
        if (moment.sent.includes(key)) throw new Error(`Step ${key} was sent twice`);
        if (!moment.enrolment.hasEmail) throw new Error(`Step ${key} was sent without an address`);
        return [change(moment, { ...position, answered: false }, { sent: [...moment.sent, key].sort() })];
      }
      case 'open_task': {
        const { step, attempt } = decision;
        if (step.kind === 'call' && !moment.enrolment.hasPhone)
          throw new Error(`Step ${step.key} called without a number`);
        if (step.kind === 'call' && moment.enrolment.conversed === false && attempt > step.maxAttempts) {
          throw new Error(`Step ${step.key} was attempted ${attempt} times of ${step.maxAttempts}`);
        }
        return [change(moment, position)];
      }
      case 'fix_contact':
        if (moment.enrolment.fixRequested) throw new Error('A fix was asked for twice');
        return [change(moment, { ...position, fixRequested: true })];
      case 'wait':
        return this.sleep(moment, decision, position);
    }
  }

  private sleep(
    moment: WalkState,
    decision: Extract<NextStep, { do: 'wait' }>,
    position: Partial<PlayEnrolment>,
  ): WalkState[] {
    const until = decision.until.getTime();
    if (until <= moment.now) throw new Error('It waits for what is past');
    const asleep = change(moment, position);
    if (decision.why === 'awaiting_fix') {
      const found = change(asleep, { hasEmail: true, hasPhone: true, fixRequested: false }, { now: until });
      return [found, this.settled(asleep, 'wrong_number', { fixRequested: false })];
    }
    const early = decide(asleep.enrolment, this.play, new Date(until - 1));
    if (early.do !== 'wait' || early.until.getTime() !== until) throw new Error('Woken early, it does not wait on');
    return [change(asleep, {}, { now: until })];
  }

  private answers(moment: WalkState): WalkState[] {
    return DISPOSITIONS.flatMap((disposition) => {
      const free = disposition === 'technical_failure' || disposition === 'connected_callback';
      if (free && moment.spare === 0) return [];
      const following = this.settled(moment, disposition);
      return [free ? { ...following, spare: moment.spare - 1 } : following];
    });
  }

  /** Answers that come from elsewhere, at any time: a reply, the public link, a call that no step asked for. */
  private strays(moment: WalkState): WalkState[] {
    if (moment.spare === 0) return [];
    return DISPOSITIONS.map((disposition) => ({ ...this.settled(moment, disposition), spare: moment.spare - 1 }));
  }

  private settled(moment: WalkState, disposition: Disposition, more: Partial<PlayEnrolment> = {}): WalkState {
    const now = new Date(moment.now);
    const settlement = settle(moment.enrolment, this.play, { disposition }, now);
    const { connected } = DISPOSITION_FACTS[disposition];
    const wakes = settlement.do === 'pause' ? settlement.until : settlement.do === 'retry' ? settlement.at : now;
    if (settlement.do === 'finish') this.endings.add(String(settlement.reason));
    const facts: Partial<PlayEnrolment> = {
      ...afterSettlement(moment.enrolment, settlement, now),
      lastDisposition: disposition,
      conversed: moment.enrolment.conversed || connected,
      interest: connected ? 'curious' : moment.enrolment.interest,
      answered: moment.enrolment.answered === true || connected,
      ...(settlement.do === 'retry' && settlement.fixContact && { hasPhone: false, fixRequested: true }),
    };
    const slept = settlement.do === 'retry' ? wakes.getTime() : moment.now;
    return change(moment, { ...facts, ...more }, { wakes: wakes.getTime(), now: slept });
  }
}

function change(moment: WalkState, facts: Partial<PlayEnrolment>, more: Partial<WalkState> = {}): WalkState {
  return { ...moment, ...more, enrolment: { ...moment.enrolment, ...facts } };
}

/** Moments that differ only in their date are one: times are kept as distances, and beyond 400 days as equal. */
function keyOf({ enrolment, now, wakes, sent, spare }: WalkState): string {
  const { stepDoneAt, enrolledAt, ...facts } = enrolment;
  const since = Math.min(now - (stepDoneAt ?? enrolledAt).getTime(), 400 * DAY);
  return JSON.stringify([Object.entries(facts).sort(), since, Math.max(0, wakes - now), sent, spare]);
}
