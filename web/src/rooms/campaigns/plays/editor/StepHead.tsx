import { ActionIcon, Badge, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useWords } from '../../../../i18n';
import { useStepText } from '../StepSummary';
import { STEP_ICONS } from '../Timeline';
import type { Step } from '../steps';
import classes from './StepList.module.css';

export function StepHead({
  step,
  ordinal,
  opened,
  onToggle,
  problems,
  onUp,
  onDown,
  onRemove,
}: {
  step: Step;
  ordinal: number;
  opened: boolean;
  onToggle: () => void;
  problems: number;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onRemove?: () => void;
}) {
  const { plays: words } = useWords();
  const about = useStepText();
  const Picture = STEP_ICONS[step.kind];
  const called = `${words.kinds[step.kind]} ${step.key}`;
  return (
    <div className={classes.head}>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={opened}
        {...(opened ? { 'aria-controls': `fields-${step.key}` } : {})}
        onClick={onToggle}
      >
        <Text span size="sm" c="dimmed">
          {ordinal}
        </Text>
        <Picture size={16} aria-hidden style={{ flex: 'none' }} />
        <Text span size="sm" truncate>
          <b>{words.kinds[step.kind]}</b> {about(step)}
        </Text>
        {problems > 0 && (
          <Badge color="red" tt="none" ml="auto" style={{ flex: 'none' }}>
            {words.issues(problems)}
          </Badge>
        )}
      </UnstyledButton>
      {onRemove && (
        <>
          <Act label={words.up(called)} act={onUp} data-up>
            <IconArrowUp size={16} />
          </Act>
          <Act label={words.down(called)} act={onDown} data-down>
            <IconArrowDown size={16} />
          </Act>
          <Act label={words.remove(called)} act={onRemove}>
            <IconTrash size={16} />
          </Act>
        </>
      )}
    </div>
  );
}

/** A disabled move button keeps its focus, so that the user does not lose the step at the end of the list. */
function Act({
  label,
  act,
  children,
  ...rest
}: {
  label: string;
  act: (() => void) | undefined;
  children: React.ReactNode;
  'data-up'?: boolean;
  'data-down'?: boolean;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-disabled={!act}
      data-disabled={!act || undefined}
      onClick={act}
      {...rest}
    >
      {children}
    </ActionIcon>
  );
}
