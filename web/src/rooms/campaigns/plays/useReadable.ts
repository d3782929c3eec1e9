import { useWords } from '../../../words';
import type { Draft, Step } from './play';

/** Two states of one play, field by field and step by step, as people read them: for whoever has to choose between them. */
export function useReadable() {
  const { plays: words } = useWords();
  const labels: Record<string, unknown> = words.step;
  const text = (step: Step | undefined) =>
    Object.entries(step ?? {})
      .map(([field, value]) =>
        field === 'kind'
          ? words.kinds[value as Step['kind']]
          : `${typeof labels[field] === 'string' ? labels[field] : field}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
      )
      .join(' · ');
  const one = ({ name, purpose, reviewOn, steps }: Draft, count: number): Record<string, unknown> => ({
    [words.name]: name,
    [words.purpose]: words.purposes[purpose],
    [words.review]: reviewOn,
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`${words.steps} ${i + 1}`, text(steps[i])])),
  });
  return (theirs: Draft, yours: Draft) => {
    const count = Math.max(theirs.steps.length, yours.steps.length);
    return { theirs: one(theirs, count), yours: one(yours, count) };
  };
}
