import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, http, type Shape } from '../../api/client';
import { useNotify } from '../../components/status/useNotify';
import { useNumbers } from '../../i18n/useNumbers';
import { Section } from '../../components/layout/Section';
import { QueryState } from '../../components/status/QueryState';
import { RelativeTime } from '../../components/status/RelativeTime';
import { ScreenLink } from '../../components/layout/ScreenLink';
import { useWords } from '../../i18n';

/** Groups jobs with the same error. Failed decision makers have their own list, which is linked. */
export function FailedJobs() {
  const { queue: words } = useWords().admin;
  const { shell } = useWords();
  const { n } = useNumbers();
  const notify = useNotify();
  const queries = useQueryClient();
  const query = api.useQuery('get', '/api/v1/queues/failed', {}, { refetchInterval: 15_000 });
  const replay = async (ids?: string[]) => {
    try {
      const { data } = await http.POST('/api/v1/queues/failed/replay', { body: ids ? { ids } : {} });
      notify.success(shell.list.updated(n(data!.done), data!.left > 0 ? n(data!.left) : null));
      await queries.invalidateQueries();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <QueryState query={query}>
      {({ items }) => (
        <Section
          title={words.failed}
          note={words.failedNote}
          actions={items.length > 1 && <Button onClick={() => void replay()}>{words.replayAll}</Button>}
        >
          <Stack gap="xs">
            {items.length === 0 && <Text size="sm">{words.noneFailed}</Text>}
            {items.map((one) => (
              <Failed key={one.id} one={one} again={() => void replay([one.id])} />
            ))}
            <ScreenLink to="/campaigns/failed" size="sm">
              {words.failedDecisionMakers}
            </ScreenLink>
          </Stack>
        </Section>
      )}
    </QueryState>
  );
}

function Failed({ one, again }: { one: Shape<'DeadLetterView'>; again: () => void }) {
  const { shell, admin } = useWords();
  const { n } = useNumbers();
  return (
    <Group justify="space-between" align="start" wrap="nowrap">
      <div>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {one.error}
        </Text>
        <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
          {(admin.queue.names as Record<string, string>)[one.queue] ?? one.queue} · {admin.queue.times(n(one.times))} ·{' '}
          <RelativeTime at={one.lastAt} /> · {JSON.stringify(one.data)}
        </Text>
      </div>
      <Button variant="default" onClick={again}>
        {shell.actions.retry}
      </Button>
    </Group>
  );
}
