import { Text } from '@mantine/core';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { ActiveFilters } from '../board/ActiveFilters';
import { ConversationPanel } from './ConversationPanel';
import { boardFiltersFrom } from '../board/filter';

const BROUGHT = [
  'versionId',
  'campaignId',
  'sessionId',
  'repId',
  'stepKey',
  'industry',
  'objection',
  'competitor',
  'connected',
  'latest',
  'quoted',
  'occurredAt.from',
  'occurredAt.to',
] as const;

export function Conversations() {
  const { feedback: words, terms } = useWords();
  const { filters, set } = useFilters();
  const role: Record<string, string> = terms.role;
  const disposition: Record<string, string> = terms.disposition;
  const interest: Record<string, string> = terms.interest;
  const objection: Record<string, string> = terms.objection;
  return (
    <Screen
      title={words.conversations}
      actions={
        <ScreenButton to="/feedback" variant="default" search={boardFiltersFrom(filters)}>
          {words.back}
        </ScreenButton>
      }
    >
      <ActiveFilters names={BROUGHT} />
      <Listing
        name="conversations"
        of="/api/v1/conversations"
        facets={[
          { filter: 'disposition', label: words.disposition, format: (value) => disposition[value] ?? plain(value) },
          { filter: 'interest', label: words.interest, format: (value) => interest[value] ?? plain(value) },
          { filter: 'role', label: words.role, format: (value) => role[value] ?? plain(value) },
        ]}
        columns={[
          { key: 'organization', title: words.organization, width: 180, render: ({ organization }) => organization },
          {
            key: 'contact',
            title: words.contact,
            width: 180,
            render: (one) => (
              <>
                {one.contact ?? '—'}
                <Text size="xs" c="dimmed">
                  {role[one.role ?? 'unknown'] ?? plain(one.role ?? 'unknown')}
                </Text>
              </>
            ),
          },
          {
            key: 'disposition',
            title: words.disposition,
            width: 150,
            render: (one) => disposition[one.disposition] ?? plain(one.disposition),
          },
          {
            key: 'objections',
            title: words.objection,
            width: 160,
            wide: true,
            render: (one) => one.objections.map((code) => objection[code] ?? plain(code)).join(', ') || '—',
          },
          {
            key: 'quote',
            title: words.quote,
            render: (one) => (
              <>
                {one.quote ?? '—'} {one.simulated && <StateBadge state="simulated" label={words.simulated} />}
              </>
            ),
          },
          { key: 'rep', title: words.rep, width: 130, wide: true, render: ({ rep }) => rep ?? words.inbound },
          {
            key: 'occurredAt',
            title: words.when,
            width: 110,
            sorts: true,
            render: ({ occurredAt }) => <RelativeTime at={occurredAt} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<EmptyState title={words.none}>{words.noneYet}</EmptyState>}
      />
      <ConversationPanel id={filters.open} onClose={() => set({ open: undefined })} />
    </Screen>
  );
}
