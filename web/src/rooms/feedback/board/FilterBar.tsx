import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, http } from '../../../api/client';
import { useListing } from '../../../components/lists/useListing';
import { useNumbers } from '../../../i18n/useNumbers';
import { plain, useWords } from '../../../i18n';
import { conversationFilters, type useBoardFilter } from './filter';

const COUNTED = ['campaignId', 'role', 'industry', 'repId', 'stepKey'];

/** The options are the values that occur, with their counts. */
export function FilterBar({ narrowed, items, set, clear }: ReturnType<typeof useBoardFilter>) {
  const { feedback: words, terms, shell } = useWords();
  const { n } = useNumbers();
  const known: Record<string, string> = terms.role;
  const heard = useListing('/api/v1/conversations', { filters: conversationFilters(narrowed!), count: COUNTED });
  const campaigns = api.useQuery('get', '/api/v1/campaigns', {
    params: { query: { versionId: narrowed!.versionId, limit: 200 } },
  });
  const reps = Object.keys(heard.by.repId ?? {}).filter((id) => id !== 'none');
  const names = useNames(reps);
  const counted = (filter: string, format: (value: string) => string, chosen: string | undefined) => {
    const counts = heard.by[filter] ?? {};
    const values = new Set([...Object.keys(counts), ...(chosen ? [chosen] : [])]);
    return [...values]
      .filter((value) => value !== 'none')
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
      .map((value) => ({ value, label: `${format(value)} (${n(counts[value] ?? 0)})` }));
  };
  const { campaignId, role, industry, repId, step, from, to, versionId } = narrowed!;
  const versions = items.flatMap(({ title, versions: all }) =>
    all.map(({ id, number }) => ({ value: id, label: words.versionOf(title, number) })),
  );
  const of = (id: string) => campaigns.data?.items.find((each) => each.id === id)?.name ?? '…';
  const pick = (
    name: string,
    label: string,
    value: string | undefined,
    data: { value: string; label: string }[],
    clearable = true,
  ) => (
    <Select
      size="xs"
      w={name === 'versionId' ? { base: '100%', sm: 300 } : { base: 'calc(50% - 5px)', sm: 160 }}
      label={label}
      placeholder={shell.list.all}
      data={data}
      value={value ?? null}
      onChange={(chosen) =>
        set(
          name === 'versionId'
            ? { versionId: chosen ?? undefined, campaignId: undefined }
            : { [name]: chosen ?? undefined },
        )
      }
      clearable={clearable}
      allowDeselect={clearable}
      searchable
    />
  );
  const isNarrow = [campaignId, role, industry, repId, step, from, to].some(Boolean);
  return (
    <Group gap="xs" align="end" role="search" aria-label={words.filters} mb="sm">
      {pick('versionId', words.version, versionId, versions, false)}
      {pick('campaignId', words.campaign, campaignId, counted('campaignId', of, campaignId))}
      {pick(
        'role',
        words.role,
        role,
        counted('role', (value) => known[value] ?? plain(value), role),
      )}
      {pick('industry', words.industry, industry, counted('industry', String, industry))}
      {pick(
        'repId',
        words.rep,
        repId,
        counted('repId', (id) => names[id] ?? '…', repId),
      )}
      {pick('step', words.step, step, counted('stepKey', plain, step))}
      <TextInput
        type="date"
        size="xs"
        w={{ base: 'calc(50% - 5px)', sm: 132 }}
        label={words.from}
        value={from ?? ''}
        max={to}
        onChange={(event) => set({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        size="xs"
        w={{ base: 'calc(50% - 5px)', sm: 132 }}
        label={words.to}
        value={to ?? ''}
        min={from}
        onChange={(event) => set({ to: event.currentTarget.value || undefined })}
      />
      {isNarrow && (
        <Button variant="subtle" color="gray" leftSection={<IconX size={14} />} onClick={clear}>
          {shell.list.clear}
        </Button>
      )}
    </Group>
  );
}

function useNames(ids: string[]): Record<string, string> {
  const { data = {} } = useQuery({
    queryKey: ['names', ids],
    enabled: ids.length > 0,
    staleTime: 600_000,
    queryFn: async () => {
      const found = await Promise.all(
        ids.map((id) => http.GET('/api/v1/users/{id}', { params: { path: { id } } }).then(({ data: user }) => user!)),
      );
      return Object.fromEntries(found.map(({ id, name }) => [id, name]));
    },
  });
  return data;
}
