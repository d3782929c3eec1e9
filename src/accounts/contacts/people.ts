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
  /** another person than the contact who has this address */
  sharedMailbox?: boolean;
}

export interface KnownPerson {
  id: string;
  name: string;
  /** works at the organization where they were named */
  employed: boolean;
}

/**
 * The contact that it already is. One address is one person: of several who share the mailbox the one of that name, and
 * else a new one. Where no address decides, a contact of the organization with the same name.
 */
export async function whoIs(manager: EntityManager, found: PersonFound): Promise<KnownPerson | undefined> {
  const key = personKey(found.name);
  const address = found.email ? emailKey(found.email) : null;
  const candidates = await rows<Candidate>(manager, CANDIDATES, [found.organizationId, address, key]);
  const sharing = candidates.filter((each) => address !== null && each.emailKey === address);
  const named = sharing.find((each) => each.nameKey === key);
  if (sharing.length > 0 && !named && found.sharedMailbox) return undefined;
  if (sharing.length > 0) {
    const alone = sharing.some((each) => each.sharedMailbox) ? undefined : sharing[0];
    return named ?? sharing.find((each) => maybeSamePerson(each.nameKey, key)) ?? alone;
  }
  return candidates.find(
    (each) => each.employed && each.nameKey === key && (address === null || each.emailKey === null),
  );
}

interface Candidate extends KnownPerson {
  nameKey: string;
  emailKey: string | null;
  sharedMailbox: boolean;
}

const CANDIDATES = `
SELECT c.id, c.name, c.name_key, coalesce(a.email_key, c.email_key) AS email_key, c.shared_mailbox,
       EXISTS (
         SELECT
           FROM employment e
          WHERE e.contact_id = c.id AND e.organization_id = $1 AND e.until IS NULL) AS employed
  FROM contact c
  LEFT JOIN (
    SELECT DISTINCT coalesce(merged_into, id) AS id, email_key
      FROM contact
     WHERE email_key = $2 AND erased_at IS NULL) a ON a.id = c.id
 WHERE c.erased_at IS NULL
   AND c.merged_into IS NULL
   AND (a.id IS NOT NULL
     OR c.name_key = $3
    AND c.id IN (SELECT contact_id FROM employment WHERE organization_id = $1 AND until IS NULL))
 ORDER BY employed DESC, c.id`;
