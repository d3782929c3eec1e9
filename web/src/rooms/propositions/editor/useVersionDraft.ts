import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { http } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { contentOf, type ContentField, type Version } from '../version/content';
import {
  newDraft,
  resolveConflict,
  mergeRemote,
  markSaved,
  unsavedEdits,
  shownContent,
  setField,
  type VersionDraft,
} from './draft';

const QUIET_MS = 700;

/** Saves when typing pauses. A stale edit becomes a conflict to resolve, so that no text is lost. */
export function useVersionDraft(version: Version) {
  const queries = useQueryClient();
  const [draft, change] = useReducer(
    (before: VersionDraft, next: (draft: VersionDraft) => VersionDraft) => next(before),
    null,
    () => newDraft(version.revision, contentOf(version)),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(draft);
  const sending = useRef<Promise<void> | null>(null);
  useEffect(() => {
    latest.current = draft;
  });
  const apply = useCallback((next: (draft: VersionDraft) => VersionDraft) => {
    latest.current = next(latest.current);
    change(next);
  }, []);
  useEffect(() => {
    // the change stream may report our own save before its response arrives
    const met = () => apply((before) => mergeRemote(before, version.revision, contentOf(version)));
    void (sending.current ?? Promise.resolve()).then(met);
  }, [version, apply]);

  const { id } = version;
  const send = useCallback(async (): Promise<void> => {
    for (let again = true; again;) {
      again = false;
      const sent = unsavedEdits(latest.current);
      if (Object.keys(sent).length === 0) return;
      try {
        const { data } = await http.PATCH('/api/v1/versions/{id}', {
          params: { path: { id } },
          headers: { 'if-match': `"${latest.current.revision}"` },
          body: sent,
        });
        apply((before) => markSaved(before, data!.revision, contentOf(data!), sent));
        setProblem(null);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.code !== 'stale_edit') return setProblem(error);
        const { data } = await http.GET('/api/v1/versions/{id}', { params: { path: { id } } });
        apply((before) => mergeRemote(before, data!.revision, contentOf(data!)));
        again = true;
      }
    }
    void queries.invalidateQueries({ predicate: ({ queryKey }) => speaksOf(queryKey, id) });
  }, [id, apply, queries]);

  /** Saves run one after the other; two at once would conflict with each other. */
  const flush = useCallback((): Promise<void> => {
    setBusy(true);
    const next = (sending.current ?? Promise.resolve()).then(send).finally(() => {
      if (sending.current === next) setBusy(false);
    });
    sending.current = next;
    return next;
  }, [send]);
  const soon = useDebouncedCallback(() => void flush(), { delay: QUIET_MS, flushOnUnmount: true });

  const dirty = Object.keys(draft.edits).length > 0;
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  return {
    content: shownContent(draft),
    draft,
    dirty,
    busy,
    problem,
    flush,
    set: (field: ContentField, value: unknown) => {
      apply((before) => setField(before, field, value));
      soon();
    },
    choose: (field: ContentField, whose: 'mine' | 'theirs') => {
      apply((before) => resolveConflict(before, field, whose));
      soon();
    },
  };
}
export type VersionDraftState = ReturnType<typeof useVersionDraft>;

const speaksOf = (queryKey: readonly unknown[], id: string): boolean => JSON.stringify(queryKey).includes(id);
