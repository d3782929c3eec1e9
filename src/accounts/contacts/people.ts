import type { EntityManager } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import { rows } from '../../platform/index.js';
import type { RoleSource } from './buying-role.entity.js';
import { emailKey } from '../normalize/emails.js';
import { maybeSamePerson, personKey } from '../normalize/names.js';

/** A person whom a conversation or a reply named. */
export interface PersonFound {
  organizationId: string;
  name: string;
  email?: string | null;
  phone?: string | null;
  title?: string | null;
  role: Role;
  /** a day; not known where left out */
  since?: string;
  attitude?: number;
  preferredSupplier?: string;
  source: RoleSource;
}

/**
 * The contact that it already is: the same address and a name that may be the same, or, where no address decides, the
 * same name. Two people who share an address both stay.
 */
export async function whoIs(manager: EntityManager, found: PersonFound): Promise<string | undefined> {
  const key = personKey(found.name);
  const address = found.email ? emailKey(found.email) : null;
  const candidates = await rows<{ id: string; nameKey: string; emailKey: string | null }>(manager, CANDIDATES, [
    found.organizationId,
    address,
    key,
  ]);
  const sharing = candidates.filter((each) => address !== null && each.emailKey === address);
  return (
    sharing.find((each) => each.nameKey === key) ??
    sharing.find((each) => maybeSamePerson(each.nameKey, key)) ??
    candidates.find((each) => each.nameKey === key && (address === null || each.emailKey === null))
  )?.id;
}

const CANDIDATES = `
SELECT c.id, c.name_key, c.email_key FROM employment e JOIN contact c ON c.id = e.contact_id
 WHERE e.organization_id = $1 AND e.until IS NULL AND c.erased_at IS NULL AND (c.email_key = $2 OR c.name_key = $3)
 ORDER BY c.id`;
