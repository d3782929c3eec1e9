import { Code, ScrollArea, Stack, Text } from '@mantine/core';
import { api } from '../../api/client';
import { AdminTabs } from '../../components/layout/AdminTabs';
import { useFilters } from '../../components/lists/useListing';
import { Listing } from '../../components/lists/Listing';
import { SidePanel } from '../../components/layout/SidePanel';
import { UserName } from '../../components/users/UserName';
import { Screen } from '../../components/layout/Screen';
import { EmptyState } from '../../components/status/EmptyState';
import { RelativeTime } from '../../components/status/RelativeTime';
import { plain, useWords } from '../../i18n';

const isUser = (actor: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(actor);

export function Audit() {
  const { shell, admin } = useWords();
  const words = admin.audit;
  const { filters, set } = useFilters();
  const actions: Record<string, string> = words;
  return (
    <Screen title={shell.nav.admin}>
      <AdminTabs />
      <Listing
        name="audit"
        of="/api/v1/audit-entries"
        search={false}
        facets={[
          { filter: 'action', label: words.what, format: (value) => actions[value] ?? value },
          { filter: 'entity', label: words.entity, format: plain },
        ]}
        columns={[
          { key: 'at', title: words.at, width: 120, render: ({ at }) => <RelativeTime at={at} /> },
          {
            key: 'actor',
            title: words.who,
            width: 200,
            render: ({ actor }) => (isUser(actor) ? <UserName id={actor} /> : actor),
          },
          { key: 'action', title: words.what, width: 110, render: ({ action }) => actions[action] ?? action },
          { key: 'entity', title: words.entity, width: 180, render: ({ entity }) => plain(entity) },
          {
            key: 'after',
            title: words.after,
            wide: true,
            render: ({ after }) => (
              <Text size="xs" c="dimmed" lineClamp={1}>
                {Object.keys(after ?? {}).join(', ')}
              </Text>
            ),
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<EmptyState title={words.none} />}
      />
      <SidePanel title={admin.tabs.audit} opened={Boolean(filters.open)} onClose={() => set({ open: undefined })} wide>
        {filters.open && <Entry id={filters.open} filters={filters} />}
      </SidePanel>
    </Screen>
  );
}

/** The list contains whole entries, so the open one is taken from it by the id in the URL. */
function Entry({ id, filters }: { id: string; filters: Record<string, string | undefined> }) {
  const words = useWords().admin.audit;
  const { open: _open, sort: _sort, ...query } = filters;
  const { data } = api.useQuery('get', '/api/v1/audit-entries', {
    params: { query: { ...query, limit: 500 } },
  });
  const entry = data?.items.find((each) => each.id === id);
  if (!entry) return null;
  return (
    <Stack gap="sm">
      {(['before', 'after'] as const).map((side) => (
        <div key={side}>
          <Text size="sm" fw={600}>
            {words[side]}
          </Text>
          <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': words[side] }}>
            <Code block>{JSON.stringify(entry[side], null, 1) ?? '—'}</Code>
          </ScrollArea>
        </div>
      ))}
    </Stack>
  );
}
