import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Dispatching1767000000024 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Whether anything leaves this house by itself, and where the house is. A copy of the database carries the row along, and is not there.
CREATE TABLE dispatching (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  state text NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off')),
  -- as dispatching_place() says it; null: no program has run on this database yet
  place text,
  -- the public host of the house, or local; null: whoever boots next says it
  host text,
  reason text,
  changed_by text NOT NULL DEFAULT 'system',
  changed_at timestamptz(3) NOT NULL DEFAULT app_now()
);
INSERT INTO dispatching DEFAULT VALUES;

-- This database and no copy of it: the cluster, its timeline (a restore to a point in time, and a replica that took over, begin another
-- one), the database in it, and this table, which a dump that is restored into the same database makes anew.
CREATE FUNCTION dispatching_place() RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE here text;
BEGIN
  here := (SELECT oid FROM pg_database WHERE datname = current_database()) || '/' || 'dispatching'::regclass::oid;
  RETURN (SELECT system_identifier FROM pg_control_system()) || '/' || (SELECT timeline_id FROM pg_control_checkpoint()) || '/' || here;
EXCEPTION WHEN insufficient_privilege THEN
  RETURN coalesce(host(inet_server_addr()), 'local') || '/' || here;
END $$;

-- Asked in the very statements that let something go.
CREATE FUNCTION may_dispatch() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT state = 'on' AND place = dispatching_place() FROM dispatching
$$;
CREATE TRIGGER audit AFTER UPDATE ON dispatching FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
