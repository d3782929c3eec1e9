import { Table, Text } from '@mantine/core';
import type { Shape } from '../../api/client';
import { Section } from '../../components/layout/Section';
import { ScreenLink } from '../../components/layout/ScreenLink';
import { plain, useWords } from '../../i18n';

/** Shows twenty random matches, so that someone who knows the market can check the rule. */
export function SampleOrganizations({ sample }: { sample: Shape<'SampleOrganizationView'>[] }) {
  const { cohorts, terms } = useWords();
  const { preview: words, snapshot } = cohorts;
  const reasons: Record<string, string> = cohorts.reason;
  return (
    <Section title={words.sample}>
      {sample.length === 0 ? (
        <Text size="sm">{words.noSample}</Text>
      ) : (
        <Table.ScrollContainer
          minWidth={480}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': words.sample, role: 'region' } }}
        >
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{snapshot.organization}</Table.Th>
                <Table.Th>{snapshot.person}</Table.Th>
                <Table.Th>{snapshot.excluded}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sample.map(({ id, name, sector, country, excluded, decisionMakers }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <ScreenLink to="/organizations" search={{ open: id }} size="sm">
                      {name}
                    </ScreenLink>
                    <Text size="xs" c="dimmed">
                      {[sector, country].filter(Boolean).join(', ')}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {decisionMakers.map((person) => (
                      <Text key={person.id} size="xs">
                        {person.name}, {terms.role[person.role]}
                      </Text>
                    ))}
                  </Table.Td>
                  <Table.Td>{excluded && (reasons[excluded] ?? plain(excluded))}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
