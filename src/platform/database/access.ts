import type { DataSource, EntityManager } from 'typeorm';

export interface Access {
  actor: string;
  action: 'export' | 'read';
  /** what was read: a table, or the path of a listing */
  entity: string;
  entityId: string;
  detail?: Record<string, unknown>;
}

/** Writes into the audit trail that someone read or took along what is held of people. */
export async function recordAccess(
  manager: DataSource | EntityManager,
  { actor, action, entity, entityId, detail }: Access,
): Promise<void> {
  await manager.query('SELECT record_access($1, $2, $3, $4, $5)', [
    actor,
    action,
    entity,
    entityId,
    detail ? JSON.stringify(detail) : null,
  ]);
}
