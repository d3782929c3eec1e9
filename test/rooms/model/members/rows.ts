import type { House } from '../../../support/house.js';

export interface MemberRow {
  id: string;
  campaign: string;
  contact: string;
  state: string;
  reason: string | null;
  step: string | null;
  step_state: string;
  next_action_at: string | null;
  ended_at: string | null;
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
  campaigns: { id: string; state: string; held: boolean }[];
  members: MemberRow[];
  messages: MessageRow[];
  tasks: TaskRow[];
  /** who is in a snapshot of a launched campaign, and neither enrolled nor excluded with a reason */
  skipped: string[];
}

const list = (query: string): string => `coalesce((SELECT jsonb_agg(q) FROM (${query}) q), '[]')`;

const ALL = `
SELECT (extract(epoch FROM app_now()) * 1000)::float8 AS now,
  ${list('SELECT id, state, EXISTS (SELECT FROM held_campaign h WHERE h.campaign_id = campaign.id) AS held FROM campaign')} AS campaigns,
  ${list('SELECT id, campaign_id AS campaign, contact_id AS contact, state, reason, step, step_state, next_action_at, ended_at FROM enrolment')} AS members,
  ${list('SELECT id, campaign_id AS campaign, contact_id AS contact, step_key AS step, state, handover, error_class, owner_key::text FROM dispatch ORDER BY id')} AS messages,
  ${list("SELECT id, kind, state, campaign_id AS campaign, contact_id AS contact, enrolment_id AS enrolment, step_key AS step FROM task WHERE state IN ('open', 'claimed', 'snoozed') ORDER BY created_at, id")} AS tasks,
  ${list(`SELECT p.contact_id AS id FROM campaign k JOIN snapshot_person p ON p.snapshot_id = k.snapshot_id
           WHERE k.enrolled_at IS NOT NULL AND p.excluded IS NULL AND NOT EXISTS (SELECT FROM enrolment e WHERE e.campaign_id = k.id AND e.contact_id = p.contact_id)`)} AS skipped`;

export async function readRows(house: House): Promise<Rows> {
  const [rows] = await house.sql<Rows>(ALL);
  return rows!;
}
