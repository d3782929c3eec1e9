import { Code, Stack, Table, Text } from '@mantine/core';
import { api } from '../../api/client';
import { AdminTabs } from '../../pieces/AdminTabs';
import { useFilters, type ItemOf } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { Panel } from '../../pieces/Panel';
import { Screen } from '../../pieces/Screen';
import { Nothing } from '../../pieces/Standing';
import { When } from '../../pieces/When';
import { plain, useWords } from '../../words';
import { useState } from 'react';

type Entry = ItemOf<'/api/v1/audit-entries'>;

export function Audit() {
  const { frame, admin } = useWords();
  const words = admin.audit;
  const { filters, set } = useFilters();
  const [shown, setShown] = useState<Entry | null>(null);
  return (
    <Screen title={frame.places.admin}>
      <AdminTabs />
      <Listing
        name="audit"
        of="/api/v1/audit-entries"
        search={false}
        facets={[
          {
            filter: 'action',
            label: words.what,
            says: (action) => words.actions[action as keyof typeof words.actions],
          },
          { filter: 'entity', label: words.entity, says: plain },
        ]}
        columns={[
          { key: 'id', title: words.when, width: 130, sorts: true, render: ({ at }) => <When at={at} /> },
          { key: 'actor', title: words.who, render: ({ actor }) => <Actor id={actor} /> },
          { key: 'action', title: words.what, width: 110, render: ({ action }) => words.actions[action] },
          { key: 'entity', title: words.entity, render: ({ entity }) => plain(entity) },
          { key: 'entityId', title: 'ID', wide: true, render: ({ entityId }) => <Code>{entityId}</Code> },
        ]}
        onOpen={(entry) => {
          setShown(entry);
          set({ open: entry.id });
        }}
        openId={filters.open}
        empty={<Nothing title={words.none}>{words.noneYet}</Nothing>}
      />
      <Panel
        title={shown ? plain(shown.entity) : ''}
        opened={shown !== null}
        onClose={() => (setShown(null), set({ open: undefined }))}
        wide
      >
        {shown && <Difference entry={shown} />}
      </Panel>
    </Screen>
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function Actor({ id }: { id: string }) {
  const { data } = api.useQuery(
    'get',
    '/api/v1/users/{id}',
    { params: { path: { id } } },
    { enabled: UUID.test(id), staleTime: 600_000 },
  );
  return <>{data?.name ?? id}</>;
}

/** What differs; of what was made or removed, everything. */
function Difference({ entry: { before, after, actor, at } }: { entry: Entry }) {
  const { admin } = useWords();
  const words = admin.audit;
  const was: Record<string, unknown> = before ?? {};
  const is: Record<string, unknown> = after ?? {};
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => show(was[field]) !== show(is[field]),
  );
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Actor id={actor} />, <When at={at} />
      </Text>
      <Table verticalSpacing={4} fz="sm" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.field}</Table.Th>
            <Table.Th>{words.before}</Table.Th>
            <Table.Th>{words.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Td>{field}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{show(was[field])}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{show(is[field])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

const show = (value: unknown): string =>
  value === undefined || value === null ? '—' : typeof value === 'string' ? value : JSON.stringify(value);
