import { BullModule } from '@nestjs/bullmq';

const declared: string[] = [];

/**
 * Declares a queue in the room that enqueues it, and returns its name. A job only means "there may be work here": the
 * rows tell which. Exactly one handler (`@Processor`) takes its jobs; the boot check holds that.
 */
export function declareQueue(name: string): string {
  if (declared.includes(name)) throw new Error(`The queue ${name} is declared twice.`);
  declared.push(name);
  return name;
}

/** Every declared queue; complete once the modules are loaded. */
export const queues = (): readonly string[] => declared;

/** For the module of the room that declares them. */
export const queueModules = (...names: string[]) => names.map((name) => BullModule.registerQueue({ name }));
