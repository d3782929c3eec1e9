import type { MovingRows } from './merge-parts.js';

/**
 * What this room moves. A job at the same organization, or a role that both have, stays with the merged record, where
 * it ends. Consents are append-only: the database lets a merge move them, and nothing else.
 */
export const MOVING: MovingRows = {
  employments: {
    move: `
UPDATE employment e
   SET contact_id = $2
 WHERE contact_id = $1
   AND (until IS NOT NULL
     OR NOT EXISTS (
       SELECT
         FROM employment s
        WHERE s.contact_id = $2 AND s.organization_id = e.organization_id AND s.until IS NULL))
RETURNING id::text`,
    back: 'UPDATE employment SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  endedEmployments: {
    move: `
UPDATE employment
   SET until = greatest(app_now()::date, since)
 WHERE contact_id = $1 AND until IS NULL AND $2::uuid IS NOT NULL
RETURNING id::text`,
    back: 'UPDATE employment SET until = NULL WHERE contact_id = $1 AND id = ANY($3::uuid[]) AND $2::uuid IS NOT NULL',
  },
  buyingRoles: {
    move: `
UPDATE buying_role b
   SET contact_id = $2
 WHERE contact_id = $1
   AND NOT EXISTS (
     SELECT
       FROM buying_role s
      WHERE s.contact_id = $2 AND s.organization_id = b.organization_id AND s.role = b.role)
RETURNING id::text`,
    back: 'UPDATE buying_role SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  consents: {
    move: 'UPDATE consent SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE consent SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  pastInteractions: {
    move: 'UPDATE past_interaction SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE past_interaction SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  pastOpportunities: {
    move: 'UPDATE past_opportunity SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE past_opportunity SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  aliases: {
    move: `
UPDATE contact_alias a
   SET contact_id = $2
 WHERE contact_id = $1
   AND NOT EXISTS (SELECT FROM contact_alias s WHERE s.contact_id = $2 AND s.name = a.name)
RETURNING id::text`,
    back: 'UPDATE contact_alias SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  mergedBefore: {
    move: 'UPDATE contact SET merged_into = $2 WHERE merged_into = $1 RETURNING id::text',
    back: 'UPDATE contact SET merged_into = $1 WHERE merged_into = $2 AND id = ANY($3::uuid[])',
  },
};

/** Another contact has the address meanwhile, and nobody has decided. $1 contact */
export const MARK_TWIN = `
UPDATE contact c
   SET address_twin = NOT c.shared_mailbox AND EXISTS (
         SELECT
           FROM contact o
          WHERE o.email_key = c.email_key AND o.id <> c.id AND o.merged_into IS NULL AND o.erased_at IS NULL)
 WHERE id = $1`;

/** What stands against the merged record stands against the survivor. $1 merged, $2 survivor, $3 kind */
export const COPY_SUPPRESSIONS = `
INSERT INTO suppression (kind, value, reason, note, created_by, unverified, evidence)
SELECT kind, $2::text, reason, note, created_by, unverified, evidence
  FROM suppression
 WHERE kind = $3 AND value = $1::text AND lifted_at IS NULL
    ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO NOTHING`;
