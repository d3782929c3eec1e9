import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Piscina } from 'piscina';
import { COMPILED } from '../database/places.js';
import { ConcurrencyLimit } from './concurrency-limit.js';

/** It took too long, or too much memory, and its thread was ended. */
export class ThreadEnded extends Error {
  constructor(
    readonly limit: 'time' | 'memory',
    message: string,
  ) {
    super(message);
  }
}

interface Limits {
  /** that run at once; left out: all cores but one */
  threads?: number;
  /** that may wait for a thread */
  waiting: number;
  /** until the thread of a task is ended, from when the task was given to it */
  milliseconds: number;
  megabytes: number;
}

/**
 * Work that must not hold up the process, in threads of their own, which end with a task that takes too long or too
 * much. The file exports one function as its default; what goes in and out is copied.
 */
export class ThreadPool<In, Out> {
  private pool: Piscina<In, Out> | undefined;
  private readonly threads: number;
  private readonly turns: ConcurrencyLimit;

  /** `file`: below src, such as `identity/sessions/passwords.thread.js` */
  constructor(
    private readonly file: string,
    private readonly limits: Limits,
  ) {
    this.threads = limits.threads ?? Math.max(1, availableParallelism() - 1);
    this.turns = new ConcurrencyLimit(this.threads, limits.waiting);
  }

  /** @throws TooBusy, ThreadEnded, or what the function throws */
  run(input: In): Promise<Out> {
    return this.turns.take(() => this.runNow(input));
  }

  private async runNow(input: In): Promise<Out> {
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(), this.limits.milliseconds);
    try {
      return await (await this.open()).run(input, { signal: ended.signal });
    } catch (error) {
      const { code } = error as { code?: string };
      if (ended.signal.aborted) throw new ThreadEnded('time', `This took longer than ${this.limits.milliseconds} ms.`);
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') throw new ThreadEnded('memory', 'This took too much memory.');
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
    this.pool = undefined;
  }

  private async open(): Promise<Piscina<In, Out>> {
    const { Piscina } = await import('piscina');
    return (this.pool ??= new Piscina<In, Out>({
      filename: join(COMPILED, this.file),
      minThreads: 0,
      maxThreads: this.threads,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes },
    }));
  }
}
