import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config.js';
import { JobQueue } from './job-queue.js';
import { Handlers } from './handlers.js';
import { queues } from './queues.js';

interface FirstWaiting {
  /**
   * the job that waits longest, and since when it was seen to; by this process's own steady clock, because a job's time
   * is another's
   */
  first: string | undefined;
  since: number;
}

/**
 * Whether this worker still works: BullMQ's may stop taking jobs without an error. It does not where a queue has not
 * moved for as long as HEALTH_PATIENCE allows while this worker did nothing in it, or where none of its schedules had a
 * turn. A queue that cannot be asked counts as alive.
 */
@Injectable()
export class Liveness implements OnApplicationShutdown {
  private readonly patience: number;
  private readonly standing = new Map<string, FirstWaiting>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    { healthPatience }: Config,
    private readonly jobQueue: JobQueue,
    private readonly handlers: Handlers,
  ) {
    this.patience = healthPatience * 1_000;
  }

  start(): void {
    this.timer = setInterval(() => void this.look(), Math.min(5_000, this.patience / 3)).unref();
  }

  /** What does not work; null: all does. */
  trouble(): string | null {
    const now = performance.now();
    const still = Math.round((now - this.handlers.turnedAt) / 1_000);
    if (now - this.handlers.turnedAt > this.patience) return `No schedule had a turn for ${still} seconds.`;
    for (const name of queues()) {
      const { first, since } = this.standing.get(name) ?? { first: undefined, since: now };
      const busy = this.handlers.work.get(name);
      if (first === undefined || now - since <= this.patience || !busy) continue;
      if (busy.active === 0 && busy.doneAt < since)
        return `The queue "${name}" has not moved for ${Math.round((now - since) / 1_000)} seconds, and nothing is done in it here.`;
    }
    return null;
  }

  private async look(): Promise<void> {
    await Promise.allSettled(
      queues().map(async (name) => {
        const [job] = await this.jobQueue.queue(name).getJobs(['waiting'], 0, 0, true);
        if (job?.id !== this.standing.get(name)?.first)
          this.standing.set(name, { first: job?.id, since: performance.now() });
      }),
    );
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
