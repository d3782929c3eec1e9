import { Text } from '@mantine/core';
import { Section } from '../../../components/layout/Section';
import { plain, useWords } from '../../../i18n';
import type { Scoreboard, ScoreboardProps } from './useScoreboard';
import { conversationFilters } from './filter';
import { HeatTable } from './HeatTable';

export function ObjectionTables({ board, narrowed }: ScoreboardProps) {
  const { feedback: words, terms } = useWords();
  const objection: Record<string, string> = terms.objection;
  const role: Record<string, string> = terms.role;
  const disposition: Record<string, string> = terms.disposition;
  const none = (value: string) => (value === 'unknown' ? 'none' : value);
  const objects = (rates: Scoreboard['objectionsBy']['role']) =>
    rates.map((rate) => ({ row: rate.objection, column: rate.value, rate }));
  return (
    <>
      {board.objections.length > 0 && (
        <>
          <Section title={words.byRole} note={words.heatNote}>
            <HeatTable
              name={words.byRole}
              least={board.minimumSample}
              cells={objects(board.objectionsBy.role)}
              rowSays={(value) => objection[value] ?? plain(value)}
              columnSays={(value) => role[value] ?? plain(value)}
              opens={(row, column) => conversationFilters(narrowed, { objection: row, role: column })}
            />
          </Section>
          <Section title={words.byIndustry} note={words.heatNote}>
            <HeatTable
              name={words.byIndustry}
              least={board.minimumSample}
              cells={objects(board.objectionsBy.industry)}
              rowSays={(value) => objection[value] ?? plain(value)}
              columnSays={plain}
              opens={(row, column) => conversationFilters(narrowed, { objection: row, industry: none(column) })}
            />
          </Section>
        </>
      )}
      <Section title={words.byCompetitor} note={board.competitors.length > 0 && words.heatNote}>
        {board.competitors.length === 0 ? (
          <Text size="sm" c="dimmed">
            {words.noCompetitor}
          </Text>
        ) : (
          <HeatTable
            name={words.byCompetitor}
            least={board.minimumSample}
            cells={board.competitors.map((rate) => ({ row: rate.disposition, column: rate.competitor, rate }))}
            rowSays={(value) => disposition[value] ?? plain(value)}
            columnSays={String}
            opens={(row, column) => conversationFilters(narrowed, { disposition: row, competitor: column })}
          />
        )}
      </Section>
    </>
  );
}
