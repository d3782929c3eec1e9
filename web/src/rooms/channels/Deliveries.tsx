import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/client';
import { useSaying } from '../../components/acting';
import { AdminPlaces } from '../../components/AdminTabs';
import { Chip } from '../../components/Chip';
import { Listing } from '../../components/Listing';
import { useNumbers } from '../../components/numbers';
import { Screen } from '../../components/Screen';
import { Nothing } from '../../components/QueryState';
import { When } from '../../components/When';
import { useWords } from '../../i18n';

/** What webhooks were told, and what the other side said. */
export function Deliveries() {
  const { shell, admin } = useWords();
  const words = admin.webhook;
  const { n } = useNumbers();
  const queries = useQueryClient();
  const saying = useSaying();
  const replay = async (id: string) => {
    try {
      await http.POST('/api/v1/webhook-deliveries/{id}/replay', { params: { path: { id } } });
      saying.done(words.replayed);
      await queries.invalidateQueries();
    } catch (error) {
      saying.refused(error);
    }
  };
  return (
    <Screen title={shell.places.admin}>
      <AdminPlaces />
      <Listing
        name="deliveries"
        of="/api/v1/webhook-deliveries"
        search={false}
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'kind', title: words.kind, width: 200, render: ({ kind }) => kind },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <Chip state={state} /> },
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
          { key: 'told', title: words.told, width: 130, render: ({ attemptedAt }) => <When at={attemptedAt} /> },
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
        empty={<Nothing title={words.noDeliveries} />}
      />
    </Screen>
  );
}
