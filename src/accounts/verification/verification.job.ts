import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Verification } from './verification.js';
import { VERIFY_QUEUE } from '../queues.js';

@Processor(VERIFY_QUEUE)
export class VerificationJob extends WorkerHost {
  constructor(private readonly verification: Verification) {
    super();
  }

  async process(): Promise<void> {
    await this.verification.drain();
  }
}
