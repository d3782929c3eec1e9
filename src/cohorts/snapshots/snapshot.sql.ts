/** What the layout laid out stays. $1 snapshot */
export const KEEP_ORGANIZATIONS = `
INSERT INTO snapshot_organization (snapshot_id, organization_id, stratum, hold_out, excluded)
SELECT $1::uuid, m.id, m.stratum, h.id IS NOT NULL, m.excluded
  FROM cohort_organization m LEFT JOIN cohort_held_out h ON h.id = m.id
 ORDER BY m.id`;

/**
 * Numbered in the seed's order, so that waves are not alphabetical; who waits comes last, so that the waves before have
 * no holes. Written in the order of the contacts: their rows are looked up one by one, and in their own order that took
 * two thirds of the time. $1 snapshot, $2 the roles by rank
 */
export const KEEP_CONTACTS = `
INSERT INTO snapshot_contact (snapshot_id, ordinal, contact_id, organization_id, role, hold_out, excluded)
SELECT $1::uuid, p.ordinal, p.contact_id, p.organization_id, ($2::text[])[p.rank], p.hold_out, p.excluded
  FROM (SELECT c.contact_id, c.organization_id, c.rank, c.excluded, h.id IS NOT NULL AS hold_out,
               row_number() OVER (ORDER BY h.id IS NOT NULL, m.place, m.id, c.rank, c.contact_id) AS ordinal
          FROM cohort_candidate c
          JOIN cohort_organization m ON m.id = c.organization_id
          LEFT JOIN cohort_held_out h ON h.id = m.id
         WHERE c.stands) p
 ORDER BY p.contact_id`;
