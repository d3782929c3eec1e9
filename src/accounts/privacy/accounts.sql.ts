/** What this room holds of a person. $1 contact, $2 address, $3 number */
export const READ = {
  contact: `SELECT to_jsonb(c) - '{email_hash,phone_hash}'::text[] AS row FROM contact c WHERE id = $1`,
  employments: `SELECT to_jsonb(e) || jsonb_build_object('organization', o.name) AS row FROM employment e
    JOIN organization o ON o.id = e.organization_id WHERE e.contact_id = $1 ORDER BY e.id`,
  buyingRoles: `SELECT to_jsonb(b) || jsonb_build_object('organization', o.name) AS row FROM buying_role b
    JOIN organization o ON o.id = b.organization_id WHERE b.contact_id = $1 ORDER BY b.id`,
  aliases: 'SELECT to_jsonb(a) AS row FROM contact_alias a WHERE contact_id = $1 ORDER BY id',
  mergedRecords: `SELECT to_jsonb(c) - '{email_hash,phone_hash}'::text[] AS row FROM contact c
    WHERE merged_into = $1 ORDER BY id`,
  merges: `SELECT to_jsonb(m) - 'moved' AS row FROM contact_merge m
    WHERE survivor_id = $1 OR merged_id = $1 ORDER BY id`,
  consents: 'SELECT to_jsonb(n) AS row FROM consent n WHERE contact_id = $1 ORDER BY id',
  imports: `SELECT to_jsonb(h) || jsonb_build_object('filename', i.filename) AS row FROM import_change h
    JOIN import i ON i.id = h.import_id
     WHERE h.entity = 'contact' AND h.entity_id = $1 OR h.entity = 'employment'
       AND h.entity_id IN (SELECT id FROM employment WHERE contact_id = $1) ORDER BY h.id`,
  pastInteractions: 'SELECT to_jsonb(p) AS row FROM past_interaction p WHERE contact_id = $1 ORDER BY id',
  pastOpportunities: 'SELECT to_jsonb(p) AS row FROM past_opportunity p WHERE contact_id = $1 ORDER BY id',
  changes: `SELECT to_jsonb(a) - '{salt,words_digest,erased_by}'::text[] AS row FROM audit_entry a
    WHERE entity = 'contact' AND entity_id = $1::text ORDER BY id`,
} as const;
export const READ_SUPPRESSIONS = `
SELECT to_jsonb(s) AS row FROM suppression s
 WHERE kind = 'contact' AND value = $1::text OR kind = 'address' AND value = $2 OR kind = 'phone' AND value = $3
   ORDER BY id`;

/** Rows in the audit trail. $1 contact */
export const AUDITED = {
  contact: 'SELECT $1::text AS id',
  employment: 'SELECT id::text FROM employment WHERE contact_id = $1',
  buying_role: 'SELECT id::text FROM buying_role WHERE contact_id = $1',
  consent: 'SELECT id::text FROM consent WHERE contact_id = $1',
  contact_alias: 'SELECT id::text FROM contact_alias WHERE contact_id = $1',
  suppression: "SELECT id::text FROM suppression WHERE kind = 'contact' AND value = $1::text",
  past_interaction: 'SELECT id::text FROM past_interaction WHERE contact_id = $1',
  past_opportunity: 'SELECT id::text FROM past_opportunity WHERE contact_id = $1',
} as const;

/** A number that several contacts share is a switchboard's, and not one person's. $1 contact, $2 number */
export const NUMBER_IS_SHARED = `
SELECT EXISTS (SELECT FROM contact WHERE phone = $2 AND id <> $1 AND erased_at IS NULL)
    OR EXISTS (SELECT FROM organization WHERE phone = $2) AS shared`;

/** $1 kind, $2 value, $3 hash, $4 who */
export const HIDE_SUPPRESSIONS = `
UPDATE suppression
   SET kind = $1 || '_hash', value = $3, note = NULL, lifted_at = coalesce(lifted_at, app_now()),
       lifted_by = coalesce(lifted_by, $4),
       lift_reason = 'Its hash stands for it since the person was erased.'
 WHERE kind = $1 AND value = $2 RETURNING id::text`;
/** $1 kind, $2 hash, $3 who */
export const SUPPRESS_HASH = `
INSERT INTO suppression (kind, value, reason, created_by) VALUES ($1 || '_hash', $2, 'legal', $3)
ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO NOTHING`;
/** Rows that were written before there were hashes. $2 value, $3 hash */
export const HASH_OTHERS = {
  address: 'UPDATE contact SET email_hash = $2 WHERE email_key = $1 AND email_hash IS DISTINCT FROM $2',
  phone: 'UPDATE contact SET phone_hash = $2 WHERE phone = $1 AND phone_hash IS DISTINCT FROM $2',
} as const;

/** How a file named the person. */
const UNNAMED = 'contact_external_id = NULL, contact_name = NULL, contact_name_key = NULL, contact_email_key = NULL';

/** $1 contact */
export const ERASE = [
  `UPDATE suppression SET note = NULL, evidence = NULL, unverified = false,
    lift_reason = CASE WHEN lifted_at IS NOT NULL THEN '(erased)' END WHERE kind = 'contact' AND value = $1::text`,
  `UPDATE employment SET title = NULL, department = NULL WHERE contact_id = $1`,
  `UPDATE buying_role SET preferred_supplier = NULL WHERE contact_id = $1`,
  `UPDATE consent SET source = '(erased)', evidence = '(erased)' WHERE contact_id = $1`,
  `UPDATE import_change SET before = CASE WHEN before IS NOT NULL THEN '{}'::jsonb END, after = '{}'
    WHERE entity = 'contact' AND entity_id = $1 OR entity = 'employment'
      AND entity_id IN (SELECT id FROM employment WHERE contact_id = $1)
      OR entity = 'past_interaction' AND entity_id IN (SELECT id FROM past_interaction WHERE contact_id = $1)
      OR entity = 'past_opportunity' AND entity_id IN (SELECT id FROM past_opportunity WHERE contact_id = $1)`,
  `UPDATE past_interaction SET note = NULL, attributes = '{}', ${UNNAMED} WHERE contact_id = $1`,
  `UPDATE past_opportunity SET note = NULL, attributes = '{}', ${UNNAMED} WHERE contact_id = $1`,
  `DELETE FROM verification_request WHERE contact_id = $1`,
  `DELETE FROM contact_alias WHERE contact_id = $1`,
  `DELETE FROM contact_duplicate WHERE contact_id = $1 OR other_id = $1`,
  `UPDATE contact_merge SET before = '{}', after = '{}' WHERE survivor_id = $1 OR merged_id = $1`,
  `UPDATE import_match SET given = '(erased)', known = '(erased)' WHERE entity = 'contact' AND known_id = $1`,
  `UPDATE contact
    SET name = 'Erased person', name_key = 'erased person', given_name = NULL, family_name = NULL, external_id = NULL,
      email = NULL,
          email_key = NULL, email_hash = NULL, phone = NULL, phone_hash = NULL, language = NULL, time_zone = NULL,
              not_before = NULL, away_until = NULL, attributes = '{}',
          erased_at = coalesce(erased_at, app_now()), revision = revision + 1, updated_at = app_now()
    WHERE id = $1`,
];

/**
 * True where a text speaks of the person: by the address, by the number's digits, or by every word of the name. $1
 * address, $2 digits, $3 words
 */
const speaksOf = (text: string): string => `(
  $1::text IS NOT NULL AND position($1 IN lower(${text})) > 0
  OR $2::text IS NOT NULL AND position($2 IN regexp_replace(${text}, '[^0-9,|]', '', 'g')) > 0
  OR (SELECT bool_and(position(w IN lower(${text})) > 0) FROM unnest($3::text[]) w))`;

export const ERASE_REFUSALS = `
UPDATE import_refusal SET cells = '{}', message = 'The row spoke of a person who was erased.'
  WHERE ${speaksOf(`array_to_string(cells || message, '|')`)}`;
export const ERASE_MATCHES = `
UPDATE import_match SET given = '(erased)', known = '(erased)' WHERE ${speaksOf("given || '|' || known")}`;
/** Names of columns stay, their values go. */
export const ERASE_SAMPLES = `
UPDATE import
   SET reading = reading || jsonb_build_object('sample', '[]'::jsonb, 'columns',
         (SELECT jsonb_agg(c || '{"samples": []}') FROM jsonb_array_elements(reading -> 'columns') c))
 WHERE reading IS NOT NULL AND ${speaksOf('(reading)::text')}`;
/** A sample is in the trail of its import too. */
export const IMPORTS_IN_TRAIL = `
SELECT DISTINCT entity_id AS id FROM audit_entry
  WHERE entity = 'import' AND ${speaksOf("concat(before::text, '|', after::text)")}`;
/**
 * Stored files that no import uses; a running one deletes its file itself, and the hash recognizes the person. Bytes
 * are compared as bytes: Latin-1 has a letter for each. $1 address, $2 name in lower case, both as their UTF-8 bytes
 * read as Latin-1
 */
export const ERASE_FILES = `
WITH spoken AS (
  SELECT DISTINCT import_id FROM (
    SELECT import_id,
        convert_from(decode(replace(encode(bytes || substring(coalesce(lead(bytes) OVER (PARTITION BY import_id
      ORDER BY ordinal), '') FROM 1 FOR 1000), 'hex'), '00', '20'), 'hex'), 'LATIN1') AS text
      FROM import_chunk
        WHERE import_id IN (SELECT id FROM import WHERE state IN ('uploaded', 'checked', 'failed', 'undone'))) f
   WHERE $1::text IS NOT NULL AND position($1 IN lower(text)) > 0 OR position($2 IN lower(text)) > 0
), gone AS (
  DELETE FROM import_chunk WHERE import_id IN (SELECT import_id FROM spoken)
)
UPDATE import
  SET state = 'failed', failure = 'The file spoke of a person who was erased. Upload it again without that person.',
    ended_at = app_now()
 WHERE id IN (SELECT import_id FROM spoken) AND state IN ('uploaded', 'checked')`;
const wordsOf = (text: string): string => `array_remove(regexp_split_to_array(lower(${text}), '[\\s|,;:!?()"]+'), '')`;
/**
 * True where a kept view names the person: its name or one of its filters holds the address, the number's digits or the
 * whole name, or its search looks for a part of the name. By whole words, so that no other view is removed because of
 * two letters.
 */
const viewNames = (name: string, filters: string): string => {
  const says = `concat_ws('|', ${name}, (SELECT string_agg(f.value, '|') FROM jsonb_each_text(${filters}) f))`;
  const search = `${filters} ->> 'q'`;
  return `(
  coalesce(position($1::text IN lower(${says})) > 0, false)
  OR coalesce(position($2::text IN regexp_replace(${says}, '[^0-9,|]', '', 'g')) > 0, false)
  OR $3::text[] <> '{}' AND $3::text[] <@ ${wordsOf(says)}
  OR coalesce(length(${search}) > 2 AND (position(lower(btrim(${search})) IN $1::text) > 0 AND position('@' IN ${search}) > 0
       OR ${wordsOf(search)} <> '{}' AND ${wordsOf(search)} <@ $3::text[]), false))`;
};
/** Saved filters. $1 address, $2 digits, $3 words */
export const FORGET_VIEWS = `DELETE FROM saved_view WHERE ${viewNames('name', 'filters')}`;
/** Saved views that were changed or removed before are in the trail. */
export const VIEWS_IN_TRAIL = `
SELECT DISTINCT a.entity_id AS id FROM audit_entry a CROSS JOIN LATERAL (VALUES (a.before), (a.after)) v(row)
 WHERE a.entity = 'saved_view' AND v.row IS NOT NULL
   AND ${viewNames("v.row ->> 'name'", "coalesce(v.row -> 'filters', '{}')")}`;

/** Answers that are kept for a repeated request. $1 contact, $2 address */
export const ERASE_ANSWERS = `
DELETE FROM idempotency_key
  WHERE position($1::text IN response::text) > 0 OR $2::text IS NOT NULL AND position($2 IN lower(response::text)) > 0`;
