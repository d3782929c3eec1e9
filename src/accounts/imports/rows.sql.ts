/** Whom a record of the past is matched with is found later, and no part of what the file wrote. */
const PAST_COLUMNS = [
  'import_id',
  'external_id',
  'fingerprint',
  'organization_external_id',
  'organization_name',
  'organization_name_key',
  'organization_domain',
  'contact_external_id',
  'contact_name',
  'contact_name_key',
  'contact_email_key',
  'rep',
  'note',
  'attributes',
  'sort_day',
  'opt_out',
] as const;

/** The columns that an import writes; the first two of an employment and a buying role are its owners. */
export const WRITTEN = {
  organization: [
    'external_id',
    'name',
    'name_key',
    'domain',
    'industry',
    'sector',
    'employees',
    'revenue_minor',
    'revenue_currency',
    'founded',
    'country',
    'region',
    'city',
    'postal_code',
    'address',
    'time_zone',
    'phone',
    'website',
    'relationship',
    'tags',
    'attributes',
    'made_up',
  ],
  contact: [
    'external_id',
    'name',
    'given_name',
    'family_name',
    'name_key',
    'email',
    'email_key',
    'email_hash',
    'email_state',
    'email_checked_at',
    'phone',
    'phone_hash',
    'phone_state',
    'phone_checked_at',
    'language',
    'time_zone',
    'preference',
    'lawful_basis',
    'attributes',
    'made_up',
    'shared_mailbox',
  ],
  employment: ['contact_id', 'organization_id', 'title', 'department'],
  buying_role: ['contact_id', 'organization_id', 'role', 'confidence', 'source'],
  past_interaction: [...PAST_COLUMNS, 'occurred_on', 'kind', 'direction', 'outcome'],
  past_opportunity: [
    ...PAST_COLUMNS,
    'name',
    'stage',
    'outcome',
    'value_minor',
    'currency',
    'opened_on',
    'closed_on',
    'product',
    'reason',
    'starts_check_ins',
  ],
} as const;
export type Table = keyof typeof WRITTEN;
/** In this order a row comes before those that refer to it. */
export const TABLES = [
  'organization',
  'contact',
  'employment',
  'buying_role',
  'past_interaction',
  'past_opportunity',
] as const satisfies Table[];

/** All of them: $1 is an array of rows as JSON objects. */
export const insertRows = (table: Table): string => `
INSERT INTO ${table} (id, ${WRITTEN[table].join(', ')})
SELECT id, ${WRITTEN[table].join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1)`;

export const updateRows = (table: Table): string => `
UPDATE ${table} t SET ${WRITTEN[table].map((column) => `${column} = r.${column}`).join(', ')}${TOUCHED[table]}
  FROM jsonb_populate_recordset(NULL::${table}, $1) r WHERE t.id = r.id`;

const TOUCHED: Record<Table, string> = {
  organization: ', revision = t.revision + 1, updated_at = app_now()',
  contact: ', revision = t.revision + 1, updated_at = app_now()',
  employment: '',
  buying_role: ', updated_at = app_now()',
  past_interaction: '',
  past_opportunity: '',
};

/** $1: ids. In the order of ids, so that two batches that lock the same rows do not wait for each other in a circle. */
export const lockRows = (table: Table): string =>
  `SELECT to_jsonb(t) AS row FROM ${table} t WHERE id = ANY($1) ORDER BY id FOR UPDATE`;

/** A dry run works on shadow tables; `schema` selects them: '' for those of the run, 'public.' for the stored ones. */
export type Schema = '' | 'public.';

// LIMIT, because a domain or a name may occur in a hundred thousand rows
export const FIND_ORGANIZATIONS = (schema: Schema): string => `
WITH found AS (
  SELECT id, merged_into FROM ${schema}organization WHERE external_id = ANY($1)
   UNION
  SELECT o.id, o.merged_into
    FROM unnest($2::text[]) AS k(domain)
   CROSS JOIN LATERAL (
     SELECT id, merged_into FROM ${schema}organization o WHERE o.domain = k.domain ORDER BY id LIMIT 50) o
   UNION
  SELECT o.id, o.merged_into
    FROM unnest($3::text[]) AS k(name)
   CROSS JOIN LATERAL (
     SELECT id, merged_into FROM ${schema}organization o WHERE o.name_key = k.name ORDER BY id LIMIT 50) o
)
SELECT id FROM found
 UNION
SELECT merged_into FROM found WHERE merged_into IS NOT NULL`;

/** $1 external ids; $2, $3 names and their organization; $4 names without an address; $5 addresses. */
export const FIND_CONTACTS = (schema: Schema): string => `
SELECT unnest(ARRAY[id, merged_into]) AS id FROM ${schema}contact WHERE external_id = ANY($1)
UNION SELECT c.id FROM unnest($2::text[], $3::uuid[]) AS k(name, organization)
  CROSS JOIN LATERAL (
    SELECT c.id FROM ${schema}employment e JOIN ${schema}contact c ON c.id = e.contact_id
     WHERE e.organization_id = k.organization AND e.until IS NULL AND c.name_key = k.name LIMIT 50) c
UNION SELECT c.id FROM unnest($4::text[]) AS k(name)
  CROSS JOIN LATERAL (
    SELECT c.id FROM ${schema}contact c WHERE c.name_key = k.name AND c.email_key IS NULL ORDER BY id LIMIT 50) c
UNION SELECT c.id FROM unnest($5::text[]) AS k(email)
  CROSS JOIN LATERAL (
    SELECT unnest(ARRAY[c.id, c.merged_into]) AS id
      FROM (SELECT * FROM ${schema}contact
             WHERE email_key = k.email AND erased_at IS NULL ORDER BY id LIMIT 50) c) c
 WHERE c.id IS NOT NULL`;

export const LOCK_JOBS =
  'SELECT to_jsonb(t) AS row FROM employment t WHERE contact_id = ANY($1) AND until IS NULL ORDER BY id FOR UPDATE';
export const LOCK_ROLES =
  'SELECT to_jsonb(t) AS row FROM buying_role t WHERE contact_id = ANY($1) ORDER BY id FOR UPDATE';

export const PULL = {
  organization: 'INSERT INTO organization SELECT * FROM public.organization WHERE id = ANY($1) ON CONFLICT DO NOTHING',
  contact: 'INSERT INTO contact SELECT * FROM public.contact WHERE id = ANY($1) ON CONFLICT DO NOTHING',
  employment:
    'INSERT INTO employment SELECT * FROM public.employment WHERE contact_id = ANY($1) ON CONFLICT DO NOTHING',
  buying_role:
    'INSERT INTO buying_role SELECT * FROM public.buying_role WHERE contact_id = ANY($1) ON CONFLICT DO NOTHING',
  past_interaction:
    'INSERT INTO past_interaction SELECT * FROM public.past_interaction WHERE id = ANY($1) ON CONFLICT DO NOTHING',
  past_opportunity:
    'INSERT INTO past_opportunity SELECT * FROM public.past_opportunity WHERE id = ANY($1) ON CONFLICT DO NOTHING',
} as const;

/** A temporary table hides the real one of its name from this connection alone: the dry run is the run, on shadows. */
export const SHADOW = [...TABLES, 'import_change', 'attribute_field']
  .map((table) => `CREATE TEMPORARY TABLE ${table} (LIKE public.${table} INCLUDING ALL)`)
  .join(';\n')
  .concat(';\nINSERT INTO attribute_field SELECT * FROM public.attribute_field');

export const RECORD_CHANGES = `
INSERT INTO import_change (import_id, batch, line, entity, entity_id, before, after)
SELECT $1, $2, line, entity, entity_id, nullif(before, 'null'), after
  FROM jsonb_to_recordset($3) AS r(n integer, line bigint, entity text, entity_id uuid, before jsonb, after jsonb)
    ORDER BY n`;

export const RECORD_REFUSALS = `
INSERT INTO import_refusal (import_id, line, field, code, message, whole_row, cells)
SELECT $1, line, field, code, message, whole_row, cells
  FROM jsonb_to_recordset($2) AS r(line bigint, field text, code text, message text, whole_row boolean, cells text[])`;

/** Of these contacts, another spelling of the name, once. $1 import, $2 [{contact_id, name}] */
export const RECORD_ALIASES = `
INSERT INTO contact_alias (contact_id, name, source, import_id)
SELECT contact_id, name, 'import', $1
  FROM jsonb_to_recordset($2) AS r(contact_id uuid, name text)
    ON CONFLICT (contact_id, name) DO NOTHING`;

/** $1 import, $2 matches */
export const RECORD_MATCHES = `
INSERT INTO import_match (import_id, line, entity, why, given, known, known_id, result)
SELECT $1, line, entity, why, given, known, known_id, result
  FROM jsonb_to_recordset($2)
    AS r(line bigint, entity text, why text, given text, known text, known_id uuid, result text)`;

/** What an earlier run or dry run told of the rows. $1 import */
export const FORGET_FINDINGS = [
  'DELETE FROM import_refusal WHERE import_id = $1',
  'DELETE FROM import_match WHERE import_id = $1',
] as const;
