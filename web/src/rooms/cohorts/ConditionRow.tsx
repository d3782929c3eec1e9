import { Group, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useWords } from '../../i18n';
import { RemoveButton } from './RemoveButton';
import { valueKindOf, type Condition, type RuleField, type RuleValue } from './rule';

interface Asked {
  condition: Condition;
  fields: RuleField[];
  onChange: (condition: Condition) => void;
  onRemove?: () => void;
}

/** One condition. The field decides which comparisons and values are offered. */
export function ConditionRow({ condition, fields, onChange, onRemove }: Asked) {
  const { editor: words } = useWords().cohorts;
  const field = fields.find(({ key }) => key === condition.field);
  const keep = (op: string): Condition =>
    valueKindOf(fields, { ...condition, op }) === valueKindOf(fields, condition) && condition.value !== undefined
      ? { ...condition, op }
      : { field: condition.field, op };
  return (
    <Group gap={6} align="start" role="group" aria-label={field?.label ?? condition.field}>
      <Select
        size="xs"
        w={165}
        aria-label={words.field}
        data={fields.map(({ key, label }) => ({ value: key, label }))}
        value={condition.field}
        onChange={(key) =>
          onChange({ field: key!, op: fields.find((each) => each.key === key)?.operators[0]?.op ?? 'is' })
        }
        searchable
        allowDeselect={false}
      />
      <Select
        size="xs"
        w={130}
        aria-label={words.operator}
        data={(field?.operators ?? []).map(({ op, label }) => ({ value: op, label }))}
        value={condition.op}
        onChange={(op) => onChange(keep(op!))}
        allowDeselect={false}
      />
      <Operand
        condition={condition}
        field={field}
        fields={fields}
        onChange={(value) => onChange({ ...condition, value })}
      />
      {onRemove && <RemoveButton onRemove={onRemove} label={field?.label ?? condition.field} />}
    </Group>
  );
}

function Operand({
  condition,
  field,
  fields,
  onChange,
}: {
  condition: Condition;
  field: RuleField | undefined;
  fields: RuleField[];
  onChange: (value: RuleValue) => void;
}) {
  const { terms, cohorts } = useWords();
  const { editor: words } = cohorts;
  const known: Record<string, string> = { ...terms.role };
  const { value } = condition;
  const wants = valueKindOf(fields, condition);
  const isNumber = field?.type === 'number' || wants === 'days';
  const options = field?.options?.map((each) => ({ value: each, label: known[each] ?? each }));
  if (wants === 'nothing') return null;
  if (wants === 'pair') {
    const [from = '', to = ''] = Array.isArray(value) ? value : [];
    return (
      <Group gap={4}>
        <ValueInput
          label={words.from}
          value={from}
          isNumber={isNumber}
          onChange={(next) => onChange([next, to])}
          type={field?.type}
        />
        <ValueInput
          label={words.to}
          value={to}
          isNumber={isNumber}
          onChange={(next) => onChange([from, next])}
          type={field?.type}
        />
      </Group>
    );
  }
  if (wants === 'list')
    return (
      <TagsInput
        size="xs"
        miw={200}
        style={{ flex: 1 }}
        aria-label={words.values}
        placeholder={Array.isArray(value) && value.length > 0 ? '' : words.values}
        data={options ?? []}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(all) => onChange(isNumber ? all.map(Number).filter((each) => !Number.isNaN(each)) : all)}
        acceptValueOnBlur
      />
    );
  if (options)
    return (
      <Select
        size="xs"
        w={165}
        aria-label={words.value}
        data={options}
        value={value === undefined ? null : String(value as string)}
        onChange={(next) => next && onChange(next)}
        searchable
      />
    );
  return (
    <ValueInput
      label={words.value}
      value={(value as string | number | undefined) ?? ''}
      isNumber={isNumber}
      onChange={onChange}
      type={field?.type}
      suffix={wants === 'days' ? ` ${words.days}` : ''}
    />
  );
}

function ValueInput({
  label,
  value,
  isNumber,
  onChange,
  type,
  suffix = '',
}: {
  label: string;
  value: string | number;
  isNumber: boolean;
  onChange: (value: string | number) => void;
  type: RuleField['type'] | undefined;
  suffix?: string;
}) {
  if (isNumber)
    return (
      <NumberInput
        size="xs"
        w={130}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={onChange}
        suffix={suffix}
      />
    );
  return (
    <TextInput
      size="xs"
      w={165}
      type={type === 'date' ? 'date' : 'text'}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
