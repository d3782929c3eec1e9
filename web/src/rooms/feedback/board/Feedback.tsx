import { Alert, Button, SimpleGrid, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { listUrl } from '../../../components/lists/useListing';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { EmptyState } from '../../../components/status/EmptyState';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { scoreboardQuery, conversationFilters, useBoardFilter, type BoardFilter } from './filter';
import { FilterBar } from './FilterBar';
import { InterestBars, ObjectionBars, PeopleBars } from './PeopleBars';
import { Quotes } from './Quotes';
import { useMayExport } from '../../../shell/session';
import { FeedbackSpeed } from './FeedbackSpeed';
import { ObjectionTables } from './ObjectionTables';

export function Feedback() {
  const { shell, feedback: words } = useWords();
  const state = useBoardFilter();
  const mayExport = useMayExport();
  const { propositions, narrowed } = state;
  return (
    <Screen
      title={shell.nav.feedback}
      actions={
        narrowed &&
        mayExport && (
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={14} />}
            href={listUrl('/api/v1/conversations', {}, { ...conversationFilters(narrowed), format: 'csv' })}
          >
            {words.export}
          </Button>
        )
      }
    >
      <QueryState query={propositions}>
        {() =>
          narrowed ? (
            <>
              <FilterBar {...state} />
              <Numbers narrowed={narrowed} />
            </>
          ) : (
            <EmptyState
              title={words.noProposition}
              action={<ScreenButton to="/propositions">{words.toPropositions}</ScreenButton>}
            >
              {words.noPropositionYet}
            </EmptyState>
          )
        }
      </QueryState>
    </Screen>
  );
}

function Numbers({ narrowed }: { narrowed: BoardFilter }) {
  const { feedback: words } = useWords();
  const board = api.useQuery(
    'get',
    '/api/v1/versions/{id}/scoreboard',
    { params: { path: { id: narrowed.versionId }, query: scoreboardQuery(narrowed) } },
    { placeholderData: keepPreviousData },
  );
  return (
    <QueryState query={board} lines={12}>
      {(data) =>
        data.enrolled + data.heldOut + data.conversations === 0 &&
        Object.keys(scoreboardQuery(narrowed)).length === 0 ? (
          <EmptyState title={words.none} action={<ScreenButton to="/campaigns">{words.toCampaigns}</ScreenButton>}>
            {words.noneYet}
          </EmptyState>
        ) : (
          <Stack gap="sm">
            {data.label && (
              <Alert color="yellow" variant="light" p="xs">
                {data.label}
              </Alert>
            )}
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" verticalSpacing="sm">
              <PeopleBars board={data} narrowed={narrowed} />
              <InterestBars board={data} narrowed={narrowed} />
              <ObjectionBars board={data} narrowed={narrowed} />
              <Quotes narrowed={narrowed} />
            </SimpleGrid>
            <ObjectionTables board={data} narrowed={narrowed} />
            <FeedbackSpeed board={data} narrowed={narrowed} />
          </Stack>
        )
      }
    </QueryState>
  );
}
