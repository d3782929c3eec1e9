import { useRef, type RefObject } from 'react';
import { http } from '../../../api/client';
import { useNow } from '../../../shell/clock';
import { useNotify } from '../../../components/status/useNotify';
import { useWords } from '../../../i18n';
import { SNOOZE_UNTIL } from './form/days';
import type { Choice } from './form/PickList';
import type { CurrentTask } from './useCurrentTask';

export interface SnoozeMenu {
  choices: Choice[];
  choose: (key: string) => Promise<void>;
}

/** Snoozes the task for the duration that belongs to the reason, with undo. */
export function useSnooze(work: CurrentTask): [RefObject<(() => void) | null>, SnoozeMenu] {
  const { work: words } = useWords();
  const notify = useNotify();
  const now = useNow();
  const takeBack = useRef<(() => void) | null>(null);
  const choices = (Object.keys(SNOOZE_UNTIL) as (keyof typeof SNOOZE_UNTIL)[]).map((key) => ({
    key,
    label: words.snoozeReasons[key],
  }));
  const choose = async (key: string) => {
    const { card, draft } = work;
    if (!card) return;
    const reason = words.snoozeReasons[key as keyof typeof SNOOZE_UNTIL];
    try {
      await http.POST('/api/v1/tasks/{id}/snooze', {
        params: { path: { id: card.id } },
        body: { until: SNOOZE_UNTIL[key as keyof typeof SNOOZE_UNTIL](now), reason },
      });
    } catch (error) {
      return notify.error(error);
    }
    const undo = () => {
      takeBack.current = null;
      return work.open(card.id, draft).catch(notify.error);
    };
    takeBack.current = () => void undo();
    setTimeout(() => (takeBack.current = null), UNDO_MS);
    notify.success(words.snoozed(card.title), undo);
    await work.next();
  };
  return [takeBack, { choices, choose }];
}

const UNDO_MS = 10_000;
