const PAST = ['past_interaction', 'past_opportunity'] as const;
type PastTable = (typeof PAST)[number];

// the only one of its kind: of two, nothing says which is meant
const only = (from: string): string => `
   (SELECT (array_agg(coalesce(merged_into, id)))[1]
      FROM ${from}
    HAVING count(DISTINCT coalesce(merged_into, id)) = 1)`;

/** Schemas are named, because a dry run has empty tables of these names in front of the stored ones. */
const ORGANIZATION = `coalesce(
  (SELECT coalesce(merged_into, id) FROM public.organization WHERE external_id = p.organization_external_id),
  ${only(`public.organization o
    WHERE o.domain = p.organization_domain AND (p.organization_external_id IS NULL OR o.external_id IS NULL)`)},
  ${only(`public.organization o
    WHERE o.name_key = p.organization_name_key AND (p.organization_external_id IS NULL OR o.external_id IS NULL)`)})`;
const NAMES_ORGANIZATION =
  '(p.organization_external_id IS NOT NULL OR p.organization_domain IS NOT NULL OR p.organization_name_key IS NOT NULL)';
const NAMES_CONTACT =
  '(p.contact_external_id IS NOT NULL OR p.contact_email_key IS NOT NULL OR p.contact_name_key IS NOT NULL)';

const matching = (table: PastTable, which: string): string => `
WITH named AS (
  SELECT p.*, coalesce(p.organization_id, ${ORGANIZATION}) AS organization
    FROM ${table} p
   WHERE ${which}
), found AS (
  SELECT p.id, p.organization, ${NAMES_ORGANIZATION} AS named, coalesce(
    p.contact_id,
    (SELECT coalesce(c.merged_into, c.id)
       FROM public.contact c
      WHERE c.external_id = p.contact_external_id AND c.erased_at IS NULL),
    ${only('public.contact c WHERE c.email_key = p.contact_email_key AND c.erased_at IS NULL')},
    (SELECT (array_agg(c.id))[1]
       FROM public.employment e
       JOIN public.contact c ON c.id = e.contact_id
      WHERE e.organization_id = p.organization AND e.until IS NULL AND c.erased_at IS NULL
        AND c.name_key = p.contact_name_key AND p.contact_email_key IS NULL
     HAVING count(*) = 1)) AS contact
    FROM named p
), known AS (
  SELECT f.id, f.contact, coalesce(f.organization, CASE WHEN NOT f.named THEN (
    SELECT (array_agg(e.organization_id))[1]
      FROM public.employment e
     WHERE e.contact_id = f.contact AND e.until IS NULL
    HAVING count(*) = 1) END) AS organization
    FROM found f
)
UPDATE ${table} t
   SET organization_id = k.organization, contact_id = k.contact
  FROM known k
 WHERE k.id = t.id
   AND (t.organization_id IS DISTINCT FROM k.organization OR t.contact_id IS DISTINCT FROM k.contact)`;

/** Finds of whom the records speak. $1 ids */
export const matchThese = (table: PastTable): string => matching(table, 'p.id = ANY($1)');

/** The same for all that wait. */
export const MATCH_WAITING = PAST.map((table) =>
  matching(
    table,
    `(p.organization_id IS NULL OR p.contact_id IS NULL)
     AND (p.contact_id IS NULL AND ${NAMES_CONTACT} OR p.organization_id IS NULL AND ${NAMES_ORGANIZATION})`,
  ),
);

/** $1 ids */
export const countUnmatched = (table: PastTable): string => `
SELECT count(*)::int AS n FROM ${table} WHERE id = ANY($1) AND organization_id IS NULL AND contact_id IS NULL`;

const WANTED = (table: PastTable, optOut: string): string => `
  FROM ${table} p
  LEFT JOIN contact c ON c.id = p.contact_id
 WHERE p.opt_out = '${optOut}' AND p.opt_out_applied_at IS NULL`;
const SUPPRESS = `
INSERT INTO suppression (kind, value, reason, note, created_by)`;
const ONCE = 'ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO NOTHING';
const WHO = `'an imported record says so', 'import:' || coalesce(p.import_id::text, '')`;

/** In order: what a record's flag asks for, once it is known of whom. A person's later word is not overruled: each once. */
export const APPLY_OPT_OUTS = PAST.flatMap((table) => [
  `${SUPPRESS}
SELECT DISTINCT ON (p.contact_id) 'contact', p.contact_id::text, 'unsubscribe', ${WHO}
${WANTED(table, 'unsubscribe')} AND p.contact_id IS NOT NULL
${ONCE}`,
  `${SUPPRESS}
SELECT DISTINCT ON (p.contact_email_key) 'address', p.contact_email_key, 'unsubscribe', ${WHO}
${WANTED(table, 'unsubscribe')} AND p.contact_email_key IS NOT NULL
${ONCE}`,
  `${SUPPRESS}
SELECT DISTINCT ON (c.phone) 'phone', c.phone, 'do_not_call', ${WHO}
${WANTED(table, 'do_not_call')} AND c.phone IS NOT NULL
${ONCE}`,
  `UPDATE contact SET preference = 'no_calls', revision = revision + 1, updated_at = app_now()
 WHERE preference = 'any' AND id IN (SELECT c.id ${WANTED(table, 'do_not_call')} AND c.id IS NOT NULL)`,
  `UPDATE ${table} SET opt_out_applied_at = app_now()
 WHERE opt_out IS NOT NULL AND opt_out_applied_at IS NULL
   AND (contact_id IS NOT NULL OR opt_out = 'unsubscribe' AND contact_email_key IS NOT NULL)`,
]);
