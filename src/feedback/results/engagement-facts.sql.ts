/** Of a conversation `c`. */
const IS_ANSWER = "c.source IN ('reply', 'response_page')";
const IS_MEETING = "(c.disposition = 'connected_meeting_set' OR c.meeting_at IS NOT NULL)";

/**
 * The conversations of each enrolment in one row; none where there is no record. Everything that counts people uses
 * this and `sentTo`. `connected`: placeholder of the connected dispositions; `which`: of conversations `c` of campaigns
 * `k`; `also`: more columns.
 */
export const saidBy = (connected: string, which: string, also = ''): string => `
SELECT c.enrolment_id AS id, bool_or(c.disposition = ANY(${connected})) AS conversed,
    bool_or(c.source = 'rep') AS called,
       bool_or(${IS_ANSWER}) AS replied, bool_or(${IS_MEETING}) AS meeting,
       (array_agg(c.interest ORDER BY c.occurred_at DESC, c.id DESC)
         FILTER (WHERE c.interest <> 'unknown'))[1] AS interest${also && `,\n       ${also}`}
  FROM conversation c JOIN campaign k ON k.id = c.campaign_id
 WHERE c.enrolment_id IS NOT NULL AND ${which}
 GROUP BY 1`;

/** For `also`: interested before the hold-out was released, and how much of it is simulated. */
export const heardEarly = (connected: string, interested: string): string =>
  `bool_or(c.disposition = ANY(${connected}) AND c.interest = ANY(${interested})
    AND c.occurred_at <= coalesce(k.hold_out_until, 'infinity')) AS early,
       count(*) AS records, count(*) FILTER (WHERE c.simulated) AS simulated`;

/** The enrolments that were sent a message, once each; `which`: of dispatches `d` of campaigns `k`. */
export const sentTo = (which: string): string => `
SELECT DISTINCT d.enrolment_id AS id FROM dispatch d JOIN campaign k ON k.id = d.campaign_id
 WHERE d.state IN ('sent', 'delivered') AND ${which}`;

/** Of an enrolment with what was `said` and what was `sent`, both left-joined. */
export const IS_MAILED = 'sent.id IS NOT NULL';
export const HAS_CONVERSED = 'coalesce(said.conversed, false)';
export const IS_REACHED = `(${IS_MAILED} OR coalesce(said.conversed OR said.called, false))`;

/** Whether the contact of enrolment `e` has influence at the organization. */
export const IS_INFLUENTIAL = `
EXISTS (SELECT FROM buying_role b WHERE b.contact_id = e.contact_id AND b.organization_id = e.organization_id
  AND b.influence >= 4)`;
