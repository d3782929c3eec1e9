import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Sender } from './sender.js';

/** There may be mail in the outbox now. */
@Processor('send', { concurrency: 2 })
export class SendJob extends WorkerHost {
  constructor(private readonly sender: Sender) {
    super();
  }

  async process(): Promise<void> {
    await this.sender.drain();
  }
}
