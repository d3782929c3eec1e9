/**
 * What the application's role may do, given anew with each migration: a table of the next version is not forgotten.
 * Read from the setting overture.application. The audit trail can be added to and read, and nothing else.
 */
export const GRANT_APPLICATION = `
DO $$
DECLARE
  application CONSTANT text := current_setting('overture.application');
  part text;
BEGIN
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), application);
  FOREACH part IN ARRAY ARRAY['public', 'bullmq'] LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', part, application);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I',
      part, application);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO %I', part, application);
  END LOOP;
  FOR part IN
    SELECT CASE c.relkind
             WHEN 'S' THEN format('GRANT USAGE, SELECT ON SEQUENCE %s TO %I', c.oid::regclass, application)
             ELSE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', c.oid::regclass, application)
           END
      FROM pg_class c
     WHERE c.relnamespace IN ('public'::regnamespace, 'bullmq'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'S')
       AND pg_has_role(c.relowner, 'USAGE')
  LOOP
    EXECUTE part;
  END LOOP;
  EXECUTE format('REVOKE ALL ON public.audit_entry, public.audit_seal, public.migration FROM %I', application);
  EXECUTE format('REVOKE ALL ON SEQUENCE public.audit_entry_id_seq FROM %I', application);
  EXECUTE format('GRANT SELECT ON public.audit_entry, public.audit_seal, public.migration TO %I', application);
  EXECUTE format('GRANT INSERT (actor, action, entity, entity_id, before, after) ON public.audit_entry TO %I',
    application);
  EXECUTE format('GRANT INSERT ON public.audit_seal TO %I', application);
  EXECUTE format('GRANT EXECUTE ON FUNCTION public.blank_audit(text, text[]) TO %I', application);
  IF has_schema_privilege(application, 'public', 'CREATE') THEN
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  END IF;
END $$`;

/** Asked as the application: by which of its rights it could change the audit trail or switch it off. */
export const AUDIT_WEAKNESSES = `
SELECT found.weakness
  FROM pg_roles r
  CROSS JOIN LATERAL (VALUES
    ('is a superuser', r.rolsuper),
    ('owns the tables or may become their owner', pg_has_role(
      (SELECT relowner FROM pg_class WHERE oid = 'public.audit_entry'::regclass), 'MEMBER')),
    ('may change audit entries', has_any_column_privilege('public.audit_entry', 'UPDATE')),
    ('may remove audit entries', has_table_privilege('public.audit_entry', 'DELETE, TRUNCATE')),
    ('may change seals', has_any_column_privilege('public.audit_seal', 'UPDATE')),
    ('may remove seals', has_table_privilege('public.audit_seal', 'DELETE, TRUNCATE')),
    ('may create in the schema public', has_schema_privilege('public', 'CREATE')),
    ('may create roles', r.rolcreaterole),
    ('may switch triggers off', has_parameter_privilege('session_replication_role', 'SET')),
    ('may run programs on the server', pg_has_role('pg_execute_server_program', 'MEMBER')),
    ('may write files on the server', pg_has_role('pg_write_server_files', 'MEMBER'))
  ) AS found(weakness, held)
 WHERE r.rolname = current_user AND found.held`;
