/** The statements of a merge, for contacts and for organizations: `writable` are the columns that it may change. */
export const mergeSql = (thing: 'contact' | 'organization', writable: readonly string[]) => ({
  /** $1 merge */
  lockMerge: `
SELECT id, survivor_id, merged_id, at, by, undone_at, before, after, moved,
       at + interval '30 days' AS undo_until, at + interval '30 days' > app_now() AS undoable
  FROM ${thing}_merge
 WHERE id = $1
   FOR UPDATE`,

  /** $1 record: as survivor or as the one that was merged */
  mergesOf: `
SELECT m.id, m.survivor_id, m.merged_id, m.at, m.by, m.undone_at, at + interval '30 days' AS undo_until, c.name
  FROM ${thing}_merge m
  JOIN ${thing} c ON c.id = m.merged_id
 WHERE m.survivor_id = $1 OR m.merged_id = $1
 ORDER BY m.at DESC, m.id DESC
 LIMIT 100`,

  /** $1 survivor, $2 merged, $3 who */
  recordMerge: `INSERT INTO ${thing}_merge (survivor_id, merged_id, by) VALUES ($1, $2, $3) RETURNING id`,

  /** $1 merge, $2 the survivor's columns before, $3 after, $4 what moved */
  keepMerged: `UPDATE ${thing}_merge SET before = $2, after = $3, moved = $4 WHERE id = $1`,

  /** $1 merge */
  undoMerge: `UPDATE ${thing}_merge SET undone_at = app_now() WHERE id = $1`,

  /** $1 record, $2 into or null */
  setMerged: `
UPDATE ${thing}
   SET merged_into = $2, revision = revision + 1, updated_at = app_now()
 WHERE id = $1`,

  /** An id of the other system is unique: it goes over, and comes back. $1 from, $2 the id */
  freeExternalId: `UPDATE ${thing} SET external_id = NULL WHERE id = $1 AND external_id = $2`,

  /** Columns that are left out of $2 stay. $1 record, $2 columns */
  setColumns: `
UPDATE ${thing} c
   SET ${writable.map((column) => `${column} = r.${column}`).join(',\n       ')},
       revision = c.revision + 1, updated_at = app_now()
  FROM (SELECT (jsonb_populate_record(k, $2::jsonb)).* FROM ${thing} k WHERE k.id = $1) r
 WHERE c.id = r.id`,
});
