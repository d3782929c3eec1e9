import { Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, type Shape } from '../../api/client';
import { AdminTabs } from '../../components/layout/AdminTabs';
import { Screen } from '../../components/layout/Screen';
import { QueryState } from '../../components/status/QueryState';
import { useWords } from '../../i18n';

const ROLES = ['executive', 'sales_ops', 'rep', 'manager', 'admin'] as const;
type Role = (typeof ROLES)[number];

/** Who may do what: each endpoint of the API, with the roles that may call it. */
export function Permissions() {
  const { shell, terms, admin } = useWords();
  const words = admin.permissions;
  const permissions = api.useQuery('get', '/api/v1/permissions');
  const [search, setSearch] = useState('');
  return (
    <Screen title={shell.nav.admin}>
      <AdminTabs />
      <Text size="sm">{words.note}</Text>
      <TextInput
        maw={320}
        my="xs"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <QueryState query={permissions}>
        {({ items }) => (
          <Table.ScrollContainer
            minWidth={720}
            scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': admin.tabs.permissions, role: 'region' } }}
          >
            <Table verticalSpacing={3} horizontalSpacing="xs" fz="sm" stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.what}</Table.Th>
                  <Table.Th>{words.act}</Table.Th>
                  {ROLES.map((role) => (
                    <Table.Th key={role} ta="center">
                      {terms.roles[role]}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items
                  .filter(({ path }) => subjectOf(path).includes(search.trim().toLowerCase()))
                  .map((each) => (
                    <Table.Tr key={`${each.method} ${each.path}`}>
                      <Table.Td title={`${each.method} ${each.path}`}>{subjectOf(each.path)}</Table.Td>
                      <Table.Td>{words.acts[each.method as keyof typeof words.acts] ?? each.method}</Table.Td>
                      {each.allowed.includes('public') ? (
                        <Table.Td colSpan={ROLES.length} ta="center" c="dimmed">
                          {words.public}
                        </Table.Td>
                      ) : (
                        ROLES.map((role) => (
                          <Table.Td key={role} ta="center">
                            {may(each, role) &&
                              (role === 'rep' && each.onlyOwn ? words.own : <span aria-label={words.yes}>✓</span>)}
                          </Table.Td>
                        ))
                      )}
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryState>
    </Screen>
  );
}

const may = ({ allowed }: Shape<'PermissionView'>, role: Role): boolean =>
  allowed.includes('everyone') || allowed.includes(role);

/** /contacts/:id/buying-roles: contacts › buying roles */
const subjectOf = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && !/^[:*{]/.test(part))
    .map((part) => part.replaceAll('-', ' '))
    .join(' › ');
