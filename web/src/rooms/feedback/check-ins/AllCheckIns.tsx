import { useNavigate } from '@tanstack/react-router';
import { StateBadge } from '../../../components/status/StateBadge';
import { Listing } from '../../../components/lists/Listing';
import { UserName } from '../../../components/users/UserName';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { CheckInTabs } from './CheckInTabs';

const STATES = ['open', 'done', 'dropped'];

export function AllCheckIns() {
  const { checkIns: words } = useWords();
  const go = useNavigate();
  const states: Record<string, string> = words.states;
  return (
    <Screen title={words.tabs.all} actions={<CheckInTabs at="all" />}>
      <Listing
        name="all-check-ins"
        of="/api/v1/check-ins"
        search={false}
        facets={[{ filter: 'state', label: words.state, order: STATES, format: (each) => states[each] ?? each }]}
        columns={[
          { key: 'organization', title: words.customer, render: (one) => one.organization },
          {
            key: 'state',
            title: words.state,
            width: 110,
            render: ({ state }) => <StateBadge state={state === 'dropped' ? 'draft' : state} label={states[state]!} />,
          },
          {
            key: 'gap',
            title: words.wrongAssumptions,
            width: 130,
            wide: true,
            render: ({ gap }) => (gap === null ? '' : words.ofThree(gap)),
          },
          {
            key: 'doneBy',
            title: words.asker,
            width: 160,
            wide: true,
            render: ({ doneBy }) => <UserName id={doneBy} />,
          },
          {
            key: 'startedAt',
            title: words.when,
            width: 120,
            wide: true,
            sorts: true,
            render: ({ startedAt }) => <RelativeTime at={startedAt} />,
          },
        ]}
        onOpen={({ id }) => void go({ to: '/check-ins/$id', params: { id } })}
        empty={<EmptyState title={words.noneDone}>{words.noneDoneYet}</EmptyState>}
      />
    </Screen>
  );
}
