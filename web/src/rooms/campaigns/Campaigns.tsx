import { Chip } from '../../pieces/Chip';
import { useFilters } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { Screen } from '../../pieces/Screen';
import { Nothing } from '../../pieces/Standing';
import { When } from '../../pieces/When';
import { useWords } from '../../words';

const STATES = ['running', 'paused', 'in_review', 'scheduled', 'ready', 'draft', 'completed', 'aborted'];

export function Campaigns() {
  const { frame, campaigns: words } = useWords();
  const { filters, set } = useFilters();
  return (
    <Screen title={frame.places.campaigns}>
      <Listing
        name="campaigns"
        of="/api/v1/campaigns"
        facets={[{ filter: 'state', label: words.state, order: STATES }]}
        columns={[
          { key: 'name', title: words.name, sorts: true, render: ({ name }) => name },
          { key: 'state', title: words.state, width: 140, render: ({ state }) => <Chip state={state} /> },
          {
            key: 'launchedAt',
            title: words.launched,
            width: 140,
            wide: true,
            render: ({ launchedAt }) => <When at={launchedAt} />,
          },
          {
            key: 'createdAt',
            title: words.created,
            width: 140,
            wide: true,
            sorts: true,
            render: ({ createdAt }) => <When at={createdAt} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<Nothing title={words.none}>{words.noneYet}</Nothing>}
      />
    </Screen>
  );
}
