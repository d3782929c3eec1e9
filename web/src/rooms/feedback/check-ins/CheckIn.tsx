import { Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { EmptyState } from '../../../components/status/EmptyState';
import { useWords } from '../../../i18n';
import { CheckInQuestions } from './CheckInQuestions';
import { CheckInResult } from './CheckInResult';
import { CheckInTabs } from './CheckInTabs';

/** Shows the questions while the check-in is open, and its result afterwards. */
export function CheckIn() {
  const { checkIns: words } = useWords();
  const { id } = useParams({ from: '/check-ins/$id' });
  const path = { params: { path: { id } } };
  const query = api.useQuery('get', '/api/v1/check-ins/{id}', path, { meta: { still: true } });
  const names = api.useQuery('get', '/api/v1/check-ins/{id}/record', path);
  return (
    <Screen
      title={names.data ? words.at(names.data.organization) : words.title}
      actions={<CheckInTabs at={query.data?.state === 'open' ? 'due' : 'all'} />}
    >
      <QueryState query={query}>
        {(checkIn) =>
          checkIn.state === 'open' ? (
            <CheckInQuestions
              key={id}
              checkIn={checkIn}
              done={() => void Promise.all([query.refetch(), names.refetch()])}
            />
          ) : checkIn.state === 'done' ? (
            <QueryState query={names}>{(all) => <CheckInResult checkIn={checkIn} told={all} />}</QueryState>
          ) : (
            <EmptyState title={words.dropped}>
              <Text size="sm">{checkIn.droppedBecause && words.because[checkIn.droppedBecause]}</Text>
            </EmptyState>
          )
        }
      </QueryState>
    </Screen>
  );
}
