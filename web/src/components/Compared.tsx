import type { Shape } from '../api/client';
import { useWords } from '../i18n';
import { useNumbers } from './numbers';

/** What a comparison tells, in a sentence; and where it tells nothing yet. */
export function Compared({ of: compared, least }: { of: Shape<'ComparedView'>; least: number }) {
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
