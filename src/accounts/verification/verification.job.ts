import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Verification } from './verification.js';

@Processor('verify')
export class VerificationJob extends WorkerHost {
  constructor(private readonly verification: Verification) {
    super();
  }

  async process(): Promise<void> {
    await this.verification.drain();
  }
}
