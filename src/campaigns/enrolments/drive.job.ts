import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Driver } from './driver.js';
import { DRIVE_QUEUE } from '../queues.js';

/** There may be due enrolments in this shard now. */
@Processor(DRIVE_QUEUE, { concurrency: 3 })
export class DriveJob extends WorkerHost {
  constructor(private readonly driver: Driver) {
    super();
  }

  async process(job: Job<{ campaignId: string; shard: number }>): Promise<void> {
    await this.driver.drainShard(job.data.campaignId, job.data.shard);
  }
}
