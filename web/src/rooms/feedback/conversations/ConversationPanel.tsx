import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { api, type Shape } from '../../../api/client';
import { SidePanel } from '../../../components/layout/SidePanel';
import { UserName } from '../../../components/users/UserName';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { plain, useWords } from '../../../i18n';
import { BookedMeeting } from './BookedMeeting';
import classes from '../pictures.module.css';

export function ConversationPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { feedback: words, terms } = useWords();
  const one = api.useQuery(
    'get',
    '/api/v1/conversations/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: Boolean(id) },
  );
  const disposition: Record<string, string> = terms.disposition;
  return (
    <SidePanel
      title={one.data ? (disposition[one.data.disposition] ?? plain(one.data.disposition)) : words.conversations}
      opened={Boolean(id)}
      onClose={onClose}
    >
      <QueryState query={one}>{(data) => <Record of={data} />}</QueryState>
    </SidePanel>
  );
}

function Record({ of: one }: { of: Shape<'ConversationRecord'> }) {
  const { feedback: words, terms } = useWords();
  const role: Record<string, string> = terms.role;
  const interest: Record<string, string> = terms.interest;
  const sentiment: Record<string, string> = terms.sentiment;
  const objection: Record<string, string> = terms.objection;
  const job: Record<string, string> = terms.buyingJob;
  const facts: [string, ReactNode][] = [
    [words.role, one.role && (role[one.role] ?? plain(one.role))],
    [words.when, <RelativeTime key="when" at={one.occurredAt} />],
    [words.rep, one.repId ? <UserName key="rep" id={one.repId} /> : words.inbound],
    [words.interest, interest[one.interest] ?? plain(one.interest)],
    [words.sentiment, sentiment[one.sentiment] ?? plain(one.sentiment)],
    [words.competitor, one.competitor],
    [words.priceReaction, one.priceReaction && plain(one.priceReaction)],
    [words.buyingJobs, one.buyingJobs.map((each) => job[each] ?? plain(each)).join(', ')],
    [words.wants, one.wants],
    [words.needs, one.needs],
    [words.aspirations, one.aspirations],
    [words.whatChanged, one.whatChanged],
  ];
  return (
    <Stack gap="sm">
      {one.simulated && (
        <Badge color="yellow" tt="none">
          {words.simulated}
        </Badge>
      )}
      {one.verbatim && (
        <blockquote className={classes.quote}>
          <Text>“{one.verbatim}”</Text>
        </blockquote>
      )}
      {one.objections.map(({ code, underlying, verbatim }) => (
        <div key={code}>
          <Text fw={600} size="sm">
            {words.objection}: {objection[code] ?? plain(code)}
          </Text>
          {verbatim && <Text size="sm">“{verbatim}”</Text>}
          {underlying && (
            <Text size="sm" c="dimmed">
              {words.underlying}: {underlying}
            </Text>
          )}
        </div>
      ))}
      <Table variant="vertical" verticalSpacing={3} layout="fixed">
        <Table.Tbody>
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th w={150} fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
      <BookedMeeting of={one} />
      {one.commitments.length > 0 && (
        <div>
          <Text fw={600} size="sm">
            {words.commitments}
          </Text>
          {one.commitments.map(({ id, text, dueOn }) => (
            <Group key={id} gap="xs">
              <Text size="sm">{text}</Text>
              <DateText at={dueOn} />
            </Group>
          ))}
        </div>
      )}
      {one.people.length > 0 && (
        <Text size="sm">
          {words.newContacts}: {one.people.map(({ name }) => name).join(', ')}
        </Text>
      )}
    </Stack>
  );
}
