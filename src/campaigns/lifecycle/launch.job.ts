import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Launch } from './launch.js';

/** This campaign may have people to enrol. */
@Processor('launch', { concurrency: 1 })
export class LaunchJob extends WorkerHost {
  constructor(private readonly launch: Launch) {
    super();
  }

  async process(job: Job<{ campaignId: string }>): Promise<void> {
    await this.launch.run(job.data.campaignId);
  }
}
