import { useWords } from '../../../../i18n';
import type { PlayDraft, Step } from '../steps';

/** Lists two versions of a play field by field, for the choice between them. */
export function usePlayComparison() {
  const { plays: words } = useWords();
  const { ifSo, ifNot, ...step } = words.step;
  const labels = new Map<string, unknown>([...Object.entries(step), ['then', ifSo], ['else', ifNot]]);
  const label = (field: string) => (typeof labels.get(field) === 'string' ? labels.get(field) : field);
  const said = (value: unknown) => (Array.isArray(value) ? value.join(' / ') : value);
  const fieldsOf = ({ kind, ...fields }: Step, i: number) =>
    Object.entries({ kind: words.kinds[kind], ...fields }).map(([field, value]) => [
      `${i + 1}. ${field === 'kind' ? words.kind : label(field)}`,
      said(value),
    ]);
  const one = ({ name, purpose, reviewOn, steps }: PlayDraft): Record<string, unknown> => ({
    [words.name]: name,
    [words.purpose]: words.purposes[purpose],
    [words.review]: reviewOn,
    ...(Object.fromEntries(steps.flatMap(fieldsOf)) as Record<string, unknown>),
  });
  return (theirs: PlayDraft, yours: PlayDraft) => {
    const read = one(theirs);
    // a field that only the other version has is a difference, too
    const none = Object.fromEntries(Object.keys(read).map((key) => [key, undefined]));
    return { theirs: read, yours: { ...none, ...one(yours) } };
  };
}
