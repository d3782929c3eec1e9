import { ActionIcon, Button, Group, NativeSelect, SimpleGrid, Table, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { AdminTabs } from '../../../components/layout/AdminTabs';
import { Form } from '../../../components/forms/Form';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Screen } from '../../../components/layout/Screen';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { useLanguage, useWords } from '../../../i18n';
import { YearPicture } from './YearPicture';

const NEW = 'new';

export function Calendar() {
  const { shell, admin } = useWords();
  const words = admin.calendar;
  const { filters, set } = useFilters();
  const [thisYear] = useState(() => new Date().getFullYear());
  const year = Number(filters.year ?? thisYear);
  const country = filters.country;
  const query = api.useQuery('get', '/api/v1/calendar', {
    params: { query: { year, ...(country ? { country } : {}) } },
  });
  const close = () => set({ open: undefined });
  useKeys({ c: { label: words.close, run: () => set({ open: NEW }) } });
  const go = (by: number) => set({ year: String(year + by) });
  return (
    <Screen
      title={shell.nav.admin}
      actions={
        <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
          {words.close}
        </Button>
      }
    >
      <AdminTabs />
      <QueryState query={query}>
        {({ days, countries }) => (
          <>
            <Group mb="sm" gap="sm" align="end">
              <Countries label={words.country} value={country} countries={countries} onChange={set} />
              <Group gap={4}>
                <ActionIcon variant="default" aria-label={words.before} disabled={year <= 2000} onClick={() => go(-1)}>
                  <IconChevronLeft size={16} />
                </ActionIcon>
                <Text fw={600} w={44} ta="center">
                  {year}
                </Text>
                <ActionIcon variant="default" aria-label={words.after} disabled={year >= 2099} onClick={() => go(1)}>
                  <IconChevronRight size={16} />
                </ActionIcon>
              </Group>
            </Group>
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <Section title={words.year} note={words.note}>
                <YearPicture year={year} days={days} label={words.picture(String(days.length))} />
              </Section>
              <Section title={words.days}>
                <Days days={days} />
              </Section>
            </SimpleGrid>
            <SidePanel title={words.close} opened={filters.open === NEW} onClose={close}>
              <Form
                initial={country ? { country } : {}}
                fields={[
                  { name: 'name', label: words.name, required: true },
                  { name: 'from', label: words.from, kind: 'date', required: true },
                  { name: 'to', label: words.to, kind: 'date', hint: words.toHint },
                  { name: 'country', label: words.country, hint: words.countryHint },
                ]}
                submitLabel={words.close}
                doneMessage={words.closed}
                onSubmit={(body: Shape<'NewClosedDaysBody'>) => http.POST('/api/v1/closed-days', { body }).then(close)}
              />
            </SidePanel>
          </>
        )}
      </QueryState>
    </Screen>
  );
}

function Countries({
  label,
  value,
  countries,
  onChange,
}: {
  label: string;
  value: string | undefined;
  countries: string[];
  onChange: (filters: { country: string | undefined }) => void;
}) {
  const { calendar: words } = useWords().admin;
  const { language } = useLanguage();
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  const all = value && !countries.includes(value) ? [value, ...countries] : countries;
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: words.everywhere }, ...all.map((each) => ({ value: each, label: names.of(each)! }))]}
      onChange={({ currentTarget }) => onChange({ country: currentTarget.value || undefined })}
    />
  );
}

function Days({ days }: { days: Shape<'CalendarDayView'>[] }) {
  const { shell, admin } = useWords();
  const { language } = useLanguage();
  const notify = useNotify();
  const queries = useQueryClient();
  const date = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' });
  if (days.length === 0) return <Text size="sm">{admin.calendar.none}</Text>;
  const open = async (id: string) => {
    try {
      await http.DELETE('/api/v1/closed-days/{id}', { params: { path: { id } } });
      await queries.invalidateQueries();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Table verticalSpacing={4} horizontalSpacing="xs" fz="sm">
      <Table.Tbody>
        {days.map(({ day, name, closedId, everywhere }) => (
          <Table.Tr key={`${day} ${closedId}`}>
            <Table.Td w={150}>{date.format(new Date(day))}</Table.Td>
            <Table.Td>
              {name}
              <Text size="xs" c="dimmed">
                {closedId ? (everywhere ? admin.calendar.everywhere : admin.calendar.here) : admin.calendar.holiday}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              {closedId && (
                <Button
                  variant="subtle"
                  color="gray"
                  aria-label={admin.calendar.open(name)}
                  onClick={() => void open(closedId)}
                >
                  {shell.actions.remove}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
