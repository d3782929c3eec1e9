import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1767000000001 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Time-ordered ids (RFC 9562, version 7): rows of one launch stay together in the index, whichever process made them.
-- PostgreSQL 18 has uuidv7(); this one also runs on 15 to 17.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- Empty in real life. A simulation sets one row, and every process sees the same faster time.
CREATE TABLE clock (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  anchor_wall timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  anchor_app timestamptz(3) NOT NULL,
  rate double precision NOT NULL CHECK (rate > 0),
  -- true: the fast time never passes the wall's, and from there on they are one
  catches_up boolean NOT NULL
);

-- STABLE, so that "due before app_now()" may use an index.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT CASE WHEN catches_up THEN least(fast, clock_timestamp()) ELSE fast END
       FROM (SELECT catches_up, anchor_app + (clock_timestamp() - anchor_wall) * rate AS fast FROM clock) c),
    clock_timestamp())
$$;

CREATE FUNCTION is_simulated() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM clock WHERE NOT catches_up OR anchor_app + (clock_timestamp() - anchor_wall) * rate < clock_timestamp())
$$;

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);

CREATE TABLE idempotency_key (
  actor text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  request_hash bytea NOT NULL,
  status smallint,
  response jsonb,
  headers jsonb,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
