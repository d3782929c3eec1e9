import { Button, Group } from '@mantine/core';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { ScreenButton, ScreenLink } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { LastOutcome } from '../LastOutcome';
import { readablePhone } from '../../../i18n/phone';
import { Contact } from './Contact';
import { NewContact } from './NewContact';

const NEW = 'new';

export function Contacts() {
  const { shell, accounts, duplicates } = useWords();
  const { contact: words, contacts } = accounts;
  const states: Record<string, string> = accounts.state;
  const preferences: Record<string, string> = accounts.preference;
  const { filters, set } = useFilters();
  const makes = useMe().has('sales_ops', 'admin');
  useKeys({ c: makes && { label: contacts.new, run: () => set({ open: NEW }) } });
  const create = makes && (
    <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
      {contacts.new}
    </Button>
  );
  const close = () => set({ open: undefined });
  return (
    <Screen
      title={contacts.title}
      actions={
        <>
          <ScreenLink to="/organizations" size="sm">
            {shell.nav.organizations}
          </ScreenLink>
          {makes && (
            <ScreenLink to="/duplicates" size="sm">
              {duplicates.title}
            </ScreenLink>
          )}
          {create}
        </>
      }
    >
      <Listing
        name="contacts"
        of="/api/v1/contacts"
        facets={[
          { filter: 'emailState', label: words.emailState, format: (value) => states[value] ?? plain(value) },
          { filter: 'phoneState', label: words.phoneState, format: (value) => states[value] ?? plain(value) },
          { filter: 'preference', label: words.preference, format: (value) => preferences[value] ?? plain(value) },
        ]}
        columns={[
          { key: 'name', title: words.name, sorts: true, render: ({ name }) => name },
          { key: 'email', title: words.email, render: ({ email }) => email ?? '—' },
          {
            key: 'emailState',
            title: words.emailState,
            wide: true,
            render: ({ emailState }) => (
              <StateBadge state={emailState} label={states[emailState] ?? plain(emailState)} />
            ),
          },
          { key: 'phone', title: words.phone, wide: true, render: ({ phone }) => (phone ? readablePhone(phone) : '—') },
          {
            key: 'preference',
            title: words.preference,
            wide: true,
            render: ({ preference }) => (preference === 'any' ? '' : preferences[preference]),
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
                  {accounts.organization.import}
                </ScreenButton>
                {create}
              </Group>
            }
          >
            {words.noneYet}
          </EmptyState>
        }
      />
      <SidePanel title={contacts.new} opened={filters.open === NEW} onClose={close}>
        <NewContact onMade={(id) => set({ open: id })} />
      </SidePanel>
      {filters.open && filters.open !== NEW && <Contact id={filters.open} onClose={close} />}
    </Screen>
  );
}
