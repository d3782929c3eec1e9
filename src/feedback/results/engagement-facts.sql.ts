/** Of a conversation `c`. */
const IS_ANSWER = "c.source IN ('reply', 'response_page')";
const IS_MEETING = "(c.disposition = 'connected_meeting_set' OR c.meeting_at IS NOT NULL)";

/**
 * What was said with each member, in one reading: a row for each of whom there is a record. Whatever counts people counts them by this and
 * by `sentTo`. `connected`: placeholder of the dispositions of a talk; `which`: of conversations `c` of campaigns `k`; `also`: more columns.
 */
export const saidBy = (connected: string, which: string, also = ''): string => `
SELECT c.enrolment_id AS id, bool_or(c.disposition = ANY(${connected})) AS conversed, bool_or(c.source = 'rep') AS called,
       bool_or(${IS_ANSWER}) AS replied, bool_or(${IS_MEETING}) AS meeting,
       (array_agg(c.interest ORDER BY c.occurred_at DESC, c.id DESC) FILTER (WHERE c.interest <> 'unknown'))[1] AS interest${also && `,\n       ${also}`}
  FROM conversation c JOIN campaign k ON k.id = c.campaign_id
 WHERE c.enrolment_id IS NOT NULL AND ${which}
 GROUP BY 1`;

/** For `also`: who was interested before the hold-out was let go, and how much of it is simulated. */
export const heardEarly = (connected: string, interested: string): string =>
  `bool_or(c.disposition = ANY(${connected}) AND c.interest = ANY(${interested}) AND c.occurred_at <= coalesce(k.hold_out_until, 'infinity')) AS early,
       count(*) AS records, count(*) FILTER (WHERE c.simulated) AS simulated`;

/** The members who were sent a message, once each; `which`: of dispatches `d` of campaigns `k`. */
export const sentTo = (which: string): string => `
SELECT DISTINCT d.enrolment_id AS id FROM dispatch d JOIN campaign k ON k.id = d.campaign_id
 WHERE d.state IN ('sent', 'delivered') AND ${which}`;

/** Of a member with what was `said` and what was `sent`, both joined to it where there is any. */
export const IS_MAILED = 'sent.id IS NOT NULL';
export const HAS_CONVERSED = 'coalesce(said.conversed, false)';
export const IS_REACHED = `(${IS_MAILED} OR coalesce(said.conversed OR said.called, false))`;

/** Whether the member `e` has much to say at the organization. */
export const IS_INFLUENTIAL = `
EXISTS (SELECT FROM buying_role b WHERE b.contact_id = e.contact_id AND b.organization_id = e.organization_id AND b.influence >= 4)`;
