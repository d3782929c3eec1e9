import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bullmq';
import { PostgresQueueBackend, RedisQueueBackend, type Queue } from 'bullmq';
import type { EntityManager } from 'typeorm';
import { Config } from '../config.js';
import { afterCommit } from '../database/transaction.js';
import { queues } from './queues.js';

/** Jobs for the same work within this time become one, so that a slow worker finds no pile of jobs. */
const ONE_RING_MS = 200;

/**
 * Enqueues jobs. A job may be lost (Redis may be wiped at any time) and may come twice: neither matters, because the
 * rows are the truth.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap {
  constructor(
    private readonly modules: ModuleRef,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    const expected = this.config.queueBackend === 'redis' ? RedisQueueBackend : PostgresQueueBackend;
    for (const name of queues())
      // @nestjs/bullmq 12.0 ignores a backendFactory option silently: make sure that the default took hold
      if (!(this.queue(name).getBackend() instanceof expected))
        throw new Error(`Queue ${name} does not run on ${this.config.queueBackend}.`);
  }

  async enqueue(queue: string, data: Record<string, unknown>): Promise<void> {
    const what = createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 22);
    const jobId = `${queue}-${what}-${Math.floor(Date.now() / ONE_RING_MS)}`;
    await this.queue(queue).add(queue, data, {
      jobId,
      attempts: 1,
      removeOnComplete: true,
      removeOnFail: { count: 200 },
    });
  }

  /** Commit, then enqueue. */
  enqueueAfter(manager: EntityManager, queue: string, data: Record<string, unknown>): void {
    afterCommit(manager, () => this.enqueue(queue, data));
  }

  queue(name: string): Queue {
    return this.modules.get<Queue>(getQueueToken(name), { strict: false });
  }
}
