import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { MAY_CALL_SQL } from '../../accounts/index.js';
import { JobQueue, Every, rows, transaction } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { WRITE_EVENTS } from './drive.sql.js';
import { DRIVE_QUEUE } from '../queues.js';

const BATCH = 500;

interface Lost {
  id: string;
  campaignId: string;
  shard: number;
  step: string;
  taskId: string;
}

/**
 * A number may turn out wrong, or go, while its call waits: by verification, a person's mark, an import, a wish. The call is taken back
 * and its member is due again at the same step, so that the driver asks for another number. By rows and not by whoever changed the
 * contact, because that happens in many places, and set-based.
 */
@Injectable()
export class LostNumbers {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: Tasks,
    private readonly jobQueue: JobQueue,
  ) {}

  /** What a rep holds now waits until he lets go. How many calls were taken back. */
  @Every('take-back-lost-calls', 30_000)
  async takeBack(): Promise<number> {
    let taken = 0;
    for (let batch = BATCH; batch === BATCH; taken += batch) batch = await this.batch();
    return taken;
  }

  private batch(): Promise<number> {
    return transaction(this.source, 'worker', async (manager) => {
      const lost = await rows<Lost>(manager, LOST, [BATCH]);
      if (lost.length === 0) return 0;
      const ids = lost.map(({ id }) => id);
      await this.tasks.withdraw(
        manager,
        lost.map(({ taskId }) => taskId),
        'The number cannot be called any more.',
      );
      await manager.query(DUE_AGAIN, [ids]);
      const events = lost.map(({ id, step }) => ({ enrolmentId: id, what: 'number_lost', step, detail: null }));
      await manager.query(WRITE_EVENTS, [JSON.stringify(events)]);
      const rings = new Map(lost.map(({ campaignId, shard }) => [`${campaignId} ${shard}`, { campaignId, shard }]));
      for (const ring of rings.values()) this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, ring);
      return lost.length;
    });
  }
}

/** Waits for nobody: what a rep, a driver or an answer holds is found the next time. $1 how many */
const LOST = `
SELECT e.id, e.campaign_id AS "campaignId", e.shard, e.step, t.id AS "taskId"
  FROM task t JOIN enrolment e ON e.id = t.enrolment_id JOIN contact c ON c.id = t.contact_id
 WHERE t.kind = 'call' AND t.state IN ('open', 'snoozed') AND e.step = t.step_key AND e.step_state = 'in_flight' AND e.ended_at IS NULL
   AND NOT ${MAY_CALL_SQL}
 LIMIT $1 FOR UPDATE OF e, t SKIP LOCKED`;

/** The attempt was not made, and does not count. Whoever is paused stays so. $1 enrolments */
const DUE_AGAIN = `
UPDATE enrolment SET step_state = 'due', next_action_at = CASE WHEN state IN ('pending', 'active') THEN app_now() ELSE next_action_at END
 WHERE id = ANY($1::uuid[])`;
