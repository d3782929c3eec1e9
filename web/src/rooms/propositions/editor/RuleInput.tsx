import { ActionIcon, Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, http, type Shape } from '../../../api/client';
import { useWords } from '../../../i18n';
import type { FieldInputProps } from '../version/content';

interface Condition {
  field: string;
  op: string;
  value?: unknown;
}
type Choice = Shape<'FieldView'>;

/** Edits the rule as a flat list of conditions, which is what authors need. Nested groups need the cohort builder. */
export function RuleInput({ content, set, errors, disabled }: FieldInputProps) {
  const words = useWords().propositions;
  const fields = api.useQuery('get', '/api/v1/cohort-fields', {}, { staleTime: 600_000 });
  const rule = content.cohortRule as Record<string, unknown> | null;
  const flat = flatten(rule);
  const choices = (fields.data?.items ?? []).filter(({ scope }) => scope === 'organization');
  const write = (how: 'all' | 'any', conditions: Condition[]) =>
    set('cohortRule', conditions.length === 0 ? null : { [how]: conditions });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {words.field.cohortRule}
      </Text>
      {flat === null ? (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {words.rule.nested}
          </Text>
          {!disabled && (
            <Button variant="default" onClick={() => set('cohortRule', null)}>
              {words.rule.replace}
            </Button>
          )}
        </Group>
      ) : (
        <>
          {flat.conditions.length > 1 && (
            <SegmentedControl
              size="xs"
              w="fit-content"
              aria-label={words.field.cohortRule}
              readOnly={disabled}
              value={flat.how}
              onChange={(how) => write(how as 'all' | 'any', flat.conditions)}
              data={(['all', 'any'] as const).map((value) => ({ value, label: words.rule[value] }))}
            />
          )}
          {flat.conditions.map((condition, i) => (
            <Row
              key={i}
              condition={condition}
              choices={choices}
              disabled={disabled}
              onChange={(next) =>
                write(
                  flat.how,
                  flat.conditions.map((each, at) => (at === i ? next : each)),
                )
              }
              onRemove={() =>
                write(
                  flat.how,
                  flat.conditions.filter((_, at) => at !== i),
                )
              }
            />
          ))}
          {!disabled && (
            <Button
              w="fit-content"
              variant="default"
              onClick={() => write(flat.how, [...flat.conditions, { field: 'name', op: 'is_not_empty' }])}
            >
              {words.rule.add}
            </Button>
          )}
        </>
      )}
      <RuleSentence rule={rule} />
      {errors.cohortRule && (
        <Text size="xs" c="var(--mantine-color-error)">
          {errors.cohortRule}
        </Text>
      )}
    </Stack>
  );
}

function Row({
  condition,
  choices,
  disabled,
  onChange,
  onRemove,
}: {
  condition: Condition;
  choices: Choice[];
  disabled: boolean;
  onChange: (next: Condition) => void;
  onRemove: () => void;
}) {
  const { rule: words } = useWords().propositions;
  const choice = choices.find(({ key }) => key === condition.field);
  const operator = choice?.operators.find(({ op }) => op === condition.op);
  const numeric = choice?.type === 'number';
  const { takes } = operator ?? { takes: 'nothing' };
  const parse = (text: string): unknown => {
    if (takes === 'days') return Number(text) || 0;
    if (takes === 'list' || takes === 'pair')
      return text.split(',').map((each) => (numeric ? Number(each) : each.trim()));
    return numeric ? Number(text) : text;
  };
  const start = (op: string | undefined, of: Choice | undefined): Condition => {
    const next = of?.operators.find((each) => each.op === op) ?? of?.operators[0];
    return {
      field: of?.key ?? condition.field,
      op: next?.op ?? '',
      ...(next?.takes === 'nothing' ? {} : { value: '' }),
    };
  };
  const value = Array.isArray(condition.value) ? condition.value.join(', ') : String(condition.value ?? '');
  return (
    <Group gap={6} align="end" wrap="wrap">
      <Select
        size="xs"
        w={180}
        aria-label={words.field}
        searchable
        readOnly={disabled}
        allowDeselect={false}
        data={choices.map(({ key, label }) => ({ value: key, label }))}
        value={condition.field}
        onChange={(key) =>
          onChange(
            start(
              undefined,
              choices.find((each) => each.key === key),
            ),
          )
        }
      />
      <Select
        size="xs"
        w={170}
        aria-label={words.operator}
        readOnly={disabled}
        allowDeselect={false}
        data={(choice?.operators ?? []).map(({ op, label }) => ({ value: op, label }))}
        value={condition.op}
        onChange={(op) => onChange(start(op ?? undefined, choice))}
      />
      {takes !== 'nothing' && (
        <TextInput
          key={`${condition.field} ${condition.op}`}
          size="xs"
          w={220}
          type={choice?.type === 'date' && takes === 'one' ? 'date' : 'text'}
          aria-label={takes === 'list' || takes === 'pair' ? words.values : words.value}
          placeholder={takes === 'list' || takes === 'pair' ? words.values : words.value}
          readOnly={disabled}
          defaultValue={value}
          onChange={(event) => onChange({ ...condition, value: parse(event.currentTarget.value) })}
        />
      )}
      {!disabled && (
        <ActionIcon variant="subtle" color="gray" aria-label={words.remove} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** Shows the rule in words, or its errors, as the API reads it. */
export function RuleSentence({ rule }: { rule: Record<string, unknown> | null }) {
  const { data } = useQuery({
    queryKey: ['rule-reading', rule],
    enabled: rule !== null,
    staleTime: 600_000,
    queryFn: async () => (await http.POST('/api/v1/rule-readings', { body: { rule: rule! } })).data!,
  });
  if (!data || rule === null) return null;
  return data.sentence === null ? (
    <Text size="xs" c="var(--mantine-color-error)" role="status">
      {data.problems.map(({ message }) => message).join(' ')}
    </Text>
  ) : (
    <Text size="xs" c="dimmed" role="status">
      {data.sentence}
    </Text>
  );
}

/** The conditions of a flat rule; null if the rule has nested groups. */
function flatten(rule: Record<string, unknown> | null): { how: 'all' | 'any'; conditions: Condition[] } | null {
  if (rule === null) return { how: 'all', conditions: [] };
  if (typeof rule.field === 'string') return { how: 'all', conditions: [rule as unknown as Condition] };
  for (const how of ['all', 'any'] as const) {
    const inside = rule[how];
    if (
      Array.isArray(inside) &&
      Object.keys(rule).length === 1 &&
      inside.every((each) => typeof (each as Condition).field === 'string')
    )
      return { how, conditions: inside as Condition[] };
  }
  return null;
}
