import { Button, Checkbox, CloseButton, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useWords } from '../../../../i18n';
import type { OutcomeDraft } from './draft';

type Risk = OutcomeDraft['risks'][number];
const PERSONAL: Risk['kind'][] = ['psychological', 'career_financial', 'social_standing'];
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export function RiskFields({ draft, edit }: { draft: OutcomeDraft; edit: (change: Partial<OutcomeDraft>) => void }) {
  const { buying } = useWords();
  const set = (at: number, change: Partial<Risk>) =>
    edit({ risks: draft.risks.map((each, i) => (i === at ? { ...each, ...change } : each)) });
  return (
    <Stack gap={6}>
      {draft.risks.map((risk, i) => (
        <Stack key={i} gap={4} role="group" aria-label={`${buying.risk} ${i + 1}`}>
          <Group gap={6} wrap="nowrap" align="end">
            <SimpleGrid cols={{ base: 1, xs: 3 }} spacing={6} flex={1}>
              <NativeSelect
                size="xs"
                label={buying.risk}
                data={options(buying.kinds)}
                value={risk.kind}
                onChange={({ currentTarget }) => set(i, { kind: currentTarget.value as Risk['kind'] })}
              />
              <NativeSelect
                size="xs"
                label={buying.against}
                data={options(buying.choices)}
                value={risk.against ?? 'us'}
                onChange={({ currentTarget }) => set(i, { against: currentTarget.value as 'us' })}
              />
              <NativeSelect
                size="xs"
                label={buying.impact}
                data={options(buying.impacts)}
                value={String(risk.impact)}
                onChange={({ currentTarget }) => set(i, { impact: Number(currentTarget.value) })}
              />
            </SimpleGrid>
            <CloseButton
              aria-label={`${buying.remove}: ${buying.kinds[risk.kind]}`}
              onClick={() => edit({ risks: draft.risks.filter((_, at) => at !== i) })}
            />
          </Group>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6}>
            <TextInput
              size="xs"
              label={buying.quote}
              maxLength={4000}
              value={risk.words ?? ''}
              onChange={({ currentTarget }) => set(i, { words: currentTarget.value })}
            />
            <TextInput
              size="xs"
              label={buying.mitigation}
              maxLength={1000}
              value={risk.eases ?? ''}
              onChange={({ currentTarget }) => set(i, { eases: currentTarget.value })}
            />
          </SimpleGrid>
          {PERSONAL.includes(risk.kind) && (
            <Group gap="xs">
              <Text size="xs">{buying.privateNote}</Text>
              <Checkbox
                size="xs"
                label={buying.share}
                checked={risk.shared ?? false}
                onChange={({ currentTarget }) => set(i, { shared: currentTarget.checked })}
              />
            </Group>
          )}
        </Stack>
      ))}
      {draft.risks.length < 10 && (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => edit({ risks: [...draft.risks, { kind: 'performance', against: 'us', impact: 2 }] })}
        >
          {buying.addRisk}
        </Button>
      )}
    </Stack>
  );
}
