import { Group, SegmentedControl } from '@mantine/core';
import { useFilters } from '../../../components/lists/useListing';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { Screen } from '../../../components/layout/Screen';
import { useWords } from '../../../i18n';
import { ContactDuplicates, OrganizationDuplicates } from './DuplicateLists';

/** Pairs of contacts, or of organizations, that may be one, the likeliest first: a person says whether they are. */
export function Duplicates() {
  const { shell, accounts, duplicates: words } = useWords();
  const { filters, set } = useFilters();
  const of = filters.of === 'organizations' ? 'organizations' : 'contacts';
  return (
    <Screen
      title={words.title}
      actions={
        <Group gap="xs">
          <ScreenLink to={of === 'contacts' ? '/contacts' : '/organizations'} size="sm">
            {of === 'contacts' ? accounts.contacts.title : shell.nav.organizations}
          </ScreenLink>
          <SegmentedControl
            size="xs"
            aria-label={words.of}
            data={[
              { value: 'contacts', label: words.contacts.tab },
              { value: 'organizations', label: words.organizations.tab },
            ]}
            value={of}
            onChange={(value) => set({ of: value })}
          />
        </Group>
      }
    >
      {of === 'contacts' ? <ContactDuplicates /> : <OrganizationDuplicates />}
    </Screen>
  );
}
