import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../../i18n';
import { isValidKey, type Step } from '../steps';

/** The key changes only once it is valid and unique, because branches refer to it. */
export function KeyField({
  step,
  steps,
  change,
  error,
}: {
  step: Step;
  steps: Step[];
  change: (key: string) => void;
  error: string | undefined;
}) {
  const { step: words } = useWords().plays;
  const [typed, setTyped] = useState<string | null>(null);
  const others = steps.filter((each) => each !== step).map(({ key }) => key);
  const fits = typed === null || isValidKey(typed, others);
  return (
    <TextInput
      label={words.key}
      description={words.keyNote}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={typed ?? step.key}
      error={fits ? error : words.keyBad}
      maxLength={40}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (!fits || typed === null) return;
        setTyped(null);
        if (typed !== step.key) change(typed);
      }}
    />
  );
}
