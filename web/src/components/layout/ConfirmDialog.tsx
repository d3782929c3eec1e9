import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../../shell/shortcuts';
import { useWords } from '../../i18n';
import { useNotify } from '../status/useNotify';
import { KeyHint } from './KeyHint';

/** Asks before something that cannot be taken back, or that must not be done without a reason. */
export function ConfirmDialog({
  title,
  note,
  why,
  hint,
  does,
  colour,
  ready: complete = true,
  act,
  onClose,
  children,
}: {
  title: string;
  note: ReactNode;
  /** the label of the reason; left out: none is asked for */
  why?: string;
  hint?: string;
  does: string;
  colour?: string;
  /** whether what the children ask for is there */
  ready?: boolean;
  act: (reason: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { shell } = useWords();
  const saying = useNotify();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = complete && !busy && (!why || reason.trim() !== '');
  async function submit() {
    if (!ready) return;
    setBusy(true);
    try {
      await act(reason.trim());
      onClose();
    } catch (error) {
      saying.error(error);
    } finally {
      setBusy(false);
    }
  }
  useKeys({ '$mod+Enter': { says: does, does: () => void submit(), whileTyping: true } }, { insideDialog: true });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': shell.act.close }} centered>
      <Stack gap="sm">
        <Text size="sm">{note}</Text>
        {children}
        {why && (
          <Textarea
            data-autofocus
            label={why}
            placeholder={hint}
            maxLength={500}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.act.cancel}
          </Button>
          <Button
            color={colour}
            disabled={!ready}
            onClick={() => void submit()}
            rightSection={<KeyHint keys="$mod+Enter" />}
          >
            {does}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
