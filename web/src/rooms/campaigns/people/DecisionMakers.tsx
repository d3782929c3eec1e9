import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMe } from '../../../shell/session';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters, type Filters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { plain, useWords } from '../../../i18n';
import { EnrolmentPanel } from './EnrolmentPanel';
import { BulkActions } from './BulkActions';
import { useCampaignId } from '../campaign/useCampaign';

const STATES = ['active', 'paused', 'pending', 'finished', 'bounced', 'opted_out', 'excluded', 'failed'];

export function DecisionMakers() {
  return <People by={{ campaignId: useCampaignId() }} />;
}

export function FailedDecisionMakers() {
  const { decisionMakers } = useWords().campaigns;
  return (
    <Screen title={decisionMakers.failed}>
      <People
        by={{ state: 'failed' }}
        empty={<EmptyState title={decisionMakers.noneFailed}>{decisionMakers.noneFailedYet}</EmptyState>}
      />
    </Screen>
  );
}

function People({ by, empty }: { by: Filters; empty?: ReactNode }) {
  const words = useWords();
  const { decisionMakers, deferred } = words.campaigns;
  const reasons: Record<string, string> = words.terms.reason;
  const roles: Record<string, string> = words.terms.role;
  const puts: Record<string, string> = deferred;
  const { filters, set } = useFilters();
  const acts = useMe().has('sales_ops', 'manager', 'admin');
  return (
    <>
      <Listing
        name="enrolments"
        of="/api/v1/enrolments"
        always={by}
        facets={[
          { filter: 'state', label: words.campaigns.state, order: STATES },
          { filter: 'reason', label: decisionMakers.reason, format: (value) => reasons[value] ?? plain(value) },
          { filter: 'deferred', label: decisionMakers.deferred, format: (value) => puts[value] ?? plain(value) },
          { filter: 'role', label: decisionMakers.role, format: (value) => roles[value] ?? plain(value) },
        ]}
        columns={[
          { key: 'contact', title: decisionMakers.person, render: ({ contact }) => contact },
          { key: 'organization', title: decisionMakers.organization, render: ({ organization }) => organization },
          { key: 'role', title: decisionMakers.role, wide: true, render: ({ role }) => roles[role] },
          {
            key: 'state',
            title: words.campaigns.state,
            render: ({ state, reason }) => (
              <>
                <StateBadge state={state} />{' '}
                {reason && (
                  <Text span size="xs" c="dimmed">
                    {reasons[reason] ?? plain(reason)}
                  </Text>
                )}
              </>
            ),
          },
          { key: 'step', title: decisionMakers.step, wide: true, render: ({ step }) => step ?? '—' },
          { key: 'touches', title: decisionMakers.touches, wide: true, right: true, render: ({ touches }) => touches },
          {
            key: 'nextActionAt',
            title: decisionMakers.next,
            sorts: true,
            wide: true,
            render: ({ nextActionAt, deferred: put }) => (
              <>
                <RelativeTime at={nextActionAt} />{' '}
                {put && (
                  <Text span size="xs" c="dimmed">
                    {puts[put] ?? plain(put)}
                  </Text>
                )}
              </>
            ),
          },
        ]}
        {...(acts ? { bulkActions: BulkActions } : {})}
        onOpen={({ id: open }) => set({ open })}
        openId={filters.open}
        empty={empty ?? <EmptyState title={decisionMakers.none}>{decisionMakers.noneYet}</EmptyState>}
      />
      {filters.open && <EnrolmentPanel id={filters.open} onClose={() => set({ open: undefined })} />}
    </>
  );
}
