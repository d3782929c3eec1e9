import { ActionIcon, Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import type { CheckInDraft } from './draft';
import { NEEDS } from './AssessmentFields';

export function NeedFields({
  value,
  change,
}: {
  value: CheckInDraft['voiced'];
  change: (all: CheckInDraft['voiced']) => void;
}) {
  const { checkIns: words } = useWords();
  const edit = (at: number, more: Partial<CheckInDraft['voiced'][number]>) =>
    change(value.map((each, i) => (i === at ? { ...each, ...more } : each)));
  return (
    <Section title={words.needsTitle} note={words.needsNote}>
      <Stack gap="xs">
        {value.map((each, at) => (
          <Group key={at} align="end" gap="xs" wrap="nowrap">
            <NativeSelect
              label={words.kind}
              w={130}
              data={NEEDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
              value={each.kind}
              onChange={({ currentTarget }) => edit(at, { kind: currentTarget.value as (typeof NEEDS)[number] })}
            />
            <Textarea
              label={words.quote}
              autosize
              minRows={1}
              maxLength={2000}
              style={{ flex: 1 }}
              value={each.words}
              onChange={({ currentTarget }) => edit(at, { words: currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.remove}
              onClick={() => change(value.filter((_, i) => i !== at))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button variant="default" onClick={() => change([...value, { kind: 'cost', words: '' }])}>
            {words.addNeed}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
