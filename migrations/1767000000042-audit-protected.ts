import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The application's role may add to the audit trail and read it. What else it needs, a pause of the trail and the
 * erasure of a person, goes through functions that write an audit entry themselves.
 */
export class AuditProtected1767000000042 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    // every row gets a salt, which rewrites the table
    await query.query('SET LOCAL statement_timeout = 0');
    await query.query(COLUMNS);
    await query.query(WRITE);
    await query.query(PAUSE);
    await query.query(ERASE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

// salt: without it, the digest that an erasure leaves would tell the words to anyone who guesses them
const COLUMNS = `
ALTER TABLE audit_entry
  DROP CONSTRAINT audit_entry_action_check,
  ADD CONSTRAINT audit_entry_action_check
    CHECK (action IN ('insert', 'update', 'delete', 'export', 'read', 'pause', 'erase', 'anchor')),
  ADD COLUMN salt text DEFAULT gen_random_uuid()::text,
  ADD COLUMN words_digest bytea,
  ADD COLUMN erased_by bigint;`;

// tables with their schema: a temporary table of the same name is found first otherwise, and would get the entries
const WRITE = `
CREATE FUNCTION audit_actor() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('overture.actor', true), ''), 'system')
$$;

CREATE OR REPLACE FUNCTION write_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  key text := coalesce(new_row, old_row) ->> coalesce(TG_ARGV[0], 'id');
  was jsonb := old_row;
  secret text;
  pause text := current_setting('overture.audit', true);
BEGIN
  -- only an entry that says so, of this very transaction, pauses the trail
  IF pause ~ '^[0-9]{1,18}$' THEN
    PERFORM FROM public.audit_entry e
      WHERE e.id = pause::bigint AND e.action = 'pause' AND e.xmin = pg_current_xact_id()::xid;
    IF FOUND THEN RETURN NULL; END IF;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(k, old_row -> k), jsonb_object_agg(k, new_row -> k) INTO was, new_row
      FROM jsonb_object_keys(new_row) k WHERE old_row -> k IS DISTINCT FROM new_row -> k AND k <> 'revision';
    IF new_row IS NULL THEN RETURN NULL; END IF;
  END IF;
  FOR secret IN SELECT k
                  FROM jsonb_object_keys(coalesce(new_row, was)) k
                 WHERE k IN ('password_hash', 'token_hash') OR k LIKE '%\\_sealed'
  LOOP
    IF new_row -> secret <> 'null' THEN new_row := jsonb_set(new_row, ARRAY[secret], '"changed"'); END IF;
    was := was - secret;
  END LOOP;
  INSERT INTO public.audit_entry (actor, action, entity, entity_id, before, after)
    VALUES (public.audit_actor(), lower(TG_OP), TG_TABLE_NAME, key, was, new_row);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION record_access(actor text, action text, entity text, entity_id text, detail jsonb)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.audit_entry (actor, action, entity, entity_id, after)
  VALUES ($1, $2, $3, $4, $5)
$$;`;

const PAUSE = `
CREATE FUNCTION pause_audit(why text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE entry bigint;
BEGIN
  INSERT INTO public.audit_entry (actor, action, entity, entity_id)
    VALUES (public.audit_actor(), 'pause', 'audit_entry', why)
    RETURNING id INTO entry;
  PERFORM set_config('overture.audit', entry::text, true);
END $$;

CREATE FUNCTION resume_audit() RETURNS void LANGUAGE sql AS $$
  SELECT set_config('overture.audit', '', true)
$$;`;

// words: columns that hold free text about a person, in any table; states, dates, numbers and codes are none.
// The entry of the erasure keeps what each blanked row looks like from now on, so that verifying still finds a change.
const ERASE = `
CREATE OR REPLACE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased CONSTANT text[] := ARRAY['before', 'after', 'salt', 'words_digest', 'erased_by', 'source', 'evidence'];
BEGIN
  IF current_setting('overture.erasing', true) = 'on' AND to_jsonb(OLD) - erased = to_jsonb(NEW) - erased THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION audit_words() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT string_to_array('name given_name family_name name_key email email_key email_hash email_suggestion phone '
    'phone_hash external_id attributes language time_zone title department preferred_supplier value note source '
    'evidence verbatim wants needs aspirations what_changed competitor underlying text words snooze_reason '
    'cancel_reason lift_reason recipient response error detail subject headers message sender reading prerequisites '
    'filters', ' ')
$$;

CREATE FUNCTION audit_without_words(described jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_object_agg(
           k, CASE WHEN k = ANY (public.audit_words()) AND v NOT IN ('null', '""', '{}') THEN '"(erased)"' ELSE v END)
    FROM jsonb_each(described) AS e(k, v)
$$;

CREATE FUNCTION blank_audit(kind text, ids text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  subject text;
  entry bigint;
  blanked jsonb;
  erasing text := coalesce(current_setting('overture.erasing', true), '');
BEGIN
  PERFORM set_config('overture.erasing', 'on', true);
  -- before the id is taken: sealing waits for all who hold this lock, and so for every id that is not visible yet
  LOCK TABLE public.audit_entry IN ROW EXCLUSIVE MODE;
  FOREACH subject IN ARRAY ids LOOP
    entry := nextval('public.audit_entry_id_seq');
    WITH gone AS (
      UPDATE public.audit_entry a
         SET words_digest = coalesce(words_digest,
               sha256(convert_to(jsonb_build_array(salt, before, after)::text, 'UTF8'))),
             salt = NULL,
             erased_by = entry,
             before = public.audit_without_words(before),
             after = public.audit_without_words(after)
       WHERE entity = kind AND entity_id = subject AND action <> 'erase'
         AND (before ?| public.audit_words() OR after ?| public.audit_words())
      RETURNING a.id, a.before, a.after
    )
    SELECT jsonb_object_agg(id, encode(sha256(convert_to(jsonb_build_array(before, after)::text, 'UTF8')), 'hex'))
      INTO blanked
      FROM gone;
    CONTINUE WHEN blanked IS NULL;
    INSERT INTO public.audit_entry (id, actor, action, entity, entity_id, after) OVERRIDING SYSTEM VALUE
      VALUES (entry, public.audit_actor(), 'erase', kind, subject, blanked);
  END LOOP;
  PERFORM set_config('overture.erasing', erasing, true);
END $$;
REVOKE ALL ON FUNCTION blank_audit(text, text[]) FROM PUBLIC;`;
