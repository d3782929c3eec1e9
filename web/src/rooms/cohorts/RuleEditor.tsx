import { Box, Button, Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n';
import { ConditionRow } from './ConditionRow';
import { RemoveButton } from './RemoveButton';
import { groupOf, ruleOfGroup, withRootGroup, type RuleField, type GroupKind, type Rule } from './rule';

interface Asked {
  rule: Rule;
  fields: RuleField[];
  onChange: (rule: Rule) => void;
  onRemove?: () => void;
  /** conditions on the contacts of an organization */
  people?: boolean;
  depth?: number;
}

export function RuleEditor({ rule, fields, onChange, onRemove, people = false, depth = 0 }: Asked) {
  const { editor: words } = useWords().cohorts;
  const remove = onRemove ? { onRemove } : {};
  if ('contacts' in rule) return <Contacts rule={rule} fields={fields} onChange={onChange} {...remove} depth={depth} />;
  const suited = fields.filter(({ scope }) => (scope === 'contact') === people);
  if ('field' in rule) return <ConditionRow condition={rule} fields={suited} onChange={onChange} {...remove} />;
  const { kind, rules } = groupOf(rule);
  const set = (next: Rule[], as: GroupKind = kind) => onChange(ruleOfGroup({ kind: as, rules: next }));
  const fresh: Rule = { field: suited[0]?.key ?? 'name', op: suited[0]?.operators[0]?.op ?? 'is' };
  return (
    <Box
      pl={depth > 0 ? 'xs' : 0}
      style={depth > 0 ? { borderLeft: '3px solid var(--mantine-color-default-border)' } : {}}
      role="group"
      aria-label={words[kind]}
    >
      <Group gap="xs" mb={6}>
        <SegmentedControl
          size="xs"
          data={(['all', 'any', 'none'] as const).map((value) => ({ value, label: words[value] }))}
          value={kind}
          onChange={(value) => set(rules, value as GroupKind)}
        />
        {onRemove && <RemoveButton onRemove={onRemove} label={words[kind]} />}
      </Group>
      <Stack gap={6}>
        {rules.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.empty}
          </Text>
        )}
        {rules.map((each, i) => (
          <RuleEditor
            key={i}
            rule={each}
            fields={fields}
            people={people}
            depth={depth + 1}
            onChange={(next) => set(rules.map((other, at) => (at === i ? next : other)))}
            onRemove={() => set(rules.filter((_, at) => at !== i))}
          />
        ))}
      </Stack>
      <Group gap="xs" mt={6}>
        <Button size="compact-xs" variant="default" onClick={() => set([...rules, fresh])}>
          {words.addCondition}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => set([...rules, kind === 'any' ? { all: [fresh] } : { any: [fresh] }])}
        >
          {words.addGroup}
        </Button>
        {!people && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              set([
                ...rules,
                { contacts: { match: 'some', where: { all: [{ field: 'contacts.role', op: 'includes' }] } } },
              ])
            }
          >
            {words.addContacts}
          </Button>
        )}
      </Group>
    </Box>
  );
}

function Contacts({
  rule,
  fields,
  onChange,
  onRemove,
  depth = 0,
}: Omit<Asked, 'rule'> & { rule: Extract<Rule, { contacts: unknown }> }) {
  const { editor: words } = useWords().cohorts;
  const { contacts } = rule;
  const set = (more: Partial<typeof contacts>) => onChange({ contacts: { ...contacts, ...more } });
  return (
    <Box
      pl="xs"
      style={{ borderLeft: '3px solid var(--mantine-primary-color-light-hover)' }}
      role="group"
      aria-label={words.contacts}
    >
      <Group gap="xs" mb={6}>
        <Text size="sm" fw={600}>
          {words.contacts}
        </Text>
        <Select
          size="xs"
          w={120}
          aria-label={words.contacts}
          data={Object.entries(words.match).map(([value, label]) => ({ value, label }))}
          value={contacts.match}
          onChange={(match) => {
            const { atLeast: _, ...rest } = contacts;
            onChange({ contacts: { ...rest, match: match as typeof contacts.match } });
          }}
          allowDeselect={false}
        />
        {contacts.match === 'some' && (
          <NumberInput
            size="xs"
            w={90}
            min={1}
            max={1000}
            aria-label={words.atLeast}
            prefix={`${words.atLeast} `}
            value={contacts.atLeast ?? 1}
            onChange={(value) => typeof value === 'number' && set({ atLeast: value })}
          />
        )}
        {onRemove && <RemoveButton onRemove={onRemove} label={words.contacts} />}
      </Group>
      <RuleEditor
        rule={withRootGroup(contacts.where)}
        fields={fields}
        people
        depth={depth + 1}
        onChange={(where) => set({ where })}
      />
    </Box>
  );
}
