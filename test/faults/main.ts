import type { Backend } from '../support/backends.js';
import { Chance } from './chance.js';
import { FAULTS, type Fault } from './faults.js';
import { judge, kept, type InFlight, type Unknown, type Verdict } from './oracle.js';
import { Scene, type Amount } from './scene.js';
import type { Servers } from './servers.js';

export { FAULTS };
export { linesOf, tableOf } from './report.js';

export interface Options extends Amount {
  /** names, or parts of them where no fault is named so; all where none is given */
  only: string[];
  /** those that belong to the short form */
  short: boolean;
  queues: Backend[];
  seed: number;
}

export interface Result extends Omit<Verdict, 'unknown'> {
  name: string;
  promise: string;
  fault: string;
  queue: Backend;
  faults: number;
  unknown: number;
  listed: Unknown[];
  seconds: number;
  /** messages taken by the mail server a second, from the first launch to the last end */
  perSecond: number;
  /** mails that were under way when a pause or an abort had returned, one by one */
  inFlight: InFlight[];
  /** what else was measured, in words */
  notes: string[];
  /** programs that ended without being told to */
  died: number;
  kept: boolean;
  /** why it could not be done to Overture here */
  notRun?: string;
  /** why not, in words */
  broken: string | null;
}

export function chosen({ only, short, queues }: Options): { fault: Fault; queue: Backend }[] {
  return FAULTS.filter(({ name }) => only.length === 0 || only.some((part) => meant(part, name))).flatMap((fault) =>
    queues
      .filter((queue) => (!fault.queue || fault.queue === queue) && (!short || fault.short === queue))
      .map((queue) => ({ fault, queue })),
  );
}

const meant = (part: string, name: string): boolean =>
  name === part || (name.includes(part) && !FAULTS.some((each) => each.name === part));

/** One attack after the other, each on a database of its own; `tell` hears now and then how far it is. */
export async function* attack(
  options: Options,
  servers: Servers,
  tell: (name: string, words: string) => void,
): AsyncGenerator<Result> {
  for (const { fault, queue } of chosen(options)) {
    const amount = { ...options, ...least(options, fault.amount) };
    const small = fault.smallDisk ? await servers.smallDisk() : null;
    if (fault.smallDisk && !small) {
      yield notRun(fault, queue, 'it takes the right to mount a file system');
      continue;
    }
    const hurt = { ...servers, ...small };
    const scene = await Scene.open(queue, hurt, amount, new Chance(options.seed), fault.wired);
    const since = Date.now();
    const timer = setInterval(
      () => tell(`${fault.name} (${queue})`, `${scene.mail.accepted.length} mails, ${scene.injected} faults`),
      250,
    );
    let broken: string | null = null;
    try {
      await fault.run(scene);
    } catch (error) {
      broken = (error as Error).stack ?? String(error);
    }
    const seconds = (Date.now() - since) / 1000;
    clearInterval(timer);
    try {
      const { unknown, ...verdict } = await scene.insist(() => judge(scene.programs, scene.mail, scene.hostile));
      if (fault.unknown !== undefined && unknown.length > fault.unknown)
        broken ??= `${unknown.length} unknown, where nothing was ambiguous`;
      const isKept = broken === null && kept({ ...verdict, unknown });
      yield {
        name: fault.name,
        promise: fault.promise,
        fault: fault.does,
        queue,
        ...verdict,
        faults: scene.injected,
        unknown: unknown.length,
        listed: unknown,
        seconds,
        perSecond: scene.mail.accepted.length / seconds,
        inFlight: scene.inFlight,
        notes: [
          ...scene.notes,
          ...(scene.longestDrain > 0 ? [`longest drain ${(scene.longestDrain / 1000).toFixed(1)} s`] : []),
        ],
        died: scene.died,
        kept: isKept,
        broken: isKept ? null : [broken ?? 'The log and the rows differ.', ...scene.programs.said].join('\n'),
      };
    } finally {
      await scene.close();
      await small?.close();
    }
  }
}

function notRun({ name, promise, does }: Fault, queue: Backend, why: string): Result {
  const none = {
    enrolments: 0,
    skipped: 0,
    contactedTwice: 0,
    mistold: 0,
    ended: {},
    faults: 0,
    unknown: 0,
    seconds: 0,
    perSecond: 0,
    died: 0,
  };
  return {
    name,
    promise,
    fault: does,
    queue,
    ...none,
    listed: [],
    inFlight: [],
    notes: [],
    kept: true,
    notRun: why,
    broken: null,
  };
}

/** What takes a minute a message is not asked for by the hundred thousand. */
function least(asked: Amount, own: Partial<Amount> = {}): Partial<Amount> {
  return Object.fromEntries(Object.entries(own).map(([name, n]) => [name, Math.min(n, asked[name as keyof Amount])]));
}
