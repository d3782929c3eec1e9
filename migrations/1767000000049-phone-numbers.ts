import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A phone may have an extension; who shares a switchboard is found by its number. */
export class PhoneNumbers1767000000049 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(
      "CREATE INDEX contact_phone_number ON contact (split_part(phone, ';', 1)) WHERE phone IS NOT NULL",
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
