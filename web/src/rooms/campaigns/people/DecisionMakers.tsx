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

/** Every decision maker of the campaign, wherever they stand. */
export function DecisionMakers() {
  return <People by={{ campaignId: useCampaignId() }} />;
}

/** Who failed, in all campaigns: what they failed by is mended, and they go on. */
export function FailedDecisionMakers() {
  const { members } = useWords().campaigns;
  return (
    <Screen title={members.failed}>
      <People
        by={{ state: 'failed' }}
        empty={<EmptyState title={members.noneFailed}>{members.noneFailedYet}</EmptyState>}
      />
    </Screen>
  );
}

function People({ by, empty }: { by: Filters; empty?: ReactNode }) {
  const words = useWords();
  const { members, deferred } = words.campaigns;
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
          { filter: 'reason', label: members.reason, format: (value) => reasons[value] ?? plain(value) },
          { filter: 'deferred', label: members.deferred, format: (value) => puts[value] ?? plain(value) },
          { filter: 'role', label: members.role, format: (value) => roles[value] ?? plain(value) },
        ]}
        columns={[
          { key: 'contact', title: members.person, render: ({ contact }) => contact },
          { key: 'organization', title: members.organization, render: ({ organization }) => organization },
          { key: 'role', title: members.role, wide: true, render: ({ role }) => roles[role] },
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
          { key: 'step', title: members.step, wide: true, render: ({ step }) => step ?? '—' },
          { key: 'touches', title: members.touches, wide: true, right: true, render: ({ touches }) => touches },
          {
            key: 'nextActionAt',
            title: members.next,
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
        empty={empty ?? <EmptyState title={members.none}>{members.noneYet}</EmptyState>}
      />
      {filters.open && <EnrolmentPanel id={filters.open} onClose={() => set({ open: undefined })} />}
    </>
  );
}
