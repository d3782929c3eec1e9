import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FinerIds1767000000034 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- The twelve bits after the millisecond hold its fraction (RFC 9562, 6.2, method 3; PostgreSQL 18's uuidv7() does the same):
-- ids of one millisecond stand in the order in which they were made.
CREATE OR REPLACE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT (overlay(lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 4096000)::bigint), 15, '0') PLACING '7' FROM 13 FOR 0)
          || right(gen_random_uuid()::text, 17))::uuid
$$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
