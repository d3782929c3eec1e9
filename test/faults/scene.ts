import type { Backend } from '../support/backends.js';
import type { Json, Person } from '../support/http.js';
import { MailServer } from '../support/mail-server.js';
import { Programs, type Program } from '../support/programs.js';
import { world, type WorldPlan } from '../support/world.js';
import type { Chance } from './chance.js';
import type { InFlight } from './oracle.js';
import type { Servers } from './servers.js';
import { Wire } from './wire.js';

export interface Amount {
  enrolments: number;
  /** faults to inject at least, campaign after campaign */
  rounds: number;
  workers: number;
  /** milliseconds that the mail server takes for a message */
  delay: number;
}

const PEOPLE_EACH = 5;
const STANDS_STILL = 180_000;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Overture under attack: an api and workers that a supervisor starts again, as any does, and a mail server that remembers. */
export class Scene {
  programs!: Programs;
  mail!: MailServer;
  ops!: Person;
  readonly wires: Record<'postgres' | 'redis' | 'smtp', Wire | null> = { postgres: null, redis: null, smtp: null };
  injected = 0;
  /** campaigns that were asked for; one is known to the database only when the launch has gone through */
  private launched = 0;
  /** programs that ended though nobody had told them to */
  died = 0;
  /** milliseconds between SIGTERM and the end of a program, at most */
  longestDrain = 0;
  readonly inFlight: InFlight[] = [];
  /** contacts whose data are bad on purpose */
  readonly hostile: string[] = [];
  readonly notes: string[] = [];

  private readonly expected = new WeakSet<Program>();
  private closing = false;
  private lastWords: string[] = [];

  private constructor(
    readonly backend: Backend,
    readonly servers: Servers,
    readonly amount: Amount,
    readonly chance: Chance,
  ) {}

  /** `wired`: every connection of the programs runs through a wire that can be cut. */
  static async open(backend: Backend, servers: Servers, amount: Amount, chance: Chance, wired = false): Promise<Scene> {
    const scene = new Scene(backend, servers, amount, chance);
    scene.mail = await MailServer.open();
    scene.mail.counts = true;
    const through = async (url: string): Promise<string> => {
      if (!wired) return url;
      const wire = await Wire.to(url);
      scene.wires[url.startsWith('redis') ? 'redis' : url.startsWith('smtp') ? 'smtp' : 'postgres'] = wire;
      return wire.url;
    };
    scene.programs = await Programs.open(backend, { smtpUrl: await through(scene.mail.url), through });
    scene.ops = await scene.programs.as('sales_ops');
    for (const program of scene.programs.all) scene.watch(program);
    for (let n = 1; n < amount.workers; n++) scene.watch(await scene.programs.start('worker'));
    scene.mail.delay = amount.delay;
    return scene;
  }

  /** A program that ends is started again, unless it was told to. */
  private watch(program: Program, more: NodeJS.ProcessEnv = {}): void {
    void this.replace(program, more);
  }

  private async replace(program: Program, more: NodeJS.ProcessEnv): Promise<void> {
    await program.exit;
    if (this.closing || this.expected.has(program)) return;
    this.died += 1;
    this.lastWords.push(program.said.slice(-500));
    this.programs.forget(program);
    await this.start(program.name as 'api' | 'worker', more);
  }

  /** Until it serves: what it needs may be away for a while. */
  async start(name: 'api' | 'worker', more: NodeJS.ProcessEnv = {}): Promise<void> {
    while (!this.closing) {
      try {
        return this.watch(await this.programs.start(name, more), more);
      } catch (error) {
        this.lastWords.push((error as Error).message.slice(-500));
        await pause(300);
      }
    }
  }

  async kill(program: Program): Promise<void> {
    this.expected.add(program);
    await this.programs.kill(program);
    this.injected += 1;
  }

  /** SIGTERM. */
  async stop(program: Program): Promise<void> {
    this.expected.add(program);
    const since = Date.now();
    await this.programs.stop(program);
    this.longestDrain = Math.max(this.longestDrain, Date.now() - since);
    this.injected += 1;
  }

  /** One more campaign with everybody new: its id. `before` is done to it while it is a draft. */
  async launch(
    plan: WorldPlan = {},
    before: (campaignId: string) => Promise<void> = async () => undefined,
  ): Promise<string> {
    // counted before it is there: an attack that waits for every campaign's end must wait for this one too
    this.launched += 1;
    const organizations = Math.ceil(this.amount.enrolments / PEOPLE_EACH);
    const { campaignId } = await world(this.programs, { organizations, peopleEach: PEOPLE_EACH, ...plan });
    await before(campaignId);
    await this.insist(async () => {
      const { status, body } = await this.ops.post(`/campaigns/${campaignId}/launch`, {});
      // said twice, because the first answer was lost: launched is launched
      if (status !== 200 && status !== 409) throw new Error(`The launch answers ${status}: ${JSON.stringify(body)}`);
    });
    return campaignId;
  }

  /** Every program serves again: a fault strikes a system that works, and not one that is still being put up. */
  async whole(over: () => boolean): Promise<void> {
    while (!over() && this.programs.all.length < this.amount.workers + 1) await pause(50);
  }

  /** Asks again while the api or the database is away. */
  async insist<T>(ask: () => Promise<T>): Promise<T> {
    for (const end = Date.now() + 60_000; ; await pause(300)) {
      try {
        return await ask();
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  /** Every enrolment of every campaign has its end, or says why it waits; throws when nothing moves any more. */
  async during(inject: (over: () => boolean) => Promise<void>): Promise<void> {
    let over = false;
    let broken: unknown = null;
    const injecting = inject(() => over)
      .catch((error: unknown) => (broken = error))
      .finally(() => (over = true));
    let [seen, at] = [-1, Date.now()];
    try {
      for (;;) {
        if (broken) throw broken;
        const { open, moved } = await this.progress();
        if (open === 0) break;
        if (moved !== seen) [seen, at] = [moved, Date.now()];
        if (Date.now() - at > STANDS_STILL) throw new Error(await this.standstill(open));
        await pause(500);
      }
    } finally {
      over = true;
      await injecting;
    }
    if (broken) throw broken;
  }

  private async progress(): Promise<{ open: number; moved: number }> {
    const [row] = await this.insist(() =>
      this.programs.sql<{ open: number; moved: number }>(
        `SELECT $1 - (SELECT count(*) FROM campaign WHERE state IN ('completed', 'aborted'))::int AS open,
                (SELECT count(*) FILTER (WHERE ended_at IS NOT NULL) + count(*) + sum(touches) FROM enrolment)::int AS moved`,
        [this.launched],
      ),
    );
    return row!;
  }

  private async standstill(open: number): Promise<string> {
    const enrolments = await this.programs.sql<Json>(
      'SELECT state, reason, step_state, deferred, error, min(next_action_at) AS next, count(*)::int AS n FROM enrolment WHERE ended_at IS NULL GROUP BY 1, 2, 3, 4, 5',
    );
    const dispatches = await this.programs.sql<Json>(
      'SELECT state, error_class, response, count(*)::int AS n FROM dispatch GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 5',
    );
    const words = [...this.lastWords.slice(-3), ...this.programs.said];
    return `${open} campaign(s) stand still: ${JSON.stringify({ enrolments, dispatches, words })}`;
  }

  async close(): Promise<void> {
    this.closing = true;
    for (const program of this.programs?.all ?? []) program.signal('SIGCONT');
    await this.programs?.close();
    await Promise.all(Object.values(this.wires).map((wire) => wire?.close()));
    await this.mail?.close();
  }
}
