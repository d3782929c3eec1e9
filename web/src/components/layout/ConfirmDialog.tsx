import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../../shell/shortcuts';
import { useWords } from '../../i18n';
import { useNotify } from '../status/useNotify';
import { KeyHint } from './KeyHint';

/** Asks for confirmation before an action that cannot be undone or that requires a reason. */
export function ConfirmDialog({
  title,
  note,
  reasonLabel,
  reasonPlaceholder,
  confirmLabel,
  colour,
  ready: complete = true,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  note: ReactNode;
  /** without it, no reason is asked for */
  reasonLabel?: string;
  reasonPlaceholder?: string;
  confirmLabel: string;
  colour?: string;
  /** whether the children's own inputs are complete */
  ready?: boolean;
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { shell } = useWords();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = complete && !busy && (!reasonLabel || reason.trim() !== '');
  async function submit() {
    if (!ready) return;
    setBusy(true);
    try {
      await onConfirm(reason.trim());
      onClose();
    } catch (error) {
      notify.error(error);
    } finally {
      setBusy(false);
    }
  }
  useKeys(
    { '$mod+Enter': { label: confirmLabel, run: () => void submit(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': shell.actions.close }} centered>
      <Stack gap="sm">
        <Text size="sm">{note}</Text>
        {children}
        {reasonLabel && (
          <Textarea
            data-autofocus
            label={reasonLabel}
            placeholder={reasonPlaceholder}
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
            {shell.actions.cancel}
          </Button>
          <Button
            color={colour}
            disabled={!ready}
            onClick={() => void submit()}
            rightSection={<KeyHint keys="$mod+Enter" />}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
