import type { EntityManager } from 'typeorm';

/** Columns that hold free text about a person, in any table. States, dates, numbers and codes are none. */
const WORDS = (
  'name given_name family_name name_key email email_key email_hash email_suggestion phone phone_hash external_id attributes language time_zone title ' +
  'department preferred_supplier value note source evidence verbatim wants needs aspirations what_changed competitor underlying text words ' +
  'snooze_reason cancel_reason lift_reason recipient response error detail subject headers message sender reading prerequisites filters'
).split(' ');

/**
 * In the trail stays who did what to which row, and when; the words go. Needs `beginErasing` in the same transaction.
 */
export async function blankAudit(manager: EntityManager, entity: string, ids: string[]): Promise<void> {
  if (ids.length > 0) await manager.query(BLANK_AUDIT, [entity, ids, WORDS]);
}

/** From here to the end of the transaction the trail is not written, and may have its words blanked. */
export async function beginErasing(manager: EntityManager): Promise<void> {
  await manager.query(SELECT_BEGIN_ERASING);
}

export async function endErasing(manager: EntityManager): Promise<void> {
  await manager.query("SELECT set_config('overture.audit', '', true), set_config('overture.erasing', '', true)");
}

const blanked = (column: string): string =>
  `(SELECT jsonb_object_agg(k, CASE WHEN k = ANY($3) AND v NOT IN ('null', '""', '{}') THEN '"(erased)"' ELSE v END)
    FROM jsonb_each(${column}) AS e(k, v))`;
const BLANK_AUDIT = `
UPDATE audit_entry SET before = ${blanked('before')}, after = ${blanked('after')}
  WHERE entity = $1 AND entity_id = ANY($2)`;

const SELECT_BEGIN_ERASING = `
SELECT set_config('overture.audit', 'off', true), set_config('overture.erasing', 'on', true)`;
