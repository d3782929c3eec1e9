import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { useNumbers } from '../../../i18n/useNumbers';
import { SidePanel } from '../../../components/layout/SidePanel';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';

type Lesson = Shape<'LessonView'>;

export function LessonPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { lessons: words } = useWords();
  const query = api.useQuery(
    'get',
    '/api/v1/lessons/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return (
    <SidePanel title={words.text} opened={id !== undefined} onClose={onClose}>
      <QueryState query={query}>{(lesson) => <Details lesson={lesson} onClose={onClose} />}</QueryState>
    </SidePanel>
  );
}

function Details({ lesson, onClose }: { lesson: Lesson; onClose: () => void }) {
  const { lessons: words, terms } = useWords();
  const { n } = useNumbers();
  const me = useMe();
  const remove = useRemove(lesson, onClose);
  return (
    <Stack gap="sm">
      <Text style={{ whiteSpace: 'pre-wrap' }}>{lesson.text}</Text>
      <Group gap={4}>
        <Badge color="petrol" tt="none">
          {lesson.role ? terms.role[lesson.role] : words.anyRole}
        </Badge>
        <Badge color="gray" tt="none">
          {lesson.industry ?? words.anyIndustry}
        </Badge>
        {lesson.objection && (
          <Badge color="yellow" tt="none">
            {terms.objection[lesson.objection]}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {[lesson.author, lesson.proposition].filter(Boolean).join(' · ')} · <DateText at={String(lesson.createdAt)} />
      </Text>
      <Text size="sm">
        {words.helped}: {n(lesson.helped)}
      </Text>
      {lesson.taskId && (
        <ScreenLink to="/tasks" search={{ open: lesson.taskId }} size="sm">
          {words.record}
        </ScreenLink>
      )}
      {(lesson.authorId === me.id || me.has('manager', 'sales_ops')) && (
        <Group>
          <Button variant="default" onClick={() => void remove()}>
            {words.remove}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Undo creates the lesson again. */
function useRemove(lesson: Lesson, onClose: () => void): () => Promise<void> {
  const { lessons: words } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const again = async () => {
    const { text, role, industry, objection, taskId, versionId } = lesson;
    const body = { text, role, industry, objection, taskId: taskId ?? undefined, versionId: versionId ?? undefined };
    await http.POST('/api/v1/lessons', { body: body as Shape<'NewLesson'> });
    await queries.invalidateQueries();
  };
  return async () => {
    try {
      await http.DELETE('/api/v1/lessons/{id}', { params: { path: { id: lesson.id } } });
      onClose();
      notify.success(words.removed, () => again().catch(notify.error));
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/v1/lessons' });
    } catch (error) {
      notify.error(error);
    }
  };
}
