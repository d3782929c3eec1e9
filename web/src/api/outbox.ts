import { useSyncExternalStore } from 'react';
import { Problem } from './problem';

/** A saved record that is not sent yet. It can be undone for a few seconds. */
export interface UnsentRecord {
  /** the task it closes */
  id: string;
  path: '/api/v1/conversations' | '/api/v1/task-resolutions';
  body: Record<string, unknown>;
  /** added to the body if it is sent late */
  late?: Record<string, unknown>;
  /** the input, for undo */
  draft: unknown;
  /** a short description for messages */
  label: string;
  savedAt: number;
  /** when it is sent */
  due: number;
  tries: number;
  /** may have been sent when the page was closed */
  left?: boolean;
  /** why the API rejected it; the user has to decide */
  refused?: string;
}

const LATE_MS = 60_000;
const WAIT_MS = [3_000, 5_000, 10_000, 30_000];
const LOOK_MS = 500;
/** unreachable, signed out or busy: a retry may succeed */
const isForLater = (status: number): boolean => status === 0 || status === 401 || status === 429 || status >= 500;

/**
 * Keeps saved records in this browser until the API has accepted them: through an undo, a lost connection, a closed
 * window and a restart. Sending one twice is safe, because a task closes only once.
 */
class Outbox {
  private key = '';
  private shown: UnsentRecord[] = [];
  private readonly sending = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor() {
    window.addEventListener('pagehide', () => this.leave());
    window.addEventListener('online', () => this.hurry());
    window.addEventListener('storage', ({ key }) => key === this.key && this.read());
    setInterval(() => this.work(), LOOK_MS);
  }

  /** Records are per user, so that another user of the same browser does not send them. */
  openFor(userId: string): void {
    const key = `overture.outbox.${userId}`;
    if (key === this.key) return;
    this.key = key;
    this.read();
  }

  readonly all = (): UnsentRecord[] => this.shown;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends earlier records now: only the latest one can be undone. */
  hold(item: Omit<UnsentRecord, 'savedAt' | 'due' | 'tries'>, ms: number): void {
    const now = Date.now();
    const before = this.read().map((each) => ({ ...each, due: Math.min(each.due, now) }));
    this.write([...before.filter(({ id }) => id !== item.id), { ...item, savedAt: now, due: now + ms, tries: 0 }]);
    this.work();
  }

  /** Takes a record back for undo; undefined if it was sent already. */
  take(id: string): UnsentRecord | undefined {
    const item = this.read().find((each) => each.id === id);
    if (!item || item.left || this.sending.has(id)) return undefined;
    this.drop(id);
    return item;
  }

  drop(id: string): void {
    this.write(this.read().filter((each) => each.id !== id));
  }

  private hurry(): void {
    this.write(this.read().map((each) => ({ ...each, due: Math.min(each.due, Date.now()) })));
    this.work();
  }

  private work(): void {
    const now = Date.now();
    for (const item of this.shown)
      if (item.due <= now && item.refused === undefined && !this.sending.has(item.id)) void this.send(item.id);
  }

  /** Reads the storage again before sending, because another window may have undone the record. */
  private async send(id: string): Promise<void> {
    const item = this.read().find((each) => each.id === id);
    if (!item) return;
    this.sending.add(id);
    try {
      const response = await post(item, Date.now() - item.savedAt > LATE_MS).catch((cause: unknown) => {
        throw Problem.unreachable(cause);
      });
      if (!response.ok) throw await Problem.of(response);
      this.drop(id);
    } catch (error) {
      const problem = error instanceof Problem ? error : Problem.unreachable(error);
      const wait = WAIT_MS[Math.min(item.tries, WAIT_MS.length - 1)]!;
      this.change(
        id,
        isForLater(problem.status)
          ? { due: Date.now() + wait, tries: item.tries + 1 }
          : { refused: [problem.message, ...problem.fields.map(({ message }) => message)].join(' ') },
      );
    } finally {
      this.sending.delete(id);
      this.tell();
    }
  }

  private leave(): void {
    for (const item of this.read()) {
      if (item.refused !== undefined) continue;
      void post(item, false, true).catch(() => undefined);
      this.change(item.id, { due: 0, left: true });
    }
  }

  private change(id: string, change: Partial<UnsentRecord>): void {
    this.write(this.read().map((each) => (each.id === id ? { ...each, ...change } : each)));
  }

  private read(): UnsentRecord[] {
    if (!this.key) return [];
    try {
      this.shown = JSON.parse(localStorage.getItem(this.key) ?? '[]') as UnsentRecord[];
    } catch {
      this.shown = [];
    }
    this.tell();
    return this.shown;
  }

  private write(items: UnsentRecord[]): void {
    this.shown = items;
    if (items.length > 0) localStorage.setItem(this.key, JSON.stringify(items));
    else localStorage.removeItem(this.key);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const post = ({ path, body, late }: UnsentRecord, isLate: boolean, keepalive = false): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(isLate ? { ...body, ...late } : body),
    keepalive,
  });

export const outbox = new Outbox();

export function useOutbox(userId: string): UnsentRecord[] {
  outbox.openFor(userId);
  return useSyncExternalStore(outbox.listen, outbox.all);
}
