import type { EntityManager } from 'typeorm';
import { pauseAudit, resumeAudit } from '../../platform/index.js';

/**
 * In the trail stays who did what to which row, and when; the words go, and an entry for each of these rows says by
 * whom. Which columns are words, the database's function knows: the application itself may not change the trail.
 */
export async function blankAudit(manager: EntityManager, entity: string, ids: string[]): Promise<void> {
  if (ids.length > 0) await manager.query('SELECT blank_audit($1, $2)', [entity, ids]);
}

/** From here to `endErasing` what is overwritten does not come into the trail again. */
export async function beginErasing(manager: EntityManager, contactId: string): Promise<void> {
  await pauseAudit(manager, `erasure:${contactId}`);
  await manager.query("SELECT set_config('overture.erasing', 'on', true)");
}

export async function endErasing(manager: EntityManager): Promise<void> {
  await resumeAudit(manager);
  await manager.query("SELECT set_config('overture.erasing', '', true)");
}
