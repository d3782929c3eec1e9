/** `recorded_outcome` is a view of conversations and of the imported history. */
const last = (whose: string): string => `FROM recorded_outcome h WHERE ${whose} ORDER BY h.at DESC, h.id DESC LIMIT 1`;

/** Of the organization or contact that `whose` names, such as `h.organization_id = o.id`. */
export const lastOutcomeSql = (whose: string): string => `(SELECT h.outcome ${last(whose)})`;
export const lastOutcomeAtSql = (whose: string): string => `(SELECT h.at ${last(whose)})`;

const outcomesOf = (whose: string): string => `
SELECT x.id, l.outcome AS last_outcome, l.at AS last_outcome_at
  FROM unnest($1::uuid[]) AS x(id)
 CROSS JOIN LATERAL (SELECT h.outcome, h.at ${last(whose)}) l`;

/** $1 organizations */
export const OUTCOMES_OF_ORGANIZATIONS = outcomesOf('h.organization_id = x.id');
/** $1 contacts */
export const OUTCOMES_OF_CONTACTS = outcomesOf('h.contact_id = x.id');
