import type { DataSource } from 'typeorm';
import { ENROLMENT_STATES } from '../../../libs/plays/index.js';
import { CAMPAIGN_STATES, DISPATCH_STATES } from '../../campaigns/index.js';
import { rows } from '../../platform/index.js';
import { VERSION_STATES } from '../../propositions/index.js';
import { TASK_STATES } from '../../work/index.js';

const called = (name: string, words: readonly string[]): string[] => words.map((word) => `${name}.${word}`);
const CHANGES = ['created', 'changed'];

/** Every event there is, by the name it is told under. The triggers of migrations/…-webhooks.ts write them. */
export const EVENT_KINDS = [
  ...called('organization', CHANGES),
  ...called('contact', CHANGES),
  ...called('suppression', CHANGES),
  ...called('version', VERSION_STATES),
  ...called('campaign', CAMPAIGN_STATES),
  ...called('enrolment', ENROLMENT_STATES),
  ...called('message', DISPATCH_STATES),
  ...called('task', TASK_STATES),
  'conversation.created',
  ...called('theme', CHANGES),
];

/** What a webhook may ask for: a kind, or the first word of some. */
export const WANTED_KINDS = [...new Set(EVENT_KINDS.map((kind) => kind.split('.')[0]!)), ...EVENT_KINDS];

/** What is told of each: the row as it stands when it is told. $1 ids */
const SUBJECTS: Record<string, string> = {
  organization: `SELECT id, external_id AS "externalId", name, domain, industry, sector, country, city, employees,
      relationship FROM organization WHERE id = ANY($1)`,
  contact: `SELECT c.id, c.external_id AS "externalId", c.name, c.email, c.email_state AS "emailState", c.phone,
      c.phone_state AS "phoneState", c.preference, c.not_before AS "notBefore",
                   e.organization_id AS "organizationId", e.title
              FROM contact c LEFT
                JOIN LATERAL (SELECT organization_id, title FROM employment
                WHERE contact_id = c.id AND until IS NULL ORDER BY created_at DESC LIMIT 1) e ON true
             WHERE c.id = ANY($1)`,
  suppression: `SELECT id, kind, value, reason, created_at AS "createdAt", lifted_at AS "liftedAt" FROM suppression
    WHERE id = ANY($1)`,
  version: `SELECT v.id, v.proposition_id AS "propositionId", p.title, v.number, v.state FROM proposition_version v
    JOIN proposition p ON p.id = v.proposition_id WHERE v.id = ANY($1)`,
  campaign: `SELECT id, name, state, version_id AS "versionId", launched_at AS "launchedAt", ended_at AS "endedAt"
    FROM campaign WHERE id = ANY($1)`,
  enrolment: `SELECT id, campaign_id AS "campaignId", contact_id AS "contactId", organization_id AS "organizationId",
      role, state, reason, step, interest, ended_at AS "endedAt" FROM enrolment WHERE id = ANY($1)`,
  message: `SELECT id, enrolment_id AS "enrolmentId", campaign_id AS "campaignId", contact_id AS "contactId",
      step_key AS "stepKey", state, message_id AS "messageId", error_class AS "errorClass",
                    sent_at AS "sentAt", settled_at AS "settledAt" FROM dispatch WHERE id = ANY($1)`,
  task: `SELECT id, kind, title, state, organization_id AS "organizationId", contact_id AS "contactId",
      campaign_id AS "campaignId", enrolment_id AS "enrolmentId", disposition, resolution FROM task WHERE id = ANY($1)`,
  conversation: `SELECT id, version_id AS "versionId", campaign_id AS "campaignId", enrolment_id AS "enrolmentId",
      organization_id AS "organizationId", contact_id AS "contactId", source, role, disposition,
                        sentiment, interest, meeting_at AS "meetingAt", occurred_at AS "occurredAt", simulated,
                        -- personal risks and their verbatims are never sent out
                        CASE WHEN NOT EXISTS (SELECT FROM objection o
                          WHERE o.conversation_id = c.id AND o.code = 'risk_personal') THEN verbatim END AS verbatim,
                        ARRAY(SELECT code FROM objection o
                          WHERE o.conversation_id = c.id AND o.code <> 'risk_personal' ORDER BY position) AS objections
                   FROM conversation c WHERE id = ANY($1)`,
  theme: `SELECT id, version_id AS "versionId", title, objection, decision, owner_id AS "ownerId", due_on AS "dueOn",
      decided_at AS "decidedAt" FROM theme WHERE id = ANY($1)`,
};

/** What is told of these subjects of one name (`enrolment`, …), by id; a row that is gone is missing. */
export async function tell(source: DataSource, name: string, ids: string[]): Promise<Map<string, object>> {
  const found = await rows<{ id: string }>(source, SUBJECTS[name]!, [ids]);
  return new Map(found.map((subject) => [subject.id, subject]));
}
