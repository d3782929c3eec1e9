import type { DataSource, EntityManager } from 'typeorm';

const RETRIES = 4;
/** deadlock, serialization failure: PostgreSQL undid the whole transaction and asks for another try */
const TRY_AGAIN = new Set(['40P01', '40001']);

/**
 * Runs `work` in one transaction as `actor`, whom the audit trail names. What `afterCommit` collected runs once it is
 * committed; a failure there is lost on purpose, because the sweep finds what nobody rang for.
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
  const rings: (() => Promise<void>)[] = [];
  runner.data = { rings };
  try {
    await runner.startTransaction();
    // whoever watches this table (Changes) sees the write with the commit, not when the connection has been idle for a while
    await runner.query("SELECT set_config('overture.actor', $1, true), pg_stat_force_next_flush()", [actor]);
    const result = await work(runner.manager);
    await runner.commitTransaction();
    for (const ring of rings) await ring().catch(() => undefined);
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** Keeps `ring` until the manager's transaction is committed. */
export function afterCommit(manager: EntityManager, ring: () => Promise<void>): void {
  const rings = (manager.queryRunner?.data as { rings?: (() => Promise<void>)[] } | undefined)?.rings;
  if (!rings) throw new Error('afterCommit needs a manager that came from transaction().');
  rings.push(ring);
}
