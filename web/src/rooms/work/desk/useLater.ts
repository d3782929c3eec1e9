import { useRef, type RefObject } from 'react';
import { http } from '../../../api/client';
import { useNow } from '../../../shell/clock';
import { useSaying } from '../../../components/acting';
import { useWords } from '../../../i18n';
import { LATER } from './form/days';
import type { Choice } from './form/Pick';
import type { Work } from './useWork';

export interface Later {
  choices: Choice[];
  choose: (key: string) => Promise<void>;
}

/** Puts the task aside with one reason that says until when, and takes that back for a while. */
export function useLater(work: Work): [RefObject<(() => void) | null>, Later] {
  const { work: words } = useWords();
  const saying = useSaying();
  const now = useNow();
  const takeBack = useRef<(() => void) | null>(null);
  const choices = (Object.keys(LATER) as (keyof typeof LATER)[]).map((key) => ({ key, says: words.reasons[key] }));
  const choose = async (key: string) => {
    const { card, draft } = work;
    if (!card) return;
    const reason = words.reasons[key as keyof typeof LATER];
    try {
      await http.POST('/api/v1/tasks/{id}/snooze', {
        params: { path: { id: card.id } },
        body: { until: LATER[key as keyof typeof LATER](now), reason },
      });
    } catch (error) {
      return saying.refused(error);
    }
    const undo = () => {
      takeBack.current = null;
      return work.open(card.id, draft).catch(saying.refused);
    };
    takeBack.current = () => void undo();
    setTimeout(() => (takeBack.current = null), UNDO_MS);
    saying.done(words.snoozed(card.title), undo);
    await work.next();
  };
  return [takeBack, { choices, choose }];
}

const UNDO_MS = 10_000;
