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
import { useMailboxFields } from './useMailboxFields';
import { MailboxPanel } from './MailboxPanel';

const NEW = 'new';

export function Mailboxes() {
  const { shell, admin } = useWords();
  const words = admin.mailbox;
  const { filters, set } = useFilters();
  useKeys({ c: { label: words.new, run: () => set({ open: NEW }) } });
  const create = (
    <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
      {words.new}
    </Button>
  );
  const fields = useMailboxFields();
  const close = () => set({ open: undefined });
  return (
    <Screen title={shell.nav.admin} actions={create}>
      <AdminTabs />
      <Listing
        name="mailboxes"
        of="/api/v1/mailboxes"
        search={false}
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'name', title: admin.name, sorts: true, render: ({ name }) => name },
          { key: 'host', title: words.host, wide: true, render: ({ host, port }) => `${host}:${port}` },
          { key: 'username', title: words.user, wide: true, render: ({ username }) => username },
          {
            key: 'state',
            title: admin.state,
            width: 120,
            render: ({ state, active }) =>
              active ? <StateBadge state={state} /> : <StateBadge state="paused" label={words.off} />,
          },
          { key: 'lastError', title: words.problem, render: ({ lastError }) => lastError ?? '—' },
          {
            key: 'checkedAt',
            title: words.checked,
            width: 120,
            render: ({ checkedAt }) => <RelativeTime at={checkedAt} />,
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
      <SidePanel title={words.new} opened={filters.open === NEW} onClose={close}>
        <Form
          initial={{ port: 993, tls: 'implicit', folder: 'INBOX', active: true }}
          fields={fields}
          submitLabel={admin.create}
          doneMessage={admin.created}
          onSubmit={(body: Shape<'NewMailbox'>) => http.POST('/api/v1/mailboxes', { body }).then(close)}
        />
      </SidePanel>
      {filters.open && filters.open !== NEW && <MailboxPanel id={filters.open} onClose={close} />}
    </Screen>
  );
}
