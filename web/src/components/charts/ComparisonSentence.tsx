import type { Shape } from '../../api/client';
import { useWords } from '../../i18n';
import { useNumbers } from '../../i18n/useNumbers';

export function ComparisonSentence({ of: compared, least }: { of: Shape<'ComparedView'>; least: number }) {
  const words = useWords().feedback.results;
  const { n, p, signed } = useNumbers();
  const points = (share: number | undefined) => signed((share ?? 0) * 100);
  const { finding } = compared;
  if (finding === 'too_few') return words.tooFew(n(compared.n), n(least));
  const interval = [points(compared.low), points(compared.high), p(compared.confidence)] as const;
  return finding === 'no_difference'
    ? words.noDifference(...interval)
    : words[finding](points(compared.difference), ...interval);
}
