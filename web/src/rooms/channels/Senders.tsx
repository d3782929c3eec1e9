import { Button } from '@mantine/core';
import { http } from '../../api/client';
import { useKeys } from '../../frame/keys';
import { AdminPlaces } from '../../pieces/AdminPlaces';
import { Chip } from '../../pieces/Chip';
import { Form } from '../../pieces/Form';
import { Hint } from '../../pieces/Hint';
import { useFilters } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { useNumbers } from '../../pieces/numbers';
import { Panel } from '../../pieces/Panel';
import { Screen } from '../../pieces/Screen';
import { Nothing } from '../../pieces/Standing';
import { useWords } from '../../words';
import { useSenderFields } from './sender';
import { SenderPanel } from './SenderPanel';

const NEW = 'new';

/** Through whom campaigns send, and how each of them fares. */
export function Senders() {
  const { frame, admin } = useWords();
  const words = admin.sender;
  const { n } = useNumbers();
  const { filters, set } = useFilters();
  useKeys({ c: { says: words.new, does: () => set({ open: NEW }) } });
  const create = (
    <Button onClick={() => set({ open: NEW })} rightSection={<Hint keys="c" />}>
      {words.new}
    </Button>
  );
  const fields = useSenderFields();
  const close = () => set({ open: undefined });
  return (
    <Screen title={frame.places.admin} actions={create}>
      <AdminPlaces />
      <Listing
        name="senders"
        of="/api/v1/senders"
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'name', title: admin.name, sorts: true, render: ({ name }) => name },
          { key: 'address', title: words.address, wide: true, render: ({ address }) => address },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <Chip state={state} /> },
          { key: 'sent', title: words.sent, width: 130, right: true, render: ({ week }) => n(week.sent) },
          { key: 'bounced', title: words.bounced, width: 110, right: true, render: ({ week }) => n(week.bounced) },
          {
            key: 'complained',
            title: words.complained,
            width: 120,
            right: true,
            wide: true,
            render: ({ week }) => n(week.complained),
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={
          <Nothing title={words.none} action={create}>
            {words.noneYet}
          </Nothing>
        }
      />
      <Panel
        title={filters.open === NEW ? words.new : admin.places.senders}
        opened={Boolean(filters.open)}
        onClose={close}
      >
        {filters.open === NEW ? (
          <Form
            start={{ smtpTls: 'starttls' }}
            fields={fields}
            submit={admin.create}
            says={admin.created}
            send={(body) => http.POST('/api/v1/senders', { body }).then(close)}
          />
        ) : (
          filters.open && <SenderPanel id={filters.open} />
        )}
      </Panel>
    </Screen>
  );
}
