import type { Installation } from '../../../support/installation.js';

export interface EnrolmentRow {
  id: string;
  campaign: string;
  contact: string;
  state: string;
  reason: string | null;
  step: string | null;
  step_state: string;
  next_action_at: string | null;
  ended_at: string | null;
  /** its wave was not let go yet; and whether it is one that waits as a hold-out, whose time is not over */
  waits: boolean;
  held_out: boolean;
  /** every change of its state and reason, in order */
  history: { what: string; was: string; is: string }[];
}

export interface MessageRow {
  id: string;
  campaign: string;
  contact: string;
  step: string;
  state: string;
  handover: string | null;
  error_class: string | null;
  owner_key: string | null;
  /** when it was last sent or taken up, ms */
  at: number;
}

export interface TaskRow {
  id: string;
  kind: string;
  state: string;
  campaign: string | null;
  contact: string | null;
  enrolment: string | null;
  step: string | null;
}

export interface Rows {
  now: number;
  /** of the proposition, and what is to be done before it is live */
  version: { state: string };
  mobilisationItem: { id: string; department: string } | null;
  campaigns: { id: string; state: string; held: boolean; version: string }[];
  enrolments: EnrolmentRow[];
  messages: MessageRow[];
  tasks: TaskRow[];
  /** who is in a snapshot of a launched campaign, and neither enrolled nor excluded with a reason */
  skipped: string[];
}

const list = (query: string): string => `coalesce((SELECT jsonb_agg(q) FROM (${query}) q), '[]')`;

/** $1 version */
const ALL = `
SELECT (extract(epoch FROM app_now()) * 1000)::float8 AS now,
  (SELECT jsonb_build_object('state', state) FROM proposition_version WHERE id = $1) AS version,
  (SELECT jsonb_build_object('id', id, 'department', department) FROM mobilisation_item WHERE version_id = $1) AS "mobilisationItem",
  ${list('SELECT id, state, version_id AS version, EXISTS (SELECT FROM held_campaign h WHERE h.campaign_id = campaign.id) AS held FROM campaign')} AS campaigns,
  ${list(`SELECT e.id, e.campaign_id AS campaign, e.contact_id AS contact, e.state, e.reason, e.step, e.step_state, e.next_action_at, e.ended_at,
                 w.state <> 'released' AS waits, e.hold_out AND k.hold_out_until > app_now() AS held_out,
                 (SELECT coalesce(jsonb_agg(jsonb_build_object('what', what, 'was', from_state, 'is', concat_ws(' ', to_state, reason)) ORDER BY id), '[]')
                    FROM enrolment_event v WHERE v.enrolment_id = e.id AND v.to_state IS NOT NULL) AS history
            FROM enrolment e JOIN campaign k ON k.id = e.campaign_id JOIN wave w ON w.campaign_id = e.campaign_id AND w.ordinal = e.wave`)} AS enrolments,
  ${list('SELECT id, campaign_id AS campaign, contact_id AS contact, step_key AS step, state, handover, error_class, owner_key::text, extract(epoch FROM coalesce(sent_at, sending_at, queued_at)) * 1000 AS at FROM dispatch ORDER BY id')} AS messages,
  ${list("SELECT id, kind, state, campaign_id AS campaign, contact_id AS contact, enrolment_id AS enrolment, step_key AS step FROM task WHERE state IN ('open', 'claimed', 'snoozed') ORDER BY created_at, id")} AS tasks,
  ${list(`SELECT p.contact_id AS id FROM campaign k JOIN snapshot_contact p ON p.snapshot_id = k.snapshot_id
           WHERE k.enrolled_at IS NOT NULL AND p.excluded IS NULL AND NOT EXISTS (SELECT FROM enrolment e WHERE e.campaign_id = k.id AND e.contact_id = p.contact_id)`)} AS skipped`;

export async function readRows(app: Installation, versionId: string): Promise<Rows> {
  const [rows] = await app.sql<Rows>(ALL, [versionId]);
  return rows!;
}
