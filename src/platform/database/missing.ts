import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { MIGRATION_SOURCES } from './places.js';

/**
 * What the entities declare and the database lacks. Keys, indexes and checks that are only in a migration are no
 * difference: entities hold other rooms' rows by id, and the database knows more than they do.
 */
export async function missingFromDatabase(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries
    .map(({ query }) => query)
    .filter((query) => !/^(ALTER TABLE \S+ DROP CONSTRAINT|DROP INDEX|COMMENT ON)/.test(query));
}

/**
 * Writes a migration file; returns its path. Migrations only go forward, so there is nothing to write for the way back.
 */
export async function writeMigration(name: string, statements: string[]): Promise<string> {
  const stamp = Date.now();
  const title = name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const path = join(MIGRATION_SOURCES, `${stamp}-${name}.ts`);
  const sql = statements
    .map((statement) => `${statement.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')};`)
    .join('\n');
  const text = `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${title}${stamp} implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(\`
${sql}
\`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
`;
  await writeFile(path, text, { flag: 'wx' });
  return path;
}
