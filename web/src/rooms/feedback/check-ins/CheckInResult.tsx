import { Alert, Group, Stack, Table, Text } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useListing } from '../../../components/lists/useListing';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import { MatchingCohort } from './MatchingCohort';
import { useContacts } from './AssessmentFields';

export function CheckInResult({ checkIn, told }: { checkIn: Shape<'CheckInView'>; told: Shape<'ToldView'> }) {
  const { checkIns: words } = useWords();
  const needs = useListing('/api/v1/needs', { filters: { checkInId: checkIn.id } });
  return (
    <Stack gap="sm" maw={860}>
      <Gap checkIn={checkIn} />
      {needs.items.length > 0 && (
        <Section title={words.needsTitle} note={words.fitsNote}>
          <Stack gap="sm">
            {needs.items.map((need) => (
              <MatchingCohort key={need.id} need={need} checkInId={checkIn.id} again={() => void needs.refetch()} />
            ))}
          </Stack>
        </Section>
      )}
      {told.people.length > 0 && (
        <Section title={words.newContactsTitle}>
          <Group gap="md">
            {told.people.map((each) => (
              <ScreenLink key={each.contactId} to="/contacts" search={{ open: each.contactId }}>
                {each.name}
              </ScreenLink>
            ))}
          </Group>
        </Section>
      )}
      <Section title={words.theySaid}>
        {told.said.length === 0 && <Text size="sm">{words.nothingSaid}</Text>}
        {told.said.map((each) => (
          <Stack key={each.question} gap={0} mb="xs">
            <Text size="xs" c="dimmed">
              {each.question}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {each.words}
            </Text>
          </Stack>
        ))}
      </Section>
    </Stack>
  );
}

/** Compares assumptions and answers without blame (004-5). */
function Gap({ checkIn: { organizationId, assumption, answers, gap } }: { checkIn: Shape<'CheckInView'> }) {
  const { checkIns: words } = useWords();
  const people = useContacts(organizationId);
  if (!answers || gap === null) return null;
  const kinds: Record<string, string> = { ...words.kinds, none: words.noNeed };
  const statuses: Record<string, string> = words.statuses;
  const who = (id: string | null) => people.find((each) => each.id === id)?.name ?? words.unknownContact;
  const lack = (needs: string[]) => needs.map((each) => kinds[each]).join(', ') || words.noNeed;
  const rows = [
    [words.status, statuses[assumption.status], statuses[answers.status]],
    [words.decisionMaker, who(assumption.decidesId), who(answers.decidesId)],
    [words.mainNeed, lack(assumption.needs), lack(answers.needs)],
  ] as const;
  return (
    <Alert color={gap === 0 ? 'green' : 'blue'} title={words.gap(gap)} role="status">
      <Table.ScrollContainer minWidth={320}>
        <Table verticalSpacing={2} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <Table.Th>{words.assumption}</Table.Th>
              <Table.Th>{words.answer}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, before, after]) => (
              <Table.Tr key={name}>
                <Table.Th fw={400}>{name}</Table.Th>
                <Table.Td>{before}</Table.Td>
                <Table.Td fw={before === after ? 400 : 700}>{after}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Alert>
  );
}
