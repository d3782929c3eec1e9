import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Section } from '../../../components/Section';
import { useWords } from '../../../i18n';
import { Beside } from '../version/Beside';
import { SECTIONS, type Field, type SectionName, type Version } from '../version/content';
import { Input } from './Inputs';
import { useMissing } from './useMissing';
import type { Drafting } from './useVersionDraft';

/** The text of a version, section by section; each field tells at its place what is missing or contested. */
export function Editor({ version, drafting, disabled }: { version: Version; drafting: Drafting; disabled: boolean }) {
  const words = useWords().propositions;
  const missing = useMissing(version, !disabled);
  const errors = { ...missing.byField, ...drafting.problem?.byField };
  return (
    <Stack gap="sm">
      {(Object.keys(SECTIONS) as SectionName[]).map((name) => (
        <Section key={name} title={words.section[name]} note={name === 'story' ? words.section.story_note : undefined}>
          <Stack gap="sm">
            {SECTIONS[name].map((field) => (
              <div key={field} id={`field-${field}`}>
                <Input
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

/** Both wrote here: both texts stand beside each other until this person chooses. */
function Contested({ field, drafting }: { field: Field; drafting: Drafting }) {
  const { conflict } = useWords().propositions;
  const { draft, choose } = drafting;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <Alert color="red" role="alert" title={conflict.title} mt={6} ref={place}>
      <Text size="sm" mb="xs">
        {conflict.note}
      </Text>
      <Beside
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

/** What became of what was written last. */
export function Saved({ drafting }: { drafting: Drafting }) {
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
