import { Alert, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../../../../i18n';
import { BranchFields } from './BranchFields';
import { KeyField } from './KeyField';
import { LinesField } from './LinesField';
import { MailFields } from './MailFields';
import { isMail, type Step } from '../steps';

interface Asked {
  step: Step;
  steps: Step[];
  /** errors by field; errors of the whole step under '' */
  problems: Record<string, string>;
  change: (step: Step) => void;
}
type Numbers = 'afterDays' | 'days' | 'waitDays' | 'maxAttempts' | 'retryAfterHours';

/** The fields depend on the kind of the step. Each shows its own error. */
export function StepFields({ step, steps, problems, change }: Asked) {
  const { step: words } = useWords().plays;
  const set = (more: Partial<Step>) => change({ ...step, ...more });
  // for a list, the first item with an error
  const wrong = (field: string) =>
    problems[field] ??
    Object.entries(problems).find(([name]) => name.startsWith(`${field}[`) || name.startsWith(`${field}.`))?.[1];
  const number = (field: Numbers, label: string, min: number, max: number) => (
    <NumberInput
      label={label}
      min={min}
      max={max}
      clampBehavior="blur"
      value={step[field] ?? 0}
      error={wrong(field)}
      onChange={(value) => typeof value === 'number' && set({ [field]: value })}
    />
  );
  return (
    <Stack gap="xs">
      {problems[''] && <Alert color="red">{problems['']}</Alert>}
      <Textarea
        label={words.intent}
        description={words.intentNote}
        required
        autosize
        minRows={1}
        value={step.intent}
        error={wrong('intent')}
        onChange={(event) => set({ intent: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {number('afterDays', steps[0] === step ? words.afterFirst : words.afterDays, 0, 365)}
        {step.kind === 'wait' && number('days', words.days, 0.01, 365)}
        {step.kind === 'interest_check' && number('waitDays', words.waitDays, 0.01, 365)}
        {step.kind === 'call' && number('maxAttempts', words.maxAttempts, 1, 20)}
        {step.kind === 'call' && number('retryAfterHours', words.retryAfterHours, 1, 720)}
        <KeyField step={step} steps={steps} change={(key) => set({ key })} error={wrong('key')} />
      </SimpleGrid>
      {step.kind === 'task' && (
        <TextInput
          label={words.title}
          required
          maxLength={200}
          value={step.title ?? ''}
          error={wrong('title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
      )}
      {step.kind === 'branch' && <BranchFields step={step} steps={steps} set={set} wrong={wrong} />}
      {isMail(step) && <MailFields step={step} set={set} problems={problems} />}
      <LinesField
        label={words.questions}
        value={step.questions}
        error={wrong('questions')}
        onChange={(questions) => set({ questions })}
      />
      <LinesField
        label={words.evidence}
        value={step.evidence}
        error={wrong('evidence')}
        onChange={(evidence) => set({ evidence })}
      />
    </Stack>
  );
}
