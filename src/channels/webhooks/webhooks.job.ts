import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WebhookWorker } from './webhook-worker.js';

/** There may be events to tell now. */
@Processor('webhooks', { concurrency: 1 })
export class WebhooksJob extends WorkerHost {
  constructor(private readonly courier: WebhookWorker) {
    super();
  }

  async process(): Promise<void> {
    await this.courier.drain();
  }
}
