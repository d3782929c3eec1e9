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

/** What a key does, as `?` shows it. Keys are written as tinykeys reads them: `g h`, `Shift+?`, `$mod+k`. */
export interface Shortcut {
  label: string;
  run: (event: KeyboardEvent) => void;
  /** works while somebody types, too */
  whileTyping?: boolean;
  everywhere?: boolean;
}
export type Shortcuts = Record<string, Shortcut | false | undefined>;

/** as tinykeys waits for the second */
const SEQUENCE_MS = 1_000;

/** The keys that are alive now: screens add theirs while they are shown. */
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

  /** Whether this press is the second of two that belong together (`g c`): then it is not a key of its own. */
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

/** Whether single letters are keys (people who dictate switch them off), and the switch. */
export function useLetterKeys(): [boolean, (on: boolean) => void] {
  const { letters, setLetters } = useBoard();
  return [letters, setLetters];
}

/** Everything that a key does now. */
export function useActiveKeys(): [string, Shortcut][] {
  const { board } = useBoard();
  return useSyncExternalStore(board.listen, board.all);
}

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';
const isTyping = (event: KeyboardEvent) => event.target instanceof Element && event.target.closest(TYPING) !== null;
const isLetter = (keys: string) => !keys.includes('$mod') && !/^(Escape|Enter|Alt\+)/.test(keys);
/** A control that is focused keeps its own Enter and Space. */
const isItsOwn = (event: KeyboardEvent) =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof Element &&
  event.target.closest(
    'button, a[href], summary, [role=option], [role=menuitem], [role=tab], input, textarea, select',
  ) !== null;

/** Gives a screen its keys while it is shown. A dialog over the screen silences the screen's own; the dialog's keys say `insideDialog`. */
export function useKeys(keys: Shortcuts, { insideDialog = false } = {}): void {
  const { board, letters } = useBoard();
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  const names = Object.keys(keys)
    .filter((name) => keys[name])
    .join('\n');
  // before anybody sees what the keys belong to, so that none that is pressed at once is lost
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
        // what the key opens has its own keys alive before the next one is pressed, however fast the hands are
        flushSync(() => key.run(event));
      },
    ]);
    // each alone: of several together, the first that is complete leaves the others waiting for their second letter
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

/** `$mod+Enter` as people know it: `Ctrl+Enter`. */
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
