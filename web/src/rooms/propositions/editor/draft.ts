import { FIELDS, type Content, type Field } from '../version/content';

/** One person's writing on a text that others write on too. */
export interface Draft {
  /** the version as it was read last */
  revision: number;
  base: Content;
  /** what this person wrote and nobody saved yet */
  edits: Partial<Content>;
  /** where both wrote: what the other one saved, until this person chooses */
  conflicts: Partial<Content>;
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
/** JSON columns come back with their keys in another order. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
};

export const begin = (revision: number, base: Content): Draft => ({ revision, base, edits: {}, conflicts: {} });

export function write(draft: Draft, field: Field, value: unknown): Draft {
  const edits = { ...draft.edits, [field]: value };
  if (same(value, draft.base[field]) && !(field in draft.conflicts)) delete edits[field];
  return { ...draft, edits };
}

/** The version as it stands now, whoever saved it. What this person wrote stays; where the other one wrote too, both are kept. */
export function meet(draft: Draft, revision: number, now: Content): Draft {
  if (revision < draft.revision) return draft;
  const edits = { ...draft.edits };
  const conflicts = { ...draft.conflicts };
  for (const field of FIELDS) {
    if (!(field in edits)) continue;
    if (same(now[field], edits[field])) {
      delete edits[field];
      delete conflicts[field];
    } else if (!same(now[field], draft.base[field])) Object.assign(conflicts, { [field]: now[field] });
  }
  return { revision, base: now, edits, conflicts };
}

/** What was sent is saved; what was written since then is not. */
export function saved(draft: Draft, revision: number, now: Content, sent: Partial<Content>): Draft {
  const edits = { ...draft.edits };
  for (const field of FIELDS) if (field in sent && same(edits[field], sent[field])) delete edits[field];
  return { ...draft, revision, base: now, edits };
}

export function choose(draft: Draft, field: Field, whose: 'mine' | 'theirs'): Draft {
  const edits = { ...draft.edits };
  const conflicts = { ...draft.conflicts };
  delete conflicts[field];
  if (whose === 'theirs') delete edits[field];
  return { ...draft, edits, conflicts };
}

/** What may be sent now: nothing that waits for a choice. */
export const sendable = ({ edits, conflicts }: Draft): Partial<Content> =>
  Object.fromEntries(Object.entries(edits).filter(([field]) => !(field in conflicts))) as Partial<Content>;

export const shown = (draft: Draft): Content => ({ ...draft.base, ...draft.edits });
