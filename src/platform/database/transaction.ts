import type { DataSource, EntityManager } from 'typeorm';

const RETRIES = 4;
/** deadlock, serialization failure: PostgreSQL undid the whole transaction and asks for another try */
const TRY_AGAIN = new Set(['40P01', '40001']);

/**
 * Runs `work` in one transaction as `actor`, whom the audit trail names. What `afterCommit` collected runs after the
 * commit; a failure there is dropped on purpose, because the sweep finds due rows that have no job.
 */
export async function transaction<T>(
  source: DataSource,
  actor: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(source, actor, work);
    } catch (error) {
      if (attempt >= RETRIES || !TRY_AGAIN.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

async function once<T>(source: DataSource, actor: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  const jobs: (() => Promise<void>)[] = [];
  runner.data = { jobs };
  try {
    await runner.startTransaction();
    // Changes watches this table: it sees the write with the commit, not when the connection has been idle for a while
    await runner.query("SELECT set_config('overture.actor', $1, true), pg_stat_force_next_flush()", [actor]);
    const result = await work(runner.manager);
    await runner.commitTransaction();
    for (const job of jobs) await job().catch(() => undefined);
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** Runs `job` after the manager's transaction has committed. */
export function afterCommit(manager: EntityManager, job: () => Promise<void>): void {
  const jobs = (manager.queryRunner?.data as { jobs?: (() => Promise<void>)[] } | undefined)?.jobs;
  if (!jobs) throw new Error('afterCommit needs a manager that came from transaction().');
  jobs.push(job);
}
