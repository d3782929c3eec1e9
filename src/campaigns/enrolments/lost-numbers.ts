import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { MAY_CALL_SQL } from '../../accounts/index.js';
import { Every, JobQueue, rows, transaction } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { changeEnrolments, each } from './enrolment-transitions.js';
import { DRIVE_QUEUE } from '../queues.js';

const BATCH = 500;

/**
 * A number may turn out wrong, or be removed, while its call waits: by verification, a person's mark, an import, a
 * preference. The call is withdrawn and its enrolment is due again at the same step, so that the driver asks for
 * another number. A sweep over rows, set-based, because contacts are changed in many places.
 */
@Injectable()
export class LostNumbers {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: Tasks,
    private readonly jobQueue: JobQueue,
  ) {}

  /** A task that a rep has claimed waits until its release. Returns how many calls were withdrawn. */
  @Every('take-back-lost-calls', 30_000)
  async takeBack(): Promise<number> {
    let taken = 0;
    for (let batch = BATCH; batch === BATCH; taken += batch) batch = await this.batch();
    return taken;
  }

  private batch(): Promise<number> {
    return transaction(this.source, 'worker', async (manager) => {
      const lost = await rows<{ id: string; taskId: string }>(manager, LOST, [BATCH]);
      if (lost.length === 0) return 0;
      await this.tasks.withdraw(
        manager,
        lost.map(({ taskId }) => taskId),
        'The number cannot be called any more.',
      );
      const due = await changeEnrolments(
        manager,
        each(
          lost.map(({ id }) => id),
          { transition: 'call_withdrawn' },
        ),
      );
      const shards = new Map(due.map(({ campaignId, shard }) => [`${campaignId} ${shard}`, { campaignId, shard }]));
      for (const shard of shards.values()) this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, shard);
      return lost.length;
    });
  }
}

/**
 * Waits for no lock: what a rep, a driver or an answer holds is found the next time. The attempt does not count. $1 how
 * many
 */
const LOST = `
SELECT e.id, t.id AS task_id
  FROM task t
  JOIN enrolment e ON e.id = t.enrolment_id
  JOIN contact c ON c.id = t.contact_id
 WHERE t.kind = 'call'
   AND t.state IN ('open', 'snoozed')
   AND e.step = t.step_key
   AND e.step_state = 'in_flight'
   AND e.ended_at IS NULL
   AND NOT ${MAY_CALL_SQL}
 LIMIT $1
   FOR UPDATE OF e, t SKIP LOCKED`;
