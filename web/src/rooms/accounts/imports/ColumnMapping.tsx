import { Checkbox, Group, Select, Table, Text } from '@mantine/core';
import { api, type Shape } from '../../../api/client';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';

export type ImportPlan = Omit<Shape<'PlanRequest'>, 'mapping'> & { mapping: Record<string, string | null> };

/** The saved mapping, or else the detected one. */
export function importPlanOf({ plan, kind, columns }: Shape<'ImportView'>): ImportPlan {
  if (plan) return plan as unknown as ImportPlan;
  const mapping = Object.fromEntries(columns.map(({ column, target }) => [column, target]));
  const fills = (...targets: string[]) => targets.some((target) => Object.values(mapping).includes(target));
  if (kind === 'history') return { mapping, key: 'externalId' };
  if (kind === 'contacts') return { mapping, key: fills('contact.externalId') ? 'externalId' : 'email' };
  if (fills('organization.externalId')) return { mapping, key: 'externalId' };
  return { mapping, key: fills('organization.domain', 'organization.website') ? 'domain' : 'name' };
}

export function ColumnMapping({
  file,
  plan,
  onChange,
  editable,
}: {
  file: Shape<'ImportView'>;
  plan: ImportPlan;
  onChange: (plan: ImportPlan) => void;
  editable: boolean;
}) {
  const { mapping: words } = useWords().imports;
  const fields = api.useQuery('get', '/api/v1/import-fields').data?.items ?? [];
  const known = fields.map(({ target }) => target);
  const targets = [...new Set([...known, ...Object.values(plan.mapping).filter((each) => each !== null)])];
  const set = (column: string, target: string | null) =>
    onChange({ ...plan, mapping: { ...plan.mapping, [column]: target } });
  return (
    <Section title={words.title}>
      <Group mb="xs" align="end">
        <Select
          size="xs"
          w={220}
          label={words.key}
          data={Object.entries(words.keys).map(([value, label]) => ({ value, label }))}
          value={plan.key}
          onChange={(key) => onChange({ ...plan, key: key as ImportPlan['key'] })}
          allowDeselect={false}
          disabled={!editable}
        />
        <Select
          size="xs"
          w={200}
          label={words.relationship}
          data={Object.entries(words.relationships).map(([value, label]) => ({ value, label }))}
          value={plan.relationship ?? 'prospect'}
          onChange={(relationship) => onChange({ ...plan, relationship: relationship as ImportPlan['relationship'] })}
          allowDeselect={false}
          disabled={!editable}
        />
        <Checkbox
          label={words.demoData}
          checked={plan.madeUp ?? false}
          onChange={(event) => onChange({ ...plan, madeUp: event.currentTarget.checked })}
          disabled={!editable}
        />
        {file.kind === 'history' && (
          <Checkbox
            label={words.wonStartCheckIns}
            checked={plan.wonStartCheckIns ?? false}
            onChange={(event) => onChange({ ...plan, wonStartCheckIns: event.currentTarget.checked })}
            disabled={!editable}
          />
        )}
      </Group>
      <Table.ScrollContainer
        minWidth={560}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': words.title, role: 'region' } }}
      >
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.column}</Table.Th>
              <Table.Th>{words.samples}</Table.Th>
              <Table.Th w={280}>{words.target}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {file.columns.map(({ column, samples, confidence }) => (
              <Table.Tr key={column}>
                <Table.Th scope="row">{column}</Table.Th>
                <Table.Td>
                  <Text size="xs" c="dimmed" lineClamp={1}>
                    {[...new Set(samples)].join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    <Select
                      size="xs"
                      style={{ flex: 1 }}
                      aria-label={`${column}: ${words.target}`}
                      placeholder={words.nowhere}
                      data={targets}
                      value={plan.mapping[column] ?? null}
                      onChange={(target) => set(column, target)}
                      searchable
                      clearable
                      disabled={!editable}
                    />
                    <Text size="xs" c="dimmed" w={60}>
                      {words.confidence[confidence]}
                    </Text>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
