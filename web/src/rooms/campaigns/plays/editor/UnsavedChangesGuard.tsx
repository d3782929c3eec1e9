import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../../../components/layout/ConfirmDialog';
import { useWords } from '../../../../i18n';

/** Asks before unsaved changes are lost by navigation or by closing the window. */
export function UnsavedChangesGuard({ when }: { when: () => boolean }) {
  const { leave: words } = useWords().plays;
  const blocker = useBlocker({ shouldBlockFn: when, enableBeforeUnload: when, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={words.title}
      note={words.note}
      confirmLabel={words.confirm}
      colour="red"
      onConfirm={async () => blocker.proceed()}
      onClose={blocker.reset}
    />
  );
}
