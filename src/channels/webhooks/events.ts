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
  organization: `
SELECT id, external_id, name, domain, industry, sector, country, city, employees, relationship
  FROM organization WHERE id = ANY($1)`,
  contact: `
SELECT c.id, c.external_id, c.name, c.email, c.email_state, c.phone, c.phone_state, c.preference, c.not_before,
       e.organization_id, e.title
  FROM contact c
  LEFT JOIN LATERAL (SELECT organization_id, title FROM employment
                      WHERE contact_id = c.id AND until IS NULL ORDER BY created_at DESC LIMIT 1) e ON true
 WHERE c.id = ANY($1)`,
  suppression: `
SELECT id, kind, value, reason, created_at, lifted_at
  FROM suppression WHERE id = ANY($1)`,
  version: `
SELECT v.id, v.proposition_id, p.title, v.number, v.state
  FROM proposition_version v JOIN proposition p ON p.id = v.proposition_id
 WHERE v.id = ANY($1)`,
  campaign: `
SELECT id, name, state, version_id, launched_at, ended_at
  FROM campaign WHERE id = ANY($1)`,
  enrolment: `
SELECT id, campaign_id, contact_id, organization_id, role, state, reason, step, interest, ended_at
  FROM enrolment WHERE id = ANY($1)`,
  message: `
SELECT id, enrolment_id, campaign_id, contact_id, step_key, state, message_id, error_class, sent_at, settled_at
  FROM dispatch WHERE id = ANY($1)`,
  task: `
SELECT id, kind, title, state, organization_id, contact_id, campaign_id, enrolment_id, disposition, resolution
  FROM task WHERE id = ANY($1)`,
  conversation: `
SELECT id, version_id, campaign_id, enrolment_id, organization_id, contact_id, source, role, disposition, sentiment,
       interest, meeting_at, occurred_at, simulated,
       -- personal risks and their verbatims are never sent out
       CASE WHEN NOT EXISTS (SELECT FROM objection o WHERE o.conversation_id = c.id AND o.code = 'risk_personal')
         THEN verbatim END AS verbatim,
       ARRAY(SELECT code FROM objection o
              WHERE o.conversation_id = c.id AND o.code <> 'risk_personal' ORDER BY position) AS objections
  FROM conversation c WHERE id = ANY($1)`,
  theme: `
SELECT id, version_id, title, objection, decision, owner_id, due_on, decided_at
  FROM theme WHERE id = ANY($1)`,
};

/** What is told of these subjects of one name (`enrolment`, …), by id; a row that is gone is missing. */
export async function tell(source: DataSource, name: string, ids: string[]): Promise<Map<string, object>> {
  const found = await rows<{ id: string }>(source, SUBJECTS[name]!, [ids]);
  return new Map(found.map((subject) => [subject.id, subject]));
}
