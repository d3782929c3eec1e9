import * as fc from 'fast-check';
import { Chance } from '../../faults/chance.js';

const DRAWN_FOR_ONE = 12;
const MOST_N = 1_000_000;
const one = <T>(list: T[], n: number): T => list[n % list.length]!;

/** What can happen. `run` is only asked for what `can` be; `about` and `n` choose among what it can be about, and how. */
export interface Kind<M, S> {
  can: (model: M) => boolean;
  run: (model: M, stage: S, about: number, n: number) => Promise<void>;
  /** how often it comes, against the others */
  weight: number;
}

/** `among` lists what it can be about just now; where there is nothing, it is left out. */
export function kind<M, S, T>(of: {
  among: (model: M) => T[];
  run: (model: M, stage: S, about: T, n: number) => Promise<void>;
  weight?: number;
}): Kind<M, S> {
  return {
    can: (model) => of.among(model).length > 0,
    run: (model, stage, about, n) => of.run(model, stage, one(of.among(model), about), n),
    weight: of.weight ?? 1,
  };
}

export interface Walked {
  /** how many there were */
  readonly commands: number;
  /** Another command comes. */
  begins(): void;
}

/** Random walks of commands, beside a model that is compared with the database after each. */
export class Walk<M extends Walked, S> {
  readonly done = new Map<string, number>();

  /** `most`: commands in a run; most of those that are drawn are about nothing just then, and left out */
  constructor(
    private readonly kinds: Record<string, Kind<M, S>>,
    private readonly most: number,
    private readonly compare: (model: M, stage: S) => Promise<void>,
  ) {}

  /** Names of what has not come yet. */
  get missing(): string[] {
    return Object.keys(this.kinds).filter((name) => !this.done.has(name));
  }

  /**
   * One run that takes what is missing wherever it can be, and on the way there what is furthest behind its weight (or, where nothing
   * `weighs`, what came least: some things come only where rare ones are frequent).
   */
  async steer(model: M, stage: S, chance: Chance, weighs: boolean): Promise<void> {
    const taken: string[] = [];
    const weight = (name: string) => (weighs ? this.kinds[name]!.weight : 1);
    const share = (name: string) => (taken.filter((each) => each === name).length + 1) / weight(name);
    const draw = () => Math.floor(chance.between(0, MOST_N));
    try {
      while (this.missing.length > 0 && model.commands < this.most) {
        const possible = Object.keys(this.kinds).filter((name) => this.kinds[name]!.can(model));
        const wanted = possible.filter((name) => this.missing.includes(name));
        const name = (wanted.length > 0 ? wanted : possible).toSorted((a, b) => share(a) - share(b))[0];
        if (!name) break;
        taken.push(name);
        await this.command(name, this.kinds[name]!, draw(), draw()).run(model, stage);
      }
    } catch (error) {
      throw new Error(`${taken.join(', ')}\n${(error as Error).message}`, { cause: error });
    }
  }

  commands(replayPath?: string): fc.Arbitrary<Iterable<fc.AsyncCommand<M, S>>> {
    const drawn = Object.entries(this.kinds).flatMap(([name, each]) =>
      Array.from({ length: each.weight }, () =>
        fc.tuple(fc.nat(MOST_N), fc.nat(MOST_N)).map(([about, n]) => this.command(name, each, about, n)),
      ),
    );
    const sizes = { maxCommands: DRAWN_FOR_ONE * this.most, size: 'max' } as const;
    return fc.commands<M, S>(drawn, { ...sizes, ...(replayPath && { replayPath }) } as never) as never;
  }

  private command(name: string, { can, run }: Kind<M, S>, about: number, n: number): fc.AsyncCommand<M, S> {
    return {
      check: (model) => model.commands < this.most && can(model as M),
      run: async (model, stage) => {
        model.begins();
        await run(model, stage, about, n);
        await this.compare(model, stage);
        this.done.set(name, (this.done.get(name) ?? 0) + 1);
      },
      toString: () => `${name}(${about}, ${n})`,
    };
  }
}
