import { Anchor, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../pieces/Chip';
import { useFilters } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { useNumbers } from '../../pieces/numbers';
import { Screen } from '../../pieces/Screen';
import { Nothing } from '../../pieces/Standing';
import { useWords } from '../../words';
import { Organization } from './Organization';

export function Organizations() {
  const { frame, accounts } = useWords();
  const { organization: words, relationship, people } = accounts;
  const says: Record<string, string> = relationship;
  const { n } = useNumbers();
  const { filters, set } = useFilters();
  return (
    <Screen
      title={frame.places.organizations}
      actions={
        <Anchor component={Link} to="/contacts" size="sm">
          {people.all}
        </Anchor>
      }
    >
      <Listing
        name="organizations"
        of="/api/v1/organizations"
        facets={[{ filter: 'relationship', label: words.relationship, says: (value) => says[value] ?? value }]}
        columns={[
          { key: 'name', title: words.name, sorts: true, render: ({ name }) => name },
          {
            key: 'relationship',
            title: words.relationship,
            render: (each) => <Chip state={each.relationship} says={says[each.relationship]!} />,
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
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={
          <Nothing
            title={words.none}
            action={
              <Group>
                <Button component={Link} to="/imports">
                  {words.import}
                </Button>
              </Group>
            }
          >
            {words.noneYet}
          </Nothing>
        }
      />
      {filters.open && <Organization id={filters.open} onClose={() => set({ open: undefined })} />}
    </Screen>
  );
}
