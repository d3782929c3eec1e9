import { useLocalStorage } from '@mantine/hooks';
import {
  createContext,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { tinykeys } from 'tinykeys';

/** A keyboard shortcut, as the help shows it. Keys use tinykeys' notation: `g h`, `Shift+?`, `$mod+k`. */
export interface Shortcut {
  label: string;
  run: (event: KeyboardEvent) => void;
  /** also works while typing */
  whileTyping?: boolean;
  everywhere?: boolean;
}
export type Shortcuts = Record<string, Shortcut | false | undefined>;

/** how long tinykeys waits for the second key */
const SEQUENCE_MS = 1_000;

/** The active shortcuts: each screen adds its own while it is shown. */
class Board {
  private readonly sets = new Set<Shortcuts>();
  private readonly listeners = new Set<() => void>();
  private shown: [string, Shortcut][] = [];

  add(keys: Shortcuts): () => void {
    this.sets.add(keys);
    this.changed();
    return () => {
      this.sets.delete(keys);
      this.changed();
    };
  }

  readonly all = (): [string, Shortcut][] => this.shown;

  /** Whether this key press completes a sequence such as `g c`; then it is not a shortcut of its own. */
  readonly isSecond = (event: KeyboardEvent): boolean => {
    if (this.pressed.event !== event)
      this.pressed = {
        event,
        before: this.pressed.key,
        gap: event.timeStamp - this.pressed.at,
        key: event.key,
        at: event.timeStamp,
      };
    const { before, gap, key } = this.pressed;
    return gap < SEQUENCE_MS && this.shown.some(([name]) => name === `${before} ${key}`);
  };
  private pressed = { event: null as KeyboardEvent | null, before: '', gap: 0, key: '', at: 0 };

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private changed(): void {
    const live = [...this.sets].flatMap((keys) => Object.entries(keys));
    this.shown = live.filter((entry): entry is [string, Shortcut] => Boolean(entry[1]));
    for (const listener of this.listeners) listener();
  }
}

const Context = createContext<{ board: Board; letters: boolean; setLetters: (on: boolean) => void } | null>(null);

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [letters, setLetters] = useLocalStorage({ key: 'overture.letters', defaultValue: true });
  const board = useMemo(() => new Board(), []);
  const value = useMemo(() => ({ board, letters, setLetters }), [board, letters, setLetters]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

function useBoard() {
  const found = useContext(Context);
  if (!found) throw new Error('Keys stand outside of the KeyBoard.');
  return found;
}

/** Whether single-letter shortcuts are on. Users who dictate turn them off. */
export function useLetterKeys(): [boolean, (on: boolean) => void] {
  const { letters, setLetters } = useBoard();
  return [letters, setLetters];
}

export function useActiveKeys(): [string, Shortcut][] {
  const { board } = useBoard();
  return useSyncExternalStore(board.listen, board.all);
}

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';
const isTyping = (event: KeyboardEvent) => event.target instanceof Element && event.target.closest(TYPING) !== null;
const isLetter = (keys: string) => !keys.includes('$mod') && !/^(Escape|Enter|Alt\+)/.test(keys);
/** A focused control keeps its own Enter and Space. */
const isItsOwn = (event: KeyboardEvent) =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof Element &&
  event.target.closest(
    'button, a[href], summary, [role=option], [role=menuitem], [role=tab], input, textarea, select',
  ) !== null;

/**
 * Adds shortcuts while a screen is shown. An open dialog disables the screen's shortcuts; its own use `insideDialog`.
 */
export function useKeys(keys: Shortcuts, { insideDialog = false } = {}): void {
  const { board, letters } = useBoard();
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  const names = Object.keys(keys)
    .filter((name) => keys[name])
    .join('\n');
  // before the first paint, so that a key pressed at once is not lost
  useLayoutEffect(() => {
    const bound = names.split('\n').filter(Boolean);
    const asShown = Object.fromEntries(bound.map((name) => [name, latest.current[name]]));
    const remove = board.add(asShown);
    const handlers = bound.map((name): [string, (event: KeyboardEvent) => void] => [
      name,
      (event: KeyboardEvent) => {
        const key = latest.current[name];
        if (!key || event.defaultPrevented) return;
        if (!name.includes(' ') && board.isSecond(event)) return;
        if (!key.whileTyping && (isTyping(event) || isItsOwn(event))) return;
        if (!letters && isLetter(name) && !key.whileTyping) return;
        const inDialog = document.querySelector('[role=dialog][aria-modal=true]') !== null;
        if (inDialog && !insideDialog && !key.everywhere) return;
        event.preventDefault();
        // whatever the shortcut opens has its own shortcuts active before the next key press
        flushSync(() => key.run(event));
      },
    ]);
    // bound separately: tinykeys would otherwise lose the sequences that share a first key
    const unbind = handlers.map(([name, handler]) => tinykeys(window, { [name]: handler }, { ignore: () => false }));
    return () => {
      for (const each of unbind) each();
      remove();
    };
  }, [names, board, letters, insideDialog]);
}

const NAMES: Record<string, string> = {
  $mod: navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl',
  Escape: 'Esc',
  ' ': 'Space',
};

/** `$mod+Enter` as users know it: `Ctrl+Enter`. */
export const keyNames = (keys: string): string[] =>
  keys
    .split(' ')
    .filter(Boolean)
    .map((press) =>
      press
        .replace(/^Shift\+([^a-z])$/i, '$1')
        .split('+')
        .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
        .join('+'),
    );
