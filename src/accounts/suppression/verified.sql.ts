const FACTS = ['reason', 'note', 'created_by', 'created_at', 'unverified', 'evidence'];

/**
 * What becomes of a standing suppression that is added again: one that was not verified takes all from one that is, also
 * the moment, which a consent must be newer than. Any other stays as it is.
 */
export const VERIFIED_NOW = FACTS.map(
  (column) =>
    `${column} = CASE WHEN suppression.unverified AND NOT excluded.unverified
  THEN excluded.${column} ELSE suppression.${column} END`,
).join(',\n  ');

/** An opt-out that is not verified stands against this contact: it waits for a person. `contactId`: a column of ours. */
export const unverifiedOptOutSql = (contactId: string): string => `EXISTS (
  SELECT
    FROM suppression u
   WHERE u.unverified AND u.lifted_at IS NULL AND u.kind = 'contact' AND u.value = ${contactId}::text)`;
