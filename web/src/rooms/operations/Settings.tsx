import { Button, Group, NumberInput, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../api/client';
import { useNotify } from '../../components/status/useNotify';
import { AdminTabs } from '../../components/layout/AdminTabs';
import { useNumbers } from '../../i18n/useNumbers';
import { Screen } from '../../components/layout/Screen';
import { QueryState } from '../../components/status/QueryState';
import { useWords } from '../../i18n';
import { StopSending } from './StopSending';

export function Settings() {
  const { shell, admin: words } = useWords();
  const settings = api.useQuery('get', '/api/v1/settings');
  return (
    <Screen title={shell.nav.admin} actions={<StopSending />}>
      <AdminTabs />
      <QueryState query={settings}>
        {({ items }) => (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing={4} horizontalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.setting.name}</Table.Th>
                  <Table.Th w={240}>{words.setting.value}</Table.Th>
                  <Table.Th ta="right">{words.setting.default}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((one) => (
                  <Row key={`${one.name} ${one.value}`} one={one} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryState>
    </Screen>
  );
}

function Row({ one }: { one: Shape<'SettingFacts'> }) {
  const { shell, admin: words } = useWords();
  const { n } = useNumbers();
  const queries = useQueryClient();
  const notify = useNotify();
  const [value, setValue] = useState<number | string>(one.value);
  const put = (next: number) =>
    http.PUT('/api/v1/settings/{name}', { params: { path: { name: one.name } }, body: { value: next } });
  const save = async () => {
    try {
      await put(Number(value));
      notify.success(words.saved, async () => {
        await put(one.value);
        await queries.invalidateQueries();
      });
      await queries.invalidateQueries();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Table.Tr>
      <Table.Td>
        {one.about}
        <Text size="xs" c="dimmed">
          {one.name}, {words.setting.between(n(one.min), n(one.max))}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group
          gap={4}
          wrap="nowrap"
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <NumberInput
            size="xs"
            w={120}
            aria-label={one.name}
            min={one.min}
            max={one.max}
            value={value}
            onChange={setValue}
          />
          {Number(value) !== one.value && <Button type="submit">{shell.actions.save}</Button>}
        </Group>
      </Table.Td>
      <Table.Td ta="right">{n(one.default)}</Table.Td>
    </Table.Tr>
  );
}
