import { Alert, Button, Checkbox, Group, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Problem } from '../../api/problem';
import { useKeys } from '../../shell/shortcuts';
import { useWords } from '../../i18n';
import { useNotify } from '../status/useNotify';
import { KeyHint } from '../layout/KeyHint';

export interface FormField<Name extends string = string> {
  name: Name;
  label: string;
  kind?: 'text' | 'number' | 'date' | 'password' | 'choice' | 'several' | 'flag' | 'lines';
  options?: { value: string; label: string }[];
  hint?: string;
  required?: boolean;
}
export type FormValues = Record<string, string | number | boolean | string[]>;

/**
 * A short form. The type of `onSubmit`'s parameter says which fields there can be. Errors of the API are shown at their
 * fields, and the input is kept. Empty values are not submitted.
 */
export function Form<Values extends object, Answer>({
  fields,
  initial = {},
  submitLabel,
  doneMessage,
  onSubmit,
  onUndo,
  onCancel,
}: {
  fields: FormField<keyof Values & string>[];
  initial?: FormValues;
  submitLabel: string;
  /** message after success */
  doneMessage: string;
  onSubmit: (values: Values) => Promise<Answer>;
  /** gets what `onSubmit` returned; undo is not offered if that is null */
  onUndo?: (answer: NonNullable<Answer>) => Promise<unknown>;
  onCancel?: () => void;
}) {
  const { actions, errors } = useWords().shell;
  const queries = useQueryClient();
  const notify = useNotify();
  const form = useForm<FormValues>({ initialValues: initial, clearInputErrorOnChange: false });
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async () => {
    const filled = Object.entries(form.getValues()).filter(([, value]) => value !== '');
    try {
      const answer = await onSubmit(Object.fromEntries(filled) as Values);
      form.clearErrors();
      setProblem(null);
      notify.success(
        doneMessage,
        onUndo && answer !== null
          ? () =>
              onUndo(answer as NonNullable<Answer>).then(
                () => queries.invalidateQueries(),
                (error: unknown) => notify.error(error),
              )
          : undefined,
      );
      await queries.invalidateQueries();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      form.setErrors(error.byField);
      setProblem(error);
    }
  };
  useKeys(
    { '$mod+Enter': { label: submitLabel, run: () => void submit(), whileTyping: true } },
    { insideDialog: true },
  );
  const names = new Set<string>(fields.map(({ name }) => name));
  const elsewhere = problem?.fields.filter(({ field }) => !names.has(field)) ?? [];
  return (
    <Stack
      component="form"
      gap="xs"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
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
          value={form.values[field.name]}
          error={form.errors[field.name]}
          onChange={(value) => form.setValues({ [field.name]: value })}
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
  error: ReactNode;
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
