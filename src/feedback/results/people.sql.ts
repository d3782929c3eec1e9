import type { CountedMeasure } from './people.view.js';
import { HAS_CONVERSED, IS_INFLUENTIAL, IS_MAILED, IS_REACHED, saidBy, sentTo } from './engagement-facts.sql.js';

export const SAID = saidBy(
  ':connected',
  `k.id = ANY(:campaigns) AND (:step::text IS NULL OR c.step_key = :step)
   AND (:from::timestamptz IS NULL OR c.occurred_at >= :from) AND (:to::timestamptz IS NULL OR c.occurred_at <= :to)`,
);

export const SENT = sentTo(
  `k.id = ANY(:campaigns) AND (:step::text IS NULL OR d.step_key = :step)
   AND (:from::timestamptz IS NULL OR d.sent_at >= :from) AND (:to::timestamptz IS NULL OR d.sent_at <= :to)`,
);

/** What FUNNEL, and MEASURED of the verdict, count: conditions on an enrolment `e` with what was `said` and `sent`. */
export const COUNTED_AS: Record<CountedMeasure, string> = {
  enrolled: `(NOT e.hold_out OR ${IS_REACHED})`,
  held_out: `(e.hold_out AND NOT ${IS_REACHED})`,
  mailed: IS_MAILED,
  reached: IS_REACHED,
  replied: `(said.replied AND ${IS_MAILED})`,
  conversed: HAS_CONVERSED,
  interested: '(said.conversed AND said.interest = ANY(:interested))',
  meeting: '(said.conversed AND said.meeting)',
  influential: `(said.conversed AND ${IS_INFLUENTIAL})`,
};

/** $1 versions, $2 campaigns; each narrows where it is not null */
export const CAMPAIGNS =
  'SELECT id FROM campaign WHERE ($1::uuid[] IS NULL OR version_id = ANY($1)) AND ($2::uuid[] IS NULL OR id = ANY($2))';

/** $1 enrolments, in whose order they come */
export const NAMED = `
SELECT e.id, e.campaign_id, k.name AS campaign, e.contact_id, c.name AS contact, e.organization_id,
       o.name AS organization, e.role, e.hold_out, e.state, e.reason, e.touches, e.first_touch_at, e.interest,
       e.last_disposition
  FROM unnest($1::uuid[]) WITH ORDINALITY asked (id, place) JOIN enrolment e ON e.id = asked.id
  JOIN campaign k ON k.id = e.campaign_id JOIN contact c ON c.id = e.contact_id
    JOIN organization o ON o.id = e.organization_id
 ORDER BY asked.place`;
