import { Fieldset, Group, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { Section } from '../../../../components/layout/Section';
import { useWords } from '../../../../i18n';
import { Timeline } from '../Timeline';
import { PlayState, UsedBy } from '../Plays';
import type { PlayDraft, PlayView } from '../steps';

export function PlayDetails({
  play,
  draft: { name, purpose, reviewOn, steps },
  change,
  strict,
  edits,
}: {
  play: PlayView | undefined;
  draft: PlayDraft;
  change: (more: Partial<PlayDraft>) => void;
  strict: boolean;
  edits: boolean;
}) {
  const { plays: words } = useWords();
  const isDue = play?.state === 'review_due' && reviewOn === play.reviewOn;
  return (
    <Section title={words.about} actions={steps.length > 0 && <Timeline steps={steps} large />}>
      <Fieldset variant="unstyled" m={0} disabled={!edits}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <TextInput
            label={words.name}
            required
            data-autofocus
            autoFocus={!play}
            maxLength={300}
            value={name}
            error={strict && name.trim() === '' ? words.required : undefined}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={words.purpose}
            data={Object.entries(words.purposes).map(([value, label]) => ({ value, label }))}
            value={purpose}
            allowDeselect={false}
            onChange={(chosen) => change({ purpose: chosen as PlayDraft['purpose'] })}
          />
          <TextInput
            type="date"
            label={
              <>
                {words.review} {isDue && <PlayState play={play} />}
              </>
            }
            description={words.reviewNote}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={reviewOn ?? ''}
            onChange={(event) => change({ reviewOn: event.currentTarget.value || null })}
          />
        </SimpleGrid>
      </Fieldset>
      <Group gap={6} mt="xs">
        {play?.state === 'archived' && <PlayState play={play} />}
        <Text size="xs" c="dimmed">
          {play?.state === 'archived' && `${words.archivedNote} `}
          {play && play.campaigns > 0 ? (
            <>
              <UsedBy play={play} label={words.usedBy(play.campaigns)} /> {words.usedNote(play.campaigns)}
            </>
          ) : (
            words.unusedNote
          )}
          {!edits && ` ${words.readOnly}`}
        </Text>
      </Group>
    </Section>
  );
}
