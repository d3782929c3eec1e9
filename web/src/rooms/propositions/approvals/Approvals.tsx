import { Group, Stack } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useDepartmentName } from '../../../components/users/useDepartmentName';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { ApprovalPanel } from './ApprovalPanel';
import { Delegations } from './Delegations';

const STATES = ['pending', 'approve', 'approve_with_changes', 'reject', 'recalled'];

export function Approvals() {
  const { shell, propositions } = useWords();
  const words = propositions.approvalList;
  const { filters, set } = useFilters();
  const department = useDepartmentName();
  const isAll = useLocation().pathname === '/approvals/all';
  return (
    <Screen
      title={shell.nav.approvals}
      actions={
        <Group gap={4}>
          <ScreenButton to="/approvals" variant={isAll ? 'default' : 'light'}>
            {words.mine}
          </ScreenButton>
          <ScreenButton to="/approvals/all" variant={isAll ? 'light' : 'default'}>
            {words.all}
          </ScreenButton>
        </Group>
      }
    >
      <Stack gap="sm">
        <Listing
          key={isAll ? 'all' : 'mine'}
          name="approvals"
          of="/api/v1/approvals"
          search={false}
          always={isAll ? {} : { mine: 'true' }}
          facets={[
            ...(isAll ? [{ filter: 'state', label: words.state, order: STATES }] : []),
            { filter: 'department', label: words.department, format: department },
          ]}
          columns={[
            {
              key: 'title',
              title: propositions.title,
              render: ({ title, versionNumber }) => `${title}, ${propositions.versionNumber(versionNumber)}`,
            },
            { key: 'department', title: words.department, width: 140, render: (one) => department(one.department) },
            { key: 'state', title: words.state, width: 170, render: ({ state }) => <StateBadge state={state} /> },
            {
              key: 'dueAt',
              title: words.due,
              width: 170,
              sorts: true,
              render: ({ dueAt, overdue }) => (
                <>
                  <RelativeTime at={dueAt} /> {overdue && <StateBadge state="failed" label={propositions.overdue} />}
                </>
              ),
            },
          ]}
          onOpen={({ id }) => set({ open: id })}
          openId={filters.open}
          empty={<EmptyState title={words.none}>{words.noneYet}</EmptyState>}
        />
        <Delegations />
      </Stack>
      <ApprovalPanel id={filters.open} onClose={() => set({ open: undefined })} />
    </Screen>
  );
}
