import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WebhookWorker } from './webhook-worker.js';
import { WEBHOOK_QUEUE } from '../queues.js';

/** There may be events to tell now. */
@Processor(WEBHOOK_QUEUE, { concurrency: 1 })
export class WebhooksJob extends WorkerHost {
  constructor(private readonly courier: WebhookWorker) {
    super();
  }

  async process(): Promise<void> {
    await this.courier.drain();
  }
}
