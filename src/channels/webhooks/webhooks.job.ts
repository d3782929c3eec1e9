import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Courier } from './webhook-worker.js';

/** There may be facts to tell now. */
@Processor('webhooks', { concurrency: 1 })
export class WebhooksJob extends WorkerHost {
  constructor(private readonly courier: Courier) {
    super();
  }

  async process(): Promise<void> {
    await this.courier.drain();
  }
}
