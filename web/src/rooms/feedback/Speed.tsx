import { SimpleGrid, Table, Text } from '@mantine/core';
import { Goes } from '../../pieces/Goes';
import { useNumbers } from '../../pieces/numbers';
import { Rate } from '../../pieces/Rate';
import { Section } from '../../pieces/Section';
import { plain, useWords } from '../../words';
import type { Part } from './board';
import { behind } from './filter';

export function Speed({ board, narrowed }: Part) {
  const { feedback: words } = useWords();
  const { n, x } = useNumbers();
  const legs: Record<string, string> = words.leg;
  const took = (hours: number | null) => {
    if (hours === null) return '—';
    if (hours >= 48) return words.days(x(hours / 24));
    if (hours >= 1) return words.hours(x(hours));
    return hours * 60 >= 1 ? words.minutes(x(hours * 60)) : words.seconds(x(hours * 3600));
  };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" verticalSpacing="sm">
      <Section title={words.latency}>
        <Table verticalSpacing={3} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th ta="right">{words.median}</Table.Th>
              <Table.Th ta="right">{words.p90}</Table.Th>
              <Table.Th ta="right">{words.n}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {board.latency.map(({ leg, n: count, median, p90 }) => (
              <Table.Tr key={leg}>
                <Table.Th fw={400}>{legs[leg] ?? plain(leg)}</Table.Th>
                <Table.Td ta="right">{took(median)}</Table.Td>
                <Table.Td ta="right">{took(p90)}</Table.Td>
                <Table.Td ta="right">
                  {leg === 'recorded' ? (
                    <Goes to="/feedback/conversations" search={behind(narrowed, { connected: undefined })}>
                      {n(count)}
                    </Goes>
                  ) : (
                    n(count)
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
      <Section title={words.quality} note={words.qualityNote}>
        <Rate rate={board.quality} least={board.minimumSample} />
        {board.logging.median !== null && (
          <Text size="sm" mt="xs">
            {words.logging(x(board.logging.median), n(board.logging.n))}
          </Text>
        )}
      </Section>
    </SimpleGrid>
  );
}
