import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useWords } from '../../../i18n';
import { LessonSection } from './Brief';
import type { TaskCard } from './form/draft';

/** Shows the best lesson for this task; H marks it as helpful. */
export function BestLesson({ card, quiet }: { card: TaskCard; quiet: boolean }) {
  const { work } = useWords();
  const notify = useNotify();
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
      notify.success(work.thanks);
    } catch (error) {
      notify.error(error);
    }
  };
  const open = best !== undefined && !helped;
  useKeys({ h: open && !quiet && { label: work.helped, run: () => void mark() } });
  if (!data) return null;
  return (
    <LessonSection
      lessons={data.items}
      action={
        open && (
          <Button variant="subtle" size="compact-xs" rightSection={<KeyHint keys="h" />} onClick={() => void mark()}>
            {work.helped}
          </Button>
        )
      }
    />
  );
}
