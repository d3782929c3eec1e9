import type { EntityManager } from 'typeorm';
import { row, rows, type FieldProblem } from '../../platform/index.js';
import { UNDECIDABLE } from './approvers.sql.js';
import { beyondStory } from '../versions/shared-narrative.js';
import type { Content, PropositionVersion } from '../versions/version.entity.js';

/** What a department must be able to read before it is asked to decide. */
const NEEDED: [keyof Content, string][] = [
  ['customerProblem', 'say which problem of the customer this solves'],
  ['promise', 'say what the customer is promised'],
  ['economics', 'say what it costs and brings, to the customer and to us'],
  ['versusCompetitors', 'say how it differs from what competitors offer'],
  ['versusNothing', 'say how it differs from doing nothing'],
  ['narrative', 'write what every decision maker reads'],
  ['claims', 'state at least one claim that reps may make'],
  ['cohortRule', 'say by a rule which organizations it is for'],
  ['cohortRationale', 'say what makes these organizations alike'],
  ['requiredRoles', 'name the buying-group roles it must reach'],
  ['salesRoleImpact', 'say whether it reduces or increases the part of salespeople, or neither'],
  ['mustLearn', 'name what the market must teach us about it'],
];

interface Around {
  executives: number;
  departments: number;
  citations: number;
  internalObjections: number;
  uncommercial: number;
}

/** $1 version, $2 required departments */
const AROUND = `
SELECT count(DISTINCT w.department)::int AS departments,
       count(*) FILTER (WHERE 'executive' = ANY(u.roles))::int AS executives,
       (SELECT count(*)::int FROM version_citation WHERE version_id = $1) AS citations,
       (SELECT count(*)::int FROM internal_objection WHERE version_id = $1) AS internal_objections,
       (SELECT count(*)::int FROM department WHERE code = ANY($2) AND NOT commercial) AS uncommercial
  FROM version_author w JOIN app_user u ON u.id = w.user_id AND u.state = 'active'
 WHERE w.version_id = $1`;

/** Everything that is missing before this draft can be submitted, at once. */
export async function missing(manager: EntityManager, version: PropositionVersion): Promise<FieldProblem[]> {
  const { id, number, requiredDepartments } = version;
  const around = (await row<Around>(manager, AROUND, [id, requiredDepartments]))!;
  const problems: FieldProblem[] = [];
  const lacks = (field: string, code: string, message: string) => void problems.push({ field, code, message });

  if (around.departments < 2)
    lacks('authors', 'too_few_departments', 'authors must come from at least two departments; invite another one');
  if (around.executives === 0) lacks('authors', 'no_executive', 'at least one author must be an executive');
  for (const [field, message] of NEEDED) if (isEmpty(version[field])) lacks(field, 'required', message);
  for (const { where, claim } of beyondStory(version, version.lenses as Record<string, string>))
    lacks(
      `lenses.${where}`,
      'claim',
      `says "${claim}", which the narrative does not: add it to the narrative, or remove it`,
    );
  if (requiredDepartments.length < 2)
    lacks('requiredDepartments', 'too_few_departments', 'name at least two departments that must approve');
  if (around.uncommercial === 0)
    lacks(
      'requiredDepartments',
      'only_commercial',
      'sales and marketing alone cannot approve; name another department',
    );
  for (const { department } of await rows<{ department: string }>(manager, UNDECIDABLE, [id, requiredDepartments]))
    lacks(
      'requiredDepartments',
      'nobody_decides',
      `no one can decide for ${department}: it needs an executive who is not an author, or one of general management`,
    );
  if (number > 1 && around.citations === 0)
    lacks('citations', 'required', 'cite at least one theme of market feedback that this version answers');
  if (around.internalObjections === 0 && isEmpty(version.noObjectionsNote))
    lacks(
      'noObjectionsNote',
      'not_radical',
      'no internal objection: not radical enough? Log the internal objections, or note why there are none',
    );
  return problems;
}

function isEmpty(value: Content[keyof Content]): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return !value.some((each) => each.trim() !== '');
  return Object.keys(value).length === 0;
}
