import { Alert, Stack, Text } from '@mantine/core';
import type { Shape } from '../../api/client';
import { useNumbers } from '../../pieces/numbers';
import { useWords } from '../../words';

type Result = Shape<'ResultView'>;

/** What can be told of a version, in words; and what cannot. */
export function Verdict({ of: one, least }: { of: Result; least: number }) {
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
            <Sentence of={compared} least={least} />
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

function Sentence({ of: compared, least }: { of: Result['compared'][number]; least: number }) {
  const words = useWords().feedback.results;
  const { n, x } = useNumbers();
  const points = (share: number | undefined) => x((share ?? 0) * 100);
  const { finding, difference, low, high } = compared;
  switch (finding) {
    case 'too_few':
      return words.tooFew(n(compared.n), n(least));
    case 'better':
      return words.better(points(difference), points(low), points(high));
    case 'worse':
      return words.worse(points(-difference!), points(-high!), points(-low!));
    default:
      return words.noDifference(points(low), points(high));
  }
}
