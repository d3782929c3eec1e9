import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { JobQueue } from './job-queue.js';
import { queues } from './queues.js';

/** as many as a queue keeps */
const KEPT = 200;

export interface QueueState {
  name: string;
  waiting: number;
  active: number;
  failed: number;
  /** since when the first of those that wait does so, by the clock of who rang; null: none waits */
  waitingSince: Date | null;
}

/** Jobs that failed alike: for the same work, by the same error. */
export interface DeadLetter {
  /** of all that fail alike, whenever they do */
  id: string;
  queue: string;
  data: Record<string, unknown>;
  error: string;
  times: number;
  firstAt: Date;
  lastAt: Date;
}

/** `jobs`: the latest first */
interface Alike {
  id: string;
  queue: string;
  jobs: Job[];
}

/** What is in the queues, and which jobs failed and can be enqueued again. */
@Injectable()
export class DeadLetters {
  constructor(private readonly jobQueue: JobQueue) {}

  queues(): Promise<QueueState[]> {
    return Promise.all(
      queues().map(async (name) => {
        const queue = this.jobQueue.queue(name);
        const [{ waiting = 0, active = 0, failed = 0 }, [first]] = await Promise.all([
          queue.getJobCounts('waiting', 'active', 'failed'),
          queue.getJobs(['waiting'], 0, 0, true),
        ]);
        return { name, waiting, active, failed, waitingSince: first ? new Date(first.timestamp) : null };
      }),
    );
  }

  /** Latest first. */
  async list(): Promise<DeadLetter[]> {
    return [...(await this.alike()).values()]
      .map(letter)
      .toSorted((one, two) => two.lastAt.getTime() - one.lastAt.getTime());
  }

  /**
   * Enqueues each once more (all, where none is named) and forgets its failures. A job that was retried meanwhile is
   * left alone.
   */
  async replay(ids: string[] | null): Promise<{ done: number; left: number }> {
    const all = [...(await this.alike()).values()].filter(({ id }) => ids === null || ids.includes(id));
    let done = 0;
    for (const { jobs } of all) {
      const rung = await jobs[0]!.retry('failed').then(
        () => true,
        () => false,
      );
      if (rung) done += 1;
      await Promise.allSettled(jobs.slice(1).map((job) => job.remove()));
    }
    return { done, left: (ids?.length ?? all.length) - done };
  }

  private async alike(): Promise<Map<string, Alike>> {
    const found = new Map<string, Alike>();
    for (const queue of queues())
      for (const job of await this.jobQueue.queue(queue).getJobs(['failed'], 0, KEPT - 1)) {
        const what = JSON.stringify([queue, job.data, job.failedReason]);
        const id = createHash('sha256').update(what).digest('base64url').slice(0, 22);
        const alike = found.get(id) ?? { id, queue, jobs: [] };
        alike.jobs.push(job);
        found.set(id, alike);
      }
    for (const { jobs } of found.values()) jobs.sort((one, two) => (two.finishedOn ?? 0) - (one.finishedOn ?? 0));
    return found;
  }
}

const endOf = (job: Job): Date => new Date(job.finishedOn ?? job.timestamp);

function letter({ id, queue, jobs }: Alike): DeadLetter {
  const latest = jobs[0]!;
  return {
    id,
    queue,
    data: latest.data as Record<string, unknown>,
    error: latest.failedReason ?? '',
    times: jobs.length,
    firstAt: endOf(jobs.at(-1)!),
    lastAt: endOf(latest),
  };
}
