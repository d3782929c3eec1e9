/**
 * True where no touch may reach the person: by the person, the address, the address's domain, the organization or the phone.
 * Stands inside other rooms' set-based statements, with `c` as the contact; `organizationId` is a column written by us, never input.
 */
export const suppressedSql = (organizationId: string): string => `EXISTS (
  SELECT FROM suppression s WHERE s.lifted_at IS NULL AND (s.kind, s.value) IN (
    ('contact', c.id::text), ('address', c.email_key), ('domain', split_part(c.email_key, '@', 2)),
    ('organization', ${organizationId}::text), ('phone', c.phone)))`;

/** The same, with `o` as the organization. */
export const SUPPRESSED_SQL = suppressedSql('o.id');
