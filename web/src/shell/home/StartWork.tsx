import { Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { KeyHint } from '../../components/layout/KeyHint';
import { useNumbers } from '../../i18n/useNumbers';
import { RelativeTime } from '../../components/status/RelativeTime';
import { ScreenButton } from '../../components/layout/ScreenLink';
import { useWords } from '../../i18n';
import { useKeys } from '../shortcuts';

export function StartWork() {
  const { home, work } = useWords();
  const { n } = useNumbers();
  const navigate = useNavigate();
  const { data } = api.useQuery('get', '/api/v1/queue', {});
  const begun = data && data.ready + data.claimed.length > 0;
  useKeys({ Enter: begun && { label: home.startNext, run: () => void navigate({ to: '/work' }) } });
  if (!data) return null;
  const [next] = data.next;
  return (
    <Group gap="sm">
      {begun ? (
        <ScreenButton to="/work" size="md" rightSection={<KeyHint keys="Enter" />}>
          {home.start(n(data.ready + data.claimed.length))}
        </ScreenButton>
      ) : (
        <Text fw={600}>{work.none}</Text>
      )}
      {begun && data.unowned > 0 && (
        <Text size="sm" c="dimmed">
          {work.unowned(n(data.unowned))}
        </Text>
      )}
      {data.held > 0 && (
        <Text size="sm" c="dimmed">
          {work.held(n(data.held))}
        </Text>
      )}
      {!begun && next && (
        <Text size="sm" c="dimmed">
          {work.noneNext} <RelativeTime at={next.at} /> · {next.title}
        </Text>
      )}
    </Group>
  );
}
