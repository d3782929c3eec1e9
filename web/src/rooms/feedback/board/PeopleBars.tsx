import { Table, Text } from '@mantine/core';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useNumbers } from '../../../i18n/useNumbers';
import { Rate } from '../../../components/charts/Rate';
import { Section } from '../../../components/layout/Section';
import { plain, useWords } from '../../../i18n';
import { RateBars } from './RateBars';
import type { ScoreboardProps } from './useScoreboard';
import { conversationFilters, peopleFilters, type BoardFilter } from './filter';

const INTERESTS = ['aware', 'curious', 'active', 'commits_next_step'];

export function PeopleBars({ board, narrowed }: ScoreboardProps) {
  const { feedback: words } = useWords();
  const { n } = useNumbers();
  const stages: Record<string, string> = words.stage;
  const of: Record<string, string> = words.of;
  return (
    <Section title={words.people} note={words.peopleNote}>
      <Text size="sm" mb={4}>
        <ScreenLink to="/feedback/people" search={peopleFilters(narrowed, 'enrolled')}>
          {words.enrolled(n(board.enrolled))}
        </ScreenLink>
        {board.heldOut > 0 && (
          <>
            {' · '}
            <ScreenLink to="/feedback/people" search={peopleFilters(narrowed, 'held_out')}>
              {words.heldOut(n(board.heldOut))}
            </ScreenLink>
          </>
        )}
      </Text>
      <Table verticalSpacing={2} horizontalSpacing={4} layout="fixed">
        <Table.Tbody>
          {board.funnel.map((stage) => (
            <Table.Tr key={stage.stage}>
              <Table.Th fw={400} w={{ base: '38%', sm: '42%' }}>
                <ScreenLink {...behindStage(narrowed, stage.stage)}>
                  {stages[stage.stage] ?? plain(stage.stage)}
                </ScreenLink>
                <Text size="xs" c="dimmed">
                  {of[stage.of]}
                </Text>
              </Table.Th>
              <Table.Td>
                <Rate rate={stage} least={board.minimumSample} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

/** Filters for the conversations with at least this interest, by the latest conversation of each contact. */
function behindStage(narrowed: BoardFilter, stage: string) {
  if (stage === 'reached') return { to: '/feedback/people', search: peopleFilters(narrowed, stage) } as const;
  const at = INTERESTS.indexOf(stage);
  const latest = { interest: INTERESTS.slice(at).join(','), latest: 'true', connected: undefined };
  return { to: '/feedback/conversations', search: conversationFilters(narrowed, at < 0 ? {} : latest) } as const;
}

export function InterestBars({ board, narrowed }: ScoreboardProps) {
  const { feedback: words, terms } = useWords();
  const known: Record<string, string> = terms.interest;
  return (
    <Section title={words.interest} note={words.interestNote}>
      <RateBars
        least={board.minimumSample}
        bars={board.interest.map((rate) => ({
          key: rate.interest,
          label: known[rate.interest] ?? plain(rate.interest),
          rate,
          opens: conversationFilters(narrowed, {
            interest: rate.interest,
            ...(rate.interest === 'unknown' ? {} : { latest: 'true', connected: undefined }),
          }),
        }))}
      />
    </Section>
  );
}

export function ObjectionBars({ board, narrowed }: ScoreboardProps) {
  const { feedback: words, terms } = useWords();
  const { n } = useNumbers();
  const known: Record<string, string> = terms.objection;
  return (
    <Section title={words.objections} note={words.objectionsNote(n(board.conversations))}>
      {board.objections.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noObjections}
        </Text>
      ) : (
        <RateBars
          adding
          least={board.minimumSample}
          bars={board.objections.map((rate) => ({
            key: rate.objection,
            label: known[rate.objection] ?? plain(rate.objection),
            rate,
            opens: conversationFilters(narrowed, { objection: rate.objection }),
          }))}
        />
      )}
    </Section>
  );
}
