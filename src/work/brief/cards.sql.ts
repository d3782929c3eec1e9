/** $1 task: all that a rep reads beside the task itself. */
export const CARD = `
SELECT (SELECT jsonb_build_object('id', o.id, 'name', o.name, 'domain', o.domain, 'industry', o.industry, 'employees',
    o.employees, 'country', o.country,
          'city', o.city, 'phone', o.phone, 'website', o.website, 'relationship', o.relationship, 'madeUp', o.made_up)
          FROM organization o WHERE o.id = t.organization_id) AS organization,
       (SELECT jsonb_build_object('id', c.id, 'name', c.name, 'title', e.title, 'email', c.email, 'emailState',
           c.email_state, 'phone', c.phone,
          'phoneState', c.phone_state, 'timeZone', coalesce(c.time_zone, o.time_zone), 'language', c.language,
              'preference', c.preference,
          'notBefore', c.not_before, 'madeUp', c.made_up,
          'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', b.role, 'confidence', b.confidence,
              'attitude', b.attitude, 'influence', b.influence)
                      ORDER BY b.created_at), '[]') FROM buying_role b
                        WHERE b.contact_id = c.id AND b.organization_id = t.organization_id))
          FROM contact c JOIN organization o ON o.id = t.organization_id
          LEFT JOIN employment e ON e.contact_id = c.id AND e.organization_id = o.id AND e.until IS NULL
         WHERE c.id = t.contact_id) AS contact,
       (SELECT jsonb_build_object('id', u.id, 'name', u.name, 'since', w.since)
          FROM ownership w JOIN app_user u ON u.id = w.rep_id WHERE w.organization_id = t.organization_id) AS owner,
       (SELECT coalesce(jsonb_agg(p.item), '[]') FROM (
          SELECT jsonb_build_object('id', x.id, 'kind', x.kind, 'title', x.title, 'state', x.state,
              'disposition', x.disposition, 'resolution', x.resolution, 'contact', c.name, 'by', u.name,
              'closedAt', x.closed_at, 'createdAt', x.created_at) AS item
            FROM task x LEFT JOIN contact c ON c.id = x.contact_id LEFT JOIN app_user u ON u.id = x.closed_by
           WHERE x.organization_id = t.organization_id AND x.id <> t.id
           ORDER BY coalesce(x.closed_at, x.created_at) DESC LIMIT 20) p) AS earlier,
       (SELECT coalesce(jsonb_agg(to_jsonb(h) - 'sort_day' ORDER BY h.sort_day DESC), '[]') FROM (
          (SELECT i.id, i.occurred_on AS day, i.sort_day, i.kind, i.outcome, left(i.note, 500) AS note, i.rep AS by,
                  i.contact_name AS contact
             FROM past_interaction i WHERE i.organization_id = t.organization_id
            ORDER BY i.sort_day DESC, i.id DESC LIMIT 5)
          UNION ALL
          (SELECT o.id, coalesce(o.closed_on, o.opened_on), o.sort_day, 'opportunity', o.outcome,
                  left(concat_ws(' · ', o.name, o.product, o.reason), 500), o.rep, o.contact_name
             FROM past_opportunity o WHERE o.organization_id = t.organization_id
            ORDER BY o.sort_day DESC, o.id DESC LIMIT 5)) h) AS past
  FROM task t WHERE t.id = $1`;

/** $1 tasks. */
export const NAMES = `
SELECT t.id, o.name AS organization, c.name AS contact, u.name AS rep
  FROM task t JOIN organization o ON o.id = t.organization_id LEFT JOIN contact c ON c.id = t.contact_id LEFT
    JOIN app_user u ON u.id = t.rep_id
 WHERE t.id = ANY($1::uuid[])`;
