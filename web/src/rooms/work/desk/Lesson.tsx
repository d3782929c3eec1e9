import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useKeys } from '../../../shell/keys';
import { useSaying } from '../../../components/acting';
import { Hint } from '../../../components/Hint';
import { useWords } from '../../../i18n';
import { LessonHere } from './Brief';
import type { Card } from './form/draft';

/** The best lesson for this task; H says that it helped. */
export function Lesson({ card, quiet }: { card: Card; quiet: boolean }) {
  const { work } = useWords();
  const saying = useSaying();
  const [helped, setHelped] = useState(false);
  const { data } = api.useQuery(
    'get',
    '/api/v1/tasks/{id}/lessons',
    { params: { path: { id: card.id } } },
    { meta: { still: true } },
  );
  const best = data?.items[0];
  const mark = async () => {
    if (!best) return;
    try {
      await http.POST('/api/v1/lessons/{id}/marks', { params: { path: { id: best.id } }, body: { taskId: card.id } });
      setHelped(true);
      saying.done(work.thanks);
    } catch (error) {
      saying.refused(error);
    }
  };
  const open = best !== undefined && !helped;
  useKeys({ h: open && !quiet && { says: work.helped, does: () => void mark() } });
  if (!data) return null;
  return (
    <LessonHere
      lessons={data.items}
      action={
        open && (
          <Button variant="subtle" size="compact-xs" rightSection={<Hint keys="h" />} onClick={() => void mark()}>
            {work.helped}
          </Button>
        )
      }
    />
  );
}
