import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Launch } from './launch.js';
import { LAUNCH_QUEUE } from '../queues.js';

/** This campaign may have people to enrol. */
@Processor(LAUNCH_QUEUE, { concurrency: 1 })
export class LaunchJob extends WorkerHost {
  constructor(private readonly launch: Launch) {
    super();
  }

  async process(job: Job<{ campaignId: string }>): Promise<void> {
    await this.launch.run(job.data.campaignId);
  }
}
