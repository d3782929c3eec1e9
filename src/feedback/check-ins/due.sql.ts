/**
 * What changed at account `a` since its last check-in, from rows that have a date. What was changed back is no change;
 * a size is another where it differs by a quarter or more.
 */
const CHANGED = `array_remove(ARRAY[
  CASE WHEN EXISTS (SELECT FROM employment e
    WHERE e.organization_id = a.id AND e.until > a.since::date AND e.until <= app_now()::date) THEN 'left' END,
  CASE WHEN EXISTS (SELECT FROM employment e
    WHERE e.organization_id = a.id AND e.until IS NULL AND e.since > a.since::date AND e.since <= app_now()::date)
    THEN 'joined' END,
  CASE WHEN (SELECT c.from_rep FROM ownership_change c
    WHERE c.organization_id = a.id AND c.changed_at > a.since AND c.from_rep IS NOT NULL ORDER BY c.changed_at, c.id
    LIMIT 1) <> a.owner_id THEN 'owner' END], NULL)
  || ARRAY(SELECT first.what FROM (
       SELECT DISTINCT ON (n.what) n.what, n.was FROM organization_change n
         WHERE n.organization_id = a.id AND n.changed_at > a.since ORDER BY n.what, n.changed_at) first
      WHERE CASE first.what WHEN 'name' THEN first.was IS DISTINCT FROM a.name_key WHEN 'industry'
        THEN first.was IS DISTINCT FROM lower(a.industry)
                 ELSE a.employees IS NULL OR abs(a.employees - first.was::int) * 4 >= greatest(first.was::int, 1) END
                   ORDER BY first.what)`;

/** An import brought a sale to organization `o`, and its plan says that this makes a customer. */
const STARTS_CHECK_INS = "p.organization_id = o.id AND p.starts_check_ins AND p.outcome = 'won'";

/**
 * Customers to check in with, the most urgent first; the smallest are among them. Overdue counts in hundredths of the
 * time that a customer of its tier may wait; silence, a customer who alone writes to us and a change there count as due
 * at once. That it has another owner makes it due and no more urgent: when a rep's accounts are handed over, what is
 * overdue still comes first. $1 days by tier {small, medium, large}, $2 days of silence, $3 reasons or null, $4 tiers
 * or null, $5 owners or null
 */
const JUDGED = `
WITH account AS (
  SELECT o.id, o.name, o.name_key, o.industry, o.employees, w.rep_id AS owner_id, u.name AS owner,
         CASE WHEN coalesce(o.employees, 0) < 50 THEN 'small' WHEN o.employees < 1000 THEN 'medium'
           ELSE 'large' END AS tier,
         coalesce((SELECT max(ended_at) FROM check_in i WHERE i.organization_id = o.id AND i.state = 'done'),
             (SELECT max(closed_on) FROM past_opportunity p WHERE ${STARTS_CHECK_INS}), o.created_at) AS since,
         t.ours, t.theirs
    FROM organization o LEFT JOIN ownership w ON w.organization_id = o.id LEFT JOIN app_user u ON u.id = w.rep_id
    LEFT JOIN LATERAL (
      SELECT max(c.occurred_at) FILTER (WHERE c.source = 'rep') AS ours, max(c.occurred_at)
        FILTER (WHERE c.source <> 'rep') AS theirs
        FROM conversation c WHERE c.organization_id = o.id) t ON true
   WHERE o.merged_into IS NULL
     AND (o.relationship = 'customer' OR EXISTS (SELECT FROM past_opportunity p WHERE ${STARTS_CHECK_INS}))
     AND NOT EXISTS (SELECT FROM check_in i WHERE i.organization_id = o.id AND i.state = 'open')
), judged AS (
  SELECT a.*, floor(extract(epoch FROM app_now() - since) / 864 / ($1::jsonb ->> tier)::numeric)::int AS waited,
         greatest(since, ours, theirs) <= app_now() - make_interval(days => $2) AS silent,
         coalesce(greatest(since, theirs) = theirs AND greatest(since, ours) = since
           AND theirs > app_now() - make_interval(days => $2), false) AS inbound_only,
         ${CHANGED} AS changes
    FROM account a
), due AS (
  SELECT id, name, employees, tier, owner_id, owner, since,
      array_remove(ARRAY[CASE WHEN waited >= 100 THEN 'age' END,
         CASE WHEN silent THEN 'silence' END, CASE WHEN inbound_only
           THEN 'inbound_only' END, CASE WHEN changes <> '{}' THEN 'change' END], NULL) AS reasons,
         changes, greatest(waited, 0) + CASE WHEN silent OR inbound_only OR array_remove(changes, 'owner') <> '{}'
           THEN 100 ELSE 0 END AS urgency
    FROM judged WHERE waited >= 100 OR silent OR inbound_only OR changes <> '{}'
)`;
const ASKED = `($3::text[] IS NULL OR reasons && $3)
   AND ($4::text[] IS NULL OR tier = ANY($4))
   AND ($5::uuid[] IS NULL OR owner_id = ANY($5))`;

/** Further: $6 urgency and $7 id to continue after or null, $8 limit */
export const DUE = `${JUDGED}
SELECT * FROM due
 WHERE ${ASKED} AND ($6::int IS NULL OR (-urgency, id) > (-$6::int, $7::uuid))
 ORDER BY -urgency, id LIMIT $8`;

/** How many are due, and of all of them, how many for which reason and of which size. */
export const DUE_COUNTS = `${JUDGED}
SELECT (SELECT count(*)::int FROM due WHERE ${ASKED}) AS total,
       coalesce((SELECT jsonb_object_agg(reason, n)
         FROM (SELECT unnest(reasons) AS reason, count(*) AS n FROM due GROUP BY 1) r), '{}') AS reason,
       coalesce((SELECT jsonb_object_agg(tier, n) FROM (SELECT tier, count(*) AS n FROM due GROUP BY 1) t),
           '{}') AS tier`;
