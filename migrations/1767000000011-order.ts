import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Order1767000000011 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- The twelve bits after the version hold the fraction of the millisecond (RFC 9562, 6.2, method 3): rows that one connection
-- writes stay in the order in which it wrote them. Random bits there left rows of the same millisecond in any order.
CREATE OR REPLACE FUNCTION uuid_v7() RETURNS uuid LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
DECLARE
  microseconds bigint := extract(epoch FROM clock_timestamp()) * 1000000;
BEGIN
  RETURN encode(
    overlay(
      overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send(microseconds / 1000) FROM 3) FROM 1 FOR 6)
      PLACING int2send((28672 + microseconds % 1000 * 4096 / 1000)::int2) FROM 7 FOR 2),
    'hex')::uuid;
END $$;

-- Objections in the order in which they were raised, also where one statement writes them.
ALTER TABLE objection ADD position smallint NOT NULL DEFAULT 1;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
