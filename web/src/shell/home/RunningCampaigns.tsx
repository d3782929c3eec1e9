import { Group, Stack, Text } from '@mantine/core';
import { linkOptions } from '@tanstack/react-router';
import { api } from '../../api/client';
import { useListing } from '../../components/lists/useListing';
import { useNumbers } from '../../i18n/useNumbers';
import { ScreenLink } from '../../components/layout/ScreenLink';
import { useWords } from '../../i18n';
import { TodoItem } from './TodoItem';

const MOST = 6;

export function RunningCampaigns() {
  const { home } = useWords();
  const { items, total = 0 } = useListing('/api/v1/campaigns', { filters: { state: 'running' } });
  return (
    <Stack gap={4} component="section" aria-label={home.running}>
      <TodoItem.Title>{home.running}</TodoItem.Title>
      {total === 0 && (
        <Text size="sm" c="dimmed">
          {home.noneRunning}
        </Text>
      )}
      {items.slice(0, MOST).map(({ id, name }) => (
        <Campaign key={id} id={id} name={name} />
      ))}
      {total > MOST && (
        <TodoItem.Row
          n={total}
          link={linkOptions({ to: '/campaigns', search: { state: 'running' } })}
          label={() => home.allRunning}
        />
      )}
    </Stack>
  );
}

const WIDE = 160;

function Campaign({ id, name }: { id: string; name: string }) {
  const { home } = useWords();
  const { n, p } = useNumbers();
  const { data } = api.useQuery(
    'get',
    '/api/v1/campaigns/{id}/coverage',
    { params: { path: { id } } },
    { staleTime: 30_000 },
  );
  const all = Math.max(1, data?.decisionMakers ?? 0);
  const label =
    data && home.progress(n(data.terminal), n(data.decisionMakers), n(data.contacted), p(data.terminal / all));
  const wide = (count: number) => Math.min(WIDE, (WIDE * count) / all);
  return (
    <Group gap="xs" wrap="nowrap">
      <ScreenLink to="/campaigns/$id" params={{ id }} size="sm" truncate flex={1}>
        {name}
      </ScreenLink>
      {data && (
        <svg width={WIDE} height="12" role="img" aria-label={label} style={{ flexShrink: 0 }}>
          <title>{label}</title>
          <rect width={WIDE} height="12" rx="2" fill="var(--mantine-color-default-border)" />
          <rect width={wide(data.contacted)} height="12" rx="2" fill="var(--mantine-color-petrol-3)" />
          <rect width={wide(data.terminal)} height="12" rx="2" fill="var(--mantine-primary-color-filled)" />
        </svg>
      )}
      <Text size="xs" w={40} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {data && p(data.terminal / all)}
      </Text>
    </Group>
  );
}
