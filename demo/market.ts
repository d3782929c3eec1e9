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

  /** Until the campaign ends, or `stop` says so. */
  async answer(campaign: Json, stop: (now: Date) => boolean = () => false): Promise<Json> {
    let moved = { what: '', at: Date.now() };
    for (;;) {
      const { now: text } = await this.ops.get('/health');
      const now = new Date(text);
      const [mails, ...tasks] = await Promise.all([this.buyers.read(now), ...this.reps.map((rep) => rep.work(now))]);
      const state: Json = await this.ops.get(`/campaigns/${campaign.id}/progress`);
      await this.look(campaign, now);
      progress(
        `${text.slice(0, 10)}  ${figures(state)}  mails ${this.buyers.mails}, answered ${this.buyers.answers}, tasks ${this.reps.reduce((sum, rep) => sum + rep.done, 0)}`,
      );
      if (state.state === 'completed' || stop(now)) {
        done(`${text.slice(0, 10)}  ${figures(state)}`);
        return state;
      }
      const what = JSON.stringify([state, this.buyers.mails, this.reps.map((rep) => rep.done)]);
      if (what !== moved.what) moved = { what, at: Date.now() };
      else if (Date.now() - moved.at > STALLED_MS) throw new Error(`Nothing has moved for two minutes: ${what}`);
      if (mails + tasks.reduce((sum, each) => sum + each, 0) === 0)
        await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  /** After some days ops look at what the first wave said, and let the others go. */
  private async look(campaign: Json, now: Date): Promise<void> {
    const { launchedAt } = await this.ops.get(`/campaigns/${campaign.id}`);
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

function figures({ state, byState }: Json): string {
  const counts = Object.entries(byState as Record<string, number>).filter(([, n]) => n > 0);
  return `${state}: ${counts.map(([name, n]) => `${name} ${n}`).join(', ')}`;
}
