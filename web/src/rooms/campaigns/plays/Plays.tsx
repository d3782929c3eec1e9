import { Box, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { StateBadge } from '../../../components/status/StateBadge';
import { ScreenButton, ScreenLink } from '../../../components/layout/ScreenLink';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { DateText } from '../../../components/status/DateText';
import { useWords } from '../../../i18n';
import { Timeline } from './Timeline';
import { stepsOf, type PlayView } from './steps';

const STATES = ['current', 'review_due', 'archived'];
const NOT_OVER = 'draft,ready,scheduled,running,paused,in_review';

export function Plays() {
  const { shell, plays: words } = useWords();
  const navigate = useNavigate();
  const { filters } = useFilters();
  const makes = useMe().has('sales_ops', 'executive');
  const purposes: Record<string, string> = words.purposes;
  useKeys({ c: makes && { label: words.new, run: () => void navigate({ to: '/plays/new' }) } });
  const create = makes && (
    <ScreenButton to="/plays/new" rightSection={<KeyHint keys="c" />}>
      {words.new}
    </ScreenButton>
  );
  return (
    <Screen title={shell.nav.plays} actions={create}>
      <Listing
        name="plays"
        of="/api/v1/plays"
        always={{ state: filters.state ?? 'current,review_due' }}
        facets={[
          {
            filter: 'state',
            label: words.state,
            order: STATES,
            format: (state) => words.states[state as PlayView['state']],
          },
          { filter: 'purpose', label: words.purpose, format: (purpose) => purposes[purpose] ?? purpose },
        ]}
        columns={[
          {
            key: 'name',
            title: words.name,
            sorts: true,
            render: (play) => (
              <>
                {play.name}
                <Box hiddenFrom="sm">
                  <PlayState play={play} />
                </Box>
              </>
            ),
          },
          { key: 'steps', title: words.steps, render: (play) => <Timeline steps={stepsOf(play)} /> },
          {
            key: 'purpose',
            title: words.purpose,
            wide: true,
            width: 130,
            render: ({ purpose }) => words.purposes[purpose],
          },
          {
            key: 'reviewOn',
            title: words.review,
            sorts: true,
            width: 230,
            wide: true,
            render: (play) => (
              <>
                <DateText at={play.reviewOn} /> <PlayState play={play} />
              </>
            ),
          },
          {
            key: 'campaigns',
            title: words.campaigns,
            right: true,
            wide: true,
            width: 110,
            render: (play) => <UsedBy play={play} />,
          },
        ]}
        onOpen={({ id }) => void navigate({ to: '/plays/$id', params: { id } })}
        empty={
          <EmptyState
            title={words.none}
            action={
              <>
                {create}
                <ScreenLink to="/plays" search={{ state: 'archived' }}>
                  {words.toArchived}
                </ScreenLink>
              </>
            }
          >
            {words.noneYet}
          </EmptyState>
        }
      />
    </Screen>
  );
}

/** Shows only states that need attention: review due or archived. */
export function PlayState({ play: { state } }: { play: PlayView }) {
  const { plays: words } = useWords();
  if (state === 'current') return null;
  return <StateBadge state={state === 'archived' ? state : 'waiting'} label={words.states[state]} />;
}

export function UsedBy({ play: { id, campaigns }, label }: { play: PlayView; label?: string }) {
  if (campaigns === 0)
    return (
      <Text span c="dimmed" size="sm">
        {label ?? '—'}
      </Text>
    );
  return (
    <Box component="span" onClick={(event: React.MouseEvent) => event.stopPropagation()}>
      <ScreenLink to="/campaigns" search={{ playId: id, state: NOT_OVER }}>
        {label ?? campaigns}
      </ScreenLink>
    </Box>
  );
}
