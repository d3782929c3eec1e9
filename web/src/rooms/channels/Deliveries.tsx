import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/client';
import { useSaying } from '../../pieces/acting';
import { AdminPlaces } from '../../pieces/AdminPlaces';
import { Chip } from '../../pieces/Chip';
import { Listing } from '../../pieces/Listing';
import { useNumbers } from '../../pieces/numbers';
import { Screen } from '../../pieces/Screen';
import { Nothing } from '../../pieces/Standing';
import { When } from '../../pieces/When';
import { useWords } from '../../words';

/** What webhooks were told, and what the other side said. */
export function Deliveries() {
  const { frame, admin } = useWords();
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
    <Screen title={frame.places.admin}>
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
