import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import { VersionSidebar } from '../version/VersionSidebar';
import { SECTIONS, type ContentField, type SectionName, type Version } from '../version/content';
import { FieldInput } from './FieldInput';
import { useChecklist } from './useChecklist';
import type { VersionDraftState } from './useVersionDraft';

/** Each field shows what is missing or in conflict. */
export function VersionEditor({
  version,
  drafting,
  disabled,
}: {
  version: Version;
  drafting: VersionDraftState;
  disabled: boolean;
}) {
  const words = useWords().propositions;
  const missing = useChecklist(version, !disabled);
  const errors = { ...missing.byField, ...drafting.problem?.byField };
  return (
    <Stack gap="sm">
      {(Object.keys(SECTIONS) as SectionName[]).map((name) => (
        <Section key={name} title={words.section[name]} note={name === 'story' ? words.section.story_note : undefined}>
          <Stack gap="sm">
            {SECTIONS[name].map((field) => (
              <div key={field} id={`field-${field}`}>
                <FieldInput
                  field={field}
                  content={drafting.content}
                  set={drafting.set}
                  errors={errors}
                  disabled={disabled}
                />
                {field in drafting.draft.conflicts && <Contested field={field} drafting={drafting} />}
              </div>
            ))}
          </Stack>
        </Section>
      ))}
    </Stack>
  );
}

/** Shows both texts until the author chooses one. */
function Contested({ field, drafting }: { field: ContentField; drafting: VersionDraftState }) {
  const { conflict } = useWords().propositions;
  const { draft, choose } = drafting;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <Alert color="red" role="alert" title={conflict.title} mt={6} ref={place}>
      <Text size="sm" mb="xs">
        {conflict.note}
      </Text>
      <VersionSidebar
        field={field}
        before={draft.conflicts[field]}
        after={draft.edits[field]}
        names={[conflict.theirs, conflict.mine]}
        below={[
          <Button key="theirs" variant="default" mt={6} onClick={() => choose(field, 'theirs')}>
            {conflict.takeTheirs}
          </Button>,
          <Button key="mine" mt={6} onClick={() => choose(field, 'mine')}>
            {conflict.keepMine}
          </Button>,
        ]}
      />
    </Alert>
  );
}

export function SaveState({ drafting }: { drafting: VersionDraftState }) {
  const words = useWords().propositions;
  const { busy, dirty, problem } = drafting;
  return (
    <Group gap={4}>
      <Text size="xs" c={problem ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
        {problem ? words.notSaved(problem.message) : busy ? words.saving : dirty ? words.unsaved : words.saved}
      </Text>
    </Group>
  );
}
