import type { EntityManager } from 'typeorm';

/**
 * Locks the enrolment and its colleagues until the transaction ends. A transaction that changes one of them because
 * of another calls this first: two that each hold one row and want the other's would be a deadlock.
 */
export async function lockColleagues(manager: EntityManager, enrolmentId: string): Promise<void> {
  await manager.query(LOCK_COLLEAGUES, [enrolmentId]);
}

/**
 * In one order. Not FOR UPDATE: that would wait for each record of a conversation that refers to one of them. $1
 * enrolment
 */
const LOCK_COLLEAGUES = `
SELECT c.id
  FROM enrolment e
  JOIN enrolment c ON c.campaign_id = e.campaign_id AND c.organization_id = e.organization_id
 WHERE e.id = $1
 ORDER BY c.id
   FOR NO KEY UPDATE OF c`;
