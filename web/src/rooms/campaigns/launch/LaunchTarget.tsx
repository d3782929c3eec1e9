import { Group, NumberInput, Select, Text } from '@mantine/core';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import type { CampaignDraft } from './draft';

/** The target is set before launch, so that the result cannot influence it. */
export function LaunchTarget({
  draft,
  change,
  held,
}: {
  draft: CampaignDraft;
  change: (more: Partial<CampaignDraft>) => void;
  held: boolean;
}) {
  const { verdict: words } = useWords();
  const { targetMeasure, targetValue } = draft;
  const measures = Object.entries(words.measure).filter(([measure]) => held || measure !== 'lift');
  return (
    <Section title={words.target}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.targetNote}
      </Text>
      <Group align="end" gap="sm">
        <Select
          label={words.measured}
          placeholder={words.noTarget}
          clearable
          w={280}
          data={measures.map(([value, label]) => ({ value, label }))}
          value={targetMeasure}
          onChange={(measure) =>
            change({
              targetMeasure: measure as CampaignDraft['targetMeasure'],
              targetValue: measure ? (targetValue ?? 0.1) : null,
            })
          }
        />
        {targetMeasure && targetValue && (
          <NumberInput
            label={targetMeasure === 'lift' ? words.points : words.percent}
            min={0.1}
            max={100}
            decimalScale={1}
            w={140}
            value={Math.round(targetValue * 1000) / 10}
            onChange={(value) => typeof value === 'number' && value > 0 && change({ targetValue: value / 100 })}
          />
        )}
      </Group>
      {targetMeasure && (
        <Text size="xs" c="dimmed" mt="xs">
          {words.measureNotes[targetMeasure]}
        </Text>
      )}
    </Section>
  );
}
