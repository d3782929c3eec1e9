import { Alert, Button, Checkbox, Group, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { useKeys } from '../../shell/shortcuts';
import { useWords } from '../../i18n';
import { useNotify } from '../status/useNotify';
import { KeyHint } from '../layout/KeyHint';

export interface FormField {
  name: string;
  label: string;
  kind?: 'text' | 'number' | 'date' | 'password' | 'choice' | 'several' | 'flag' | 'lines';
  options?: { value: string; label: string }[];
  hint?: string;
  required?: boolean;
}
export type FormValues = Record<string, string | number | boolean | string[]>;

/** A short form: what the API refuses is said at the field; what was typed stays. */
export function Form({
  fields,
  initial = {},
  submitLabel,
  doneMessage,
  onSubmit,
  onUndo,
  onCancel,
}: {
  fields: FormField[];
  initial?: FormValues;
  submitLabel: string;
  /** message after success */
  doneMessage: string;
  onSubmit: (filled: never) => Promise<unknown>;
  /** takes it back; gets what `send` answered, and is not offered where that is null */
  onUndo?: (answer: never) => Promise<unknown>;
  onCancel?: () => void;
}) {
  const { actions, errors } = useWords().shell;
  const queries = useQueryClient();
  const notify = useNotify();
  const [filled, setFilled] = useState<FormValues>(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const go = async () => {
    try {
      const answer = await onSubmit(
        Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== '')) as never,
      );
      setProblem(null);
      notify.success(
        doneMessage,
        onUndo && answer !== null
          ? () =>
              onUndo(answer as never).then(
                () => queries.invalidateQueries(),
                (error: unknown) => notify.error(error),
              )
          : undefined,
      );
      await queries.invalidateQueries();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  useKeys({ '$mod+Enter': { label: submitLabel, run: () => void go(), whileTyping: true } }, { insideDialog: true });
  const set = (name: string, value: FormValues[string]) => setFilled((before) => ({ ...before, [name]: value }));
  const named = new Set(fields.map(({ name }) => name));
  const elsewhere = problem?.fields.filter(({ field }) => !named.has(field)) ?? [];
  return (
    <Stack
      component="form"
      gap="xs"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {problem && (problem.fields.length === 0 || elsewhere.length > 0) && (
        <Alert color="red" role="alert" title={errors.title}>
          {problem.message} {elsewhere.map(({ message }) => message).join(' ')}
        </Alert>
      )}
      {fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          value={filled[field.name]}
          error={problem?.byField[field.name]}
          onChange={(value) => set(field.name, value)}
        />
      ))}
      <Group>
        <Button type="submit" rightSection={<KeyHint keys="$mod+Enter" />}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {actions.cancel}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Control({
  field: { label, kind = 'text', options = [], hint, required = false },
  value,
  error,
  onChange,
}: {
  field: FormField;
  value: FormValues[string] | undefined;
  error: string | undefined;
  onChange: (value: FormValues[string]) => void;
}) {
  const common = { label, description: hint, error, required };
  if (kind === 'flag')
    return (
      <Checkbox
        label={label}
        checked={value === true}
        error={error}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (kind === 'choice')
    return (
      <Select
        {...common}
        data={options}
        value={(value as string | undefined) ?? null}
        allowDeselect={false}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  if (kind === 'several')
    return (
      <MultiSelect
        {...common}
        data={options}
        searchable
        value={(value as string[] | undefined) ?? []}
        onChange={onChange}
      />
    );
  if (kind === 'lines')
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxRows={8}
        value={(value as string | undefined) ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...common}
      type={kind}
      {...(kind === 'number' ? { step: 'any' } : {})}
      autoComplete={kind === 'password' ? 'new-password' : 'off'}
      value={(value as string | number | undefined) ?? ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(kind === 'number' && text !== '' ? Number(text) : text);
      }}
    />
  );
}
