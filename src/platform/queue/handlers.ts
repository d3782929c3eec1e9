import { BullRegistrar, type WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Worker } from 'bullmq';
import { lockOf, SessionLocks } from '../database/session-locks.js';
import { SCHEDULES, type ScheduleName } from '../schedules.js';
import { QUEUES } from './queues.js';

const SCHEDULE = Symbol('schedule');
const PROCESSOR = 'bullmq:processor_metadata';

/** The method that a schedule of platform/schedules.ts calls. It may run in any worker, never in two at once. */
export function Every(name: ScheduleName): MethodDecorator {
  return (_target, _key, descriptor: PropertyDescriptor) =>
    Reflect.defineMetadata(SCHEDULE, name, descriptor.value as object);
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

  /** @throws where a queue or schedule has no handler, or two */
  check(): [ScheduleName, () => Promise<unknown>][] {
    exactlyOne('queue', QUEUES, this.processors());
    const schedules = this.scheduled();
    exactlyOne(
      'schedule',
      Object.keys(SCHEDULES),
      schedules.map(([name]) => name),
    );
    return schedules;
  }

  start(): void {
    const schedules = this.check();
    this.registrar.register();
    for (const worker of this.workers()) this.watch(worker);
    for (const [name, run] of schedules) this.repeat(name, run);
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

  private scheduled(): [ScheduleName, () => Promise<unknown>][] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (!instance || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method): [ScheduleName, () => Promise<unknown>][] => {
        const name = Reflect.getMetadata(SCHEDULE, prototype[method] as object) as ScheduleName | undefined;
        return name ? [[name, () => (instance as Record<string, () => Promise<unknown>>)[method]!()]] : [];
      });
    });
  }

  private repeat(name: ScheduleName, run: () => Promise<unknown>): void {
    const next = () => {
      if (this.stopped) return;
      const turn = this.once(name, run).finally(() => {
        this.running.delete(turn);
        this.turnedAt = performance.now();
        if (!this.stopped) this.timers.push(setTimeout(next, SCHEDULES[name]).unref());
        if (this.timers.length > 1000) this.timers.splice(0, 900);
      });
      this.running.add(turn);
    };
    // spread the first runs, so that a boot is not one burst
    this.timers.push(setTimeout(next, Math.random() * Math.min(SCHEDULES[name], 2_000)).unref());
  }

  private async once(name: ScheduleName, run: () => Promise<unknown>): Promise<void> {
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
