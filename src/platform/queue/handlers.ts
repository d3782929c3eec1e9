import { BullRegistrar, type WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Worker } from 'bullmq';
import { lockOf, SessionLocks } from '../database/session-locks.js';
import { queues } from './queues.js';

const SCHEDULE = Symbol('schedule');
const PROCESSOR = 'bullmq:processor_metadata';

export interface Schedule {
  name: string;
  /** wall-clock milliseconds between two runs, over all workers together */
  every: number;
}
type Scheduled = Schedule & { run: () => Promise<unknown> };

/**
 * Calls the method every so many milliseconds, in any worker and never in two at once: a timer in the process with a
 * try-lock in PostgreSQL, and not a BullMQ scheduler, because FLUSHALL deletes those silently.
 */
export function Every(name: string, every: number): MethodDecorator {
  return (_target, _key, descriptor: PropertyDescriptor) =>
    Reflect.defineMetadata(SCHEDULE, { name, every } satisfies Schedule, descriptor.value as object);
}

/** Starts queues and schedules of a worker: refuses to boot on a queue or schedule with no handler, or with two. */
@Injectable()
export class Handlers implements OnApplicationShutdown {
  private readonly log = new Logger('Schedules');
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private stopped = false;
  /** when a schedule last had a turn, by performance.now() */
  turnedAt = performance.now();
  /** what is done in this process, by queue; empty where it is no worker */
  readonly work = new Map<string, { active: number; doneAt: number }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly registrar: BullRegistrar,
    private readonly locks: SessionLocks,
  ) {}

  /**
   * Every schedule that a room declares. @throws where a queue has no handler or two, or two schedules have one name
   */
  check(): Scheduled[] {
    exactlyOne('queue', queues(), this.processors());
    const schedules = this.scheduled();
    const names = schedules.map(({ name }) => name);
    exactlyOne('schedule', [...new Set(names)], names);
    return schedules;
  }

  start(): void {
    const schedules = this.check();
    this.registrar.register();
    for (const worker of this.workers()) this.watch(worker);
    for (const schedule of schedules) this.repeat(schedule);
    const list = schedules.map(({ name, every }) => `${name} every ${every / 1_000} s`);
    this.log.log(`Queues: ${queues().join(', ')}. Schedules: ${list.join(', ')}.`);
  }

  private processors(): string[] {
    return this.discovery
      .getProviders()
      .map(nameOfQueue)
      .filter((name): name is string => Boolean(name));
  }

  private workers(): Worker[] {
    return this.discovery
      .getProviders()
      .filter((provider) => nameOfQueue(provider))
      .map(({ instance }) => (instance as WorkerHost).worker);
  }

  private watch(worker: Worker): void {
    const work = { active: 0, doneAt: performance.now() };
    const done = () => {
      work.active = Math.max(0, work.active - 1);
      work.doneAt = performance.now();
    };
    this.work.set(worker.name, work);
    worker
      .on('active', () => (work.active += 1))
      .on('completed', done)
      .on('failed', done);
  }

  private scheduled(): Scheduled[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (!instance || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method): Scheduled[] => {
        const schedule = Reflect.getMetadata(SCHEDULE, prototype[method] as object) as Schedule | undefined;
        const run = () => (instance as Record<string, () => Promise<unknown>>)[method]!();
        return schedule ? [{ ...schedule, run }] : [];
      });
    });
  }

  private repeat({ name, every, run }: Scheduled): void {
    const next = () => {
      if (this.stopped) return;
      const turn = this.once(name, run).finally(() => {
        this.running.delete(turn);
        this.turnedAt = performance.now();
        if (!this.stopped) this.timers.push(setTimeout(next, every).unref());
        if (this.timers.length > 1000) this.timers.splice(0, 900);
      });
      this.running.add(turn);
    };
    // spread the first runs, so that a boot is not one burst
    this.timers.push(setTimeout(next, Math.random() * Math.min(every, 2_000)).unref());
  }

  private async once(name: string, run: () => Promise<unknown>): Promise<void> {
    const key = lockOf(`schedule ${name}`);
    try {
      if (!(await this.locks.take(key))) return;
      await run().finally(() => this.locks.giveBack(key));
    } catch (error) {
      if (!this.stopped) this.log.error(`${name}: ${(error as Error).message}`);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.allSettled(this.running);
  }
}

const nameOfQueue = ({ metatype }: { metatype: unknown }): string | undefined =>
  metatype ? (Reflect.getMetadata(PROCESSOR, metatype) as { name?: string } | undefined)?.name : undefined;

function exactlyOne(what: string, wanted: readonly string[], found: string[]): void {
  for (const name of wanted) {
    const times = found.filter((each) => each === name).length;
    if (times !== 1) throw new Error(`The ${what} "${name}" has ${times} handlers; it needs exactly one.`);
  }
  const unknown = found.find((name) => !wanted.includes(name));
  if (unknown) throw new Error(`A handler names the ${what} "${unknown}", which is not on the list.`);
}
