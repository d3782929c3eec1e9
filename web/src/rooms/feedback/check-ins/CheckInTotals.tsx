import { Group, Paper, Text } from '@mantine/core';
import { api } from '../../../api/client';
import { useNow } from '../../../shell/clock';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useNumbers } from '../../../i18n/useNumbers';
import { useWords } from '../../../i18n';

const DAYS = 90;

export function CheckInTotals() {
  const { checkIns: words } = useWords();
  const { n, x } = useNumbers();
  const now = useNow();
  const { data } = api.useQuery('get', '/api/v1/check-ins/summary', { params: { query: { days: DAYS } } });
  if (!data || data.done + data.dropped === 0) return null;
  const since = new Date(new Date(now).getTime() - DAYS * 86_400_000).toISOString().slice(0, 10);
  const ended = { state: 'done', 'endedAt.from': since };
  return (
    <Paper withBorder p="xs" mb="sm" component="section" aria-label={words.totals(DAYS)}>
      <Text size="xs" c="dimmed">
        {words.totals(DAYS)}
      </Text>
      <Group gap="lg" wrap="wrap">
        <ScreenLink to="/check-ins/all" search={ended}>
          {words.done(n(data.done))}
        </ScreenLink>
        <ScreenLink to="/check-ins/needs">{words.needs(n(data.needs))}</ScreenLink>
        <ScreenLink to="/check-ins/needs" search={{ state: 'unserved' }}>
          {words.unserved(n(data.unserved))}
        </ScreenLink>
        <Text size="sm">{words.newPeople(n(data.people))}</Text>
        {data.meanGap !== null && (
          <ScreenLink to="/check-ins/all" search={{ ...ended, 'gap.from': '1' }}>
            {words.meanGap(x(data.meanGap))}
          </ScreenLink>
        )}
        <Balance ours={data.outbound} theirs={data.inbound} />
      </Group>
    </Paper>
  );
}

function Balance({ ours, theirs }: { ours: number; theirs: number }) {
  const { checkIns: words } = useWords();
  const { n } = useNumbers();
  const all = ours + theirs;
  if (all === 0) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <svg width={80} height={10} role="img" aria-label={words.balance(n(ours), n(theirs))}>
        <rect width={80} height={10} rx={2} fill="var(--mantine-color-default-border)" />
        <rect width={(80 * ours) / all} height={10} rx={2} fill="var(--mantine-primary-color-filled)" />
      </svg>
      <Text size="sm">{words.balance(n(ours), n(theirs))}</Text>
    </Group>
  );
}
