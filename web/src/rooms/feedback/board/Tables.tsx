import { Text } from '@mantine/core';
import { Section } from '../../../components/Section';
import { plain, useWords } from '../../../i18n';
import type { Board, Part } from './useScoreboard';
import { behind } from './filter';
import { Heat } from './Heat';

export function Tables({ board, narrowed }: Part) {
  const { feedback: words, terms } = useWords();
  const objection: Record<string, string> = terms.objection;
  const role: Record<string, string> = terms.role;
  const disposition: Record<string, string> = terms.disposition;
  const none = (value: string) => (value === 'unknown' ? 'none' : value);
  const objects = (rates: Board['objectionsBy']['role']) =>
    rates.map((rate) => ({ row: rate.objection, column: rate.value, rate }));
  return (
    <>
      {board.objections.length > 0 && (
        <>
          <Section title={words.byRole} note={words.heatNote}>
            <Heat
              name={words.byRole}
              least={board.minimumSample}
              cells={objects(board.objectionsBy.role)}
              rowSays={(value) => objection[value] ?? plain(value)}
              columnSays={(value) => role[value] ?? plain(value)}
              opens={(row, column) => behind(narrowed, { objection: row, role: column })}
            />
          </Section>
          <Section title={words.byIndustry} note={words.heatNote}>
            <Heat
              name={words.byIndustry}
              least={board.minimumSample}
              cells={objects(board.objectionsBy.industry)}
              rowSays={(value) => objection[value] ?? plain(value)}
              columnSays={plain}
              opens={(row, column) => behind(narrowed, { objection: row, industry: none(column) })}
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
          <Heat
            name={words.byCompetitor}
            least={board.minimumSample}
            cells={board.competitors.map((rate) => ({ row: rate.disposition, column: rate.competitor, rate }))}
            rowSays={(value) => disposition[value] ?? plain(value)}
            columnSays={String}
            opens={(row, column) => behind(narrowed, { disposition: row, competitor: column })}
          />
        )}
      </Section>
    </>
  );
}
