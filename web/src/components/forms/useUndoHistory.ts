import { useState } from 'react';

const MOST = 200;

/** Keeps every state of a value for undo and redo. */
export function useUndoHistory<T>(first: T) {
  const [steps, setSteps] = useState<{ all: T[]; at: number }>({ all: [first], at: 0 });
  const now = steps.all[steps.at]!;
  return {
    now,
    change: (more: Partial<T>) =>
      setSteps(({ all, at }) => {
        const kept = all.slice(Math.max(0, at + 1 - MOST), at + 1);
        return { all: [...kept, { ...kept.at(-1)!, ...more }], at: kept.length };
      }),
    undo: steps.at > 0 ? () => setSteps(({ all, at }) => ({ all, at: Math.max(0, at - 1) })) : undefined,
    redo:
      steps.at < steps.all.length - 1
        ? () => setSteps(({ all, at }) => ({ all, at: Math.min(all.length - 1, at + 1) }))
        : undefined,
  };
}
