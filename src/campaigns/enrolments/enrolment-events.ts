import type { EntityManager } from 'typeorm';

/** Something that happened and changes no state; changes write their own events (enrolment-transitions.ts). */
export interface EnrolmentNote {
  enrolmentId: string;
  what: string;
  step: string | null;
  detail: Record<string, unknown> | null;
}

export async function noteEvents(manager: EntityManager, notes: readonly EnrolmentNote[]): Promise<void> {
  if (notes.length > 0) await manager.query(WRITE_NOTES, [JSON.stringify(notes)]);
}

/** $1 notes */
const WRITE_NOTES = `
INSERT INTO enrolment_event (enrolment_id, what, step, detail)
SELECT n."enrolmentId", n.what, n.step, n.detail
  FROM jsonb_to_recordset($1::jsonb) AS n("enrolmentId" uuid, what text, step text, detail jsonb)`;
