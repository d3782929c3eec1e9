import { Button, Group } from '@mantine/core';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { ScreenButton, ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { LastOutcome } from '../LastOutcome';
import { NewOrganization } from './NewOrganization';
import { Organization } from './Organization';

const NEW = 'new';

export function Organizations() {
  const { shell, accounts, duplicates } = useWords();
  const { organization: words, relationship, contacts } = accounts;
  const names: Record<string, string> = relationship;
  const { n } = useNumbers();
  const { filters, set } = useFilters();
  const makes = useMe().has('sales_ops', 'admin');
  useKeys({ c: makes && { label: words.new, run: () => set({ open: NEW }) } });
  const create = makes && (
    <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
      {words.new}
    </Button>
  );
  const close = () => set({ open: undefined });
  return (
    <Screen
      title={shell.nav.organizations}
      actions={
        <>
          <ScreenLink to="/contacts" size="sm">
            {contacts.all}
          </ScreenLink>
          {makes && (
            <ScreenLink to="/duplicates" search={{ of: 'organizations' }} size="sm">
              {duplicates.title}
            </ScreenLink>
          )}
          {create}
        </>
      }
    >
      <Listing
        name="organizations"
        of="/api/v1/organizations"
        facets={[{ filter: 'relationship', label: words.relationship, format: (value) => names[value] ?? value }]}
        columns={[
          { key: 'name', title: words.name, sorts: true, render: ({ name }) => name },
          {
            key: 'relationship',
            title: words.relationship,
            render: (each) => <StateBadge state={each.relationship} label={names[each.relationship]!} />,
          },
          { key: 'sector', title: words.sector, wide: true, render: ({ sector }) => sector ?? '—' },
          { key: 'industry', title: words.industry, wide: true, render: ({ industry }) => industry ?? '—' },
          {
            key: 'country',
            title: words.country,
            wide: true,
            render: ({ country, city }) => [city, country].filter(Boolean).join(', ') || '—',
          },
          {
            key: 'employees',
            title: words.employees,
            sorts: true,
            right: true,
            wide: true,
            render: ({ employees }) => (employees === null ? '—' : n(employees)),
          },
          {
            key: 'lastOutcome',
            title: accounts.lastOutcome,
            wide: true,
            render: (row) => <LastOutcome of={row} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={
          <EmptyState
            title={words.none}
            action={
              <Group>
                <ScreenButton to="/imports" variant="default">
                  {words.import}
                </ScreenButton>
                {create}
              </Group>
            }
          >
            {words.noneYet}
          </EmptyState>
        }
      />
      {filters.open === NEW && <NewOrganization onMade={(id) => set({ open: id })} onClose={close} />}
      {filters.open && filters.open !== NEW && <Organization id={filters.open} onClose={close} />}
    </Screen>
  );
}
