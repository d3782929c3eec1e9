/** $1 external id, $2 domain, $3 name. The id and the names of a record that was merged are the survivor's. */
export const FIND_ORGANIZATION = `
SELECT id
  FROM organization
 WHERE id = (
   SELECT coalesce(o.merged_into, o.id)
     FROM organization o
     LEFT JOIN organization s ON s.id = o.merged_into
    WHERE o.external_id = $1
       OR o.external_id IS NULL AND s.external_id IS NULL AND o.domain = $2 AND o.name_key = $3
    ORDER BY o.external_id NULLS LAST, o.id
    LIMIT 1)
   FOR UPDATE`;
/** $1 external id */
export const EMPLOYER = 'SELECT coalesce(merged_into, id) AS id FROM organization WHERE external_id = $1';
/** $1 external id */
export const FIND_CONTACT = `
SELECT id FROM contact
 WHERE id = (SELECT coalesce(merged_into, id) FROM contact WHERE external_id = $1) FOR UPDATE`;
/** $1 name, $2 address or null, $3 organization or null */
export const FIND_SAME_CONTACT = `
SELECT c.id
  FROM contact c
 WHERE c.name_key = $1
   AND c.external_id IS NULL
   AND c.erased_at IS NULL
   AND c.merged_into IS NULL
   AND (c.email_key = $2
     OR (c.email_key IS NULL OR $2::text IS NULL)
    AND EXISTS (SELECT FROM employment e WHERE e.contact_id = c.id AND e.organization_id = $3 AND e.until IS NULL))
 ORDER BY c.email_key IS NOT DISTINCT FROM $2 DESC, c.id
 LIMIT 1
   FOR UPDATE`;
