import type { Schema } from '../rows.sql.js';

export const PAST_TABLES = ['past_interaction', 'past_opportunity'] as const;
export type PastTable = (typeof PAST_TABLES)[number];

/** $1 external ids, $2 fingerprints */
export const FIND_PAST = (table: PastTable, schema: Schema): string => `
SELECT id FROM ${schema}${table} WHERE external_id = ANY($1)
UNION
SELECT id FROM ${schema}${table} WHERE fingerprint = ANY($2)`;
