import { Group, Text } from '@mantine/core';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { StartCheckIn } from './StartCheckIn';
import { CheckInTotals } from './CheckInTotals';
import { CheckInTabs } from './CheckInTabs';

const REASONS = ['age', 'silence', 'inbound_only', 'change'] as const;
const TIERS = ['small', 'medium', 'large'] as const;

export function DueCheckIns() {
  const { checkIns: words } = useWords();
  const { filters, set } = useFilters();
  const reasons: Record<string, string> = words.reasons;
  const changes: Record<string, string> = words.changes;
  const tiers: Record<string, string> = words.tiers;
  return (
    <Screen title={words.title} actions={<CheckInTabs at="due" />}>
      <CheckInTotals />
      <Listing
        name="check-ins"
        of="/api/v1/check-ins/due"
        search={false}
        csv={false}
        facets={[
          { filter: 'reason', label: words.why, order: REASONS, format: (each) => reasons[each] ?? each },
          { filter: 'tier', label: words.size, order: TIERS, format: (each) => tiers[each] ?? each },
        ]}
        columns={[
          { key: 'name', title: words.customer, render: ({ name }) => name },
          {
            key: 'reasons',
            title: words.why,
            render: (one) => (
              <Group gap={4}>
                {one.reasons.map((each) => (
                  <StateBadge key={each} state="waiting" label={reasons[each] ?? each} />
                ))}
                <Text size="xs" style={{ whiteSpace: 'normal' }}>
                  {one.changes.map((each) => changes[each] ?? each).join(', ')}
                </Text>
              </Group>
            ),
          },
          { key: 'tier', title: words.size, width: 90, wide: true, render: ({ tier }) => tiers[tier] },
          {
            key: 'since',
            title: words.since,
            width: 130,
            wide: true,
            render: ({ since }) => <RelativeTime at={since} />,
          },
          {
            key: 'owner',
            title: words.owner,
            width: 150,
            wide: true,
            render: ({ owner }) => owner ?? words.unassigned,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<EmptyState title={words.noneDue}>{words.noneDueYet}</EmptyState>}
      />
      {filters.open && <StartCheckIn organizationId={filters.open} onClose={() => set({ open: undefined })} />}
    </Screen>
  );
}
