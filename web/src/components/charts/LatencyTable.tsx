import { Table } from '@mantine/core';
import type { Shape } from '../../api/client';
import { plain, useWords } from '../../i18n';
import { ScreenLink, type ScreenSearch } from '../layout/ScreenLink';
import { useNumbers } from '../../i18n/useNumbers';

export function LatencyTable({
  legs,
  recorded,
}: {
  legs: Shape<'Leg'>[];
  recorded: ScreenSearch<'/feedback/conversations'>;
}) {
  const { feedback: words } = useWords();
  const { n, x } = useNumbers();
  const names: Record<string, string> = words.leg;
  const took = (hours: number | null) => {
    if (hours === null) return '—';
    if (hours >= 48) return words.days(x(hours / 24));
    if (hours >= 1) return words.hours(x(hours));
    return hours * 60 >= 1 ? words.minutes(x(hours * 60)) : words.seconds(x(hours * 3600));
  };
  return (
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
        {legs.map(({ leg, n: count, median, p90 }) => (
          <Table.Tr key={leg}>
            <Table.Th fw={400}>{names[leg] ?? plain(leg)}</Table.Th>
            <Table.Td ta="right">{took(median)}</Table.Td>
            <Table.Td ta="right">{took(p90)}</Table.Td>
            <Table.Td ta="right">
              {leg === 'recorded' ? (
                <ScreenLink to="/feedback/conversations" search={recorded}>
                  {n(count)}
                </ScreenLink>
              ) : (
                n(count)
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
