import { useNavigate } from '@tanstack/react-router';
import { Chip } from '../../../components/Chip';
import { Listing } from '../../../components/Listing';
import { Person } from '../../../components/Person';
import { Screen } from '../../../components/Screen';
import { Nothing } from '../../../components/QueryState';
import { When } from '../../../components/When';
import { useWords } from '../../../i18n';
import { Tabs } from './Tabs';

const STATES = ['open', 'done', 'dropped'];

/** Every check-in that was begun. */
export function All() {
  const { checkIns: words } = useWords();
  const go = useNavigate();
  const states: Record<string, string> = words.states;
  return (
    <Screen title={words.tabs.all} actions={<Tabs at="all" />}>
      <Listing
        name="all-check-ins"
        of="/api/v1/check-ins"
        search={false}
        facets={[{ filter: 'state', label: words.state, order: STATES, says: (each) => states[each] ?? each }]}
        columns={[
          { key: 'organization', title: words.customer, render: (one) => one.organization },
          {
            key: 'state',
            title: words.state,
            width: 110,
            render: ({ state }) => <Chip state={state === 'dropped' ? 'draft' : state} says={states[state]!} />,
          },
          {
            key: 'gap',
            title: words.otherwise,
            width: 130,
            wide: true,
            render: ({ gap }) => (gap === null ? '' : words.ofThree(gap)),
          },
          { key: 'doneBy', title: words.asker, width: 160, wide: true, render: ({ doneBy }) => <Person id={doneBy} /> },
          {
            key: 'startedAt',
            title: words.when,
            width: 120,
            wide: true,
            sorts: true,
            render: ({ startedAt }) => <When at={startedAt} />,
          },
        ]}
        onOpen={({ id }) => void go({ to: `/check-ins/${id}` as string })}
        empty={<Nothing title={words.noneDone}>{words.noneDoneYet}</Nothing>}
      />
    </Screen>
  );
}
