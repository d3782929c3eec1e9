import { CONTENT_FIELDS, type Content, type ContentField } from '../version/content';

/** The edits of one author to a text that others edit, too. */
export interface VersionDraft {
  /** the version as last read */
  revision: number;
  base: Content;
  /** edits that are not saved yet */
  edits: Partial<Content>;
  /** fields edited by both: the other author's saved value, until a choice is made */
  conflicts: Partial<Content>;
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
/** JSON columns are returned with their keys in another order, so keys are sorted before comparing. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
};

export const newDraft = (revision: number, base: Content): VersionDraft => ({
  revision,
  base,
  edits: {},
  conflicts: {},
});

export function setField(draft: VersionDraft, field: ContentField, value: unknown): VersionDraft {
  const edits = { ...draft.edits, [field]: value };
  if (isSame(value, draft.base[field]) && !(field in draft.conflicts)) delete edits[field];
  return { ...draft, edits };
}

/** Merges a newer version. Own edits are kept; a field edited by both becomes a conflict. */
export function mergeRemote(draft: VersionDraft, revision: number, now: Content): VersionDraft {
  if (revision < draft.revision) return draft;
  const edits = { ...draft.edits };
  const conflicts = { ...draft.conflicts };
  for (const field of CONTENT_FIELDS) {
    if (!(field in edits)) continue;
    if (isSame(now[field], edits[field])) {
      delete edits[field];
      delete conflicts[field];
    } else if (!isSame(now[field], draft.base[field])) Object.assign(conflicts, { [field]: now[field] });
  }
  return { revision, base: now, edits, conflicts };
}

/** Edits made after sending stay unsaved. */
export function markSaved(draft: VersionDraft, revision: number, now: Content, sent: Partial<Content>): VersionDraft {
  const edits = { ...draft.edits };
  for (const field of CONTENT_FIELDS) if (field in sent && isSame(edits[field], sent[field])) delete edits[field];
  return { ...draft, revision, base: now, edits };
}

export function resolveConflict(draft: VersionDraft, field: ContentField, whose: 'mine' | 'theirs'): VersionDraft {
  const edits = { ...draft.edits };
  const conflicts = { ...draft.conflicts };
  delete conflicts[field];
  if (whose === 'theirs') delete edits[field];
  return { ...draft, edits, conflicts };
}

/** Fields in conflict are not sent. */
export const unsavedEdits = ({ edits, conflicts }: VersionDraft): Partial<Content> =>
  Object.fromEntries(Object.entries(edits).filter(([field]) => !(field in conflicts))) as Partial<Content>;

export const shownContent = (draft: VersionDraft): Content => ({ ...draft.base, ...draft.edits });
