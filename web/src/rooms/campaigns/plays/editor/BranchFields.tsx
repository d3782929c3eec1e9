import { Group, MultiSelect, Select } from '@mantine/core';
import { useWords } from '../../../../i18n';
import { END, type BranchCondition, type Step } from '../steps';

const STARTS: Record<keyof BranchCondition, BranchCondition> = {
  hasEmail: { hasEmail: true },
  hasPhone: { hasPhone: true },
  interestAtLeast: { interestAtLeast: 'curious' },
  lastDispositionIn: { lastDispositionIn: ['no_answer'] },
};

/** A branch can only lead to a later step or to the end. */
export function BranchFields({
  step,
  steps,
  set,
  wrong,
}: {
  step: Step;
  steps: Step[];
  set: (more: Partial<Step>) => void;
  wrong: (field: string) => string | undefined;
}) {
  const { plays, terms } = useWords();
  const { step: words } = plays;
  const when = step.when ?? {};
  const asks = (Object.keys(when)[0] ?? 'hasEmail') as keyof BranchCondition;
  const later = steps
    .slice(steps.indexOf(step) + 1)
    .map(({ key, kind }) => ({ value: key, label: `${plays.kinds[kind]} ${key}` }));
  const leads = (arm: 'then' | 'else', label: string) => (
    <Select
      label={label}
      data={[...later, { value: END, label: words.end }]}
      value={step[arm] ?? null}
      error={wrong(arm)}
      allowDeselect={false}
      onChange={(key) => set({ [arm]: key! })}
    />
  );
  const { unknown: _unknown, ...interests } = terms.interest;
  return (
    <>
      <Group align="start" grow preventGrowOverflow={false} gap="xs">
        <Select
          label={words.when}
          data={Object.entries(words.conditions).map(([value, label]) => ({ value, label }))}
          value={asks}
          allowDeselect={false}
          onChange={(condition) => set({ when: STARTS[condition as keyof BranchCondition] })}
        />
        {asks === 'interestAtLeast' && (
          <Select
            label={words.conditions.interestAtLeast}
            data={Object.entries(interests).map(([value, label]) => ({ value, label }))}
            value={when.interestAtLeast ?? null}
            error={wrong('when')}
            allowDeselect={false}
            onChange={(interest) => set({ when: { interestAtLeast: interest! } })}
          />
        )}
        {asks === 'lastDispositionIn' && (
          <MultiSelect
            label={words.conditions.lastDispositionIn}
            data={Object.entries(terms.disposition).map(([value, label]) => ({ value, label }))}
            value={when.lastDispositionIn ?? []}
            error={wrong('when')}
            searchable
            onChange={(lastDispositionIn) => set({ when: { lastDispositionIn } })}
          />
        )}
        {(asks === 'hasEmail' || asks === 'hasPhone') && (
          <Select
            label={words.conditions[asks]}
            data={[
              { value: 'true', label: words.yes },
              { value: 'false', label: words.no },
            ]}
            value={String(when[asks])}
            allowDeselect={false}
            onChange={(value) => set({ when: { [asks]: value === 'true' } })}
          />
        )}
      </Group>
      <Group align="start" grow gap="xs">
        {leads('then', words.ifSo)}
        {leads('else', words.ifNot)}
      </Group>
    </>
  );
}
