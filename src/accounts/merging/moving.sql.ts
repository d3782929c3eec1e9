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

/** $1 contacts */
export const LOCK_CONTACTS = `SELECT id FROM contact WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`;

/** $1 merge */
export const LOCK_MERGE = `
SELECT id, survivor_id, merged_id, at, by, undone_at, before, after, moved,
       at + interval '30 days' AS undo_until, at + interval '30 days' > app_now() AS undoable
  FROM contact_merge
 WHERE id = $1
   FOR UPDATE`;

/** $1 contact: as survivor or as the one that was merged */
export const MERGES_OF = `
SELECT m.id, m.survivor_id, m.merged_id, m.at, m.by, m.undone_at, at + interval '30 days' AS undo_until, c.name
  FROM contact_merge m
  JOIN contact c ON c.id = m.merged_id
 WHERE m.survivor_id = $1 OR m.merged_id = $1
 ORDER BY m.at DESC, m.id DESC
 LIMIT 100`;

/** $1 survivor, $2 merged, $3 who */
export const RECORD_MERGE = `
INSERT INTO contact_merge (survivor_id, merged_id, by) VALUES ($1, $2, $3) RETURNING id`;

/** $1 merge, $2 the survivor's columns before, $3 after, $4 what moved */
export const KEEP_MERGED = 'UPDATE contact_merge SET before = $2, after = $3, moved = $4 WHERE id = $1';

/** $1 merge */
export const UNDO_MERGE = 'UPDATE contact_merge SET undone_at = app_now() WHERE id = $1';

/** $1 contact, $2 into or null */
export const SET_MERGED = `
UPDATE contact
   SET merged_into = $2, revision = revision + 1, updated_at = app_now()
 WHERE id = $1`;

/** An id of the other system is unique: it goes over, and comes back. $1 from, $2 to, $3 the id */
export const FREE_EXTERNAL_ID = 'UPDATE contact SET external_id = NULL WHERE id = $1 AND external_id = $2';

/** Another contact has the address meanwhile, and nobody has decided. $1 contact */
export const MARK_TWIN = `
UPDATE contact c
   SET address_twin = NOT c.shared_mailbox AND EXISTS (
         SELECT
           FROM contact o
          WHERE o.email_key = c.email_key AND o.id <> c.id AND o.merged_into IS NULL AND o.erased_at IS NULL)
 WHERE id = $1`;

/** What stands against the merged contact stands against the survivor. $1 merged, $2 survivor */
export const COPY_SUPPRESSIONS = `
INSERT INTO suppression (kind, value, reason, note, created_by, unverified, evidence)
SELECT kind, $2::text, reason, note, created_by, unverified, evidence
  FROM suppression
 WHERE kind = 'contact' AND value = $1::text AND lifted_at IS NULL
    ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO NOTHING`;
