import { Alert, Button, SimpleGrid, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { address } from '../../../components/search';
import { Screen } from '../../../components/Screen';
import { Answered, Nothing } from '../../../components/QueryState';
import { useWords } from '../../../i18n';
import { asked, behind, useNarrowed, type Narrowed } from './filter';
import { FilterBar } from './FilterBar';
import { Interest, Objections, People } from './PeopleBars';
import { Quotes } from './Quotes';
import { Speed } from './Speed';
import { Tables } from './Tables';

/** What the market says of a version: one filter over all numbers, each of which opens the conversations behind it. */
export function Feedback() {
  const { shell, feedback: words } = useWords();
  const state = useNarrowed();
  const { propositions, narrowed } = state;
  return (
    <Screen
      title={shell.places.feedback}
      actions={
        narrowed && (
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={14} />}
            href={address('/api/v1/conversations', {}, { ...behind(narrowed), format: 'csv' })}
          >
            {words.export}
          </Button>
        )
      }
    >
      <Answered query={propositions}>
        {() =>
          narrowed ? (
            <>
              <FilterBar {...state} />
              <Numbers narrowed={narrowed} />
            </>
          ) : (
            <Nothing
              title={words.noProposition}
              action={
                <Button component={Link} to="/propositions">
                  {words.toPropositions}
                </Button>
              }
            >
              {words.noPropositionYet}
            </Nothing>
          )
        }
      </Answered>
    </Screen>
  );
}

function Numbers({ narrowed }: { narrowed: Narrowed }) {
  const { feedback: words } = useWords();
  const board = api.useQuery(
    'get',
    '/api/v1/versions/{id}/scoreboard',
    { params: { path: { id: narrowed.versionId }, query: asked(narrowed) as never } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Answered query={board} lines={12}>
      {(data) =>
        data.enrolled + data.heldOut + data.conversations === 0 && Object.keys(asked(narrowed)).length === 0 ? (
          <Nothing
            title={words.none}
            action={
              <Button component={Link} to="/campaigns">
                {words.toCampaigns}
              </Button>
            }
          >
            {words.noneYet}
          </Nothing>
        ) : (
          <Stack gap="sm">
            {data.label && (
              <Alert color="yellow" variant="light" p="xs">
                {data.label}
              </Alert>
            )}
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" verticalSpacing="sm">
              <People board={data} narrowed={narrowed} />
              <Interest board={data} narrowed={narrowed} />
              <Objections board={data} narrowed={narrowed} />
              <Quotes narrowed={narrowed} />
            </SimpleGrid>
            <Tables board={data} narrowed={narrowed} />
            <Speed board={data} narrowed={narrowed} />
          </Stack>
        )
      }
    </Answered>
  );
}
