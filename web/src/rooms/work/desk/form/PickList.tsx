import { Paper, Text, UnstyledButton } from '@mantine/core';
import { useKeys, type Shortcuts } from '../../../../shell/shortcuts';
import { KeyHint } from '../../../../components/layout/KeyHint';
import { LIST_KEYS } from './outcomes';
import { useWords } from '../../../../i18n';
import classes from '../Desk.module.css';

export interface Choice {
  key: string;
  label: string;
  chosen?: boolean;
}

/** A pick list over the form: one key selects and closes. Other shortcuts are off while it is open. */
export function PickList({
  title,
  choices,
  onPick,
  onClose,
}: {
  title: string;
  choices: Choice[];
  onPick: (key: string) => void;
  onClose: () => void;
}) {
  const { actions } = useWords().shell;
  const keys: Shortcuts = Object.fromEntries(
    choices.map(({ key, label }, i) => [LIST_KEYS[i]!, { label, run: () => onPick(key) }]),
  );
  useKeys({ ...keys, Escape: { label: actions.close, run: onClose, whileTyping: true } });
  return (
    <Paper withBorder p={6} role="group" aria-label={title} shadow="sm">
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <div className={classes.outcomes}>
        {choices.map(({ key, label, chosen = false }, i) => (
          <UnstyledButton key={key} className={classes.outcome} aria-pressed={chosen} onClick={() => onPick(key)}>
            <KeyHint keys={LIST_KEYS[i]!} />
            {label}
          </UnstyledButton>
        ))}
      </div>
    </Paper>
  );
}
