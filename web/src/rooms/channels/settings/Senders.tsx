import { Button } from '@mantine/core';
import { http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { AdminTabs } from '../../../components/layout/AdminTabs';
import { StateBadge } from '../../../components/status/StateBadge';
import { Form } from '../../../components/forms/Form';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { useNumbers } from '../../../i18n/useNumbers';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { useWords } from '../../../i18n';
import { useSenderFields } from './sender';
import { SenderPanel } from './SenderPanel';

const NEW = 'new';

export function Senders() {
  const { shell, admin } = useWords();
  const words = admin.sender;
  const { n } = useNumbers();
  const { filters, set } = useFilters();
  useKeys({ c: { label: words.new, run: () => set({ open: NEW }) } });
  const create = (
    <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
      {words.new}
    </Button>
  );
  const fields = useSenderFields();
  const close = () => set({ open: undefined });
  return (
    <Screen title={shell.nav.admin} actions={create}>
      <AdminTabs />
      <Listing
        name="senders"
        of="/api/v1/senders"
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'name', title: admin.name, sorts: true, render: ({ name }) => name },
          { key: 'address', title: words.address, wide: true, render: ({ address }) => address },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <StateBadge state={state} /> },
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
          <EmptyState title={words.none} action={create}>
            {words.noneYet}
          </EmptyState>
        }
      />
      <SidePanel
        title={filters.open === NEW ? words.new : admin.tabs.senders}
        opened={Boolean(filters.open)}
        onClose={close}
      >
        {filters.open === NEW ? (
          <Form
            initial={{ smtpTls: 'starttls' }}
            fields={fields}
            submitLabel={admin.create}
            doneMessage={admin.created}
            onSubmit={(body: Shape<'NewSender'>) => http.POST('/api/v1/senders', { body }).then(close)}
          />
        ) : (
          filters.open && <SenderPanel id={filters.open} />
        )}
      </SidePanel>
    </Screen>
  );
}
