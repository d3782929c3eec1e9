import type { Json, Person } from './api.js';
import { Buyers } from './buyers.js';
import type { Cast } from './cast.js';
import { Chance } from './chance.js';
import { Rep } from './reps.js';
import { done, progress } from './say.js';

const DAY = 86_400_000;
const FIRST_LOOK_DAYS = 6;
const STALLED_MS = 120_000;

/** The simulated market: buyers who read their mail, reps who work their queues, and ops who look at the first wave. */
export class Market {
  readonly buyers: Buyers;
  readonly reps: Rep[];
  private readonly ops: Person;

  constructor(cast: Cast, seed: string) {
    const chance = new Chance(`${seed} market`);
    this.ops = cast.ops;
    this.buyers = new Buyers(cast.admin, chance);
    this.reps = cast.reps.map((rep) => new Rep(rep, chance));
  }

  /** Until the campaign ends, or `stop` says so. Everybody goes about their own work at once, as people do; reps stop when they are `off`. */
  async answer(
    campaign: Json,
    stop: (now: Date) => boolean = () => false,
    off: (now: Date) => boolean = () => false,
  ): Promise<Json> {
    let over = false;
    const busy = (work: (now: Date) => Promise<number>) => this.untilOver(() => over, work);
    const everybody = [
      busy((now) => this.buyers.read(now)),
      ...this.reps.map((rep) => busy(async (now) => (off(now) ? 0 : rep.work(now)))),
    ];
    try {
      // whoever stumbles stops the market
      return await Promise.race([
        this.watch(campaign, stop),
        ...everybody.map((one) => one.then(() => new Promise<never>(() => undefined))),
      ]);
    } finally {
      over = true;
      await Promise.allSettled(everybody);
    }
  }

  private async untilOver(over: () => boolean, work: (now: Date) => Promise<number>): Promise<void> {
    while (!over()) if ((await work(await this.now())) === 0) await pause(150);
  }

  private async watch(campaign: Json, stop: (now: Date) => boolean): Promise<Json> {
    let moved = { what: '', at: Date.now() };
    for (;;) {
      const now = await this.now();
      const day = now.toISOString().slice(0, 10);
      const state: Json = await this.ops.get(`/campaigns/${campaign.id}/progress`);
      await this.look(campaign, now);
      const tasks = this.reps.reduce((sum, rep) => sum + rep.done, 0);
      progress(
        `${day}  ${figures(state)}  mails ${this.buyers.mails}, answered ${this.buyers.answers}, tasks ${tasks}`,
      );
      if (state.state === 'completed' || stop(now)) {
        done(`${day}  ${figures(state)}`);
        return state;
      }
      const what = JSON.stringify([state, this.buyers.mails, tasks]);
      if (what !== moved.what) moved = { what, at: Date.now() };
      else if (Date.now() - moved.at > STALLED_MS) throw new Error(`Nothing has moved for two minutes: ${what}`);
      await pause(300);
    }
  }

  private async now(): Promise<Date> {
    return new Date((await this.ops.get('/health')).now);
  }

  /** After some days ops look at what the first wave said, and let the others go. */
  private async look(campaign: Json, now: Date): Promise<void> {
    const { launchedAt, state } = await this.ops.get(`/campaigns/${campaign.id}`);
    // it stops by itself when too much comes back; here somebody looks, and lets it go on
    if (state === 'paused') {
      await this.ops.post(`/campaigns/${campaign.id}/resume`, {
        reason: 'The addresses that came back are suppressed.',
      });
      done('The campaign had stopped by itself; ops looked and let it go on.');
    }
    if (now.getTime() - Date.parse(launchedAt) < FIRST_LOOK_DAYS * DAY) return;
    const { items } = await this.ops.get(`/campaigns/${campaign.id}/waves`);
    const next = items.find((wave: Json) => wave.state !== 'released' && !wave.holdOut);
    if (!next) return;
    await this.ops.post(`/campaigns/${campaign.id}/waves/${next.ordinal}/release`, {
      reason: 'The first answers are worth going on.',
    });
    done('Ops looked at the first wave and released the next.');
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function figures({ state, byState }: Json): string {
  const counts = Object.entries(byState as Record<string, number>).filter(([, n]) => n > 0);
  return `${state}: ${counts.map(([name, n]) => `${name} ${n}`).join(', ')}`;
}
