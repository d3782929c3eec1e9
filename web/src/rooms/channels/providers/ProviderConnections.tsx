import { Button } from '@mantine/core';
import { http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { AdminTabs } from '../../../components/layout/AdminTabs';
import { StateBadge } from '../../../components/status/StateBadge';
import { Form } from '../../../components/forms/Form';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { useNumbers } from '../../../i18n/useNumbers';
import { ProviderConnectionPanel } from './ProviderConnectionPanel';
import { useProviderFields } from './useProviderFields';

const NEW = 'new';

export function ProviderConnections() {
  const { shell, admin, providers: words } = useWords();
  const { n } = useNumbers();
  const { filters, set } = useFilters();
  const fields = useProviderFields();
  useKeys({ c: { label: words.new, run: () => set({ open: NEW }) } });
  const names: Record<string, string> = words.names;
  const create = (
    <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
      {words.new}
    </Button>
  );
  return (
    <Screen title={shell.nav.admin} actions={create}>
      <AdminTabs />
      <Listing
        name="provider-connections"
        of="/api/v1/provider-connections"
        search={false}
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'name', title: admin.name, sorts: true, render: ({ name }) => name },
          { key: 'provider', title: words.provider, wide: true, render: ({ provider }) => names[provider] },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <StateBadge state={state} /> },
          {
            key: 'unmatched',
            title: words.unmatched,
            width: 120,
            right: true,
            wide: true,
            render: ({ unmatched }) => n(unmatched),
          },
          {
            key: 'refused',
            title: words.refused,
            width: 150,
            right: true,
            wide: true,
            render: ({ refused }) => n(refused),
          },
          {
            key: 'lastEventAt',
            title: words.lastEvent,
            width: 130,
            render: ({ lastEventAt }) => <RelativeTime at={lastEventAt} />,
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
      <SidePanel title={words.new} opened={filters.open === NEW} onClose={() => set({ open: undefined })}>
        <Form
          fields={fields}
          submitLabel={admin.create}
          doneMessage={admin.created}
          onSubmit={async (body: Shape<'NewProviderConnection'>) => {
            const { data } = await http.POST('/api/v1/provider-connections', { body });
            // what to enter at the provider comes next
            set({ open: data!.id });
          }}
        />
      </SidePanel>
      {filters.open && filters.open !== NEW && (
        <ProviderConnectionPanel id={filters.open} onClose={() => set({ open: undefined })} />
      )}
    </Screen>
  );
}
