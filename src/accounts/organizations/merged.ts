import type { EntityManager } from 'typeorm';
import { Conflict, row } from '../../platform/index.js';

export class OrganizationMerged extends Conflict {}

/**
 * Before something is written to an organization. Takes no lock, which would wait in another order than a merge does:
 * what is written while a merge runs follows it (OrganizationMerges). One that is not known is not refused here.
 * @throws OrganizationMerged, which names the organization that it became part of
 */
export async function assertNotMerged(manager: EntityManager, id: string): Promise<void> {
  const found = await row<{ name: string; mergedInto: string }>(manager, MERGED, [id]);
  if (found)
    throw new OrganizationMerged(`${found.name} was merged into another organization. Use that one.`, {
      organizationId: found.mergedInto,
    });
}

/** $1 organization */
const MERGED = 'SELECT name, merged_into FROM organization WHERE id = $1 AND merged_into IS NOT NULL';
