import { Alert, Stack, Text } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { ComparisonSentence } from '../../../components/charts/ComparisonSentence';
import { useNumbers } from '../../../i18n/useNumbers';
import { useWords } from '../../../i18n';

type Result = Shape<'ResultView'>;

export function Finding({ of: one, least }: { of: Result; least: number }) {
  const { feedback } = useWords();
  const words = feedback.results;
  const { n, p } = useNumbers();
  const { split } = one;
  return (
    <Stack gap="xs">
      {split?.suspicious && (
        <Alert color="red" role="alert">
          {words.split(n(split.treated), n(split.heldOut), n(split.treatedDrawn), n(split.heldOutDrawn))}
        </Alert>
      )}
      {one.compared.length === 0 && <Text size="sm">{words.nothingToCompare}</Text>}
      {one.compared.map((compared) => (
        <div key={compared.against}>
          <Text size="sm" c="dimmed">
            {compared.against === 'previous'
              ? words.againstPrevious(one.number, compared.version!)
              : words.againstHoldOut(one.number)}
          </Text>
          <Text fw={600}>
            <ComparisonSentence of={compared} least={least} />
          </Text>
          {compared.finding !== 'too_few' && (
            <Text size="xs" c="dimmed">
              {compared.interim ? words.interim(p(compared.confidence)) : words.final(p(compared.confidence))}{' '}
              {compared.against === 'previous' && words.notRandom}
            </Text>
          )}
        </div>
      ))}
      {one.label && (
        <Alert color="yellow" p="xs">
          {one.label}
        </Alert>
      )}
    </Stack>
  );
}
