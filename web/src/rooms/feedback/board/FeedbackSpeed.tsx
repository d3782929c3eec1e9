import { SimpleGrid, Text } from '@mantine/core';
import { LatencyTable } from '../../../components/charts/LatencyTable';
import { useNumbers } from '../../../i18n/useNumbers';
import { Rate } from '../../../components/charts/Rate';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import type { ScoreboardProps } from './useScoreboard';
import { conversationFilters } from './filter';

export function FeedbackSpeed({ board, narrowed }: ScoreboardProps) {
  const { feedback: words } = useWords();
  const { n, x } = useNumbers();
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" verticalSpacing="sm">
      <Section title={words.latency}>
        <LatencyTable legs={board.latency} recorded={conversationFilters(narrowed, { connected: undefined })} />
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
