import { Processor, WorkerHost } from '@nestjs/bullmq';
import { PROVIDER_EVENT_QUEUE } from '../queues.js';
import { ProviderEventWorker } from './provider-event-worker.js';

/** There may be events of providers to carry out now. */
@Processor(PROVIDER_EVENT_QUEUE, { concurrency: 1 })
export class ProviderEventsJob extends WorkerHost {
  constructor(private readonly events: ProviderEventWorker) {
    super();
  }

  async process(): Promise<void> {
    await this.events.drain();
  }
}
