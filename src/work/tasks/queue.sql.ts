import { READY } from '../claims/claims.sql.js';

/** $1 the rep and whom they cover, $2 whether unowned ones too, $3 the rep, $4 the start of today. */
export const QUEUE = `
WITH mine AS (
  SELECT t.* FROM task t
    WHERE t.state IN ('open', 'snoozed') AND (t.rep_id = ANY($1::uuid[]) OR $2 AND t.rep_id IS NULL)
)
SELECT (SELECT count(*)::int FROM mine t WHERE ${READY}) AS ready,
       (SELECT count(*)::int FROM mine t WHERE ${READY} AND t.rep_id IS NULL) AS unowned,
       (SELECT count(*)::int FROM mine t WHERE t.campaign_id IN (SELECT campaign_id FROM held_campaign)) AS held,
       (SELECT count(*)::int FROM task t WHERE t.closed_by = $3 AND t.state = 'done' AND t.closed_at >= $4) AS done,
       (SELECT coalesce(jsonb_agg(t.id ORDER BY t.lease_until), '[]') FROM task t
         WHERE t.claimed_by = $3 AND t.state = 'claimed' AND t.lease_until > clock_timestamp()) AS claimed,
       (SELECT coalesce(jsonb_agg(n.item), '[]') FROM (
          SELECT jsonb_build_object('id', t.id, 'kind', t.kind, 'title', t.title, 'organization', o.name,
              'at', greatest(t.due_at, t.not_before), 'state', t.state, 'snoozeReason', t.snooze_reason) AS item
            FROM mine t JOIN organization o ON o.id = t.organization_id
           WHERE greatest(t.due_at, t.not_before) > app_now()
           ORDER BY greatest(t.due_at, t.not_before), t.id LIMIT 5) n) AS next`;
