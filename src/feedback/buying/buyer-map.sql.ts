import { objectionSeen, seesPersonal } from './personal-risk.sql.js';

/** $1 organization: what was offered there */
export const OFFERED = `
SELECT p.id, p.title, (array_agg(k.id ORDER BY k.launched_at DESC NULLS LAST, k.id DESC))[1] AS campaign_id
  FROM campaign k JOIN proposition_version v ON v.id = k.version_id JOIN proposition p ON p.id = v.proposition_id
 WHERE EXISTS (SELECT FROM enrolment e WHERE e.campaign_id = k.id AND e.organization_id = $1)
 GROUP BY p.id, p.title ORDER BY max(k.launched_at) DESC NULLS LAST, p.title LIMIT 50`;

/**
 * $1 organization, $2 proposition: roles required by its live version, or else by its latest, and filled by no contact.
 */
export const MISSING_ROLES = `
SELECT r.role
  FROM (SELECT required_roles FROM proposition_version
  WHERE proposition_id = $2 ORDER BY (state = 'live') DESC, number DESC LIMIT 1) v
  CROSS JOIN LATERAL unnest(v.required_roles) WITH ORDINALITY r(role, place)
 WHERE NOT EXISTS (SELECT FROM buying_role b
   JOIN employment e ON e.contact_id = b.contact_id AND e.organization_id = b.organization_id AND e.until IS NULL
                    WHERE b.organization_id = $1 AND b.role = r.role)
   AND NOT EXISTS (SELECT FROM enrolment e JOIN campaign k ON k.id = e.campaign_id
     JOIN proposition_version w ON w.id = k.version_id
                    WHERE e.organization_id = $1 AND w.proposition_id = $2 AND e.role = r.role)
 ORDER BY r.place`;

const TALK = 'c.contact_id = p.id AND c.organization_id = $1 AND v.proposition_id = $2';
const SAID = `FROM conversation c JOIN proposition_version v ON v.id = c.version_id WHERE ${TALK}`;

/**
 * $1 organization, $2 proposition or null, $3 viewer: the buying group, and what each answered about the proposition.
 */
export const PEOPLE = `
WITH here AS (
  SELECT b.contact_id AS id FROM buying_role b
    JOIN employment e ON e.contact_id = b.contact_id AND e.organization_id = b.organization_id AND e.until IS NULL
   WHERE b.organization_id = $1
  UNION
  SELECT e.contact_id FROM enrolment e JOIN campaign k ON k.id = e.campaign_id
    JOIN proposition_version v ON v.id = k.version_id
   WHERE e.organization_id = $1 AND v.proposition_id = $2
)
SELECT p.id AS contact_id, p.name,
       (SELECT e.title FROM employment e WHERE e.contact_id = p.id AND e.organization_id = $1 AND e.until IS NULL
         LIMIT 1) AS title,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('role', b.role, 'confidence', b.confidence, 'attitude',
           b.attitude, 'influence', b.influence,
                 'preferredSupplier', b.preferred_supplier) ORDER BY b.created_at, b.id), '[]')
          FROM buying_role b WHERE b.contact_id = p.id AND b.organization_id = $1) AS roles,
       (SELECT jsonb_build_object('enrolmentId', e.id, 'campaignId', e.campaign_id, 'role', e.role, 'state', e.state,
           'reason', e.reason, 'interest', e.interest,
                 'lastDisposition', e.last_disposition)
          FROM enrolment e JOIN campaign k ON k.id = e.campaign_id JOIN proposition_version v ON v.id = k.version_id
         WHERE e.contact_id = p.id AND e.organization_id = $1 AND v.proposition_id = $2
           ORDER BY k.launched_at DESC NULLS LAST, k.id DESC LIMIT 1) AS enrolment,
       (SELECT coalesce(jsonb_agg(j.item), '[]') FROM (
          SELECT jsonb_build_object('jobs', c.buying_jobs, 'at', c.occurred_at, 'conversationId', c.id,
              'sessionId', c.session_id) AS item ${SAID} AND c.buying_jobs <> '{}'
           ORDER BY c.occurred_at DESC, c.id DESC LIMIT 20) j) AS jobs,
       (SELECT coalesce(jsonb_agg(j.item), '[]') FROM (
          SELECT jsonb_build_object('code', o.code, 'underlying', o.underlying, 'verbatim', o.verbatim,
              'at', c.occurred_at, 'conversationId', c.id) AS item
            FROM objection o JOIN conversation c ON c.id = o.conversation_id
              JOIN proposition_version v ON v.id = c.version_id
           WHERE ${TALK} AND ${objectionSeen('$3')} ORDER BY c.occurred_at DESC, o.position LIMIT 20) j) AS objections,
       (SELECT coalesce(jsonb_agg(j.item), '[]') FROM (
          SELECT jsonb_build_object('id', r.id, 'kind', r.kind, 'personal', r.personal, 'against', r.against,
              'impact', r.impact, 'words', r.words, 'eases', r.eases, 'shared', r.shared, 'at', c.occurred_at,
              'easedAt', r.eased_at, 'revision', r.revision,
              'easedBy', (SELECT u.name FROM app_user u WHERE u.id = r.eased_by),
              'mayShare', r.personal AND ${seesPersonal('c.organization_id', '$3')}) AS item
            FROM stakeholder_risk r JOIN conversation c ON c.id = r.conversation_id
              JOIN proposition_version v ON v.id = c.version_id
           WHERE r.contact_id = p.id AND ${TALK}
             AND (NOT r.personal OR ${seesPersonal('c.organization_id', '$3', 'r.shared')})
           ORDER BY r.eased_at IS NOT NULL, r.impact DESC, c.occurred_at DESC, r.id LIMIT 20) j) AS risks,
       (SELECT coalesce(jsonb_agg(j.item), '[]') FROM (
          SELECT jsonb_build_object('by', m.by, 'text', m.text, 'dueOn', m.due_on, 'keptAt', m.kept_at) AS item
            FROM buyer_commitment m JOIN conversation c ON c.id = m.conversation_id
              JOIN proposition_version v ON v.id = c.version_id
           WHERE ${TALK} ORDER BY m.due_on, m.id LIMIT 20) j) AS commitments
  FROM here h JOIN contact p ON p.id = h.id WHERE p.erased_at IS NULL ORDER BY lower(p.name), p.id LIMIT 200`;

/** $1 organization, $2 proposition */
export const SESSIONS = `
SELECT s.id, s.held_at, (SELECT count(*)::int FROM conversation c WHERE c.session_id = s.id) AS people,
       (SELECT count(*)::int FROM group_absentee a WHERE a.session_id = s.id) AS absent
  FROM group_session s JOIN campaign k ON k.id = s.campaign_id JOIN proposition_version v ON v.id = k.version_id
 WHERE s.organization_id = $1 AND v.proposition_id = $2 ORDER BY s.held_at DESC LIMIT 20`;

/** $1 organization, $2 viewer, $3 proposition. An organization without an owner goes to the rep who records first. */
export const STANDING = `
SELECT g.name, ${seesPersonal('g.id', '$2')} AS personal_shown,
       EXISTS (SELECT FROM app_user u WHERE u.id = $2 AND ('manager' = ANY(u.roles) OR 'rep' = ANY(u.roles) AND (
         NOT EXISTS (SELECT FROM ownership w WHERE w.organization_id = g.id)
           OR ${seesPersonal('g.id', '$2')}))) AS mine,
       (SELECT count(*) FILTER (WHERE c.simulated)::int FROM conversation c
         JOIN proposition_version v ON v.id = c.version_id
         WHERE c.organization_id = g.id AND v.proposition_id = $3) AS simulated,
       (SELECT count(*)::int FROM conversation c JOIN proposition_version v ON v.id = c.version_id
         WHERE c.organization_id = g.id AND v.proposition_id = $3) AS talks
  FROM organization g WHERE g.id = $1`;
