import type { DataSource, EntityManager } from 'typeorm';

/**
 * Rows of a statement, whatever it is: TypeORM answers UPDATE and DELETE with [rows, count], all else with rows.
 * A column `created_at` arrives as `createdAt`.
 */
export async function rows<T>(on: EntityManager | DataSource, text: string, parameters: unknown[] = []): Promise<T[]> {
  const result: unknown = await on.query(text, parameters);
  return camelCase((pairOf(result) ? result[0] : result) as Record<string, unknown>[]) as T[];
}

/** The names are those of the first row: all rows of a statement have the same columns. */
function camelCase(found: Record<string, unknown>[]): Record<string, unknown>[] {
  const names = Object.keys(found[0] ?? {});
  if (!names.some((name) => name.includes('_'))) return found;
  const renamed = names.map((name) => [
    name,
    name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  ]);
  return found.map((each) => Object.fromEntries(renamed.map(([name, is]) => [is, each[name!]])));
}

export async function row<T>(
  on: EntityManager | DataSource,
  text: string,
  parameters: unknown[] = [],
): Promise<T | undefined> {
  return (await rows<T>(on, text, parameters))[0];
}

/** How many rows an UPDATE or DELETE touched. */
export async function touched(
  on: EntityManager | DataSource,
  text: string,
  parameters: unknown[] = [],
): Promise<number> {
  const result: unknown = await on.query(text, parameters);
  if (!pairOf(result)) throw new Error('touched() is for UPDATE and DELETE.');
  return result[1];
}

function pairOf(result: unknown): result is [unknown[], number] {
  return Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}
