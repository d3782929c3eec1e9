import type { EntityManager } from 'typeorm';
import { blankAudit, type Person } from '../../accounts/index.js';
import { rows } from '../../platform/index.js';
import { redacted } from '../conversations/redact.js';

interface Planned {
  organizationId: string;
  propositionId: string;
  prerequisites: { title: string; disrupts: string | null }[];
}

/** Organizational risks stay as codes, personal ones are removed; the name is removed from plans and notes. */
export async function eraseBuying(manager: EntityManager, person: Person): Promise<void> {
  const { contactId, name } = person;
  await manager.query(FORGET_PERSONAL, [contactId]);
  await manager.query(BLANK_RISKS, [contactId]);
  const sessions = await rows<{ id: string }>(manager, BLANK_NOTES, [contactId, name]);
  await blankAudit(
    manager,
    'group_session',
    sessions.map(({ id }) => id),
  );
  const plans = await rows<Planned>(manager, PLANS, [contactId, name]);
  for (const { organizationId, propositionId, prerequisites } of plans) {
    const told = prerequisites.map((each) => ({
      ...each,
      title: redacted(each.title, person),
      disrupts: each.disrupts && redacted(each.disrupts, person),
    }));
    await manager.query(UNTIE_PLAN, [organizationId, propositionId, JSON.stringify(told)]);
  }
  await blankAudit(manager, 'buying_plan', [...new Set(plans.map(({ organizationId }) => organizationId))]);
}

const FORGET_PERSONAL = 'DELETE FROM stakeholder_risk WHERE contact_id = $1 AND personal';
const BLANK_RISKS = 'UPDATE stakeholder_risk SET words = NULL, eases = NULL WHERE contact_id = $1';
/** $1 contact, $2 name */
const BLANK_NOTES = `
UPDATE group_session SET note = NULL
 WHERE note IS NOT NULL
   AND (id IN (SELECT session_id FROM conversation WHERE contact_id = $1) OR strpos(lower(note), lower($2)) > 0)
   RETURNING id`;
/** $1 contact, $2 name: at every organization where the person was known */
const PLANS = `
SELECT organization_id, proposition_id, prerequisites FROM buying_plan
 WHERE organization_id IN (SELECT organization_id FROM employment WHERE contact_id = $1)
   OR strpos(lower(prerequisites::text), lower($2)) > 0`;
const UNTIE_PLAN =
  'UPDATE buying_plan SET prerequisites = $3::jsonb WHERE organization_id = $1 AND proposition_id = $2';
