import type { Installation, Json } from '../../../support/installation.js';

export interface VersionRow {
  id: string;
  number: number;
  state: string;
  revision: number;
  /** has ever been live */
  lived: boolean;
  content: Record<string, unknown>;
  /** people by their place */
  authors: number[];
  internalObjections: number;
  citations: number;
  approvals: { department: string; round: number; state: string; by: number | null; note: string | null }[];
  mobilisationItems: {
    id: string;
    department: string;
    owner: number;
    required: boolean;
    state: string;
    because: string | null;
  }[];
}

export interface Rows {
  versions: VersionRow[];
  campaigns: { id: string; version: string; state: string; launched: boolean }[];
}

const list = (query: string): string => `coalesce((SELECT jsonb_agg(q) FROM (${query}) q), '[]')`;
const place = (user: string): string => `array_position($2::uuid[], ${user}) - 1`;

/** $1 proposition, $2 people */
const ALL = `
SELECT ${list(`
  SELECT v.id, v.number, v.state, v.revision, v.live_at IS NOT NULL AS lived,
         jsonb_build_object('customerProblem', customer_problem, 'promise', promise, 'economics', economics, 'versusCompetitors', versus_competitors,
           'versusNothing', versus_nothing, 'narrative', narrative, 'claims', claims, 'cohortRule', cohort_rule, 'cohortRationale', cohort_rationale,
           'requiredRoles', required_roles, 'requiredDepartments', required_departments, 'salesRoleImpact', sales_role_impact, 'mustLearn', must_learn,
           'noObjectionsNote', no_objections_note) AS content,
         ${list(`SELECT ${place('user_id')} AS n FROM version_author WHERE version_id = v.id ORDER BY 1`)} AS authors,
         (SELECT count(*) FROM internal_objection WHERE version_id = v.id) AS "internalObjections",
         (SELECT count(*) FROM version_citation WHERE version_id = v.id) AS citations,
         ${list(`SELECT department, round, state, ${place('decided_by')} AS by, note FROM approval WHERE version_id = v.id ORDER BY round, department`)} AS approvals,
         ${list(`SELECT id, department, ${place('owner_id')} AS owner, required, state, coalesce(evidence, waive_reason) AS because FROM mobilisation_item WHERE version_id = v.id ORDER BY created_at, id`)} AS "mobilisationItems"
    FROM proposition_version v WHERE v.proposition_id = $1 ORDER BY v.number`)} AS versions,
  ${list(`
  SELECT k.id, k.version_id AS version, k.state, k.launched_at IS NOT NULL AS launched
    FROM campaign k JOIN proposition_version v ON v.id = k.version_id WHERE v.proposition_id = $1 ORDER BY k.created_at, k.id`)} AS campaigns`;

export async function readRows(app: Installation, propositionId: string, people: string[]): Promise<Rows> {
  const [rows] = await app.sql<Rows>(ALL, [propositionId, people]);
  for (const version of rows!.versions) version.authors = version.authors.map((each: Json) => each.n);
  return rows!;
}
