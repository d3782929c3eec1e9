import type { EntityManager } from 'typeorm';

/**
 * To the end of the transaction, or `resumeAudit`, its changes are not written to the audit trail; an entry says so, and
 * `where` they stand instead: `import:<id>`, `erasure:<contact id>`.
 */
export async function pauseAudit(manager: EntityManager, where: string): Promise<void> {
  await manager.query('SELECT pause_audit($1)', [where]);
}

export async function resumeAudit(manager: EntityManager): Promise<void> {
  await manager.query('SELECT resume_audit()');
}
