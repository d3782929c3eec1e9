import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../pieces/Chip';
import { useFilters } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { Screen } from '../../pieces/Screen';
import { Nothing } from '../../pieces/Standing';
import { plain, useWords } from '../../words';
import { Contact } from './Contact';

export function Contacts() {
  const { frame, accounts } = useWords();
  const { contact: words, people } = accounts;
  const states: Record<string, string> = accounts.state;
  const preferences: Record<string, string> = accounts.preference;
  const { filters, set } = useFilters();
  return (
    <Screen
      title={people.title}
      actions={
        <Anchor component={Link} to="/organizations" size="sm">
          {frame.places.organizations}
        </Anchor>
      }
    >
      <Listing
        name="contacts"
        of="/api/v1/contacts"
        facets={[
          { filter: 'emailState', label: words.emailState, says: (value) => states[value] ?? plain(value) },
          { filter: 'phoneState', label: words.phoneState, says: (value) => states[value] ?? plain(value) },
          { filter: 'preference', label: words.preference, says: (value) => preferences[value] ?? plain(value) },
        ]}
        columns={[
          { key: 'name', title: words.name, sorts: true, render: ({ name }) => name },
          { key: 'email', title: words.email, render: ({ email }) => email ?? '—' },
          {
            key: 'emailState',
            title: words.emailState,
            wide: true,
            render: ({ emailState }) => <Chip state={emailState} says={states[emailState] ?? plain(emailState)} />,
          },
          { key: 'phone', title: words.phone, wide: true, render: ({ phone }) => phone ?? '—' },
          {
            key: 'preference',
            title: words.preference,
            wide: true,
            render: ({ preference }) => (preference === 'any' ? '' : preferences[preference]),
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={
          <Nothing
            title={words.none}
            action={
              <Button component={Link} to="/imports">
                {accounts.organization.import}
              </Button>
            }
          >
            {words.noneYet}
          </Nothing>
        }
      />
      {filters.open && <Contact id={filters.open} onClose={() => set({ open: undefined })} />}
    </Screen>
  );
}
