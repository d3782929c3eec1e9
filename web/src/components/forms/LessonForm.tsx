import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { http, type Shape } from '../../api/client';
import { useKeys } from '../../shell/shortcuts';
import { useWords } from '../../i18n';
import { useNotify } from '../status/useNotify';
import { KeyHint } from '../layout/KeyHint';

/** The conversation that a lesson is about, or nothing. */
export interface LessonContext {
  taskId?: string;
  role: string | null;
  industry: string | null;
  objection: string | null;
}

const LEAST = 3;

export function LessonForm({ taught, onClose }: { taught: LessonContext; onClose: () => void }) {
  const { lessons: words, terms, shell } = useWords();
  const notify = useNotify();
  const [text, setText] = useState('');
  const [role, setRole] = useState(taught.role ?? '');
  const [industry, setIndustry] = useState(taught.industry ?? '');
  const [objection, setObjection] = useState(taught.objection ?? '');
  const submit = async () => {
    if (text.trim().length < LEAST) return;
    const body = {
      text,
      taskId: taught.taskId,
      role: role || null,
      industry: industry.trim() || null,
      objection: objection || null,
    } as Shape<'NewLesson'>;
    try {
      await http.POST('/api/v1/lessons', { body });
      notify.success(words.saved);
      onClose();
    } catch (error) {
      notify.error(error);
    }
  };
  useKeys(
    {
      '$mod+Enter': { label: shell.shortcuts.submit, run: () => void submit(), whileTyping: true },
      Escape: { label: shell.actions.close, run: onClose, whileTyping: true },
    },
    { insideDialog: true },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.ask}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': shell.actions.close }}
    >
      <Stack gap="xs">
        <Textarea
          data-autofocus
          aria-label={words.ask}
          description={words.hint}
          autosize
          minRows={3}
          maxLength={1000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group gap="xs" grow>
          <NativeSelect
            size="xs"
            label={words.role}
            data={options(terms.role, words.anyRole)}
            value={role}
            onChange={({ currentTarget }) => setRole(currentTarget.value)}
          />
          <TextInput
            size="xs"
            label={words.industry}
            placeholder={words.anyIndustry}
            value={industry}
            onChange={({ currentTarget }) => setIndustry(currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            label={words.objection}
            data={options(terms.objection, words.noObjection)}
            value={objection}
            onChange={({ currentTarget }) => setObjection(currentTarget.value)}
          />
        </Group>
        <Group justify="end">
          <Button onClick={() => void submit()} rightSection={<KeyHint keys="$mod+Enter" />}>
            {shell.actions.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const options = (names: Record<string, string>, none: string) => [
  { value: '', label: none },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];
