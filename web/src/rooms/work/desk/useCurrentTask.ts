import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { http } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { outbox, type UnsentRecord } from '../../../api/outbox';
import {
  blankDraft,
  deleteDraft,
  storeDraft,
  loadDraft,
  changeDraft,
  type TaskCard,
  type OutcomeDraft,
} from './form/draft';

const AGAIN_MS = 3_000;
const RENEW_EVERY_MS = 60_000;
const RENEW_BEFORE_MS = 10 * 60_000;

export interface CurrentTask {
  card: TaskCard | null;
  draft: OutcomeDraft | null;
  /** true: no task is available; undefined: not known yet */
  none: boolean;
  busy: boolean;
  /** the error if claiming failed */
  trouble: unknown;
  /** the claim expired; the input is kept */
  lost: string | null;
  edit: (change: Partial<OutcomeDraft>) => void;
  next: () => Promise<void>;
  open: (taskId: string, draft?: unknown) => Promise<void>;
  /** leaves the task without saving */
  letGo: () => Promise<void>;
}

/** The task the rep is working on. It stays claimed, and its input is kept. `first` is the requested task. */
export function useCurrentTask(claimed: string[] | undefined, first: string | undefined): CurrentTask {
  const queries = useQueryClient();
  const [desk, setDesk] = useState<{ card: TaskCard; draft: OutcomeDraft } | null>(null);
  const [none, setNone] = useState(false);
  const [busy, setBusy] = useState(true);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [lost, setLost] = useState<string | null>(null);
  /** tasks that an undo set aside; they stay claimed */
  const aside = useRef<string[]>([]);
  const current = useRef<string | null>(null);

  const put = useCallback((card: TaskCard | null, draft?: unknown) => {
    current.current = card?.id ?? null;
    setDesk(
      card && {
        card,
        draft: draft ? { ...blankDraft(card), ...(draft as OutcomeDraft), touched: 0 } : loadDraft(card),
      },
    );
    setNone(card === null);
    setLost(null);
    setTrouble(null);
  }, []);

  const open = useCallback(
    async (taskId: string, draft?: unknown) => {
      if (current.current && current.current !== taskId) aside.current.unshift(current.current);
      setBusy(true);
      try {
        const card = await claim(taskId);
        if (card) put(card, draft);
      } catch (error) {
        setTrouble(error);
        throw error;
      } finally {
        setBusy(false);
      }
    },
    [put],
  );

  const next = useCallback(async () => {
    setBusy(true);
    try {
      put((await resume(aside.current)) ?? (await claim()));
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/v1/queue' });
    }
  }, [put, queries]);

  const letGo = useCallback(async () => {
    const id = current.current;
    if (!id) return;
    await http.DELETE('/api/v1/claims/{taskId}', { params: { path: { taskId: id } } });
    await next();
  }, [next]);

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || claimed === undefined) return;
    begun.current = true;
    const saved = new Set(savedIds());
    aside.current = claimed.filter((id) => id !== first && !saved.has(id));
    setTimeout(() => void (first ? open(first).catch(() => undefined) : next()));
  }, [claimed, first, next, open]);

  // retries if the API could not be reached; a refusal waits for the rep
  useEffect(() => {
    if (!(trouble instanceof Problem) || trouble.status !== 0) return;
    const timer = setTimeout(() => void next(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [trouble, next]);

  const card = desk?.card;
  useEffect(() => {
    if (!card) return;
    const timer = setInterval(() => {
      if (!card.leaseUntil || Date.parse(card.leaseUntil) - Date.now() > RENEW_BEFORE_MS) return;
      http
        .PUT('/api/v1/claims/{taskId}', { params: { path: { taskId: card.id } } })
        .then(
          ({ data }) => data && setDesk((before) => (before?.card.id === data.id ? { ...before, card: data } : before)),
        )
        .catch(
          (error: unknown) =>
            error instanceof Problem && error.status < 500 && error.status > 0 && setLost(error.message),
        );
    }, RENEW_EVERY_MS);
    return () => clearInterval(timer);
  }, [card]);

  const edit = useCallback((change: Partial<OutcomeDraft>) => {
    setDesk((before) => {
      if (!before) return before;
      const draft = changeDraft(before.draft, change, Date.now());
      storeDraft(before.card.id, draft);
      return { ...before, draft };
    });
  }, []);

  return { card: card ?? null, draft: desk?.draft ?? null, none, busy, trouble, lost, edit, next, open, letGo };
}

/**
 * Claims the given task or the best one; null if there is none. Unsent records still count as claimed, so it waits
 * for them.
 */
async function claim(taskId?: string, again = MOST_WAITS): Promise<TaskCard | null> {
  const before = savedIds();
  try {
    const { data } = await http.POST('/api/v1/claims', { body: taskId ? { taskId } : {} });
    return data ?? null;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'too_many_claims') throw error;
    const saved = new Set([...before, ...savedIds()]);
    const mine = (error.more.taskIds as string[]).find((id) => !saved.has(id));
    if (mine !== undefined && mine !== taskId) return claim(mine, again);
    if (again === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    return claim(taskId, again - 1);
  }
}

const WAIT_MS = 250;
const MOST_WAITS = 20;
const savedIds = (): string[] => outbox.all().map(({ id }) => id);

/** Continues a task that was set aside, if it is still available. */
async function resume(aside: string[]): Promise<TaskCard | null> {
  for (let id = aside.shift(); id !== undefined; id = aside.shift()) {
    const card = await claim(id).catch((error: unknown) => {
      if (error instanceof Problem && error.status !== 0) return null;
      throw error;
    });
    if (card) return card;
  }
  return null;
}

const UNDO_MS = 8_000;

/** The draft is stored with the record, for undo. */
export function saveRecord(item: Omit<UnsentRecord, 'savedAt' | 'due' | 'tries'>): void {
  outbox.hold(item, UNDO_MS);
  deleteDraft(item.id);
}
