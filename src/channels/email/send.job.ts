import { Processor, WorkerHost } from '@nestjs/bullmq';
import { OutboxWorker } from './outbox-worker.js';
import { SEND_QUEUE } from '../../campaigns/index.js';

/** There may be mail in the outbox now. */
@Processor(SEND_QUEUE, { concurrency: 2 })
export class SendJob extends WorkerHost {
  constructor(private readonly carrier: OutboxWorker) {
    super();
  }

  async process(): Promise<void> {
    await this.carrier.drain();
  }
}
