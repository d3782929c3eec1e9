import { ScreenLink } from '../../../components/layout/ScreenLink';
import { Anchor, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters, useListing } from '../../../components/lists/useListing';
import { useNumbers } from '../../../i18n/useNumbers';
import { UserName } from '../../../components/users/UserName';
import { Rate } from '../../../components/charts/Rate';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { plain, useWords } from '../../../i18n';
import { ThemePanel } from './ThemePanel';

export function Themes({ propositionId, least }: { propositionId: string; least: number }) {
  const words = useWords().feedback.results;
  const { n } = useNumbers();
  const { filters, set } = useFilters();
  const themes = useListing('/api/v1/themes', { filters: { propositionId } });
  const decisions: Record<string, string> = words.decisions;
  return (
    <>
      <Section title={words.themes}>
        <QueryState query={themes}>
          {() =>
            themes.items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {words.noThemes}
              </Text>
            ) : (
              <Table.ScrollContainer minWidth={680}>
                <Table verticalSpacing={4} horizontalSpacing="xs" highlightOnHover>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{words.title}</Table.Th>
                      <Table.Th ta="right">{words.n}</Table.Th>
                      <Table.Th w={280}>{words.share}</Table.Th>
                      <Table.Th ta="right">{words.accounts}</Table.Th>
                      <Table.Th>{words.decision}</Table.Th>
                      <Table.Th>{words.owner}</Table.Th>
                      <Table.Th>{words.due}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {themes.items.map((theme) => (
                      <Table.Tr key={theme.id}>
                        <Table.Td>
                          <Anchor component="button" size="sm" ta="left" onClick={() => set({ open: theme.id })}>
                            {theme.title}
                          </Anchor>
                          {theme.label && (
                            <Text size="xs" c="dimmed">
                              {theme.label}
                            </Text>
                          )}
                        </Table.Td>
                        <Table.Td ta="right">{n(theme.n)}</Table.Td>
                        <Table.Td>
                          <Rate rate={theme.share} least={least} />
                        </Table.Td>
                        <Table.Td ta="right">{n(theme.organizations)}</Table.Td>
                        <Table.Td>
                          {theme.decision ? (
                            <StateBadge
                              state={theme.decision}
                              label={decisions[theme.decision] ?? plain(theme.decision)}
                            />
                          ) : (
                            <StateBadge state="pending" label={words.open} />
                          )}
                        </Table.Td>
                        <Table.Td>
                          <UserName id={theme.ownerId} />
                        </Table.Td>
                        <Table.Td>
                          <DateText at={theme.dueOn} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )
          }
        </QueryState>
      </Section>
      <Suggested propositionId={propositionId} least={least} />
      <ThemePanel
        id={filters.open}
        propositionId={propositionId}
        least={least}
        onClose={() => set({ open: undefined })}
      />
    </>
  );
}

function Suggested({ propositionId, least }: { propositionId: string; least: number }) {
  const { feedback, terms } = useWords();
  const words = feedback.results;
  const { n } = useNumbers();
  const objection: Record<string, string> = terms.objection;
  const suggestions = api.useQuery('get', '/api/v1/propositions/{id}/theme-suggestions', {
    params: { path: { id: propositionId } },
  });
  return (
    <Section title={words.suggestions}>
      <QueryState query={suggestions} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {words.noSuggestions}
            </Text>
          ) : (
            <Stack gap="sm">
              {items.map((one) => (
                <Group key={`${one.versionId}${one.objection}`} align="start" gap="sm" wrap="wrap">
                  <Stack gap={2} style={{ flex: '1 1 15rem' }}>
                    <Text size="sm" fw={600}>
                      {objection[one.objection] ?? plain(one.objection)}, {words.version(one.version)}
                    </Text>
                    <Text size="xs" c="dimmed">
                      <ScreenLink
                        to="/feedback/conversations"
                        search={{ versionId: one.versionId, objection: one.objection, connected: 'true' }}
                      >
                        n = {n(one.n)}
                      </ScreenLink>{' '}
                      · {words.accounts}: {n(one.accounts)}
                      {one.themed > 0 && ` · ${words.themed(n(one.themed))}`}
                      {one.label && ` · ${one.label}`}
                    </Text>
                    {one.verbatims.map((text, i) => (
                      <Text key={i} size="sm">
                        “{text}”
                      </Text>
                    ))}
                  </Stack>
                  <div style={{ flex: '0 1 16rem' }}>
                    <Rate rate={one.share} least={least} />
                  </div>
                  <Raise of={one} />
                </Group>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Section>
  );
}

function Raise({ of: { versionId, objection } }: { of: Shape<'Suggestion'> }) {
  const words = useWords().feedback.results;
  const act = useWords().shell.actions;
  const me = useMe();
  const queries = useQueryClient();
  const { set } = useFilters();
  const notify = useNotify();
  const [title, setTitle] = useState<string | null>(null);
  if (!me.has('rep', 'manager', 'sales_ops', 'executive')) return null;
  if (title === null)
    return (
      <Button variant="default" onClick={() => setTitle('')}>
        {words.createTheme}
      </Button>
    );
  const raise = async () => {
    try {
      const { data } = await http.POST('/api/v1/themes', { body: { versionId, title, objection } });
      notify.success(words.themeCreated(title));
      setTitle(null);
      await queries.invalidateQueries();
      set({ open: data!.id });
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Group
      component="form"
      gap={4}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim()) void raise();
      }}
    >
      <TextInput
        size="xs"
        autoFocus
        aria-label={words.name}
        placeholder={words.name}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit">{words.createTheme}</Button>
      <Button variant="subtle" color="gray" onClick={() => setTitle(null)}>
        {act.cancel}
      </Button>
    </Group>
  );
}
