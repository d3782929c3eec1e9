import { Group, Progress, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { Listing } from '../../../components/lists/Listing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';

const STATES = ['running', 'paused', 'in_review', 'scheduled', 'ready', 'draft', 'completed', 'aborted'];

export function Campaigns() {
  const { shell, campaigns: words } = useWords();
  const navigate = useNavigate();
  const makes = useMe().has('sales_ops');
  useKeys({ c: makes && { label: words.new, run: () => void navigate({ to: '/campaigns/new' }) } });
  const create = makes && (
    <ScreenButton to="/campaigns/new" rightSection={<KeyHint keys="c" />}>
      {words.new}
    </ScreenButton>
  );
  return (
    <Screen title={shell.nav.campaigns} actions={create}>
      <Listing
        name="campaigns"
        of="/api/v1/campaigns"
        facets={[{ filter: 'state', label: words.state, order: STATES }]}
        columns={[
          { key: 'name', title: words.name, sorts: true, render: ({ name }) => name },
          { key: 'state', title: words.state, width: 140, render: ({ state }) => <StateBadge state={state} /> },
          {
            key: 'ended',
            title: words.finished,
            width: 200,
            render: ({ enrolled, ended }) => <FinishedShare enrolled={enrolled} ended={ended} />,
          },
          {
            key: 'launchedAt',
            title: words.launched,
            width: 140,
            wide: true,
            render: ({ launchedAt }) => <RelativeTime at={launchedAt} />,
          },
          {
            key: 'createdAt',
            title: words.created,
            width: 140,
            wide: true,
            sorts: true,
            render: ({ createdAt }) => <RelativeTime at={createdAt} />,
          },
        ]}
        onOpen={({ id }) => void navigate({ to: '/campaigns/$id', params: { id } })}
        empty={
          <EmptyState
            title={words.none}
            action={
              <ScreenButton to="/cohorts" variant="default">
                {shell.nav.cohorts}
              </ScreenButton>
            }
          >
            {words.noneYet}
          </EmptyState>
        }
      />
    </Screen>
  );
}

function FinishedShare({ enrolled, ended }: { enrolled: number; ended: number }) {
  const { n } = useNumbers();
  if (enrolled === 0)
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    );
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress value={(ended / enrolled) * 100} w={70} size="sm" aria-hidden />
      <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {n(ended)}/{n(enrolled)}
      </Text>
    </Group>
  );
}
