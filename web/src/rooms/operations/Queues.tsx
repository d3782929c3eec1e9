import { Alert, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { api, type Shape } from '../../api/client';
import { AdminTabs } from '../../components/layout/AdminTabs';
import { BarList } from '../../components/charts/BarList';
import { StateBadge } from '../../components/status/StateBadge';
import { useNumbers } from '../../i18n/useNumbers';
import { Screen } from '../../components/layout/Screen';
import { Section } from '../../components/layout/Section';
import { QueryState } from '../../components/status/QueryState';
import { RelativeTime } from '../../components/status/RelativeTime';
import { useWords } from '../../i18n';
import { FailedJobs } from './FailedJobs';

const EVERY_MS = 5_000;

export function Queues() {
  const { shell, admin } = useWords();
  const query = api.useQuery('get', '/api/v1/queues', {}, { refetchInterval: EVERY_MS });
  return (
    <Screen title={shell.nav.admin}>
      <AdminTabs />
      <QueryState query={query}>
        {({ programs, queues }) => (
          <Stack>
            {!programs.some(({ kind, silent }) => kind === 'worker' && !silent) && (
              <Alert color="red" title={shell.noWorker.title}>
                {shell.noWorker.note}
              </Alert>
            )}
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <Section title={admin.queue.waiting} note={admin.queue.waitingNote}>
                <Waiting queues={queues} />
              </Section>
              <Section title={admin.queue.programs} note={admin.queue.programsNote}>
                <Programs programs={programs} />
              </Section>
            </SimpleGrid>
            <FailedJobs />
          </Stack>
        )}
      </QueryState>
    </Screen>
  );
}

function Waiting({ queues }: { queues: Shape<'QueueStanding'>[] }) {
  const { queue: words } = useWords().admin;
  const { n } = useNumbers();
  return (
    <BarList
      label={words.waiting}
      whole={Math.max(10, ...queues.map(({ waiting, active }) => waiting + active))}
      bars={queues.map(({ name, waiting, active, waitingSince }) => ({
        key: name,
        label: (words.names as Record<string, string>)[name] ?? name,
        n: waiting + active,
        solid: active,
        shown: words.load(n(active), n(waiting)),
        note: waitingSince && (
          <>
            {words.since} <RelativeTime at={waitingSince} />
          </>
        ),
      }))}
    />
  );
}

function Programs({ programs }: { programs: Shape<'ProgramView'>[] }) {
  const { queue: words } = useWords().admin;
  if (programs.length === 0) return <Text size="sm">{words.noPrograms}</Text>;
  return (
    <Table.ScrollContainer
      minWidth={420}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': words.programs } }}
    >
      <Table verticalSpacing={4} horizontalSpacing="xs" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.program}</Table.Th>
            <Table.Th>{words.where}</Table.Th>
            <Table.Th>{words.started}</Table.Th>
            <Table.Th>{words.lastHeartbeat}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {programs.map(({ id, kind, host, pid, startedAt, beatAt, silent }) => (
            <Table.Tr key={id}>
              <Table.Td>{kind}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {host} · {pid}
              </Table.Td>
              <Table.Td>
                <RelativeTime at={startedAt} />
              </Table.Td>
              <Table.Td>
                {silent ? <StateBadge state="failed" label={words.noHeartbeat} /> : <RelativeTime at={beatAt} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
