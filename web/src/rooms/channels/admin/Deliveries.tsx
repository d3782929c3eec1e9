import { Button, Code, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { http } from '../../../api/client';
import { AdminTabs } from '../../../pieces/AdminTabs';
import { Chip } from '../../../pieces/Chip';
import { useFilters, type ItemOf } from '../../../pieces/listing';
import { Listing } from '../../../pieces/Listing';
import { Panel } from '../../../pieces/Panel';
import { Screen } from '../../../pieces/Screen';
import { Nothing } from '../../../pieces/Standing';
import { useActing } from '../../../pieces/useForm';
import { When } from '../../../pieces/When';
import { useWords } from '../../../words';

type Delivery = ItemOf<'/api/v1/webhook-deliveries'>;

export function Deliveries() {
  const { frame, admin } = useWords();
  const words = admin.deliveries;
  const { filters, set } = useFilters();
  const act = useActing();
  const [shown, setShown] = useState<Delivery | null>(null);
  const close = () => (setShown(null), set({ open: undefined }));
  const again = (id: string) =>
    act(async () => {
      await http.POST('/api/v1/webhook-deliveries/{id}/replay', { params: { path: { id } } });
      close();
      return admin.webhooks.replayed(1);
    });
  return (
    <Screen title={frame.places.admin}>
      <AdminTabs />
      <Listing
        name="deliveries"
        of="/api/v1/webhook-deliveries"
        search={false}
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'kind', title: words.kind, render: ({ kind }) => kind },
          { key: 'state', title: admin.state, width: 110, render: ({ state }) => <Chip state={state} /> },
          {
            key: 'attempts',
            title: words.attempts,
            width: 90,
            right: true,
            wide: true,
            render: ({ attempts }) => attempts,
          },
          {
            key: 'answer',
            title: words.answer,
            wide: true,
            render: ({ status, answer }) => `${status ?? ''} ${answer ?? ''}`.slice(0, 80),
          },
          {
            key: 'createdAt',
            title: admin.audit.when,
            width: 130,
            sorts: true,
            render: ({ createdAt }) => <When at={createdAt} />,
          },
        ]}
        onOpen={(delivery) => (setShown(delivery), set({ open: delivery.id }))}
        openId={filters.open}
        empty={<Nothing title={words.none}>{words.noneYet}</Nothing>}
      />
      <Panel title={shown?.kind} opened={shown !== null} onClose={close}>
        {shown && (
          <Stack gap="sm">
            <Chip state={shown.state} />
            <Text size="sm">
              {words.attempts}: {shown.attempts}. {words.next}:{' '}
              <When at={shown.deliveredAt ? null : shown.nextAttemptAt} />
            </Text>
            <Code block>{`${shown.status ?? ''} ${shown.answer ?? ''}`}</Code>
            <Button onClick={() => void again(shown.id)}>{words.again}</Button>
          </Stack>
        )}
      </Panel>
    </Screen>
  );
}
