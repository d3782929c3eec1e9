import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { ActiveFilters } from './ActiveFilters';
import { boardFiltersFrom } from './filter';

const BROUGHT = ['versionId', 'countedAs', 'campaignId', 'repId', 'step', 'industry', 'at.from', 'at.to'] as const;

/** The decision makers behind a figure; each row opens the enrolment. */
export function CountedPeople() {
  const { feedback: words, terms } = useWords();
  const { filters } = useFilters();
  const navigate = useNavigate();
  const role: Record<string, string> = terms.role;
  const interest: Record<string, string> = terms.interest;
  const reason: Record<string, string> = terms.reason;
  return (
    <Screen
      title={words.people}
      actions={
        <ScreenButton to="/feedback" variant="default" search={boardFiltersFrom(filters)}>
          {words.back}
        </ScreenButton>
      }
    >
      <ActiveFilters names={BROUGHT} />
      <Listing
        name="counted-people"
        of="/api/v1/scoreboard/people"
        facets={[
          { filter: 'role', label: words.role, format: (value) => role[value] ?? plain(value) },
          { filter: 'interest', label: words.interest, format: (value) => interest[value] ?? plain(value) },
          { filter: 'state', label: words.state },
        ]}
        columns={[
          {
            key: 'contact',
            title: words.contact,
            render: (one) => (
              <>
                {one.contact}
                <Text size="xs" c="dimmed">
                  {role[one.role] ?? plain(one.role)}
                </Text>
              </>
            ),
          },
          { key: 'organization', title: words.organization, render: ({ organization }) => organization },
          { key: 'campaign', title: words.campaign, wide: true, render: ({ campaign }) => campaign },
          {
            key: 'state',
            title: words.state,
            render: (one) => (
              <>
                <StateBadge state={one.state} />{' '}
                <Text span size="xs" c="dimmed">
                  {one.reason ? (reason[one.reason] ?? plain(one.reason)) : ''}
                </Text>
              </>
            ),
          },
          {
            key: 'interest',
            title: words.interest,
            wide: true,
            render: (one) => interest[one.interest] ?? plain(one.interest),
          },
          {
            key: 'firstTouchAt',
            title: words.firstTouch,
            wide: true,
            sorts: true,
            render: ({ firstTouchAt }) => <RelativeTime at={firstTouchAt} />,
          },
        ]}
        onOpen={({ id, campaignId }) =>
          void navigate({ to: '/campaigns/$id/decision-makers', params: { id: campaignId }, search: { open: id } })
        }
        empty={<EmptyState title={words.noPeople}>{words.noPeopleYet}</EmptyState>}
      />
    </Screen>
  );
}
