import type { MovingRows } from './merge-parts.js';

/**
 * What this room moves of an organization. A job that the person has at both, or a role, stays with the merged record,
 * where the job ends.
 */
export const MOVING_OF_ORGANIZATION: MovingRows = {
  employments: {
    move: `
UPDATE employment e
   SET organization_id = $2
 WHERE organization_id = $1
   AND (until IS NOT NULL
     OR NOT EXISTS (
       SELECT
         FROM employment s
        WHERE s.organization_id = $2 AND s.contact_id = e.contact_id AND s.until IS NULL))
RETURNING id::text`,
    back: 'UPDATE employment SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
  endedEmployments: {
    move: `
UPDATE employment
   SET until = greatest(app_now()::date, since)
 WHERE organization_id = $1 AND until IS NULL AND $2::uuid IS NOT NULL
RETURNING id::text`,
    back: `
UPDATE employment SET until = NULL WHERE organization_id = $1 AND id = ANY($3::uuid[]) AND $2::uuid IS NOT NULL`,
  },
  buyingRoles: {
    move: `
UPDATE buying_role b
   SET organization_id = $2
 WHERE organization_id = $1
   AND NOT EXISTS (
     SELECT
       FROM buying_role s
      WHERE s.organization_id = $2 AND s.contact_id = b.contact_id AND s.role = b.role)
RETURNING id::text`,
    back: 'UPDATE buying_role SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
  pastInteractions: {
    move: 'UPDATE past_interaction SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE past_interaction SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
  pastOpportunities: {
    move: 'UPDATE past_opportunity SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE past_opportunity SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
  mergedBefore: {
    move: 'UPDATE organization SET merged_into = $2 WHERE merged_into = $1 RETURNING id::text',
    back: 'UPDATE organization SET merged_into = $1 WHERE merged_into = $2 AND id = ANY($3::uuid[])',
  },
};

/**
 * Merges whose merged record may have been written to while they ran: a row that refers to it waits for the merge, and
 * arrives afterwards. $1 seconds
 */
export const UNFOLLOWED = `
SELECT id
  FROM organization_merge
 WHERE followed_at IS NULL AND undone_at IS NULL AND at <= app_now() - $1 * interval '1 second'
 ORDER BY at
 LIMIT 100`;

/** $1 merge, $2 all that moved */
export const FOLLOWED = 'UPDATE organization_merge SET followed_at = app_now(), moved = $2 WHERE id = $1';
