import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Problem } from '../../api/problem';
import { useWords } from '../../i18n';

const UNDO_MS = 10_000;

/**
 * Shows a short message. With `undo` it offers to revert the action, which Overture prefers to asking "are you
 * sure?".
 */
export function useNotify() {
  const { actions, errors } = useWords().shell;
  return {
    success(message: string, undo?: () => void | Promise<unknown>) {
      const id = crypto.randomUUID();
      notifications.show({
        id,
        color: 'green',
        closeButtonProps: { 'aria-label': actions.close },
        autoClose: undo ? UNDO_MS : 4_000,
        message: undo ? (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{message}</Text>
            <Button
              variant="light"
              onClick={() => {
                notifications.hide(id);
                void undo();
              }}
            >
              {actions.undo}
            </Button>
          </Group>
        ) : (
          message
        ),
      });
    },
    error(error: unknown) {
      const problem = error instanceof Problem ? error : null;
      const message = problem
        ? [problem.message, ...problem.fields.map((each) => each.message)].join(' ')
        : errors.failed;
      notifications.show({
        color: 'red',
        closeButtonProps: { 'aria-label': actions.close },
        title: errors.title,
        message: problem?.status === 0 ? errors.unreachable : message,
        autoClose: 12_000,
      });
    },
  };
}
