import { SimpleGrid, Table } from '@mantine/core';
import { api } from '../../api/client';
import { AdminTabs } from '../../components/layout/AdminTabs';
import { Screen } from '../../components/layout/Screen';
import { Section } from '../../components/layout/Section';
import { QueryState } from '../../components/status/QueryState';
import { plain, useWords } from '../../i18n';
import { Departments } from './Departments';

export function Lists() {
  const { shell } = useWords();
  return (
    <Screen title={shell.nav.admin}>
      <AdminTabs />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Departments />
        <Dispositions />
      </SimpleGrid>
    </Screen>
  );
}

function Dispositions() {
  const { admin, terms } = useWords();
  const words = admin.lists;
  const names: Record<string, string> = terms.disposition;
  const query = api.useQuery('get', '/api/v1/dispositions');
  return (
    <Section title={words.outcomes} note={words.outcomesNote}>
      <QueryState query={query}>
        {({ items }) => (
          <Table verticalSpacing={4} horizontalSpacing="xs" fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.outcome}</Table.Th>
                <Table.Th>{words.connected}</Table.Th>
                <Table.Th>{words.after}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ code, final, connected }) => (
                <Table.Tr key={code}>
                  <Table.Td>{names[code] ?? plain(code)}</Table.Td>
                  <Table.Td>{connected ? words.yes : words.no}</Table.Td>
                  <Table.Td>{final ? words.finishes : words.continues}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </QueryState>
    </Section>
  );
}
