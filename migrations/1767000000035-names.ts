import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = {
  resistance: 'internal_objection',
  commitment: 'mobilisation_item',
  promise: 'buyer_commitment',
  snapshot_member: 'snapshot_organization',
  snapshot_person: 'snapshot_contact',
  send_lane: 'throttle',
  verification_wish: 'verification_request',
  fact: 'webhook_event',
};

/** Tables and columns get the field's terms. */
export class Names1767000000035 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    for (const [was, is] of Object.entries(TABLES)) {
      await query.query(`ALTER TABLE ${was} RENAME TO ${is}`);
      await renameParts(query, was, is);
    }
    await query.query(`
ALTER TABLE internal_objection RENAME commitment_id TO mobilisation_item_id;
ALTER TABLE proposition_version RENAME no_resistance_note TO no_objections_note;
ALTER TABLE cohort_snapshot RENAME members TO organizations;
ALTER TABLE cohort_snapshot RENAME members_excluded TO organizations_excluded;
ALTER TABLE theme RENAME verdict TO decision;
ALTER TABLE theme RENAME verdict_note TO decision_note;
ALTER TABLE webhook_delivery RENAME fact_id TO event_id;
ALTER TABLE dispatch RENAME lane_epoch TO throttle_epoch;

UPDATE throttle SET carrier = 'default' WHERE carrier = 'house';
UPDATE setting SET key = 'eventsKeptDays' WHERE key = 'factsKeptDays';
UPDATE webhook_event SET kind = 'message' || substr(kind, length('dispatch') + 1) WHERE kind LIKE 'dispatch.%';
UPDATE webhook SET kinds = (
  SELECT coalesce(array_agg(regexp_replace(kind, '^dispatch(?=$|\\.)', 'message') ORDER BY n), '{}') FROM unnest(kinds) WITH ORDINALITY k(kind, n));

-- The trail is append-only for programs; only the name of the table changes, never what was recorded.
ALTER TABLE audit_entry DISABLE TRIGGER USER;
${Object.entries(TABLES)
  .map(([was, is]) => `UPDATE audit_entry SET entity = '${is}' WHERE entity = '${was}';`)
  .join('\n')}
ALTER TABLE audit_entry ENABLE TRIGGER USER;
`);
    await query.query(WRITE_EVENTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

/** Indexes, constraints and sequences bear the name of their table. */
async function renameParts(query: QueryRunner, was: string, is: string): Promise<void> {
  await query.query(`
DO $$
DECLARE part record;
BEGIN
  FOR part IN SELECT conname AS name FROM pg_constraint WHERE conrelid = '${is}'::regclass AND conname ~ '^${was}_' LOOP
    EXECUTE format('ALTER TABLE ${is} RENAME CONSTRAINT %I TO %I', part.name, '${is}' || substr(part.name, ${was.length + 1}));
  END LOOP;
  FOR part IN SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
               WHERE i.indrelid = '${is}'::regclass AND c.relname ~ '^${was}_' LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', part.name, '${is}' || substr(part.name, ${was.length + 1}));
  END LOOP;
END $$;`);
}

/** As before, into webhook_event. Arguments: what the event is called, and the column whose new value completes the name. */
const WRITE_EVENTS = `
CREATE FUNCTION write_webhook_events() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject_name text := TG_ARGV[0];
  state_column text := TG_ARGV[1];
BEGIN
  IF NOT EXISTS (SELECT FROM webhook WHERE state <> 'disabled') THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    IF state_column = '' THEN
      EXECUTE format('INSERT INTO webhook_event (kind, subject_id) SELECT %L, id FROM new_rows', subject_name || '.created');
    ELSE
      EXECUTE format('INSERT INTO webhook_event (kind, subject_id) SELECT %L || %I, id FROM new_rows', subject_name || '.', state_column);
    END IF;
  ELSIF state_column = '' THEN
    EXECUTE format(
      'INSERT INTO webhook_event (kind, subject_id)
       SELECT %L, n.id FROM new_rows n JOIN old_rows o USING (id) WHERE n IS DISTINCT FROM o',
      subject_name || '.changed');
  ELSE
    EXECUTE format(
      'INSERT INTO webhook_event (kind, subject_id)
       SELECT %L || n.%I, n.id FROM new_rows n JOIN old_rows o USING (id) WHERE n.%I IS DISTINCT FROM o.%I',
      subject_name || '.', state_column, state_column, state_column);
  END IF;
  RETURN NULL;
END $$;

${[
  ['organization', 'organization', ''],
  ['contact', 'contact', ''],
  ['suppression', 'suppression', ''],
  ['proposition_version', 'version', 'state'],
  ['campaign', 'campaign', 'state'],
  ['enrolment', 'enrolment', 'state'],
  ['dispatch', 'message', 'state'],
  ['task', 'task', 'state'],
  ['conversation', 'conversation', ''],
  ['theme', 'theme', ''],
]
  .map(
    ([table, name, column]) => `
DROP TRIGGER facts_made ON ${table};
DROP TRIGGER facts_changed ON ${table};
CREATE TRIGGER webhook_events_created AFTER INSERT ON ${table}
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION write_webhook_events('${name}', '${column}');
CREATE TRIGGER webhook_events_changed AFTER UPDATE ON ${table}
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION write_webhook_events('${name}', '${column}');`,
  )
  .join('')}
DROP FUNCTION write_facts();
`;
