import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Importer } from './importer.js';
import { IMPORT_QUEUE } from '../queues.js';

// two at a time: a small import need not wait for a large one
@Processor(IMPORT_QUEUE, { concurrency: 2 })
export class ImportsJob extends WorkerHost {
  constructor(private readonly importer: Importer) {
    super();
  }

  async process(job: Job<{ importId: string }>): Promise<void> {
    await this.importer.work(job.data.importId);
  }
}
