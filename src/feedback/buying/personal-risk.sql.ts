/**
 * May this viewer read what a person of this organization risks personally? The rep who owns it, and who covers that
 * rep now; managers where it is shared. Nobody else, whatever else they may do. Every reading path asks this and
 * nothing else; the viewer is null where a file is written.
 */
export const seesPersonal = (organization: string, viewer: string, shared = 'false'): string => `EXISTS (
  SELECT FROM app_user v WHERE v.id = ${viewer}::uuid AND v.state = 'active' AND (
    'rep' = ANY(v.roles) AND EXISTS (
      SELECT FROM ownership w WHERE w.organization_id = ${organization} AND (w.rep_id = v.id OR EXISTS (
        SELECT FROM absence a
          WHERE a.user_id = w.rep_id AND a.cover_id = v.id AND a.starts_at <= app_now() AND a.ends_at > app_now())))
    OR 'manager' = ANY(v.roles) AND ${shared}))`;

/** An objection, `o` of conversation `c`, that this viewer may read. */
export const objectionSeen = (viewer: string): string =>
  `(o.code <> 'risk_personal' OR ${seesPersonal('c.organization_id', viewer)})`;
