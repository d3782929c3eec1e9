import { ActionIcon, Anchor, Button, Group, rem, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconSearch, IconX } from '@tabler/icons-react';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import { useRef, useState, type ComponentType, type ReactNode } from 'react';
import { useMayExport } from '../../shell/session';
import { useKeys } from '../../shell/shortcuts';
import { useWords } from '../../i18n';
import { Facet } from './Facet';
import { listUrl, useFilters, useListing, type Filters, type ItemOf, type ListPath } from './useListing';
import type { Selection } from './useBulkAction';
import { useNumbers } from '../../i18n/useNumbers';
import { SavedViews } from './SavedViews';
import { ErrorAlert } from '../status/ErrorAlert';

const ROOMY = '(min-width: 48em)';

export interface Column<Item> {
  /** the API's sort name if `sorts`, otherwise any unique name */
  key: string;
  title: string;
  render: (item: Item) => ReactNode;
  sorts?: boolean;
  right?: boolean;
  width?: number;
  /** hidden on phones */
  wide?: boolean;
}

interface Asked<P extends ListPath> {
  of: P;
  names?: Record<string, string>;
  columns: Column<ItemOf<P>>[];
  facets?: { filter: string; label: string; format?: (value: string) => string; order?: readonly string[] }[];
  /** fixed filters that the user cannot clear */
  always?: Filters;
  search?: boolean;
  onOpen: (item: ItemOf<P>) => void;
  openId?: string;
  empty: ReactNode;
  /** actions for the selected rows */
  bulkActions?: ComponentType<{ chosen: Selection }>;
  name: string;
  /** whether the API can return the list as CSV */
  csv?: boolean;
  /** the id field, if it is not `id` */
  idOf?: keyof ItemOf<P> & string;
}

/** A dense table of one API list, with filters in the URL, counts on the chips and keyboard navigation. */
export function Listing<P extends ListPath>({
  of,
  names,
  columns,
  facets = [],
  always = {},
  search = true,
  onOpen,
  openId,
  empty,
  bulkActions: Acts,
  name,
  csv = true,
  idOf = 'id' as keyof ItemOf<P> & string,
}: Asked<P>) {
  type Item = ItemOf<P> & { id: string };
  const mayExport = useMayExport();
  const { list, shortcuts } = useWords().shell;
  const { n } = useNumbers();
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false });
  const { filters, set, replace } = useFilters();
  const { open: _open, ...asked } = filters;
  const all = { ...asked, ...always };
  const found = useListing(of, {
    ...(names ? { names } : {}),
    filters: all,
    count: facets.map(({ filter }) => filter),
  });
  const items = found.items as Item[];
  const id = (item: Item) => String(item[idOf]);
  const [at, setAt] = useState(0);
  const { sort: _sort, ...narrowing } = asked;
  // a selection is only valid for the filters it was made with
  const among = JSON.stringify(narrowing);
  const [choice, setChoice] = useState({ among, marked: [] as string[], everything: false });
  const { marked, everything } = choice.among === among ? choice : { marked: [] as string[], everything: false };
  const choose = (ids: string[], all = false) => setChoice({ among, marked: ids, everything: all });
  const box = useRef<HTMLInputElement>(null);
  const look = useDebouncedCallback((q: string) => set({ q: q || undefined }), 250);
  const current = items[Math.min(at, items.length - 1)];
  const move = (by: number) => setAt((before) => Math.max(0, Math.min(items.length - 1, before + by)));
  const mark = (one: string) => choose(marked.includes(one) ? marked.filter((each) => each !== one) : [...marked, one]);
  useKeys({
    '/': search && { label: shortcuts.search, run: () => box.current?.focus() },
    j: { label: shortcuts.next, run: () => move(1) },
    k: { label: shortcuts.previous, run: () => move(-1) },
    Enter: current && { label: shortcuts.open, run: () => onOpen(current) },
    Space: current && { label: shortcuts.peek, run: () => onOpen(current) },
    x: Acts && current && { label: shortcuts.select, run: () => mark(id(current)) },
  });
  const narrowed = Object.keys(narrowing).length > 0;
  const total = found.total;
  const which: Selection = {
    ids: marked,
    all: everything,
    count: everything ? (total ?? 0) : marked.length,
    filters: all,
    clear: () => choose([]),
  };
  if (found.isError && items.length === 0) return <ErrorAlert error={found.error} again={() => void found.refetch()} />;
  if (found.isSuccess && items.length === 0 && !narrowed) return <>{empty}</>;
  return (
    <Stack gap="xs">
      <Group gap="sm" align="center">
        {search && (
          <TextInput
            ref={box}
            key={asked.q ? 'asked' : 'not'}
            aria-label={list.search}
            placeholder={`${list.search}  /`}
            size="xs"
            w={200}
            leftSection={<IconSearch size={14} />}
            defaultValue={asked.q ?? ''}
            onChange={(event) => look(event.currentTarget.value)}
          />
        )}
        {facets.map(({ filter, ...facet }) => (
          <Facet
            key={filter}
            {...facet}
            counts={found.by[filter]}
            value={asked[filter]}
            onChange={(value) => set({ [filter]: value })}
          />
        ))}
        {narrowed && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} />}
            onClick={() => replace(asked.sort ? { sort: asked.sort } : {})}
          >
            {list.clear}
          </Button>
        )}
        <Group gap={4} ml="auto">
          <Text size="xs" c="dimmed" role="status">
            {total === undefined ? '' : list.results(n(total))}
          </Text>
          <SavedViews of={name} />
          {csv && mayExport && (
            <Tooltip label={list.export}>
              <ActionIcon
                component="a"
                href={listUrl(of, names, { ...all, sort: undefined, format: 'csv' })}
                variant="subtle"
                color="gray"
                aria-label={list.export}
              >
                <IconDownload size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      {Acts && marked.length > 0 && (
        <Group gap="sm" p={6} bg="var(--mantine-primary-color-light)">
          <Text size="sm">{list.selected(n(which.count))}</Text>
          {!everything && total !== undefined && total > marked.length && (
            <Anchor component="button" size="sm" onClick={() => choose(marked, true)}>
              {list.selectAll(n(total))}
            </Anchor>
          )}
          <Anchor component="button" size="sm" onClick={which.clear}>
            {list.clearSelection}
          </Anchor>
          <Acts chosen={which} />
        </Group>
      )}
      <DataTable<Item>
        records={items}
        idAccessor={idOf}
        columns={columns.map((column) => tableColumn<Item>(column as Column<Item>, roomy))}
        fetching={found.isFetching && items.length === 0}
        noRecordsText={list.noResults}
        minHeight={160}
        height="max(20rem, calc(100dvh - 11rem))"
        onScrollToBottom={() => found.hasNextPage && !found.isFetchingNextPage && void found.fetchNextPage()}
        sortStatus={sortOf<Item>(asked.sort)}
        onSortStatusChange={({ columnAccessor, direction }) =>
          set({ sort: `${direction === 'desc' ? '-' : ''}${String(columnAccessor)}` })
        }
        onRowClick={({ record, index }) => (setAt(index), onOpen(record))}
        rowBackgroundColor={(record) =>
          id(record) === openId || (record === current && openId === undefined && at > 0)
            ? 'var(--mantine-primary-color-light)'
            : undefined
        }
        {...(Acts
          ? {
              selectedRecords: items.filter((each) => everything || marked.includes(id(each))),
              onSelectedRecordsChange: (rows: Item[]) => choose(rows.map(id)),
            }
          : {})}
        verticalSpacing={2}
        horizontalSpacing="xs"
        fz="sm"
        highlightOnHover
        // fixed layout: long texts are cut instead of pushing other columns out of view
        styles={{ table: { tableLayout: 'fixed' } }}
        withTableBorder
        borderRadius="sm"
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': name, role: 'region' } }}
      />
    </Stack>
  );
}

const sortOf = <Item,>(sort: string | undefined) => ({
  columnAccessor: (sort ?? '').replace(/^-/, '') as keyof Item & string,
  direction: sort?.startsWith('-') ? ('desc' as const) : ('asc' as const),
});

function tableColumn<Item>(
  { key, title, render, sorts = false, right = false, width, wide = false }: Column<Item>,
  roomy: boolean,
): DataTableColumn<Item> {
  return {
    accessor: key,
    title,
    render,
    sortable: sorts,
    ellipsis: true,
    textAlign: right ? 'right' : 'left',
    // on a phone, fixed widths would leave no space for the other columns
    ...(width && roomy ? { width: rem(width) } : {}),
    ...(wide ? { visibleMediaQuery: ROOMY } : {}),
  };
}
