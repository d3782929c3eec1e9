import { Text } from '@mantine/core';
import { AdminTabs } from '../../../components/layout/AdminTabs';
import { StateBadge } from '../../../components/status/StateBadge';
import { Listing } from '../../../components/lists/Listing';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';

const STATES = ['unmatched', 'new', 'handled', 'dismissed'];
const COLOUR: Record<string, string> = { unmatched: 'failed', new: 'waiting', handled: 'done' };

export function ProviderEvents() {
  const { shell, admin, mail, providers: words } = useWords();
  const states: Record<string, string> = mail.states;
  const kinds: Record<string, string> = words.kinds;
  return (
    <Screen title={shell.nav.admin}>
      <AdminTabs />
      <Listing
        name="provider-events"
        of="/api/v1/provider-events"
        search={false}
        facets={[
          { filter: 'state', label: admin.state, order: STATES, format: (each) => states[each] ?? each },
          { filter: 'kind', label: words.kind, format: (each) => kinds[each] ?? each },
        ]}
        columns={[
          {
            key: 'kind',
            title: words.kind,
            width: 150,
            render: ({ kind, machine }) => (
              <Text size="sm">
                {kinds[kind] ?? kind} {machine && `(${words.machine})`}
              </Text>
            ),
          },
          { key: 'recipient', title: words.recipient, wide: true, render: ({ recipient }) => recipient ?? '—' },
          {
            key: 'words',
            title: words.answer,
            wide: true,
            render: ({ words: said, providerClass }) => (
              <Text size="sm" lineClamp={2}>
                {[providerClass, said].filter(Boolean).join(': ')}
              </Text>
            ),
          },
          {
            key: 'state',
            title: words.effect,
            render: ({ state, reason, error }) => (
              <>
                <StateBadge state={COLOUR[state] ?? state} label={states[state] ?? state} />
                <Text size="sm" c="dimmed" lineClamp={2}>
                  {reason ?? error}
                </Text>
              </>
            ),
          },
          {
            key: 'receivedAt',
            title: words.occurred,
            sorts: true,
            width: 120,
            render: ({ occurredAt }) => <RelativeTime at={occurredAt} />,
          },
        ]}
        onOpen={() => undefined}
        empty={<EmptyState title={words.noEvents} />}
      />
    </Screen>
  );
}
