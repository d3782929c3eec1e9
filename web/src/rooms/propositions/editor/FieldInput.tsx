import { MultiSelect, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../api/client';
import { plain, useWords } from '../../../i18n';
import { ADDRESSABLE_ROLES, type ContentField, type FieldInputProps } from '../version/content';
import { RuleInput } from './RuleInput';

const LINES: ContentField[] = ['claims', 'terms', 'mustLearn'];
const SHORT: ContentField[] = ['noObjectionsNote', 'cohortRationale'];

export function FieldInput(props: FieldInputProps) {
  const { field, content, set, errors, disabled } = props;
  const words = useWords().propositions;
  const label = words.field[field];
  if (field === 'lenses') return <Lenses {...props} />;
  if (field === 'cohortRule') return <RuleInput {...props} />;
  if (field === 'requiredRoles' || field === 'requiredDepartments') return <Several {...props} field={field} />;
  if (field === 'salesRoleImpact') return <Impact {...props} />;
  if (LINES.includes(field)) return <Lines {...props} />;
  return (
    <Textarea
      label={label}
      autosize
      minRows={field === 'narrative' ? 6 : SHORT.includes(field) ? 2 : 3}
      value={(content[field] as string | null) ?? ''}
      error={errors[field]}
      readOnly={disabled}
      onChange={(event) => set(field, event.currentTarget.value || (field === 'noObjectionsNote' ? null : ''))}
    />
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function Lines({ field, content, set, errors, disabled }: FieldInputProps) {
  const words = useWords().propositions;
  const value = content[field] as string[];
  const [typed, setTyped] = useState(value.join('\n'));
  // blank lines are kept while typing and dropped when saving
  const text = JSON.stringify(linesOf(typed)) === JSON.stringify(value) ? typed : value.join('\n');
  return (
    <Textarea
      label={words.field[field]}
      description={words.onePerLine}
      autosize
      minRows={3}
      value={text}
      error={errors[field]}
      readOnly={disabled}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        set(field, linesOf(event.currentTarget.value));
      }}
    />
  );
}

function Lenses({ content, set, errors, disabled }: FieldInputProps) {
  const { propositions: words, terms } = useWords();
  const role: Record<string, string> = terms.role;
  const lenses = content.lenses as Record<string, string>;
  const roles = [...new Set([...content.requiredRoles, ...Object.keys(lenses)])];
  if (roles.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.noLens}
      </Text>
    );
  return (
    <Stack gap="xs">
      {roles.map((each) => (
        <Textarea
          key={each}
          label={words.lensFor(role[each] ?? plain(each))}
          autosize
          minRows={2}
          value={lenses[each] ?? ''}
          error={errors[`lenses.${each}`]}
          readOnly={disabled}
          onChange={(event) => {
            const { [each]: _gone, ...others } = lenses;
            const text = event.currentTarget.value;
            set('lenses', text === '' ? others : { ...others, [each]: text });
          }}
        />
      ))}
    </Stack>
  );
}

function Several({
  field,
  content,
  set,
  errors,
  disabled,
}: FieldInputProps & { field: 'requiredRoles' | 'requiredDepartments' }) {
  const { propositions: words, terms } = useWords();
  const departments = api.useQuery('get', '/api/v1/departments', {}, { enabled: field === 'requiredDepartments' });
  const role: Record<string, string> = terms.role;
  const data =
    field === 'requiredRoles'
      ? ADDRESSABLE_ROLES.map((value) => ({ value, label: role[value]! }))
      : (departments.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <MultiSelect
      label={words.field[field]}
      data={data}
      value={content[field]}
      error={errors[field]}
      readOnly={disabled}
      searchable
      onChange={(value) => set(field, value)}
    />
  );
}

function Impact({ content, set, errors, disabled }: FieldInputProps) {
  const words = useWords().propositions;
  return (
    <div>
      <Text size="sm" fw={500} mb={2}>
        {words.field.salesRoleImpact}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={words.field.salesRoleImpact}
        data={(['reduces', 'neutral', 'increases'] as const).map((value) => ({ value, label: words.impact[value] }))}
        value={content.salesRoleImpact ?? ''}
        readOnly={disabled}
        onChange={(value) => set('salesRoleImpact', value)}
      />
      {errors.salesRoleImpact && (
        <Text size="xs" c="var(--mantine-color-error)">
          {errors.salesRoleImpact}
        </Text>
      )}
    </div>
  );
}
