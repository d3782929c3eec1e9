import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { AdminTabs } from '../../../components/layout/AdminTabs';
import { StateBadge } from '../../../components/status/StateBadge';
import { Listing } from '../../../components/lists/Listing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';

export function Deliveries() {
  const { shell, admin } = useWords();
  const words = admin.webhook;
  const { n } = useNumbers();
  const queries = useQueryClient();
  const notify = useNotify();
  const replay = async (id: string) => {
    try {
      await http.POST('/api/v1/webhook-deliveries/{id}/replay', { params: { path: { id } } });
      notify.success(words.replayed);
      await queries.invalidateQueries();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Screen title={shell.nav.admin}>
      <AdminTabs />
      <Listing
        name="deliveries"
        of="/api/v1/webhook-deliveries"
        search={false}
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'kind', title: words.kind, width: 200, render: ({ kind }) => kind },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <StateBadge state={state} /> },
          { key: 'attempts', title: words.attempts, width: 90, right: true, render: ({ attempts }) => n(attempts) },
          {
            key: 'answer',
            title: words.status,
            render: ({ status, answer }) => (
              <Text size="sm" lineClamp={2}>
                {status} {answer}
              </Text>
            ),
          },
          {
            key: 'told',
            title: words.lastAttempt,
            width: 130,
            render: ({ attemptedAt }) => <RelativeTime at={attemptedAt} />,
          },
          {
            key: 'again',
            title: '',
            width: 140,
            render: ({ id, state }) =>
              state !== 'pending' && (
                <Button
                  variant="default"
                  onClick={(event) => {
                    event.stopPropagation();
                    void replay(id);
                  }}
                >
                  {words.replay}
                </Button>
              ),
          },
        ]}
        onOpen={({ id, state }) => state === 'failed' && void replay(id)}
        empty={<EmptyState title={words.noDeliveries} />}
      />
    </Screen>
  );
}
